package org.crcgraph.serve.sparql;

import java.util.List;
import org.apache.jena.riot.RDFFormat;
import org.crcgraph.serve.http.Negotiation;

/** How triples can be sent. The synonyms are what client libraries send. */
public enum GraphFormat implements Negotiation.Offer {
  /** Turtle. */
  TURTLE(RDFFormat.TURTLE, "ttl", List.of("turtle", "n3"), "text/turtle", "application/x-turtle"),
  /** N-Triples. */
  NTRIPLES(
      RDFFormat.NTRIPLES,
      "nt",
      List.of("ntriples", "n-triples"),
      "application/n-triples",
      "text/plain"),
  /** JSON-LD 1.1. */
  JSONLD(
      RDFFormat.JSONLD_PRETTY,
      "jsonld",
      List.of("json-ld", "json"),
      "application/ld+json",
      "application/json"),
  /** RDF/XML. */
  RDFXML(
      RDFFormat.RDFXML,
      "rdf",
      List.of("rdf+xml", "rdfxml", "xml"),
      "application/rdf+xml",
      "application/xml"),
  /** TriG, all triples in the default graph. */
  TRIG(RDFFormat.TRIG, "trig", List.of(), "application/trig"),
  /** N-Quads, all triples in the default graph. */
  NQUADS(RDFFormat.NQUADS, "nq", List.of("nquads", "n-quads"), "application/n-quads");

  private final RDFFormat format;
  private final String word;
  private final List<String> synonyms;
  private final List<String> mediaTypes;

  GraphFormat(RDFFormat format, String word, List<String> synonyms, String... mediaTypes) {
    this.format = format;
    this.word = word;
    this.synonyms = synonyms;
    this.mediaTypes = List.of(mediaTypes);
  }

  @Override
  public String word() {
    return word;
  }

  @Override
  public List<String> synonyms() {
    return synonyms;
  }

  @Override
  public List<String> mediaTypes() {
    return mediaTypes;
  }

  /** The writer's format. */
  public RDFFormat format() {
    return format;
  }
}
