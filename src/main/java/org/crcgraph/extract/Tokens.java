package org.crcgraph.extract;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.crcgraph.model.EntityKind;
import org.crcgraph.model.TextRange;
import org.jspecify.annotations.Nullable;

/**
 * A sentence as the relation rules see it: words in lower case, marks, and each linked name as one
 * token. Hyphenated words are cut at the hyphen and a possessive ending stands alone, so that
 * "Brightwell-run" and "Brightwell’s" both begin with the name.
 */
final class Tokens {
  /** Bit of {@link #sorts} for a numeral. */
  static final int NUMERAL = 1 << 29;

  /** Bit of {@link #sorts} for the CRCs as a class; one bit for each other kind of name. */
  static final int CLASS_OF_CRCS = 1 << 30;

  private final TextRange range;
  private final Token[] tokens;

  /** The number of each word in the dictionary; {@link Dictionary#NONE} for names in capitals. */
  private final int[] ids;

  private int sorts;
  private long @Nullable [] words;

  /**
   * A word, number, mark or name.
   *
   * @param range where it stands
   * @param word lower case, with straight apostrophes; the text of a name as it stands
   * @param name the linked name, or null
   */
  record Token(TextRange range, String word, @Nullable Name name) {
    /** Most words differ in length, which is seen without a call. */
    boolean is(String other) {
      return word.length() == other.length() && word.equals(other);
    }

    boolean isNumeral() {
      return name == null && Character.isDigit(word.charAt(0));
    }

    boolean isWord() {
      return name == null && Character.isLetter(word.charAt(0));
    }
  }

  private Tokens(TextRange range, Token[] tokens, int[] ids) {
    this.range = range;
    this.tokens = tokens;
    this.ids = ids;
  }

  /** The bit of {@link #sorts} for a name. */
  static int sort(Name name) {
    EntityKind kind = name.entity().kind();
    return kind == EntityKind.CRC && Field.isClass(name.entity()) ? CLASS_OF_CRCS : sort(kind);
  }

  /** The bit of {@link #sorts} for names of one thing of a kind. */
  static int sort(EntityKind kind) {
    return switch (kind) {
      case CRC -> 1;
      case NPS_DIVISION -> 1 << 1;
      case OWNER -> 1 << 2;
      case SUPPLIER -> 1 << 3;
      case PUBLIC_BODY -> 1 << 4;
      case UNION -> 1 << 5;
      case COMPANY -> 1 << 6;
      case PERSON -> 1 << 7;
      case AREA -> 1 << 8;
      case PROGRAMME -> 1 << 9;
      case PUBLICATION -> 1 << 10;
    };
  }

  /** The place of a word among the {@link #WORD_BITS} bits that words are told apart by. */
  static int bit(String word) {
    int hash = word.hashCode() * 0x9E3779B1;
    return hash >>> 24;
  }

  /** How many bits a set of words has, so that a phrase knows at once what cannot stand here. */
  static final int WORD_BITS = 256;

  /** A bit for each kind of name that stands here, and for a numeral. */
  int sorts() {
    if (words == null) {
      sum();
    }
    return sorts;
  }

  /** Whether one of some words may stand here; where not, it surely does not. */
  boolean mayHave(long[] some) {
    long[] here = words == null ? sum() : words;
    return ((here[0] & some[0]) | (here[1] & some[1]) | (here[2] & some[2]) | (here[3] & some[3]))
        != 0;
  }

  private long[] sum() {
    long[] sum = new long[WORD_BITS / 64];
    for (Token token : tokens) {
      if (token.name() != null) {
        sorts |= sort(token.name());
      } else {
        int bit = bit(token.word());
        sum[bit >> 6] |= 1L << bit;
        sorts |= token.isNumeral() ? NUMERAL : 0;
      }
    }
    words = sum;
    return sum;
  }

  /** The tokens of a range, usually a sentence. */
  static Tokens of(Reading reading, TextRange range) {
    return new Cutting(reading, range).tokens();
  }

  /** One range while it is cut into tokens. */
  private static final class Cutting {
    private final Reading reading;
    private final TextRange range;
    private final char[] text;
    private final Vocabulary vocabulary;
    private final List<Name> names;
    private int nextName;
    private Token[] tokens;
    private int[] ids;
    private int count;

    Cutting(Reading reading, TextRange range) {
      this.reading = reading;
      this.range = range;
      text = reading.characters();
      vocabulary = reading.vocabulary();
      names = reading.names(range);
      // English has a token for five characters: the arrays grow once at most.
      tokens = new Token[range.length() / 4 + 2];
      ids = new int[tokens.length];
    }

    Tokens tokens() {
      int end = range.to();
      int i = range.from();
      int name = nextName(i);
      while (i < end) {
        char c = text[i];
        if (i == name) {
          i = addName();
          name = nextName(i);
        } else if (c == ' ' || Character.isWhitespace(c) || c == '\u00a0') {
          i++;
        } else if (c <= '[' && NoteMarks.end(text, i, range.from(), end) > i) {
          i = NoteMarks.end(text, i, range.from(), end);
        } else {
          boolean address = (c == 'w' || c == 'h') && isAddress(text, i, end);
          int limit = Math.min(name, end);
          int next = address ? endOfAddress(text, i, end) : endOfToken(text, i, limit);
          addWord(i, next);
          i = next;
          if (name < i) {
            name = nextName(i);
          }
        }
      }
      return new Tokens(range, Arrays.copyOf(tokens, count), ids);
    }

    /** Where the next name begins at or after an offset, or beyond every text. */
    private int nextName(int offset) {
      while (nextName < names.size() && names.get(nextName).range().from() < offset) {
        nextName++;
      }
      return nextName < names.size() ? names.get(nextName).range().from() : Integer.MAX_VALUE;
    }

    private int addName() {
      Name name = names.get(nextName++);
      TextRange at = name.range();
      // Rules that compare words without asking for names meet only names in small letters.
      boolean capital = Character.isUpperCase(text[at.from()]);
      add(
          new Token(at, reading.text(at), name),
          capital ? Dictionary.NONE : vocabulary.id(at.from(), at.to()));
      return at.to();
    }

    private void addWord(int from, int to) {
      int id = vocabulary.id(from, to);
      String word = vocabulary.word(id);
      TextRange at = new TextRange(from, to);
      if (isCrc(from, to) && !endsWithBracket()) {
        // "The CRC" is no name, but rules treat it as one: Topics says which CRC it is.
        add(new Token(at, new String(text, from, to - from), new Name(at, Field.CRCS)), id);
      } else {
        add(new Token(at, word, null), id);
      }
    }

    private void add(Token token, int id) {
      if (count == tokens.length) {
        tokens = Arrays.copyOf(tokens, count * 2);
        ids = Arrays.copyOf(ids, count * 2);
      }
      tokens[count] = token;
      ids[count++] = id;
    }

    /** "CRC" or "CRCs", in whatever letters. */
    private boolean isCrc(int from, int to) {
      return (text[from] == 'C' || text[from] == 'c')
          && (to - from == 3 || to - from == 4)
          && (text[from + 1] | ' ') == 'r'
          && (text[from + 2] | ' ') == 'c'
          && (to - from == 3 || (text[from + 3] | ' ') == 's');
    }

    /** An acronym in brackets repeats the name before it. */
    private boolean endsWithBracket() {
      return count > 0 && tokens[count - 1].is("(");
    }
  }

  /** The flags of all words here, put together; a rule whose flag is missing finds nothing. */
  int flags(Dictionary.Marks marks) {
    int flags = 0;
    for (int i = 0; i < tokens.length; i++) {
      flags |= ids[i] == Dictionary.NONE ? 0 : marks.of(ids[i]);
    }
    return flags;
  }

  /** A web address is one token, so that no rule reads numbers out of it. */
  private static boolean isAddress(char[] text, int from, int limit) {
    if (text[from] == 'w') {
      return starts(text, from, "www.") && from + 4 < limit;
    }
    return text[from] == 'h'
        && starts(text, from, "http")
        && (starts(text, from + 4, "://") || starts(text, from + 5, "://"));
  }

  private static boolean starts(char[] text, int from, String words) {
    if (from + words.length() > text.length) {
      return false;
    }
    for (int i = 0; i < words.length(); i++) {
      if (text[from + i] != words.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static int endOfAddress(char[] text, int from, int limit) {
    int end = from;
    while (end < limit && !Character.isWhitespace(text[end])) {
      end++;
    }
    return end;
  }

  private static int endOfToken(char[] text, int from, int limit) {
    char c = text[from];
    if (Character.isDigit(c)) {
      return endOfNumeral(text, from, limit);
    }
    if (isLetter(c)) {
      int end = from + 1;
      while (end < limit && (isLetter(text[end]) || innerMark(text, end, limit))) {
        end++;
      }
      return end;
    }
    if (isApostrophe(c)
        && from + 1 < limit
        && (text[from + 1] == 's' || text[from + 1] == 'S')
        && (from + 2 == limit || !Character.isLetterOrDigit(text[from + 2]))
        && from > 0
        && Character.isLetterOrDigit(text[from - 1])) {
      return from + 2;
    }
    return from + (Character.isHighSurrogate(c) && from + 1 < limit ? 2 : 1);
  }

  /** Digits with inner commas and points: "3.7", "260,000"; not the full stop after them. */
  private static int endOfNumeral(char[] text, int from, int limit) {
    int end = from + 1;
    while (end < limit) {
      char c = text[end];
      if (Character.isDigit(c)
          || ((c == ',' || c == '.')
              && end + 1 < limit
              && Character.isDigit(text[end + 1])
              && !NoteMarks.isYear(text, Math.max(0, end - 5), end))) {
        end++;
      } else {
        return end;
      }
    }
    return end;
  }

  private static boolean isLetter(char c) {
    return c < 128 ? (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') : Character.isLetter(c);
  }

  /** An apostrophe inside a word ("didn't"), but not the one of a possessive. */
  private static boolean innerMark(char[] text, int at, int limit) {
    return isApostrophe(text[at])
        && at + 1 < limit
        && Character.isLetter(text[at + 1])
        && !((text[at + 1] == 's' || text[at + 1] == 'S')
            && (at + 2 >= limit || !Character.isLetter(text[at + 2])));
  }

  private static boolean isApostrophe(char c) {
    return c == '\'' || c == '’';
  }

  int size() {
    return tokens.length;
  }

  Token get(int i) {
    return tokens[i];
  }

  /** The name at a token that is one. */
  Name nameAt(int i) {
    return Objects.requireNonNull(tokens[i].name());
  }

  /** Whether the token exists and is this word. */
  boolean is(int i, String word) {
    return i >= 0 && i < tokens.length && tokens[i].is(word);
  }

  /** The whole range. */
  TextRange range() {
    return range;
  }

  /** The text range of tokens {@code from} (inclusive) to {@code to} (exclusive). */
  TextRange range(int from, int to) {
    return new TextRange(tokens[from].range().from(), tokens[to - 1].range().to());
  }

  /** The first token that starts at or after an offset. */
  int indexAt(int offset) {
    int i = 0;
    while (i < tokens.length && tokens[i].range().from() < offset) {
      i++;
    }
    return i;
  }

  /** Whether token {@code i} stands directly after the one before it, without white space. */
  boolean touches(int i) {
    return i > 0 && i < tokens.length && tokens[i - 1].range().to() == tokens[i].range().from();
  }
}
