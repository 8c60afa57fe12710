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
import org.apache.jena.vocabulary.SKOS;
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
  void everyDeclaredTermIsUsedByCodeMappingShapeOrQuery()
      throws IOException, IllegalAccessException {
    String uses = usesOutsideTheOntology();
    Set<String> unused = new TreeSet<>();
    for (String name : declared()) {
      // A class above others, or a scheme of concepts, is used by what stands below it.
      boolean holdsOthers =
          ontology.contains(Node.ANY, RDFS.subClassOf.asNode(), Ontology.term(name))
              || ontology.contains(Node.ANY, SKOS.inScheme.asNode(), Ontology.term(name));
      if (!holdsOthers && !uses.matches("(?s).*\\bcrc:" + name + "\\b.*") && !usedByCode(name)) {
        unused.add(name);
      }
    }
    assertThat(unused).isEmpty();
  }

  private static boolean usedByCode(String name) throws IllegalAccessException, IOException {
    for (Field field : Terms.class.getDeclaredFields()) {
      if (field.getType() == Node.class
          && ((Node) field.get(null)).getURI().equals(Terms.NS + name)) {
        return sources().contains("Terms." + field.getName());
      }
    }
    return false;
  }

  private static String sources() throws IOException {
    StringBuilder text = new StringBuilder();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        text.append(Files.readString(file));
      }
    }
    return text.toString();
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
