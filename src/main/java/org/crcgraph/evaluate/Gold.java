package org.crcgraph.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.crcgraph.model.Annotated;
import org.crcgraph.model.Annotation;
import org.crcgraph.model.Issue;
import org.crcgraph.model.Place;
import org.crcgraph.record.RecordJson;

/** A folder of annotations: {@code NAME.jsonl} for each document and {@code entities*.tsv}. */
public final class Gold {
  private final Map<String, List<Item>> documents;
  private final CanonicalNames names;

  private Gold(Map<String, List<Item>> documents, CanonicalNames names) {
    this.documents = documents;
    this.names = names;
  }

  /**
   * Reads a folder.
   *
   * @param issues receives an error where there are no annotations, and for each line that is none
   */
  public static Gold read(Path folder, List<Issue> issues) throws IOException {
    Map<String, List<Item>> documents = new TreeMap<>();
    if (!Files.isDirectory(folder)) {
      issues.add(
          Issue.error(
              new Place(folder.toString(), 1, 1),
              "no such folder",
              "name the folder of gold files"));
      return new Gold(documents, new CanonicalNames());
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file :
          files.filter(f -> f.getFileName().toString().endsWith(".jsonl")).sorted().toList()) {
        String name = file.getFileName().toString();
        documents.put(
            name.substring(0, name.length() - ".jsonl".length()), Item.read(file, issues));
      }
    }
    if (documents.isEmpty()) {
      issues.add(
          Issue.error(
              new Place(folder.toString(), 1, 1), "no gold files", "put NAME.jsonl files there"));
    }
    return new Gold(documents, CanonicalNames.of(folder));
  }

  /** The names of the annotated documents. */
  public List<String> documents() {
    return List.copyOf(documents.keySet());
  }

  /** An evaluation that has counted nothing yet. */
  public Evaluation evaluation() {
    return new Evaluation(names);
  }

  /** Whether a document is annotated. */
  public boolean has(String document) {
    return documents.containsKey(document);
  }

  /** Adds what was found in an annotated document to an evaluation. */
  public void compare(Annotated annotated, Evaluation evaluation) throws IOException {
    RecordJson json = new RecordJson();
    List<Item> found = new ArrayList<>();
    for (Annotation annotation : annotated.annotations()) {
      found.add(Item.parse(json.line(annotated.document(), annotation)));
    }
    evaluation.add(documents.getOrDefault(annotated.document().name(), List.of()), found);
  }
}
