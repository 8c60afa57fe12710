package org.crcgraph.model;

import org.jspecify.annotations.Nullable;

/**
 * Where in its document a record stands and what found it there.
 *
 * @param span the shortest run of text from which a reader can take the record
 * @param rule id of the rule, such as {@code ownership.run}; {@code review} for a person's hand
 * @param confidence 0 to 1: how often this rule is right, as counted on annotated documents
 * @param acceptance the person who accepted or corrected the record, or null where nobody has
 */
public record Evidence(Span span, String rule, double confidence, @Nullable Acceptance acceptance) {
  /** The rule of a record that a person vouches for. */
  public static final String REVIEW = "review";

  public Evidence {
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("confidence is from 0 to 1: " + confidence);
    }
  }

  /** Evidence that a rule found and nobody has looked at. */
  public Evidence(Span span, String rule, double confidence) {
    this(span, rule, confidence, null);
  }

  /** Evidence of a rule whose precision was not counted apart. */
  public static Evidence of(Span span, String rule) {
    return new Evidence(span, rule, 0.8);
  }

  /** Evidence that a person vouches for. */
  public static Evidence accepted(Span span, Acceptance acceptance) {
    return new Evidence(span, REVIEW, 1, acceptance);
  }
}
