package org.crcgraph.publish;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.crcgraph.publish.OwnershipReport.Row;
import org.crcgraph.publish.OwnershipReport.Source;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A spreadsheet (Office Open XML) with the rows and, on a second sheet, the sources. Text cells are
 * text whatever they begin with; dates stay ISO 8601 text, since a spreadsheet cannot hold "2016".
 */
final class XlsxReport implements ReportWriter {
  private static final int WIDEST = 60;

  @Override
  public void write(OwnershipReport report, OutputStream out) throws IOException {
    Workbook workbook = new Workbook(out, "CRC Graph", "1.0");
    Worksheet rows = workbook.newWorksheet("Ownership");
    headings(rows, ReportColumns.HEADINGS);
    int y = 1;
    for (Row row : report.rows()) {
      int x = 0;
      for (Object value : ReportColumns.of(row)) {
        if (value instanceof Integer number) {
          rows.value(y, x++, number);
        } else {
          rows.value(y, x++, value.toString());
        }
      }
      y++;
    }
    rows.setAutoFilter(0, 0, Math.max(y - 1, 1), ReportColumns.HEADINGS.size() - 1);
    Worksheet sources = workbook.newWorksheet("Sources");
    headings(sources, List.of("title", "url"));
    y = 1;
    for (Source source : report.sources()) {
      sources.value(y, 0, source.name());
      sources.value(y++, 1, source.url());
    }
    sources.width(0, WIDEST);
    sources.width(1, WIDEST);
    workbook.finish();
  }

  private static void headings(Worksheet sheet, List<String> headings) {
    for (int x = 0; x < headings.size(); x++) {
      sheet.value(0, x, headings.get(x));
      sheet.style(0, x).bold().set();
    }
    sheet.freezePane(1, 1);
  }
}
