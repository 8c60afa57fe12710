package org.crcgraph.graph;

import java.math.BigDecimal;
import java.util.List;
import org.apache.jena.graph.Node;
import org.crcgraph.model.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * A source says that a property of a subject has a value.
 *
 * @param graph named graph of the source
 * @param subject what it is about
 * @param property which property
 * @param value a thing or a literal
 * @param sources web pages or documents that say so; empty where none could be found
 * @param evidence the register row or passages from which it was taken
 * @param rule id of the rule, mapping or review that made it
 * @param validFrom from when it says that it held, or null
 * @param validTo until when it says that it held, or null
 * @param saidOn when the source said so, or null
 * @param confidence 0 to 1, or null for registers
 * @param ruling what an editor decided about it, or null
 * @param standing how it stands before sources are compared
 */
record Claim(
    Node graph,
    Node subject,
    Node property,
    Node value,
    List<Node> sources,
    List<Node> evidence,
    String rule,
    @Nullable PartialDate validFrom,
    @Nullable PartialDate validTo,
    @Nullable PartialDate saidOn,
    @Nullable BigDecimal confidence,
    @Nullable Ruling ruling,
    Node standing) {
  Claim {
    sources = List.copyOf(sources);
    evidence = List.copyOf(evidence);
  }

  /** An editor's decision in a register. */
  record Ruling(boolean chosen, String reason) {}

  /** The IRI: the same claim from the same place is the same node in every build. */
  Node iri(Iris iris) {
    return iris.content(
        "claim",
        graph.toString(),
        subject.toString(),
        property.toString(),
        value.toString(),
        evidence.isEmpty() ? "" : evidence.get(0).toString());
  }

  boolean isSourced() {
    return !sources.isEmpty();
  }
}
