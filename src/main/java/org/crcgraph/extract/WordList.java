package org.crcgraph.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.crcgraph.lexicon.Lexicon;

/**
 * A word list of the lexicon whose entries may be of several words, ready for look-up in tokens.
 */
final class WordList {
  /** Entries by first word, the longest first. */
  private final Map<String, List<String[]>> byFirst = new HashMap<>();

  /** The first words, so that the usual answer, none, takes one look at a table. */
  private WordSet first = WordSet.of();

  private WordList() {}

  /** The list {@code data/lexicon/words/NAME.txt}. */
  static WordList of(Lexicon lexicon, String name) {
    return of(lexicon.words(name));
  }

  /** A list of these entries. */
  static WordList of(Iterable<String> entries) {
    WordList list = new WordList();
    for (String entry : entries) {
      String[] words = entry.toLowerCase(Locale.ROOT).replace("-", " - ").trim().split("\\s+");
      list.byFirst.computeIfAbsent(words[0], first -> new ArrayList<>()).add(words);
    }
    list.byFirst
        .values()
        .forEach(e -> e.sort(Comparator.comparingInt((String[] w) -> w.length).reversed()));
    list.first = WordSet.of(list.byFirst.keySet());
    return list;
  }

  /** The words that entries begin with. */
  Set<String> firstWords() {
    return byFirst.keySet();
  }

  /** How many tokens the longest entry takes that begins at token {@code i}, or -1. */
  int longestAt(Tokens tokens, int i) {
    if (i >= tokens.size() || tokens.get(i).name() != null) {
      return -1;
    }
    String word = tokens.get(i).word();
    if (!first.contains(word)) {
      return -1;
    }
    for (String[] entry : byFirst.getOrDefault(word, List.of())) {
      if (matches(tokens, i, entry)) {
        return entry.length;
      }
    }
    return -1;
  }

  /** Whether an entry stands anywhere in tokens {@code from} to {@code to}. */
  boolean in(Tokens tokens, int from, int to) {
    for (int i = Math.max(from, 0); i < Math.min(to, tokens.size()); i++) {
      if (longestAt(tokens, i) > 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean matches(Tokens tokens, int at, String[] entry) {
    if (at + entry.length > tokens.size()) {
      return false;
    }
    for (int k = 0; k < entry.length; k++) {
      if (tokens.get(at + k).name() != null || !tokens.get(at + k).is(entry[k])) {
        return false;
      }
    }
    return true;
  }
}
