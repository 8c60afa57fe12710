package org.crcgraph.serve.sparql;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.rowset.RowSetWriter;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;
import org.apache.jena.sparql.util.Context;
import org.crcgraph.serve.http.Body;
import org.crcgraph.serve.http.Handler;
import org.crcgraph.serve.http.Negotiation;
import org.crcgraph.serve.http.Parameters;
import org.crcgraph.serve.http.Problem;
import org.crcgraph.serve.http.ProblemException;
import org.crcgraph.serve.http.Reply;
import org.crcgraph.serve.http.Request;
import org.crcgraph.serve.http.SpillBuffer;

/** {@code /sparql}: the query part of the SPARQL 1.1 Protocol. */
public final class SparqlHandler implements Handler {
  private static final String SPARQL_QUERY = "application/sparql-query";
  private static final String FORM = "application/x-www-form-urlencoded";

  private final QueryDesk desk;
  private final Supplier<Backend> backends;
  private final String base;

  /**
   * Queries run at the desk over the backend of the moment; relative IRIs in them are resolved
   * against the base.
   */
  public SparqlHandler(QueryDesk desk, Supplier<Backend> backends, String base) {
    this.desk = desk;
    this.backends = backends;
    this.base = base;
  }

  @Override
  public Reply answer(Request request) throws IOException {
    Parameters parameters = parameters(request);
    if (!parameters.values("update").isEmpty()) {
      throw new ProblemException(
          Problem.of(400, "Query refused", "Updates are refused: this endpoint is read-only."));
    }
    List<String> queries = parameters.values("query");
    if (queries.isEmpty()) {
      if (request.method().equals("POST")) {
        throw new ProblemException(Problem.ofParameter("query", "There is no query.", List.of()));
      }
      return description(request);
    }
    if (queries.size() > 1) {
      throw new ProblemException(
          Problem.ofParameter("query", "There are " + queries.size() + " queries.", List.of()));
    }
    QueryText text = QueryText.parse(queries.get(0), base);
    Backend backend = backends.get();
    checkDataset(backend, text, parameters);
    return run(backend, text.query(), request, parameters);
  }

  private Parameters parameters(Request request) throws IOException {
    if (!request.method().equals("POST")) {
      return request.query();
    }
    return switch (request.mediaType()) {
      case FORM -> request.form();
      case SPARQL_QUERY -> {
        if (!request.query().values("query").isEmpty()) {
          throw new ProblemException(
              Problem.ofParameter(
                  "query", "The query stands in the address and in the body.", List.of()));
        }
        yield request.query().with("query", request.body());
      }
      case "application/sparql-update" ->
          throw new ProblemException(
              Problem.of(400, "Query refused", "Updates are refused: this endpoint is read-only."));
      default ->
          throw new ProblemException(
              Problem.of(
                  415,
                  "Unsupported media type",
                  "A query is sent as " + SPARQL_QUERY + " or as " + FORM + "."));
    };
  }

  /** The protocol's dataset beats the query's; both may name graphs of this dataset only. */
  private void checkDataset(Backend backend, QueryText text, Parameters parameters)
      throws IOException {
    List<String> defaults = parameters.values("default-graph-uri");
    List<String> named = parameters.values("named-graph-uri");
    Query query = text.query();
    if (!defaults.isEmpty() || !named.isEmpty()) {
      query.getGraphURIs().clear();
      query.getNamedGraphURIs().clear();
      defaults.forEach(query::addGraphURI);
      named.forEach(query::addNamedGraphURI);
    }
    for (String graph : query.getGraphURIs()) {
      if (!isInside(backend, graph)) {
        throw text.outside(graph, false);
      }
    }
    for (String graph : query.getNamedGraphURIs()) {
      if (!isInside(backend, graph)) {
        throw text.outside(graph, true);
      }
    }
  }

  private boolean isInside(Backend backend, String graph) throws IOException {
    if (graph.startsWith("urn:x-arq:")) {
      return true;
    }
    Query ask = QueryFactory.create("ASK { GRAPH ?g { ?s ?p ?o } }");
    return desk.run(
        backend,
        QueryTransformOps.replaceVars(ask, Map.of(Var.alloc("g"), NodeFactory.createURI(graph))),
        QueryExec::ask);
  }

  private Reply run(Backend backend, Query query, Request request, Parameters parameters)
      throws IOException {
    Optional<String> word = parameters.first("format").or(() -> parameters.first("output"));
    Optional<String> accept = request.header("Accept");
    Duration longest = longest(parameters);
    SpillBuffer out = new SpillBuffer(desk.limits().answerBytes());
    String mediaType;
    try {
      if (query.isSelectType() || query.isAskType()) {
        RowFormat format = Negotiation.choose(List.of(RowFormat.values()), word, accept);
        mediaType = format.mediaTypes().get(0);
        desk.run(
            backend,
            query,
            longest,
            execution -> {
              writeRows(query, execution, format, out);
              return out;
            });
      } else {
        GraphFormat format = Negotiation.choose(List.of(GraphFormat.values()), word, accept);
        mediaType = format.mediaTypes().get(0);
        desk.run(
            backend,
            query,
            longest,
            execution -> {
              writeGraph(query, execution, format, out);
              return out;
            });
      }
    } catch (RuntimeException | IOException e) {
      out.discard();
      throw e;
    }
    return Reply.of(200, mediaType, new Body.Buffered(out)).with("Vary", "Accept");
  }

  private Duration longest(Parameters parameters) {
    Optional<String> timeout = parameters.first("timeout");
    if (timeout.isEmpty()) {
      return desk.limits().time();
    }
    try {
      double seconds = Double.parseDouble(timeout.get());
      if (seconds > 0 && seconds < 86_400) {
        return Duration.ofMillis(Math.max(1, Math.round(seconds * 1000)));
      }
    } catch (NumberFormatException e) {
      // refused below, like a number out of range
    }
    throw new ProblemException(
        Problem.ofParameter("timeout", "The timeout is a number of seconds.", List.of()));
  }

  private void writeRows(Query query, QueryExec execution, RowFormat format, SpillBuffer out)
      throws IOException {
    RowSetWriter writer = RowSetWriterRegistry.getFactory(format.lang()).create(format.lang());
    Context context = execution.getContext();
    if (query.isAskType()) {
      writer.write(out, execution.ask(), context);
      return;
    }
    RowSet rows = execution.select();
    List<Var> columns = rows.getResultVars();
    if (format == RowFormat.JSON) {
      JsonRows.write(out, columns, new Counted<>(rows));
      return;
    }
    writer.write(out, RowSetStream.create(columns, new Counted<>(rows)), context);
  }

  private void writeGraph(Query query, QueryExec execution, GraphFormat format, SpillBuffer out) {
    Graph graph = GraphFactory.createDefaultGraph();
    Iterator<Triple> triples =
        new Counted<>(
            query.isConstructType() ? execution.constructTriples() : execution.describeTriples());
    graph.getPrefixMapping().setNsPrefixes(query.getPrefixMapping());
    triples.forEachRemaining(graph::add);
    RDFWriter.source(graph).format(format.format()).output(out);
  }

  /** Ends the answer that has too many rows. */
  private final class Counted<T> implements Iterator<T> {
    private final Iterator<T> items;
    private long count;

    Counted(Iterator<T> items) {
      this.items = items;
    }

    @Override
    public boolean hasNext() {
      return items.hasNext();
    }

    @Override
    public T next() {
      if (++count > desk.limits().rows()) {
        throw new ProblemException(
            Problem.of(
                413,
                "Too many rows",
                "The answer has more than "
                    + desk.limits().rows()
                    + " rows; add LIMIT and OFFSET, or take the dump."));
      }
      return items.next();
    }
  }

  private static final List<GraphFormat> DESCRIPTIONS =
      List.of(GraphFormat.TURTLE, GraphFormat.NTRIPLES, GraphFormat.JSONLD, GraphFormat.RDFXML);

  /** Without a query: the SPARQL 1.1 Service Description; a browser goes to the editor. */
  private Reply description(Request request) {
    String accept = request.header("Accept").orElse("").toLowerCase(Locale.ROOT);
    if (accept.contains("text/html") && request.query().first("format").isEmpty()) {
      return Reply.redirect(303, "/query");
    }
    GraphFormat format =
        Negotiation.choose(DESCRIPTIONS, request.query().first("format"), request.header("Accept"));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RDFWriter.source(ServiceDescription.of(request.exchange().getRequestURL().toString()))
        .format(format.format())
        .output(out);
    return Reply.ok(format.mediaTypes().get(0), out.toByteArray()).with("Vary", "Accept");
  }
}
