package org.crcgraph.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.crcgraph.model.Annotated;
import org.crcgraph.model.Annotation;
import org.crcgraph.model.Document;
import org.crcgraph.model.EntityKind;
import org.crcgraph.model.EntityRef;
import org.crcgraph.model.Evidence;
import org.crcgraph.model.InventedDocument;
import org.crcgraph.model.Span;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** The page of a document with its records marked. */
final class AnnotatedPageTest {
  private static final EntityRef FIRM = EntityRef.found("Brightwell", EntityKind.OWNER);
  private static final EntityRef CRC = EntityRef.found("Eastshire CRC", EntityKind.CRC);

  private static String page(String text, Annotation... annotations) {
    return AnnotatedPage.of(
        new Annotated(
            InventedDocument.of(
                text,
                new Document.Layout(
                    null,
                    null,
                    Annotation.DocumentKind.BLOG_POST,
                    List.of(),
                    List.of(),
                    List.of())),
            List.of(annotations),
            List.of(),
            List.of()));
  }

  private static Evidence at(int start, int end) {
    return Evidence.of(new Span(start, end), "test.rule");
  }

  @Test
  void recordsThatCrossAreBothMarkedAndTheTextStaysWhole() {
    String text = "Brightwell runs it, we hear, today 😀 again";
    org.jsoup.nodes.Document page =
        Jsoup.parse(
            page(
                text,
                new Annotation.Ownership(at(0, 18), FIRM, CRC),
                new Annotation.Statement(
                    at(11, 36), FIRM, null, Annotation.StatementMode.DIRECT, List.of())));
    page.select(".card").remove();

    assertThat(page.selectFirst(".text").wholeText()).isEqualTo(text);
    assertThat(page.select(".r.ownership").eachText()).containsExactly("Brightwell runs it");
    assertThat(String.join("", page.select(".r.statement").eachText()))
        .isEqualTo("runs it, we hear, today 😀");
    assertThat(page.select("[tabindex=0]")).hasSize(2);
  }

  @Test
  void textOfADocumentStaysText() {
    String text = "<script>alert(1)</script><img src=x onerror=alert(2)>\" onfocus=\"x";
    org.jsoup.nodes.Document page =
        Jsoup.parse(
            page(
                text,
                new Annotation.Comment(at(0, 10), "\"><script>alert(3)</script>", null),
                new Annotation.Mention(at(0, 8), EntityRef.found("<b>x</b>", EntityKind.PERSON))));

    assertThat(page.select("script, img, [onfocus], b:containsOwn(x)")).isEmpty();
    page.select(".card").remove();
    assertThat(page.selectFirst(".text").wholeText()).isEqualTo(text);
  }

  @Test
  void asksNoOtherHostForAnything() {
    org.jsoup.nodes.Document page = Jsoup.parse(page("See http://example.org/x here"));

    assertThat(page.select("[src], link, [style], a[href^=http]")).isEmpty();
    assertThat(page.selectFirst("meta[http-equiv]").attr("content"))
        .startsWith("default-src 'none'; style-src 'sha256-");
  }
}
