package org.crcgraph.extract;

import org.crcgraph.model.EntityRef;
import org.jspecify.annotations.Nullable;

/**
 * Who said something.
 *
 * @param entity the person or organisation, or null where the source is unnamed
 * @param role as printed nearby, or null
 * @param sort what sort of subject the text has
 */
record Speaker(@Nullable EntityRef entity, @Nullable String role, Sort sort) {
  static final Speaker UNKNOWN = new Speaker(null, null, Sort.UNNAMED);

  /** What sort of subject the text has. */
  enum Sort {
    /** A name. */
    NAMED,
    /** "he", "she", "they", "it". */
    PRONOUN,
    /** Inspectors, or a report of theirs. */
    WATCHDOG,
    /** Another common noun that stands for somebody known. */
    NOUN,
    /** A common noun that stands for nobody known. */
    UNNAMED
  }

  boolean isNamed() {
    return entity != null;
  }
}
