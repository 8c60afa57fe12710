package org.crcgraph.record;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One object as one line of JSON, written field after field. Half of what extraction writes are
 * short strings without anything to escape, so that no tree and no generator stand between; the
 * platform makes bytes of a whole string faster than anybody does of its characters.
 */
final class LineOfJson {
  private static final String HEX = "0123456789ABCDEF";

  private byte[] line = new byte[512];
  private int length;
  private boolean first;

  LineOfJson() {
    begin();
  }

  /** Begins a line, after those that were ended before. */
  private void begin() {
    first = true;
    write('{');
  }

  private void write(char ascii) {
    if (length == line.length) {
      line = Arrays.copyOf(line, length * 2);
    }
    line[length++] = (byte) ascii;
  }

  private void write(byte[] bytes, int from, int to) {
    int end = length + to - from;
    if (end > line.length) {
      line = Arrays.copyOf(line, Math.max(end, length * 2));
    }
    System.arraycopy(bytes, from, line, length, to - from);
    length = end;
  }

  /** Writes ASCII letters and signs that need no escape. */
  private void plain(String ascii) {
    for (int i = 0; i < ascii.length(); i++) {
      write(ascii.charAt(i));
    }
  }

  private void name(String field) {
    if (!first) {
      write(',');
    }
    first = false;
    write('"');
    plain(field);
    write('"');
    write(':');
  }

  LineOfJson put(String field, @Nullable String value) {
    name(field);
    string(value);
    return this;
  }

  LineOfJson put(String field, int value) {
    name(field);
    plain(Integer.toString(value));
    return this;
  }

  LineOfJson put(String field, @Nullable Integer value) {
    name(field);
    plain(String.valueOf(value));
    return this;
  }

  LineOfJson put(String field, double value) {
    name(field);
    plain(Double.toString(value));
    return this;
  }

  /** Whole numbers without exponent, so that 3.7 billion reads 3700000000. */
  LineOfJson put(String field, @Nullable BigDecimal value) {
    name(field);
    BigDecimal number = value == null ? null : value.stripTrailingZeros();
    if (number == null) {
      plain("null");
    } else {
      plain(number.scale() <= 0 ? number.toBigIntegerExact().toString() : number.toString());
    }
    return this;
  }

  LineOfJson putAll(String field, List<String> values) {
    name(field);
    write('[');
    for (int i = 0; i < values.size(); i++) {
      if (i > 0) {
        write(',');
      }
      string(values.get(i));
    }
    write(']');
    return this;
  }

  private void string(@Nullable String value) {
    if (value == null) {
      plain("null");
      return;
    }
    write('"');
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    int written = 0;
    for (int i = 0; i < bytes.length; i++) {
      byte b = bytes[i];
      // The bytes of a character beyond ASCII are negative.
      if ((b < ' ' && b >= 0) || b == '"' || b == '\\') {
        write(bytes, written, i);
        escape((char) b);
        written = i + 1;
      }
    }
    write(bytes, written, bytes.length);
    write('"');
  }

  private void escape(char c) {
    write('\\');
    switch (c) {
      case '"', '\\' -> write(c);
      case '\b' -> write('b');
      case '\t' -> write('t');
      case '\n' -> write('n');
      case '\f' -> write('f');
      case '\r' -> write('r');
      default -> {
        plain("u00");
        write(HEX.charAt(c >> 4));
        write(HEX.charAt(c & 15));
      }
    }
  }

  /** Ends the line and begins another. */
  void next() {
    write('}');
    write('\n');
    begin();
  }

  /** The lines that were ended, as UTF-8. */
  byte[] lines() {
    return Arrays.copyOf(line, length - 1);
  }

  /** The whole line without a line end; nothing can be put after it. */
  String text() {
    write('}');
    return new String(line, 0, length, StandardCharsets.UTF_8);
  }
}
