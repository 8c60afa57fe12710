package org.crcgraph.serve.snapshot;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.query.QueryFactory;
import org.crcgraph.query.GraphSource;
import org.crcgraph.query.ResultTable;
import org.crcgraph.query.ShortIri;

/** The labels and comments of the terms that the graph's ontology describes. */
public final class Vocabulary {
  private static final String TERMS =
      """
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      SELECT ?term ?label ?comment ?type ?domain ?range ?parent {
        GRAPH <https://w3id.org/crcgraph/graph/ontology> {
          ?term a ?type .
          OPTIONAL { ?term rdfs:label ?label }
          OPTIONAL { ?term rdfs:comment ?comment }
          OPTIONAL { ?term rdfs:domain ?domain }
          OPTIONAL { ?term rdfs:range ?range }
          OPTIONAL { ?term rdfs:subClassOf ?parent }
        }
        FILTER(isIRI(?term))
      } ORDER BY ?term
      """;

  private static final Map<String, String> FOREIGN =
      Map.of(
          "http://www.w3.org/2000/01/rdf-schema#label", "name",
          "http://www.w3.org/2004/02/skos/core#altLabel", "also called",
          "http://www.w3.org/1999/02/22-rdf-syntax-ns#type", "kind",
          "http://purl.org/dc/terms/title", "title",
          "http://purl.org/dc/terms/source", "source",
          "http://purl.org/dc/terms/isPartOf", "part of",
          "http://www.w3.org/ns/org#member", "person",
          "http://www.w3.org/ns/org#organization", "organisation",
          "http://www.w3.org/ns/prov#wasDerivedFrom", "taken from",
          "http://www.w3.org/ns/org#subOrganizationOf", "part of");

  private final Map<String, Term> terms;

  /**
   * A term.
   *
   * @param iri its IRI
   * @param types short names of its classes
   * @param label what people call it
   * @param comment what it means
   * @param domain IRI of what it is said of, or empty
   * @param range IRI of what its values are, or empty
   * @param parents IRIs of the classes above, or none
   */
  public record Term(
      String iri,
      List<String> types,
      String label,
      String comment,
      String domain,
      String range,
      List<String> parents) {
    public Term {
      types = List.copyOf(types);
      parents = List.copyOf(parents);
    }
  }

  private Vocabulary(Map<String, Term> terms) {
    this.terms = terms;
  }

  /** Reads the ontology of a graph. */
  static Vocabulary of(GraphSource source) {
    ResultTable table =
        source.read(QueryFactory.create(TERMS), running -> ResultTable.of(running.select()));
    Map<String, Term> terms = new TreeMap<>();
    for (ResultTable.Row row : table.rows()) {
      Term term =
          new Term(
              text(table, row, "term"),
              List.of(ShortIri.of(text(table, row, "type"))),
              text(table, row, "label"),
              text(table, row, "comment"),
              text(table, row, "domain"),
              text(table, row, "range"),
              text(table, row, "parent").isEmpty()
                  ? List.of()
                  : List.of(text(table, row, "parent")));
      terms.merge(term.iri(), term, Vocabulary::merged);
    }
    return new Vocabulary(terms);
  }

  private static String text(ResultTable table, ResultTable.Row row, String column) {
    String text = table.text(row, column);
    return text == null ? "" : text;
  }

  private static Term merged(Term a, Term b) {
    return new Term(
        a.iri(),
        union(a.types(), b.types()),
        a.label(),
        a.comment(),
        a.domain(),
        a.range(),
        union(a.parents(), b.parents()));
  }

  private static List<String> union(List<String> a, List<String> b) {
    Map<String, Boolean> all = new TreeMap<>();
    a.forEach(x -> all.put(x, true));
    b.forEach(x -> all.put(x, true));
    return List.copyOf(all.keySet());
  }

  /** Every term, by IRI. */
  public List<Term> terms() {
    return List.copyOf(terms.values());
  }

  /** What people call a term: its label, or the last part of its IRI in words. */
  public String label(String iri) {
    Term term = terms.get(iri);
    if (term != null && !term.label().isEmpty()) {
      return term.label();
    }
    String foreign = FOREIGN.get(iri);
    if (foreign != null) {
      return foreign;
    }
    return words(iri.substring(Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1));
  }

  /** What a term means, or empty. */
  public String comment(String iri) {
    Term term = terms.get(iri);
    return term == null ? "" : term.comment();
  }

  /** {@code someTerm} as "some term". */
  public static String words(String name) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (Character.isUpperCase(c) && i > 0 && Character.isLowerCase(name.charAt(i - 1))) {
        out.append(' ');
      }
      out.append(c == '-' || c == '_' ? ' ' : Character.toLowerCase(c));
    }
    return out.toString();
  }
}
