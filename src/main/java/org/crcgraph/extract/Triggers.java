package org.crcgraph.extract;

import java.util.Arrays;
import java.util.List;
import org.crcgraph.model.TextRange;

/**
 * Says which ranges of a text hold one of some strings, for ranges asked in ascending order: each
 * string is searched once through the whole text, so that the sentences no rule can match cost
 * nothing.
 */
final class Triggers {
  private final String text;
  private final String[] words;
  private final int[] next;

  Triggers(String text, List<String> words) {
    this.text = text;
    this.words = words.toArray(String[]::new);
    this.next = new int[this.words.length];
    Arrays.fill(next, -1);
  }

  /** Whether one of the strings begins in the range. */
  boolean in(TextRange range) {
    boolean found = false;
    for (int i = 0; i < words.length; i++) {
      if (next[i] < range.from()) {
        int at = text.indexOf(words[i], range.from());
        next[i] = at < 0 ? Integer.MAX_VALUE : at;
      }
      found |= next[i] < range.to();
    }
    return found;
  }
}
