package org.crcgraph.publish;

import java.util.List;
import java.util.stream.Collectors;
import org.crcgraph.publish.OwnershipReport.Row;
import org.crcgraph.publish.OwnershipReport.Source;
import org.jspecify.annotations.Nullable;

/** The flat columns of the report, for CSV and spreadsheets. */
final class ReportColumns {
  static final List<String> HEADINGS =
      List.of(
          "crcLabel",
          "areaLabel",
          "ownerLabel",
          "role",
          "ultimateOwnerLabel",
          "from",
          "to",
          "sources",
          "agreeing",
          "disagreeing",
          "sourceUrls",
          "otherwise",
          "crc",
          "owner",
          "ultimateOwner",
          "ultimateFrom",
          "ultimateTo");

  private ReportColumns() {}

  /** Text and whole numbers, one for each heading. */
  static List<Object> of(Row row) {
    return List.of(
        row.crc().label(),
        row.area(),
        row.owner().label(),
        row.role(),
        row.ultimateOwner().label(),
        orEmpty(row.from()),
        orEmpty(row.to()),
        row.sources().size(),
        row.agreeing(),
        row.disagreeing(),
        urls(row.sources()),
        row.otherwise().stream()
            .map(
                o ->
                    o.property()
                        + ": "
                        + o.value()
                        + (o.saidOn() == null ? "" : " (said " + o.saidOn() + ")")
                        + " "
                        + urls(o.sources()))
            .collect(Collectors.joining("; ")),
        row.crc().iri(),
        row.owner().iri(),
        row.ultimateOwner().iri(),
        orEmpty(row.ultimateFrom()),
        orEmpty(row.ultimateTo()));
  }

  private static String urls(List<Source> sources) {
    return sources.stream().map(Source::url).collect(Collectors.joining(" "));
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
