package org.crcgraph.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.crcgraph.model.Annotation;
import org.crcgraph.model.Document;
import org.crcgraph.model.DocumentRecords;
import org.crcgraph.model.EntityKind;
import org.crcgraph.model.EntityRef;
import org.crcgraph.model.Evidence;
import org.crcgraph.model.InventedDocument;
import org.crcgraph.model.Span;
import org.junit.jupiter.api.Test;

/** Which people of a document become things of the graph. */
final class PeopleOfDocumentsTest {
  private static final EntityRef KNOWN =
      new EntityRef("Ada Quill", EntityKind.PERSON, "person/ada-quill");
  private static final EntityRef UNKNOWN = EntityRef.found("Bo Thorn", EntityKind.PERSON);
  private static final Document LETTER = letter("A letter of no great length.");
  private static final Evidence EVIDENCE = Evidence.of(new Span(0, 9), "test");

  private static Document letter(String text) {
    return InventedDocument.of(
        text,
        new Document.Layout(
            null,
            null,
            Annotation.DocumentKind.LETTER,
            InventedDocument.paragraphs(text),
            List.of(),
            List.of()));
  }

  private static Set<String> people(Annotation... records) {
    Set<String> people = new TreeSet<>();
    DocumentGraph.write(
        Iris.CANONICAL,
        DocumentGraph.Reference.of(new Facts()),
        new StatementNames(),
        (graph, subject, predicate, object) -> {
          for (var node : List.of(subject, object)) {
            if (node.isURI() && node.getURI().contains("/id/person/")) {
              people.add(node.getURI().replaceFirst(".*/id/", ""));
            }
          }
        },
        new DocumentRecords(LETTER.ref(), LETTER, List.of(records), List.of()));
    return people;
  }

  private static Annotation statement(EntityRef speaker, EntityRef... about) {
    return new Annotation.Statement(
        EVIDENCE, speaker, null, Annotation.StatementMode.DIRECT, List.of(about));
  }

  @Test
  void whoIsOnlyMentionedIsNoneEvenIfTheLexiconKnowsThem() {
    assertThat(people(new Annotation.Mention(EVIDENCE, KNOWN))).isEmpty();
    assertThat(people(new Annotation.Mention(EVIDENCE, UNKNOWN))).isEmpty();
  }

  @Test
  void whoIsOnlySpokenOfIsNone() {
    assertThat(people(statement(UNKNOWN, KNOWN))).isEmpty();
  }

  @Test
  void whoSpeaksAndIsKnownIsOne() {
    assertThat(people(statement(KNOWN), new Annotation.Mention(EVIDENCE, KNOWN)))
        .containsExactly("person/ada-quill");
  }
}
