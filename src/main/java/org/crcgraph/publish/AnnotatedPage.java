package org.crcgraph.publish;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.crcgraph.model.Annotated;
import org.crcgraph.model.Annotation;
import org.crcgraph.model.Document;
import org.crcgraph.model.TextRange;
import org.crcgraph.query.Escaped;
import org.crcgraph.record.RecordJson;

/**
 * A document as a page that stands alone, its records marked in the text by type: hovering or
 * focusing a marked passage shows its record. No script, no request to anywhere; the policy in the
 * page allows its own style sheet and nothing else, so that hostile text stays text.
 */
public final class AnnotatedPage {
  /** Types in the order of the legend. */
  private static final List<String> TYPES =
      List.of(
          "document",
          "section",
          "comment",
          "mention",
          "ownership",
          "post",
          "statement",
          "inspection",
          "contract",
          "supply",
          "figure");

  /** What every record has, told elsewhere on the page. */
  private static final Set<String> COMMON = Set.of("type", "start", "end", "quote");

  private static final String STYLE =
      """
      :root{color-scheme:light dark;--ink:#1d2126;--soft:#59626d;--line:#d5d9de;--paper:#fff;\
      --card:#f7f8fa;--document:#6b7280;--section:#8a6d1f;--comment:#5b6b8c;--mention:#0b6bcb;\
      --ownership:#c2410c;--post:#0f766e;--statement:#7e22ce;--inspection:#15803d;\
      --contract:#b91c1c;--supply:#a16207;--figure:#be185d}
      @media(prefers-color-scheme:dark){:root{--ink:#e6e8ea;--soft:#a3abb5;--line:#3a4048;\
      --paper:#16191d;--card:#23282e;--document:#9ca3af;--section:#d6b656;--comment:#93a4c7;\
      --mention:#6cb2f7;--ownership:#fb923c;--post:#5eead4;--statement:#c99bf5;\
      --inspection:#6ee79a;--contract:#f88b8b;--supply:#e9bd55;--figure:#f58fbf}}
      *{box-sizing:border-box}
      body{margin:0;background:var(--paper);color:var(--ink);font:15px/1.6 system-ui,"Segoe UI",\
      "Helvetica Neue","DejaVu Sans",sans-serif}
      header,main,footer{max-width:60rem;margin:0 auto;padding:1rem 1.25rem}
      main{padding-bottom:14rem}
      h1{font-size:1.4rem;margin:0}
      h2{font-size:1.1rem}
      .soft{color:var(--soft);overflow-wrap:anywhere;margin:.2rem 0}
      .legend{position:sticky;top:0;z-index:2;background:var(--paper);border-bottom:1px solid \
      var(--line)}
      .legend ul{max-width:60rem;margin:0 auto;padding:.5rem 1.25rem;list-style:none;display:flex;\
      flex-wrap:wrap;gap:.15rem 1rem;font-size:.9rem}
      .text{white-space:pre-wrap;overflow-wrap:anywhere}
      .r{border-radius:2px;-webkit-box-decoration-break:clone;box-decoration-break:clone}
      .r:focus{outline:2px solid var(--ink);outline-offset:1px}
      .section,.comment{background:color-mix(in srgb,var(--t) 7%,transparent)}
      .document{font-weight:700}
      .section[data-label]::before,.comment[data-label]::before{content:attr(data-label);\
      display:inline-block;font-size:.72rem;line-height:1.3;padding:0 .4em;margin-right:.4em;\
      border:1px solid var(--t);color:var(--t);border-radius:3px;white-space:normal}
      .mention{border-bottom:2px dotted var(--t)}
      .statement{background:color-mix(in srgb,var(--t) 14%,transparent)}
      .ownership,.post,.inspection,.contract,.supply,.figure{border-bottom:2px solid var(--t);\
      background:color-mix(in srgb,var(--t) 16%,transparent)}
      .ownership{border-bottom-style:double;border-bottom-width:4px}
      .figure{border-bottom-style:dashed}
      .card{display:none;position:fixed;z-index:3;left:50%;bottom:.75rem;transform:translateX(-50%);\
      width:min(58rem,calc(100vw - 1.5rem));max-height:13rem;overflow:auto;padding:.6rem .9rem;\
      background:var(--card);color:var(--ink);border:1px solid var(--line);border-left:6px solid \
      var(--t);border-radius:4px;font-size:.9rem;font-weight:400;line-height:1.45;\
      white-space:normal}
      .card b{color:var(--t)}
      .card i{font-style:normal;color:var(--soft)}
      .card span{display:inline-block;margin-right:1rem}
      .r{scroll-margin-top:7rem}
      .r:target{outline:2px solid var(--t)}
      .r:focus>.card,.r:target:not(:focus):not(:has(.r:focus)):not(:has(.r:hover))>.card,.r:hover:not(:has(.r:hover))>.card{display:block}
      .swatch{display:inline-block;width:.8em;height:.8em;border-radius:2px;background:var(--t);\
      margin-right:.35em}
      table{border-collapse:collapse;width:100%;font-size:.87rem}
      th,td{border-bottom:1px solid var(--line);padding:.3rem .5rem;text-align:left;\
      vertical-align:top;overflow-wrap:anywhere}
      .wide{overflow-x:auto}
      a{color:var(--mention)}
      @media(max-width:45rem){.legend{position:static}.r{scroll-margin-top:1rem}}
      @media print{.card,.legend input{display:none}main{padding-bottom:1rem}}
      """;

  private final Annotated annotated;
  private final RecordJson json = new RecordJson();
  private final ObjectMapper mapper = new ObjectMapper();
  private final List<Marked> marked = new ArrayList<>();

  private AnnotatedPage(Annotated annotated) {
    this.annotated = annotated;
    for (Annotation annotation : annotated.annotations()) {
      TextRange range = annotated.document().text().range(annotation.evidence().span());
      marked.add(new Marked(marked.size(), annotation.type(), range, fields(annotation)));
    }
  }

  /**
   * A record with where it stands in the text.
   *
   * @param fields what the record says besides its type and place
   */
  private record Marked(int number, String type, TextRange range, Map<String, String> fields) {}

  /** The page of a document and its records. */
  public static String of(Annotated annotated) {
    return new AnnotatedPage(annotated).page();
  }

  private Map<String, String> fields(Annotation annotation) {
    try {
      JsonNode node = mapper.readTree(json.line(annotated.document(), annotation));
      Map<String, String> fields = new java.util.LinkedHashMap<>();
      node.properties().stream()
          .filter(field -> !COMMON.contains(field.getKey()))
          .filter(field -> !field.getValue().isNull())
          .forEach(field -> fields.put(field.getKey(), text(field.getValue())));
      return fields;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record that was just written is JSON", e);
    }
  }

  private static String text(JsonNode value) {
    return value.isArray()
        ? StreamSupport.stream(value.spliterator(), false)
            .map(JsonNode::asText)
            .collect(Collectors.joining(", "))
        : value.asText();
  }

  private String page() {
    Document document = annotated.document();
    TextRange title = document.layout().title();
    String heading = title == null ? document.name() : document.text().string(title);
    StringBuilder page = new StringBuilder(document.text().length() * 3);
    page.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ")
        .append("style-src 'sha256-")
        .append(hash(css()))
        .append("'\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
        .append(Escaped.html(heading))
        .append("</title>\n<style>")
        .append(css())
        .append("</style>\n</head>\n<body>\n<header>\n<h1>")
        .append(Escaped.html(heading))
        .append("</h1>\n<p class=\"soft\">")
        .append(Escaped.html(document.file()))
        .append(" · ")
        .append(document.text().codePoints())
        .append(" code points · SHA-256 ")
        .append(Escaped.html(document.sha256()))
        .append("</p>\n</header>\n");
    appendLegend(page);
    page.append("<main>\n<div class=\"text\">");
    appendText(page, document.text().string());
    page.append("</div>\n");
    appendTable(page, document);
    return page.append("</main>\n</body>\n</html>\n").toString();
  }

  /** The style sheet, with a colour and a switch for each type. */
  private static String css() {
    StringBuilder css = new StringBuilder(STYLE);
    for (String type : TYPES) {
      css.append('.').append(type).append("{--t:var(--").append(type).append(")}\n");
      css.append("body:has(#show-").append(type).append(":not(:checked)) .r.").append(type);
      css.append("{background:none;border-bottom:0}\n");
    }
    return css.toString();
  }

  private static String hash(String style) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return Base64.getEncoder()
          .encodeToString(digest.digest(style.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private void appendLegend(StringBuilder page) {
    Map<String, Long> counts =
        marked.stream()
            .collect(Collectors.groupingBy(Marked::type, TreeMap::new, Collectors.counting()));
    page.append("<nav class=\"legend\" aria-label=\"Record types\">\n<ul>\n");
    for (String type : TYPES) {
      page.append("<li class=\"")
          .append(type)
          .append("\"><label><input type=\"checkbox\" checked id=\"show-")
          .append(type)
          .append("\"> <span class=\"swatch\"></span>")
          .append(type)
          .append(' ')
          .append(counts.getOrDefault(type, 0L))
          .append("</label></li>\n");
    }
    page.append("</ul>\n</nav>\n");
  }

  private void appendText(StringBuilder page, String text) {
    MarkedText.append(
        page,
        text,
        marked.stream()
            .map(m -> new MarkedText.Mark(m.range(), startTag(m, true), startTag(m, false), "span"))
            .toList());
  }

  private static String startTag(Marked mark, boolean first) {
    StringBuilder page = new StringBuilder();
    page.append("<span class=\"r ").append(mark.type()).append('"');
    if (first) {
      page.append(" id=\"r").append(mark.number()).append("\" tabindex=\"0\"");
      if (mark.type().equals("section") || mark.type().equals("comment")) {
        String who =
            mark.fields().getOrDefault("publisher", mark.fields().getOrDefault("author", ""));
        page.append(" data-label=\"")
            .append(Escaped.html((mark.type() + " " + who).strip()))
            .append('"');
      }
    }
    page.append('>');
    appendCard(page, mark);
    return page.toString();
  }

  private static void appendCard(StringBuilder page, Marked mark) {
    page.append("<span class=\"card\" role=\"note\"><b>").append(mark.type()).append("</b> ");
    mark.fields()
        .forEach(
            (name, value) ->
                page.append("<span><i>")
                    .append(Escaped.html(name))
                    .append("</i> ")
                    .append(Escaped.html(value))
                    .append("</span>"));
    page.append("</span>");
  }

  private void appendTable(StringBuilder page, Document document) {
    page.append("<h2>Records</h2>\n<div class=\"wide\"><table>\n<thead><tr><th>Type</th>")
        .append("<th>Passage</th><th>Record</th></tr></thead>\n<tbody>\n");
    for (String type : TYPES) {
      for (Marked mark : marked) {
        if (!mark.type().equals(type) || type.equals("mention")) {
          continue;
        }
        page.append("<tr class=\"")
            .append(type)
            .append("\"><td><span class=\"swatch\"></span>")
            .append(type)
            .append("</td><td><a href=\"#r")
            .append(mark.number())
            .append("\">")
            .append(Escaped.html(shortened(document.text().string(mark.range()))))
            .append("</a></td><td>")
            .append(
                mark.fields().entrySet().stream()
                    .map(f -> Escaped.html(f.getKey() + ": " + f.getValue()))
                    .collect(Collectors.joining("<br>")))
            .append("</td></tr>\n");
      }
    }
    page.append("</tbody>\n</table></div>\n");
  }

  private static String shortened(String text) {
    String plain = text.replaceAll("\\s+", " ");
    int longest = 160;
    return plain.codePointCount(0, plain.length()) <= longest
        ? plain
        : plain.substring(0, plain.offsetByCodePoints(0, longest)) + "…";
  }
}
