package org.crcgraph.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.crcgraph.model.Entity;

/**
 * Names as paths of tokens, and every word that a rule asks about as a token with marks. Tokens are
 * compared without regard to case; whoever walks the trie looks at the letters afterwards.
 *
 * <p>The token table is asked with the characters of the text in place: the letters of a short word
 * are its key, so that most words cost one look at one line of memory, and no object.
 */
final class NameTrie {
  /** A word that the English word list has. */
  static final int ENGLISH = 1;

  /** A forename. */
  static final int FORENAME = 2;

  /** A word of some name. */
  static final int NAME_WORD = 4;

  /** A title before a person's name. */
  static final int HONORIFIC = 8;

  /** Surname of a person that registers or lexicon know. */
  static final int SURNAME = 16;

  /** Forename of a person that registers or lexicon know. */
  static final int KNOWN_FORENAME = 32;

  /** Head of a title of a post. */
  static final int POST_HEAD = 64;

  /** Last word of names of organisations. */
  static final int ORGANISATION_HEAD = 128;

  /** A word that is no surname after a forename. */
  static final int NOT_SURNAME = 256;

  /** No token. */
  static final int NONE = -1;

  /**
   * A form of a name.
   *
   * @param text as registers, lexicon or grammar spell it
   * @param words its words
   * @param entities what it can mean
   * @param common whether it is an ordinary word or phrase as well
   */
  record Form(String text, List<String> words, List<Entity> entities, boolean common) {
    /** Whether it is one word of at least two capitals, which people type in any case. */
    boolean acronym() {
      return words.size() == 1
          && text.length() <= 8
          && text.chars().filter(Character::isUpperCase).count() >= 2;
    }
  }

  /** Longest word whose letters are its key; longer ones are known by a hash. */
  private static final int PACKED = 8;

  /** Keys of the tokens, 0 where a slot is free, each followed by its token. */
  private long[] slots = new long[1 << 10];

  /** The letters of all tokens, one after another. */
  private char[] letters = new char[1 << 10];

  /** Where each token's letters begin; one more entry than tokens. */
  private int[] starts = new int[1 << 8];

  /** For each token its marks and, in the upper half, the node to which it leads. */
  private long[] facts = new long[1 << 8];

  private int size;
  private long[] childKeys = new long[1 << 8];
  private int[] childNodes = new int[1 << 8];
  private int childCount;
  private final int and = add("and", ENGLISH);
  private final int ampersand = add("&", ENGLISH);
  private final List<List<Form>> forms = new ArrayList<>(List.of(List.<Form>of()));

  /** The token with these letters, made where there is none. */
  int add(String word, int mark) {
    int id = find(word);
    if (id == NONE) {
      id = size++;
      if (size + 1 > starts.length) {
        starts = Arrays.copyOf(starts, size * 2);
        facts = Arrays.copyOf(facts, size * 2);
      }
      starts[size] = starts[id] + word.length();
      if (starts[size] > letters.length) {
        letters = Arrays.copyOf(letters, starts[size] * 2);
      }
      for (int i = 0; i < word.length(); i++) {
        letters[starts[id] + i] = fold(word.charAt(i));
      }
      if (size * 4 > slots.length) {
        slots = new long[slots.length * 2];
        for (int i = 0; i < size; i++) {
          place(i);
        }
      } else {
        place(id);
      }
    }
    facts[id] |= mark;
    return id;
  }

  private void place(int id) {
    long key = key(letters, starts[id], starts[id + 1]);
    int slot = slot(key);
    while (slots[slot] != 0) {
      slot = (slot + 2) & (slots.length - 1);
    }
    slots[slot] = key;
    slots[slot + 1] = id;
  }

  /** The token with the letters of a word, or {@link #NONE}. */
  int find(String word) {
    return find(word.toCharArray(), 0, word.length());
  }

  /** The token with the letters of a range of the text, or {@link #NONE}. */
  int find(char[] text, int from, int to) {
    long key = key(text, from, to);
    int slot = slot(key);
    while (slots[slot] != 0) {
      if (slots[slot] == key) {
        int id = (int) slots[slot + 1];
        if (key > 0 || same(id, text, from, to)) {
          return id;
        }
      }
      slot = (slot + 2) & (slots.length - 1);
    }
    return NONE;
  }

  private int slot(long key) {
    return (int) ((key * 0x9E3779B97F4A7C15L) >>> 33) & (slots.length - 2);
  }

  /** The small letters themselves of a short ASCII word; a negative hash of any other. */
  private static long key(char[] text, int from, int to) {
    if (to - from > PACKED) {
      return hash(text, from, to);
    }
    long key = 0;
    for (int i = from; i < to; i++) {
      char c = fold(text[i]);
      if (c >= 128) {
        return hash(text, from, to);
      }
      key = key << 8 | c;
    }
    return key;
  }

  private static long hash(char[] text, int from, int to) {
    long hash = 0;
    for (int i = from; i < to; i++) {
      hash = hash * 31 + fold(text[i]);
    }
    return hash | Long.MIN_VALUE;
  }

  private boolean same(int id, char[] text, int from, int to) {
    int start = starts[id];
    if (starts[id + 1] - start != to - from) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (letters[start + i - from] != fold(text[i])) {
        return false;
      }
    }
    return true;
  }

  private static char fold(char c) {
    return c < 128 ? (c >= 'A' && c <= 'Z' ? (char) (c + 32) : c) : Character.toLowerCase(c);
  }

  /** The letters of a token. */
  String word(int token) {
    return new String(letters, starts[token], starts[token + 1] - starts[token]);
  }

  /** How many tokens there are. */
  int size() {
    return size;
  }

  /** The token "and". */
  int and() {
    return and;
  }

  /** Whether a token is "&". */
  boolean isAmpersand(int token) {
    return token == ampersand;
  }

  /** Whether a token has one of the marks. */
  boolean is(int token, int mark) {
    return token >= 0 && ((int) facts[token] & mark) != 0;
  }

  /** The node that a name's first token leads to, or 0. */
  int start(int token) {
    return token < 0 ? 0 : (int) (facts[token] >>> 32);
  }

  /** The node that a further token leads to, or 0. */
  int next(int node, int token) {
    return token < 0 ? 0 : childNodes[childSlot(((long) node << 32) | token)];
  }

  private int childSlot(long key) {
    int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 40) & (childKeys.length - 1);
    while (childNodes[slot] != 0 && childKeys[slot] != key) {
      slot = (slot + 1) & (childKeys.length - 1);
    }
    return slot;
  }

  private void link(int node, int token, int child) {
    if (++childCount * 2 > childKeys.length) {
      long[] keys = childKeys;
      int[] nodes = childNodes;
      childKeys = new long[keys.length * 2];
      childNodes = new int[keys.length * 2];
      for (int i = 0; i < keys.length; i++) {
        if (nodes[i] != 0) {
          int slot = childSlot(keys[i]);
          childKeys[slot] = keys[i];
          childNodes[slot] = nodes[i];
        }
      }
    }
    long key = ((long) node << 32) | token;
    int slot = childSlot(key);
    childKeys[slot] = key;
    childNodes[slot] = child;
  }

  /** The forms that end at a node. */
  List<Form> forms(int node) {
    return forms.get(node);
  }

  /** Adds a form of an entity's name. */
  void put(List<String> words, String text, Entity entity, boolean common) {
    int node = 0;
    for (int i = 0; i < words.size(); i++) {
      int token = add(words.get(i), NAME_WORD);
      int child = i == 0 ? start(token) : next(node, token);
      if (child == 0) {
        child = forms.size();
        forms.add(List.of());
        if (i == 0) {
          facts[token] |= (long) child << 32;
        } else {
          link(node, token, child);
        }
      }
      node = child;
    }
    List<Form> here = new ArrayList<>(forms.get(node));
    for (int i = 0; i < here.size(); i++) {
      if (here.get(i).text().equals(text)) {
        if (!here.get(i).entities().contains(entity)) {
          List<Entity> entities = new ArrayList<>(here.get(i).entities());
          entities.add(entity);
          here.set(i, new Form(text, here.get(i).words(), List.copyOf(entities), common));
          forms.set(node, List.copyOf(here));
        }
        return;
      }
    }
    here.add(new Form(text, List.copyOf(words), List.of(entity), common));
    forms.set(node, List.copyOf(here));
  }
}
