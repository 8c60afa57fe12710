package org.crcgraph.serve.http;

import java.nio.charset.StandardCharsets;

/** Makes text from documents and requests harmless where it is put. */
public final class Escape {
  private static final String UNRESERVED = "-._~";
  private static final String HEX = "0123456789ABCDEF";

  private Escape() {}

  /** For the text and for quoted attributes of HTML and SVG. */
  public static String html(String text) {
    StringBuilder out = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      String replacement =
          switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            case '\'' -> "&#39;";
            default -> c < ' ' && c != '\n' && c != '\t' && c != '\r' ? "\uFFFD" : "";
          };
      if (!replacement.isEmpty() && out == null) {
        out = new StringBuilder(text.length() + 32).append(text, 0, i);
      }
      if (out != null) {
        if (replacement.isEmpty()) {
          out.append(c);
        } else {
          out.append(replacement);
        }
      }
    }
    return out == null ? text : out.toString();
  }

  /** For a name or value in an address: everything but unreserved characters is encoded. */
  public static String url(String text) {
    return percent(text, UNRESERVED);
  }

  /** For the path of an address: slashes, colons and the like stay. */
  public static String path(String text) {
    return percent(text, UNRESERVED + "/:@!$&'()*+,;=");
  }

  /** For a response header: no line breaks or other controls, printable ASCII only. */
  public static String header(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      out.append(c >= ' ' && c < 0x7F ? c : '?');
    }
    return out.toString();
  }

  private static String percent(String text, String kept) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      if ((c >= 'a' && c <= 'z')
          || (c >= 'A' && c <= 'Z')
          || (c >= '0' && c <= '9')
          || kept.indexOf(c) >= 0) {
        out.append(c);
      } else {
        out.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
      }
    }
    return out.toString();
  }
}
