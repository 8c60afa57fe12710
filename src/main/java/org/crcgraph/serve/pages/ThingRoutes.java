package org.crcgraph.serve.pages;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.RDFWriter;
import org.crcgraph.query.StoredQueries;
import org.crcgraph.serve.DocumentTexts;
import org.crcgraph.serve.html.Layout;
import org.crcgraph.serve.html.Links;
import org.crcgraph.serve.http.Escape;
import org.crcgraph.serve.http.Negotiation;
import org.crcgraph.serve.http.Problem;
import org.crcgraph.serve.http.ProblemException;
import org.crcgraph.serve.http.Reply;
import org.crcgraph.serve.http.Request;
import org.crcgraph.serve.snapshot.Snapshot;
import org.crcgraph.serve.sparql.GraphFormat;

/**
 * {@code /id/KIND/SLUG} names a thing and redirects to {@code /doc/KIND/SLUG}, which describes it.
 */
public final class ThingRoutes {
  private static final String ID = "/id/";
  private static final String DOC = "/doc/";
  private static final String GRAPH = "/graph/";

  private static final String DESCRIPTION =
      """
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX crc: <https://w3id.org/crcgraph/ontology#>
      PREFIX org: <http://www.w3.org/ns/org#>
      PREFIX prov: <http://www.w3.org/ns/prov#>
      PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
      PREFIX dcterms: <http://purl.org/dc/terms/>
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
      PREFIX id: <https://w3id.org/crcgraph/id/>
      CONSTRUCT { ?thing ?p ?o . ?s ?q ?thing . ?o rdfs:label ?label . ?s ?r ?x }
      WHERE {
        { ?thing ?p ?o OPTIONAL { ?o rdfs:label ?label } }
        UNION { ?s ?q ?thing }
        UNION { ?s crc:claimSubject ?thing . ?s ?r ?x }
      }
      """;

  private final Supplier<Snapshot> snapshots;
  private final StoredQueries queries;
  private final DocumentTexts texts;

  /** Over the snapshot of the moment. */
  public ThingRoutes(Supplier<Snapshot> snapshots, StoredQueries queries, DocumentTexts texts) {
    this.snapshots = snapshots;
    this.queries = queries;
    this.texts = texts;
  }

  /** What a description can be sent as: a page, or the triples. */
  private record Form(String word, List<String> mediaTypes, Optional<GraphFormat> triples)
      implements Negotiation.Offer {
    static final List<Form> ALL = all();

    private static List<Form> all() {
      List<Form> forms = new ArrayList<>();
      forms.add(new Form("html", List.of("text/html", "application/xhtml+xml"), Optional.empty()));
      for (GraphFormat f :
          List.of(
              GraphFormat.TURTLE, GraphFormat.JSONLD, GraphFormat.NTRIPLES, GraphFormat.RDFXML)) {
        forms.add(new Form(f.word(), f.mediaTypes(), Optional.of(f)));
      }
      return List.copyOf(forms);
    }
  }

  /** 303: the thing is no document, but there is one about it. */
  public Reply redirect(Request request) {
    String query = request.query().encoded();
    return Reply.redirect(
            303,
            DOC
                + Escape.path(request.path().substring(ID.length()))
                + (query.isEmpty() ? "" : "?" + query))
        .with("Vary", "Accept");
  }

  /** The description. */
  public Reply describe(Request request) {
    String path = request.path().substring(DOC.length());
    Optional<String> word = request.query().first("format");
    Snapshot snapshot = snapshots.get();
    for (Form form : Form.ALL) {
      if (word.isEmpty() && path.endsWith("." + form.word())) {
        word = Optional.of(form.word());
        path = path.substring(0, path.length() - form.word().length() - 1);
      }
    }
    Form form = Negotiation.choose(Form.ALL, word, request.header("Accept"));
    Node thing = node("id/" + path);
    String key = "doc " + form.word() + " " + path;
    String links = alternates(path);
    return snapshot
        .replies()
        .get(
            key,
            () ->
                (form.triples().isPresent()
                        ? triples(snapshot, thing, form.triples().get())
                        : Layout.reply(
                            200, new ThingPage(snapshot, queries, texts, thing.getURI()).html()))
                    .with("Link", links));
  }

  private static String alternates(String path) {
    String doc = DOC + Escape.path(path);
    return "<"
        + doc
        + ".ttl>; rel=\"alternate\"; type=\"text/turtle\", "
        + "<"
        + doc
        + ".jsonld>; rel=\"alternate\"; type=\"application/ld+json\", "
        + "<"
        + Links.BASE
        + "id/"
        + Escape.path(path)
        + ">; rel=\"cite-as\"";
  }

  private static Node node(String path) {
    if (path.endsWith("/")
        || path.chars().anyMatch(c -> c <= ' ' || "<>\"{}|\\^`".indexOf(c) >= 0)) {
      throw new ProblemException(
          Problem.of(404, "Not found", "There is no such thing in the graph."));
    }
    return NodeFactory.createURI(Links.BASE + path);
  }

  private static Reply triples(Snapshot snapshot, Node thing, GraphFormat format) {
    Query query = Bound.to(QueryFactory.create(DESCRIPTION), "thing", thing);
    Graph graph = snapshot.read(query, running -> running.construct());
    if (graph.isEmpty()) {
      throw new ProblemException(
          Problem.of(404, "Not found", "There is no such thing in the graph."));
    }
    graph.getPrefixMapping().setNsPrefixes(query.getPrefixMapping());
    return Reply.ok(format.mediaTypes().get(0), written(graph, format)).with("Vary", "Accept");
  }

  private static byte[] written(Graph graph, GraphFormat format) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RDFWriter.source(graph).format(format.format()).output(out);
    return out.toByteArray();
  }

  /** {@code /graph/...}: the triples of a named graph. */
  public Reply graph(Request request) {
    GraphFormat format =
        Negotiation.choose(
            List.of(
                GraphFormat.TURTLE, GraphFormat.NTRIPLES, GraphFormat.JSONLD, GraphFormat.RDFXML),
            request.query().first("format"),
            request.header("Accept").filter(a -> !a.contains("text/html")));
    Node name = node("graph/" + request.path().substring(GRAPH.length()));
    Query query =
        Bound.to(
            QueryFactory.create("CONSTRUCT { ?s ?p ?o } WHERE { GRAPH ?graph { ?s ?p ?o } }"),
            "graph",
            name);
    Graph graph = snapshots.get().read(query, running -> running.construct());
    if (graph.isEmpty()) {
      throw new ProblemException(
          Problem.of(404, "Not found", "There is no graph " + name.getURI() + "."));
    }
    return Reply.ok(format.mediaTypes().get(0), written(graph, format)).with("Vary", "Accept");
  }
}
