package org.crcgraph.publish;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.tokens.TokenizerText;
import org.crcgraph.graph.GraphStore;
import org.crcgraph.graph.Terms;
import org.crcgraph.query.ResultTable;
import org.crcgraph.query.ShortIri;
import org.jspecify.annotations.Nullable;

/**
 * What changed between two builds, claim by claim. The two sorted dumps are read side by side; only
 * claims that differ are held, to find those that say something new of the same thing, and no more
 * than {@link #HELD} of them.
 */
public final class BuildDifference {
  /** Differing claims that are held to be paired; beyond it they are told unpaired. */
  static final int HELD = 100_000;

  private static final String TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>";
  private static final String CLAIM = "<" + Terms.CLAIM.getURI() + ">";

  /**
   * What says nothing by itself: the passage is the ground, the last day of a date stands beside
   * the date, and the validity of a relation's claims is that of its own claims from and to.
   */
  private static final Set<String> UNTOLD =
      Set.of("crc:evidence", "crc:saidDay", "crc:validFrom", "crc:validTo");

  private final Consumer<Change> changes;
  private final Map<String, List<Version>> removed = new LinkedHashMap<>();
  private final List<Version> added = new ArrayList<>();
  private int held;
  private long claimsAdded;
  private long claimsRemoved;
  private long claimsChanged;
  private long quadsAdded;
  private long quadsRemoved;

  private BuildDifference(Consumer<Change> changes) {
    this.changes = changes;
  }

  /** What happened to a claim. */
  public enum Kind {
    ADDED("+"),
    REMOVED("-"),
    CHANGED("~");

    private final String sign;

    Kind(String sign) {
      this.sign = sign;
    }

    /** {@code +}, {@code -} or {@code ~}. */
    public String sign() {
      return sign;
    }
  }

  /**
   * A change of a claim, in words for people.
   *
   * @param subject what the claim is about, as {@code KIND/SLUG}
   * @param property which property
   * @param before what was said, or null
   * @param after what is said now, or null
   * @param ground sources and the place where it stands
   */
  public record Change(
      Kind kind,
      String subject,
      String property,
      @Nullable String before,
      @Nullable String after,
      String ground) {
    /** One line: sign, subject, property, values, ground. */
    @Override
    public String toString() {
      String values = before == null ? after : after == null ? before : before + " → " + after;
      return kind.sign()
          + " "
          + subject
          + "  "
          + property
          + "  "
          + values
          + (ground.isEmpty() ? "" : "  [" + ground + "]");
    }
  }

  /**
   * How much changed.
   *
   * @param quadsAdded quads of any kind, those of the claims included
   * @param quadsRemoved quads of any kind, those of the claims included
   */
  public record Summary(
      long claimsAdded,
      long claimsRemoved,
      long claimsChanged,
      long quadsAdded,
      long quadsRemoved) {
    /** Whether the two builds are the same. */
    public boolean isEmpty() {
      return quadsAdded == 0 && quadsRemoved == 0;
    }

    @Override
    public String toString() {
      return isEmpty()
          ? "the two builds are the same"
          : claimsAdded
              + " claims added, "
              + claimsRemoved
              + " removed, "
              + claimsChanged
              + " changed; "
              + quadsAdded
              + " quads added and "
              + quadsRemoved
              + " removed in all";
    }
  }

  /** Compares two builds by their folders, telling each change of a claim. */
  public static Summary compare(Path oldBuild, Path newBuild, Consumer<Change> changes)
      throws IOException, UnsortedDumpException {
    BuildDifference difference = new BuildDifference(changes);
    try (SubjectBlocks before = SubjectBlocks.open(oldBuild.resolve(GraphStore.DUMP));
        SubjectBlocks after = SubjectBlocks.open(newBuild.resolve(GraphStore.DUMP))) {
      difference.merge(before, after);
    }
    difference.tell();
    return new Summary(
        difference.claimsAdded,
        difference.claimsRemoved,
        difference.claimsChanged,
        difference.quadsAdded,
        difference.quadsRemoved);
  }

  private void merge(SubjectBlocks before, SubjectBlocks after)
      throws IOException, UnsortedDumpException {
    String left = before.subject();
    String right = after.subject();
    while (left != null || right != null) {
      int order = left == null ? 1 : right == null ? -1 : left.compareTo(right);
      Set<String> old = order <= 0 ? before.next() : new TreeSet<>();
      Set<String> now = order >= 0 ? after.next() : new TreeSet<>();
      if (!old.equals(now)) {
        differ(old, now);
      }
      left = before.subject();
      right = after.subject();
    }
  }

  private void differ(Set<String> old, Set<String> now) {
    quadsAdded += now.stream().filter(line -> !old.contains(line)).count();
    quadsRemoved += old.stream().filter(line -> !now.contains(line)).count();
    Version before = Version.of(old);
    Version after = Version.of(now);
    if (before != null && after != null) {
      if (!before.told(after).equals(after.told(before))) {
        change(before, after);
      }
    } else if (before != null) {
      removed.computeIfAbsent(before.key(), k -> new ArrayList<>()).add(before);
      held++;
    } else if (after != null) {
      added.add(after);
      held++;
    }
    if (held >= HELD) {
      tell();
    }
  }

  private void change(Version before, Version after) {
    claimsChanged++;
    changes.accept(
        new Change(
            Kind.CHANGED,
            after.subject(),
            after.property(),
            before.told(after),
            after.told(before),
            after.ground()));
  }

  /** Pairs what was removed with what was added of the same thing, and tells all that is held. */
  private void tell() {
    for (Version after : added) {
      List<Version> same = removed.get(after.key());
      if (same != null && !same.isEmpty()) {
        Version before = same.remove(0);
        change(before, after);
      } else {
        claimsAdded++;
        changes.accept(
            new Change(
                Kind.ADDED,
                after.subject(),
                after.property(),
                null,
                after.value(),
                after.ground()));
      }
    }
    removed.values().stream()
        .flatMap(List::stream)
        .forEach(
            before -> {
              claimsRemoved++;
              changes.accept(
                  new Change(
                      Kind.REMOVED,
                      before.subject(),
                      before.property(),
                      before.value(),
                      null,
                      before.ground()));
            });
    added.clear();
    removed.clear();
    held = 0;
  }

  /** A claim as one build has it. */
  private record Version(
      String graph, String subject, String property, String value, Map<String, String> rest) {
    static @Nullable Version of(Set<String> lines) {
      boolean isClaim = false;
      String graph = "";
      Map<String, String> parts = new LinkedHashMap<>();
      for (String line : lines) {
        int object = line.indexOf(' ') + 1;
        int end = line.lastIndexOf(" <", line.length() - 3);
        if (object < 1 || end < object) {
          continue;
        }
        String predicate = line.substring(0, object - 1);
        String text = line.substring(object, end);
        graph = line.substring(end + 1, line.length() - 2);
        if (predicate.equals(TYPE)) {
          isClaim |= text.equals(CLAIM);
        } else {
          parts.merge(shortened(predicate), shortened(text), (one, other) -> one + ", " + other);
        }
      }
      if (!isClaim) {
        return null;
      }
      return new Version(
          shortened(graph),
          take(parts, "crc:claimSubject"),
          take(parts, "crc:claimProperty"),
          take(parts, "crc:claimValue"),
          parts);
    }

    private static String take(Map<String, String> parts, String name) {
      String value = parts.remove(name);
      return value == null ? "" : value;
    }

    /** What two versions of a claim have in common: same source row or document, same property. */
    String key() {
      return graph + "\n" + subject + "\n" + property;
    }

    String ground() {
      return List.of("prov:wasDerivedFrom", "crc:evidence").stream()
          .map(rest::get)
          .filter(text -> text != null)
          .collect(Collectors.joining("; "));
    }

    /** The value, and whatever else of the claim the other version has otherwise. */
    String told(Version other) {
      List<String> parts = new ArrayList<>();
      if (!value.equals(other.value)) {
        parts.add(value);
      }
      rest.forEach(
          (name, text) -> {
            if (!UNTOLD.contains(name) && !text.equals(other.rest.get(name))) {
              parts.add(name.replaceFirst("^\\w+:", "") + " " + text);
            }
          });
      return parts.isEmpty() ? value : String.join(", ", parts);
    }

    private static String shortened(String term) {
      try {
        Node node = TokenizerText.fromString(term).next().asNode();
        return node.isURI() ? ShortIri.of(node.getURI()) : ResultTable.text(node);
      } catch (RiotException e) {
        return term;
      }
    }
  }
}
