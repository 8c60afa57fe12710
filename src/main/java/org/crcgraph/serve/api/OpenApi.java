package org.crcgraph.serve.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Supplier;
import org.crcgraph.query.Argument;
import org.crcgraph.query.Parameter;
import org.crcgraph.query.ParameterType;
import org.crcgraph.query.StoredQueries;
import org.crcgraph.query.StoredQuery;
import org.crcgraph.serve.html.Layout;
import org.crcgraph.serve.http.Handler;
import org.crcgraph.serve.http.Json;
import org.crcgraph.serve.http.Reply;
import org.crcgraph.serve.http.Request;
import org.crcgraph.serve.snapshot.Snapshot;

/** {@code /api/openapi.json}: the stored queries as OpenAPI 3.1. */
public final class OpenApi implements Handler {
  private final Supplier<Snapshot> snapshots;
  private final StoredQueries queries;

  /** Describes these queries. */
  public OpenApi(Supplier<Snapshot> snapshots, StoredQueries queries) {
    this.snapshots = snapshots;
    this.queries = queries;
  }

  @Override
  public Reply answer(Request request) {
    return Reply.ok("application/json", Json.bytes(document()));
  }

  private ObjectNode document() {
    ObjectNode root = Json.object();
    root.put("openapi", "3.1.0");
    ObjectNode info = root.putObject("info");
    info.put("title", "CRC Graph: stored queries");
    info.put("version", Layout.shortVersion(snapshots.get().version()));
    info.put(
        "description",
        "Who owned, ran, inspected and talked about the 21 Community Rehabilitation Companies of"
            + " England and Wales, with a source for every claim.");
    info.putObject("license")
        .put("name", "CC BY 4.0")
        .put("url", "https://creativecommons.org/licenses/by/4.0/");
    root.putArray("servers").addObject().put("url", "/");
    ObjectNode paths = root.putObject("paths");
    for (StoredQuery query : queries.queries()) {
      operation(paths.putObject("/api/" + query.name()).putObject("get"), query);
    }
    components(root.putObject("components"));
    return root;
  }

  private static void operation(ObjectNode get, StoredQuery query) {
    get.put("operationId", query.name());
    get.put("summary", query.decorators().summary());
    get.put("description", query.decorators().description());
    ArrayNode tags = get.putArray("tags");
    query.decorators().tags().forEach(tags::add);
    ArrayNode parameters = get.putArray("parameters");
    for (Parameter parameter : query.parameters()) {
      parameter(parameters.addObject(), parameter, query);
    }
    for (String shared : List.of("format", "page", "pageSize")) {
      parameters.addObject().put("$ref", "#/components/parameters/" + shared);
    }
    ObjectNode responses = get.putObject("responses");
    ObjectNode ok = responses.putObject("200");
    ok.put("description", "The rows, with the columns " + String.join(", ", query.columns()) + ".");
    ObjectNode headers = ok.putObject("headers");
    header(headers, "ETag", "Changes with the graph and with the request.");
    header(headers, "Link", "Other pages (RFC 8288), citation and licence.");
    header(headers, "Crcgraph-Version", "Version of the graph.");
    ObjectNode content = ok.putObject("content");
    for (AnswerFormat format : AnswerFormat.values()) {
      ObjectNode schema = content.putObject(format.mediaTypes().get(0)).putObject("schema");
      if (format == AnswerFormat.JSON) {
        schema.put("$ref", "#/components/schemas/Answer");
      } else {
        schema.put("type", "string");
      }
    }
    responses.putObject("304").put("description", "The client has this very answer.");
    for (String status : List.of("400", "503")) {
      responses.putObject(status).put("$ref", "#/components/responses/Problem");
    }
  }

  private static void header(ObjectNode headers, String name, String description) {
    ObjectNode header = headers.putObject(name);
    header.put("description", description);
    header.putObject("schema").put("type", "string");
  }

  private static void parameter(ObjectNode out, Parameter parameter, StoredQuery query) {
    out.put("name", parameter.name());
    out.put("in", "query");
    out.put("required", parameter.required());
    out.put(
        "description",
        parameter.description().isEmpty() ? parameter.type().expects() : parameter.description());
    ObjectNode schema = out.putObject("schema");
    if (parameter.type() instanceof ParameterType.Numeric) {
      schema.put("type", "number");
    } else {
      schema.put("type", "string");
      if (parameter.type() instanceof ParameterType.Typed typed
          && typed.localName().equals("date")) {
        schema.put("format", "date");
      }
    }
    if (!parameter.choices().isEmpty()) {
      ArrayNode choices = schema.putArray("enum");
      parameter.choices().forEach(choices::add);
    }
    if (parameter.defaultValue() != null) {
      schema.put("default", parameter.defaultValue());
    }
    for (Argument example : query.decorators().example()) {
      if (example.name().equals(parameter.name())) {
        out.put("example", example.value());
      }
    }
  }

  private static void components(ObjectNode components) {
    ObjectNode parameters = components.putObject("parameters");
    ObjectNode format = shared(parameters, "format", "How to send the answer; beats Accept.");
    ObjectNode formatSchema = format.putObject("schema").put("type", "string");
    ArrayNode words = formatSchema.putArray("enum");
    for (AnswerFormat f : AnswerFormat.values()) {
      words.add(f.word());
    }
    whole(shared(parameters, "page", "Page of the answer, from 1."), 1);
    whole(shared(parameters, "pageSize", "Rows of a page."), 10_000);
    ObjectNode problem = components.putObject("responses").putObject("Problem");
    problem.put("description", "What is wrong with the request (RFC 9457).");
    problem
        .putObject("content")
        .putObject("application/problem+json")
        .putObject("schema")
        .put("$ref", "#/components/schemas/Problem");
    ObjectNode schemas = components.putObject("schemas");
    answer(schemas.putObject("Answer"));
    problem(schemas.putObject("Problem"));
  }

  private static ObjectNode shared(ObjectNode parameters, String name, String description) {
    return parameters
        .putObject(name)
        .put("name", name)
        .put("in", "query")
        .put("required", false)
        .put("description", description);
  }

  private static void whole(ObjectNode parameter, int largest) {
    ObjectNode schema = parameter.putObject("schema").put("type", "integer").put("minimum", 1);
    if (largest > 1) {
      schema.put("maximum", largest);
    }
  }

  private static void answer(ObjectNode schema) {
    schema.put("type", "object");
    schema.put(
        "description", "SPARQL 1.1 Query Results JSON, and in about what is needed to cite it.");
    ObjectNode properties = schema.putObject("properties");
    ObjectNode head = properties.putObject("head").put("type", "object");
    strings(head.putObject("properties").putObject("vars"));
    ObjectNode results = properties.putObject("results").put("type", "object");
    results
        .putObject("properties")
        .putObject("bindings")
        .put("type", "array")
        .putObject("items")
        .put("type", "object");
    ObjectNode about = properties.putObject("about").put("type", "object");
    ObjectNode members = about.putObject("properties");
    for (String name : List.of("query", "graphVersion", "citation", "license")) {
      members.putObject(name).put("type", "string");
    }
    for (String name : List.of("total", "page", "pageSize")) {
      members.putObject(name).put("type", "integer");
    }
    strings(members.putObject("sources"));
    schema.putArray("required").add("head").add("results").add("about");
  }

  private static void strings(ObjectNode schema) {
    schema.put("type", "array").putObject("items").put("type", "string");
  }

  private static void problem(ObjectNode schema) {
    schema.put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    for (String name : List.of("type", "title", "detail", "parameter")) {
      properties.putObject(name).put("type", "string");
    }
    for (String name : List.of("status", "line", "column")) {
      properties.putObject(name).put("type", "integer");
    }
    ObjectNode item = properties.putObject("candidates").put("type", "array").putObject("items");
    item.put("type", "object");
    ObjectNode members = item.putObject("properties");
    members.putObject("value").put("type", "string");
    members.putObject("label").put("type", "string");
  }
}
