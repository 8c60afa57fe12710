package org.crcgraph.extract;

import java.util.List;
import java.util.Set;
import org.crcgraph.model.Annotation;
import org.jspecify.annotations.Nullable;

/** What happens to a contract: the words around its noun that give, end, change or prolong it. */
final class ContractEvents {
  private final ContractWords words;

  ContractEvents(ContractWords words) {
    this.words = words;
  }

  Annotation.@Nullable ContractEvent event(
      Tokens tokens, int from, int to, int lowest, int highest) {
    int low = Math.max(lowest, from - ContractPhrases.REACH);
    int high = Math.min(highest, to + ContractPhrases.REACH);
    Annotation.ContractEvent object = verbOf(tokens, from, to);
    if (object != null) {
      return object;
    }
    if (tells(words.terminations(), tokens, low, high)
        || isCutShort(tokens, from, to)
        || isClosedEarly(tokens, to, high)) {
      return Annotation.ContractEvent.TERMINATION;
    }
    if (tells(words.extensions(), tokens, low, high) || tokens.is(to - 1, "extension")) {
      return Annotation.ContractEvent.EXTENSION;
    }
    if (tells(words.variations(), tokens, low, high)) {
      return Annotation.ContractEvent.VARIATION;
    }
    if (tokens.get(from).word().startsWith("variation")) {
      return Annotation.ContractEvent.VARIATION;
    }
    boolean bidder = tokens.get(from).word().equals("preferred");
    if (bidder || tells(words.awards(), tokens, low, high)) {
      return Annotation.ContractEvent.AWARD;
    }
    if (isUnder(tokens, from) && changesHands(tokens, from)) {
      return Annotation.ContractEvent.AWARD;
    }
    Annotation.ContractEvent later = afterAside(tokens, from, to, highest);
    if (later != null) {
      return later;
    }
    return givesTo(tokens, from) ? Annotation.ContractEvent.AWARD : ofMainVerb(tokens, to, highest);
  }

  /** "to award the security firm Greenvale a £9 million contract": a name stands between. */
  private boolean givesTo(Tokens tokens, int noun) {
    boolean named = false;
    for (int i = noun - 1; i >= 0 && noun - i <= MAIN; i--) {
      Name name = tokens.get(i).name();
      if (name != null) {
        named |= ContractParties.isParty(name.entity());
      } else if (words.awards().longestAt(tokens, i) > 0) {
        return named && !isDenied(tokens, i);
      } else if (Grammar.isFinite(tokens.get(i).word()) || tokens.is(i, ".")) {
        return false;
      }
    }
    return false;
  }

  /** How far from the noun its own verb may stand. */
  private static final int MAIN = 16;

  /** "Contracts to monitor people on probation were awarded": the verb after a long phrase. */
  private Annotation.@Nullable ContractEvent ofMainVerb(Tokens tokens, int from, int highest) {
    boolean phrase =
        tokens.is(from, "to")
            || tokens.is(from, "for")
            || tokens.is(from, "with")
            || tokens.is(from, "of");
    for (int i = from; phrase && i < Math.min(highest, from + MAIN); i++) {
      if (tokens.get(i).name() != null) {
        continue;
      }
      String word = tokens.get(i).word();
      if (word.equals("was")
          || word.equals("were")
          || word.equals("is")
          || word.equals("are")
          || word.equals("has")
          || word.equals("have")) {
        int high = Math.min(highest, i + 5);
        for (Annotation.ContractEvent event : ORDER) {
          WordList list = listOf(event);
          if (tells(list, tokens, i, high)) {
            return event;
          }
        }
        return null;
      }
      if (Grammar.isFinite(word) || Grammar.isSubordinator(word) || word.equals(",")) {
        return null;
      }
    }
    return null;
  }

  private WordList listOf(Annotation.ContractEvent event) {
    return switch (event) {
      case TERMINATION -> words.terminations();
      case EXTENSION -> words.extensions();
      case VARIATION -> words.variations();
      case AWARD -> words.awards();
    };
  }

  /** "handed to Brightwell under a contract", "Brightwell took over under a contract". */
  private boolean changesHands(Tokens tokens, int before) {
    return words.handing().in(tokens, 0, before) || words.takingOver().in(tokens, 0, before);
  }

  /** Whether a list's word stands there and is not denied: "will not be renewed". */
  private static boolean tells(WordList list, Tokens tokens, int low, int high) {
    for (int i = Math.max(low, 0); i < Math.min(high, tokens.size()); i++) {
      if (list.longestAt(tokens, i) > 0
          && !isDenied(tokens, i)
          && !isEndOfPeriod(tokens, i)
          && !isPossible(tokens, i)) {
        return true;
      }
    }
    return false;
  }

  /** "by the end of 2020", "at the end of the financial year": a time, no event. */
  private static boolean isEndOfPeriod(Tokens tokens, int i) {
    if (!tokens.is(i, "end") || !tokens.is(i - 1, "the") || !tokens.is(i + 1, "of")) {
      return false;
    }
    for (int k = i + 2; k < Math.min(i + 6, tokens.size()); k++) {
      if (tokens.get(k).isNumeral()
          || Dates.month(tokens, k) > 0
          || PERIODS.contains(tokens.get(k).word())) {
        return true;
      }
    }
    return false;
  }

  private static final Set<String> PERIODS =
      Set.of(
          "year",
          "month",
          "week",
          "decade",
          "century",
          "summer",
          "winter",
          "spring",
          "autumn",
          "season",
          "quarter",
          "parliament");

  /** "with a possible extension to ten years", "an option to extend": nothing was prolonged. */
  private static boolean isPossible(Tokens tokens, int i) {
    for (int k = i - 1; k >= 0 && i - k <= 3; k--) {
      if (tokens.is(k, "possible")
          || tokens.is(k, "potential")
          || tokens.is(k, "optional")
          || tokens.is(k, "option")
          || tokens.is(k, "options")
          || tokens.is(k, "possibility")) {
        return true;
      }
    }
    return false;
  }

  /** "will not renew": the contract comes to its end. */
  boolean isNotRenewed(Tokens tokens, int low, int high) {
    for (int i = Math.max(low, 1); i < Math.min(high, tokens.size()); i++) {
      boolean renewed = words.extensions().longestAt(tokens, i) > 0 || tokens.is(i, "renew");
      if (renewed && isDenied(tokens, i) && isFuture(tokens, i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isFuture(Tokens tokens, int verb) {
    for (int i = verb - 1; i >= 0 && verb - i <= 4; i--) {
      if (tokens.is(i, "will") || tokens.is(i, "won't") || tokens.is(i, "would")) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDenied(Tokens tokens, int verb) {
    for (int i = verb - 1; i >= 0 && verb - i <= 3; i--) {
      if (tokens.get(i).name() == null && Grammar.isNegation(tokens.get(i).word())) {
        // "should not be extended" asks for something.
        return !isDemand(tokens, i - 1);
      }
    }
    return false;
  }

  private static boolean isDemand(Tokens tokens, int i) {
    return tokens.is(i, "should") || tokens.is(i, "must");
  }

  /** Whether the event is only asked for, in the same clause. */
  boolean isSupposed(Tokens tokens, int noun) {
    int low = Math.max(0, noun - ContractPhrases.REACH);
    for (int i = noun - 1; i > low; i--) {
      boolean clause =
          (tokens.is(i - 1, "and") || tokens.is(i - 1, "but"))
              && (tokens.get(i).name() != null || Grammar.isSubjectPronoun(tokens.get(i).word()));
      if (clause) {
        low = i;
      }
    }
    return words.supposing().in(tokens, low, noun) || isDemand(tokens, noun + 1);
  }

  /** "Its deal with Redwell, the charity, has been rolled over": the verb of the main clause. */
  private Annotation.@Nullable ContractEvent afterAside(Tokens tokens, int noun, int from, int to) {
    for (int i = 0; i < noun; i++) {
      if (tokens.get(i).name() == null && Grammar.isFinite(tokens.get(i).word())) {
        return null;
      }
    }
    for (int i = from; i + 2 < to; i++) {
      boolean main =
          tokens.is(i, ",")
              && tokens.get(i + 1).name() == null
              && (tokens.is(i + 1, "has")
                  || tokens.is(i + 1, "have")
                  || tokens.is(i + 1, "was")
                  || tokens.is(i + 1, "were")
                  || tokens.is(i + 1, "is")
                  || tokens.is(i + 1, "will"));
      if (main) {
        int high = Math.min(to, i + 6);
        if (tells(words.terminations(), tokens, i, high)) {
          return Annotation.ContractEvent.TERMINATION;
        }
        if (tells(words.extensions(), tokens, i, high)) {
          return Annotation.ContractEvent.EXTENSION;
        }
        if (tells(words.variations(), tokens, i, high)) {
          return Annotation.ContractEvent.VARIATION;
        }
        return null;
      }
    }
    return null;
  }

  /** "the contracts would close two years early". */
  private static boolean isClosedEarly(Tokens tokens, int from, int to) {
    boolean closed = false;
    for (int i = from; i < to; i++) {
      closed |=
          tokens.is(i, "close")
              || tokens.is(i, "closed")
              || tokens.is(i, "finish")
              || tokens.is(i, "stop");
      if (closed && (tokens.is(i, "early") || tokens.is(i, "sooner") || tokens.is(i, "ahead"))) {
        return true;
      }
    }
    return false;
  }

  /** What the verb tells whose object the contract is, or whose subject: "lost its contract". */
  private Annotation.@Nullable ContractEvent verbOf(Tokens tokens, int from, int to) {
    for (Annotation.ContractEvent event : ORDER) {
      WordList list = words.verbs(event);
      if (list == null) {
        continue;
      }
      for (int i = from - 1; i >= 0 && from - i <= OBJECT; i--) {
        int length = list.longestAt(tokens, i);
        if (length > 0
            && isPhrase(tokens, i + length, from)
            && !isDenied(tokens, i)
            && !isAdjective(tokens, i)) {
          return event;
        }
      }
      if (event == Annotation.ContractEvent.AWARD) {
        continue;
      }
      for (int i = to + 1; i < Math.min(to + 4, tokens.size()); i++) {
        int length = list.longestAt(tokens, i);
        if (length > 0 && isAuxiliaries(tokens, to, i) && !isDenied(tokens, i)) {
          return event;
        }
      }
    }
    return null;
  }

  /** "their agreed contracts", "the cut-back deal": what is known of the contract, no event. */
  private static boolean isAdjective(Tokens tokens, int i) {
    return i > 0
        && tokens.get(i - 1).isWord()
        && Grammar.isDeterminer(tokens.get(i - 1).word())
        && Grammar.isPastForm(tokens.get(i).word());
  }

  /** "handed back" ends a contract though "handed" gives one: the verbs of ending come first. */
  private static final List<Annotation.ContractEvent> ORDER =
      List.of(
          Annotation.ContractEvent.TERMINATION,
          Annotation.ContractEvent.EXTENSION,
          Annotation.ContractEvent.VARIATION,
          Annotation.ContractEvent.AWARD);

  /** How many tokens before the noun the verb may stand whose object it is. */
  private static final int OBJECT = 7;

  /** Whether nothing but the beginning of the noun's phrase stands between: "its unpaid work". */
  private static boolean isPhrase(Tokens tokens, int from, int to) {
    for (int i = from; i < to; i++) {
      Tokens.Token token = tokens.get(i);
      boolean part =
          token.name() != null
              || token.isNumeral()
              || token.is("-")
              || token.is("'s")
              || token.is("'")
              || token.is("£")
              || (token.isWord()
                  && !Grammar.isPreposition(token.word())
                  && !Grammar.isSubordinator(token.word())
                  && !Grammar.isFinite(token.word())
                  && !token.is("and"));
      if (!part) {
        return false;
      }
    }
    return true;
  }

  private static boolean isAuxiliaries(Tokens tokens, int from, int to) {
    for (int i = from; i < to; i++) {
      String word = tokens.get(i).word();
      if (tokens.get(i).name() != null
          || !(Grammar.isFinite(word)
              || Grammar.isFiller(word)
              || word.equals("been")
              || word.equals("be"))) {
        return false;
      }
    }
    return true;
  }

  /** "cut the contracts short", "tear the contract up". */
  private static boolean isCutShort(Tokens tokens, int from, int to) {
    for (int i = from - 1; i >= 0 && from - i <= 6; i--) {
      String word = tokens.get(i).word();
      boolean cut = word.equals("cut") || word.equals("cutting") || word.equals("cuts");
      boolean tear =
          word.equals("tear")
              || word.equals("tearing")
              || word.equals("tore")
              || word.equals("rip")
              || word.equals("ripping");
      if ((cut && tokens.is(to, "short")) || (tear && tokens.is(to, "up"))) {
        return true;
      }
    }
    return false;
  }

  /** "worked under a contract": the contract by which somebody works. */
  static boolean isUnder(Tokens tokens, int noun) {
    for (int i = noun - 1; i >= 0 && noun - i <= 4; i--) {
      if (tokens.is(i, "under")) {
        return true;
      }
      boolean known =
          tokens.is(i, "the")
              || tokens.is(i, "these")
              || tokens.is(i, "this")
              || tokens.is(i, "those");
      if (known || tokens.get(i).name() != null || Grammar.isPreposition(tokens.get(i).word())) {
        return false;
      }
    }
    return false;
  }
}
