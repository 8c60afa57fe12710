package org.crcgraph.extract;

import java.util.List;
import org.crcgraph.model.TextRange;

/** What stands around the noun or pronoun for a contract. */
final class ContractPhrases {
  /** How far from the noun, in tokens, a verb may say what happens to the contract. */
  static final int REACH = 9;

  /** How far back, in code units, a sentence looks for the noun. */
  static final int BEFORE = 300;

  private ContractPhrases() {}

  static boolean followsContract(Reading reading, Tokens tokens) {
    int from = Math.max(0, tokens.range().from() - BEFORE);
    return reading.text().substring(from, tokens.range().from()).contains("contract");
  }

  static String sentenceBefore(Reading reading, Tokens tokens) {
    int to = tokens.range().from();
    List<Reading.Sentence> before = reading.sentences(new TextRange(Math.max(0, to - BEFORE), to));
    return before.isEmpty() ? "" : reading.text(before.get(before.size() - 1).range());
  }

  static boolean isEarly(Tokens tokens, int from) {
    for (int i = from; i < Math.min(from + REACH, tokens.size()); i++) {
      if (tokens.is(i, "early") || tokens.is(i, "ahead") || tokens.is(i, "sooner")) {
        return true;
      }
    }
    return false;
  }

  static boolean isStop(Tokens tokens) {
    int last = tokens.size() - 1;
    return tokens.is(last, ".")
        || tokens.is(last, "!")
        || tokens.is(last, "”")
        || tokens.is(last, "\"");
  }

  static TextRange evidence(Tokens tokens, int first, int last, int low, int high) {
    int from = first;
    while (from > low && first - from < 12 && !isMark(tokens, from - 1)) {
      from--;
    }
    int to = last;
    while (to < high && to - last < 12 && !isMark(tokens, to)) {
      to++;
    }
    return tokens.range(from, to);
  }

  private static boolean isMark(Tokens tokens, int i) {
    return tokens.is(i, ".") || tokens.is(i, ";") || tokens.is(i, ":") || tokens.is(i, "–");
  }
}
