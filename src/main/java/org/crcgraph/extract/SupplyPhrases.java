package org.crcgraph.extract;

import java.util.List;
import java.util.Set;
import org.crcgraph.model.EntityRef;
import org.jspecify.annotations.Nullable;

/**
 * How far the clause around a verb or noun of supplying goes, and which of its words name the
 * service.
 */
final class SupplyPhrases {
  /** How many tokens a clause goes on after its verb at most. */
  static final int REACH = 22;

  static final Set<String> ENDS = Set.of(".", ";", ":", "?", "!", "•");

  /** Verbs that go on with a sentence after a relative clause. */
  private static final Set<String> AFTER_RELATIVE =
      Set.of(
          "is",
          "are",
          "was",
          "were",
          "has",
          "have",
          "had",
          "said",
          "says",
          "told",
          "will",
          "would",
          "did",
          "does",
          "confirmed",
          "declined");

  private SupplyPhrases() {}

  static @Nullable EntityRef entityAt(Tokens tokens, int i) {
    Name name = i >= 0 && i < tokens.size() ? tokens.get(i).name() : null;
    return name == null ? null : name.entity();
  }

  static Name nameAt(Tokens tokens, int i) {
    Name name = tokens.get(i).name();
    if (name == null) {
      throw new IllegalArgumentException("no name at token " + i);
    }
    return name;
  }

  static boolean describes(String word) {
    return Character.isLetter(word.charAt(0))
        && !Grammar.isFinite(word)
        && !Grammar.isPreposition(word)
        && !Grammar.isSubordinator(word)
        && !Grammar.isSubjectPronoun(word);
  }

  static int clauseEnd(Tokens tokens, int from) {
    int end = from;
    while (end < tokens.size()
        && end - from < REACH
        && !(tokens.get(end).name() == null
            && (ENDS.contains(tokens.get(end).word())
                || tokens.is(end, "which")
                || tokens.is(end, "who")
                || tokens.is(end, "while")
                || tokens.is(end, "but")
                || tokens.is(end, "because")
                || (tokens.is(end, ",")
                    && end + 1 < tokens.size()
                    && tokens.get(end + 1).name() == null
                    && AFTER_RELATIVE.contains(tokens.get(end + 1).word()))))) {
      end++;
    }
    return end;
  }

  /** The noun phrase that ends before a token: from the word after the last mark or verb. */
  static int[] nounBefore(Tokens tokens, int at) {
    int to = at;
    while (to > 0
        && (tokens.is(to - 1, ",") || tokens.is(to - 1, "which") || tokens.is(to - 1, "that"))) {
      to--;
    }
    int from = to;
    while (from > 0
        && to - from < 8
        && (tokens.get(from - 1).name() != null
            || ((tokens.get(from - 1).isWord()
                    || tokens.is(from - 1, "-")
                    || tokens.is(from - 1, "'s"))
                && !Grammar.isFinite(tokens.get(from - 1).word())
                && !Grammar.isSubordinator(tokens.get(from - 1).word())))) {
      from--;
    }
    return new int[] {from, to};
  }

  static int[] serviceAround(Tokens tokens, int at) {
    if (tokens.is(at + 1, "for") || tokens.is(at + 1, "on")) {
      int end = at + 2;
      while (end < tokens.size()
          && end - at < 10
          && (tokens.get(end).isWord() || tokens.is(end, "-"))
          && !Grammar.isPreposition(tokens.get(end).word())
          && !Grammar.isFinite(tokens.get(end).word())) {
        end++;
      }
      return new int[] {at + 2, end};
    }
    int from = at;
    while (from > 0
        && at - from < 5
        && (tokens.get(from - 1).isWord() || tokens.get(from - 1).name() != null)
        && !Grammar.isDeterminer(tokens.get(from - 1).word())
        && describes(tokens.get(from - 1).word())) {
      from--;
    }
    return new int[] {from, at};
  }

  static List<EntityRef> entities(List<Clauses.Party> parties) {
    return parties.stream().map(Clauses.Party::entity).toList();
  }
}
