package org.crcgraph.serve.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.jena.graph.Node;
import org.crcgraph.model.PartialDate;
import org.crcgraph.query.ResultTable;
import org.crcgraph.serve.html.Attributes;
import org.crcgraph.serve.html.Html;
import org.crcgraph.serve.html.Links;
import org.crcgraph.serve.http.ContentPolicy;
import org.crcgraph.serve.http.Escape;
import org.crcgraph.serve.http.Json;
import org.crcgraph.serve.http.Parameters;
import org.crcgraph.serve.http.Problem;
import org.crcgraph.serve.http.ProblemException;
import org.crcgraph.serve.http.Reply;
import org.crcgraph.serve.http.Request;
import org.crcgraph.serve.search.SearchIndex;
import org.crcgraph.serve.snapshot.Snapshot;
import org.jspecify.annotations.Nullable;

/** {@code /reconcile}: version 0.2 of the Reconciliation API. */
public final class ReconcileRoutes {
  private static final String PATH = "/reconcile";
  static final int MOST_QUESTIONS = 200;
  static final int PREVIEW_WIDTH = 400;
  static final int PREVIEW_HEIGHT = 200;
  static final String DATE_LABEL = "On the date";
  static final String DATE_HELP =
      "For owners: a day, month or year, such as 2016; empty for any time.";
  private static final int USUAL_LIMIT = 10;
  private static final int MOST_CANDIDATES = 50;
  private static final int SUGGESTIONS = 12;

  private final Supplier<Snapshot> snapshots;
  private final AtomicReference<@Nullable Indexed> indexed = new AtomicReference<>();

  private record Indexed(Snapshot snapshot, Things things) {}

  /** Over the snapshot of the moment. */
  public ReconcileRoutes(Supplier<Snapshot> snapshots) {
    this.snapshots = snapshots;
  }

  Things things() {
    Snapshot snapshot = snapshots.get();
    Indexed known = indexed.get();
    if (known != null && known.snapshot() == snapshot) {
      return known.things();
    }
    Indexed fresh = new Indexed(snapshot, Things.of(snapshot));
    indexed.set(fresh);
    return fresh.things();
  }

  static String root(Request request) {
    String url = request.exchange().getRequestURL().toString();
    return url.substring(0, url.indexOf('/', url.indexOf("//") + 2));
  }

  static Reply json(JsonNode tree) {
    return Reply.ok("application/json", Json.bytes(tree));
  }

  /** The manifest; or, with {@code queries} or {@code extend}, the answers of version 0.2. */
  public Reply service(Request request) throws IOException {
    Parameters form = request.form();
    Optional<String> queries = form.first("queries");
    if (queries.isPresent()) {
      return json(batch(Json.parse(queries.get(), "queries")));
    }
    Optional<String> extend = form.first("extend");
    if (extend.isPresent()) {
      return json(extension(Json.parse(extend.get(), "extend")));
    }
    return json(manifest(root(request)));
  }

  private ObjectNode manifest(String root) {
    ObjectNode manifest = Json.object();
    manifest.putArray("versions").add("0.2");
    manifest.put("name", "CRC Graph");
    manifest.put("identifierSpace", Links.BASE + "id/");
    manifest.put("schemaSpace", Links.BASE + "ontology#");
    manifest.put("documentation", root + "/api");
    defaultTypes(manifest);
    manifest.putObject("view").put("url", root + "/doc/{{id}}");
    manifest
        .putObject("preview")
        .put("url", root + PATH + "/preview?id={{id}}")
        .put("width", PREVIEW_WIDTH)
        .put("height", PREVIEW_HEIGHT);
    ObjectNode suggest = manifest.putObject("suggest");
    for (String what : List.of("entity", "type", "property")) {
      suggest
          .putObject(what)
          .put("service_url", root)
          .put("service_path", PATH + "/suggest/" + what);
    }
    ObjectNode extend = manifest.putObject("extend");
    extend
        .putObject("propose_properties")
        .put("service_url", root)
        .put("service_path", PATH + "/properties");
    extend
        .putArray("property_settings")
        .addObject()
        .put("name", "on")
        .put("label", DATE_LABEL)
        .put("type", "text")
        .put("default", "")
        .put("help_text", DATE_HELP);
    return manifest;
  }

  static void defaultTypes(ObjectNode manifest) {
    ArrayNode types = manifest.putArray("defaultTypes");
    for (String kind : List.of("crc", "organisation", "person", "area")) {
      types.addObject().put("id", kind).put("name", Things.kindName(kind));
    }
  }

  // ---------------------------------------------------------------- matching

  private ObjectNode batch(JsonNode queries) {
    if (!queries.isObject() || queries.size() > MOST_QUESTIONS) {
      throw wrong("queries", "queries is an object of at most " + MOST_QUESTIONS + " queries");
    }
    Matcher matcher = new Matcher(things());
    ObjectNode answers = Json.object();
    for (Map.Entry<String, JsonNode> entry : queries.properties()) {
      JsonNode query = entry.getValue();
      Question question =
          new Question(
              query.path("query").asText(""),
              strings(query.path("type")),
              conditions(query.path("properties"), "pid", "v"),
              limit(query));
      ArrayNode result = answers.putObject(entry.getKey()).putArray("result");
      matcher.candidates(question).forEach(c -> write(c, result.addObject()));
    }
    return answers;
  }

  static int limit(JsonNode query) {
    return Math.max(1, Math.min(MOST_CANDIDATES, query.path("limit").asInt(USUAL_LIMIT)));
  }

  private static List<Question.Condition> conditions(JsonNode list, String id, String value) {
    List<Question.Condition> conditions = new ArrayList<>();
    for (JsonNode item : list) {
      conditions.add(new Question.Condition(item.path(id).asText(""), strings(item.path(value))));
    }
    return conditions;
  }

  /** A value or a list of values; a value that is a thing counts by its id. */
  static List<String> strings(JsonNode value) {
    List<String> strings = new ArrayList<>();
    if (value.isArray()) {
      value.forEach(item -> strings.addAll(strings(item)));
    } else if (value.isObject()) {
      strings.add(value.path("id").asText(""));
    } else if (!value.isMissingNode() && !value.isNull()) {
      strings.add(value.asText());
    }
    return strings;
  }

  static void write(Candidate candidate, ObjectNode out) {
    out.put("id", candidate.thing().id());
    out.put("name", candidate.thing().label());
    String description = description(candidate.thing());
    if (!description.isEmpty()) {
      out.put("description", description);
    }
    types(candidate.thing(), out.putArray("type"));
    out.put("score", candidate.score());
    out.put("match", candidate.match());
    ArrayNode features = out.putArray("features");
    for (Candidate.Feature feature : candidate.features()) {
      features
          .addObject()
          .put("id", feature.id())
          .put("name", feature.name())
          .put("value", feature.value());
    }
  }

  private static void types(Things.Thing thing, ArrayNode out) {
    for (Things.Type type : thing.types()) {
      out.addObject().put("id", type.id()).put("name", type.name());
    }
  }

  private static String description(Things.Thing thing) {
    List<String> parts = new ArrayList<>();
    if (thing.types().size() > 1) {
      parts.add(thing.types().get(1).name());
    }
    if (thing.names().size() > 1) {
      parts.add("also " + String.join(", ", thing.names().subList(1, thing.names().size())));
    }
    return String.join("; ", parts);
  }

  // ---------------------------------------------------------------- suggestions

  /** {@code /reconcile/suggest/entity}. */
  public Reply suggestEntity(Request request) {
    String prefix = request.query().first("prefix").orElse("");
    Things things = things();
    ObjectNode answer = Json.object();
    ArrayNode result = answer.putArray("result");
    for (SearchIndex.Hit hit :
        snapshots.get().search().search(prefix, List.of(), SUGGESTIONS * 10)) {
      Optional<Things.Thing> thing = things.ofIri(hit.iri());
      if (thing.isPresent() && result.size() < SUGGESTIONS) {
        ObjectNode item =
            result
                .addObject()
                .put("id", thing.get().id())
                .put("name", thing.get().label())
                .put("description", description(thing.get()));
        types(thing.get(), item.putArray("notable"));
      }
    }
    return json(answer);
  }

  /** {@code /reconcile/suggest/type}. */
  public Reply suggestType(Request request) {
    return suggest(things().kinds(), request);
  }

  /** {@code /reconcile/suggest/property}. */
  public Reply suggestProperty(Request request) {
    return suggest(things().properties(), request);
  }

  private static Reply suggest(List<Things.Type> all, Request request) {
    String prefix = request.query().first("prefix").orElse("").toLowerCase(Locale.ROOT);
    ObjectNode answer = Json.object();
    ArrayNode result = answer.putArray("result");
    all.stream()
        .filter(
            t ->
                t.name().toLowerCase(Locale.ROOT).contains(prefix)
                    || t.id().toLowerCase(Locale.ROOT).contains(prefix))
        .sorted(
            Comparator.comparing(
                    (Things.Type t) -> !t.name().toLowerCase(Locale.ROOT).startsWith(prefix))
                .thenComparing(Things.Type::name))
        .limit(SUGGESTIONS)
        .forEach(t -> result.addObject().put("id", t.id()).put("name", t.name()));
    return json(answer);
  }

  // ---------------------------------------------------------------- data extension

  /** {@code /reconcile/properties}: what can be fetched for things of a type. */
  public Reply properties(Request request) {
    String type = request.query().first("type").orElse("");
    int limit =
        request
            .query()
            .first("limit")
            .filter(l -> l.matches("[0-9]{1,4}"))
            .map(Integer::parseInt)
            .orElse(100);
    Things things = things();
    ObjectNode answer = Json.object();
    answer.put("type", type);
    answer.put("limit", limit);
    ArrayNode list = answer.putArray("properties");
    things.properties().stream()
        .filter(p -> !p.equals(Matcher.DATE) && !p.equals(Matcher.OWNER_OF))
        .filter(
            p ->
                type.isEmpty()
                    || things.all().stream()
                        .anyMatch(t -> t.hasType(type) && !values(things, t, p.id(), "").isEmpty()))
        .limit(limit)
        .forEach(p -> list.addObject().put("id", p.id()).put("name", p.name()));
    return json(answer);
  }

  private ObjectNode extension(JsonNode extend) {
    Things things = things();
    ObjectNode answer = Json.object();
    ArrayNode meta = answer.putArray("meta");
    ObjectNode rows = answer.putObject("rows");
    meta(things, extend.path("properties"), meta);
    for (JsonNode id : extend.path("ids")) {
      ObjectNode row = rows.putObject(id.asText());
      Optional<Things.Thing> thing = things.ofId(id.asText());
      for (JsonNode property : extend.path("properties")) {
        String name = property.path("id").asText("");
        ArrayNode cells = row.putArray(name);
        if (thing.isPresent()) {
          String on = property.path("settings").path("on").asText("");
          values(things, thing.get(), name, on).forEach(cells::add);
        }
      }
    }
    return answer;
  }

  /** Names of the properties, and the type of those whose values are owners. */
  static void meta(Things things, JsonNode properties, ArrayNode meta) {
    List<Things.Type> known = things.properties();
    for (JsonNode property : properties) {
      String id = property.path("id").asText("");
      String name =
          known.stream()
              .filter(p -> p.id().equals(id))
              .map(Things.Type::name)
              .findFirst()
              .orElse(id);
      ObjectNode column = meta.addObject().put("id", id).put("name", name);
      if (id.equals(Matcher.OWNER.id()) || id.equals(Matcher.ULTIMATE_OWNER.id())) {
        column
            .putObject("type")
            .put("id", "organisation")
            .put("name", Things.kindName("organisation"));
      }
    }
  }

  static List<JsonNode> values(Things things, Things.Thing thing, String property, String on) {
    List<JsonNode> cells = new ArrayList<>();
    if (property.equals(Matcher.OWNER.id()) || property.equals(Matcher.ULTIMATE_OWNER.id())) {
      boolean ultimate = property.equals(Matcher.ULTIMATE_OWNER.id());
      new Matcher(things)
          .owners(thing.iri(), PartialDate.parse(on), ultimate).stream()
              .sorted()
              .forEach(owner -> cells.add(thing(things, owner)));
      return cells;
    }
    for (Node node : thing.values().getOrDefault(property, List.of())) {
      cells.add(node.isURI() ? thing(things, node.getURI()) : literal(node));
    }
    return cells;
  }

  /** Numbers as numbers. Dates as text: as a point in time a month would become a midnight. */
  private static ObjectNode literal(Node node) {
    Object value = node.getLiteralValue();
    if (value instanceof Integer || value instanceof Long) {
      return Json.object().put("int", ((Number) value).longValue());
    }
    return value instanceof Number number
        ? Json.object().put("float", number.doubleValue())
        : Json.object().put("str", ResultTable.text(node));
  }

  private static ObjectNode thing(Things things, String iri) {
    return things
        .ofIri(iri)
        .map(t -> Json.object().put("id", t.id()).put("name", t.label()))
        .orElseGet(() -> Json.object().put("str", iri));
  }

  // ---------------------------------------------------------------- preview

  /** {@code /reconcile/preview}: a few lines about a thing, for a frame of another site. */
  public Reply preview(Request request) {
    String id = request.query().first("id").orElse("");
    Things.Thing thing =
        things()
            .ofId(id)
            .orElseThrow(
                () ->
                    new ProblemException(
                        Problem.of(404, "Not found", "There is nothing of this id.")));
    Html page =
        Html.of(
            "html",
            Attributes.of("lang", "en"),
            Html.of(
                "head",
                Html.of("meta", Attributes.of("charset", "utf-8")),
                Html.of("title", thing.label()),
                Html.of(
                    "link", Attributes.of("rel", "stylesheet").and("href", "/assets/crcgraph.css")),
                Html.of(
                    "link",
                    Attributes.of("rel", "icon")
                        .and("href", "/assets/icon.svg")
                        .and("type", "image/svg+xml"))),
            Html.of(
                "body",
                Html.of(
                    "main",
                    Html.of("p", Attributes.of("class", "kind"), thing.types().get(0).name()),
                    Html.of(
                        "h1",
                        Html.of(
                            "a",
                            Attributes.of("href", "/doc/" + Escape.path(thing.id()))
                                .and("target", "_blank")
                                .and("rel", "noopener"),
                            thing.label())),
                    Html.of("p", description(thing)))));
    return Reply.ok("text/html", "<!DOCTYPE html>\n" + page.markup())
        .with("Content-Security-Policy", ContentPolicy.PREVIEW);
  }

  static ProblemException wrong(String parameter, String what) {
    return new ProblemException(Problem.ofParameter(parameter, what, List.of()));
  }
}
