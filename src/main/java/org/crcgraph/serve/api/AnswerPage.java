package org.crcgraph.serve.api;

import java.util.ArrayList;
import java.util.List;
import org.crcgraph.query.Parameter;
import org.crcgraph.query.ParameterType;
import org.crcgraph.serve.html.Attributes;
import org.crcgraph.serve.html.Html;
import org.crcgraph.serve.html.Layout;
import org.crcgraph.serve.html.Links;
import org.crcgraph.serve.html.Tables;
import org.crcgraph.serve.http.Parameters;

/** The answer of a stored query as a page, with a form to ask again. */
final class AnswerPage {
  private static final int SOURCES_SHOWN = 30;

  private AnswerPage() {}

  static Html of(AnswerDocument document, Parameters parameters) {
    String name = document.query().name();
    String caption = document.query().decorators().summary();
    Tables tables = new Tables(document.snapshot());
    Html table =
        document.shown().rows().isEmpty()
            ? Html.of("p", "No rows.")
            : tables.table(document.shown(), caption);
    return Layout.page(
        caption,
        "/api",
        document.snapshot().version(),
        Html.NONE,
        Html.all(
            Html.of("h1", caption),
            Html.of("p", document.query().decorators().description()),
            form(document, parameters),
            Html.of(
                "p",
                Attributes.of("class", "tools"),
                counts(document),
                downloads(name, parameters)),
            table,
            pages(document, parameters),
            sources(document, tables),
            Html.of(
                "section",
                Html.of("h2", "How to cite"),
                Html.of("p", Attributes.of("class", "citation"), document.citation()))));
  }

  private static Html counts(AnswerDocument document) {
    int total = document.total();
    return Html.of("span", total == 1 ? "1 row. " : total + " rows. ");
  }

  private static Html downloads(String name, Parameters parameters) {
    List<Html> links = new ArrayList<>();
    for (AnswerFormat format : AnswerFormat.values()) {
      if (format != AnswerFormat.HTML) {
        String query = parameters.without("format").encoded();
        links.add(
            Html.link(
                "/api/" + name + "." + format.word() + (query.isEmpty() ? "" : "?" + query),
                format.name()));
      }
    }
    return Html.all(Html.text("Download: "), Html.joined(" · ", links));
  }

  private static Html form(AnswerDocument document, Parameters parameters) {
    if (document.query().parameters().isEmpty()) {
      return Html.NONE;
    }
    List<Html> fields = new ArrayList<>();
    for (Parameter parameter : document.query().parameters()) {
      fields.add(field(parameter, parameters.first(parameter.name()).orElse("")));
    }
    fields.add(Html.of("button", Attributes.of("type", "submit"), "Ask"));
    return Html.of(
        "form",
        Attributes.of("class", "ask")
            .and("action", "/api/" + document.query().name())
            .and("method", "get"),
        fields);
  }

  static Html field(Parameter parameter, String value) {
    Attributes input =
        Attributes.of("id", "p-" + parameter.name())
            .and("name", parameter.name())
            .and("value", value);
    if (parameter.type() instanceof ParameterType.Typed typed && typed.localName().equals("date")) {
      input = input.and("type", "date");
    } else {
      input = input.and("type", "text");
    }
    if (!parameter.description().isEmpty()) {
      input = input.and("aria-describedby", "d-" + parameter.name());
    }
    return Html.of(
        "div",
        Html.of("label", Attributes.of("for", "p-" + parameter.name()), parameter.name()),
        Html.of("input", input),
        parameter.description().isEmpty()
            ? Html.NONE
            : Html.of(
                "small", Attributes.of("id", "d-" + parameter.name()), parameter.description()));
  }

  private static Html pages(AnswerDocument document, Parameters parameters) {
    Page page = document.page();
    int last = page.last(document.total());
    if (page.isAll() || last == 1) {
      return Html.NONE;
    }
    Parameters sized = parameters.with(Page.SIZE, String.valueOf(page.size()));
    List<Html> links = new ArrayList<>();
    if (page.number() > 1) {
      links.add(pageLink(document, sized, page.number() - 1, "Previous page"));
    }
    links.add(Html.text("Page " + page.number() + " of " + last));
    if (page.number() < last) {
      links.add(pageLink(document, sized, page.number() + 1, "Next page"));
    }
    return Html.of(
        "nav",
        Attributes.of("aria-label", "Pages").and("class", "pages"),
        Html.joined(" · ", links));
  }

  private static Html pageLink(
      AnswerDocument document, Parameters parameters, int number, String text) {
    return Html.link(
        "/api/"
            + document.query().name()
            + "?"
            + parameters.with(Page.NUMBER, String.valueOf(number)).encoded(),
        text);
  }

  private static Html sources(AnswerDocument document, Tables tables) {
    List<String> sources = document.sources();
    if (sources.isEmpty()) {
      return Html.NONE;
    }
    List<Html> items =
        sources.stream()
            .limit(SOURCES_SHOWN)
            .map(s -> Html.of("li", Links.to(s, tables.label(s))))
            .toList();
    return Html.of(
        "details",
        Html.of("summary", "The answer rests on " + sources.size() + " sources"),
        Html.of("ul", Attributes.NONE, items),
        sources.size() > SOURCES_SHOWN
            ? Html.of("p", "and " + (sources.size() - SOURCES_SHOWN) + " more, listed in the JSON.")
            : Html.NONE);
  }
}
