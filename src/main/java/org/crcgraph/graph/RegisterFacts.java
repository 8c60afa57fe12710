package org.crcgraph.graph;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** Compares the claims of the registers and writes claims, chosen facts and conflicts. */
final class RegisterFacts {
  /** Whoever says who owned, was parent, or held a post supports the relation that says so. */
  private static final Set<Node> DEFINING =
      Set.of(Terms.OWNER_PROPERTY, Terms.PARENT, Standards.MEMBER, Terms.SUPPLIER_PROPERTY);

  private final Iris iris;
  private final Comparison comparison;
  private final QuadSink sink;
  private final ClaimWriter writer;

  RegisterFacts(Iris iris, Ontology ontology, SourceRanks ranks, QuadSink sink) {
    this.iris = iris;
    this.comparison = new Comparison(ontology, ranks);
    this.sink = sink;
    this.writer = new ClaimWriter(iris, sink);
  }

  Facts write(List<Claim> claims, List<RegisterMapping.RowFacts> rows, BuildReport report) {
    Facts facts = new Facts();
    Set<Node> sourced = new HashSet<>();
    for (Comparison.Outcome outcome : comparison.compare(claims)) {
      for (Comparison.Judged judged : outcome.claims()) {
        Claim claim = judged.claim();
        Node iri = writer.write(claim, judged.standing());
        if (judged.standing().equals(Terms.CHOSEN)) {
          sourced.add(claim.subject());
          facts.addClaim(claim.subject(), claim.property(), iri);
          if (DEFINING.contains(claim.property())) {
            facts.addSupport(claim.subject(), iri);
            sink.quad(claim.graph(), iri, Terms.SUPPORTS, claim.subject());
          }
        } else if (judged.standing().equals(Terms.CONTESTED)) {
          sink.quad(claim.graph(), iri, Terms.DISPUTES, claim.subject());
        }
      }
      Node subject = outcome.claims().get(0).claim().subject();
      Node property = outcome.claims().get(0).claim().property();
      for (Node value : outcome.values()) {
        facts.add(subject, property, value);
      }
      outcome.conflict().ifPresent(conflict -> write(conflict, report));
    }
    for (RegisterMapping.RowFacts row : rows) {
      for (Triple type : row.types()) {
        if (sourced.contains(type.getSubject())) {
          facts.add(type.getSubject(), Standards.TYPE, type.getObject());
        }
      }
    }
    for (Triple fact : facts.triples()) {
      sink.quad(iris.factsGraph(), fact.getSubject(), fact.getPredicate(), fact.getObject());
    }
    return facts;
  }

  private void write(Comparison.Conflict conflict, BuildReport report) {
    report.conflict();
    Node graph = iris.conflictsGraph();
    Node node =
        iris.content("conflict", conflict.subject().toString(), conflict.property().toString());
    sink.quad(graph, node, Standards.TYPE, Terms.CONFLICT);
    sink.quad(graph, node, Terms.CONFLICT_SUBJECT, conflict.subject());
    sink.quad(graph, node, Terms.CONFLICT_PROPERTY, conflict.property());
    sink.quad(graph, node, Terms.RESOLUTION, Literals.text(conflict.resolution()));
    for (Claim claim : conflict.chosen()) {
      sink.quad(graph, node, Terms.CHOSEN_CLAIM, claim.iri(iris));
    }
    for (Claim claim : conflict.rejected()) {
      sink.quad(graph, node, Terms.REJECTED_CLAIM, claim.iri(iris));
    }
  }
}
