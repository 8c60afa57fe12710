package org.crcgraph.serve.reconcile;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.crcgraph.serve.search.SearchIndex;
import org.crcgraph.serve.search.Typos;

/** How alike two names are, from 0 to 100. */
final class Names {
  /** Words that say what sort of thing it is, not which. */
  private static final Set<String> SORT =
      Set.of("the", "crc", "community", "rehabilitation", "company", "limited", "ltd", "plc", "of");

  private static final double SORT_WEIGHT = 0.25;
  private static final double EXACT = 100;
  private static final double SAME_BUT_SORT = 96;
  private static final double OTHER_SORT = 84;
  private static final double LESS_THAN_SAME = 90;
  private static final int FORGIVING = 4;

  private Names() {}

  static double likeness(String asked, String known) {
    return likeness(SearchIndex.words(asked), SearchIndex.words(known));
  }

  private static double likeness(List<String> asked, List<String> known) {
    if (asked.isEmpty() || known.isEmpty()) {
      return 0;
    }
    if (asked.equals(known)) {
      return EXACT;
    }
    List<String> a = withoutSort(asked);
    List<String> b = withoutSort(known);
    if (!a.isEmpty() && a.equals(b)) {
      // "Kent CRC" is the company and not the area of Kent.
      return isCrc(asked) == isCrc(known) ? SAME_BUT_SORT : OTHER_SORT;
    }
    double matched = 0;
    List<String> left = new ArrayList<>(known);
    for (String word : asked) {
      double best = 0;
      String bestWord = "";
      for (String other : left) {
        double alike = wordLikeness(word, other);
        if (alike > best) {
          best = alike;
          bestWord = other;
        }
      }
      if (best > 0) {
        left.remove(bestWord);
        matched += best * (weight(word) + weight(bestWord)) / 2;
      }
    }
    double whole = 0;
    for (String word : asked) {
      whole += weight(word) / 2;
    }
    for (String word : known) {
      whole += weight(word) / 2;
    }
    return LESS_THAN_SAME * Math.min(1, matched / whole);
  }

  private static List<String> withoutSort(List<String> words) {
    return words.stream().filter(w -> !SORT.contains(w)).toList();
  }

  private static boolean isCrc(List<String> words) {
    return words.contains("crc") || (words.contains("community") && words.contains("company"));
  }

  private static double weight(String word) {
    return SORT.contains(word) ? SORT_WEIGHT : 1;
  }

  private static double wordLikeness(String a, String b) {
    if (a.equals(b)) {
      return 1;
    }
    int length = Math.max(a.length(), b.length());
    if (length < FORGIVING) {
      return 0;
    }
    int allowed = length < 2 * FORGIVING ? 1 : 2;
    int distance = Typos.distance(a, b, allowed);
    return distance <= allowed ? 1 - (double) distance / length : 0;
  }
}
