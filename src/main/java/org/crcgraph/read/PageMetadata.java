package org.crcgraph.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.crcgraph.model.Annotation.DocumentKind;
import org.crcgraph.model.PartialDate;
import org.crcgraph.model.PrintedDate;
import org.crcgraph.model.TextRange;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What a web page says of itself in JSON-LD, Open Graph, Dublin Core and the marks of blogging
 * software, the more precise before the less.
 *
 * @param title headline without the name of the site
 * @param date date of publication
 * @param url canonical address
 * @param kind what it says that it is, or null
 * @param blog whether blogging software made the page
 */
record PageMetadata(
    @Nullable String title,
    @Nullable PartialDate date,
    @Nullable String url,
    @Nullable DocumentKind kind,
    boolean blog) {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final List<String> DATES =
      List.of(
          "meta[property=article:published_time]",
          "meta[name=article:published_time]",
          "meta[itemprop=datePublished]",
          "meta[name=govuk:first-published-at]",
          "meta[name=govuk:public-updated-at]",
          "meta[name=dcterms.issued]",
          "meta[name=dc.date.issued]",
          "meta[name=dcterms.date]",
          "meta[name=dc.date]",
          "meta[name=pubdate]",
          "meta[name=publish-date]",
          "meta[name=date]",
          "meta[property=og:published_time]",
          "time[itemprop=datePublished]",
          "time[pubdate]",
          "abbr.published[title]",
          "time.entry-date",
          "time.published",
          "article time[datetime]",
          ".date-header",
          ".entry-date",
          ".post-date",
          "[itemprop=datePublished]",
          "time[datetime]");

  static PageMetadata of(Document page) {
    List<JsonNode> things = things(page);
    String title = fromJson(things, n -> text(n, "headline"));
    if (title == null) {
      title = heading(page);
    }
    if (title == null) {
      title = content(page, "meta[property=og:title]");
    }
    if (title == null && !page.title().isBlank()) {
      title = page.title();
    }
    String url = attribute(page, "link[rel=canonical]", "href");
    if (url == null) {
      url = content(page, "meta[property=og:url]");
    }
    if (url == null) {
      url = fromJson(things, n -> text(n, "url"));
    }
    String site = content(page, "meta[property=og:site_name]");
    String generator = content(page, "meta[name=generator]");
    boolean blog =
        generator != null
            && generator.toLowerCase(Locale.ROOT).matches("(?s)(blogger|wordpress).*");
    return new PageMetadata(
        title == null ? null : withoutSite(title, site),
        date(page, things),
        url != null && url.startsWith("http") ? url : null,
        kind(things),
        blog);
  }

  private static @Nullable String heading(Document page) {
    for (String selector :
        List.of(
            "[itemprop=headline]",
            "h1.entry-title,h2.entry-title,h3.post-title,h1.post-title,h2.post-title",
            "article h1",
            "main h1",
            "h1")) {
      List<Element> found = page.select(selector);
      if (found.size() == 1 || (!found.isEmpty() && !selector.equals("h1"))) {
        String words = found.get(0).text().strip();
        if (!words.isEmpty() && words.length() <= 300) {
          return words;
        }
      }
    }
    return null;
  }

  /** "Headline | The Site" and "Headline - The Site" without the site. */
  private static String withoutSite(String title, @Nullable String site) {
    String words = title.strip();
    int bar = words.lastIndexOf(" | ");
    if (bar > 0) {
      return words.substring(0, bar).strip();
    }
    if (site != null && words.endsWith(site) && words.length() > site.length() + 3) {
      String cut = words.substring(0, words.length() - site.length()).strip();
      if ("-–—:".indexOf(cut.charAt(cut.length() - 1)) >= 0) {
        return cut.substring(0, cut.length() - 1).strip();
      }
    }
    return words;
  }

  private static @Nullable PartialDate date(Document page, List<JsonNode> things) {
    PartialDate published = day(fromJson(things, n -> text(n, "datePublished")));
    if (published != null) {
      return published;
    }
    for (String selector : DATES) {
      for (Element element : page.select(selector)) {
        for (String value :
            List.of(
                element.attr("content"),
                element.attr("datetime"),
                element.attr("title"),
                element.text())) {
          PartialDate found = day(value);
          if (found != null) {
            return found;
          }
        }
      }
    }
    return null;
  }

  private static @Nullable PartialDate day(@Nullable String value) {
    if (value == null || value.length() < 4 || value.length() > 100) {
      return null;
    }
    if (value.length() >= 10) {
      PartialDate iso = PartialDate.parse(value.substring(0, 10)).orElse(null);
      if (iso != null) {
        return iso;
      }
    }
    return PrintedDate.first(value, new TextRange(0, value.length()))
        .map(PrintedDate::date)
        .orElse(null);
  }

  private static @Nullable DocumentKind kind(List<JsonNode> things) {
    for (JsonNode thing : things) {
      String type = text(thing, "@type");
      if (type != null) {
        switch (type) {
          case "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle" -> {
            return DocumentKind.NEWS_ARTICLE;
          }
          case "BlogPosting", "LiveBlogPosting" -> {
            return DocumentKind.BLOG_POST;
          }
          case "Report" -> {
            return DocumentKind.REPORT;
          }
          default -> {
            // Other types say nothing of the kind of document.
          }
        }
      }
    }
    return null;
  }

  // ---- JSON-LD

  private static List<JsonNode> things(Document page) {
    List<JsonNode> things = new ArrayList<>();
    for (Element script : page.select("script[type=application/ld+json]")) {
      Deque<JsonNode> open = new ArrayDeque<>();
      try {
        JsonNode read = JSON.readTree(script.data());
        if (read != null) {
          open.add(read);
        }
      } catch (JsonProcessingException e) {
        // Many pages carry broken JSON-LD; their other metadata serve.
        continue;
      }
      while (!open.isEmpty() && things.size() < 200) {
        JsonNode node = open.poll();
        if (node.isArray()) {
          node.forEach(open::add);
        } else if (node.isObject()) {
          things.add(node);
          if (node.has("@graph")) {
            open.add(node.get("@graph"));
          }
        }
      }
    }
    return things;
  }

  private static @Nullable String fromJson(
      List<JsonNode> things, Function<JsonNode, @Nullable String> field) {
    for (JsonNode thing : things) {
      String type = text(thing, "@type");
      boolean article = type != null && type.matches(".*(?:Article|Posting|Report|PressRelease)");
      String value = article ? field.apply(thing) : null;
      if (value != null && !value.isBlank()) {
        return value.strip();
      }
    }
    return null;
  }

  private static @Nullable String text(JsonNode node, String field) {
    JsonNode value = node.get(field);
    if (value != null && value.isArray() && !value.isEmpty()) {
      value = value.get(0);
    }
    return value != null && value.isTextual() ? value.textValue() : null;
  }

  private static @Nullable String content(Document page, String selector) {
    return attribute(page, selector, "content");
  }

  private static @Nullable String attribute(Document page, String selector, String attribute) {
    Element element = page.selectFirst(selector);
    String value = element == null ? "" : element.attr(attribute).strip();
    return value.isEmpty() ? null : value;
  }
}
