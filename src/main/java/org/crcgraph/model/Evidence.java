package org.crcgraph.model;

/**
 * Where in its document a record stands and what found it there.
 *
 * @param span the shortest run of text from which a reader can take the record
 * @param rule id of the rule, such as {@code ownership.run}; {@code review.NAME} for a person's
 *     hand
 * @param confidence 0 to 1: how often this rule is right, as counted on annotated documents
 */
public record Evidence(Span span, String rule, double confidence) {
  public Evidence {
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("confidence is from 0 to 1: " + confidence);
    }
  }

  /** Evidence of a rule whose precision was not counted apart. */
  public static Evidence of(Span span, String rule) {
    return new Evidence(span, rule, 0.8);
  }
}
