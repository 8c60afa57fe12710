package org.crcgraph.query;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.crcgraph.model.Issue;
import org.crcgraph.model.Place;

/**
 * The header of a stored query: YAML in comment lines that begin with {@code #+}, with grlc's keys
 * and our own below {@code x-crc}, which other tools pass over.
 *
 * @param summary one line for lists
 * @param description what the query answers and how to read its columns
 * @param tags what to group it under
 * @param pagination rows of a page, or 0 for all
 * @param columns the columns that the query promises, in order; empty where it promises none
 * @param example values with which the query is checked to answer
 */
public record Decorators(
    String summary,
    String description,
    List<String> tags,
    int pagination,
    List<String> columns,
    List<Argument> example,
    JsonNode root) {
  private static final String MARK = "#+";
  private static final Set<String> OURS = Set.of("columns", "parameters", "kinds", "example");

  /**
   * Those of grlc's that say something; the others of grlc's are about how it reaches endpoints.
   */
  private static final Set<String> KNOWN =
      Set.of(
          "summary",
          "description",
          "tags",
          "pagination",
          "defaults",
          "enumerate",
          "endpoint",
          "endpoint_in_url",
          "endpoint-method",
          "method",
          "transform",
          "licence",
          "license",
          "contact",
          "x-crc");

  public Decorators {
    tags = List.copyOf(tags);
    columns = List.copyOf(columns);
    example = List.copyOf(example);
  }

  /**
   * Reads the decorators of a query. A tab, wrong YAML or an unknown key is a problem, never
   * silently no decorators at all.
   *
   * @param file name for messages
   */
  static Decorators parse(String file, String text, List<Issue> issues) {
    StringBuilder yaml = new StringBuilder();
    List<Integer> lines = new ArrayList<>();
    int number = 0;
    for (String line : text.split("\n", -1)) {
      number++;
      if (!line.startsWith(MARK)) {
        continue;
      }
      int tab = line.indexOf('\t');
      if (tab >= 0) {
        issues.add(
            Issue.error(
                new Place(file, number, tab + 1),
                "a tab in the decorators",
                "indent YAML with spaces"));
      }
      lines.add(number);
      yaml.append("  ").append(line.substring(MARK.length()).replace('\t', ' ').stripTrailing());
      yaml.append('\n');
    }
    JsonNode root = MissingNode.getInstance();
    try {
      JsonNode read = mapper().readTree(yaml.toString());
      root = read == null ? root : read;
    } catch (JacksonException e) {
      issues.add(Issue.error(place(file, lines, e.getLocation()), message(e), "correct the YAML"));
    }
    Reader reader = new Reader(file, lines, text, issues);
    return reader.read(root);
  }

  private static ObjectMapper mapper() {
    return new ObjectMapper(
            YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  }

  private static Place place(String file, List<Integer> lines, JsonLocation location) {
    if (lines.isEmpty() || location == null || location.getLineNr() < 1) {
      return new Place(file, lines.isEmpty() ? 1 : lines.get(0), 1);
    }
    int index = Math.min(location.getLineNr(), lines.size()) - 1;
    return new Place(file, lines.get(index), Math.max(location.getColumnNr(), 1));
  }

  private static String message(JacksonException e) {
    String first = e.getOriginalMessage().lines().filter(l -> !l.isBlank()).findFirst().orElse("");
    return "the decorators are not YAML (" + first.strip() + ")";
  }

  /** The value that a parameter has where none is given. */
  Optional<String> defaultOf(Parameter parameter) {
    return listed("defaults", parameter).filter(JsonNode::isValueNode).map(JsonNode::asText);
  }

  /** The only values that a parameter may have; empty where it may have any. */
  List<String> choicesOf(Parameter parameter) {
    return listed("enumerate", parameter).map(Decorators::strings).orElse(List.of());
  }

  /** What a parameter means. */
  String descriptionOf(String parameter) {
    return root.path("x-crc").path("parameters").path(parameter).asText("");
  }

  /** The kinds of thing that a parameter may name. */
  List<String> kindsOf(String parameter) {
    return strings(root.path("x-crc").path("kinds").path(parameter));
  }

  /** The names of parameters in the order in which they are described. */
  List<String> describedParameters() {
    List<String> names = new ArrayList<>();
    root.path("x-crc").path("parameters").fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** grlc keys both lists by variable; people also write the plain name. */
  private Optional<JsonNode> listed(String key, Parameter parameter) {
    for (JsonNode item : root.path(key)) {
      for (String name : List.of(parameter.variable(), parameter.name())) {
        if (item.has(name)) {
          return Optional.of(item.get(name));
        }
      }
    }
    return Optional.empty();
  }

  private static List<String> strings(JsonNode list) {
    List<String> strings = new ArrayList<>();
    list.forEach(item -> strings.add(item.asText()));
    return strings;
  }

  /** Checks the shape of each key. */
  private record Reader(String file, List<Integer> lines, String text, List<Issue> issues) {
    Decorators read(JsonNode root) {
      if (!root.isObject()) {
        if (!root.isMissingNode() && !root.isNull()) {
          problem("", "the decorators are no list of keys and values");
        }
        return new Decorators("", "", List.of(), 0, List.of(), List.of(), root);
      }
      root.fieldNames().forEachRemaining(this::checkKey);
      JsonNode ours = root.path("x-crc");
      ours.fieldNames()
          .forEachRemaining(
              key -> {
                if (!OURS.contains(key)) {
                  problem(key, "unknown key x-crc." + key);
                }
              });
      return new Decorators(
          scalar(root, "summary"),
          scalar(root, "description"),
          list(root, "tags"),
          pagination(root),
          list(ours, "columns"),
          example(ours.path("example")),
          root);
    }

    private void checkKey(String key) {
      if (!KNOWN.contains(key) && !key.startsWith("x-")) {
        problem(key, "unknown decorator " + key);
      }
    }

    private String scalar(JsonNode parent, String key) {
      JsonNode value = parent.path(key);
      if (value.isContainerNode()) {
        problem(key, key + " is no text");
        return "";
      }
      return value.asText("").strip();
    }

    private List<String> list(JsonNode parent, String key) {
      JsonNode value = parent.path(key);
      if (!value.isMissingNode() && !value.isArray()) {
        problem(key, key + " is no list");
      }
      return strings(value);
    }

    private int pagination(JsonNode root) {
      JsonNode value = root.path("pagination");
      if (value.isMissingNode()) {
        return 0;
      }
      if (!value.isInt() || value.asInt() < 1) {
        problem("pagination", "pagination is no number of rows");
        return 0;
      }
      return value.asInt();
    }

    private List<Argument> example(JsonNode node) {
      List<Argument> arguments = new ArrayList<>();
      node.properties()
          .forEach(field -> arguments.add(new Argument(field.getKey(), field.getValue().asText())));
      return arguments;
    }

    private void problem(String key, String what) {
      Place place = new Place(file, lines.isEmpty() ? 1 : lines.get(0), 1);
      String[] all = text.split("\n", -1);
      for (int line : lines) {
        int column = key.isEmpty() ? -1 : all[line - 1].indexOf(key + ":");
        if (column >= 0) {
          place = new Place(file, line, column + 1);
          break;
        }
      }
      issues.add(
          Issue.error(place, what, "use grlc's decorators, or x-crc as queries/README.md says"));
    }
  }
}
