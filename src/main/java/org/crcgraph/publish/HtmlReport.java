package org.crcgraph.publish;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.crcgraph.publish.OwnershipReport.Cell;
import org.crcgraph.publish.OwnershipReport.Otherwise;
import org.crcgraph.publish.OwnershipReport.Row;
import org.crcgraph.publish.OwnershipReport.Source;
import org.crcgraph.publish.OwnershipReport.Thing;
import org.crcgraph.query.Escaped;
import org.jspecify.annotations.Nullable;

/** One self-contained page that also prints well: timeline, table, sources. */
final class HtmlReport implements ReportWriter {
  private static final String STYLE =
      """
      :root{color-scheme:light dark;--ink:#1d2126;--soft:#5c6570;--line:#d5d9de;--head:#f1f3f5;\
      --paper:#fff;--link:#0b57a4;--warn:#fff2cc;--warnline:#b7791f}
      @media(prefers-color-scheme:dark){:root{--ink:#e6e8ea;--soft:#a3abb5;--line:#3a4048;\
      --head:#23282e;--paper:#16191d;--link:#83baf2;--warn:#41350f;--warnline:#d9a441}}
      *{box-sizing:border-box}
      body{margin:0 auto;max-width:78rem;padding:1.5rem;background:var(--paper);color:var(--ink);\
      font:15px/1.5 system-ui,"Segoe UI","Helvetica Neue","DejaVu Sans",sans-serif}
      h1{font-size:1.6rem;line-height:1.2;margin:0 0 .25rem}
      h2{font-size:1.15rem;margin:2rem 0 .6rem}
      .subtitle{font-size:1.05rem;color:var(--soft);margin:0 0 1.2rem}
      a{color:var(--link);text-decoration-thickness:.06em;text-underline-offset:.15em}
      .wide{overflow-x:auto}
      figure{margin:0}
      figcaption{color:var(--soft);font-size:.9rem;margin-top:.4rem}
      .timeline{display:block;width:100%;min-width:52rem;height:auto;font-size:12px}
      .timeline text{fill:var(--ink)}
      .timeline .name{text-anchor:end}
      .timeline .small{font-size:10.5px}
      .timeline .years line{stroke:var(--line)}
      .timeline .years text{fill:var(--soft);text-anchor:middle}
      .timeline text.bar{font-size:10.5px;fill:inherit;pointer-events:none}
      .timeline text.bar[fill="#fff"]{fill:#fff}
      .timeline text.bar[fill="#000"]{fill:#000}
      .timeline .contested{stroke:var(--warnline);stroke-width:2;stroke-dasharray:4 2}
      .timeline .day line{stroke:var(--ink);stroke-width:1.5}
      .timeline .day text{text-anchor:middle;font-weight:600}
      .legend{list-style:none;display:flex;flex-wrap:wrap;gap:.2rem 1rem;padding:0;margin:.6rem 0 0;\
      font-size:.9rem}
      .legend svg{width:.85em;height:.85em;margin-right:.35em;vertical-align:-.05em}
      table{border-collapse:collapse;width:100%;font-size:.9rem}
      caption{text-align:left;color:var(--soft);padding-bottom:.4rem}
      th,td{border-bottom:1px solid var(--line);padding:.4rem .55rem;text-align:left;\
      vertical-align:top}
      thead th{background:var(--head);border-bottom:2px solid var(--line);position:sticky;top:0}
      tbody th{font-weight:600}
      .date{white-space:nowrap}
      .number{text-align:right;font-variant-numeric:tabular-nums}
      .role{color:var(--soft);font-size:.85em;display:block}
      td.contested{background:var(--warn)}
      .otherwise{display:block;font-size:.85em;border-left:3px solid var(--warnline);\
      padding-left:.4em;margin-top:.25em;white-space:normal}
      .refs a{white-space:nowrap}
      .sources{font-size:.85rem;padding-left:2.4rem}
      .sources li{overflow-wrap:anywhere;margin:.15rem 0}
      .sources small{color:var(--soft)}
      @page{size:A4 landscape;margin:12mm}
      @media print{
      :root{color-scheme:light;--ink:#000;--soft:#444;--line:#bbb;--head:#eee;--paper:#fff;\
      --link:#000;--warn:#fff2cc;--warnline:#b7791f}
      body{max-width:none;padding:0;font-size:9.5pt}
      *{print-color-adjust:exact;-webkit-print-color-adjust:exact}
      .wide{overflow:visible}
      .timeline{min-width:0;max-height:132mm}
      .legend,figcaption{font-size:8.5pt}
      .sources{columns:2;column-gap:10mm;font-size:7.5pt}
      figure{break-inside:avoid}
      table{font-size:8pt}
      thead{display:table-header-group}
      thead th{position:static}
      tr,li{break-inside:avoid}
      h2{break-after:avoid}
      a{text-decoration:none}
      }
      """;

  @Override
  public void write(OwnershipReport report, OutputStream stream) throws IOException {
    Writer out = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
    String subtitle = ReportWords.subtitle(report);
    out.append("<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n");
    out.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
    out.append(ReportWords.TITLE).append(" – ").append(Escaped.html(subtitle));
    out.append("</title>\n<style>\n").append(STYLE).append("</style>\n</head>\n<body>\n<header>\n");
    out.append("<h1>").append(ReportWords.TITLE).append("</h1>\n<p class=\"subtitle\">");
    out.append(Escaped.html(subtitle)).append("</p>\n</header>\n<main>\n");
    if (!report.periods().isEmpty()) {
      timeline(report, out);
    }
    table(report, out);
    sources(report.sources(), out);
    out.append(
        "</main>\n<footer>\n<p><small>From CRC Graph. Every row rests on the sources that it");
    out.append(" names; dates are as precise as they are. CC BY 4.0.</small></p>\n");
    out.append("</footer>\n</body>\n</html>\n");
    out.flush();
  }

  private static void timeline(OwnershipReport report, Writer out) throws IOException {
    OwnershipTimeline timeline = new OwnershipTimeline(report.periods());
    out.append("<figure>\n<div class=\"wide\">\n");
    timeline.write(report.on(), out);
    out.append("</div>\n<ul class=\"legend\" aria-label=\"Colours of ultimate owners\">\n");
    for (Map.Entry<String, String> entry : timeline.legend()) {
      out.append("<li><svg viewBox=\"0 0 10 10\" aria-hidden=\"true\"><rect width=\"10\"");
      out.append(" height=\"10\" rx=\"1\" fill=\"").append(entry.getValue()).append("\"/></svg>");
      out.append(Escaped.html(entry.getKey())).append("</li>\n");
    }
    out.append("</ul>\n<figcaption>Each bar is a period, named by its owner and coloured by its");
    out.append(" ultimate owner (in brackets where another). A dashed edge and ≠ mark what a");
    out.append(" source contests.</figcaption>\n</figure>\n");
  }

  private static void table(OwnershipReport report, Writer out) throws IOException {
    List<Source> sources = report.sources();
    int count = report.rows().size();
    out.append("<h2>").append(report.on() == null ? "Every period" : "The owners of the day");
    out.append("</h2>\n<div class=\"wide\"><table>\n<caption>").append(String.valueOf(count));
    out.append(count == 1 ? " row" : " rows");
    out.append(". For and against count the claims that support and contradict a row; numbers in");
    out.append(" brackets are sources.</caption>\n<thead><tr>");
    for (String heading : List.of("CRC", "Owner", "From", "To", "Ultimate owner")) {
      out.append("<th scope=\"col\">").append(heading).append("</th>");
    }
    out.append("<th scope=\"col\" class=\"number\">For</th>");
    out.append("<th scope=\"col\" class=\"number\">Against</th>");
    out.append("<th scope=\"col\">Sources</th></tr></thead>\n<tbody>\n");
    for (Row row : report.rows()) {
      out.append("<tr><th scope=\"row\">").append(link(row.crc())).append("</th>");
      cell(
          out,
          row,
          Cell.OWNER,
          sources,
          link(row.owner()) + "<span class=\"role\">" + Escaped.html(row.role()) + "</span>");
      cell(out, row, Cell.FROM, sources, date(row.from()));
      cell(out, row, Cell.TO, sources, date(row.to()));
      cell(
          out,
          row,
          Cell.ULTIMATE_OWNER,
          sources,
          link(row.ultimateOwner())
              + "<span class=\"date\">"
              + Escaped.html(ReportWords.stretch(row))
              + "</span>");
      out.append("<td class=\"number\">").append(String.valueOf(row.agreeing())).append("</td>");
      out.append("<td class=\"number\">").append(String.valueOf(row.disagreeing()));
      out.append("</td>");
      StringBuilder refs = new StringBuilder("<span class=\"refs\">");
      for (Source source : row.sources()) {
        refs.append(reference(sources, source)).append(' ');
      }
      cell(out, row, Cell.ROW, sources, refs.append("</span>").toString());
      out.append("</tr>\n");
    }
    out.append("</tbody>\n</table></div>\n");
  }

  private static String date(@Nullable String iso) {
    String text = Escaped.html(ReportWords.date(iso));
    return iso == null
        ? "<span class=\"date\">" + text + "</span>"
        : "<time class=\"date\" datetime=\"" + Escaped.html(iso) + "\">" + text + "</time>";
  }

  private static void cell(Writer out, Row row, Cell cell, List<Source> sources, String content)
      throws IOException {
    List<Otherwise> otherwise = row.otherwise(cell);
    out.append(otherwise.isEmpty() ? "<td>" : "<td class=\"contested\">").append(content);
    for (Otherwise other : otherwise) {
      out.append("<span class=\"otherwise\">≠ ");
      if (cell == Cell.ROW || cell == Cell.ULTIMATE_OWNER) {
        out.append(Escaped.html(other.property())).append(": ");
      }
      out.append(Escaped.html(ReportWords.otherwise(other))).append(' ');
      for (Source source : other.sources()) {
        out.append(reference(sources, source)).append(' ');
      }
      out.append("</span>");
    }
    out.append("</td>");
  }

  private static String link(Thing thing) {
    return "<a href=\"" + Escaped.html(thing.iri()) + "\">" + Escaped.html(thing.label()) + "</a>";
  }

  private static String reference(List<Source> sources, Source source) {
    return "<a href=\""
        + Escaped.html(safe(source.url()))
        + "\" title=\""
        + Escaped.html(source.name())
        + "\">["
        + (sources.indexOf(source) + 1)
        + "]</a>";
  }

  private static void sources(List<Source> sources, Writer out) throws IOException {
    out.append("<h2>Sources</h2>\n<ol class=\"sources\">\n");
    for (Source source : sources) {
      out.append("<li><a href=\"").append(Escaped.html(safe(source.url()))).append("\">");
      out.append(Escaped.html(source.name())).append("</a>");
      if (source.title() != null) {
        out.append("<br><small>").append(Escaped.html(source.url())).append("</small>");
      }
      out.append("</li>\n");
    }
    out.append("</ol>\n");
  }

  /** Addresses of the web only: a source must not bring a script along. */
  private static String safe(String url) {
    return url.startsWith("https://") || url.startsWith("http://") ? url : "#";
  }
}
