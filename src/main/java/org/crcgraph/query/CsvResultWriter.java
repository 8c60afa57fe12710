package org.crcgraph.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** SPARQL 1.1 Query Results CSV, quoted by RFC 4180. */
final class CsvResultWriter implements ResultWriter {
  @Override
  public void table(ResultTable table, String heading, int width, Appendable out)
      throws IOException {
    CSVPrinter printer = new CSVPrinter(out, CSVFormat.RFC4180);
    printer.printRecord(table.columns());
    for (ResultTable.Row row : table.rows()) {
      List<String> cells = new ArrayList<>();
      row.cells().forEach(cell -> cells.add(cell.map(ResultTable::text).orElse("")));
      printer.printRecord(cells);
    }
    printer.flush();
  }
}
