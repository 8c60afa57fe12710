package org.crcgraph.extract;

/**
 * Marks of footnotes that have grown to the words when a page became plain text: "gone under.154
 * The owners", "“bid money”.157 A survey", "services.[12]", "in two cases,3 and". They are no
 * numbers of the text, and a sentence ends before them.
 */
final class NoteMarks {
  private static final int MOST_DIGITS = 3;

  private NoteMarks() {}

  /**
   * The end of the mark that begins at an offset; the offset itself where none does.
   *
   * @param from where the block begins
   * @param limit where it ends
   */
  static int end(char[] text, int at, int from, int limit) {
    char first = text[at];
    if (at == from || (first != '[' && !isDigit(first))) {
      return at;
    }
    char before = text[at - 1];
    boolean bracket = first == '[';
    int start = bracket ? at + 1 : at;
    int end = start;
    while (end < limit && isDigit(text[end])) {
      end++;
    }
    if (end == start || end - start > MOST_DIGITS) {
      return at;
    }
    if (bracket) {
      boolean closed = end < limit && text[end] == ']';
      return closed && !isSpace(before) && before != '(' ? end + 1 : at;
    }
    boolean apart = end == limit || isSpace(text[end]) || (text[end] == '[' && end + 1 < limit);
    return apart && text[start] != '0' && followsWord(text, from, at) ? end : at;
  }

  /** Whether what stands before digits closes a clause: a word and a mark, perhaps a quotation. */
  private static boolean followsWord(char[] text, int from, int at) {
    int i = at - 1;
    boolean marked = false;
    while (i >= from && isMark(text[i])) {
      marked = true;
      i--;
    }
    if (!marked || i < from || text[at - 1] == ':') {
      return false;
    }
    if (text[i] == '%') {
      return true;
    }
    if (!Character.isLetter(text[i])) {
      // "(2013–14).12": a year before the bracket; "in 2017.20"; "3.12" is a number.
      return isDigit(text[i])
          && (at - 1 - i >= 2 || (text[at - 1] != ')' && isYear(text, from, i + 1)));
    }
    if (text[at - 1] != '.') {
      return (text[at - 1] != '\'' && text[at - 1] != '’') || at - 1 - i >= 2;
    }
    int word = i;
    while (word > from && Character.isLetter(text[word - 1])) {
      word--;
    }
    int length = i + 1 - word;
    return length > 4 || (length > 1 && !isReference(new String(text, word, length)));
  }

  /**
   * Whether digits that end at an offset are a year, so that the point or comma after them ends
   * something: "in 2017.20".
   */
  static boolean isYear(char[] text, int from, int end) {
    int start = end - 4;
    if (start < from
        || (!(text[start] == '2' && text[start + 1] == '0')
            && !(text[start] == '1' && text[start + 1] == '9'))
        || !isDigit(text[start + 2])
        || !isDigit(text[start + 3])) {
      return false;
    }
    return start == from || isSpace(text[start - 1]) || text[start - 1] == '(';
  }

  /** "No.10", "para.3", "p.12", "vol.2", "s.14": words that numbers belong to. */
  private static boolean isReference(String word) {
    return switch (word.toLowerCase(java.util.Locale.ROOT)) {
      case "no",
          "nos",
          "pp",
          "ss",
          "para",
          "par",
          "vol",
          "fig",
          "art",
          "ch",
          "chap",
          "sec",
          "sch",
          "reg",
          "col",
          "cl",
          "cols",
          "tel",
          "ext",
          "www",
          "approx",
          "ref",
          "app",
          "ann",
          "ver",
          "v",
          "q",
          "qq" ->
          true;
      default -> false;
    };
  }

  private static boolean isMark(char c) {
    return switch (c) {
      case '.', ',', ';', ':', '!', '?', ')', ']', '"', '”', '’', '\'' -> true;
      default -> false;
    };
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isSpace(char c) {
    return c == ' ' || Character.isWhitespace(c) || c == '\u00a0';
  }
}
