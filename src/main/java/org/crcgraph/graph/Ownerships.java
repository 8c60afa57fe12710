package org.crcgraph.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.crcgraph.model.PartialDate;
import org.jspecify.annotations.Nullable;

/** Who owned what when, by the chosen facts, with the chains of parents behind each owner. */
final class Ownerships {
  /** A chain longer than this is a loop of parents. */
  private static final int LONGEST_CHAIN = 12;

  private final Facts facts;
  private final Map<Node, List<Link>> parentsOf = new HashMap<>();
  private final Map<Node, List<Held>> ownersOf = new HashMap<>();

  Ownerships(Facts facts) {
    this.facts = facts;
    for (Node link : facts.instances(Terms.PARENT_LINK)) {
      Optional<Node> child = facts.value(link, Terms.CHILD);
      Optional<Node> parent = facts.value(link, Terms.PARENT);
      if (child.isPresent() && parent.isPresent()) {
        boolean controls =
            facts
                .value(link, Terms.CONTROLS)
                .map(v -> v.getLiteralLexicalForm().equals("true"))
                .orElse(false);
        parentsOf
            .computeIfAbsent(child.get(), c -> new ArrayList<>())
            .add(new Link(link, parent.get(), controls, Interval.of(facts, link)));
      }
    }
    for (Node ownership : facts.instances(Terms.OWNERSHIP)) {
      Optional<Node> owner = facts.value(ownership, Terms.OWNER_PROPERTY);
      Optional<Node> owned = facts.value(ownership, Terms.OWNED);
      Node kind = facts.value(ownership, Terms.OWNERSHIP_KIND).orElse(Terms.DIRECT_OWNERSHIP);
      if (owner.isPresent() && owned.isPresent()) {
        ownersOf
            .computeIfAbsent(owned.get(), o -> new ArrayList<>())
            .add(new Held(ownership, owner.get(), kind, Interval.of(facts, ownership)));
      }
    }
    Comparator<Link> byStart = Comparator.comparing(l -> l.interval().firstDay());
    parentsOf.values().forEach(l -> l.sort(byStart.thenComparing(x -> x.node().toString())));
  }

  private record Link(Node node, Node parent, boolean controls, Interval interval) {}

  private record Held(Node node, Node owner, Node kind, Interval interval) {
    boolean holds() {
      return kind.equals(Terms.DIRECT_OWNERSHIP) || kind.equals(Terms.OPERATION);
    }
  }

  /**
   * A stretch of an ownership with one ultimate owner.
   *
   * @param links the parent links through which it was found
   */
  record ControlPeriod(Node ownership, Node ultimateOwner, Interval interval, List<Node> links) {}

  /** The control periods of all ownerships, in the order of the facts. */
  List<ControlPeriod> controlPeriods() {
    List<ControlPeriod> periods = new ArrayList<>();
    for (List<Held> owners : ownersOf.values()) {
      for (Held held : owners) {
        if (held.holds()) {
          climb(held.node(), held.owner(), held.interval(), List.of(), periods);
        }
      }
    }
    return periods;
  }

  private void climb(
      Node ownership, Node owner, Interval within, List<Node> links, List<ControlPeriod> out) {
    @Nullable Interval rest = within;
    if (links.size() < LONGEST_CHAIN) {
      for (Link link : parentsOf.getOrDefault(owner, List.of())) {
        if (rest == null || !link.controls()) {
          continue;
        }
        Optional<Interval> common = rest.intersect(link.interval());
        if (common.isEmpty()) {
          continue;
        }
        if (common.get().firstDay().isAfter(rest.firstDay())) {
          PartialDate end = PartialDate.of(common.get().firstDay().minusDays(1));
          out.add(new ControlPeriod(ownership, owner, new Interval(rest.from(), end), links));
        }
        List<Node> longer = new ArrayList<>(links);
        longer.add(link.node());
        climb(ownership, link.parent(), common.get(), longer, out);
        rest = after(rest, common.get());
      }
    }
    if (rest != null) {
      out.add(new ControlPeriod(ownership, owner, rest, links));
    }
  }

  /** What is left of an interval behind a part of it, or null. */
  private static @Nullable Interval after(Interval whole, Interval part) {
    if (part.to() == null || !part.lastDay().isBefore(whole.lastDay())) {
      return null;
    }
    return new Interval(PartialDate.of(part.lastDay().plusDays(1)), whole.to());
  }

  /** How a document's "A owns B" stands to the facts. */
  sealed interface Verdict {
    /** It agrees with this ownership. */
    record Supports(Node ownership) implements Verdict {}

    /** Another owned the company on that day. */
    record Disputes(Node ownership) implements Verdict {}

    /** The facts say nothing of it. */
    record Silent() implements Verdict {}
  }

  /**
   * Compares what a document says on a date with the facts. An owner's parents and the group by
   * whose name people call it count as the owner. A document may speak of the past, so an earlier
   * period that fits is agreement.
   *
   * @param saidOn when it was said, or null where the document has no date
   */
  Verdict compare(Node owner, Node owned, @Nullable PartialDate saidOn) {
    List<Held> known = ownersOf.getOrDefault(owned, List.of());
    @Nullable Held onTheDay = null;
    @Nullable Held past = null;
    for (Held held : known) {
      boolean then = saidOn == null || held.interval().covers(saidOn);
      if (!held.kind().equals(Terms.PREFERRED_BIDDER) && names(held, saidOn).contains(owner)) {
        if (then) {
          return new Verdict.Supports(held.node());
        }
        if (saidOn != null && !held.interval().firstDay().isAfter(saidOn.lastDay())) {
          past = held;
        }
      } else if (then && held.holds() && onTheDay == null) {
        onTheDay = held;
      }
    }
    if (past != null) {
      return new Verdict.Supports(past.node());
    }
    boolean ownerIsKnown = facts.contains(owner, Standards.TYPE, Terms.OWNER);
    return saidOn != null && onTheDay != null && ownerIsKnown
        ? new Verdict.Disputes(onTheDay.node())
        : new Verdict.Silent();
  }

  /** The register's claims that say who owned in this ownership. */
  List<Node> claimsOf(Node ownership) {
    return facts.supports(ownership);
  }

  /** Everything that people call the owner of that day: itself, its parents, their groups. */
  private Set<Node> names(Held held, @Nullable PartialDate on) {
    Set<Node> names = new HashSet<>();
    collect(held.owner(), on, names);
    return names;
  }

  private void collect(Node organisation, @Nullable PartialDate on, Set<Node> names) {
    if (!names.add(organisation)) {
      return;
    }
    facts.values(organisation, Terms.GROUP).forEach(group -> collect(group, on, names));
    for (Link link : parentsOf.getOrDefault(organisation, List.of())) {
      if (on == null || link.interval().covers(on)) {
        collect(link.parent(), on, names);
      }
    }
  }
}
