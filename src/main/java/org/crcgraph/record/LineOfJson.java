package org.crcgraph.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One object as one line of JSON, written field after field; no tree is built. */
final class LineOfJson {
  private static final JsonFactory FACTORY = new JsonFactory();

  private final StringWriter text = new StringWriter(400);
  private final JsonGenerator json;

  LineOfJson() {
    try {
      json = FACTORY.createGenerator(text);
      json.writeStartObject();
    } catch (IOException e) {
      throw inMemory(e);
    }
  }

  private static UncheckedIOException inMemory(IOException e) {
    return new UncheckedIOException("writing to memory never fails", e);
  }

  LineOfJson put(String field, @Nullable String value) {
    try {
      json.writeFieldName(field);
      if (value == null) {
        json.writeNull();
      } else {
        json.writeString(value);
      }
      return this;
    } catch (IOException e) {
      throw inMemory(e);
    }
  }

  LineOfJson put(String field, int value) {
    try {
      json.writeNumberField(field, value);
      return this;
    } catch (IOException e) {
      throw inMemory(e);
    }
  }

  LineOfJson put(String field, @Nullable Integer value) {
    return value == null ? put(field, (String) null) : put(field, value.intValue());
  }

  LineOfJson put(String field, double value) {
    try {
      json.writeNumberField(field, value);
      return this;
    } catch (IOException e) {
      throw inMemory(e);
    }
  }

  /** Whole numbers without exponent, so that 3.7 billion reads 3700000000. */
  LineOfJson put(String field, @Nullable BigDecimal value) {
    if (value == null) {
      return put(field, (String) null);
    }
    try {
      BigDecimal plain = value.stripTrailingZeros();
      json.writeFieldName(field);
      if (plain.scale() <= 0) {
        json.writeNumber(plain.toBigIntegerExact());
      } else {
        json.writeNumber(plain);
      }
      return this;
    } catch (IOException e) {
      throw inMemory(e);
    }
  }

  LineOfJson putAll(String field, List<String> values) {
    try {
      json.writeArrayFieldStart(field);
      for (String value : values) {
        json.writeString(value);
      }
      json.writeEndArray();
      return this;
    } catch (IOException e) {
      throw inMemory(e);
    }
  }

  /** The whole line without a line end; nothing can be put after it. */
  String end() {
    try {
      json.writeEndObject();
      json.close();
      return text.toString();
    } catch (IOException e) {
      throw inMemory(e);
    }
  }
}
