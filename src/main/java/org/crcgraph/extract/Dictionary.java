package org.crcgraph.extract;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.function.ToIntFunction;

/**
 * The different words of the documents that one thread reads, each once and numbered: small letters
 * and straight apostrophes, whatever the text has. What a rule wants to know of a word is asked
 * once for each different word ({@link Marks}), not once for each place where it stands. Nothing
 * that is found depends on what was read before; a dictionary that has grown large is emptied
 * between two documents. Confined to one thread.
 */
public final class Dictionary {
  /** A dictionary of more words than this is emptied before the next document is read. */
  private static final int MOST_KEPT = 1 << 16;

  /** A word that is no plain one. */
  static final int NONE = -1;

  /** What each ASCII character is in small letters. */
  private static final byte[] SMALL = new byte[128];

  static {
    for (int c = 0; c < SMALL.length; c++) {
      SMALL[c] = (byte) (c >= 'A' && c <= 'Z' ? c + 32 : c);
    }
  }

  private int shift = 32 - 12;
  private int[] slots = new int[1 << (32 - shift)];
  private String[] words = new String[1 << 10];
  private int[] hashes = new int[1 << 10];
  private int size;
  private final IdentityHashMap<Object, Marks> marks = new IdentityHashMap<>();

  /** An integer for each word, such as a set of flags, found when it is first asked for. */
  final class Marks {
    /** No function gives this. */
    private static final int UNKNOWN = Integer.MIN_VALUE;

    private final ToIntFunction<String> meaning;
    private int[] known = {};

    private Marks(ToIntFunction<String> meaning) {
      this.meaning = meaning;
    }

    /** What the function gives for a word. */
    int of(int id) {
      int[] here = known;
      return id < here.length && here[id] != UNKNOWN ? here[id] : ask(id);
    }

    private int ask(int id) {
      if (id >= known.length) {
        int before = known.length;
        known = Arrays.copyOf(known, words.length);
        Arrays.fill(known, before, known.length, UNKNOWN);
      }
      known[id] = meaning.applyAsInt(words[id]);
      return known[id];
    }
  }

  /** Starts an empty dictionary. */
  public Dictionary() {}

  /** Makes room before another document is read. */
  void begin() {
    if (size > MOST_KEPT) {
      shift = 32 - 12;
      slots = new int[1 << (32 - shift)];
      words = new String[1 << 10];
      hashes = new int[1 << 10];
      size = 0;
      marks.clear();
    }
  }

  /**
   * What a function says of each word, remembered under a key that lives as long as the function.
   *
   * @param meaning gives the same for the same word always, and never the smallest integer
   */
  Marks marks(Object key, ToIntFunction<String> meaning) {
    return marks.computeIfAbsent(key, k -> new Marks(meaning));
  }

  /** The letters of a word. */
  String word(int id) {
    return words[id];
  }

  /** The number of the word in a range, or {@link #NONE} where it has letters beyond ASCII. */
  int plain(char[] text, int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      int c = text[i];
      c = c < 128 ? SMALL[c] : small((char) c);
      if (c < 0) {
        return NONE;
      }
      hash = 31 * hash + c;
    }
    int slot = slot(hash);
    while (slots[slot] != 0) {
      int id = slots[slot] - 1;
      if (hashes[id] == hash && same(words[id], text, from, to)) {
        return id;
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
      return SMALL[c];
    }
    if (c == '’') {
      return '\'';
    }
    boolean mark = (c >= '\u00a0' && c <= '\u00bf') || (c >= '\u2010' && c <= '\u205e');
    return mark ? c : -1;
  }

  private static boolean same(String word, char[] text, int from, int to) {
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
  int other(char[] text, int from, int to) {
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
      hashes = Arrays.copyOf(hashes, size * 2);
    }
    hashes[size] = word.hashCode();
    words[size++] = word;
    slots[slot] = size;
    if (size * 2 > slots.length) {
      shift--;
      slots = new int[slots.length * 2];
      for (int id = 0; id < size; id++) {
        int free = slot(hashes[id]);
        while (slots[free] != 0) {
          free = (free + 1) & (slots.length - 1);
        }
        slots[free] = id + 1;
      }
    }
    return size - 1;
  }
}
