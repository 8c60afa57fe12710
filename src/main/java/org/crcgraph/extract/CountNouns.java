package org.crcgraph.extract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crcgraph.lexicon.Lexicon;
import org.jspecify.annotations.Nullable;

/** The nouns that say what a number counts, with the unit of each. */
final class CountNouns {
  private final Map<String, WordList> byUnit = new LinkedHashMap<>();

  /** Reads {@code data/lexicon/words/count-nouns.txt}: lines {@code UNIT: noun, noun}. */
  CountNouns(Lexicon lexicon) {
    for (String line : lexicon.words("count-nouns").stream().sorted().toList()) {
      int colon = line.indexOf(':');
      byUnit.put(
          line.substring(0, colon).strip(),
          WordList.of(List.of(line.substring(colon + 1).strip().split("\\s*,\\s*"))));
    }
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
      return Field.isClass(name.entity()) ? new Noun(i, i + 1, "organisations") : null;
    }
    Noun longest = null;
    for (Map.Entry<String, WordList> unit : byUnit.entrySet()) {
      int length = unit.getValue().longestAt(tokens, i);
      if (length > 0 && (longest == null || length > longest.to() - longest.from())) {
        longest = new Noun(i, i + length, unit.getKey());
      }
    }
    return longest;
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

  private static final java.util.Set<String> ENDS =
      java.util.Set.of(
          "is", "are", "was", "were", "has", "have", "had", "in", "on", "at", "to", "for", "from",
          "by", "with", "that", "who", "which", "as", "but", "will", "would", "can", "could",
          "years", "months", "weeks", "days", "hours", "a", "per", "its", "their");
}
