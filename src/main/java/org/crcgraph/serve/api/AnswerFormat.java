package org.crcgraph.serve.api;

import java.util.List;
import java.util.Optional;
import org.crcgraph.serve.http.Negotiation;

/** How the answer of a stored query can be sent. */
public enum AnswerFormat implements Negotiation.Offer {
  /** SPARQL 1.1 Query Results JSON, with the version, sources and citation beside the results. */
  JSON("json", "application/json", "application/sparql-results+json"),
  /** A page. */
  HTML("html", "text/html", "application/xhtml+xml"),
  /** Comma-separated values for spreadsheets. */
  CSV("csv", "text/csv"),
  /** Tab-separated values. */
  TSV("tsv", "text/tab-separated-values"),
  /** SPARQL Query Results XML. */
  XML("xml", "application/sparql-results+xml", "application/xml"),
  /** A table in Markdown. */
  MD("md", "text/markdown");

  private final String word;
  private final List<String> mediaTypes;

  AnswerFormat(String word, String... mediaTypes) {
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

  static Optional<AnswerFormat> ofWord(String word) {
    for (AnswerFormat format : values()) {
      if (format.word.equals(word)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }
}
