package org.crcgraph.query;

import java.util.List;
import org.apache.jena.shared.PrefixMapping;

/** Shortens IRIs for people's eyes. */
public final class ShortIri {
  private static final List<String[]> PREFIXES =
      List.of(
          new String[] {"https://w3id.org/crcgraph/id/", ""},
          new String[] {"https://w3id.org/crcgraph/ontology#", "crc:"},
          new String[] {"https://w3id.org/crcgraph/", "crcgraph:"},
          new String[] {"http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf:"},
          new String[] {"http://www.w3.org/2000/01/rdf-schema#", "rdfs:"},
          new String[] {"http://www.w3.org/2001/XMLSchema#", "xsd:"},
          new String[] {"http://www.w3.org/2002/07/owl#", "owl:"},
          new String[] {"http://www.w3.org/2004/02/skos/core#", "skos:"},
          new String[] {"http://www.w3.org/ns/org#", "org:"},
          new String[] {"http://www.w3.org/ns/prov#", "prov:"},
          new String[] {"http://www.w3.org/ns/oa#", "oa:"},
          new String[] {"http://www.w3.org/ns/dcat#", "dcat:"},
          new String[] {"http://www.w3.org/ns/adms#", "adms:"},
          new String[] {"http://purl.org/dc/terms/", "dcterms:"},
          new String[] {"http://xmlns.com/foaf/0.1/", "foaf:"});

  private ShortIri() {}

  /** The prefixes, for Turtle. */
  static PrefixMapping prefixes() {
    PrefixMapping prefixes = PrefixMapping.Factory.create();
    for (String[] prefix : PREFIXES) {
      if (prefix[1].endsWith(":")) {
        prefixes.setNsPrefix(prefix[1].substring(0, prefix[1].length() - 1), prefix[0]);
      }
    }
    return prefixes;
  }

  /** {@code KIND/SLUG}, a prefixed name, or the IRI itself. */
  public static String of(String iri) {
    for (String[] prefix : PREFIXES) {
      if (iri.startsWith(prefix[0]) && iri.length() > prefix[0].length()) {
        return prefix[1] + iri.substring(prefix[0].length());
      }
    }
    return iri;
  }
}
