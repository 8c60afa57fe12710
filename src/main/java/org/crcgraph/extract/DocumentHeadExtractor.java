package org.crcgraph.extract;

import java.util.List;
import org.crcgraph.model.Annotation;
import org.crcgraph.model.Document;
import org.crcgraph.model.TextRange;

/** The title, date and kind that the reader found; one record per document. */
final class DocumentHeadExtractor implements RecordExtractor {
  @Override
  public List<Annotation.DocumentHead> extract(Reading reading) {
    Document.Layout layout = reading.document().layout();
    TextRange title = layout.title();
    TextRange evidence = title != null ? title : firstLine(reading.text());
    return List.of(
        new Annotation.DocumentHead(
            reading.evidence(evidence, "document.layout"),
            title == null ? null : reading.text(title).replaceAll("\\R\\s*", " "),
            layout.date(),
            layout.kind()));
  }

  private static TextRange firstLine(String text) {
    int from = 0;
    while (from < text.length() && Character.isWhitespace(text.charAt(from))) {
      from++;
    }
    int to = from;
    while (to < text.length() && text.charAt(to) != '\n' && text.charAt(to) != '\r') {
      to++;
    }
    return new TextRange(from, to);
  }
}
