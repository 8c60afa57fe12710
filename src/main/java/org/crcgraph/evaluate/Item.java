package org.crcgraph.evaluate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.crcgraph.model.Issue;
import org.crcgraph.model.Place;
import org.jspecify.annotations.Nullable;

/**
 * One record of a JSON Lines file, as a person or the program wrote it.
 *
 * @param type type word
 * @param start first code point of the evidence
 * @param end one past its last code point
 * @param fields every field
 */
record Item(String type, int start, int end, JsonNode fields) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Reads one record from a line of JSON. */
  static Item parse(String line) throws JsonProcessingException {
    JsonNode node = MAPPER.readTree(line);
    return new Item(
        node.path("type").asText(""), node.path("start").asInt(0), node.path("end").asInt(0), node);
  }

  /**
   * Reads a file of records.
   *
   * @param issues receives an error for each line that is no JSON
   */
  static List<Item> read(Path file, List<Issue> issues) throws IOException {
    List<Item> items = new ArrayList<>();
    List<String> lines = Files.readAllLines(file);
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        try {
          items.add(parse(lines.get(i)));
        } catch (JsonProcessingException e) {
          issues.add(
              Issue.error(
                  new Place(file.toString(), i + 1, Math.max(1, column(e))),
                  "no JSON record: " + e.getOriginalMessage(),
                  "write one JSON object a line"));
        }
      }
    }
    return items;
  }

  private static int column(JsonProcessingException e) {
    return e.getLocation() == null ? 1 : e.getLocation().getColumnNr();
  }

  /** The text of a field; null where it is absent, null, or empty. */
  @Nullable String text(String field) {
    JsonNode node = fields.path(field);
    return node.isMissingNode() || node.isNull() || node.asText().isEmpty() ? null : node.asText();
  }

  /** The number of a field, also where it is written as a string; null where it is none. */
  @Nullable Double number(String field) {
    JsonNode node = fields.path(field);
    if (node.isNumber()) {
      return node.doubleValue();
    }
    if (!node.isTextual()) {
      return null;
    }
    try {
      return Double.valueOf(node.textValue().strip());
    } catch (NumberFormatException e) {
      // A word where a number may stand is no number; the caller compares the words.
      return null;
    }
  }

  /** The strings of an array field. */
  List<String> texts(String field) {
    List<String> texts = new ArrayList<>();
    fields.path(field).forEach(node -> texts.add(node.asText()));
    return texts;
  }

  /**
   * Length of the common part of two spans over the length from the first start to the last end.
   */
  double overlap(Item other) {
    int common = Math.min(end, other.end) - Math.max(start, other.start);
    return common <= 0
        ? 0.0
        : (double) common / (Math.max(end, other.end) - Math.min(start, other.start));
  }
}
