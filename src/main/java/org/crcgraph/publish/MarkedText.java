package org.crcgraph.publish;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.crcgraph.model.TextRange;
import org.crcgraph.query.Escaped;

/**
 * Text with marks as HTML. Marks nest where their ranges do; of two that cross, the later is closed
 * and opened again. What is not a mark is escaped.
 */
public final class MarkedText {
  private MarkedText() {}

  /**
   * A mark.
   *
   * @param range where it stands, in UTF-16 code units; empty ones are not shown
   * @param start start tag (and what follows it) where the mark begins
   * @param again start tag where it goes on after another mark has ended; of the same element
   * @param element name of the element
   */
  public record Mark(TextRange range, String start, String again, String element) {}

  /** The text with its marks. */
  public static String html(String text, List<Mark> marks) {
    StringBuilder html = new StringBuilder(text.length() * 2);
    append(html, text, marks);
    return html.toString();
  }

  static void append(StringBuilder html, String text, List<Mark> marks) {
    List<Mark> waiting =
        marks.stream()
            .filter(m -> m.range().length() > 0)
            .sorted(Comparator.comparing(Mark::range))
            .toList();
    List<Mark> open = new ArrayList<>();
    int next = 0;
    int at = 0;
    while (at < text.length() || !open.isEmpty()) {
      next = openHere(html, waiting, next, at, open);
      int until = text.length();
      if (next < waiting.size()) {
        until = Math.min(until, waiting.get(next).range().from());
      }
      for (Mark mark : open) {
        until = Math.min(until, mark.range().to());
      }
      html.append(Escaped.html(text.substring(at, until)));
      at = until;
      closeHere(html, at, open);
    }
  }

  private static int openHere(
      StringBuilder html, List<Mark> waiting, int first, int at, List<Mark> open) {
    int next = first;
    while (next < waiting.size() && waiting.get(next).range().from() == at) {
      html.append(waiting.get(next).start());
      open.add(waiting.get(next));
      next++;
    }
    return next;
  }

  private static void closeHere(StringBuilder html, int at, List<Mark> open) {
    int lowest = 0;
    while (lowest < open.size() && open.get(lowest).range().to() > at) {
      lowest++;
    }
    if (lowest == open.size()) {
      return;
    }
    List<Mark> closed = List.copyOf(open.subList(lowest, open.size()));
    for (int i = closed.size() - 1; i >= 0; i--) {
      html.append("</").append(closed.get(i).element()).append('>');
    }
    open.subList(lowest, open.size()).clear();
    for (Mark mark : closed) {
      if (mark.range().to() > at) {
        html.append(mark.again());
        open.add(mark);
      }
    }
  }
}
