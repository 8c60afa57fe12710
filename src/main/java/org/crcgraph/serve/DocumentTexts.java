package org.crcgraph.serve;

import java.util.Optional;
import org.crcgraph.model.Document;
import org.crcgraph.model.PublicText;

/** The texts of documents that the one who runs the server holds and lets its pages show. */
@FunctionalInterface
public interface DocumentTexts {
  /** No text is at hand. */
  DocumentTexts NONE = sha256 -> Optional.empty();

  /**
   * A document as it may be shown.
   *
   * @param document its text and where its parts stand
   * @param words its text without the names that are withheld
   */
  record AtHand(Document document, PublicText words) {}

  /** The document whose file has this digest (lower-case hexadecimal), if it is at hand. */
  Optional<AtHand> of(String sha256);
}
