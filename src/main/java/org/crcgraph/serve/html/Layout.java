package org.crcgraph.serve.html;

import java.util.List;
import org.crcgraph.serve.http.ContentPolicy;
import org.crcgraph.serve.http.Reply;

/** The frame around every page. */
public final class Layout {
  private static final List<String[]> NAVIGATION =
      List.of(
          new String[] {"/", "Who owned which"},
          new String[] {"/search", "Search"},
          new String[] {"/documents", "Documents"},
          new String[] {"/sources", "Sources"},
          new String[] {"/conflicts", "Conflicts"},
          new String[] {"/ontology", "Ontology"},
          new String[] {"/api", "API"},
          new String[] {"/query", "SPARQL"});

  private static final int SHORT_VERSION = 12;

  private Layout() {}

  /**
   * A page.
   *
   * @param title what it is about
   * @param path its address, to mark where the reader is
   * @param version of the graph
   * @param head further elements of the head
   * @param content what stands below the navigation
   */
  public static Html page(String title, String path, String version, Html head, Html content) {
    List<Html> links =
        NAVIGATION.stream()
            .map(
                item ->
                    Html.of(
                        "li",
                        Html.of(
                            "a",
                            item[0].equals(path)
                                ? Attributes.of("href", item[0]).and("aria-current", "page")
                                : Attributes.of("href", item[0]),
                            item[1])))
            .toList();
    Html html =
        Html.of(
            "html",
            Attributes.of("lang", "en"),
            Html.of(
                "head",
                Html.of("meta", Attributes.of("charset", "utf-8")),
                Html.of(
                    "meta", Attributes.of("name", "viewport").and("content", "width=device-width")),
                Html.of("title", title.equals("CRC Graph") ? title : title + " – CRC Graph"),
                Html.of(
                    "link", Attributes.of("rel", "stylesheet").and("href", "/assets/crcgraph.css")),
                Html.of(
                    "link",
                    Attributes.of("rel", "icon")
                        .and("href", "/assets/icon.svg")
                        .and("type", "image/svg+xml")),
                head),
            Html.of(
                "body",
                Html.of(
                    "a", Attributes.of("class", "skip").and("href", "#content"), "Skip to content"),
                Html.of(
                    "header",
                    Attributes.of("class", "site"),
                    Html.of("a", Attributes.of("class", "name").and("href", "/"), "CRC Graph"),
                    Html.of(
                        "nav",
                        Attributes.of("aria-label", "Site"),
                        Html.of("ul", Attributes.NONE, links))),
                Html.of("main", Attributes.of("id", "content").and("tabindex", "-1"), content),
                footer(version)));
    return new Html("<!DOCTYPE html>\n" + html.markup() + "\n");
  }

  private static Html footer(String version) {
    return Html.of(
        "footer",
        Html.of(
            "p",
            Html.text("Graph version "),
            Html.of("code", shortVersion(version)),
            Html.text(". Facts under "),
            Html.link("https://creativecommons.org/licenses/by/4.0/", "CC BY 4.0"),
            Html.text("; quotations belong to their authors. "),
            Html.link("/dump/graph.nq.gz", "Download everything"),
            Html.text(".")));
  }

  /** The first digits of a version. */
  public static String shortVersion(String version) {
    return version.length() > SHORT_VERSION ? version.substring(0, SHORT_VERSION) : version;
  }

  /** A page as a reply. */
  public static Reply reply(int status, Html page) {
    return Reply.of(status, "text/html", page.markup())
        .with("Content-Security-Policy", ContentPolicy.STRICT)
        .with("Vary", "Accept");
  }
}
