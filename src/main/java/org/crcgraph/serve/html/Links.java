package org.crcgraph.serve.html;

import org.crcgraph.query.ShortIri;
import org.crcgraph.serve.http.Escape;

/** Where the pages of things stand on this server. */
public final class Links {
  /** What the graph's IRIs begin with. */
  public static final String BASE = "https://w3id.org/crcgraph/";

  private static final String THINGS = BASE + "id/";
  private static final String TERMS = BASE + "ontology#";
  private static final String GRAPHS = BASE + "graph/";
  private static final int LONGEST_SHOWN = 60;

  private Links() {}

  /**
   * Address of a page about what an IRI names: on this server for the graph's own, the web for
   * others; empty for what a browser should not be sent to.
   */
  public static String of(String iri) {
    if (iri.startsWith(THINGS)) {
      return "/doc/" + Escape.path(iri.substring(THINGS.length()));
    }
    if (iri.startsWith(TERMS)) {
      return "/ontology#" + Escape.path(iri.substring(TERMS.length()));
    }
    if (iri.startsWith(GRAPHS)) {
      return "/graph/" + Escape.path(iri.substring(GRAPHS.length()));
    }
    return iri.startsWith("https://") || iri.startsWith("http://") ? iri : "";
  }

  /** A link to what an IRI names, or its text where there is no place to go. */
  public static Html to(String iri, String label) {
    String address = of(iri);
    if (address.isEmpty()) {
      return Html.text(label);
    }
    Attributes attributes = Attributes.of("href", address);
    return address.startsWith("/")
        ? Html.of("a", attributes, label)
        : Html.of("a", attributes.and("rel", "external nofollow noopener"), label);
  }

  /** An IRI as people can read it. */
  public static String shown(String iri) {
    String text = ShortIri.of(iri);
    if (text.equals(iri)) {
      text = iri.replaceFirst("^https?://(www\\.)?", "");
    }
    return text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN - 1) + "…" : text;
  }
}
