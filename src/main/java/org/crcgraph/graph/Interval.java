package org.crcgraph.graph;

import java.time.LocalDate;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.crcgraph.model.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of days, both ends included, with the precision that the sources give.
 *
 * @param from start, or null where open or not known
 * @param to end, or null where open or not known
 */
record Interval(@Nullable PartialDate from, @Nullable PartialDate to) {
  static Interval of(Facts facts, Node relation) {
    return new Interval(
        facts.date(relation, Terms.FROM).orElse(null), facts.date(relation, Terms.TO).orElse(null));
  }

  /** First day that belongs to it. */
  LocalDate firstDay() {
    return from == null ? LocalDate.MIN : from.firstDay();
  }

  /** Last day that belongs to it. */
  LocalDate lastDay() {
    return to == null ? LocalDate.MAX : to.lastDay();
  }

  /** Whether a day of the date can lie in it. */
  boolean covers(PartialDate date) {
    return !date.lastDay().isBefore(firstDay()) && !date.firstDay().isAfter(lastDay());
  }

  /** What both have in common, each end with the precision of the one that sets it. */
  Optional<Interval> intersect(Interval other) {
    PartialDate start = other.firstDay().isAfter(firstDay()) ? other.from : from;
    PartialDate end = other.lastDay().isBefore(lastDay()) ? other.to : to;
    Interval common = new Interval(start, end);
    return common.firstDay().isAfter(common.lastDay()) ? Optional.empty() : Optional.of(common);
  }
}
