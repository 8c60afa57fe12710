package org.crcgraph.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.apache.jena.graph.Node;
import org.crcgraph.model.PartialDate;

/**
 * Compares the claims about one property of one subject and chooses, by the rules of {@code
 * ontology/README.md} in their order. The loser is kept: it stays a claim, and a conflict names it.
 */
final class Comparison {
  private final Ontology ontology;
  private final SourceRanks ranks;

  Comparison(Ontology ontology, SourceRanks ranks) {
    this.ontology = ontology;
    this.ranks = ranks;
  }

  /** A claim with how it stands after comparison. */
  record Judged(Claim claim, Node standing) {}

  /** Claims that cannot all be true, and how one was chosen. */
  record Conflict(
      Node subject, Node property, List<Claim> chosen, List<Claim> rejected, String resolution) {}

  /** What came out for one property of one subject. */
  record Outcome(List<Judged> claims, List<Node> values, Optional<Conflict> conflict) {}

  /** Groups claims by subject and property and compares each group. */
  List<Outcome> compare(List<Claim> claims) {
    record Key(Node subject, Node property) {}
    Map<Key, List<Claim>> groups = new LinkedHashMap<>();
    for (Claim claim : claims) {
      groups
          .computeIfAbsent(new Key(claim.subject(), claim.property()), k -> new ArrayList<>())
          .add(claim);
    }
    return groups.values().stream()
        .map(g -> ontology.isFunctional(g.get(0).property()) ? chooseOne(g) : keepAll(g))
        .toList();
  }

  private static Outcome keepAll(List<Claim> claims) {
    List<Judged> judged = new ArrayList<>();
    List<Node> values = new ArrayList<>();
    for (Claim claim : claims) {
      if (!claim.isSourced()) {
        judged.add(new Judged(claim, Terms.UNSOURCED));
      } else if (isRejected(claim)) {
        judged.add(new Judged(claim, Terms.CONTESTED));
      } else {
        judged.add(new Judged(claim, Terms.CHOSEN));
        if (!values.contains(claim.value())) {
          values.add(claim.value());
        }
      }
    }
    return new Outcome(judged, values, Optional.empty());
  }

  private Outcome chooseOne(List<Claim> claims) {
    List<Claim> ordered = claims.stream().sorted(better()).toList();
    Claim best = ordered.get(0);
    boolean nothingChosen = !best.isSourced() || isRejected(best);
    List<Judged> judged = new ArrayList<>();
    List<Claim> agreeing = new ArrayList<>();
    List<Claim> rejected = new ArrayList<>();
    for (Claim claim : ordered) {
      if (!claim.isSourced()) {
        judged.add(new Judged(claim, Terms.UNSOURCED));
      } else if (!nothingChosen && claim.value().equals(best.value())) {
        judged.add(new Judged(claim, Terms.CHOSEN));
        agreeing.add(claim);
      } else if (!nothingChosen && !isRejected(claim) && agree(claim.value(), best.value())) {
        judged.add(new Judged(claim, Terms.CORROBORATING));
      } else {
        judged.add(new Judged(claim, Terms.CONTESTED));
        rejected.add(claim);
      }
    }
    boolean differ =
        rejected.stream().map(Claim::value).distinct().count() > (nothingChosen ? 1 : 0);
    Optional<Conflict> conflict =
        differ
            ? Optional.of(
                new Conflict(
                    best.subject(), best.property(), agreeing, rejected, why(best, rejected)))
            : Optional.empty();
    return new Outcome(judged, nothingChosen ? List.of() : List.of(best.value()), conflict);
  }

  /** The same value agrees, and so do dates of different precision that can mean the same day. */
  static boolean agree(Node one, Node other) {
    if (one.equals(other)) {
      return true;
    }
    Optional<PartialDate> a = Literals.asDate(one);
    Optional<PartialDate> b = Literals.asDate(other);
    return a.isPresent() && b.isPresent() && a.get().compatible(b.get());
  }

  private static boolean isRejected(Claim claim) {
    Claim.Ruling ruling = claim.ruling();
    return ruling != null && !ruling.chosen();
  }

  private static int byRuling(Claim claim) {
    Claim.Ruling ruling = claim.ruling();
    return ruling == null ? 1 : ruling.chosen() ? 0 : 2;
  }

  private static int precision(Claim claim) {
    return Literals.asDate(claim.value())
        .map(d -> d.day() != 0 ? 0 : d.month() != 0 ? 1 : 2)
        .orElse(0);
  }

  private Comparator<Claim> better() {
    return Comparator.<Claim>comparingInt(c -> c.isSourced() ? 0 : 1)
        .thenComparingInt(Comparison::byRuling)
        .thenComparingInt(ranks::rank)
        .thenComparing(Comparison::saidLast, Comparator.reverseOrder())
        .thenComparingInt(Comparison::precision)
        .thenComparing(c -> c.sources().toString())
        .thenComparing(c -> c.value().toString())
        .thenComparing(c -> c.graph().toString());
  }

  private static String saidLast(Claim claim) {
    PartialDate said = claim.saidOn();
    return said == null ? "" : said.lastDay().toString();
  }

  /** The first rule that parts the chosen claim from the best of the others. */
  private String why(Claim best, List<Claim> rejected) {
    Claim.Ruling ruling = best.ruling();
    Claim other = rejected.get(0);
    if (ruling != null && !ruling.chosen()) {
      return "rule 2, editor's ruling: none is used. " + ruling.reason();
    }
    if (byRuling(best) != byRuling(other)) {
      Claim.Ruling decisive =
          ruling != null ? ruling : Objects.requireNonNull(other.ruling(), "one has a ruling");
      return "rule 2, editor's ruling: " + decisive.reason();
    }
    ToIntFunction<Claim> rank = ranks::rank;
    if (rank.applyAsInt(best) != rank.applyAsInt(other)) {
      return "rule 3, kind of source: " + kinds(best) + " before " + kinds(other);
    }
    if (!saidLast(best).equals(saidLast(other))) {
      return "rule 4, the later statement: " + best.saidOn() + " after " + other.saidOn();
    }
    if (precision(best) != precision(other)) {
      return "rule 5, the more precise";
    }
    return "rule 6, undecided: taken in the order of the sources' addresses";
  }

  private String kinds(Claim claim) {
    return claim.sources().stream().map(ranks::kind).distinct().sorted().toList().toString();
  }
}
