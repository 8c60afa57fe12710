package org.crcgraph.serve.sparql;

import java.util.List;
import org.apache.jena.riot.RDFFormat;
import org.crcgraph.serve.http.Negotiation;

/** How triples can be sent. */
public enum GraphFormat implements Negotiation.Offer {
  /** Turtle. */
  TURTLE(RDFFormat.TURTLE, "ttl", "text/turtle", "application/x-turtle"),
  /** N-Triples. */
  NTRIPLES(RDFFormat.NTRIPLES, "nt", "application/n-triples", "text/plain"),
  /** JSON-LD 1.1. */
  JSONLD(RDFFormat.JSONLD_PRETTY, "jsonld", "application/ld+json", "application/json"),
  /** RDF/XML. */
  RDFXML(RDFFormat.RDFXML, "rdf", "application/rdf+xml", "application/xml"),
  /** TriG, all triples in the default graph. */
  TRIG(RDFFormat.TRIG, "trig", "application/trig"),
  /** N-Quads, all triples in the default graph. */
  NQUADS(RDFFormat.NQUADS, "nq", "application/n-quads");

  private final RDFFormat format;
  private final String word;
  private final List<String> mediaTypes;

  GraphFormat(RDFFormat format, String word, String... mediaTypes) {
    this.format = format;
    this.word = word;
    this.mediaTypes = List.of(mediaTypes);
  }

  @Override
  public String word() {
    return word;
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
