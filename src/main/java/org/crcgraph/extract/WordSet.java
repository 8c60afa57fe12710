package org.crcgraph.extract;

import java.util.Collection;
import java.util.List;

/** Some words, asked about for every token: most look-ups meet an empty place of the table. */
final class WordSet {
  private final String[] table;
  private final int shift;

  private WordSet(Collection<String> words) {
    table = new String[Integer.highestOneBit(Math.max(4, words.size() * 4)) * 2];
    shift = Integer.numberOfLeadingZeros(table.length) + 1;
    for (String word : words) {
      int slot = slot(word);
      while (table[slot] != null && !table[slot].equals(word)) {
        slot = (slot + 1) & (table.length - 1);
      }
      table[slot] = word;
    }
  }

  /** A set of these words. */
  static WordSet of(String... words) {
    return new WordSet(List.of(words));
  }

  /** A set of these words. */
  static WordSet of(Collection<String> words) {
    return new WordSet(words);
  }

  /** Whether the word is one of them. */
  boolean contains(String word) {
    int slot = slot(word);
    while (table[slot] != null) {
      if (table[slot].length() == word.length() && table[slot].equals(word)) {
        return true;
      }
      slot = (slot + 1) & (table.length - 1);
    }
    return false;
  }

  private int slot(String word) {
    int hash = word.hashCode();
    return (hash * 0x9E3779B1) >>> shift;
  }
}
