package org.crcgraph.serve.html;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.crcgraph.model.PartialDate;

/** Dates in words, with the precision that the source gives: "14 Mar 2019", "Mar 2019", "2019". */
public final class Dates {
  private static final List<String> MONTHS =
      List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");
  private static final String DATE = "[0-9]{4}(?:-[0-9]{2}){0,2}";
  private static final Pattern PERIOD = Pattern.compile("(" + DATE + ")(?:/(" + DATE + "))?");

  private Dates() {}

  /** The words for an ISO 8601 date or period; empty where the text is neither. */
  public static Optional<String> words(String text) {
    Matcher m = PERIOD.matcher(text);
    if (!m.matches()) {
      return Optional.empty();
    }
    Optional<String> first = date(m.group(1));
    return m.group(2) == null
        ? first
        : first.flatMap(from -> date(m.group(2)).map(to -> from + " to " + to));
  }

  private static Optional<String> date(String text) {
    return PartialDate.parse(text)
        .map(
            date ->
                (date.day() == 0 ? "" : date.day() + " ")
                    + (date.month() == 0 ? "" : MONTHS.get(date.month() - 1) + " ")
                    + date.year());
  }

  /** A date that machines read too; other text as it stands. */
  public static Html time(String text) {
    return words(text)
        .map(
            words ->
                text.contains("/")
                    ? Html.text(words)
                    : Html.of("time", Attributes.of("datetime", text), words))
        .orElseGet(() -> Html.text(text));
  }
}
