package org.crcgraph.graph;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.crcgraph.model.Place;
import org.crcgraph.model.Register;
import org.crcgraph.model.RegisterRow;
import org.jspecify.annotations.Nullable;

/**
 * Finds the cell of a register or the passage of a document where something in the graph is said.
 */
final class ClaimPlaces {
  /** How far a claim about another property is from the one that was asked for. */
  private static final int OF_THE_THING = 2;

  private final Graph union;
  private final Map<Node, RegisterRow> rows = new HashMap<>();
  private final Map<Node, Place> registers = new HashMap<>();

  ClaimPlaces(Iris iris, Graph union, List<Register> registers) {
    this.union = union;
    for (Register register : registers) {
      this.registers.put(
          iris.register(register.name()),
          Place.of(register.folder().resolve(register.name() + ".csv").toString()));
      register.rows().forEach(row -> rows.put(iris.row(row), row));
    }
  }

  /**
   * Where a property of a thing is said to have a value: the claim that says just this, else one
   * about the property, else one about the thing.
   */
  Place of(Node focus, @Nullable Node property, @Nullable Node value) {
    if (registers.containsKey(focus)) {
      return registers.get(focus);
    }
    if (union.contains(focus, Terms.CLAIM_PROPERTY, Node.ANY)) {
      return ofClaim(focus);
    }
    Optional<Node> claim =
        union
            .find(Node.ANY, Terms.CLAIM_SUBJECT, focus)
            .mapWith(Triple::getSubject)
            .toList()
            .stream()
            .min(
                Comparator.comparingInt((Node c) -> distance(c, property, value))
                    .thenComparing(c -> !union.contains(c, Terms.STANDING, Terms.CHOSEN))
                    .thenComparing(c -> c.toString()));
    if (claim.isPresent()) {
      return distance(claim.get(), property, value) < OF_THE_THING
          ? ofClaim(claim.get())
          : row(claim.get()).map(RegisterRow::place).orElseGet(() -> ofClaim(claim.get()));
    }
    return ofEvidence(focus, null, null);
  }

  private int distance(Node claim, @Nullable Node property, @Nullable Node value) {
    if (property == null || !union.contains(claim, Terms.CLAIM_PROPERTY, property)) {
      // The row that names a thing is the one that describes it.
      return union.contains(claim, Terms.CLAIM_PROPERTY, Standards.LABEL)
          ? OF_THE_THING
          : OF_THE_THING + 1;
    }
    return value != null && union.contains(claim, Terms.CLAIM_VALUE, value) ? 0 : 1;
  }

  private Optional<RegisterRow> row(Node claim) {
    return object(claim, Terms.EVIDENCE).map(rows::get);
  }

  private Place ofClaim(Node claim) {
    return ofEvidence(
        object(claim, Terms.EVIDENCE).orElse(claim),
        object(claim, Terms.CLAIM_PROPERTY).orElse(null),
        object(claim, Terms.CLAIM_VALUE).orElse(null));
  }

  private Place ofEvidence(Node evidence, @Nullable Node property, @Nullable Node value) {
    RegisterRow row = rows.get(evidence);
    if (row != null) {
      return property == null || value == null
          ? row.place()
          : RegisterMapping.cellOf(row, property, value)
              .map(RegisterRow.Cell::place)
              .orElse(row.place());
    }
    Optional<Node> file = object(evidence, Terms.FILE);
    if (file.isPresent()) {
      int line =
          object(evidence, Terms.LINE)
              .map(n -> Integer.parseInt(n.getLiteralLexicalForm()))
              .orElse(0);
      return new Place(file.get().getLiteralLexicalForm(), line, 0);
    }
    return Place.of(object(evidence, Standards.HAS_SOURCE).map(this::name).orElse(name(evidence)));
  }

  /** What people call a thing; a passage by its document and code points; else its IRI. */
  String name(Node node) {
    Optional<Node> label = object(node, Standards.LABEL);
    if (label.isPresent()) {
      return label.get().getLiteralLexicalForm();
    }
    Optional<Node> source = object(node, Standards.HAS_SOURCE);
    Optional<Node> start = object(node, Terms.SPAN_START);
    Optional<Node> end = object(node, Terms.SPAN_END);
    if (source.isPresent() && start.isPresent() && end.isPresent()) {
      return name(source.get())
          + " "
          + start.get().getLiteralLexicalForm()
          + ".."
          + end.get().getLiteralLexicalForm();
    }
    return node.isLiteral() ? node.getLiteralLexicalForm() : node.toString();
  }

  /** A triple in words. */
  String say(Triple triple) {
    return name(triple.getSubject())
        + " "
        + name(triple.getPredicate())
        + " "
        + name(triple.getObject());
  }

  /**
   * A shape's message without a full stop, with the name of the value in the place of its IRI, and
   * the row of a value that is described by a row of its own.
   */
  String message(@Nullable String text, @Nullable Node value) {
    String message = text == null ? "a shape is not met" : text;
    if (value != null && value.isURI()) {
      boolean described = union.contains(Node.ANY, Terms.CLAIM_SUBJECT, value);
      message =
          message.replace(
              "<" + value + ">",
              described ? name(value) + " (" + of(value, Terms.FROM, null) + ")" : name(value));
    }
    return message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
  }

  private Optional<Node> object(Node subject, Node property) {
    return union.find(subject, property, Node.ANY).mapWith(Triple::getObject).toList().stream()
        .min(Comparator.comparing(n -> n.toString()));
  }
}
