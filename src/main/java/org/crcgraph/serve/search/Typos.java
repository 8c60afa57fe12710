package org.crcgraph.serve.search;

import java.util.Arrays;

/** How many typing errors lie between two words. */
public final class Typos {
  private Typos() {}

  /**
   * Insertions, deletions, replacements and swaps of neighbours that turn one word into the other;
   * more than the limit where it is over it.
   */
  public static int distance(String a, String b, int limit) {
    int[] before = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] now = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      now[0] = i;
      int least = i;
      for (int j = 1; j <= b.length(); j++) {
        int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int best = Math.min(Math.min(last[j] + 1, now[j - 1] + 1), last[j - 1] + cost);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          best = Math.min(best, before[j - 2] + 1);
        }
        now[j] = best;
        least = Math.min(least, best);
      }
      if (least > limit) {
        return limit + 1;
      }
      int[] spare = before;
      before = last;
      last = now;
      now = spare;
      Arrays.fill(now, 0);
    }
    return last[b.length()];
  }
}
