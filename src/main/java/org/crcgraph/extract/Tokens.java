package org.crcgraph.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.crcgraph.model.TextRange;
import org.jspecify.annotations.Nullable;

/**
 * A sentence as the relation rules see it: words in lower case, marks, and each linked name as one
 * token. Hyphenated words are cut at the hyphen and a possessive ending stands alone, so that
 * "Brightwell-run" and "Brightwell’s" both begin with the name.
 */
final class Tokens {
  private final TextRange range;
  private final List<Token> tokens;

  /**
   * A word, number, mark or name.
   *
   * @param range where it stands
   * @param word lower case, with straight apostrophes; the text of a name as it stands
   * @param name the linked name, or null
   */
  record Token(TextRange range, String word, @Nullable Name name) {
    boolean is(String other) {
      return word.equals(other);
    }

    boolean isNumeral() {
      return name == null && Character.isDigit(word.charAt(0));
    }

    boolean isWord() {
      return name == null && Character.isLetter(word.charAt(0));
    }
  }

  private Tokens(TextRange range, List<Token> tokens) {
    this.range = range;
    this.tokens = tokens;
  }

  /** The tokens of a range, usually a sentence. */
  static Tokens of(Reading reading, TextRange range) {
    String text = reading.text();
    List<Token> tokens = new ArrayList<>(range.length() / 5 + 1);
    List<Name> names = reading.names(range);
    int nextName = 0;
    int i = range.from();
    while (i < range.to()) {
      while (nextName < names.size() && names.get(nextName).range().from() < i) {
        nextName++;
      }
      if (nextName < names.size() && names.get(nextName).range().from() == i) {
        Name name = names.get(nextName++);
        tokens.add(new Token(name.range(), reading.text(name.range()), name));
        i = name.range().to();
        continue;
      }
      char c = text.charAt(i);
      if (Character.isWhitespace(c) || c == '\u00a0') {
        i++;
        continue;
      }
      int limit = nextName < names.size() ? names.get(nextName).range().from() : range.to();
      int end =
          isAddress(text, i, range.to())
              ? endOfAddress(text, i, range.to())
              : endOfToken(text, i, limit);
      String word = word(text, i, end);
      TextRange at = new TextRange(i, end);
      // "The CRC" is no name, but rules treat it as one: Topics says which CRC it is.
      Name common =
          (word.equals("crc") || word.equals("crcs")) && !tokensEndWithBracket(tokens)
              ? new Name(at, Field.CRCS)
              : null;
      tokens.add(new Token(at, common == null ? word : text.substring(i, end), common));
      i = end;
    }
    return new Tokens(range, tokens);
  }

  /** An acronym in brackets repeats the name before it. */
  private static boolean tokensEndWithBracket(List<Token> tokens) {
    return !tokens.isEmpty() && tokens.get(tokens.size() - 1).is("(");
  }

  /** A web address is one token, so that no rule reads numbers out of it. */
  private static boolean isAddress(String text, int from, int limit) {
    return (text.startsWith("http", from)
            && text.indexOf("://", from) - from <= 5
            && text.indexOf("://", from) > from)
        || (text.startsWith("www.", from) && from + 4 < limit);
  }

  private static int endOfAddress(String text, int from, int limit) {
    int end = from;
    while (end < limit && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static int endOfToken(String text, int from, int limit) {
    char c = text.charAt(from);
    if (Character.isDigit(c)) {
      return endOfNumeral(text, from, limit);
    }
    if (Character.isLetter(c)) {
      int end = from + 1;
      while (end < limit && (Character.isLetter(text.charAt(end)) || innerMark(text, end, limit))) {
        end++;
      }
      return end;
    }
    if (isApostrophe(c)
        && from + 1 < limit
        && (text.charAt(from + 1) == 's' || text.charAt(from + 1) == 'S')
        && (from + 2 == limit || !Character.isLetterOrDigit(text.charAt(from + 2)))
        && from > 0
        && Character.isLetterOrDigit(text.charAt(from - 1))) {
      return from + 2;
    }
    return from + (Character.isHighSurrogate(c) && from + 1 < limit ? 2 : 1);
  }

  /** Digits with inner commas and points: "3.7", "260,000"; not the full stop after them. */
  private static int endOfNumeral(String text, int from, int limit) {
    int end = from + 1;
    while (end < limit) {
      char c = text.charAt(end);
      if (Character.isDigit(c)
          || ((c == ',' || c == '.')
              && end + 1 < limit
              && Character.isDigit(text.charAt(end + 1)))) {
        end++;
      } else {
        return end;
      }
    }
    return end;
  }

  /** An apostrophe inside a word ("didn't"), but not the one of a possessive. */
  private static boolean innerMark(String text, int at, int limit) {
    return isApostrophe(text.charAt(at))
        && at + 1 < limit
        && Character.isLetter(text.charAt(at + 1))
        && !((text.charAt(at + 1) == 's' || text.charAt(at + 1) == 'S')
            && (at + 2 >= limit || !Character.isLetter(text.charAt(at + 2))));
  }

  private static boolean isApostrophe(char c) {
    return c == '\'' || c == '’';
  }

  private static String word(String text, int from, int end) {
    return text.substring(from, end).toLowerCase(Locale.ROOT).replace('’', '\'');
  }

  int size() {
    return tokens.size();
  }

  Token get(int i) {
    return tokens.get(i);
  }

  /** Whether the token exists and is this word. */
  boolean is(int i, String word) {
    return i >= 0 && i < tokens.size() && tokens.get(i).is(word);
  }

  /** The whole range. */
  TextRange range() {
    return range;
  }

  /** The text range of tokens {@code from} (inclusive) to {@code to} (exclusive). */
  TextRange range(int from, int to) {
    return new TextRange(tokens.get(from).range().from(), tokens.get(to - 1).range().to());
  }

  /** The first token that starts at or after an offset. */
  int indexAt(int offset) {
    int i = 0;
    while (i < tokens.size() && tokens.get(i).range().from() < offset) {
      i++;
    }
    return i;
  }

  /** Whether token {@code i} stands directly after the one before it, without white space. */
  boolean touches(int i) {
    return i > 0
        && i < tokens.size()
        && tokens.get(i - 1).range().to() == tokens.get(i).range().from();
  }
}
