package org.crcgraph.record;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One object as one line of JSON, written field after field. Half of what extraction writes are
 * short strings without anything to escape, so that no tree and no generator stand between.
 */
final class LineOfJson {
  private static final String HEX = "0123456789ABCDEF";

  private final StringBuilder text = new StringBuilder(320);

  LineOfJson() {
    text.append('{');
  }

  private void name(String field) {
    if (text.length() > 1) {
      text.append(',');
    }
    text.append('"').append(field).append("\":");
  }

  LineOfJson put(String field, @Nullable String value) {
    name(field);
    string(value);
    return this;
  }

  LineOfJson put(String field, int value) {
    name(field);
    text.append(value);
    return this;
  }

  LineOfJson put(String field, @Nullable Integer value) {
    name(field);
    text.append(value);
    return this;
  }

  LineOfJson put(String field, double value) {
    name(field);
    text.append(value);
    return this;
  }

  /** Whole numbers without exponent, so that 3.7 billion reads 3700000000. */
  LineOfJson put(String field, @Nullable BigDecimal value) {
    name(field);
    BigDecimal plain = value == null ? null : value.stripTrailingZeros();
    if (plain == null) {
      text.append("null");
    } else if (plain.scale() <= 0) {
      text.append(plain.toBigIntegerExact());
    } else {
      text.append(plain);
    }
    return this;
  }

  LineOfJson putAll(String field, List<String> values) {
    name(field);
    text.append('[');
    for (int i = 0; i < values.size(); i++) {
      if (i > 0) {
        text.append(',');
      }
      string(values.get(i));
    }
    text.append(']');
    return this;
  }

  private void string(@Nullable String value) {
    if (value == null) {
      text.append("null");
      return;
    }
    text.append('"');
    int written = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c < ' ' || c == '"' || c == '\\') {
        text.append(value, written, i);
        escape(c);
        written = i + 1;
      }
    }
    text.append(value, written, value.length()).append('"');
  }

  private void escape(char c) {
    text.append('\\');
    switch (c) {
      case '"', '\\' -> text.append(c);
      case '\b' -> text.append('b');
      case '\t' -> text.append('t');
      case '\n' -> text.append('n');
      case '\f' -> text.append('f');
      case '\r' -> text.append('r');
      default -> text.append("u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
    }
  }

  /** The whole line without a line end; nothing can be put after it. */
  String end() {
    return text.append('}').toString();
  }
}
