package org.crcgraph.extract;

import java.util.Set;
import org.crcgraph.extract.SayingFrames.Frame;
import org.crcgraph.extract.SayingFrames.Shape;
import org.crcgraph.extract.SpeechWords.Complement;
import org.jspecify.annotations.Nullable;

/** Where, after a verb of saying, what was said begins: behind whom it was told, when, and how. */
final class ContentStarts {
  /** What is expressed, voiced or raised and then told in a clause. */
  private static final Set<String> CONCERNS =
      Set.of(
          "concern",
          "concerns",
          "fear",
          "fears",
          "doubt",
          "doubts",
          "view",
          "hope",
          "hopes",
          "regret",
          "disappointment",
          "surprise",
          "belief",
          "opinion",
          "worry",
          "worries",
          "dismay",
          "frustration",
          "alarm",
          "anger",
          "clear",
          "complaints",
          "complaint");

  /** Words that whoever is told may take up before "that". */
  private static final int LONGEST_ADDRESSEE = 16;

  private final SpeechTokens tokens;
  private final SpeechWords words;
  private final int[] quotationOf;
  private final SpokenSentences sentences;

  ContentStarts(
      SpeechTokens tokens, SpeechWords words, int[] quotationOf, SpokenSentences sentences) {
    this.tokens = tokens;
    this.words = words;
    this.quotationOf = quotationOf;
    this.sentences = sentences;
  }

  /**
   * "As Stacey said on the radio, people differ": the comma after which the content stands, or -1.
   */
  int asSaid(Frame frame, int first, int r, int last) {
    int start = sentences.afterConjunction(first);
    boolean as =
        tokens.is(start, "as")
            && frame.first() - start <= 2
            && frame.shape() == Shape.SUBJECT_FIRST;
    boolean bare =
        tokens.is(r, ",")
            || tokens.is(r, "clear")
            || tokens.is(r, "it")
            || Grammar.isPreposition(tokens.word(r));
    if (!as || !bare) {
      return -1;
    }
    for (int i = r; i < Math.min(last, r + 12); i++) {
      if (tokens.is(i, ",")) {
        return i;
      }
    }
    return -1;
  }

  int thatNear(int r, int last) {
    int limit = Math.min(last, r + 9);
    for (int i = r; i <= limit; i++) {
      if (tokens.is(i, "that")) {
        return i == r || onlyPhrase(r, i) ? i : -1;
      }
      boolean month = tokens.is(i, "may") && tokens.isCapital(i);
      if (quotationOf[i] >= 0
          || tokens.is(i, ":")
          || tokens.is(i, ";")
          || tokens.is(i, "(")
          || (i > r && words.verb(tokens.word(i)) != null)
          || (Grammar.isFinite(tokens.word(i)) && !month)) {
        return -1;
      }
    }
    return -1;
  }

  /** "told staff in both regional offices that …": whoever is told may be told at length. */
  int thatAfterAddressee(int r, int last) {
    for (int i = r; i <= Math.min(last - 1, r + LONGEST_ADDRESSEE); i++) {
      if (tokens.is(i, "that")) {
        return i;
      }
      boolean part = tokens.isWord(i) || tokens.is(i, "&");
      if (!part || quotationOf[i] >= 0 || Grammar.isFinite(tokens.word(i))) {
        return -1;
      }
    }
    return -1;
  }

  boolean isWhen(int token) {
    return switch (tokens.word(token)) {
      case "long", "soon", "shortly", "just", "in", "on", "at", "during", "before", "after", "," ->
          true;
      default -> false;
    };
  }

  /** "predicted long before the sale, that …". */
  int thatAfterComma(int r, int last) {
    for (int i = r + 1; i < Math.min(last, r + 16); i++) {
      if (tokens.is(i, "that") && tokens.is(i - 1, ",")) {
        return i;
      }
    }
    return -1;
  }

  /** Between verb and "that" only whom or when or where it was said: no object of its own. */
  private boolean onlyPhrase(int r, int that) {
    String word = tokens.word(r);
    boolean phrase =
        switch (word) {
          case "to",
              "in",
              "on",
              "at",
              "during",
              "last",
              "yesterday",
              "today",
              "this",
              "only",
              "as",
              "back",
              "again",
              "," ->
              true;
          default -> isAddressee(word) || tokens.isCapital(r) || word.equals("the");
        };
    return phrase && (that - r <= 8);
  }

  /** Who is told, in a word: "told MPs that". */
  private static boolean isAddressee(String word) {
    return switch (word) {
      case "us",
          "me",
          "them",
          "him",
          "her",
          "inspectors",
          "mps",
          "peers",
          "journalists",
          "reporters",
          "staff",
          "parliament",
          "ministers" ->
          true;
      default -> false;
    };
  }

  /** Who may be told, where a clause follows at once. */
  private static boolean isLooseAddressee(String word) {
    return switch (word) {
      case "reps", "members", "everybody", "everyone", "it" -> true;
      default -> false;
    };
  }

  int afterAddressee(int r, int last) {
    String word = tokens.word(r);
    if (isAddressee(word) || isLooseAddressee(word)) {
      int after = sentences.afterWhen(r + 1, last);
      return tokens.is(after, "that") ? after + 1 : after;
    }
    int end = r;
    if (word.equals("the")
        || word.equals("a")
        || word.equals("his")
        || word.equals("her")
        || word.equals("this")) {
      end++;
    }
    int start = end;
    while (end <= last && (tokens.isCapital(end) || (end > start && isMedium(end)))) {
      end++;
      if (end > start && tokens.is(end, "of") && tokens.isCapital(end + 1)) {
        end++;
      }
    }
    while (end <= last && isMedium(end)) {
      end++;
    }
    if (end == r) {
      return r;
    }
    if (tokens.is(end, "(") && tokens.is(end + 2, ")")) {
      end += 3;
    }
    int after = end > start ? sentences.afterWhen(end, last) : end;
    return tokens.is(after, "that") ? after + 1 : after;
  }

  private boolean isMedium(int token) {
    return switch (tokens.word(token)) {
      case "newspaper",
          "programme",
          "committee",
          "magazine",
          "website",
          "podcast",
          "inquiry",
          "conference",
          "court",
          "paper",
          "show",
          "house",
          "4's" ->
          true;
      default -> false;
    };
  }

  /** "complained to Oakfield about the noise": where the matter begins, or -1. */
  int complaintTo(SpeechWords.Saying saying, int r, int last) {
    if (!tokens.is(r, "to") || saying.takes(Complement.TO) || !saying.takes(Complement.ABOUT)) {
      return -1;
    }
    for (int i = r + 2; i < Math.min(last, r + 8); i++) {
      if (tokens.is(i, "about") || tokens.is(i, "of")) {
        return tokens.is(i, "about") ? i + 1 : -1;
      }
      if (!tokens.isWord(i) || Grammar.isFinite(tokens.word(i))) {
        return -1;
      }
    }
    return -1;
  }

  static @Nullable Complement prepositionOf(String word) {
    return switch (word) {
      case "of" -> Complement.OF;
      case "about" -> Complement.ABOUT;
      case "to" -> Complement.TO;
      case "for" -> Complement.FOR;
      case "against" -> Complement.AGAINST;
      default -> null;
    };
  }

  boolean beginsClause(int at, int last) {
    if (last - at < 1) {
      return false;
    }
    String word = tokens.word(at);
    if (!tokens.isWord(at)) {
      return sentences.isOpeningMark(at);
    }
    if (Grammar.isPreposition(word)) {
      return word.equals("of");
    }
    return switch (word) {
      case "so",
          "nothing",
          "and",
          "but",
          "or",
          "something",
          "anything",
          "goodbye",
          "sorry",
          "yes",
          "that's",
          "as",
          "when",
          "while" ->
          false;
      default -> true;
    };
  }

  /** "urged MPs to act", "called on MPs to act": who is to act, and how; or -1. */
  int order(int r, int last) {
    int start = tokens.is(r, "on") ? r + 1 : r;
    if (tokens.is(r, "to") && r + 2 < last) {
      return r;
    }
    SpeechWords.Saying verb = words.verb(tokens.word(r - 1));
    boolean call = verb != null && verb.base().equals("call");
    if ((call && start == r) || tokens.is(start, "for") || tokens.is(start, "that")) {
      return -1;
    }
    for (int i = start + 1; i < Math.min(last, start + 9); i++) {
      if (tokens.is(i, "to")) {
        return start;
      }
      if (!tokens.isWord(i) || Grammar.isFinite(tokens.word(i))) {
        return -1;
      }
    }
    return -1;
  }

  /** "expressed concern that …", "raised fears over …": where the content begins, or -1. */
  int concern(int r, int last) {
    for (int i = r; i < Math.min(last, r + 6); i++) {
      if (CONCERNS.contains(tokens.word(i))) {
        return switch (tokens.word(i + 1)) {
          case "that", "about", "over", "at" -> i + 2;
          default -> -1;
        };
      }
    }
    return -1;
  }

  /**
   * "blamed the delay on the cuts", "attributed the fall to the cuts": the object and its cause.
   */
  int cause(int r, int last) {
    for (int i = r + 1; i < Math.min(last, r + 15); i++) {
      if (tokens.is(i, "to") || tokens.is(i, "on") || tokens.is(i, "for")) {
        return r;
      }
    }
    return -1;
  }

  /** "described the reforms as a failure": the object with what it is called. */
  int predicate(int r, int last) {
    boolean quote = false;
    for (int i = r; i <= Math.min(last, r + 40); i++) {
      quote |= quotationOf[i] >= 0;
    }
    if (Grammar.isPreposition(tokens.word(r)) || !(quote || calledAs(r, last) > 0)) {
      return -1;
    }
    return r;
  }

  /** The "as" of "described the reforms as a failure", or -1. */
  int calledAs(int r, int last) {
    SpeechWords.Saying saying = words.verb(tokens.word(r - 1));
    if (saying == null || !saying.base().equals("describe")) {
      return -1;
    }
    for (int i = r + 1; i < Math.min(last, r + 24); i++) {
      if (tokens.is(i, "as")
          && (Grammar.isDeterminer(tokens.word(i + 1)) || quotationOf[i + 1] >= 0)) {
        return i;
      }
    }
    return -1;
  }
}
