package org.crcgraph.read;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crcgraph.model.Issue;
import org.crcgraph.model.PartialDate;
import org.crcgraph.model.Place;
import org.crcgraph.model.Register;
import org.crcgraph.model.RegisterRow;

/**
 * Reads the registers of a folder strictly: every column, cell and reference is checked, and every
 * fault is reported with the line and column of its cell.
 */
public final class RegisterReader {
  /** The files that stand beside {@code NAME.csv}. */
  private static final List<String> COMPANIONS =
      List.of("%s.csv-metadata.json", "%s.rq", "dataset.ttl");

  private final List<Issue> found = new ArrayList<>();

  /** The registers by name. */
  private final Map<String, Table> tables = new TreeMap<>();

  /** The {@code KIND/SLUG} of everything that a row of any register describes. */
  private final Set<String> things = new HashSet<>();

  private RegisterReader() {}

  /**
   * Reads every register.
   *
   * @param folder the folder {@code registers} of a data folder; where there is none, no register
   * @param issues receives every fault, with its place, in the order of files and lines
   * @return the registers by name, with the rows that are without fault
   */
  public static List<Register> read(Path folder, List<Issue> issues) throws IOException {
    RegisterReader reader = new RegisterReader();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> entries = Files.list(folder)) {
        for (Path entry : entries.filter(Files::isDirectory).sorted().toList()) {
          reader.readTable(entry);
        }
      }
    }
    reader.indexThings();
    List<Register> registers = new ArrayList<>();
    for (Table table : reader.tables.values()) {
      registers.add(reader.register(table));
    }
    reader.found.stream()
        .sorted(
            Comparator.comparing((Issue i) -> i.place().file())
                .thenComparingInt(i -> i.place().line())
                .thenComparingInt(i -> i.place().column()))
        .forEach(issues::add);
    return registers;
  }

  /** A register's file with its schema. */
  private record Table(String name, Path folder, RegisterSchema schema, List<Line> lines) {
    /** Every value of a column, also of rows with faults, so that one fault is reported once. */
    Set<String> values(String column) {
      return lines.stream()
          .flatMap(line -> line.filled(column).stream())
          .map(RegisterTable.Field::text)
          .collect(Collectors.toSet());
    }
  }

  /**
   * A row.
   *
   * @param place where it begins
   * @param fields its cells by column name
   * @param fault what keeps its cells from being judged at all; empty where nothing does
   * @param sound false where the file is malformed here, which the scanner has reported
   */
  private record Line(
      Place place, Map<String, RegisterTable.Field> fields, Optional<Issue> fault, boolean sound) {
    Optional<RegisterTable.Field> filled(String column) {
      return Optional.ofNullable(fields.get(column)).filter(field -> !field.text().isEmpty());
    }

    String key(List<String> columns) {
      return columns.stream()
          .map(column -> filled(column).map(RegisterTable.Field::text).orElse(""))
          .collect(Collectors.joining("--"));
    }
  }

  private void readTable(Path folder) throws IOException {
    // A folder inside a jar has a name that ends in a slash.
    String name = folder.getFileName().toString().replace("/", "");
    Path csv = folder.resolve(name + ".csv");
    boolean complete = exists(csv);
    for (String companion : COMPANIONS) {
      complete &= exists(folder.resolve(String.format(companion, name)));
    }
    if (!complete) {
      return;
    }
    Path metadata = folder.resolve(name + ".csv-metadata.json");
    Optional<RegisterSchema> schema =
        RegisterSchema.parse(
            metadata.toString(), Files.readString(metadata, StandardCharsets.UTF_8), found);
    String file = csv.toString();
    RegisterTable cells =
        RegisterTable.scan(file, RegisterText.decode(file, Files.readAllBytes(csv), found), found);
    if (cells.lines().isEmpty()) {
      found.add(Issue.error(Place.of(file), "no header", "write the column names in line 1"));
    } else if (schema.isPresent()) {
      RegisterTable.Line header = cells.lines().get(0);
      checkHeader(schema.get(), header);
      tables.put(
          name,
          new Table(
              name,
              folder,
              schema.get(),
              cells.lines().stream().skip(1).map(row -> line(header, row)).toList()));
    }
  }

  private boolean exists(Path file) {
    boolean there = Files.isRegularFile(file);
    if (!there) {
      found.add(
          Issue.error(
              Place.of(file.toString()),
              "there is no such file",
              "write it: data/registers/README.md says what belongs to a register"));
    }
    return there;
  }

  private void checkHeader(RegisterSchema schema, RegisterTable.Line header) {
    Set<String> seen = new HashSet<>();
    for (RegisterTable.Field field : header.fields()) {
      if (schema.column(field.text()).isEmpty()) {
        error(
            field.place(),
            "unknown column \"" + field.text() + "\"",
            "remove it or declare it in the register's metadata");
      } else if (!seen.add(field.text())) {
        error(field.place(), "column \"" + field.text() + "\" twice", "remove one");
      }
    }
    for (RegisterSchema.Column column : schema.columns()) {
      if (!seen.contains(column.name())) {
        error(header.end(), "missing column \"" + column.name() + "\"", "add it to the header");
      }
    }
  }

  private static Line line(RegisterTable.Line header, RegisterTable.Line row) {
    int expected = header.fields().size();
    int count = row.fields().size();
    Map<String, RegisterTable.Field> fields = new LinkedHashMap<>();
    for (int i = 0; i < Math.min(expected, count); i++) {
      fields.putIfAbsent(header.fields().get(i).text(), row.fields().get(i));
    }
    Optional<Issue> fault =
        row.sound() && count != expected
            ? Optional.of(
                Issue.error(
                    count > expected ? row.fields().get(expected).place() : row.end(),
                    count + " cells where the header has " + expected,
                    "quote cells that hold a comma, and write every cell"))
            : Optional.empty();
    return new Line(row.place(), fields, fault, row.sound());
  }

  private void indexThings() {
    for (Table table : tables.values()) {
      String about = table.schema().about();
      if (about != null) {
        table.lines().forEach(line -> things.add(thing(about, line)));
      }
    }
  }

  /** The {@code KIND/SLUG} that a template such as {@code …/id/area/{slug}} gives for a row. */
  private static String thing(String about, Line line) {
    String id = about.substring(about.indexOf("/id/") + 4);
    for (Map.Entry<String, RegisterTable.Field> cell : line.fields().entrySet()) {
      id = id.replace("{" + cell.getKey() + "}", cell.getValue().text());
    }
    return id;
  }

  private Register register(Table table) {
    Map<String, Set<String>> targets = new HashMap<>();
    for (RegisterSchema.ForeignKey key : table.schema().foreignKeys()) {
      Table other = tables.get(key.register());
      if (other != null) {
        targets.put(key.column(), other.values(key.target()));
      } else if (!Files.isDirectory(table.folder().resolveSibling(key.register()))) {
        error(
            Place.of(table.folder().resolve(table.name() + ".csv-metadata.json").toString()),
            "foreign key to the register \"" + key.register() + "\", which does not exist",
            "mend the name");
      }
    }
    Map<String, Place> keys = new HashMap<>();
    List<RegisterRow> rows = new ArrayList<>();
    for (Line line : table.lines()) {
      List<Issue> faults = faults(table.schema(), line, keys, targets);
      found.addAll(faults);
      if (line.sound() && faults.isEmpty()) {
        rows.add(row(table, line));
      }
    }
    return new Register(table.name(), table.folder(), rows);
  }

  private static RegisterRow row(Table table, Line line) {
    List<RegisterRow.Cell> cells = new ArrayList<>();
    for (RegisterSchema.Column column : table.schema().columns()) {
      line.filled(column.name())
          .ifPresent(
              field ->
                  cells.add(
                      new RegisterRow.Cell(
                          column.name(), column.type(), field.text(), field.place())));
    }
    return new RegisterRow(
        table.name(), line.key(table.schema().primaryKey()), line.place(), cells);
  }

  private List<Issue> faults(
      RegisterSchema schema, Line line, Map<String, Place> keys, Map<String, Set<String>> targets) {
    List<Issue> faults = new ArrayList<>();
    Place first = keys.putIfAbsent(line.key(schema.primaryKey()), line.place());
    if (first != null && line.sound()) {
      faults.add(
          Issue.error(
              line.filled(schema.primaryKey().get(0))
                  .map(RegisterTable.Field::place)
                  .orElse(line.place()),
              "the key \"" + line.key(schema.primaryKey()) + "\" is that of line " + first.line(),
              "give each row a key of its own"));
    }
    line.fault().ifPresent(faults::add);
    if (!line.sound() || line.fault().isPresent()) {
      // Its cells may be shifted: judging them would report faults that are not there.
      return faults;
    }
    for (RegisterSchema.Column column : schema.columns()) {
      RegisterTable.Field field = line.fields().get(column.name());
      if (field == null) {
        continue;
      }
      if (field.text().isEmpty()) {
        if (column.required()) {
          faults.add(
              Issue.error(field.place(), "\"" + column.name() + "\" is blank", "fill the cell"));
        }
        continue;
      }
      RegisterValues.fault(column, field.text())
          .ifPresentOrElse(
              fault -> faults.add(Issue.error(field.place(), fault.what(), fault.remedy())),
              () -> checkReference(column, field, targets, faults));
    }
    checkInterval(line, faults);
    checkRuling(line, faults);
    return faults;
  }

  private void checkReference(
      RegisterSchema.Column column,
      RegisterTable.Field field,
      Map<String, Set<String>> targets,
      List<Issue> faults) {
    Set<String> known = column.namesThing() ? things : targets.get(column.name());
    if (known == null) {
      return;
    }
    for (String value : RegisterValues.values(column, field.text())) {
      if (!known.contains(value)) {
        faults.add(
            Issue.error(
                field.place(),
                "unknown " + (column.namesThing() ? "thing" : "slug") + " \"" + value + "\"",
                "mend it, or add a row for it to its register"));
      }
    }
  }

  /** The columns {@code from} and {@code to} are an interval that holds both its ends. */
  private static void checkInterval(Line line, List<Issue> faults) {
    Optional<RegisterTable.Field> end = line.filled("to");
    Optional<PartialDate> from = line.filled("from").flatMap(f -> PartialDate.parse(f.text()));
    Optional<PartialDate> to = end.flatMap(f -> PartialDate.parse(f.text()));
    if (from.isPresent() && to.isPresent() && to.get().lastDay().isBefore(from.get().firstDay())) {
      faults.add(
          Issue.error(
              end.orElseThrow().place(),
              "the end " + to.get() + " is before the start " + from.get(),
              "mend one of the two dates"));
    }
  }

  /** An editor's ruling needs a reason that readers can judge. */
  private static void checkRuling(Line line, List<Issue> faults) {
    RegisterTable.Field reason = line.fields().get("ruling_reason");
    if (reason != null && reason.text().isEmpty() && line.filled("ruling").isPresent()) {
      faults.add(Issue.error(reason.place(), "a ruling without a reason", "say why"));
    }
  }

  private void error(Place place, String what, String remedy) {
    found.add(Issue.error(place, what, remedy));
  }
}
