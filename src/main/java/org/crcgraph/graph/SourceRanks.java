package org.crcgraph.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.crcgraph.model.Register;
import org.crcgraph.model.RegisterRow;

/**
 * How near each source stands to the facts, from the register {@code sources}: a row gives the
 * beginning of a URL and the kind of source.
 */
final class SourceRanks {
  /** Kinds from the nearest to the farthest; an unknown kind stands behind them all. */
  private static final List<String> KINDS =
      List.of("primary", "official", "company", "press", "reference", "blog");

  private final List<RegisterRow> rows;

  private SourceRanks(List<RegisterRow> rows) {
    this.rows = rows;
  }

  /** Reads the register {@code sources}; without it all sources rank alike. */
  static SourceRanks of(List<Register> registers) {
    List<RegisterRow> rows = new ArrayList<>();
    for (Register register : registers) {
      if (register.name().equals("sources")) {
        rows.addAll(register.rows());
      }
    }
    rows.sort(
        Comparator.comparingInt((RegisterRow row) -> row.value("prefix").orElse("").length())
            .reversed()
            .thenComparing(RegisterRow::key));
    return new SourceRanks(rows);
  }

  /** The row that describes a source: the one with the longest beginning of its URL. */
  Optional<RegisterRow> describe(Node source) {
    String address = withoutScheme(source.toString());
    return rows.stream()
        .filter(
            row -> row.value("prefix").map(p -> address.startsWith(withoutScheme(p))).orElse(false))
        .findFirst();
  }

  /** The kind of a source, or {@code other}. */
  String kind(Node source) {
    return describe(source).flatMap(row -> row.value("kind")).orElse("other");
  }

  /** 0 for the nearest kind of source that a claim has. */
  int rank(Claim claim) {
    return claim.sources().stream().mapToInt(s -> rank(kind(s))).min().orElse(KINDS.size() + 1);
  }

  private static int rank(String kind) {
    int index = KINDS.indexOf(kind);
    return index < 0 ? KINDS.size() : index;
  }

  private static String withoutScheme(String url) {
    String rest = url.replaceFirst("^https?://", "");
    return rest.startsWith("www.") ? rest.substring(4) : rest;
  }
}
