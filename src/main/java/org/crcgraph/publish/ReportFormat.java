package org.crcgraph.publish;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The formats in which the ownership report is written. */
public enum ReportFormat {
  MD(new MarkdownReport()),
  HTML(new HtmlReport()),
  CSV(new CsvReport()),
  XLSX(new XlsxReport()),
  JSON(new JsonReport());

  private final ReportWriter writer;

  ReportFormat(ReportWriter writer) {
    this.writer = writer;
  }

  /** The word by which users name it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The format of this name. */
  public static Optional<ReportFormat> ofLabel(String label) {
    return Arrays.stream(values()).filter(format -> format.label().equals(label)).findFirst();
  }

  /** Whether the format is text that a terminal can show. */
  public boolean isText() {
    return this != XLSX;
  }

  /** Writes a report. The stream is flushed, not closed. */
  public void write(OwnershipReport report, OutputStream out) throws IOException {
    writer.write(report, out);
    out.flush();
  }
}
