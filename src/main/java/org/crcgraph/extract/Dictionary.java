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

  private static final char[] NO_LETTERS = {};

  /** What each ASCII character is in small letters. */
  private static final byte[] SMALL = new byte[128];

  static {
    for (int c = 0; c < SMALL.length; c++) {
      SMALL[c] = (byte) (c >= 'A' && c <= 'Z' ? c + 32 : c);
    }
  }

  /** The longest word whose letters are its key; longer ones are known by a hash. */
  private static final int PACKED = 7;

  private static final int FIRST_SHIFT = 64 - 12;

  private int shift = FIRST_SHIFT;

  /**
   * The keys of the words, each followed by the word's number plus one, or by 0 where the place is
   * free: side by side, so that a look-up touches one line of memory.
   */
  private long[] slots = new long[2 << (64 - shift)];

  private String[] words = new String[1 << 10];

  /** The letters of the words that do not fit in their keys. */
  private char[][] letters = new char[1 << 10][];

  private long[] keyOf = new long[1 << 10];
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
      shift = FIRST_SHIFT;
      slots = new long[2 << (64 - shift)];
      words = new String[1 << 10];
      keyOf = new long[1 << 10];
      letters = new char[1 << 10][];
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
    int length = to - from;
    long key = length;
    boolean packed = length <= PACKED;
    for (int i = from; i < to; i++) {
      int c = text[i];
      c = c < 128 ? SMALL[c] : small((char) c);
      if (c < 0) {
        return NONE;
      }
      packed &= c < 128;
      key = packed ? key << 8 | c : key * 31 + c;
    }
    if (packed) {
      // The letters of most words fit in their key: nothing is left to compare.
      int slot = slot(key);
      while (slots[slot + 1] != 0) {
        if (slots[slot] == key) {
          return (int) slots[slot + 1] - 1;
        }
        slot = (slot + 2) & (slots.length - 1);
      }
      return add(slot, key, small(text, from, to));
    }
    return hashed(key, text, from, to);
  }

  private int hashed(long hash, char[] text, int from, int to) {
    long key = hash | Long.MIN_VALUE;
    int slot = slot(key);
    while (slots[slot + 1] != 0) {
      int id = (int) slots[slot + 1] - 1;
      if (slots[slot] == key && same(letters[id], text, from, to)) {
        return id;
      }
      slot = (slot + 2) & (slots.length - 1);
    }
    return add(slot, key, small(text, from, to));
  }

  private static String small(char[] text, int from, int to) {
    char[] letters = new char[to - from];
    for (int i = from; i < to; i++) {
      letters[i - from] = (char) small(text[i]);
    }
    return new String(letters);
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

  private static boolean same(char[] word, char[] text, int from, int to) {
    if (word.length != to - from) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (word[i - from] != small(text[i])) {
        return false;
      }
    }
    return true;
  }

  /** The number of a word with letters beyond ASCII. */
  int other(char[] text, int from, int to) {
    String word = new String(text, from, to - from).toLowerCase(Locale.ROOT).replace('’', '\'');
    int plain = plain(word.toCharArray(), 0, word.length());
    if (plain != NONE) {
      // The small letter of a sign may be ASCII.
      return plain;
    }
    long key = word.hashCode() | Long.MIN_VALUE;
    int slot = slot(key);
    while (slots[slot + 1] != 0) {
      int id = (int) slots[slot + 1] - 1;
      if (slots[slot] == key && words[id].equals(word)) {
        return id;
      }
      slot = (slot + 2) & (slots.length - 1);
    }
    return add(slot, key, word);
  }

  private int slot(long key) {
    // Neighbouring words have neighbouring keys: spread them.
    return (int) ((key * 0x9E3779B97F4A7C15L) >>> shift) * 2;
  }

  private int add(int slot, long key, String word) {
    if (size == words.length) {
      words = Arrays.copyOf(words, size * 2);
      keyOf = Arrays.copyOf(keyOf, size * 2);
      letters = Arrays.copyOf(letters, size * 2);
    }
    keyOf[size] = key;
    letters[size] = key < 0 ? word.toCharArray() : NO_LETTERS;
    words[size++] = word;
    slots[slot] = key;
    slots[slot + 1] = size;
    if (size * 4 > slots.length) {
      shift--;
      slots = new long[slots.length * 2];
      for (int id = 0; id < size; id++) {
        int free = slot(keyOf[id]);
        while (slots[free + 1] != 0) {
          free = (free + 2) & (slots.length - 1);
        }
        slots[free] = keyOf[id];
        slots[free + 1] = id + 1L;
      }
    }
    return size - 1;
  }
}
