package org.crcgraph.serve.html;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.crcgraph.serve.http.Escape;

/**
 * A piece of HTML or SVG. Text and attribute values become markup only through {@link #text} and
 * {@link Attributes}, which escape them: no page can forget it. A template engine would bring a
 * second language and a second way to escape.
 *
 * @param markup well-formed markup
 */
public record Html(String markup) {
  private static final Set<String> VOID = Set.of("br", "hr", "img", "input", "link", "meta", "wbr");

  /** Nothing. */
  public static final Html NONE = new Html("");

  /** Text. */
  public static Html text(String text) {
    return new Html(Escape.html(text));
  }

  /** An element with these contents. */
  public static Html of(String tag, Html... contents) {
    return of(tag, Attributes.NONE, List.of(contents));
  }

  /** An element with attributes and these contents. */
  public static Html of(String tag, Attributes attributes, Html... contents) {
    return of(tag, attributes, List.of(contents));
  }

  /** An element with attributes and these contents. */
  public static Html of(String tag, Attributes attributes, Collection<Html> contents) {
    StringBuilder out = new StringBuilder(64);
    out.append('<').append(tag).append(attributes.markup()).append('>');
    if (!VOID.contains(tag)) {
      contents.forEach(c -> out.append(c.markup));
      out.append("</").append(tag).append('>');
    }
    return new Html(out.toString());
  }

  /** An element that holds text. */
  public static Html of(String tag, String text) {
    return of(tag, text(text));
  }

  /** An element with attributes that holds text. */
  public static Html of(String tag, Attributes attributes, String text) {
    return of(tag, attributes, text(text));
  }

  /** A link. */
  public static Html link(String address, String text) {
    return of("a", Attributes.of("href", address), text);
  }

  /** One after the other. */
  public static Html all(Html... parts) {
    return all(List.of(parts));
  }

  /** One after the other. */
  public static Html all(Collection<Html> parts) {
    StringBuilder out = new StringBuilder();
    parts.forEach(p -> out.append(p.markup));
    return new Html(out.toString());
  }

  /** One after the other with text between. */
  public static Html joined(String between, Collection<Html> parts) {
    StringBuilder out = new StringBuilder();
    for (Html part : parts) {
      out.append(out.isEmpty() ? "" : Escape.html(between)).append(part.markup);
    }
    return new Html(out.toString());
  }

  /** Whether there is nothing. */
  public boolean isEmpty() {
    return markup.isEmpty();
  }

  /** This and, after it, that. */
  public Html and(Html next) {
    return new Html(markup + next.markup);
  }
}
