package org.crcgraph.publish;

import java.io.IOException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.crcgraph.model.PartialDate;
import org.crcgraph.publish.OwnershipReport.Row;
import org.crcgraph.publish.OwnershipReport.Thing;
import org.crcgraph.query.Escaped;
import org.jspecify.annotations.Nullable;

/**
 * Draws who owned which company when, as SVG: a line for each company, a bar for each period,
 * coloured by the ultimate owner and named by the owner.
 */
final class OwnershipTimeline {
  /** Mid tones that stand out on white and on black, each with the colour of text upon it. */
  private static final String[][] COLOURS = {
    {"#6b7280", "#fff"}, {"#2a6fb0", "#fff"}, {"#b8323f", "#fff"}, {"#e39a33", "#000"},
    {"#2f855a", "#fff"}, {"#7b4fa3", "#fff"}, {"#d0b12c", "#000"}, {"#16808f", "#fff"},
    {"#d977a6", "#000"}, {"#8a5a35", "#fff"}, {"#8fb339", "#000"}, {"#5b6ad0", "#fff"}
  };

  private static final int WIDTH = 1120;
  private static final int LABELS = 292;
  private static final int TOP = 34;
  private static final int LANE = 24;
  private static final int BAR = 18;
  private static final double LETTER = 5.9;

  /** Periods that overlap by no more than the days of a month are one behind the other. */
  private static final long TRANSITION_DAYS = 31;

  private final List<Row> periods;
  private final LocalDate first;
  private final LocalDate last;
  private final Map<Thing, Integer> colours = new LinkedHashMap<>();

  OwnershipTimeline(List<Row> periods) {
    this.periods = periods;
    LocalDate earliest = LocalDate.MAX;
    LocalDate latest = LocalDate.MIN;
    for (Row row : periods) {
      Optional<PartialDate> from = date(row.ultimateFrom());
      Optional<PartialDate> to = date(row.ultimateTo());
      if (from.isPresent() && from.get().firstDay().isBefore(earliest)) {
        earliest = from.get().firstDay();
      }
      if (to.isPresent() && to.get().lastDay().isAfter(latest)) {
        latest = to.get().lastDay();
      }
      colours.putIfAbsent(row.ultimateOwner(), colours.size());
    }
    first = earliest.equals(LocalDate.MAX) ? LocalDate.of(2014, 1, 1) : earliest;
    last = latest.isAfter(first) ? latest : first.plusYears(1);
  }

  private static Optional<PartialDate> date(@Nullable String iso) {
    return iso == null ? Optional.empty() : PartialDate.parse(iso);
  }

  /** Each ultimate owner with its colour, in the order of the drawing. */
  List<Map.Entry<String, String>> legend() {
    List<Map.Entry<String, String>> legend = new ArrayList<>();
    colours.forEach((owner, i) -> legend.add(Map.entry(owner.label(), colour(i)[0])));
    return legend;
  }

  private static String[] colour(int index) {
    return COLOURS[index % COLOURS.length];
  }

  /** A bar with the days that are drawn. */
  private record Bar(Row row, LocalDate from, LocalDate to, int lane) {}

  /**
   * Writes the drawing.
   *
   * @param on a day to mark, or null
   */
  void write(@Nullable String on, Appendable out) throws IOException {
    Map<String, List<Row>> byCompany = new TreeMap<>();
    for (Row row : periods) {
      byCompany.computeIfAbsent(row.crc().label(), c -> new ArrayList<>()).add(row);
    }
    StringBuilder lines = new StringBuilder();
    int y = TOP;
    for (Map.Entry<String, List<Row>> company : byCompany.entrySet()) {
      List<Bar> bars = bars(company.getValue());
      int lanes = bars.stream().mapToInt(Bar::lane).max().orElse(0) + 1;
      line(lines, company.getKey(), bars, y, lanes);
      y += lanes * LANE + 2;
    }
    int height = y + 6;
    out.append(
        "<svg class=\"timeline\" viewBox=\"0 0 " + WIDTH + " " + height + "\" role=\"group\"");
    out.append(" aria-labelledby=\"timeline-title timeline-desc\">\n");
    out.append("<title id=\"timeline-title\">Ownership timeline</title>\n");
    out.append("<desc id=\"timeline-desc\">" + byCompany.size() + " lines, one for each company,");
    out.append(" with a bar for each period from " + first.getYear() + " to " + last.getYear());
    out.append(", coloured by ultimate owner. The table below says the same in words.</desc>\n");
    years(out, height);
    out.append(lines);
    if (on != null) {
      day(on, height, out);
    }
    out.append("</svg>\n");
  }

  private void years(Appendable out, int height) throws IOException {
    out.append("<g class=\"years\" aria-hidden=\"true\">\n");
    for (int year = first.getYear(); year <= last.getYear() + 1; year++) {
      LocalDate day = LocalDate.of(year, 1, 1);
      if (day.isBefore(first) || day.isAfter(last)) {
        continue;
      }
      String x = number(x(day));
      out.append("<line x1=\"" + x + "\" x2=\"" + x + "\" y1=\"" + (TOP - 6) + "\" y2=\"");
      out.append(height - 4 + "\"/><text x=\"" + x + "\" y=\"" + (TOP - 12) + "\">" + year);
      out.append("</text>\n");
    }
    out.append("</g>\n");
  }

  private void day(String on, int height, Appendable out) throws IOException {
    Optional<PartialDate> date = PartialDate.parse(on);
    if (date.isEmpty()
        || date.get().firstDay().isBefore(first)
        || date.get().firstDay().isAfter(last)) {
      return;
    }
    String x = number(x(date.get().firstDay()));
    out.append("<g class=\"day\"><line x1=\"" + x + "\" x2=\"" + x + "\" y1=\"16\" y2=\"");
    out.append(height - 4 + "\"/><text x=\"" + x + "\" y=\"11\">");
    out.append(Escaped.html(ReportWords.date(on))).append("</text></g>\n");
  }

  private List<Bar> bars(List<Row> rows) {
    List<Bar> bars = new ArrayList<>();
    List<Row> ordered =
        rows.stream().sorted(Comparator.comparing((Row row) -> start(row))).toList();
    for (int i = 0; i < ordered.size(); i++) {
      Row row = ordered.get(i);
      LocalDate from = start(row);
      LocalDate to = end(row);
      if (i + 1 < ordered.size()) {
        LocalDate next = start(ordered.get(i + 1));
        if (!next.isAfter(to)
            && ChronoUnit.DAYS.between(next, to) < TRANSITION_DAYS
            && next.isAfter(from)) {
          to = next.minusDays(1);
        }
      }
      int lane = 0;
      for (Bar before : bars) {
        if (before.lane() == lane && !before.to().isBefore(from)) {
          lane++;
        }
      }
      bars.add(new Bar(row, from, to, lane));
    }
    return bars;
  }

  private LocalDate start(Row row) {
    return date(row.ultimateFrom()).map(PartialDate::firstDay).orElse(first);
  }

  private LocalDate end(Row row) {
    return date(row.ultimateTo()).map(PartialDate::lastDay).orElse(last);
  }

  private void line(StringBuilder out, String company, List<Bar> bars, int y, int lanes) {
    String name = company.endsWith(" CRC") ? company.substring(0, company.length() - 4) : company;
    int middle = y + lanes * LANE / 2;
    out.append("<g class=\"company\">\n");
    List<String> parts = halves(name);
    for (int i = 0; i < parts.size(); i++) {
      int dy = parts.size() == 1 ? 4 : i == 0 ? -2 : 9;
      out.append("<text class=\"").append(parts.size() == 1 ? "name" : "name small");
      out.append("\" x=\"" + (LABELS - 8) + "\" y=\"" + (middle + dy) + "\">");
      out.append(Escaped.html(parts.get(i))).append("</text>\n");
    }
    for (Bar bar : bars) {
      bar(out, bar, y);
    }
    out.append("</g>\n");
  }

  private void bar(StringBuilder out, Bar bar, int top) {
    Row row = bar.row();
    double x = x(bar.from());
    double width = Math.max(x(bar.to().plusDays(1)) - x - 1, 1.5);
    int y = top + bar.lane() * LANE + (LANE - BAR) / 2;
    String[] colour = colour(colours.getOrDefault(row.ultimateOwner(), 0));
    boolean contested = !row.otherwise().isEmpty();
    String told = told(row, contested);
    out.append("<g role=\"img\" aria-label=\"" + Escaped.html(told) + "\"><title>");
    out.append(Escaped.html(told)).append("</title><rect");
    out.append(contested ? " class=\"contested\"" : "");
    out.append(" x=\"" + number(x) + "\" y=\"" + y + "\" width=\"" + number(width));
    out.append("\" height=\"" + BAR + "\" rx=\"2\" fill=\"" + colour[0] + "\"/>");
    String text = fitting(row, contested, width - 8);
    if (!text.isEmpty()) {
      out.append("<text class=\"bar\" x=\"" + number(x + 5) + "\" y=\"" + (y + 13));
      out.append("\" fill=\"" + colour[1] + "\">").append(Escaped.html(text)).append("</text>");
    }
    out.append("</g>\n");
  }

  private static String told(Row row, boolean contested) {
    String owner = row.owner().label();
    return row.crc().label()
        + ": "
        + owner
        + " ("
        + row.role()
        + ")"
        + (row.ultimateOwner().equals(row.owner())
            ? ""
            : ", ultimately " + row.ultimateOwner().label())
        + ", "
        + ReportWords.date(row.ultimateFrom())
        + " to "
        + ReportWords.date(row.ultimateTo())
        + (contested ? "; contested" : "");
  }

  /** The longest way of naming the owner that fits. */
  private static String fitting(Row row, boolean contested, double width) {
    String mark = contested ? "≠ " : "";
    String owner = mark + row.owner().label();
    String ultimate = row.ultimateOwner().label();
    List<String> choices =
        row.ultimateOwner().equals(row.owner())
            ? List.of(owner)
            : List.of(owner + " (" + ultimate + ")", owner, mark + ultimate);
    for (String choice : choices) {
      if (choice.length() * LETTER <= width) {
        return choice;
      }
    }
    return mark.isEmpty() || width < LETTER ? "" : "≠";
  }

  /** A long name on two lines. */
  private static List<String> halves(String name) {
    if (name.length() <= 45) {
      return List.of(name);
    }
    int best = -1;
    for (int i = name.indexOf(' '); i >= 0; i = name.indexOf(' ', i + 1)) {
      if (best < 0 || Math.abs(name.length() / 2 - i) < Math.abs(name.length() / 2 - best)) {
        best = i;
      }
    }
    return best < 0 ? List.of(name) : List.of(name.substring(0, best), name.substring(best + 1));
  }

  private double x(LocalDate day) {
    double all = ChronoUnit.DAYS.between(first, last.plusDays(1));
    return LABELS + ChronoUnit.DAYS.between(first, day) / all * (WIDTH - LABELS - 6);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
