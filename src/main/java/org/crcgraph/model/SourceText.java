package org.crcgraph.model;

import java.util.Arrays;

/**
 * The text of a document exactly as decoded (no normalisation of line ends or spaces), which
 * converts between UTF-16 offsets and code points in O(log n) of the number of surrogate pairs.
 */
public final class SourceText {
  private final String text;

  /** UTF-16 offsets of the high surrogates, ascending; empty for most texts. */
  private final int[] pairs;

  private final int[] lineStarts;

  private SourceText(String text, int[] pairs, int[] lineStarts) {
    this.text = text;
    this.pairs = pairs;
    this.lineStarts = lineStarts;
  }

  /** Wraps a decoded text. */
  public static SourceText of(String text) {
    int[] pairs = new int[4];
    int[] lines = new int[64];
    int pairCount = 0;
    int lineCount = 1;
    // An array is read faster than a string, whose characters may have one byte or two.
    char[] chars = text.toCharArray();
    for (int i = 0; i < chars.length; i++) {
      char c = chars[i];
      if (c == '\n') {
        if (lineCount == lines.length) {
          lines = Arrays.copyOf(lines, lineCount * 2);
        }
        lines[lineCount++] = i + 1;
      } else if (Character.isHighSurrogate(c)
          && i + 1 < chars.length
          && Character.isLowSurrogate(chars[i + 1])) {
        if (pairCount == pairs.length) {
          pairs = Arrays.copyOf(pairs, pairCount * 2);
        }
        pairs[pairCount++] = i;
        i++;
      }
    }
    return new SourceText(text, Arrays.copyOf(pairs, pairCount), Arrays.copyOf(lines, lineCount));
  }

  /** The whole text. */
  public String string() {
    return text;
  }

  /** The text of a range. */
  public String string(TextRange range) {
    return text.substring(range.from(), range.to());
  }

  /** The text of a span. */
  public String string(Span span) {
    return string(range(span));
  }

  /** Length in UTF-16 code units. */
  public int length() {
    return text.length();
  }

  /** Length in code points. */
  public int codePoints() {
    return text.length() - pairs.length;
  }

  /** The code-point span of a UTF-16 range. */
  public Span span(TextRange range) {
    return span(range.from(), range.to());
  }

  /** The code-point span of the UTF-16 offsets {@code from} (inclusive) to {@code to}. */
  public Span span(int from, int to) {
    return new Span(toCodePoint(from), toCodePoint(to));
  }

  /** The UTF-16 range of a code-point span. */
  public TextRange range(Span span) {
    return new TextRange(toOffset(span.start()), toOffset(span.end()));
  }

  /** Line (from 1) and column (from 1, in code points) of a UTF-16 offset, for messages. */
  public Place place(String file, int offset) {
    int found = Arrays.binarySearch(lineStarts, offset);
    int line = found >= 0 ? found : -found - 2;
    return new Place(file, line + 1, toCodePoint(offset) - toCodePoint(lineStarts[line]) + 1);
  }

  private int toCodePoint(int offset) {
    if (pairs.length == 0) {
      return offset;
    }
    int found = Arrays.binarySearch(pairs, offset);
    return offset - (found >= 0 ? found : -found - 1);
  }

  private int toOffset(int codePoint) {
    if (pairs.length == 0) {
      return codePoint;
    }
    // The k-th pair (from 0) has code point index pairs[k] - k: count those before codePoint.
    int low = 0;
    int high = pairs.length;
    while (low < high) {
      int mid = (low + high) >>> 1;
      if (pairs[mid] - mid < codePoint) {
        low = mid + 1;
      } else {
        high = mid;
      }
    }
    return codePoint + low;
  }

  @Override
  public String toString() {
    return "SourceText of " + codePoints() + " code points";
  }
}
