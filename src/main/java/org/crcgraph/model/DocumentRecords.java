package org.crcgraph.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of a document: what people have accepted or corrected, and what rules found
 * there and nobody has decided on.
 *
 * @param ref which document
 * @param document the document itself, or null where its text is not at hand
 * @param records the records; the evidence of each says who vouches for it
 * @param unresolved names that stayed ambiguous or unlinked
 */
public record DocumentRecords(
    DocumentRef ref,
    @Nullable Document document,
    List<Annotation> records,
    List<Resolution> unresolved) {
  public DocumentRecords {
    records = List.copyOf(records);
    unresolved = List.copyOf(unresolved);
  }

  /** What rules found in a document of which no review is known. */
  public static DocumentRecords of(Annotated annotated) {
    return new DocumentRecords(
        annotated.document().ref(),
        annotated.document(),
        annotated.annotations(),
        annotated.unresolved());
  }
}
