package org.crcgraph.serve.pages;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.crcgraph.serve.html.Attributes;
import org.crcgraph.serve.html.Html;

/** The headings of a long page, as links to them: keyboards and small screens jump. */
final class Contents {
  private static final int FEW = 3;
  private static final Pattern HEADING = Pattern.compile("<h2 id=\"([^\"]+)\">([^<]*)</h2>");

  private Contents() {}

  /** Links to the sections' headings; nothing where there are few. */
  static Html of(Collection<Html> sections) {
    List<Html> items = new ArrayList<>();
    for (Html section : sections) {
      Matcher heading = HEADING.matcher(section.markup());
      while (heading.find()) {
        // Both groups are markup of our own, escaped when it was made.
        items.add(
            Html.of(
                "li",
                new Html("<a href=\"#" + heading.group(1) + "\">" + heading.group(2) + "</a>")));
      }
    }
    return items.size() <= FEW
        ? Html.NONE
        : Html.of(
            "nav",
            Attributes.of("aria-label", "On this page").and("class", "contents"),
            Html.of("ul", Attributes.NONE, items));
  }
}
