package org.crcgraph.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.crcgraph.model.Annotation;
import org.crcgraph.model.Document;
import org.crcgraph.model.InventedDocument;
import org.crcgraph.model.Issue;
import org.junit.jupiter.api.Test;

/** Several extractors over one document. */
final class ExtractionTest {
  @Test
  void anExtractorThatFailsCostsOnlyItsOwnRecords() {
    String text = "Brightwell runs Eastshire CRC.";
    Document document =
        InventedDocument.of(
            text,
            new Document.Layout(
                null,
                null,
                Annotation.DocumentKind.NEWS_ARTICLE,
                InventedDocument.paragraphs(text),
                List.of(),
                List.of()));
    RecordExtractor faulty =
        reading -> {
          throw new IllegalStateException("no such word");
        };
    List<Issue> failures = new ArrayList<>();

    List<Annotation> records =
        new Extraction(
                List.of(faulty, new DocumentHeadExtractor()),
                CrcAreas.of(Invented.lexicon()),
                RuleCounts.none())
            .extract(document, new Vocabulary(document), List.of(), failures);

    assertThat(records).singleElement().isInstanceOf(Annotation.DocumentHead.class);
    assertThat(failures).hasSize(1);
    assertThat(failures.get(0).severity()).isEqualTo(Issue.Severity.FAILURE);
    assertThat(failures.get(0).toString())
        .startsWith("invented.txt:1:1: ")
        .contains("no such word", "please report");
  }
}
