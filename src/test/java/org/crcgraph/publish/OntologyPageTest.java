package org.crcgraph.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.crcgraph.graph.Ontology;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

final class OntologyPageTest {
  private final Document page = page();

  private static Document page() {
    try {
      return Jsoup.parse(OntologyPage.of(Ontology.load(Path.of("ontology"))));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void everyTermHasASectionWithItsMeaning() {
    Element claim = page.getElementById("Claim");
    assertThat(claim).isNotNull();
    assertThat(claim.text()).contains("A source says").contains("claimSubject");
    assertThat(page.getElementById("ownedBy").text()).contains("bods:ownsOrControls");
  }

  @Test
  void everyLinkWithinThePageHasATarget() {
    List<String> dead =
        page.select("a[href^=#]").stream()
            .map(a -> a.attr("href").substring(1))
            .filter(id -> page.getElementById(id) == null)
            .toList();
    assertThat(dead).isEmpty();
  }

  @Test
  void thePageAsksForNothingAndRunsNothing() {
    assertThat(page.select("script, link, img, iframe, [src], [onclick]")).isEmpty();
  }
}
