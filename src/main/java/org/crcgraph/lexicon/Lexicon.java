package org.crcgraph.lexicon;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.crcgraph.model.Entity;
import org.crcgraph.model.EntityKind;
import org.crcgraph.model.Issue;
import org.crcgraph.model.Place;
import org.crcgraph.model.Tenure;

/**
 * The words that rules are made of: entities by name, and word lists by topic.
 *
 * <p>{@code data/lexicon/names/*.tsv} holds entities, one a line: slug, canonical name, kind, other
 * names separated by {@code |}. {@code data/lexicon/words/NAME.txt} holds the word list NAME, one
 * entry a line. Empty lines and lines that begin with {@code #} are comments in both. What is wrong
 * is reported line by line, and the other lines are used.
 */
public final class Lexicon {
  private final List<Entity> entities;
  private final Map<String, Set<String>> words;
  private final List<Tenure> tenures;

  private Lexicon(List<Entity> entities, Map<String, Set<String>> words, List<Tenure> tenures) {
    this.entities = List.copyOf(entities);
    this.words = Map.copyOf(words);
    this.tenures = List.copyOf(tenures);
  }

  /**
   * Reads the folder {@code lexicon} of a data folder, and adds the entities of the registers.
   *
   * @param data the data folder
   * @param registered entities that the registers name; they come before the lexicon's own
   * @param issues receives a line for each line that could not be used
   */
  public static Lexicon load(Path data, List<Entity> registered, List<Issue> issues) {
    Map<String, Entity> byId = new TreeMap<>();
    for (Entity entity : registered) {
      byId.put(entity.id(), entity);
    }
    for (Path file : files(data.resolve("lexicon").resolve("names"), ".tsv")) {
      readNames(file, byId, issues);
    }
    Map<String, Set<String>> words = new HashMap<>();
    for (Path file : files(data.resolve("lexicon").resolve("words"), ".txt")) {
      Set<String> entries = new LinkedHashSet<>();
      for (String line : lines(file)) {
        if (!line.isBlank() && !line.startsWith("#")) {
          entries.add(line.strip());
        }
      }
      String fileName = file.getFileName().toString();
      // In the order of the file: in some lists the first line that fits decides.
      words.put(fileName.substring(0, fileName.length() - 4), Collections.unmodifiableSet(entries));
    }
    return new Lexicon(new ArrayList<>(byId.values()), words, List.of());
  }

  /** The same lexicon that also knows who held which post when. */
  public Lexicon with(List<Tenure> known) {
    return new Lexicon(entities, words, known);
  }

  /** Who held which post when, as far as registers know. */
  public List<Tenure> tenures() {
    return tenures;
  }

  /** Every entity that a name can mean, by id. */
  public List<Entity> entities() {
    return entities;
  }

  /**
   * The entries of a word list.
   *
   * @throws IllegalArgumentException where there is no such list: a fault of the installation
   */
  public Set<String> words(String list) {
    Set<String> entries = words.get(list);
    if (entries == null) {
      throw new IllegalArgumentException("no word list data/lexicon/words/" + list + ".txt");
    }
    return entries;
  }

  private static void readNames(Path file, Map<String, Entity> byId, List<Issue> issues) {
    List<String> lines = lines(file);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      Place place = new Place(file.toString(), i + 1, 1);
      String[] cells = line.split("\t", -1);
      if (cells.length < 3 || cells.length > 4) {
        issues.add(
            Issue.error(
                place,
                cells.length + " columns",
                "write slug, name, kind and other names, separated by tabs"));
        continue;
      }
      EntityKind kind = EntityKind.ofLabel(cells[2]).orElse(null);
      if (kind == null) {
        issues.add(
            Issue.error(
                place,
                "unknown kind \"" + cells[2] + "\"",
                "use a kind of data/lexicon/README.md"));
        continue;
      }
      List<String> aliases =
          cells.length == 4 && !cells[3].isBlank() ? List.of(cells[3].split("\\|")) : List.of();
      Entity entity = new Entity(kind.segment() + "/" + cells[0], cells[1], kind, aliases);
      Entity before = byId.putIfAbsent(entity.id(), entity);
      if (before != null) {
        // The register or an earlier line has the thing: this line adds names only.
        List<String> all = new ArrayList<>(before.aliases());
        List<String> added = new ArrayList<>();
        added.add(entity.name());
        added.addAll(aliases);
        for (String alias : added) {
          if (!all.contains(alias) && !alias.equals(before.name())) {
            all.add(alias);
          }
        }
        byId.put(entity.id(), new Entity(before.id(), before.name(), before.kind(), all));
      }
    }
  }

  private static List<Path> files(Path folder, String ending) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(p -> p.getFileName().toString().endsWith(ending))
          .sorted((a, b) -> a.getFileName().toString().compareTo(b.getFileName().toString()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
