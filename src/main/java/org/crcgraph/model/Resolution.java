package org.crcgraph.model;

import java.util.List;

/**
 * What a name in a text was decided to mean. Nothing is dropped in silence: all three are counted.
 */
public sealed interface Resolution {
  /** The name as it stands in the text. */
  NameMatch match();

  /** One meaning: an entity that is known, or new in this document. */
  record Linked(NameMatch match, EntityRef entity) implements Resolution {}

  /** Several meanings and nothing in the text to choose by. */
  record Ambiguous(NameMatch match, List<Entity> candidates) implements Resolution {
    public Ambiguous {
      candidates = List.copyOf(candidates);
    }
  }

  /** No meaning that the text supports (a surname that nobody in the text has in full). */
  record Unlinked(NameMatch match, String reason) implements Resolution {}
}
