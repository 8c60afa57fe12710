package org.crcgraph.model;

import java.util.List;

/**
 * A document with all that was taken from it.
 *
 * @param document the document
 * @param annotations its records, by span and type
 * @param unresolved names that stayed ambiguous or unlinked
 * @param failures what the program could not do; the other records are complete
 */
public record Annotated(
    Document document,
    List<Annotation> annotations,
    List<Resolution> unresolved,
    List<Issue> failures) {
  public Annotated {
    annotations = List.copyOf(annotations);
    unresolved = List.copyOf(unresolved);
    failures = List.copyOf(failures);
  }
}
