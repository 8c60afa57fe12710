package org.crcgraph.extract;

import java.util.Arrays;
import java.util.Locale;

/**
 * The words of one document, each once: small letters and straight apostrophes, whatever the text
 * has. Tokens share these strings, so that most comparisons see the same object and a word's hash
 * is computed once. Confined to one thread.
 */
final class Vocabulary {
  private final char[] text;
  private int[] slots = new int[1 << 11];
  private String[] words = new String[1 << 9];
  private int size;

  /**
   * Starts a vocabulary.
   *
   * @param text the characters of the document
   */
  Vocabulary(char[] text) {
    this.text = text;
  }

  /** How many different words were asked for. */
  int size() {
    return size;
  }

  /** The letters of a word. */
  String word(int id) {
    return words[id];
  }

  /** The word in a range of the text. */
  String word(int from, int to) {
    int id = id(from, to);
    return words[id];
  }

  /** The number of the word in a range of the text; words are numbered from 0 as they appear. */
  int id(int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      int c = small(text[i]);
      if (c < 0) {
        return idOf(from, to);
      }
      hash = 31 * hash + c;
    }
    int slot = slot(hash);
    while (slots[slot] != 0) {
      String word = words[slots[slot] - 1];
      if (word.hashCode() == hash && same(word, from, to)) {
        return slots[slot] - 1;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    char[] letters = new char[to - from];
    for (int i = from; i < to; i++) {
      letters[i - from] = (char) small(text[i]);
    }
    return add(slot, new String(letters));
  }

  /** A letter in small, or -1 where that is not simply another letter. */
  private static int small(char c) {
    if (c < 128) {
      return c >= 'A' && c <= 'Z' ? c + 32 : c;
    }
    if (c == '’') {
      return '\'';
    }
    boolean mark = (c >= '\u00a0' && c <= '\u00bf') || (c >= '\u2010' && c <= '\u205e');
    return mark ? c : -1;
  }

  private boolean same(String word, int from, int to) {
    if (word.length() != to - from) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (word.charAt(i - from) != small(text[i])) {
        return false;
      }
    }
    return true;
  }

  /** A word with letters beyond ASCII. */
  private int idOf(int from, int to) {
    String word = new String(text, from, to - from).toLowerCase(Locale.ROOT).replace('’', '\'');
    int slot = slot(word.hashCode());
    while (slots[slot] != 0) {
      if (words[slots[slot] - 1].equals(word)) {
        return slots[slot] - 1;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    return add(slot, word);
  }

  private int slot(int hash) {
    return (hash ^ (hash >>> 15)) & (slots.length - 1);
  }

  private int add(int slot, String word) {
    if (size == words.length) {
      words = Arrays.copyOf(words, size * 2);
    }
    words[size++] = word;
    slots[slot] = size;
    if (size * 2 > slots.length) {
      slots = new int[slots.length * 2];
      for (int id = 0; id < size; id++) {
        int free = slot(words[id].hashCode());
        while (slots[free] != 0) {
          free = (free + 1) & (slots.length - 1);
        }
        slots[free] = id + 1;
      }
    }
    return size - 1;
  }
}
