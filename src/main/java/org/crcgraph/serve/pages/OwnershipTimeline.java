package org.crcgraph.serve.pages;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.crcgraph.model.PartialDate;
import org.crcgraph.query.ResultTable;
import org.crcgraph.serve.html.Attributes;
import org.crcgraph.serve.html.Html;
import org.crcgraph.serve.html.Links;
import org.crcgraph.serve.html.Tables;

/** One line for each company, one bar for each period and ultimate owner, as SVG. */
final class OwnershipTimeline {
  private static final LocalDate START = LocalDate.of(2014, 1, 1);
  private static final LocalDate END = LocalDate.of(2022, 1, 1);
  private static final int NAMES = 232;
  private static final int WIDTH = 960;
  private static final int LINE = 24;
  private static final int BAR = 16;
  private static final int TOP = 26;
  private static final int COLOURS = 12;
  private static final double LETTER = 6.4;

  private OwnershipTimeline() {}

  private record Bar(
      String crc, String owner, String ultimate, LocalDate from, LocalDate to, String period) {}

  static Html of(ResultTable table, String on) {
    Map<String, String> names = new LinkedHashMap<>();
    Map<String, Integer> colours = new LinkedHashMap<>();
    List<Bar> bars = new ArrayList<>();
    for (ResultTable.Row row : table.rows()) {
      String crc = text(table, row, "crc");
      names.putIfAbsent(crc, text(table, row, "crcLabel"));
      String ultimate = text(table, row, "ultimateOwnerLabel");
      String from = text(table, row, "ultimateFrom");
      String to = text(table, row, "ultimateTo");
      bars.add(
          new Bar(
              crc,
              text(table, row, "ownerLabel"),
              ultimate,
              PartialDate.parse(from).map(PartialDate::firstDay).orElse(START),
              PartialDate.parse(to).map(PartialDate::lastDay).orElse(END),
              (from.isEmpty() ? "?" : from) + " – " + (to.isEmpty() ? "?" : to)));
      colours.putIfAbsent(ultimate, colours.size() % COLOURS);
    }
    List<String> order = List.copyOf(names.keySet());
    int height = TOP + LINE * order.size() + 4;
    List<Html> shapes = new ArrayList<>();
    years(shapes, height);
    for (int i = 0; i < order.size(); i++) {
      shapes.add(name(order.get(i), names.getOrDefault(order.get(i), ""), i));
    }
    for (Bar bar : bars) {
      shapes.add(
          bar(
              bar,
              names.getOrDefault(bar.crc, ""),
              order.indexOf(bar.crc),
              colours.getOrDefault(bar.ultimate, 0)));
    }
    day(on, height).ifPresent(shapes::add);
    Html picture =
        Html.of(
            "svg",
            Attributes.of("viewBox", "0 0 " + WIDTH + " " + height)
                .and("width", String.valueOf(WIDTH))
                .and("height", String.valueOf(height))
                .and("role", "group")
                .and("aria-label", "Owners of each company from 2014 to 2021"),
            shapes);
    return Html.all(
        legend(colours),
        Tables.framed("Timeline of owners", picture),
        Html.of(
            "p",
            Attributes.of("class", "tools"),
            Html.text(
                "Colours stand for the ultimate owner; the bar names the direct one. The same "),
            Html.link("/api/who-owns-which-crc.html", "as a table"),
            Html.text(".")));
  }

  private static String text(ResultTable table, ResultTable.Row row, String column) {
    String text = table.text(row, column);
    return text == null ? "" : text;
  }

  private static double x(LocalDate day) {
    LocalDate inside = day.isBefore(START) ? START : day.isAfter(END) ? END : day;
    double share =
        (double) ChronoUnit.DAYS.between(START, inside) / ChronoUnit.DAYS.between(START, END);
    return NAMES + share * (WIDTH - NAMES - 4);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  private static void years(List<Html> shapes, int height) {
    for (int year = START.getYear(); year < END.getYear(); year++) {
      String x = number(x(LocalDate.of(year, 1, 1)));
      shapes.add(
          Html.of(
              "line",
              Attributes.of("x1", x)
                  .and("x2", x)
                  .and("y1", "18")
                  .and("y2", String.valueOf(height))
                  .and("class", "grid")));
      shapes.add(
          Html.of(
              "text",
              Attributes.of("x", x).and("y", "13").and("class", "year"),
              String.valueOf(year)));
    }
  }

  private static Html name(String iri, String name, int line) {
    return Html.of(
        "a",
        Attributes.of("href", Links.of(iri)),
        Html.of(
            "text",
            Attributes.of("x", String.valueOf(NAMES - 8))
                .and("y", String.valueOf(TOP + LINE * line + 13))
                .and("class", "company"),
            fitting(name.replace(" CRC", ""), NAMES - 12)));
  }

  private static Html bar(Bar bar, String company, int line, int colour) {
    double from = x(bar.from);
    double width = Math.max(2, x(bar.to) - from);
    String y = String.valueOf(TOP + LINE * line);
    String owner =
        bar.owner.equals(bar.ultimate) ? bar.owner : bar.owner + " (" + bar.ultimate + ")";
    return Html.of(
        "g",
        Attributes.of("class", "bar c" + colour),
        Html.of("title", company + ": " + owner + ", " + bar.period),
        Html.of(
            "rect",
            Attributes.of("x", number(from))
                .and("y", y)
                .and("width", number(width))
                .and("height", String.valueOf(BAR))
                .and("rx", "2")),
        Html.of(
            "text",
            Attributes.of("x", number(from + 4)).and("y", String.valueOf(TOP + LINE * line + 12)),
            fitting(bar.owner, width - 6)));
  }

  private static String fitting(String text, double width) {
    int letters = (int) (width / LETTER);
    if (text.length() <= letters) {
      return text;
    }
    // Less than half of a name is a riddle; the bar's title has it all.
    return letters < text.length() / 2 ? "" : text.substring(0, letters - 1) + "…";
  }

  private static Optional<Html> day(String on, int height) {
    return PartialDate.parse(on)
        .map(PartialDate::firstDay)
        .filter(d -> !d.isBefore(START) && !d.isAfter(END))
        .map(
            d ->
                Html.of(
                    "line",
                    Attributes.of("x1", number(x(d)))
                        .and("x2", number(x(d)))
                        .and("y1", "18")
                        .and("y2", String.valueOf(height))
                        .and("class", "day"),
                    Html.of("title", "The day shown above: " + on)));
  }

  private static Html legend(Map<String, Integer> colours) {
    List<Html> items = new ArrayList<>();
    colours.forEach(
        (owner, colour) ->
            items.add(
                Html.of(
                    "li",
                    Html.of(
                        "span",
                        Attributes.of("class", "swatch c" + colour).and("aria-hidden", "true")),
                    Html.text(owner.isEmpty() ? "unknown" : owner))));
    return Html.of("ul", Attributes.of("class", "legend"), items);
  }
}
