package org.crcgraph.read;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.crcgraph.model.PartialDate;

/** Whether a cell's value is what its column may hold. */
final class RegisterValues {
  /** The word for "rests on no source that could be found". */
  static final String UNVERIFIED = "unverified";

  private static final Pattern INTEGER = Pattern.compile("-?\\d{1,18}");
  private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,18}(\\.\\d{1,18})?");

  private RegisterValues() {}

  /**
   * What is wrong with a value.
   *
   * @param what what is wrong
   * @param remedy what to do
   */
  record Fault(String what, String remedy) {}

  /** The values of a cell: one, or the members of a list. */
  static List<String> values(RegisterSchema.Column column, String cell) {
    String separator = column.separator();
    if (separator == null) {
      return List.of(cell);
    }
    return Arrays.stream(cell.split(Pattern.quote(separator.strip()), -1))
        .map(String::strip)
        .toList();
  }

  /** What is wrong with a cell that is not empty; empty where it is sound. */
  static Optional<Fault> fault(RegisterSchema.Column column, String cell) {
    Set<String> seen = new LinkedHashSet<>();
    List<String> values = values(column, cell);
    for (String value : values) {
      if (value.isEmpty()) {
        return Optional.of(
            new Fault(
                "an empty value in a list separated by \"" + separator(column) + "\"",
                "remove the spare separator"));
      }
      if (!seen.add(value)) {
        return Optional.of(new Fault("\"" + value + "\" twice in a list", "remove one"));
      }
      Optional<Fault> fault = faultOf(column, value, values.size());
      if (fault.isPresent()) {
        return fault;
      }
    }
    return Optional.empty();
  }

  private static Optional<Fault> faultOf(
      RegisterSchema.Column column, String value, int listLength) {
    Optional<Fault> fault =
        switch (column.type()) {
          case TEXT -> Optional.empty();
          case DATE ->
              PartialDate.parse(value).isPresent()
                  ? Optional.empty()
                  : fault(value, "is no date", "write YYYY, YYYY-MM or YYYY-MM-DD");
          case INTEGER ->
              INTEGER.matcher(value).matches()
                  ? bounds(column, value)
                  : fault(value, "is no whole number", "write digits only");
          case DECIMAL ->
              DECIMAL.matcher(value).matches()
                  ? bounds(column, value)
                  : fault(value, "is no number", "write digits, with a point before decimals");
          case BOOLEAN ->
              value.equals("true") || value.equals("false")
                  ? Optional.empty()
                  : fault(value, "is no truth value", "write true or false");
          case URI -> uri(column, value, listLength);
        };
    if (fault.isPresent() || column.format() == null) {
      return fault;
    }
    return column.format().matcher(value).matches()
        ? Optional.empty()
        : fault(
            value,
            "does not have the form of " + column.name(),
            "write what matches " + column.format().pattern());
  }

  private static Optional<Fault> bounds(RegisterSchema.Column column, String value) {
    BigDecimal number = new BigDecimal(value);
    if (column.minimum() != null && number.compareTo(column.minimum()) < 0) {
      return fault(value, "is too small", "the least is " + column.minimum());
    }
    if (column.maximum() != null && number.compareTo(column.maximum()) > 0) {
      return fault(value, "is too large", "the greatest is " + column.maximum());
    }
    return Optional.empty();
  }

  private static Optional<Fault> uri(RegisterSchema.Column column, String value, int listLength) {
    if (isSource(column) && value.equals(UNVERIFIED)) {
      return listLength == 1
          ? Optional.empty()
          : fault(value, "stands beside a source", "give sources or \"" + UNVERIFIED + "\"");
    }
    if (isPlainAddress(value)) {
      return Optional.empty();
    }
    try {
      URI uri = new URI(value);
      boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      return web && uri.getRawAuthority() != null
          ? Optional.empty()
          : fault(
              value,
              "is no web address",
              isSource(column)
                  ? "write http(s) addresses separated by \" ; \", or \"" + UNVERIFIED + "\""
                  : "write an http(s) address");
    } catch (URISyntaxException e) {
      return fault(
          value,
          "is no web address (" + e.getReason() + ")",
          "percent-encode what an address cannot hold");
    }
  }

  /**
   * Whether a value is a web address of letters, digits and a few signs, as most are: the
   * platform's reader of addresses takes longer than all else that is read of the registers.
   */
  private static boolean isPlainAddress(String value) {
    int host = value.startsWith("https://") ? 8 : value.startsWith("http://") ? 7 : -1;
    if (host < 0 || host >= value.length() || !isLetterOrDigit(value.charAt(host))) {
      return false;
    }
    boolean path = false;
    for (int i = host; i < value.length(); i++) {
      char c = value.charAt(i);
      path |= c == '/';
      if (!isLetterOrDigit(c) && c != '.' && c != '-' && !(path && (c == '/' || c == '_'))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLetterOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  private static boolean isSource(RegisterSchema.Column column) {
    return column.name().equals("source") || column.name().endsWith("_source");
  }

  private static String separator(RegisterSchema.Column column) {
    return column.separator() == null ? "" : column.separator();
  }

  private static Optional<Fault> fault(String value, String what, String remedy) {
    return Optional.of(new Fault("\"" + value + "\" " + what, remedy));
  }
}
