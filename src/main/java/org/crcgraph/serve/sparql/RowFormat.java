package org.crcgraph.serve.sparql;

import java.util.List;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.crcgraph.serve.http.Negotiation;

/** How rows, or a yes or no, can be sent. */
public enum RowFormat implements Negotiation.Offer {
  /** SPARQL 1.1 Query Results JSON. */
  JSON(ResultSetLang.RS_JSON, "json", "application/sparql-results+json", "application/json"),
  /** SPARQL Query Results XML. */
  XML(ResultSetLang.RS_XML, "xml", "application/sparql-results+xml", "application/xml", "text/xml"),
  /** Comma-separated values as SPARQL 1.1 defines them. */
  CSV(ResultSetLang.RS_CSV, "csv", "text/csv"),
  /** Tab-separated values as SPARQL 1.1 defines them. */
  TSV(ResultSetLang.RS_TSV, "tsv", "text/tab-separated-values");

  private final Lang lang;
  private final String word;
  private final List<String> mediaTypes;

  RowFormat(Lang lang, String word, String... mediaTypes) {
    this.lang = lang;
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

  Lang lang() {
    return lang;
  }
}
