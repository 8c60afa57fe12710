package org.crcgraph.extract;

import java.util.Arrays;
import java.util.Locale;
import org.crcgraph.model.Document;

/**
 * The words of one document, each once: small letters and straight apostrophes, whatever the text
 * has. Tokens share these strings, so that most comparisons see the same object and a word's hash
 * is computed once. Made before the names are found, and shared by all that read the document after
 * that. Confined to one thread.
 */
public final class Vocabulary {
  /** The words at each offset are remembered in texts of up to so many characters. */
  private static final int MOST_REMEMBERED = 1 << 22;

  /** A word that is no plain one. */
  static final int NONE = -1;

  private final char[] text;

  /** A word that is remembered has fewer letters than this. */
  private static final int LONGEST_REMEMBERED = 1 << 6;

  /** For each offset the word that was last found to begin there: its number, then its length. */
  private final int[] known;

  private int shift = 32 - 11;
  private int[] slots = new int[1 << (32 - shift)];
  private String[] words = new String[1 << 9];
  private int size;

  /** Starts the vocabulary of a document. */
  public Vocabulary(Document document) {
    text = document.text().string().toCharArray();
    known = new int[text.length <= MOST_REMEMBERED ? text.length : 0];
  }

  /** The characters of the document's text; never changed. */
  char[] characters() {
    return text;
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
    int id = plainId(from, to);
    return id == NONE ? otherId(from, to) : id;
  }

  /** The number of the word in a range, or {@link #NONE} where it has letters beyond ASCII. */
  int plainId(int from, int to) {
    if (from >= known.length) {
      return find(from, to);
    }
    int here = known[from];
    if (here % LONGEST_REMEMBERED == to - from) {
      return here / LONGEST_REMEMBERED;
    }
    int id = find(from, to);
    if (to - from < LONGEST_REMEMBERED && id != NONE) {
      known[from] = id * LONGEST_REMEMBERED + to - from;
    }
    return id;
  }

  private int find(int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      int c = small(text[i]);
      if (c < 0) {
        return NONE;
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

  /** The number of a word with letters beyond ASCII. */
  private int otherId(int from, int to) {
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
    // Neighbouring numbers have neighbouring hashes: spread them.
    return (hash * 0x9E3779B1) >>> shift;
  }

  private int add(int slot, String word) {
    if (size == words.length) {
      words = Arrays.copyOf(words, size * 2);
    }
    words[size++] = word;
    slots[slot] = size;
    if (size * 2 > slots.length) {
      shift--;
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
