package org.crcgraph.graph;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.crcgraph.model.Issue;
import org.crcgraph.model.PartialDate;
import org.crcgraph.model.Place;
import org.crcgraph.model.Register;
import org.crcgraph.model.RegisterRow;
import org.jspecify.annotations.Nullable;

/**
 * Turns the rows of a register into claims by its mapping: a CONSTRUCT over one row whose variables
 * are the columns, as tarql has it. An empty cell leaves its variable unbound.
 *
 * <p>Columns that the mapping need not mention: {@code source} (URLs separated by {@code ;}, or
 * {@code unverified}), {@code COLUMN_source} (the source of one column), {@code said_on}, {@code
 * ruling} and {@code ruling_reason}.
 */
final class RegisterMapping {
  private static final String UNVERIFIED = "unverified";

  private final Iris iris;
  private final Register register;
  private final Query query;

  private RegisterMapping(Iris iris, Register register, Query query) {
    this.iris = iris;
    this.register = register;
    this.query = query;
  }

  /** Reads {@code NAME.rq} beside the register; empty, with an issue, where it cannot be used. */
  static Optional<RegisterMapping> load(Iris iris, Register register, List<Issue> issues)
      throws IOException {
    Path file = register.folder().resolve(register.name() + ".rq");
    if (!Files.exists(file)) {
      issues.add(
          Issue.error(
              Place.of(file.toString()),
              "the register has no mapping",
              "write a CONSTRUCT over one row, with the columns as variables"));
      return Optional.empty();
    }
    try {
      Query query =
          QueryFactory.create(
              Files.readString(file, StandardCharsets.UTF_8), iris.base(), Syntax.syntaxARQ);
      if (!query.isConstructType()) {
        issues.add(
            Issue.error(Place.of(file.toString()), "no CONSTRUCT", "write a CONSTRUCT query"));
        return Optional.empty();
      }
      return Optional.of(new RegisterMapping(iris, register, query));
    } catch (QueryException e) {
      issues.add(
          Issue.error(
              Place.of(file.toString()),
              String.valueOf(e.getMessage()).replaceAll("\\s+", " "),
              "mend the mapping's SPARQL"));
      return Optional.empty();
    }
  }

  /** What one row says. */
  RowFacts map(RegisterRow row) {
    List<Triple> triples = construct(row);
    List<Triple> types = new ArrayList<>();
    List<Claim> claims = new ArrayList<>();
    for (Triple triple : triples) {
      if (triple.getPredicate().equals(Standards.TYPE)) {
        types.add(triple);
      } else {
        claims.add(claim(row, triple, triples));
      }
    }
    return new RowFacts(row, types, claims);
  }

  /** The types and claims of a row. */
  record RowFacts(RegisterRow row, List<Triple> types, List<Claim> claims) {}

  private List<Triple> construct(RegisterRow row) {
    BindingBuilder binding = BindingBuilder.create();
    List<Var> variables = new ArrayList<>();
    for (RegisterRow.Cell cell : row.cells()) {
      Var variable = Var.alloc(cell.column());
      variables.add(variable);
      binding.add(variable, value(cell));
    }
    ElementData data = new ElementData(variables, List.of(binding.build()));
    ElementGroup group = new ElementGroup();
    group.addElement(data);
    Element pattern = query.getQueryPattern();
    if (pattern instanceof ElementGroup elements) {
      elements.getElements().forEach(group::addElement);
    } else {
      group.addElement(pattern);
    }
    Query bound = query.cloneQuery();
    bound.setQueryPattern(group);
    List<Triple> triples = new ArrayList<>();
    try (QueryExec execution =
        QueryExec.dataset(DatasetGraphFactory.empty()).query(bound).build()) {
      execution.constructTriples().forEachRemaining(triples::add);
    }
    return triples.stream().distinct().toList();
  }

  private static Node value(RegisterRow.Cell cell) {
    String text = cell.value();
    return switch (cell.type()) {
      case DATE -> PartialDate.parse(text).map(Literals::date).orElseGet(() -> Literals.text(text));
      case INTEGER -> Literals.integer(Long.parseLong(text));
      case DECIMAL -> Literals.decimal(new java.math.BigDecimal(text));
      case BOOLEAN -> Literals.bool(Boolean.parseBoolean(text));
      case TEXT, URI -> Literals.text(text);
    };
  }

  private Claim claim(RegisterRow row, Triple triple, List<Triple> all) {
    Optional<RegisterRow.Cell> cell = cellOf(row, triple.getPredicate(), triple.getObject());
    List<Node> sources =
        sources(
            cell.flatMap(c -> row.value(c.column() + "_source"))
                .or(() -> row.value("source"))
                .orElse(UNVERIFIED));
    return new Claim(
        iris.registerGraph(register.name()),
        triple.getSubject(),
        triple.getPredicate(),
        triple.getObject(),
        sources,
        List.of(iris.row(row)),
        "register." + register.name(),
        date(all, triple.getSubject(), Terms.FROM),
        date(all, triple.getSubject(), Terms.TO),
        saidOn(row, cell).flatMap(PartialDate::parse).orElse(null),
        null,
        row.value("ruling")
            .map(r -> new Claim.Ruling(r.equals("chosen"), row.value("ruling_reason").orElse("")))
            .orElse(null),
        sources.isEmpty() ? Terms.UNSOURCED : Terms.CHOSEN);
  }

  /** The row's date is that of its own source, not of a source that one column has for itself. */
  private static Optional<String> saidOn(RegisterRow row, Optional<RegisterRow.Cell> cell) {
    boolean ownSource = cell.flatMap(c -> row.value(c.column() + "_source")).isPresent();
    return ownSource ? cell.flatMap(c -> row.value(c.column() + "_said_on")) : row.value("said_on");
  }

  /**
   * The cell from which a value came: the one whose text the value is or ends in; of several, the
   * one whose column has the name of the property.
   */
  static Optional<RegisterRow.Cell> cellOf(RegisterRow row, Node property, Node value) {
    String name = property.isURI() ? property.getLocalName() : "";
    return row.cells().stream()
        .filter(cell -> holds(cell, value))
        .min(Comparator.comparingInt(cell -> cell.column().equals(name) ? 0 : 1));
  }

  private static boolean holds(RegisterRow.Cell cell, Node value) {
    if (value.isLiteral()) {
      String text = value.getLiteralLexicalForm();
      return cell.value().equals(text) || Arrays.asList(cell.value().split("\\|")).contains(text);
    }
    String iri = value.toString();
    return iri.equals(cell.value()) || iri.endsWith("/" + cell.value());
  }

  private static @Nullable PartialDate date(List<Triple> all, Node subject, Node property) {
    return all.stream()
        .filter(t -> t.getSubject().equals(subject) && t.getPredicate().equals(property))
        .findFirst()
        .flatMap(t -> Literals.asDate(t.getObject()))
        .orElse(null);
  }

  private static List<Node> sources(String cell) {
    if (cell.equals(UNVERIFIED)) {
      return List.of();
    }
    return Arrays.stream(cell.split("\\s+;\\s+"))
        .map(String::strip)
        .filter(s -> !s.isEmpty())
        .map(s -> NodeFactory.createURI(s.replace(" ", "%20")))
        .toList();
  }
}
