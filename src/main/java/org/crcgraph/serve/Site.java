package org.crcgraph.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.crcgraph.graph.GraphStore;
import org.crcgraph.query.StoredQueries;
import org.crcgraph.serve.api.ApiHandler;
import org.crcgraph.serve.api.ApiListHandler;
import org.crcgraph.serve.api.OpenApi;
import org.crcgraph.serve.html.Links;
import org.crcgraph.serve.http.AssetsHandler;
import org.crcgraph.serve.http.Body;
import org.crcgraph.serve.http.Problem;
import org.crcgraph.serve.http.ProblemException;
import org.crcgraph.serve.http.Reply;
import org.crcgraph.serve.http.Request;
import org.crcgraph.serve.http.Router;
import org.crcgraph.serve.pages.EditorPages;
import org.crcgraph.serve.pages.ListPages;
import org.crcgraph.serve.pages.ProblemPage;
import org.crcgraph.serve.pages.SearchPage;
import org.crcgraph.serve.pages.StartPage;
import org.crcgraph.serve.pages.ThingRoutes;
import org.crcgraph.serve.reconcile.DraftRoutes;
import org.crcgraph.serve.reconcile.ReconcileRoutes;
import org.crcgraph.serve.snapshot.Snapshot;
import org.crcgraph.serve.snapshot.Snapshots;
import org.crcgraph.serve.sparql.QueryDesk;
import org.crcgraph.serve.sparql.SparqlHandler;

/** Which address answers what. */
final class Site {
  private final Snapshots snapshots;
  private final QueryDesk desk;
  private final StoredQueries queries;
  private final DocumentTexts texts;
  private final Metrics metrics;

  Site(
      Snapshots snapshots,
      QueryDesk desk,
      StoredQueries queries,
      DocumentTexts texts,
      Metrics metrics) {
    this.texts = texts;
    this.metrics = metrics;
    this.snapshots = snapshots;
    this.desk = desk;
    this.queries = queries;
  }

  Router routes() {
    ThingRoutes things = new ThingRoutes(snapshots, queries, texts);
    ReconcileRoutes reconcile = new ReconcileRoutes(snapshots);
    DraftRoutes draft = new DraftRoutes(reconcile);
    EditorPages editors = new EditorPages(snapshots, queries);
    ListPages lists = new ListPages(snapshots, queries);
    SparqlHandler sparql = new SparqlHandler(desk, () -> snapshots.get().backend(), Links.BASE);
    return Router.empty()
        .get("/", "start", new StartPage(snapshots, queries))
        .get("/search", "search", new SearchPage(snapshots))
        .get("/documents", "documents", lists::documents)
        .get("/conflicts", "conflicts", lists::conflicts)
        .get("/sources", "sources", lists::sources)
        .get("/ontology", "ontology", lists::ontology)
        .get("/id/*", "id", things::redirect)
        .get("/doc/*", "doc", things::describe)
        .get("/graph/*", "graph", things::graph)
        .ask("/sparql", "sparql", sparql)
        .ask("/sparql/", "sparql", sparql)
        .get("/api", "api-list", new ApiListHandler(snapshots, queries))
        .get("/api/*", "api", new ApiHandler(snapshots, queries))
        .get("/assets/*", "assets", new AssetsHandler("/assets/", "/org/crcgraph/serve/assets/"))
        .ask("/reconcile", "reconcile", reconcile::service)
        .ask("/reconcile/match", "reconcile", draft::match)
        .ask("/match", "reconcile", draft::match)
        .get("/reconcile/draft", "reconcile", draft::manifest)
        .ask("/reconcile/draft/match", "reconcile", draft::match)
        .ask("/reconcile/draft/extend", "reconcile", draft::extend)
        .get("/reconcile/draft/extend/propose", "reconcile", reconcile::properties)
        .get("/reconcile/draft/preview", "preview", reconcile::preview)
        .get("/reconcile/draft/suggest/entity", "suggest", reconcile::suggestEntity)
        .get("/reconcile/draft/suggest/type", "suggest", reconcile::suggestType)
        .get("/reconcile/draft/suggest/property", "suggest", reconcile::suggestProperty)
        .get("/reconcile/suggest/entity", "suggest", reconcile::suggestEntity)
        .get("/reconcile/suggest/type", "suggest", reconcile::suggestType)
        .get("/reconcile/suggest/property", "suggest", reconcile::suggestProperty)
        .get("/reconcile/properties", "reconcile", reconcile::properties)
        .get("/reconcile/preview", "preview", reconcile::preview)
        .get("/api/openapi.json", "openapi", new OpenApi(snapshots, queries))
        .get("/api/docs", "api-docs", editors::apiDocs)
        .get("/query", "query", editors::query)
        .get("/query/examples.json", "query", editors::examples)
        .get(
            "/assets/yasgui/*",
            "assets",
            new AssetsHandler(
                "/assets/yasgui/",
                "/META-INF/resources/webjars/zazuko__yasgui/" + EditorPages.YASGUI + "/build/"))
        .get(
            "/assets/swagger/*",
            "assets",
            new AssetsHandler(
                "/assets/swagger/",
                "/META-INF/resources/webjars/swagger-ui/" + EditorPages.SWAGGER + "/"))
        .get("/.well-known/void", "void", request -> Reply.redirect(303, "/graph/metadata"))
        .get("/dump/graph.nq.gz", "dump", this::dump)
        .get(
            "/$/metrics",
            "metrics",
            request -> Reply.ok("text/plain;version=0.0.4", metrics.text()))
        .get("/$/ping", "ping", request -> Reply.ok("text/plain", "pong\n"));
  }

  private Reply dump(Request request) throws IOException {
    Snapshot snapshot = snapshots.get();
    if (snapshot.folder().isEmpty()) {
      throw new ProblemException(
          Problem.of(404, "Not found", "There is no dump of a graph that is not on this machine."));
    }
    Path file = snapshot.folder().get().resolve(GraphStore.DUMP);
    return Reply.of(200, "application/gzip", new Body.Stored(file, Files.size(file)))
        .with("Content-Disposition", "attachment; filename=\"graph.nq.gz\"")
        .with("ETag", "\"" + snapshot.version() + "-dump\"");
  }

  /** A problem as a page where the client is a browser, else as JSON. */
  Reply problem(Request request, Problem problem) {
    String accept = request.header("Accept").orElse("").toLowerCase(Locale.ROOT);
    return accept.contains("text/html") && !request.path().equals("/sparql")
        ? ProblemPage.of(request, problem, snapshots.get().version())
        : Reply.problem(problem);
  }
}
