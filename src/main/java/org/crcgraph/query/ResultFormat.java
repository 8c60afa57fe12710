package org.crcgraph.query;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The formats in which answers are written. */
public enum ResultFormat {
  TABLE("text/plain", new TextTableWriter()),
  CSV("text/csv", new CsvResultWriter()),
  TSV("text/tab-separated-values", new TsvResultWriter()),
  JSON("application/sparql-results+json", new JsonResultWriter()),
  MD("text/markdown", new MarkdownResultWriter()),
  HTML("text/html", new HtmlResultWriter());

  private final String mediaType;
  private final ResultWriter writer;

  ResultFormat(String mediaType, ResultWriter writer) {
    this.mediaType = mediaType;
    this.writer = writer;
  }

  /** The word by which users name it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Its media type, of a table. */
  public String mediaType() {
    return mediaType;
  }

  /** The format of this name. */
  public static Optional<ResultFormat> ofLabel(String label) {
    return Arrays.stream(values()).filter(format -> format.label().equals(label)).findFirst();
  }

  /**
   * Writes an answer.
   *
   * @param heading what the answer is about, for formats that have a heading
   * @param width characters of a line where the format can keep to it, or 0 for any number
   */
  public void write(Answer answer, String heading, int width, Appendable out) throws IOException {
    if (answer instanceof Answer.Rows rows) {
      writer.table(rows.table(), heading, width, out);
    } else if (answer instanceof Answer.Verdict verdict) {
      writer.verdict(verdict.yes(), heading, out);
    } else if (answer instanceof Answer.Triples triples) {
      writer.triples(triples.graph(), heading, width, out);
    }
  }
}
