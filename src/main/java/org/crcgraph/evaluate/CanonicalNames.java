package org.crcgraph.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which names mean the same thing, by the gold folder's {@code entities*.tsv}. */
final class CanonicalNames {
  private static final Pattern COMPANY =
      Pattern.compile("\\bcommunity rehabilitation company\\b", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern OTHER = Pattern.compile("[^a-z0-9' ]+");
  private static final Pattern TITLE = Pattern.compile("^(the|dame|sir|mr|mrs|ms|dr|rt hon) ");
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private final Map<String, String> canonical = new HashMap<>();

  /** Reads every {@code entities*.tsv} of a folder. */
  static CanonicalNames of(Path folder) throws IOException {
    CanonicalNames names = new CanonicalNames();
    List<String[]> rows = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file :
          files
              .filter(f -> f.getFileName().toString().matches("entities.*\\.tsv"))
              .sorted((a, b) -> a.toString().compareTo(b.toString()))
              .toList()) {
        for (String line : Files.readAllLines(file)) {
          rows.add(line.split("\t", -1));
        }
      }
    }
    for (String[] row : rows) {
      if (!row[0].isEmpty() && !isHead(row[0])) {
        names.canonical.put(fold(row[0]), fold(row[0]));
      }
    }
    for (String[] row : rows) {
      if (row.length > 2 && !row[0].isEmpty()) {
        for (String alias : row[2].split("\\|", -1)) {
          if (!fold(alias).isEmpty()) {
            names.canonical.putIfAbsent(fold(alias), fold(row[0]));
          }
        }
      }
    }
    return names;
  }

  private static boolean isHead(String cell) {
    return List.of("canonical", "canonical name", "name").contains(cell.toLowerCase(Locale.ROOT));
  }

  /** What a name means, folded; null for none. */
  @Nullable String meaning(@Nullable String name) {
    if (name == null) {
      return null;
    }
    String folded = fold(name);
    return canonical.getOrDefault(folded, folded);
  }

  /** A name without case, marks and honorific. */
  static String fold(String name) {
    String s = name.toLowerCase(Locale.ROOT).replace("&", " and ").replace('’', '\'');
    s = COMPANY.matcher(s).replaceAll("crc");
    s = OTHER.matcher(s).replaceAll(" ");
    s = TITLE.matcher(s.strip()).replaceAll("");
    return BLANKS.matcher(s).replaceAll(" ").strip();
  }
}
