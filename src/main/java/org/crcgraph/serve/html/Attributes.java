package org.crcgraph.serve.html;

import org.crcgraph.serve.http.Escape;

/**
 * Attributes of an element, escaped.
 *
 * @param markup as in the start tag, each with a space before it
 */
public record Attributes(String markup) {
  /** None. */
  public static final Attributes NONE = new Attributes("");

  /** One attribute. */
  public static Attributes of(String name, String value) {
    return NONE.and(name, value);
  }

  /** These and one more. */
  public Attributes and(String name, String value) {
    return new Attributes(markup + " " + name + "=\"" + Escape.html(value) + "\"");
  }

  /** These and an attribute without value. */
  public Attributes and(String name) {
    return new Attributes(markup + " " + name);
  }
}
