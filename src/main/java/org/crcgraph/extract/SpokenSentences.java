package org.crcgraph.extract;

/** Marks, times and the bounds of the sentences in which somebody says something. */
final class SpokenSentences {
  /** How far a sentence is read from its verb, in tokens; sentences without end occur. */
  private static final int FARTHEST = 250;

  private final SpeechTokens tokens;
  private final int[] quotationOf;

  SpokenSentences(SpeechTokens tokens, int[] quotationOf) {
    this.tokens = tokens;
    this.quotationOf = quotationOf;
  }

  int firstOfSentence(int token) {
    int i = token;
    while (i > 0
        && token - i < FARTHEST
        && tokens.sentence(i - 1) == tokens.sentence(token)
        && tokens.block(i - 1) == tokens.block(token)) {
      i--;
    }
    return i;
  }

  int lastOfSentence(int token) {
    return tokens.lastOfSentence(token, FARTHEST);
  }

  /** "But most …": a conjunction at the head of the sentence is none of the words said. */
  int afterConjunction(int first) {
    int i = first;
    while (i < tokens.size() && !tokens.isWord(i) && !isOpeningMark(i)) {
      i++;
    }
    return switch (tokens.word(i)) {
      case "but", "and", "yet", "however", "so" -> tokens.is(i + 1, ",") ? i + 2 : i + 1;
      default -> i;
    };
  }

  boolean isOpeningMark(int token) {
    return switch (tokens.word(token)) {
      case "“", "‘", "\"", "'", "(", "[", "£" -> true;
      default -> false;
    };
  }

  boolean isClosingMark(int token) {
    return switch (tokens.word(token)) {
      case "”", "’", "\"", "'" -> true;
      default -> false;
    };
  }

  boolean isSentenceMark(int token) {
    return switch (tokens.word(token)) {
      case ".", ":", ";", "?", "!", "–" -> true;
      default -> false;
    };
  }

  boolean isBracket(int token) {
    return tokens.is(token, "(") || tokens.is(token, ")") || tokens.is(token, "&");
  }

  /** The token after "today", "last week", "on Tuesday" and the like. */
  int afterTime(int token, int last) {
    int i = token;
    if (i <= last
        && (tokens.is(i, "on")
            || tokens.is(i, "last")
            || tokens.is(i, "this")
            || tokens.is(i, "in"))
        && i + 1 <= last
        && isTime(i + 1)) {
      i++;
    }
    while (i <= last && isTime(i)) {
      i++;
    }
    return i;
  }

  boolean isTime(int token) {
    return switch (tokens.word(token)) {
      case "today",
          "yesterday",
          "tonight",
          "monday",
          "tuesday",
          "wednesday",
          "thursday",
          "friday",
          "saturday",
          "sunday",
          "week",
          "month",
          "year",
          "night",
          "morning",
          "evening" ->
          true;
      default -> false;
    };
  }

  /** "on Monday", "last week", "in 2015": the token after when it was said, if that is told. */
  int afterWhen(int token, int last) {
    int i = token;
    int year = tokens.is(i, "back") ? i + 2 : i + 1;
    if (year < last && tokens.is(year - 1, "in") && isYearOrMonth(year)) {
      return year + 1;
    }
    int after = afterTime(i, last);
    return after <= last ? after : token;
  }

  private boolean isYearOrMonth(int token) {
    String word = tokens.word(token);
    return Dates.isMonth(word)
        || (word.length() == 4 && (word.startsWith("20") || word.startsWith("19")));
  }

  /** The first comma from a token on, at most so many tokens away, or -1. */
  int nextComma(int from, int last, int within) {
    for (int i = from; i <= last && i < from + within; i++) {
      if (tokens.is(i, ",") && quotationOf[i] < 0) {
        return i;
      }
    }
    return -1;
  }

  boolean isRelative(int token) {
    return switch (tokens.word(token)) {
      case "who", "which", "whose", "where" -> true;
      default -> false;
    };
  }

  boolean hasFinite(int from, int last) {
    int limit = Math.min(last, from + 30);
    for (int i = from + 1; i <= limit; i++) {
      String word = tokens.word(i);
      if (Grammar.isFinite(word) || Grammar.isPastForm(word)) {
        return true;
      }
    }
    return false;
  }

  boolean isJoint(int token) {
    return switch (tokens.word(token)) {
      case "and", "but", ",", "–", "-", "—", ";", "while" -> true;
      default -> false;
    };
  }
}
