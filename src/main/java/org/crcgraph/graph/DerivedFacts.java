package org.crcgraph.graph;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.crcgraph.model.PartialDate;

/** Computes what queries need and no source says in so many words, into a graph of its own. */
final class DerivedFacts {
  private final Iris iris;
  private final Facts facts;
  private final Ownerships ownerships;
  private final QuadSink sink;

  DerivedFacts(Iris iris, Facts facts, Ownerships ownerships, QuadSink sink) {
    this.iris = iris;
    this.facts = facts;
    this.ownerships = ownerships;
    this.sink = sink;
  }

  void write() {
    for (Triple fact : facts.triples()) {
      if (fact.getPredicate().equals(Terms.FROM)) {
        Literals.asDate(fact.getObject())
            .ifPresent(d -> quad(fact.getSubject(), Terms.FROM_DAY, Literals.day(d.firstDay())));
      } else if (fact.getPredicate().equals(Terms.TO)) {
        Literals.asDate(fact.getObject())
            .ifPresent(d -> quad(fact.getSubject(), Terms.TO_DAY, Literals.day(d.lastDay())));
      }
    }
    RelationLabels labels = new RelationLabels(facts);
    for (Node subject : facts.subjects()) {
      labels
          .of(subject)
          .ifPresent(label -> quad(subject, Standards.LABEL, Literals.english(label)));
    }
    for (Ownerships.ControlPeriod period : ownerships.controlPeriods()) {
      write(period);
    }
  }

  private void write(Ownerships.ControlPeriod period) {
    Interval interval = period.interval();
    Node node =
        iris.content(
            "control-period",
            period.ownership().toString(),
            period.ultimateOwner().toString(),
            interval.toString());
    quad(node, Standards.TYPE, Terms.CONTROL_PERIOD);
    quad(node, Terms.OF_OWNERSHIP, period.ownership());
    quad(node, Terms.ULTIMATE_OWNER, period.ultimateOwner());
    quad(node, Standards.WAS_DERIVED_FROM, period.ownership());
    period.links().forEach(link -> quad(node, Standards.WAS_DERIVED_FROM, link));
    PartialDate from = interval.from();
    if (from != null) {
      quad(node, Terms.FROM, Literals.date(from));
      quad(node, Terms.FROM_DAY, Literals.day(from.firstDay()));
    }
    PartialDate to = interval.to();
    if (to != null) {
      quad(node, Terms.TO, Literals.date(to));
      quad(node, Terms.TO_DAY, Literals.day(to.lastDay()));
    }
    facts
        .value(period.ownership(), Terms.OWNED)
        .ifPresent(
            owned ->
                facts
                    .value(period.ownership(), Terms.OWNER_PROPERTY)
                    .ifPresent(owner -> quad(owned, Terms.OWNED_BY, owner)));
  }

  private void quad(Node subject, Node predicate, Node object) {
    sink.quad(iris.derivedGraph(), subject, predicate, object);
  }
}
