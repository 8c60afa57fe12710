package org.crcgraph.publish;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.crcgraph.publish.OwnershipReport.Cell;
import org.crcgraph.publish.OwnershipReport.Otherwise;
import org.crcgraph.publish.OwnershipReport.Row;
import org.crcgraph.publish.OwnershipReport.Source;
import org.crcgraph.query.Escaped;

/** Markdown: a table, who says otherwise, and the numbered sources. */
final class MarkdownReport implements ReportWriter {
  @Override
  public void write(OwnershipReport report, OutputStream stream) throws IOException {
    Writer out = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
    List<Source> sources = report.sources();
    out.append("# ").append(ReportWords.TITLE).append("\n\n");
    out.append(ReportWords.subtitle(report)).append(". A value marked ≠ is contested.\n\n");
    out.append("| CRC | Owner | Role | From | To | Ultimate owner | For | Against | Sources |\n");
    out.append("| --- | --- | --- | --- | --- | --- | ---: | ---: | --- |\n");
    for (Row row : report.rows()) {
      out.append("| ").append(Escaped.markdown(row.crc().label()));
      cell(out, row, Cell.OWNER, row.owner().label());
      cell(out, row, Cell.ROW, row.role());
      cell(out, row, Cell.FROM, ReportWords.date(row.from()));
      cell(out, row, Cell.TO, ReportWords.date(row.to()));
      cell(out, row, Cell.ULTIMATE_OWNER, ReportWords.ultimateOwner(row));
      out.append(" | ").append(String.valueOf(row.agreeing()));
      out.append(" | ").append(String.valueOf(row.disagreeing())).append(" | ");
      out.append(links(sources, row.sources()));
      out.append(" |\n");
    }
    if (report.rows().stream().anyMatch(row -> !row.otherwise().isEmpty())) {
      out.append("\n## Who says otherwise\n\n");
      for (Row row : report.rows()) {
        for (Otherwise otherwise : row.otherwise()) {
          out.append("- ").append(Escaped.markdown(row.crc().label())).append(", ");
          out.append(Escaped.markdown(row.owner().label())).append(", ");
          out.append(Escaped.markdown(otherwise.property())).append(": ");
          out.append(Escaped.markdown(ReportWords.otherwise(otherwise))).append(' ');
          out.append(links(sources, otherwise.sources())).append('\n');
        }
      }
    }
    out.append("\n## Sources\n\n");
    int number = 1;
    for (Source source : sources) {
      out.append(String.valueOf(number++)).append(". [").append(Escaped.markdown(source.name()));
      out.append("](<").append(Escaped.markdownTarget(source.url())).append(">)\n");
    }
    out.flush();
  }

  private static void cell(Writer out, Row row, Cell cell, String text) throws IOException {
    out.append(" | ").append(row.otherwise(cell).isEmpty() ? "" : "≠ ");
    out.append(Escaped.markdown(text));
  }

  private static String links(List<Source> sources, List<Source> some) {
    return some.stream().map(s -> link(sources, s)).collect(Collectors.joining(" "));
  }

  private static String link(List<Source> sources, Source source) {
    return "[\\["
        + (sources.indexOf(source) + 1)
        + "\\]](<"
        + Escaped.markdownTarget(source.url())
        + ">)";
  }
}
