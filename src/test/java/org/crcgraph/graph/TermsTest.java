package org.crcgraph.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.Test;

final class TermsTest {
  private final Graph ontology = ontology();

  private static Graph ontology() {
    try {
      return Ontology.load(Path.of("ontology")).graph();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Set<String> declared() {
    return ontology
        .find(Node.ANY, Standards.TYPE, Node.ANY)
        .mapWith(t -> t.getSubject())
        .filterKeep(n -> n.isURI() && n.getURI().startsWith(Terms.NS))
        .mapWith(n -> n.getURI().substring(Terms.NS.length()))
        .toSet();
  }

  private static Set<String> spelled() throws IllegalAccessException {
    Set<String> names = new TreeSet<>();
    for (Field field : Terms.class.getDeclaredFields()) {
      if (field.getType() == Node.class && Modifier.isStatic(field.getModifiers())) {
        names.add(((Node) field.get(null)).getURI().substring(Terms.NS.length()));
      }
    }
    return names;
  }

  @Test
  void everyTermThatTheCodeSpellsIsDeclared() throws IllegalAccessException {
    assertThat(declared()).containsAll(spelled());
  }

  @Test
  void everyDeclaredTermIsUsedByCodeMappingShapeOrQuery() throws Exception {
    String uses = usesOutsideTheOntology();
    Set<String> unused =
        declared().stream()
            .filter(name -> !uses.contains("crc:" + name) && !usedByCode(name))
            .collect(Collectors.toCollection(TreeSet::new));
    unused.removeIf(
        name -> ontology.contains(Ontology.term(name), Ontology.term("markedUnused"), Node.ANY));
    assertThat(unused).isEmpty();
  }

  private static boolean usedByCode(String name) {
    try {
      return spelled().contains(name);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  private static String usesOutsideTheOntology() throws IOException {
    StringBuilder text = new StringBuilder();
    for (String folder : Set.of("data/registers", "ontology/shapes", "queries")) {
      try (Stream<Path> files = Files.walk(Path.of(folder))) {
        for (Path file :
            files
                .filter(f -> f.toString().endsWith(".rq") || f.toString().endsWith(".ttl"))
                .toList()) {
          text.append(Files.readString(file));
        }
      }
    }
    return text.toString();
  }

  @Test
  void everyTermHasLabelAndComment() {
    Set<String> without =
        declared().stream()
            .filter(
                name ->
                    !ontology.contains(Ontology.term(name), RDFS.label.asNode(), Node.ANY)
                        || !ontology.contains(Ontology.term(name), RDFS.comment.asNode(), Node.ANY))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(without).isEmpty();
  }
}
