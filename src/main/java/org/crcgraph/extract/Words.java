package org.crcgraph.extract;

import java.util.Arrays;
import org.crcgraph.model.TextRange;
import org.jspecify.annotations.Nullable;

/**
 * The words of a stretch of text, with what stands between them. Commas and ampersands are words of
 * their own; words of web and mail addresses are none. Reused from block to block.
 */
final class Words {
  /** Nothing but white space, a hyphen, an apostrophe, a slash or an abbreviation's full stop. */
  static final byte JOINED = 0;

  /** The word opens a sentence, a line, a quotation or what follows a colon. */
  static final byte OPENING = 1;

  /** A bracket, dash or semicolon stands before the word. */
  static final byte BROKEN = 2;

  /** Shape of a word without letters. */
  static final byte OTHER = 0;

  /** All letters are small. */
  static final byte LOWER = 1;

  /** The first letter is a capital, the rest is small, or it is a single capital. */
  static final byte CAPITAL = 2;

  /** All letters are capitals, at least two. */
  static final byte UPPER = 3;

  /** Anything else ("MoJ", "iPhone", "McDowell"). */
  static final byte MIXED = 4;

  private static final byte SMALL = 1;
  private static final byte BIG = 2;
  private static final byte DIGIT = 4;

  /** What each ASCII character is; 0 where it is part of no word. */
  private static final byte[] KINDS = kinds();

  private static byte[] kinds() {
    byte[] kinds = new byte[128];
    Arrays.fill(kinds, 'a', 'z' + 1, SMALL);
    Arrays.fill(kinds, 'A', 'Z' + 1, BIG);
    Arrays.fill(kinds, '0', '9' + 1, DIGIT);
    return kinds;
  }

  private final NameTrie trie;
  private final @Nullable Vocabulary vocabulary;
  private final char[] chars;
  private int base;
  private int count;
  private int[] start = new int[128];
  private int[] end = new int[128];
  private int[] token = new int[128];
  private int[] id = new int[128];
  private boolean[] begins = new boolean[128];
  private byte[] shape = new byte[128];
  private byte[] gap = new byte[128];

  /** The token of each word of the vocabulary. */
  private final Dictionary.@Nullable Marks tokens;

  /** Reads a document block by block. */
  Words(NameTrie trie, Vocabulary vocabulary) {
    this.trie = trie;
    this.vocabulary = vocabulary;
    tokens = vocabulary.dictionary().marks(trie, word -> known(trie, trie.find(word)));
    chars = vocabulary.characters();
  }

  /** Reads a form of a name. */
  Words(NameTrie trie, String form) {
    this.trie = trie;
    vocabulary = null;
    tokens = null;
    chars = form.toCharArray();
    read(new TextRange(0, chars.length));
  }

  /** Reads a stretch of text; what was read before is forgotten. */
  void read(TextRange range) {
    int from = range.from();
    int to = range.to();
    base = from;
    count = 0;
    byte before = OPENING;
    int chunkWords = 0;
    int i = from;
    while (i < to) {
      char c = at(i);
      if (c == ' ') {
        i++;
        chunkWords = count;
        continue;
      }
      if (kind(c) != 0) {
        int wordEnd = i + 1;
        int seen = 0;
        while (wordEnd < to) {
          byte kind = kind(chars[wordEnd]);
          if (kind == 0) {
            break;
          }
          seen |= kind;
          wordEnd++;
        }
        add(i, wordEnd, before, shape(c, seen));
        before = JOINED;
        i = wordEnd;
        continue;
      }
      if (c == '@' || (c == ':' && i + 2 < to && at(i + 1) == '/') || dotted(c, i, to)) {
        // A web or mail address: none of its words is a name.
        count = chunkWords;
        while (i < to && !Character.isWhitespace(at(i))) {
          i++;
        }
        before = BROKEN;
        continue;
      }
      if (Character.isWhitespace(c)) {
        i++;
        chunkWords = count;
        continue;
      }
      switch (c) {
        case '&', ',' -> {
          add(i, i + 1, before, OTHER);
          before = JOINED;
        }
        case '.' -> {
          boolean abbreviation = count > 0 && end[count - 1] == i && isAbbreviation(count - 1);
          boolean decimal =
              count > 0
                  && end[count - 1] == i
                  && i + 1 < to
                  && Character.isDigit(at(i - 1))
                  && Character.isDigit(at(i + 1));
          if (!abbreviation && !decimal) {
            before = OPENING;
          }
        }
        case '!', '?', ':', '"', '“', '”', '‘', '•', '*' -> before = OPENING;
        case '\'', '’' -> {
          boolean inside =
              count > 0
                  && end[count - 1] == i
                  && i + 1 < to
                  && Character.isLetterOrDigit(at(i + 1));
          if (!inside) {
            before = before == OPENING ? OPENING : BROKEN;
          }
        }
        case '-', '/' -> {
          boolean spaced = i + 1 < to && Character.isWhitespace(at(i + 1));
          if (spaced) {
            before = before == OPENING ? OPENING : BROKEN;
          }
        }
        default -> before = before == OPENING ? OPENING : BROKEN;
      }
      i++;
    }
  }

  /** Whether a full stop here stands inside a web address. */
  private boolean dotted(char c, int at, int to) {
    if (c != '.' || at + 2 >= to || !Character.isLetter(at(at + 1))) {
      return false;
    }
    int labelEnd = at + 1;
    while (labelEnd < to && kind(at(labelEnd)) != 0) {
      labelEnd++;
    }
    return switch (text(at + 1, labelEnd)) {
      case "co", "com", "org", "uk", "gov", "net", "eu", "ac", "nhs", "html", "htm", "pdf", "tv" ->
          true;
      default -> count > 0 && end[count - 1] == at && isWww();
    };
  }

  private boolean isWww() {
    return text(start[count - 1], end[count - 1]).equals("www");
  }

  private void add(int from, int to, byte before, byte form) {
    if (count == start.length) {
      int size = count * 2;
      start = Arrays.copyOf(start, size);
      end = Arrays.copyOf(end, size);
      token = Arrays.copyOf(token, size);
      id = Arrays.copyOf(id, size);
      begins = Arrays.copyOf(begins, size);
      shape = Arrays.copyOf(shape, size);
      gap = Arrays.copyOf(gap, size);
    }
    start[count] = from;
    end[count] = to;
    int number = vocabulary == null ? Vocabulary.NONE : vocabulary.plainId(from, to);
    id[count] = number;
    int known =
        number == Vocabulary.NONE || tokens == null
            ? known(trie, trie.find(chars, from, to))
            : tokens.of(number);
    token[count] = known >> 1;
    begins[count] = (known & 1) != 0;
    shape[count] = form;
    gap[count] = before;
    count++;
  }

  /** A token in the upper bits, and in the lowest whether a name begins with it. */
  private static int known(NameTrie trie, int token) {
    int first = trie.isAmpersand(token) ? trie.and() : token;
    return token << 1 | (trie.start(first) == 0 ? 0 : 1);
  }

  /** "U.", "St", "Mrs", "Prof": a full stop after it ends no sentence. */
  private boolean isAbbreviation(int i) {
    int length = end[i] - start[i];
    return Character.isUpperCase(at(start[i]))
        && (length == 1
            || (length == 2 && Character.isLowerCase(at(start[i] + 1)))
            || (trie.is(token[i], NameTrie.HONORIFIC) && "dyepl".indexOf(at(end[i] - 1)) < 0));
  }

  private char at(int i) {
    return chars[i];
  }

  /** What a character is; 0 where it is part of no word. */
  private static byte kind(char c) {
    if (c < 128) {
      return KINDS[c];
    }
    return Character.isLetter(c)
        ? Character.isUpperCase(c) ? BIG : SMALL
        : Character.isDigit(c) ? DIGIT : 0;
  }

  /** The shape of a word, by its first character and the kinds of the others. */
  private static byte shape(char head, int others) {
    boolean lower = (others & SMALL) != 0;
    boolean upper = (others & BIG) != 0;
    byte first = kind(head);
    if (first == BIG) {
      return !upper ? CAPITAL : lower ? MIXED : UPPER;
    }
    if (first != SMALL) {
      return upper ? (lower ? MIXED : UPPER) : lower ? LOWER : OTHER;
    }
    return upper ? MIXED : LOWER;
  }

  int count() {
    return count;
  }

  int start(int i) {
    return start[i];
  }

  int end(int i) {
    return end[i];
  }

  /** The word in the trie, or {@link NameTrie#NONE}. */
  int token(int i) {
    return token[i];
  }

  /** Whether a known name begins with the word, with "&" as with "and". */
  boolean begins(int i) {
    return begins[i];
  }

  /** The number of the word in the vocabulary, or {@link Vocabulary#NONE}. */
  int id(int i) {
    return id[i];
  }

  byte shape(int i) {
    return shape[i];
  }

  /** What stands before the word. */
  byte gap(int i) {
    return gap[i];
  }

  /** Whether the word begins with a capital letter. */
  boolean capital(int i) {
    return kind(chars[start[i]]) == BIG;
  }

  char head(int i) {
    return at(start[i]);
  }

  /** The character before the word. */
  char between(int i) {
    return at(start[i] - 1);
  }

  /** Whether nothing but a hyphen stands between the word and the one before. */
  boolean hyphen(int i) {
    return i > 0 && start[i] == end[i - 1] + 1 && at(end[i - 1]) == '-';
  }

  /** Whether the word stands right after an opening bracket. */
  boolean inBrackets(int i) {
    return start[i] > base && at(start[i] - 1) == '(';
  }

  /** Whether a closing bracket and a space stand before the word, and nothing else. */
  boolean closes(int i) {
    return i > 0
        && start[i] == end[i - 1] + 2
        && at(end[i - 1]) == ')'
        && at(end[i - 1] + 1) == ' ';
  }

  /** Whether a closing bracket stands right after the word. */
  boolean closedAfter(int i) {
    return i + 1 < count && at(end[i]) == ')';
  }

  /** Offset of the closing bracket after a word, or of the end of what was read. */
  int bracketEnd(int i) {
    int at = end[i];
    int limit = end[count - 1];
    while (at < limit && at(at) != ')') {
      at++;
    }
    return at;
  }

  String text(int from, int to) {
    return new String(chars, from, to - from);
  }

  int length(int i) {
    return end[i] - start[i];
  }

  String string(int i) {
    return text(start[i], end[i]);
  }

  /** Whether the word has these letters, in this case. */
  boolean is(int i, String word) {
    return i >= 0
        && i < count
        && end[i] - start[i] == word.length()
        && chars[start[i]] == word.charAt(0)
        && same(start[i], word);
  }

  private boolean same(int from, String word) {
    for (int k = 1; k < word.length(); k++) {
      if (chars[from + k] != word.charAt(k)) {
        return false;
      }
    }
    return true;
  }
}
