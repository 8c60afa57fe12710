package org.crcgraph.serve.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.crcgraph.query.ResultTable;
import org.crcgraph.query.StoredQueries;
import org.crcgraph.serve.html.Attributes;
import org.crcgraph.serve.html.Html;
import org.crcgraph.serve.html.Layout;
import org.crcgraph.serve.html.Links;
import org.crcgraph.serve.html.Tables;
import org.crcgraph.serve.http.Negotiation;
import org.crcgraph.serve.http.Reply;
import org.crcgraph.serve.http.Request;
import org.crcgraph.serve.snapshot.Snapshot;
import org.crcgraph.serve.snapshot.Vocabulary;
import org.crcgraph.serve.sparql.GraphFormat;

/** The pages that list: documents, sources, conflicts, and the terms of the ontology. */
public final class ListPages {
  private static final String SOURCES =
      """
      PREFIX crc: <https://w3id.org/crcgraph/ontology#>
      PREFIX prov: <http://www.w3.org/ns/prov#>
      PREFIX dcterms: <http://purl.org/dc/terms/>
      SELECT ?source (SAMPLE(?t) AS ?title) (SAMPLE(?k) AS ?kind) (SAMPLE(?p) AS ?publisher)
             (COUNT(DISTINCT ?claim) AS ?claims) (SAMPLE(?c) AS ?chosen) (SAMPLE(?a) AS ?agreeing)
             (SAMPLE(?n) AS ?notChosen) (SAMPLE(?r) AS ?reviewed) (SAMPLE(?x) AS ?extracted)
             (SAMPLE(?f) AS ?firstSaid) (SAMPLE(?l) AS ?lastSaid) (SAMPLE(?by) AS ?licence) {
        ?claim a crc:Claim ; prov:wasDerivedFrom ?source .
        OPTIONAL { ?source dcterms:title ?t }
        OPTIONAL { ?source crc:sourceKind ?k }
        OPTIONAL { ?source crc:publisherName ?p }
        OPTIONAL { ?source crc:chosenClaims ?c }
        OPTIONAL { ?source crc:corroboratingClaims ?a }
        OPTIONAL { ?source crc:contestedClaims ?n }
        OPTIONAL { ?source crc:reviewedClaims ?r }
        OPTIONAL { ?source crc:extractedClaims ?x }
        OPTIONAL { ?source crc:firstSaid ?f }
        OPTIONAL { ?source crc:lastSaid ?l }
        OPTIONAL { ?source dcterms:license ?by }
      } GROUP BY ?source ORDER BY DESC(?claims) ?source
      """;

  private static final String GRAPHS =
      """
      PREFIX crc: <https://w3id.org/crcgraph/ontology#>
      PREFIX void: <http://rdfs.org/ns/void#>
      SELECT ?graph ?triples ?entities ?classes ?properties ?claims ?chosen ?agreeing ?notChosen
             ?unsourced ?reviewed ?extracted ?firstSaid ?lastSaid {
        ?graph void:triples ?triples ; void:entities ?entities ; void:classes ?classes ;
          void:properties ?properties .
        OPTIONAL { ?graph crc:claims ?claims }
        OPTIONAL { ?graph crc:chosenClaims ?chosen }
        OPTIONAL { ?graph crc:corroboratingClaims ?agreeing }
        OPTIONAL { ?graph crc:contestedClaims ?notChosen }
        OPTIONAL { ?graph crc:unsourcedClaims ?unsourced }
        OPTIONAL { ?graph crc:reviewedClaims ?reviewed }
        OPTIONAL { ?graph crc:extractedClaims ?extracted }
        OPTIONAL { ?graph crc:firstSaid ?firstSaid }
        OPTIONAL { ?graph crc:lastSaid ?lastSaid }
      } ORDER BY ?graph
      """;

  private static final String STANDINGS =
      """
      PREFIX crc: <https://w3id.org/crcgraph/ontology#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      SELECT ?standing (STR(SAMPLE(?name)) AS ?standingLabel) (COUNT(DISTINCT ?claim) AS ?claims) {
        ?claim crc:standing ?standing . OPTIONAL { ?standing rdfs:label ?name }
      } GROUP BY ?standing ORDER BY DESC(?claims)
      """;

  private static final String KINDS =
      """
      PREFIX crc: <https://w3id.org/crcgraph/ontology#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      SELECT ?kind (STR(SAMPLE(?name)) AS ?kindLabel) (COUNT(DISTINCT ?thing) AS ?things) {
        ?thing a ?kind . ?kind rdfs:label ?name . FILTER(STRSTARTS(STR(?kind), STR(crc:)))
      } GROUP BY ?kind ORDER BY DESC(?things)
      """;

  private static final int SOURCES_OPEN = 40;

  private final Supplier<Snapshot> snapshots;
  private final StoredQueries queries;

  /** Over the snapshot of the moment. */
  public ListPages(Supplier<Snapshot> snapshots, StoredQueries queries) {
    this.snapshots = snapshots;
    this.queries = queries;
  }

  private Reply cached(String path, Function<Snapshot, Html> page) {
    Snapshot snapshot = snapshots.get();
    return snapshot.replies().get(path, () -> Layout.reply(200, page.apply(snapshot)));
  }

  /** {@code /documents}. */
  public Reply documents(Request request) {
    return cached(
        "/documents",
        snapshot ->
            listed(
                snapshot,
                "/documents",
                "Documents",
                "Texts that were read, each known by the SHA-256 of its bytes. The texts themselves"
                    + " belong to their publishers and are not redistributed.",
                "documents",
                table ->
                    new Tables(snapshot)
                        .table(Columns.without(table, List.of("sha256")), "Documents")));
  }

  /** {@code /conflicts}. */
  public Reply conflicts(Request request) {
    return cached(
        "/conflicts",
        snapshot ->
            listed(
                snapshot,
                "/conflicts",
                "Where sources disagree",
                "Two values that cannot both be true. The first is the one that was believed, if"
                    + " any was, and below stands by which rule. Nothing is thrown away.",
                "conflicting-claims",
                table -> new Conflicts(snapshot, new Tables(snapshot)).list(table, "h2")));
  }

  private Html listed(
      Snapshot snapshot,
      String path,
      String title,
      String lead,
      String query,
      Function<ResultTable, Html> list) {
    Optional<ResultTable> table = new Stored(snapshot, queries).rows(query);
    Html content =
        table.isEmpty() || table.get().rows().isEmpty()
            ? Html.of("p", "There are none in this graph.")
            : Html.all(
                Html.of(
                    "p",
                    Attributes.of("class", "tools"),
                    Html.text(table.get().rows().size() + " rows. Download: "),
                    Html.link("/api/" + query + ".csv", "CSV"),
                    Html.text(" · "),
                    Html.link("/api/" + query + ".json", "JSON")),
                list.apply(table.get()));
    return Layout.page(
        title,
        path,
        snapshot.version(),
        Html.NONE,
        Html.all(
            Html.of("h1", title), Html.of("p", Attributes.of("class", "lead"), lead), content));
  }

  /** {@code /sources}: what the graph rests on, in numbers. */
  public Reply sources(Request request) {
    return cached("/sources", this::sourcesPage);
  }

  private Html sourcesPage(Snapshot snapshot) {
    Tables tables = new Tables(snapshot);
    ResultTable sources = snapshot.select(SOURCES);
    return Layout.page(
        "Sources and statistics",
        "/sources",
        snapshot.version(),
        Html.NONE,
        Html.all(
            Html.of("h1", "Sources and statistics"),
            Html.of(
                "p",
                Attributes.of("class", "lead"),
                sources.rows().size()
                    + " sources: documents that were read, and web pages and files on which rows of"
                    + " the registers rest."),
            section("What there is", tables.table(snapshot.select(KINDS), "Things by kind")),
            section(
                "How claims stand", tables.table(snapshot.select(STANDINGS), "Claims by standing")),
            section(
                "Named graphs",
                tables.table(
                    Columns.without(snapshot.select(GRAPHS), List.of()),
                    "What each register and document holds")),
            section(
                "Sources",
                Html.all(
                    tables.table(
                        Columns.without(sources.page(0, SOURCES_OPEN), List.of()),
                        "Claims by source"),
                    rest(tables, sources)))));
  }

  /** The sources of few claims, folded away: there are hundreds. */
  private static Html rest(Tables tables, ResultTable sources) {
    int rest = sources.rows().size() - SOURCES_OPEN;
    return rest <= 0
        ? Html.NONE
        : Html.of(
            "details",
            Html.of("summary", rest + " more"),
            tables.table(
                Columns.without(
                    new ResultTable(
                        sources.columns(),
                        sources.rows().subList(SOURCES_OPEN, sources.rows().size())),
                    List.of()),
                "Further sources"));
  }

  private static Html section(String heading, Html content) {
    return Html.of("section", Html.of("h2", heading), content);
  }

  /** {@code /ontology}: the terms as a page, or the ontology itself. */
  public Reply ontology(Request request) {
    String accept = request.header("Accept").orElse("*/*");
    boolean page =
        request.query().first("format").map(f -> f.equals("html")).orElse(wantsPage(accept));
    if (page) {
      return cached("/ontology", ListPages::ontologyPage);
    }
    GraphFormat format =
        Negotiation.choose(
            List.of(
                GraphFormat.TURTLE, GraphFormat.NTRIPLES, GraphFormat.JSONLD, GraphFormat.RDFXML),
            request.query().first("format"),
            request.header("Accept"));
    return Reply.redirect(303, "/graph/ontology?format=" + format.word()).with("Vary", "Accept");
  }

  private static boolean wantsPage(String accept) {
    return accept.contains("text/html") || accept.strip().equals("*/*");
  }

  private static Html ontologyPage(Snapshot snapshot) {
    List<Html> classes = new ArrayList<>();
    List<Html> properties = new ArrayList<>();
    List<Html> others = new ArrayList<>();
    for (Vocabulary.Term term : snapshot.vocabulary().terms()) {
      if (!term.iri().startsWith(Links.BASE + "ontology#")) {
        continue;
      }
      boolean isClass = term.types().contains("owl:Class");
      boolean isProperty = term.types().stream().anyMatch(t -> t.endsWith("Property"));
      (isClass ? classes : isProperty ? properties : others).add(term(snapshot, term));
    }
    return Layout.page(
        "Ontology",
        "/ontology",
        snapshot.version(),
        Html.NONE,
        Html.all(
            Html.of("h1", "Ontology"),
            Html.of(
                "p",
                Html.text("The terms of the graph. As data: "),
                Html.link("/ontology?format=ttl", "Turtle"),
                Html.text(" · "),
                Html.link("/ontology?format=jsonld", "JSON-LD"),
                Html.text(". Others' terms keep their own IRIs.")),
            section("Classes", Html.of("dl", Attributes.of("class", "terms"), classes)),
            section("Properties", Html.of("dl", Attributes.of("class", "terms"), properties)),
            section("Concepts", Html.of("dl", Attributes.of("class", "terms"), others))));
  }

  private static Html term(Snapshot snapshot, Vocabulary.Term term) {
    String name = term.iri().substring(term.iri().indexOf('#') + 1);
    List<Html> about = new ArrayList<>();
    if (!term.comment().isEmpty()) {
      about.add(Html.text(term.comment()));
    }
    if (!term.parents().isEmpty()) {
      about.add(
          Html.all(
              Html.text("A kind of "),
              Html.joined(", ", term.parents().stream().map(p -> link(snapshot, p)).toList())));
    }
    if (!term.domain().isEmpty()) {
      about.add(Html.all(Html.text("Of: "), link(snapshot, term.domain())));
    }
    if (!term.range().isEmpty()) {
      about.add(Html.all(Html.text("Values: "), link(snapshot, term.range())));
    }
    return Html.of(
        "div",
        Attributes.of("id", name),
        Html.of(
            "dt",
            Html.text(term.label().isEmpty() ? name : term.label()),
            Html.text(" "),
            Html.of("code", "crc:" + name)),
        Html.of("dd", Html.joined(" ", about)));
  }

  private static Html link(Snapshot snapshot, String iri) {
    return Links.to(
        iri, iri.startsWith(Links.BASE) ? snapshot.vocabulary().label(iri) : Links.shown(iri));
  }
}
