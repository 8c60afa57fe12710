package org.crcgraph.serve.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.crcgraph.query.Argument;
import org.crcgraph.query.Parameter;
import org.crcgraph.query.StoredQueries;
import org.crcgraph.query.StoredQuery;
import org.crcgraph.serve.html.Attributes;
import org.crcgraph.serve.html.Html;
import org.crcgraph.serve.html.Layout;
import org.crcgraph.serve.http.Escape;
import org.crcgraph.serve.http.Handler;
import org.crcgraph.serve.http.Json;
import org.crcgraph.serve.http.Negotiation;
import org.crcgraph.serve.http.Reply;
import org.crcgraph.serve.http.Request;
import org.crcgraph.serve.snapshot.Snapshot;

/** {@code /api}: the list of stored queries, with the broken ones and what is wrong with them. */
public final class ApiListHandler implements Handler {
  private final Supplier<Snapshot> snapshots;
  private final StoredQueries queries;

  /** Lists these queries. */
  public ApiListHandler(Supplier<Snapshot> snapshots, StoredQueries queries) {
    this.snapshots = snapshots;
    this.queries = queries;
  }

  @Override
  public Reply answer(Request request) {
    AnswerFormat format =
        Negotiation.choose(
            List.of(AnswerFormat.JSON, AnswerFormat.HTML),
            request.query().first("format"),
            request.header("Accept"));
    return format == AnswerFormat.JSON
        ? Reply.ok("application/json", Json.bytes(json())).with("Vary", "Accept")
        : Layout.reply(200, page());
  }

  /** Address of a query with its example. */
  static String example(StoredQuery query) {
    String values =
        query.decorators().example().stream()
            .map((Argument a) -> Escape.url(a.name()) + "=" + Escape.url(a.value()))
            .collect(Collectors.joining("&"));
    return "/api/" + query.name() + (values.isEmpty() ? "" : "?" + values);
  }

  private ObjectNode json() {
    ObjectNode root = Json.object();
    root.put("graphVersion", snapshots.get().version());
    root.put("openapi", "/api/openapi.json");
    ArrayNode list = root.putArray("queries");
    for (StoredQuery query : queries.queries()) {
      ObjectNode item = list.addObject();
      item.put("name", query.name());
      item.put("summary", query.decorators().summary());
      item.put("description", query.decorators().description());
      ArrayNode tags = item.putArray("tags");
      query.decorators().tags().forEach(tags::add);
      ArrayNode columns = item.putArray("columns");
      query.columns().forEach(columns::add);
      ArrayNode parameters = item.putArray("parameters");
      for (Parameter parameter : query.parameters()) {
        ObjectNode p = parameters.addObject();
        p.put("name", parameter.name());
        p.put("required", parameter.required());
        p.put("expects", parameter.type().expects());
        p.put("description", parameter.description());
      }
      item.put("href", "/api/" + query.name());
      item.put("example", example(query));
    }
    ArrayNode broken = root.putArray("broken");
    for (StoredQueries.Broken query : queries.broken()) {
      ObjectNode item = broken.addObject();
      item.put("name", query.name());
      ArrayNode issues = item.putArray("issues");
      query.issues().forEach(issue -> issues.add(issue.what() + "; " + issue.remedy()));
    }
    return root;
  }

  private Html page() {
    List<Html> items = new ArrayList<>();
    for (StoredQuery query : queries.queries()) {
      items.add(
          Html.of(
              "section",
              Attributes.of("class", "query").and("id", query.name()),
              Html.of("h2", Html.link(example(query), query.decorators().summary())),
              Html.of("p", Html.of("code", "/api/" + query.name()), parameters(query)),
              Html.of("p", query.decorators().description())));
    }
    for (StoredQueries.Broken query : queries.broken()) {
      items.add(
          Html.of(
              "section",
              Html.of("h2", query.name() + " cannot run"),
              Html.of("p", query.issues().get(0).what())));
    }
    return Layout.page(
        "Stored queries",
        "/api",
        snapshots.get().version(),
        Html.NONE,
        Html.all(
            Html.of("h1", "Stored queries"),
            Html.of(
                "p",
                Html.text(
                    "Questions with an address: in a browser a page, with .csv or .json at the end"
                        + " a file, in a notebook a data frame. "),
                Html.link("/api/docs", "Try them out"),
                Html.text(", or read the "),
                Html.link("/api/openapi.json", "OpenAPI description"),
                Html.text(".")),
            Html.all(items)));
  }

  private static Html parameters(StoredQuery query) {
    if (query.parameters().isEmpty()) {
      return Html.NONE;
    }
    List<Html> names =
        query.parameters().stream()
            .map(p -> Html.of("code", p.required() ? p.name() : "[" + p.name() + "]"))
            .toList();
    return Html.all(Html.text(" with "), Html.joined(", ", names));
  }
}
