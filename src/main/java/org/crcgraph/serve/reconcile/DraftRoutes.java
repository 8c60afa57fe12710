package org.crcgraph.serve.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.crcgraph.serve.http.Json;
import org.crcgraph.serve.http.Reply;
import org.crcgraph.serve.http.Request;

/**
 * {@code /reconcile/draft}: the draft of version 1.0 of the Reconciliation API. A root of its own,
 * because one manifest cannot serve both versions: what 0.2 describes as objects the draft has as
 * truth values. Suggestions and previews are the same in both.
 */
public final class DraftRoutes {
  private static final int LEAST_AGREEMENT = 50;

  private final ReconcileRoutes core;

  /** Over the same things as version 0.2. */
  public DraftRoutes(ReconcileRoutes core) {
    this.core = core;
  }

  /** The manifest. */
  public Reply manifest(Request request) {
    String root = ReconcileRoutes.root(request);
    ObjectNode manifest = Json.object();
    manifest.putArray("versions").add("1.0-draft");
    manifest.put("name", "CRC Graph");
    manifest.put("lang", "en");
    manifest.put("documentation", root + "/api");
    manifest.put("standardizedScore", true);
    manifest.putObject("view").put("url", root + "/doc/{id}");
    ReconcileRoutes.defaultTypes(manifest);
    ObjectNode suggest = manifest.putObject("suggest");
    suggest.put("entity", true).put("property", true).put("type", true);
    manifest
        .putObject("preview")
        .put("width", ReconcileRoutes.PREVIEW_WIDTH)
        .put("height", ReconcileRoutes.PREVIEW_HEIGHT);
    ObjectNode extend = manifest.putObject("extend");
    extend.put("proposeProperties", true);
    extend
        .putArray("propertySettings")
        .addObject()
        .put("type", "text")
        .put("id", "on")
        .put("name", ReconcileRoutes.DATE_LABEL)
        .put("default", "")
        .put("helpText", ReconcileRoutes.DATE_HELP);
    return ReconcileRoutes.json(manifest);
  }

  /** {@code match}: a list of queries, each a list of conditions. */
  public Reply match(Request request) throws IOException {
    if (!request.method().equals("POST")) {
      throw ReconcileRoutes.wrong("queries", "queries are sent by POST as JSON");
    }
    JsonNode queries = Json.parse(request.body(), "The body").path("queries");
    if (!queries.isArray() || queries.size() > ReconcileRoutes.MOST_QUESTIONS) {
      throw ReconcileRoutes.wrong(
          "queries", "queries is a list of at most " + ReconcileRoutes.MOST_QUESTIONS + " queries");
    }
    Matcher matcher = new Matcher(core.things());
    ObjectNode answer = Json.object();
    ArrayNode results = answer.putArray("results");
    for (JsonNode query : queries) {
      ArrayNode candidates = results.addObject().putArray("candidates");
      List<String> required = new ArrayList<>();
      Question question = question(query, required);
      for (Candidate candidate : matcher.candidates(question)) {
        if (agrees(candidate, required)) {
          ReconcileRoutes.write(candidate, candidates.addObject());
        }
      }
    }
    return ReconcileRoutes.json(answer);
  }

  private static Question question(JsonNode query, List<String> required) {
    List<Question.Condition> conditions = new ArrayList<>();
    String name = "";
    for (JsonNode condition : query.path("conditions")) {
      List<String> values = ReconcileRoutes.strings(condition.path("propertyValue"));
      if (condition.path("matchType").asText().equals("property")) {
        String property = condition.path("propertyId").asText("");
        conditions.add(new Question.Condition(property, values));
        if (condition.path("required").asBoolean() && !property.equals(Matcher.DATE.id())) {
          required.add("property:" + property);
        }
      } else if (!values.isEmpty()) {
        name = values.get(0); // an id counts as the name that is certain
      }
    }
    return new Question(
        name,
        ReconcileRoutes.strings(query.path("type")),
        conditions,
        ReconcileRoutes.limit(query));
  }

  private static boolean agrees(Candidate candidate, List<String> required) {
    return required.stream()
        .allMatch(
            id ->
                candidate.features().stream()
                    .anyMatch(f -> f.id().equals(id) && f.value() >= LEAST_AGREEMENT));
  }

  /** {@code extend}: values of properties, as lists where 0.2 has objects. */
  public Reply extend(Request request) throws IOException {
    if (!request.method().equals("POST")) {
      throw ReconcileRoutes.wrong("ids", "ids and properties are sent by POST as JSON");
    }
    JsonNode asked = Json.parse(request.body(), "The body");
    Things things = core.things();
    ObjectNode answer = Json.object();
    ReconcileRoutes.meta(things, asked.path("properties"), answer.putArray("meta"));
    ArrayNode rows = answer.putArray("rows");
    for (JsonNode id : asked.path("ids")) {
      ObjectNode row = rows.addObject().put("id", id.asText());
      ArrayNode properties = row.putArray("properties");
      Optional<Things.Thing> thing = things.ofId(id.asText());
      for (JsonNode property : asked.path("properties")) {
        String name = property.path("id").asText("");
        ArrayNode values = properties.addObject().put("id", name).putArray("values");
        thing.ifPresent(
            t ->
                ReconcileRoutes.values(
                        things, t, name, property.path("settings").path("on").asText(""))
                    .forEach(values::add));
      }
    }
    return ReconcileRoutes.json(answer);
  }
}
