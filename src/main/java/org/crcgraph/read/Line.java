package org.crcgraph.read;

import java.util.ArrayList;
import java.util.List;
import org.crcgraph.model.TextRange;

/**
 * A line with something on it, in UTF-16 offsets.
 *
 * @param from first character that is not blank
 * @param to one past the last character that is not blank
 * @param indent characters before {@code from} on its line
 * @param afterGap whether an empty line, or the start of the text, precedes it
 */
record Line(int from, int to, int indent, boolean afterGap) {
  /** Every line of the text that is not blank. */
  static List<Line> of(String text) {
    List<Line> lines = new ArrayList<>();
    boolean gap = true;
    int start = 0;
    // An array is read faster than a string, whose characters may have one byte or two.
    char[] chars = text.toCharArray();
    int length = chars.length;
    while (start < length) {
      int end = start;
      while (end < length && !endsLine(chars[end])) {
        end++;
      }
      int from = start;
      int to = end;
      while (from < to && isBlank(chars[from])) {
        from++;
      }
      while (to > from && isBlank(chars[to - 1])) {
        to--;
      }
      if (from < to) {
        lines.add(new Line(from, to, from - start, gap));
        gap = false;
      } else {
        gap = true;
      }
      // CR LF is one line end.
      boolean pair = end + 1 < length && chars[end] == '\r' && chars[end + 1] == '\n';
      start = end + (pair ? 2 : 1);
    }
    return lines;
  }

  /** White space, no-break spaces, byte order marks and zero-width characters. */
  static boolean isBlank(char c) {
    return c <= ' '
        || (c >= 0x7f
            && (Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || (c >= '\u200b' && c <= '\u200f')
                || c == '\u2060'
                || c == '\ufeff'
                || c == '\u00ad'
                || c == '\u0085'));
  }

  private static boolean endsLine(char c) {
    return c <= '\r' ? c == '\n' || c == '\r' || c == '\f' : c >= '\u2028' && c <= '\u2029';
  }

  int length() {
    return to - from;
  }

  TextRange range() {
    return new TextRange(from, to);
  }

  String in(String text) {
    return text.substring(from, to);
  }

  /** Whether the line consists of exactly these words. */
  boolean is(String text, String words) {
    return to - from == words.length() && text.startsWith(words, from);
  }

  boolean startsWith(String text, String words) {
    return to - from >= words.length() && text.startsWith(words, from);
  }

  /** The rest of the line from an offset on, without leading blanks; may be empty. */
  Line after(String text, int offset) {
    int start = offset;
    while (start < to && isBlank(text.charAt(start))) {
      start++;
    }
    return new Line(start, to, indent + start - from, false);
  }
}
