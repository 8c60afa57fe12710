package org.crcgraph.query;

/** Text made safe for the language around it. */
public final class Escaped {
  private Escaped() {}

  /** Text that HTML and SVG take for nothing but text, in content and in quoted attributes. */
  public static String html(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /** Text that Markdown takes for nothing but text, also in the cell of a table. */
  public static String markdown(String text) {
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r') {
        escaped.append(' ');
      } else if (c == '<') {
        escaped.append("&lt;");
      } else {
        if ("\\`*_[]|#".indexOf(c) >= 0) {
          escaped.append('\\');
        }
        escaped.append(c);
      }
    }
    return escaped.toString();
  }

  /** The address of a Markdown link, to stand between angle brackets. */
  public static String markdownTarget(String iri) {
    return iri.replace("|", "%7C").replace("<", "%3C").replace(">", "%3E").replace(" ", "%20");
  }

  /**
   * A cell that a spreadsheet does not take for a formula: one that begins with {@code = + - @}, a
   * tab or a line end gets an apostrophe before it.
   */
  public static String spreadsheet(String text) {
    return !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
