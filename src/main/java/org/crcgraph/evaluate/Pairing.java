package org.crcgraph.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * Annotated and found records in pairs, each in at most one, those that overlap most first.
 *
 * @param gold index of the annotated record
 * @param found index of the found record
 */
record Pairing(int gold, int found) {
  private record Candidate(double overlap, int gold, int found) {}

  /** The pairs of two lists, best overlap first. */
  static List<Pairing> of(List<Item> gold, List<Item> found, BiPredicate<Item, Item> agree) {
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < gold.size(); i++) {
      for (int j = 0; j < found.size(); j++) {
        if (agree.test(gold.get(i), found.get(j))) {
          candidates.add(new Candidate(gold.get(i).overlap(found.get(j)), i, j));
        }
      }
    }
    candidates.sort(
        Comparator.comparingDouble((Candidate c) -> -c.overlap())
            .thenComparingInt(Candidate::gold)
            .thenComparingInt(Candidate::found));
    Set<Integer> golds = new HashSet<>();
    Set<Integer> founds = new HashSet<>();
    List<Pairing> pairs = new ArrayList<>();
    for (Candidate candidate : candidates) {
      if (!golds.contains(candidate.gold()) && !founds.contains(candidate.found())) {
        golds.add(candidate.gold());
        founds.add(candidate.found());
        pairs.add(new Pairing(candidate.gold(), candidate.found()));
      }
    }
    return pairs;
  }
}
