package org.crcgraph.graph;

import org.apache.jena.graph.Node;
import org.crcgraph.model.PartialDate;
import org.jspecify.annotations.Nullable;

/** Writes claims as nodes into the graphs of their sources. */
final class ClaimWriter {
  private final Iris iris;
  private final QuadSink sink;

  ClaimWriter(Iris iris, QuadSink sink) {
    this.iris = iris;
    this.sink = sink;
  }

  /** Writes a claim with the standing that comparison gave it; returns its IRI. */
  Node write(Claim claim, Node standing) {
    Node iri = claim.iri(iris);
    Node graph = claim.graph();
    sink.quad(graph, iri, Standards.TYPE, Terms.CLAIM);
    sink.quad(graph, iri, Terms.CLAIM_SUBJECT, claim.subject());
    sink.quad(graph, iri, Terms.CLAIM_PROPERTY, claim.property());
    sink.quad(graph, iri, Terms.CLAIM_VALUE, claim.value());
    sink.quad(graph, iri, Terms.STANDING, standing);
    sink.quad(graph, iri, Terms.RULE, Literals.text(claim.rule()));
    for (Node source : claim.sources()) {
      sink.quad(graph, iri, Standards.WAS_DERIVED_FROM, source);
    }
    for (Node evidence : claim.evidence()) {
      sink.quad(graph, iri, Terms.EVIDENCE, evidence);
    }
    date(graph, iri, Terms.VALID_FROM, claim.validFrom());
    date(graph, iri, Terms.VALID_TO, claim.validTo());
    PartialDate saidOn = claim.saidOn();
    if (saidOn != null) {
      sink.quad(graph, iri, Terms.SAID_ON, Literals.date(saidOn));
      sink.quad(graph, iri, Terms.SAID_DAY, Literals.day(saidOn.lastDay()));
    }
    if (claim.confidence() != null) {
      sink.quad(graph, iri, Terms.CONFIDENCE, Literals.decimal(claim.confidence()));
    }
    return iri;
  }

  private void date(Node graph, Node iri, Node property, @Nullable PartialDate date) {
    if (date != null) {
      sink.quad(graph, iri, property, Literals.date(date));
    }
  }
}
