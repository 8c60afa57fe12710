package org.crcgraph.serve;

import java.util.Locale;
import org.crcgraph.query.StoredQueries;
import org.crcgraph.serve.api.ApiHandler;
import org.crcgraph.serve.api.ApiListHandler;
import org.crcgraph.serve.html.Links;
import org.crcgraph.serve.http.AssetsHandler;
import org.crcgraph.serve.http.Problem;
import org.crcgraph.serve.http.Reply;
import org.crcgraph.serve.http.Request;
import org.crcgraph.serve.http.Router;
import org.crcgraph.serve.pages.ListPages;
import org.crcgraph.serve.pages.ProblemPage;
import org.crcgraph.serve.pages.SearchPage;
import org.crcgraph.serve.pages.StartPage;
import org.crcgraph.serve.pages.ThingRoutes;
import org.crcgraph.serve.snapshot.Snapshots;
import org.crcgraph.serve.sparql.QueryDesk;
import org.crcgraph.serve.sparql.SparqlHandler;

/** Which address answers what. */
final class Site {
  private final Snapshots snapshots;
  private final QueryDesk desk;
  private final StoredQueries queries;

  Site(Snapshots snapshots, QueryDesk desk, StoredQueries queries) {
    this.snapshots = snapshots;
    this.desk = desk;
    this.queries = queries;
  }

  Router routes() {
    ThingRoutes things = new ThingRoutes(snapshots, queries);
    ListPages lists = new ListPages(snapshots, queries);
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
        .ask(
            "/sparql",
            "sparql",
            new SparqlHandler(desk, () -> snapshots.get().backend(), Links.BASE))
        .get("/api", "api-list", new ApiListHandler(snapshots, queries))
        .get("/api/*", "api", new ApiHandler(snapshots, queries))
        .get("/assets/*", "assets", new AssetsHandler("/assets/", "/org/crcgraph/serve/assets/"))
        .get("/$/ping", "ping", request -> Reply.ok("text/plain", "pong\n"));
  }

  /** A problem as a page where the client is a browser, else as JSON. */
  Reply problem(Request request, Problem problem) {
    String accept = request.header("Accept").orElse("").toLowerCase(Locale.ROOT);
    return accept.contains("text/html") && !request.path().equals("/sparql")
        ? ProblemPage.of(request, problem, snapshots.get().version())
        : Reply.problem(problem);
  }
}
