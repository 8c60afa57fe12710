package org.crcgraph.extract;

import org.crcgraph.model.Document;

/**
 * The words of one document by their places. Tokens share these strings, so that most comparisons
 * see the same object and a word's hash is computed once. Made before the names are found, and
 * shared by all that read the document after that. Confined to one thread.
 */
public final class Vocabulary {
  /** The words at each offset are remembered in texts of up to so many characters. */
  private static final int MOST_REMEMBERED = 1 << 22;

  /** A word that is no plain one. */
  static final int NONE = Dictionary.NONE;

  private final char[] text;

  /** A word that is remembered has fewer letters than this. */
  private static final int LONGEST_REMEMBERED = 1 << 6;

  /** For each offset the word that was last found to begin there: its number, then its length. */
  private final int[] known;

  private final Dictionary dictionary;

  /** Starts the vocabulary of a document with a dictionary of its own. */
  public Vocabulary(Document document) {
    this(document, new Dictionary());
  }

  /** Starts the vocabulary of a document with what is known from others. */
  public Vocabulary(Document document, Dictionary dictionary) {
    this.dictionary = dictionary;
    dictionary.begin();
    text = document.text().string().toCharArray();
    known = new int[text.length <= MOST_REMEMBERED ? text.length : 0];
  }

  /** The characters of the document's text; never changed. */
  char[] characters() {
    return text;
  }

  /** What is known of the words. */
  Dictionary dictionary() {
    return dictionary;
  }

  /** The letters of a word. */
  String word(int id) {
    return dictionary.word(id);
  }

  /** The word in a range of the text. */
  String word(int from, int to) {
    return dictionary.word(id(from, to));
  }

  /** The number of the word in a range of the text: the same for the same word only. */
  int id(int from, int to) {
    int id = plainId(from, to);
    return id == NONE ? dictionary.other(text, from, to) : id;
  }

  /** The number of the word in a range, or {@link #NONE} where it has letters beyond ASCII. */
  int plainId(int from, int to) {
    if (from >= known.length) {
      return dictionary.plain(text, from, to);
    }
    int here = known[from];
    if ((here & (LONGEST_REMEMBERED - 1)) == to - from) {
      return here / LONGEST_REMEMBERED;
    }
    int id = dictionary.plain(text, from, to);
    if (to - from < LONGEST_REMEMBERED && id != NONE) {
      known[from] = id * LONGEST_REMEMBERED + to - from;
    }
    return id;
  }
}
