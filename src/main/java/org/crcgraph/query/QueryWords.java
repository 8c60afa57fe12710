package org.crcgraph.query;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.crcgraph.model.Place;

/** Finds keywords in the text of a query, outside its comments, strings and IRIs. */
final class QueryWords {
  private static final Pattern TOKEN =
      Pattern.compile(
          "#[^\\n]*"
              + "|\"\"\"(?:[^\"\\\\]|\\\\.|\"(?!\"\"))*+\"\"\""
              + "|'''(?:[^'\\\\]|\\\\.|'(?!''))*+'''"
              + "|\"(?:[^\"\\\\\\n]|\\\\.)*+\""
              + "|'(?:[^'\\\\\\n]|\\\\.)*+'"
              + "|<[^<>\\s]*+>"
              + "|[?$:\\w-]++:?",
          Pattern.DOTALL);

  private static final Pattern UPDATE =
      Pattern.compile(
          "insert|delete|load|clear|create|drop|copy|move|add|with", Pattern.CASE_INSENSITIVE);

  private QueryWords() {}

  /** The update keyword with which the text begins after its prologue. */
  static Optional<String> firstOfUpdate(String text) {
    Matcher m = TOKEN.matcher(text);
    boolean prologue = false;
    while (m.find()) {
      String token = m.group();
      if (token.startsWith("#") || token.startsWith("<") || prologue) {
        prologue = prologue && token.startsWith("#");
        continue;
      }
      if (token.equalsIgnoreCase("prefix")) {
        prologue = true;
      } else if (!token.equalsIgnoreCase("base")) {
        return UPDATE.matcher(token).matches() ? Optional.of(token) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** Where a word first stands; the start where it stands nowhere by itself. */
  static Place place(String name, String text, String word) {
    Matcher m = TOKEN.matcher(text);
    while (m.find()) {
      if (m.group().equalsIgnoreCase(word) || m.group().startsWith("<" + word)) {
        String before = text.substring(0, m.start());
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        int lineStart = before.lastIndexOf('\n') + 1;
        return new Place(name, line, before.codePointCount(lineStart, before.length()) + 1);
      }
    }
    return new Place(name, 1, 1);
  }
}
