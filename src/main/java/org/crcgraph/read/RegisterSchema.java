package org.crcgraph.read;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.crcgraph.model.Issue;
import org.crcgraph.model.Place;
import org.crcgraph.model.RegisterRow.ColumnType;
import org.jspecify.annotations.Nullable;

/**
 * What a register's {@code NAME.csv-metadata.json} says of its columns: the part of W3C CSV on the
 * Web that the registers use. Anything else in it is an error, so that nobody relies on a check
 * that is not made.
 *
 * @param columns the columns, in order
 * @param primaryKey the columns whose values name a row
 * @param foreignKeys columns that name a row of another register
 * @param about template of the IRI of the thing that a row describes, such as {@code
 *     https://w3id.org/crcgraph/id/area/{slug}}; null where it describes none
 */
record RegisterSchema(
    List<Column> columns,
    List<String> primaryKey,
    List<ForeignKey> foreignKeys,
    @Nullable String about) {
  /** One for all registers: to make one takes as long as to read ten schemas. */
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static final String PARTIAL_DATE = "partial-date";
  private static final Set<String> TABLE_WORDS =
      Set.of("@context", "url", "dc:title", "dc:description", "rdfs:comment", "tableSchema");
  private static final Set<String> SCHEMA_WORDS =
      Set.of("columns", "primaryKey", "foreignKeys", "aboutUrl");
  private static final Set<String> COLUMN_WORDS =
      Set.of("name", "titles", "dc:description", "datatype", "required", "separator", "valueUrl");
  private static final Set<String> DATATYPE_WORDS =
      Set.of("base", "format", "minimum", "maximum", "dc:title");

  RegisterSchema {
    columns = List.copyOf(columns);
    primaryKey = List.copyOf(primaryKey);
    foreignKeys = List.copyOf(foreignKeys);
  }

  /**
   * A column.
   *
   * @param name its name in the header
   * @param type type of its values
   * @param required whether a blank is an error
   * @param separator what stands between the values of a list; null where there is one value
   * @param format pattern that each value matches as a whole; null where any will do
   * @param minimum least number; null where there is none
   * @param maximum greatest number; null where there is none
   * @param namesThing whether each value is the {@code KIND/SLUG} of a thing of any register
   */
  record Column(
      String name,
      ColumnType type,
      boolean required,
      @Nullable String separator,
      @Nullable Pattern format,
      @Nullable BigDecimal minimum,
      @Nullable BigDecimal maximum,
      boolean namesThing) {}

  /**
   * A column that names a row of another register.
   *
   * @param column column here
   * @param register name of the other register
   * @param target column there
   */
  record ForeignKey(String column, String register, String target) {}

  /** The column of this name. */
  Optional<Column> column(String name) {
    return columns.stream().filter(c -> c.name().equals(name)).findFirst();
  }

  /** Reads a schema; empty, with issues, where it cannot be used. */
  static Optional<RegisterSchema> parse(String file, String json, List<Issue> issues) {
    Parser parser = new Parser(file, issues);
    try {
      RegisterSchema schema = parser.schema(MAPPER.readTree(json));
      return parser.faults == 0 ? Optional.of(schema) : Optional.empty();
    } catch (JsonProcessingException e) {
      JsonLocation location = e.getLocation();
      Place place =
          location == null
              ? Place.of(file)
              : new Place(file, location.getLineNr(), location.getColumnNr());
      issues.add(Issue.error(place, "no JSON: " + e.getOriginalMessage(), "mend the syntax"));
      return Optional.empty();
    }
  }

  private static final class Parser {
    private final Place file;
    private final List<Issue> issues;
    private int faults;

    Parser(String file, List<Issue> issues) {
      this.file = Place.of(file);
      this.issues = issues;
    }

    RegisterSchema schema(JsonNode root) {
      onlyWords("the table", root, TABLE_WORDS);
      JsonNode table = root.path("tableSchema");
      onlyWords("tableSchema", table, SCHEMA_WORDS);
      List<Column> columns = new ArrayList<>();
      Set<String> names = new LinkedHashSet<>();
      for (JsonNode node : table.path("columns")) {
        Column column = column(node);
        columns.add(column);
        if (!names.add(column.name())) {
          fault("column \"" + column.name() + "\" is declared twice", "remove one");
        }
      }
      if (columns.isEmpty()) {
        fault("no columns", "list them in tableSchema.columns");
      }
      List<String> key = texts(table.path("primaryKey"));
      if (key.isEmpty()) {
        fault("no primaryKey", "name the columns that identify a row");
      }
      List<ForeignKey> foreign = new ArrayList<>();
      for (JsonNode node : table.path("foreignKeys")) {
        foreign.add(foreignKey(node));
      }
      List<String> used = new ArrayList<>(key);
      foreign.forEach(f -> used.add(f.column()));
      for (String name : used) {
        if (!names.contains(name)) {
          fault("\"" + name + "\" is no column", "use the name of a declared column");
        }
      }
      return new RegisterSchema(
          columns,
          key,
          foreign,
          table.hasNonNull("aboutUrl") ? table.get("aboutUrl").asText() : null);
    }

    private Column column(JsonNode node) {
      String name = node.path("name").asText("");
      if (name.isEmpty()) {
        fault("a column without a name", "give it one");
      }
      onlyWords("column \"" + name + "\"", node, COLUMN_WORDS);
      JsonNode datatype = node.path("datatype");
      if (datatype.isObject()) {
        onlyWords("the datatype of column \"" + name + "\"", datatype, DATATYPE_WORDS);
      }
      return new Column(
          name,
          type(name, datatype),
          node.path("required").asBoolean(false),
          node.hasNonNull("separator") ? node.get("separator").asText() : null,
          format(name, datatype),
          bound(datatype, "minimum"),
          bound(datatype, "maximum"),
          node.path("valueUrl").asText("").endsWith("/id/{+" + name + "}"));
    }

    private ColumnType type(String column, JsonNode datatype) {
      if (datatype.path("dc:title").asText("").equals(PARTIAL_DATE)) {
        return ColumnType.DATE;
      }
      String base = datatype.isObject() ? datatype.path("base").asText("") : datatype.asText("");
      return switch (base) {
        case "string", "" -> ColumnType.TEXT;
        case "integer" -> ColumnType.INTEGER;
        case "decimal" -> ColumnType.DECIMAL;
        case "boolean" -> ColumnType.BOOLEAN;
        case "anyURI" -> ColumnType.URI;
        default -> {
          fault(
              "datatype \"" + base + "\" of column \"" + column + "\" is not known",
              "use string, integer, decimal, boolean, anyURI or the partial date");
          yield ColumnType.TEXT;
        }
      };
    }

    private @Nullable Pattern format(String column, JsonNode datatype) {
      if (!datatype.hasNonNull("format")) {
        return null;
      }
      try {
        return Pattern.compile(datatype.get("format").asText());
      } catch (PatternSyntaxException e) {
        fault(
            "the format of column \""
                + column
                + "\" is no regular expression ("
                + e.getDescription()
                + ")",
            "mend it");
        return null;
      }
    }

    private static @Nullable BigDecimal bound(JsonNode datatype, String word) {
      return datatype.hasNonNull(word) ? new BigDecimal(datatype.get(word).asText()) : null;
    }

    private ForeignKey foreignKey(JsonNode node) {
      JsonNode reference = node.path("reference");
      String resource = reference.path("resource").asText("");
      String[] parts = resource.split("/");
      if (parts.length != 3 || !parts[0].equals("..") || !parts[2].equals(parts[1] + ".csv")) {
        fault("foreign key to \"" + resource + "\"", "write ../NAME/NAME.csv");
        return new ForeignKey(node.path("columnReference").asText(""), "", "");
      }
      return new ForeignKey(
          node.path("columnReference").asText(""),
          parts[1],
          reference.path("columnReference").asText(""));
    }

    private static List<String> texts(JsonNode node) {
      List<String> texts = new ArrayList<>();
      if (node.isTextual()) {
        texts.add(node.asText());
      }
      node.forEach(n -> texts.add(n.asText()));
      return texts;
    }

    private void onlyWords(String where, JsonNode node, Set<String> words) {
      for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
        String name = names.next();
        if (!words.contains(name)) {
          fault(
              "\"" + name + "\" in " + where + " is not understood",
              "use " + String.join(", ", new java.util.TreeSet<>(words)));
        }
      }
    }

    private void fault(String what, String remedy) {
      faults++;
      issues.add(Issue.error(file, what, remedy));
    }
  }
}
