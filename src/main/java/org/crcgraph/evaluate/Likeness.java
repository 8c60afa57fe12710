package org.crcgraph.evaluate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How alike two strings are, from 0 to 1: twice the length of their matching blocks over their
 * lengths, after Ratcliff and Obershelp. Follows Python's {@code difflib.SequenceMatcher.ratio}
 * step by step (also its passing over of characters that fill a long string), so that the figures
 * of the reference scorer come out to the last digit.
 */
final class Likeness {
  /**
   * From this length on, a character that is more than a hundredth of the string starts no match.
   */
  private static final int LONG = 200;

  private final int[] a;
  private final int[] b;
  private final Map<Integer, List<Integer>> places = new HashMap<>();

  private Likeness(int[] a, int[] b) {
    this.a = a;
    this.b = b;
    for (int j = 0; j < b.length; j++) {
      places.computeIfAbsent(b[j], c -> new ArrayList<>()).add(j);
    }
    if (b.length >= LONG) {
      int most = b.length / 100 + 1;
      places.values().removeIf(found -> found.size() > most);
    }
  }

  /** The ratio of two strings, by code points. */
  static double ratio(String first, String second) {
    Likeness likeness = new Likeness(first.codePoints().toArray(), second.codePoints().toArray());
    int length = likeness.a.length + likeness.b.length;
    return length == 0 ? 1.0 : 2.0 * likeness.matched() / length;
  }

  private int matched() {
    int matched = 0;
    Deque<int[]> open = new ArrayDeque<>();
    open.push(new int[] {0, a.length, 0, b.length});
    while (!open.isEmpty()) {
      int[] part = open.pop();
      int[] block = longest(part[0], part[1], part[2], part[3]);
      if (block[2] > 0) {
        matched += block[2];
        open.push(new int[] {part[0], block[0], part[2], block[1]});
        open.push(new int[] {block[0] + block[2], part[1], block[1] + block[2], part[3]});
      }
    }
    return matched;
  }

  /** The longest common block of two stretches: start in a, start in b, length. */
  private int[] longest(int aFrom, int aTo, int bFrom, int bTo) {
    int bestA = aFrom;
    int bestB = bFrom;
    int best = 0;
    int[] lengths = new int[b.length + 1];
    int[] next = new int[b.length + 1];
    for (int i = aFrom; i < aTo; i++) {
      Arrays.fill(next, 0);
      for (int j : places.getOrDefault(a[i], List.of())) {
        if (j < bFrom) {
          continue;
        }
        if (j >= bTo) {
          break;
        }
        int length = lengths[j] + 1;
        next[j + 1] = length;
        if (length > best) {
          bestA = i - length + 1;
          bestB = j - length + 1;
          best = length;
        }
      }
      int[] swap = lengths;
      lengths = next;
      next = swap;
    }
    while (bestA > aFrom && bestB > bFrom && a[bestA - 1] == b[bestB - 1]) {
      bestA--;
      bestB--;
      best++;
    }
    while (bestA + best < aTo && bestB + best < bTo && a[bestA + best] == b[bestB + best]) {
      best++;
    }
    return new int[] {bestA, bestB, best};
  }
}
