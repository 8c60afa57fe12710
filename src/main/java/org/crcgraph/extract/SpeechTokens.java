package org.crcgraph.extract;

import java.util.Arrays;
import java.util.List;
import org.crcgraph.model.Document;
import org.crcgraph.model.TextRange;

/**
 * The words and marks of all blocks of a document in one run, in arrays, so that the rules for
 * statements can walk left and right over sentence ends and quotation marks. Hyphens and
 * apostrophes between letters belong to the word.
 */
final class SpeechTokens {
  /** Whether each ASCII character is a letter or a digit. */
  private static final boolean[] PART = new boolean[128];

  static {
    for (char c = 0; c < PART.length; c++) {
      PART[c] = Character.isLetterOrDigit(c);
    }
  }

  private final char[] text;
  private final Vocabulary vocabulary;
  private int size;
  private int[] from;
  private int[] to;
  private int[] block;
  private int[] sentence;
  private String[] words;
  private int[] ids;

  private SpeechTokens(Reading reading) {
    text = reading.characters();
    vocabulary = reading.vocabulary();
    // English has a word or mark for five characters: the arrays grow once at most.
    int most = text.length / 4 + 16;
    from = new int[most];
    to = new int[most];
    block = new int[most];
    sentence = new int[most];
    words = new String[most];
    ids = new int[most];
  }

  /** The tokens of a document's blocks. */
  static SpeechTokens of(Reading reading) {
    SpeechTokens tokens = new SpeechTokens(reading);
    List<Document.Block> blocks = reading.document().layout().blocks();
    for (int b = 0; b < blocks.size(); b++) {
      tokens.addBlock(blocks.get(b).range(), b);
    }
    List<Reading.Sentence> sentences = reading.sentences();
    int s = 0;
    for (int i = 0; i < tokens.size; i++) {
      while (s + 1 < sentences.size() && sentences.get(s + 1).range().from() <= tokens.from[i]) {
        s++;
      }
      tokens.sentence[i] = s;
    }
    return tokens;
  }

  private void addBlock(TextRange range, int number) {
    int i = range.from();
    while (i < range.to()) {
      char c = text[i];
      if (c == ' ' || Character.isWhitespace(c) || c == '\u00a0') {
        i++;
        continue;
      }
      if (c <= '[') {
        int mark = NoteMarks.end(text, i, range.from(), range.to());
        if (mark > i) {
          i = mark;
          continue;
        }
      }
      int end = i + 1;
      if (isPart(i)) {
        while (end < range.to() && (isPart(end) || isJoint(end, range.to()))) {
          end++;
        }
      }
      add(i, end, number);
      i = end;
    }
  }

  private boolean isPart(int at) {
    char c = text[at];
    return c < 128 ? PART[c] : Character.isLetterOrDigit(c);
  }

  private boolean isJoint(int at, int limit) {
    char c = text[at];
    if (c == ' ' || at + 1 >= limit || !isPart(at + 1)) {
      return false;
    }
    return switch (c) {
      case '\'', '’', '-', '‑' -> true;
      case '.', ',' ->
          Character.isDigit(text[at - 1])
              && Character.isDigit(text[at + 1])
              && !NoteMarks.isYear(text, Math.max(0, at - 5), at);
      default -> false;
    };
  }

  private void add(int start, int end, int number) {
    if (size == from.length) {
      from = Arrays.copyOf(from, size * 2);
      to = Arrays.copyOf(to, size * 2);
      block = Arrays.copyOf(block, size * 2);
      sentence = Arrays.copyOf(sentence, size * 2);
      words = Arrays.copyOf(words, size * 2);
      ids = Arrays.copyOf(ids, size * 2);
    }
    from[size] = start;
    to[size] = end;
    block[size] = number;
    ids[size] = vocabulary.id(start, end);
    words[size] = vocabulary.word(ids[size]);
    size++;
  }

  int size() {
    return size;
  }

  /** What is known of the words by their numbers. */
  Dictionary dictionary() {
    return vocabulary.dictionary();
  }

  /** The word in lower case with straight apostrophes, or the mark. */
  String word(int token) {
    return words[token];
  }

  /** The number of the word in the document's vocabulary: the same for the same word only. */
  int id(int token) {
    return ids[token];
  }

  boolean is(int token, String word) {
    // Most words differ in length, which is seen without a call.
    return token >= 0
        && token < size
        && words[token].length() == word.length()
        && words[token].equals(word);
  }

  int from(int token) {
    return from[token];
  }

  int to(int token) {
    return to[token];
  }

  /** Index of the token's block in the layout. */
  int block(int token) {
    return block[token];
  }

  /** Index of the token's sentence in the reading. */
  int sentence(int token) {
    return sentence[token];
  }

  boolean isWord(int token) {
    return isPart(from[token]);
  }

  boolean isCapital(int token) {
    return Character.isUpperCase(text[from[token]]);
  }

  /** The first token that starts at or after an offset; {@link #size} where there is none. */
  int atOrAfter(int offset) {
    int low = 0;
    int high = size;
    while (low < high) {
      int mid = (low + high) >>> 1;
      if (from[mid] < offset) {
        low = mid + 1;
      } else {
        high = mid;
      }
    }
    return low;
  }

  /** The last token of a token's sentence, or of so many tokens from it. */
  int lastOfSentence(int token, int most) {
    int i = token;
    while (i + 1 < size
        && i - token < most
        && sentence(i + 1) == sentence(token)
        && block(i + 1) == block(token)) {
      i++;
    }
    return i;
  }

  /** The range of tokens {@code first} to {@code last}, both inclusive. */
  TextRange range(int first, int last) {
    return new TextRange(from[first], to[last]);
  }
}
