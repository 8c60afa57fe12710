package org.crcgraph.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The word of a known name that a text means by an unknown word. An ordinary English word, a
 * forename or a word of another known name is never taken for a misspelling.
 */
final class Spelling {
  /** Words of fewer letters are too close to too many others. */
  static final int SHORTEST = 6;

  private static final int TWO_EDITS_FROM = 9;

  private static final Known[] NONE_KNOWN = {};

  private final Map<Character, Known[]> byInitial = new HashMap<>();
  private final NameTrie trie;

  /**
   * A word of a name.
   *
   * @param letters one bit for each letter that it has: an edit adds at most one letter and takes
   *     away at most one, which spares most comparisons
   */
  private record Known(String word, int letters) {
    static Known of(String word) {
      return new Known(word, lettersOf(word));
    }
  }

  private static int lettersOf(String word) {
    int letters = 0;
    for (int i = 0; i < word.length(); i++) {
      letters |= 1 << (word.charAt(i) & 31);
    }
    return letters;
  }

  Spelling(NameTrie trie) {
    this.trie = trie;
    Map<Character, List<Known>> known = new HashMap<>();
    for (int token = 0; token < trie.size(); token++) {
      String word = trie.word(token);
      if (trie.is(token, NameTrie.NAME_WORD)
          && word.length() >= SHORTEST
          && word.chars().allMatch(Character::isLetter)) {
        known.computeIfAbsent(word.charAt(0), key -> new ArrayList<>()).add(Known.of(word));
      }
    }
    known.forEach((initial, words) -> byInitial.put(initial, words.toArray(NONE_KNOWN)));
  }

  /** The token nearest to a word in small letters, or {@link NameTrie#NONE}. */
  int nearest(String word) {
    int limit = word.length() >= TWO_EDITS_FROM ? 2 : 1;
    String best = null;
    int least = limit + 1;
    boolean tie = false;
    int letters = lettersOf(word);
    for (Known candidate : byInitial.getOrDefault(word.charAt(0), NONE_KNOWN)) {
      if (Integer.bitCount(candidate.letters() & ~letters) > limit
          || Integer.bitCount(letters & ~candidate.letters()) > limit
          || Math.abs(candidate.word().length() - word.length()) > limit) {
        continue;
      }
      String known = candidate.word();
      int distance = distance(word, known, limit);
      if (distance < least) {
        least = distance;
        best = known;
        tie = false;
      } else if (distance == least && best != null) {
        tie = true;
      }
    }
    return best == null || tie ? NameTrie.NONE : trie.find(best);
  }

  /**
   * Insertions, deletions, replacements and swaps of neighbours between two words, up to a limit.
   */
  static int distance(String a, String b, int limit) {
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      int least = i;
      for (int j = 1; j <= b.length(); j++) {
        int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(last[j], row[j - 1]) + 1, last[j - 1] + cost);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
        least = Math.min(least, row[j]);
      }
      if (least > limit) {
        return limit + 1;
      }
      int[] free = beforeLast;
      beforeLast = last;
      last = row;
      row = free;
    }
    return last[b.length()];
  }
}
