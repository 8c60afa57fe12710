package org.crcgraph.serve.pages;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.crcgraph.serve.html.Attributes;
import org.crcgraph.serve.html.Html;
import org.crcgraph.serve.html.Layout;
import org.crcgraph.serve.html.Links;
import org.crcgraph.serve.html.Tables;
import org.crcgraph.serve.http.Handler;
import org.crcgraph.serve.http.Json;
import org.crcgraph.serve.http.Negotiation;
import org.crcgraph.serve.http.Parameters;
import org.crcgraph.serve.http.Reply;
import org.crcgraph.serve.http.Request;
import org.crcgraph.serve.search.SearchIndex;
import org.crcgraph.serve.snapshot.Labels;
import org.crcgraph.serve.snapshot.Snapshot;
import org.crcgraph.serve.snapshot.Vocabulary;

/** {@code /search}: things by name and statements by their words, with kinds to narrow it down. */
public final class SearchPage implements Handler {
  private static final int SEARCHED = 400;
  private static final int SHOWN = 40;
  private static final int LONGEST = 300;

  private final Supplier<Snapshot> snapshots;

  private static final int LABEL_SHOWN = 160;
  private static final int TEXT_SHOWN = 300;

  /** Over the snapshot of the moment. */
  public SearchPage(Supplier<Snapshot> snapshots) {
    this.snapshots = snapshots;
  }

  private enum Form implements Negotiation.Offer {
    PAGE("html", "text/html"),
    DATA("json", "application/json");

    private final String word;
    private final String mediaType;

    Form(String word, String mediaType) {
      this.word = word;
      this.mediaType = mediaType;
    }

    @Override
    public String word() {
      return word;
    }

    @Override
    public List<String> mediaTypes() {
      return List.of(mediaType);
    }
  }

  /** The search box. */
  static Html box(String query) {
    return Html.of(
        "form",
        Attributes.of("class", "search").and("action", "/search").and("role", "search"),
        Html.of("label", Attributes.of("for", "q"), "Search names and quotations"),
        Html.of(
            "input",
            Attributes.of("type", "search")
                .and("id", "q")
                .and("name", "q")
                .and("value", query)
                .and("maxlength", String.valueOf(LONGEST))),
        Html.of("button", Attributes.of("type", "submit"), "Search"));
  }

  @Override
  public Reply answer(Request request) {
    Form form =
        Negotiation.choose(
            List.of(Form.values()), request.query().first("format"), request.header("Accept"));
    String query = request.query().first("q").orElse("");
    String words = query.length() > LONGEST ? query.substring(0, LONGEST) : query;
    List<String> kinds = request.query().values("kind").stream().filter(k -> !k.isEmpty()).toList();
    Snapshot snapshot = snapshots.get();
    List<SearchIndex.Hit> all = snapshot.search().search(words, List.of(), SEARCHED);
    List<SearchIndex.Hit> hits =
        kinds.isEmpty() ? all : snapshot.search().search(words, kinds, SEARCHED);
    return form == Form.DATA
        ? Reply.ok("application/json", Json.bytes(json(all, hits)))
        : Layout.reply(200, page(snapshot, words, kinds, all, hits));
  }

  private static JsonNode json(List<SearchIndex.Hit> all, List<SearchIndex.Hit> hits) {
    var root = Json.object();
    var kinds = root.putObject("kinds");
    SearchIndex.facets(all).forEach(kinds::put);
    var list = root.putArray("hits");
    for (SearchIndex.Hit hit : hits.stream().limit(SHOWN).toList()) {
      list.addObject()
          .put("id", hit.iri())
          .put("kind", hit.kind())
          .put("label", hit.label())
          .put("text", hit.text())
          .put("score", Math.round(hit.score() * 100) / 100.0);
    }
    return root;
  }

  private static Html page(
      Snapshot snapshot,
      String query,
      List<String> kinds,
      List<SearchIndex.Hit> all,
      List<SearchIndex.Hit> hits) {
    Tables tables = new Tables(snapshot);
    List<Html> items = new ArrayList<>();
    for (SearchIndex.Hit hit : hits.stream().limit(SHOWN).toList()) {
      String label = Labels.shortened(tables.label(hit.iri()), LABEL_SHOWN);
      items.add(
          Html.of(
              "li",
              Links.to(hit.iri(), label),
              Html.of("span", Attributes.of("class", "kind"), Vocabulary.words(hit.kind())),
              label.contains(hit.text())
                  ? Html.NONE
                  : Html.of("p", Labels.shortened(hit.text(), TEXT_SHOWN))));
    }
    Html results =
        query.isBlank()
            ? Html.of("p", "Names, acronyms and words of quotations; typing errors are forgiven.")
            : hits.isEmpty()
                ? Html.of("p", "Nothing was found for “" + query + "”.")
                : Html.all(
                    Html.of(
                        "p",
                        hits.size() == 1
                            ? "1 thing"
                            : hits.size()
                                + " things"
                                + (hits.size() > SHOWN ? ", the best " + SHOWN + " shown" : "")),
                    Html.of("ol", Attributes.of("class", "hits"), items));
    return Layout.page(
        query.isBlank() ? "Search" : "Search: " + query,
        "/search",
        snapshot.version(),
        Html.of("meta", Attributes.of("name", "robots").and("content", "noindex")),
        Html.all(Html.of("h1", "Search"), box(query), facets(query, kinds, all), results));
  }

  private static Html facets(String query, List<String> kinds, List<SearchIndex.Hit> all) {
    Map<String, Integer> facets = SearchIndex.facets(all);
    if (facets.size() < 2) {
      return Html.NONE;
    }
    List<Html> links = new ArrayList<>();
    Parameters parameters = Parameters.NONE.with("q", query);
    links.add(facet(parameters, "all kinds", all.size(), kinds.isEmpty()));
    facets.forEach(
        (kind, number) ->
            links.add(
                facet(
                    parameters.with("kind", kind),
                    Vocabulary.words(kind),
                    number,
                    kinds.contains(kind))));
    return Html.of(
        "nav",
        Attributes.of("aria-label", "Kinds"),
        Html.of("ul", Attributes.of("class", "facets"), links));
  }

  private static Html facet(Parameters parameters, String name, int number, boolean chosen) {
    Attributes link = Attributes.of("href", "/search?" + parameters.encoded());
    return Html.of(
        "li",
        Html.of("a", chosen ? link.and("aria-current", "true") : link, name + " (" + number + ")"));
  }
}
