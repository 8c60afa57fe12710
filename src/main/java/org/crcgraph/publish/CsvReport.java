package org.crcgraph.publish;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.crcgraph.publish.OwnershipReport.Row;
import org.crcgraph.query.Escaped;

/** CSV by RFC 4180; cells that a spreadsheet would take for formulas are guarded. */
final class CsvReport implements ReportWriter {
  @Override
  public void write(OwnershipReport report, OutputStream stream) throws IOException {
    Writer out = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
    CSVPrinter printer = new CSVPrinter(out, CSVFormat.RFC4180);
    printer.printRecord(ReportColumns.HEADINGS);
    for (Row row : report.rows()) {
      printer.printRecord(
          ReportColumns.of(row).stream().map(Object::toString).map(Escaped::spreadsheet).toList());
    }
    printer.flush();
  }
}
