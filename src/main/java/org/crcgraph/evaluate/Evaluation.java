package org.crcgraph.evaluate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Counts over documents how many annotated records were found and how many found ones are right.
 * The rows of {@link #rows} follow the reference scorer; statements are also measured by overlap
 * alone, and every rule by how often it was right.
 */
public final class Evaluation {
  private static final double STRICT = 0.8;
  private static final double LOOSE = 0.3;

  private final CanonicalNames names;
  private final Map<String, Tally> tallies = new LinkedHashMap<>();
  private final Map<String, Tally> overlaps = new LinkedHashMap<>();
  private final Map<String, Tally> rules = new TreeMap<>();
  private int speakersAsked;
  private int speakersRight;

  Evaluation(CanonicalNames names) {
    this.names = names;
  }

  /** Running counts of one row. */
  private static final class Tally {
    private int right;
    private int gold;
    private int found;

    void add(int moreRight, int moreGold, int moreFound) {
      right += moreRight;
      gold += moreGold;
      found += moreFound;
    }
  }

  /**
   * One line of the table.
   *
   * @param name record type, or a finer measure of one
   * @param right records that agree
   * @param gold annotated records
   * @param found found records
   */
  public record Row(String name, int right, int gold, int found) {
    /** Share of the found records that are right, to three decimals. */
    public BigDecimal precision() {
      return rounded(ratio(right, found));
    }

    /** Share of the annotated records that were found, to three decimals. */
    public BigDecimal recall() {
      return rounded(ratio(right, gold));
    }

    /** Harmonic mean of the two, to three decimals. */
    public BigDecimal f1() {
      double p = ratio(right, found);
      double r = ratio(right, gold);
      return rounded(p + r > 0 ? 2 * p * r / (p + r) : 0.0);
    }

    private static double ratio(int part, int whole) {
      return whole == 0 ? 0.0 : (double) part / whole;
    }
  }

  /** Rounds the exact binary value, as Python does. */
  private static BigDecimal rounded(double value) {
    return new BigDecimal(value).setScale(3, RoundingMode.HALF_EVEN);
  }

  /** Adds one document. */
  void add(List<Item> gold, List<Item> found) {
    for (RecordKind kind : RecordKind.values()) {
      List<Item> golden = kind.of(gold, names);
      List<Item> own = kind.of(found, names);
      List<Pairing> pairs = Pairing.of(golden, own, (g, p) -> kind.agree(g, p, names));
      tally(tallies, kind.label()).add(pairs.size(), golden.size(), own.size());
      if (kind == RecordKind.COMMENT) {
        tally(tallies, "comment thread")
            .add(inRightPlace(golden, own, pairs), golden.size(), own.size());
      }
      if (kind == RecordKind.STATEMENT) {
        addStatements(golden, own, pairs);
      }
      addRules(own, pairs);
    }
  }

  private static Tally tally(Map<String, Tally> rows, String name) {
    return rows.computeIfAbsent(name, n -> new Tally());
  }

  private static int inRightPlace(List<Item> gold, List<Item> found, List<Pairing> pairs) {
    Map<String, String> back = new HashMap<>();
    for (Pairing pair : pairs) {
      back.put(
          Integer.toString(found.get(pair.found()).start()),
          Integer.toString(gold.get(pair.gold()).start()));
    }
    int right = 0;
    for (Pairing pair : pairs) {
      String goldParent = gold.get(pair.gold()).text("parent");
      String foundParent = found.get(pair.found()).text("parent");
      boolean bothTop = goldParent == null && foundParent == null;
      boolean sameParent =
          goldParent != null && foundParent != null && goldParent.equals(back.get(foundParent));
      right += bothTop || sameParent ? 1 : 0;
    }
    return right;
  }

  private void addStatements(List<Item> gold, List<Item> found, List<Pairing> pairs) {
    BiPredicate<Item, Item> span = (g, p) -> g.overlap(p) >= 0.6;
    tally(tallies, "statement span")
        .add(Pairing.of(gold, found, span).size(), gold.size(), found.size());
    for (String mode : List.of("direct", "reported")) {
      tally(tallies, "statement " + mode)
          .add(
              (int)
                  pairs.stream()
                      .filter(pair -> mode.equals(gold.get(pair.gold()).text("mode")))
                      .count(),
              (int) gold.stream().filter(item -> mode.equals(item.text("mode"))).count(),
              (int) found.stream().filter(item -> mode.equals(item.text("mode"))).count());
    }
    BiPredicate<Item, Item> strict = (g, p) -> g.overlap(p) >= STRICT;
    tally(overlaps, "statement strict")
        .add(Pairing.of(gold, found, strict).size(), gold.size(), found.size());
    BiPredicate<Item, Item> loose = (g, p) -> g.overlap(p) >= LOOSE;
    List<Pairing> loosely = Pairing.of(gold, found, loose);
    tally(overlaps, "statement loose").add(loosely.size(), gold.size(), found.size());
    for (Pairing pair : loosely) {
      speakersAsked++;
      boolean right =
          RecordKind.same("speaker", gold.get(pair.gold()), found.get(pair.found()), names);
      speakersRight += right ? 1 : 0;
    }
  }

  private void addRules(List<Item> found, List<Pairing> pairs) {
    for (Item item : found) {
      rule(item).add(0, 0, 1);
    }
    for (Pairing pair : pairs) {
      rule(found.get(pair.found())).add(1, 0, 0);
    }
  }

  private Tally rule(Item item) {
    String rule = item.text("rule");
    return tally(rules, rule == null ? item.type() + " without a rule" : rule);
  }

  /** The rows of the reference scorer, in its order. */
  public List<Row> rows() {
    return rows(tallies);
  }

  /** Statements by the overlap of their spans alone: 0.8 (strict) and 0.3 (loose). */
  public List<Row> overlaps() {
    return rows(overlaps);
  }

  /** Each rule with how many records it found and how many of them are right. */
  public List<Row> rules() {
    return rows(rules);
  }

  private static List<Row> rows(Map<String, Tally> tallies) {
    List<Row> rows = new ArrayList<>();
    tallies.forEach(
        (name, tally) -> {
          if (tally.gold > 0 || tally.found > 0) {
            rows.add(new Row(name, tally.right, tally.gold, tally.found));
          }
        });
    return rows;
  }

  /** Share of the statements found (loose overlap) that have the right speaker; null for none. */
  public @Nullable BigDecimal speakerAccuracy() {
    return speakersAsked == 0 ? null : rounded((double) speakersRight / speakersAsked);
  }

  /** Mean F1 over the record types, without the finer rows. */
  public BigDecimal mean() {
    double sum = 0;
    int count = 0;
    for (Row row : rows()) {
      for (RecordKind kind : RecordKind.values()) {
        if (row.name().equals(kind.label())) {
          sum += row.f1().doubleValue();
          count++;
        }
      }
    }
    return rounded(count == 0 ? 0.0 : sum / count);
  }
}
