package org.crcgraph.query;

import java.util.Optional;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.crcgraph.model.Issue;
import org.crcgraph.model.Place;

/**
 * A SPARQL query that somebody wrote, parsed and found harmless, or refused with the place of what
 * is wrong: SPARQL 1.1 queries only, no updates, nothing that reaches outside the graph ({@code
 * SERVICE}, functions that run Java classes).
 */
public sealed interface SparqlText {
  /** A query that may run. */
  record Accepted(Query query) implements SparqlText {
    /** Runs it. */
    public Answer run(GraphSource source) {
      return Answer.of(query, source);
    }
  }

  /** A text that may not. */
  record Refused(Issue issue) implements SparqlText {}

  /**
   * Parses a query.
   *
   * @param name name of the text for messages: a file or "query"
   */
  static SparqlText parse(String name, String text) {
    Query query;
    try {
      query = QueryFactory.create(text, Syntax.syntaxSPARQL_11);
    } catch (QueryParseException e) {
      return new Refused(unparsable(name, text, e));
    } catch (QueryException e) {
      return new Refused(
          Issue.error(new Place(name, 1, 1), String.valueOf(e.getMessage()), "correct the query"));
    }
    return OutsideReach.in(query)
        .<SparqlText>map(
            word ->
                new Refused(
                    Issue.error(
                        QueryWords.place(name, text, word),
                        word + " reaches outside the graph",
                        "ask for what stands in the graph only")))
        .orElseGet(() -> new Accepted(query));
  }

  private static Issue unparsable(String name, String text, QueryParseException e) {
    Optional<String> update = QueryWords.firstOfUpdate(text);
    if (update.isPresent()) {
      return Issue.error(
          QueryWords.place(name, text, update.get()),
          update.get() + " would change the graph",
          "the graph is read-only: write a SELECT, ASK, CONSTRUCT or DESCRIBE query");
    }
    String what =
        String.valueOf(e.getMessage()).lines().filter(l -> !l.isBlank()).findFirst().orElse("");
    return Issue.error(
        new Place(name, Math.max(e.getLine(), 1), Math.max(e.getColumn(), 1)),
        "no SPARQL 1.1 query (" + what.strip() + ")",
        "correct the query");
  }
}
