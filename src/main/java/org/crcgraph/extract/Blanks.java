package org.crcgraph.extract;

import java.util.regex.Pattern;

/** Words as they read on one line. */
final class Blanks {
  private static final Pattern RUN = Pattern.compile("\\s+");

  private Blanks() {}

  /** The text with every run of white space as one blank; hardly any text needs a change. */
  static String single(String text) {
    boolean blank = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c <= ' ' && (c != ' ' || blank)) {
        return RUN.matcher(text).replaceAll(" ");
      }
      blank = c == ' ';
    }
    return text;
  }
}
