package org.crcgraph.serve.pages;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.crcgraph.query.QueryExamples;
import org.crcgraph.query.StoredQueries;
import org.crcgraph.query.StoredQuery;
import org.crcgraph.serve.html.Attributes;
import org.crcgraph.serve.html.Html;
import org.crcgraph.serve.html.Layout;
import org.crcgraph.serve.http.ContentPolicy;
import org.crcgraph.serve.http.Json;
import org.crcgraph.serve.http.Reply;
import org.crcgraph.serve.http.Request;
import org.crcgraph.serve.snapshot.Snapshot;

/** The pages that hold a bundled editor: SPARQL, and the try-it-out page of the API. */
public final class EditorPages {
  /** Version of the bundled query editor. */
  public static final String YASGUI = "4.5.0";

  /** Version of the bundled API page. */
  public static final String SWAGGER = "5.34.1";

  private final Supplier<Snapshot> snapshots;
  private final StoredQueries queries;

  /** Over the snapshot of the moment. */
  public EditorPages(Supplier<Snapshot> snapshots, StoredQueries queries) {
    this.snapshots = snapshots;
    this.queries = queries;
  }

  private static Html style(String address) {
    return Html.of("link", Attributes.of("rel", "stylesheet").and("href", address));
  }

  private static Html script(String address) {
    return Html.of("script", Attributes.of("src", address).and("defer"), "");
  }

  private Reply page(String title, String path, Html head, Html content) {
    return Layout.reply(200, Layout.page(title, path, snapshots.get().version(), head, content))
        .with("Content-Security-Policy", ContentPolicy.EDITOR);
  }

  /** {@code /query}: the SPARQL editor with the stored queries as examples. */
  public Reply query(Request request) {
    List<Html> options = new ArrayList<>();
    options.add(Html.of("option", Attributes.of("value", ""), "Choose an example …"));
    for (StoredQuery query : queries.queries()) {
      options.add(
          Html.of("option", Attributes.of("value", query.name()), query.decorators().summary()));
    }
    return page(
        "SPARQL",
        "/query",
        Html.all(
            style("/assets/yasgui/yasgui.min.css"),
            script("/assets/yasgui/yasgui.min.js"),
            script("/assets/query.js")),
        Html.all(
            Html.of("h1", "SPARQL"),
            Html.of(
                "p",
                Html.text("The endpoint is "),
                Html.of("code", "/sparql"),
                Html.text(
                    ": SPARQL 1.1 queries, read-only, each named graph and the union of all as the"
                        + " default graph.")),
            Html.of(
                "div",
                Attributes.of("class", "ask"),
                Html.of("label", Attributes.of("for", "example"), "Examples"),
                Html.of(
                    "select",
                    Attributes.of("id", "example").and("name", "example").and("disabled"),
                    options)),
            Html.of("div", Attributes.of("id", "yasgui")),
            Html.of(
                "noscript",
                Html.of(
                    "form",
                    Attributes.of("action", "/sparql").and("method", "get"),
                    Html.of("label", Attributes.of("for", "text"), "Query"),
                    Html.of(
                        "textarea",
                        Attributes.of("id", "text")
                            .and("name", "query")
                            .and("rows", "12")
                            .and("cols", "60"),
                        "SELECT * { ?s ?p ?o } LIMIT 10"),
                    Html.of(
                        "input",
                        Attributes.of("type", "hidden").and("name", "format").and("value", "csv")),
                    Html.of("button", Attributes.of("type", "submit"), "Run as CSV")))));
  }

  /** {@code /query/examples.json}: the stored queries with their examples' values filled in. */
  public Reply examples(Request request) {
    Snapshot snapshot = snapshots.get();
    ArrayNode list = Json.array();
    for (StoredQuery query : queries.queries()) {
      ObjectNode item = list.addObject();
      item.put("name", query.name());
      item.put("summary", query.decorators().summary());
      item.put("query", QueryExamples.text(query, snapshot.names()));
    }
    return Reply.ok("application/json", Json.bytes(list));
  }

  /** {@code /api/docs}: the API to try out. */
  public Reply apiDocs(Request request) {
    return page(
        "Try the API",
        "/api",
        Html.all(
            style("/assets/swagger/swagger-ui.css"),
            script("/assets/swagger/swagger-ui-bundle.js"),
            script("/assets/docs.js")),
        Html.all(
            Html.of("h1", "Try the API"),
            Html.of("div", Attributes.of("id", "swagger")),
            Html.of(
                "noscript",
                Html.of("p", Html.link("/api", "The stored queries are listed here.")))));
  }
}
