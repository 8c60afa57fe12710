package org.crcgraph.serve.reconcile;

import java.util.List;

/**
 * A thing that may be meant.
 *
 * @param thing the thing
 * @param score from 0 to 100
 * @param match whether it is certainly meant; of at most one candidate
 * @param features what the score is made of
 */
record Candidate(Things.Thing thing, double score, boolean match, List<Feature> features) {
  /** A part of the score, from 0 to 100. */
  record Feature(String id, String name, double value) {}

  Candidate {
    features = List.copyOf(features);
  }
}
