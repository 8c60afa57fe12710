package org.crcgraph.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.crcgraph.lexicon.Lexicon;
import org.jspecify.annotations.Nullable;

/** The nouns that say what a number counts, with the unit of each. */
final class CountNouns {
  /** Nouns by their first word, the longest first. */
  private final Map<String, List<Entry>> byFirst = new HashMap<>();

  private record Entry(List<String> words, String unit) {}

  /** Reads {@code data/lexicon/words/count-nouns.txt}: lines {@code UNIT: noun, noun}. */
  CountNouns(Lexicon lexicon) {
    for (String line : lexicon.words("count-nouns").stream().sorted().toList()) {
      int colon = line.indexOf(':');
      String unit = line.substring(0, colon).strip();
      for (String noun : line.substring(colon + 1).strip().split("\\s*,\\s*")) {
        List<String> words = List.of(noun.replace("-", " - ").split("\\s+"));
        byFirst
            .computeIfAbsent(words.get(0), first -> new ArrayList<>())
            .add(new Entry(words, unit));
      }
    }
    byFirst
        .values()
        .forEach(e -> e.sort(Comparator.comparingInt((Entry x) -> x.words().size()).reversed()));
  }

  /**
   * A noun in a sentence.
   *
   * @param from first token
   * @param to one past the last token
   * @param unit what it counts in
   */
  record Noun(int from, int to, String unit) {}

  /** The noun that begins at a token, or null. */
  @Nullable Noun at(Tokens tokens, int i) {
    if (i >= tokens.size()) {
      return null;
    }
    Name name = tokens.get(i).name();
    if (name != null) {
      boolean whose = tokens.is(i + 1, "'s") || tokens.is(i + 1, "'");
      return Field.isClass(name.entity()) && !whose ? new Noun(i, i + 1, "organisations") : null;
    }
    for (Entry entry : byFirst.getOrDefault(tokens.get(i).word(), List.of())) {
      if (matches(tokens, i, entry.words())) {
        return new Noun(i, i + entry.words().size(), entry.unit());
      }
    }
    return null;
  }

  private static boolean matches(Tokens tokens, int at, List<String> words) {
    for (int k = 0; k < words.size(); k++) {
      if (!tokens.is(at + k, words.get(k))) {
        return false;
      }
    }
    return true;
  }

  /** The first noun within a few tokens, not across marks or verbs that end the noun phrase. */
  @Nullable Noun within(Tokens tokens, int from, int most) {
    for (int i = from; i < Math.min(from + most, tokens.size()); i++) {
      Noun noun = at(tokens, i);
      if (noun != null) {
        return noun;
      }
      Tokens.Token token = tokens.get(i);
      boolean ends =
          token.name() == null
              && (!(token.isWord() || token.is("-") || token.is("‘") || token.is("“"))
                  || ENDS.contains(token.word()));
      if (ends) {
        return null;
      }
    }
    return null;
  }

  private static final WordSet ENDS =
      WordSet.of(
          "is", "are", "was", "were", "has", "have", "had", "in", "on", "at", "to", "for", "from",
          "by", "with", "that", "who", "which", "as", "but", "will", "would", "can", "could",
          "years", "months", "weeks", "days", "hours", "a", "per", "its", "their");
}
