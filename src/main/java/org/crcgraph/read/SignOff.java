package org.crcgraph.read;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The name that a reader signs a comment with: a short last line of capitalised words. */
final class SignOff {
  private static final int MOST_WORDS = 4;
  private static final int LONGEST = 32;

  /** Capitalised words that close a comment without being anybody's name. */
  private static final Set<String> NO_NAMES =
      Set.of(
          "thanks",
          "thank",
          "cheers",
          "regards",
          "yes",
          "no",
          "exactly",
          "agreed",
          "well",
          "amen",
          "absolutely",
          "disgraceful",
          "shocking",
          "sad",
          "shame",
          "enough",
          "really",
          "seriously",
          "hello",
          "morning",
          "delete",
          "replies",
          "http",
          "https",
          "www",
          "rant",
          "ends",
          "the",
          "a",
          "why",
          "what",
          "how",
          "when",
          "who",
          "where",
          "not",
          "never",
          "good",
          "great",
          "so",
          "and",
          "but",
          "or",
          "this",
          "that",
          "it",
          "is",
          "you",
          "i",
          "we",
          "they",
          "please",
          "merry",
          "happy",
          "god",
          "priceless",
          "unbelievable",
          "update",
          "correction",
          "source");

  private SignOff() {}

  /** The sign-off of a comment's lines, as printed, or null. */
  static @Nullable String of(String text, List<Line> lines) {
    if (lines.size() < 2) {
      return null;
    }
    Line last = lines.get(lines.size() - 1);
    if (last.length() < 2 || last.length() > LONGEST) {
      return null;
    }
    String words = last.in(text);
    int start = 0;
    while (start < words.length() && isDash(words.charAt(start))) {
      start++;
    }
    String name = words.substring(start).strip();
    return isName(name) ? name : null;
  }

  private static boolean isName(String name) {
    if (name.length() < 2 || ".!?:;,…)".indexOf(name.charAt(name.length() - 1)) >= 0) {
      return false;
    }
    String[] words = name.split("[\\s\\u00a0]+");
    if (words.length > MOST_WORDS) {
      return false;
    }
    for (int i = 0; i < words.length; i++) {
      String bare = strip(words[i]);
      if (bare.isEmpty() ? !words[i].equals("&") : !Character.isUpperCase(bare.codePointAt(0))) {
        return false;
      }
      if (i == 0 && NO_NAMES.contains(bare.toLowerCase(java.util.Locale.ROOT))) {
        return false;
      }
      if (bare.indexOf('/') >= 0 || bare.indexOf(':') >= 0 || bare.indexOf('@') >= 0) {
        return false;
      }
    }
    return true;
  }

  private static String strip(String word) {
    int from = 0;
    int to = word.length();
    while (from < to && !Character.isLetterOrDigit(word.codePointAt(from))) {
      from++;
    }
    while (to > from && !Character.isLetterOrDigit(word.charAt(to - 1))) {
      to--;
    }
    return word.substring(from, to);
  }

  private static boolean isDash(char c) {
    return c == '-' || c == '–' || c == '—' || c == '~' || Line.isBlank(c);
  }
}
