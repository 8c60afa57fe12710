package org.crcgraph.extract;

import java.util.Arrays;
import java.util.List;
import org.crcgraph.model.TextRange;

/**
 * Strings of which one must begin in a sentence for some rules to be worth trying there. The
 * characters of the sentence are looked at once, whatever the number of the strings.
 */
final class Triggers {
  /** The strings by their first character, which is ASCII. */
  private final char[][][] byFirst = new char[128][][];

  /** Whether one of the strings begins with these two characters; tells most places apart. */
  private final boolean[] pairs = new boolean[128 * 128];

  private Triggers(List<String> words) {
    for (String word : words) {
      int first = word.charAt(0) * 128;
      Arrays.fill(
          pairs,
          word.length() > 1 ? first + word.charAt(1) : first,
          word.length() > 1 ? first + word.charAt(1) + 1 : first + 128,
          true);
      byFirst[word.charAt(0)] =
          words.stream()
              .filter(other -> other.charAt(0) == word.charAt(0))
              .map(String::toCharArray)
              .toArray(char[][]::new);
    }
  }

  /** Triggers that are these strings. */
  static Triggers of(String... words) {
    return new Triggers(List.of(words));
  }

  /** Whether one of the strings begins in the range. */
  boolean in(char[] text, TextRange range) {
    boolean[] begin = pairs;
    int last = Math.min(range.to(), text.length - 1);
    for (int i = range.from(); i < last; i++) {
      int pair = text[i] << 7 | (text[i + 1] < 128 ? text[i + 1] : 0);
      if (pair < begin.length && begin[pair] && begins(text, i)) {
        return true;
      }
    }
    return last < range.to() && begins(text, last);
  }

  private boolean begins(char[] text, int at) {
    char[][] words = text[at] < 128 ? byFirst[text[at]] : null;
    if (words == null) {
      return false;
    }
    for (char[] word : words) {
      int k = 1;
      while (k < word.length && at + k < text.length && text[at + k] == word[k]) {
        k++;
      }
      if (k == word.length) {
        return true;
      }
    }
    return false;
  }
}
