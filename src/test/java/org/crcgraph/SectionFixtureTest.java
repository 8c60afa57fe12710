package org.crcgraph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.crcgraph.lexicon.Lexicon;
import org.crcgraph.model.Annotated;
import org.crcgraph.model.Annotation;
import org.crcgraph.model.Entity;
import org.crcgraph.model.EntityKind;
import org.crcgraph.read.DocumentFormat;
import org.crcgraph.read.UnreadableDocumentException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Finds the sections of every document of {@code src/test/resources/sections} and compares them
 * with the file {@code NAME.expected} beside it. {@code -Dfixtures.rewrite=true} writes the
 * expectations anew.
 */
final class SectionFixtureTest {
  private static final ExpectedFiles FILES =
      new ExpectedFiles(Path.of("src/test/resources/sections"));

  /** The invented people and organisations that the documents speak of. */
  private static final List<Entity> INVENTED =
      List.of(
          entity("publication/larchshire-gazette", "Larchshire Gazette", EntityKind.PUBLICATION),
          entity("organisation/fernhill-group", "Fernhill Group", EntityKind.OWNER, "Fernhill"),
          entity("organisation/toner-workers-united", "Toner Workers United", EntityKind.UNION),
          entity("crc/larchshire-crc", "Larchshire CRC", EntityKind.CRC),
          entity("person/una-marsh", "Una Marsh", EntityKind.PERSON),
          entity("person/ivor-penn", "Ivor Penn", EntityKind.PERSON));

  private static Pipeline pipeline;

  private static Entity entity(String id, String name, EntityKind kind, String... aliases) {
    return new Entity(id, name, kind, List.of(aliases));
  }

  @BeforeAll
  static void load() {
    List<org.crcgraph.model.Issue> issues = new ArrayList<>();
    pipeline = new Pipeline(Lexicon.load(Path.of("data"), INVENTED, issues));
    assertThat(issues).isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> everyDocumentHasItsSections() throws IOException {
    return FILES.tests(SectionFixtureTest::describe);
  }

  private static String describe(Path file) throws UnreadableDocumentException {
    Annotated annotated = pipeline.annotate(DocumentFormat.read(file, new ArrayList<>()));
    StringBuilder out = new StringBuilder();
    for (Annotation annotation : annotated.annotations()) {
      if (annotation instanceof Annotation.Section section) {
        String words =
            annotated.document().text().string(section.evidence().span()).replaceAll("\\s+", " ");
        out.append(section.kind().label());
        out.append(" | ").append(section.publisher());
        out.append(" | ").append(section.date());
        out.append(" | ").append(section.title());
        out.append(" | ").append(section.evidence().rule());
        out.append("\n  ").append(words, 0, Math.min(words.length(), 50));
        out.append(" ... ").append(words.substring(Math.max(0, words.length() - 40)));
        out.append('\n');
      }
    }
    return out.toString();
  }
}
