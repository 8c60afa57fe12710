package org.crcgraph.extract;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.crcgraph.model.Annotation;
import org.crcgraph.model.PartialDate;
import org.crcgraph.model.TextRange;
import org.jspecify.annotations.Nullable;

/** Contracts told by their noun, or by a pronoun for it. */
final class ContractNouns {
  private final ContractWords words;
  private final ContractEvents events;

  ContractNouns(ContractWords words) {
    this.words = words;
    this.events = new ContractEvents(words);
  }

  /** The contracts of a sentence: a second noun counts where it says something of its own. */
  List<ContractCandidate> candidates(Reading reading, Topics topics, Tokens tokens) {
    if (isHeading(tokens)) {
      return List.of();
    }
    List<int[]> spots = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      int length = words.nouns().longestAt(tokens, i);
      if (length > 0 && words.others().longestAt(tokens, i) < 0 && !isOfPerson(tokens, i)) {
        spots.add(new int[] {i, i + length});
        i += length - 1;
      }
    }
    List<ContractCandidate> found = new ArrayList<>();
    for (int k = 0; k < spots.size(); k++) {
      int low = found.isEmpty() ? 0 : spots.get(k - 1)[1];
      int high = k + 1 < spots.size() ? middle(spots.get(k), spots.get(k + 1)) : tokens.size();
      int[] spot = spots.get(k);
      ContractCandidate candidate =
          found.isEmpty()
              ? candidate(reading, topics, tokens, spot[0], spot[1], 0, tokens.size())
              : candidate(reading, topics, tokens, spot[0], spot[1], low, high);
      if (candidate != null && (found.isEmpty() || candidate.isOther(found))) {
        found.add(candidate);
      }
    }
    if (found.isEmpty()) {
      ContractCandidate them = pronoun(reading, topics, tokens);
      if (them != null) {
        found.add(them);
      }
    }
    return found;
  }

  private static int middle(int[] one, int[] next) {
    return Math.max(one[1], next[0] - 2);
  }

  /** "It will end them fourteen months early", where the sentence before speaks of contracts. */
  private @Nullable ContractCandidate pronoun(Reading reading, Topics topics, Tokens tokens) {
    for (int i = 1; i < tokens.size(); i++) {
      boolean them = tokens.is(i, "them") && words.terminations().longestAt(tokens, i - 1) == 1;
      if (them
          && ContractPhrases.isEarly(tokens, i)
          && ContractPhrases.followsContract(reading, tokens)) {
        return candidate(reading, topics, tokens, i, i + 1, 0, tokens.size());
      }
    }
    return null;
  }

  /** "her contract", "a fixed-term contract"; not "put his name to a contract". */
  private static boolean isOfPerson(Tokens tokens, int at) {
    for (int i = at - 1; i >= Math.max(0, at - 5); i--) {
      boolean his =
          (tokens.is(i, "her") || tokens.is(i, "his") || tokens.is(i, "my"))
              && !tokens.is(i + 1, "department")
              && !tokens.is(i + 1, "ministry");
      if (his || (tokens.is(i, "term") && tokens.is(i - 2, "fixed"))) {
        return true;
      }
      if (tokens.get(i).name() != null || Grammar.isPreposition(tokens.get(i).word())) {
        return false;
      }
    }
    return false;
  }

  private @Nullable ContractCandidate candidate(
      Reading reading, Topics topics, Tokens tokens, int from, int to, int low, int high) {
    ContractParties parties = ContractParties.of(topics, tokens, from);
    ContractTerms terms = ContractTerms.of(tokens, from, to, low, high);
    BigDecimal value = terms.value();
    String duration = terms.duration();
    Annotation.ContractEvent event =
        terms.varied()
            ? Annotation.ContractEvent.VARIATION
            : events.event(tokens, from, to, low, high);
    boolean with =
        tokens.is(to - 1, "with")
            || tokens.is(to, "with")
            || tokens.is(to + 1, "with")
            || tokens.is(from - 1, "with")
            || tokens.is(to, "between")
            || tokens.is(to, "from")
            || ContractEvents.isUnder(tokens, from)
            || (tokens.is(to, "let") && tokens.is(to + 1, "by"));
    boolean holds = words.holding().in(tokens, from - 6, from) && parties.supplier() != null;
    boolean starts = event == null && words.beginnings().in(tokens, to, to + ContractPhrases.REACH);
    boolean lapses =
        events.isNotRenewed(tokens, from - ContractPhrases.REACH, to + ContractPhrases.REACH);
    boolean expires =
        event == null
            && (lapses
                || words
                    .expiries()
                    .in(tokens, from - ContractPhrases.REACH, to + ContractPhrases.REACH));
    boolean isField = parties.named();
    if (!isField
        || (value == null
            && duration == null
            && event == null
            && !with
            && !holds
            && !expires
            && !starts)) {
      return null;
    }
    String noun = tokens.get(from).word();
    boolean order = noun.equals("order") || noun.equals("pilot") || noun.equals("framework");
    boolean ofTerms = noun.equals("the");
    if ((order && (value == null || !(with || tokens.is(to, "from") || duration != null)))
        || (ofTerms && event != Annotation.ContractEvent.VARIATION)) {
      return null;
    }
    boolean deal = noun.startsWith("deal");
    boolean withNamed = with && (parties.charity() || ContractParties.isPartyAfter(tokens, to));
    if (deal
        && value == null
        && duration == null
        && event != Annotation.ContractEvent.AWARD
        && !withNamed) {
      return null;
    }
    // Agreements are of many kinds: only a price, a term or a company make one a contract.
    boolean agreement = noun.startsWith("agreement") || noun.equals("terms");
    if (agreement && value == null && duration == null && !withNamed) {
      return null;
    }
    boolean competition =
        noun.equals("competition") || noun.equals("tender") || noun.equals("procurement");
    if (competition && value == null) {
      return null;
    }
    if (noun.startsWith("variation") && !ContractPhrases.followsContract(reading, tokens)) {
      return null;
    }
    if (with
        && !holds
        && value == null
        && duration == null
        && event == null
        && parties.buyer() == null
        && (parties.supplier() == null || Field.isClass(parties.supplier()))) {
      return null;
    }
    Dates.Dated dated =
        Dates.first(
            tokens,
            Math.max(0, from - ContractPhrases.REACH),
            Math.min(tokens.size(), to + ContractPhrases.REACH));
    PartialDate date = dated == null ? null : dated.date();
    Annotation.ContractEvent told =
        event != null && events.isSupposed(tokens, from) && date == null ? null : event;
    if ((told != null || event != null)
        && date == null
        && value == null
        && duration == null
        && isAside(tokens, from)) {
      return null;
    }
    boolean ends = expires || event == Annotation.ContractEvent.TERMINATION;
    if (starts && date == null && value == null && duration == null && !with && !holds) {
      return null;
    }
    TextRange evidence = ContractPhrases.evidence(tokens, terms.first(), terms.last(), low, high);
    ContractRule rule =
        value != null || duration != null
            ? ContractRule.WORTH
            : told != null
                ? ContractRule.EVENT
                : event != null ? ContractRule.DEMAND : ContractRule.WITH;
    return new ContractCandidate(
        new Annotation.Contract(
            reading.evidence(evidence, rule.id()),
            parties.buyer() == null ? Field.MINISTRY : parties.buyer(),
            parties.supplier() == null ? Field.CRCS : parties.supplier(),
            value,
            value == null ? null : "GBP",
            duration,
            ends ? null : date,
            ends ? date : null,
            told),
        topics.scope(tokens.range().from()),
        (value != null ? 4 : 0)
            + (duration != null ? 2 : 0)
            + (date != null ? 2 : 0)
            + (told != null ? 2 : 0)
            + (topics.isPersonal(tokens.range().from()) ? 0 : 1),
        !ContractPhrases.isStop(tokens)
            && told != null
            && value == null
            && duration == null
            && date == null);
  }

  /** "when the contracts were signed": said in passing of another time. */
  private static boolean isAside(Tokens tokens, int noun) {
    for (int i = noun - 1; i >= 0 && noun - i <= 4; i--) {
      if (tokens.is(i, "after") && tokens.get(i + 1).word().endsWith("ing")) {
        // "after renegotiating their contracts": told like any other event.
        return false;
      }
      if (tokens.is(i, "when")
          || tokens.is(i, "before")
          || tokens.is(i, "after")
          || tokens.is(i, "since")
          || tokens.is(i, "than")
          || tokens.is(i, "until")) {
        return true;
      }
    }
    return false;
  }

  /** "How the contracts were let": a heading tells of nothing. */
  private static boolean isHeading(Tokens tokens) {
    boolean asks = tokens.is(0, "how") || tokens.is(0, "why") || tokens.is(0, "what");
    boolean asked = tokens.is(0, "to") && tokens.is(1, "ask");
    return asked || (asks && !ContractPhrases.isStop(tokens));
  }

  /** How many tokens before its pronoun a sentence may have: "Like those of others these will". */
  private static final int OPENING = 8;

  private static final Set<String> PRONOUNS = Set.of("they", "these", "those", "it", "this");

  private static final Set<String> AFTER_PRONOUN =
      Set.of(
          "will", "are", "were", "is", "was", "have", "has", "run", "runs", "would", "last",
          "lasts", "start", "starts", "began", "begin", "begins", "ran", "lasted", "could", "had");

  /**
   * "They were expected to be worth £600 million", "These will now close two years early": of the
   * contracts of the sentence before. What "it" is worth belongs to the contract just awarded.
   */
  void addPronoun(
      Reading reading, Topics topics, Tokens tokens, List<ContractCandidate> candidates) {
    int at = -1;
    for (int i = 0; i + 1 < Math.min(OPENING, tokens.size()) && at < 0; i++) {
      boolean pronoun = tokens.get(i).name() == null && PRONOUNS.contains(tokens.get(i).word());
      boolean subject =
          pronoun
              && tokens.get(i + 1).name() == null
              && AFTER_PRONOUN.contains(tokens.get(i + 1).word());
      at = subject ? i : -1;
    }
    if (at < 0 || !ContractPhrases.sentenceBefore(reading, tokens).contains("contract")) {
      return;
    }
    boolean single = tokens.is(at, "it") || tokens.is(at, "this");
    ContractCandidate candidate = candidate(reading, topics, tokens, at, at + 1, 0, tokens.size());
    if (candidate == null) {
      return;
    }
    Annotation.Contract told = candidate.contract();
    boolean early =
        told.event() == Annotation.ContractEvent.TERMINATION && ContractPhrases.isEarly(tokens, at);
    if (told.value() == null && told.duration() == null && !early) {
      return;
    }
    ContractCandidate last = candidates.isEmpty() ? null : candidates.get(candidates.size() - 1);
    if (single
        && last != null
        && last.contract().value() == null
        && last.contract().duration() == null
        && last.scope().equals(candidate.scope())) {
      candidates.set(candidates.size() - 1, last.with(told));
    } else if (!single) {
      candidates.add(candidate);
    }
  }
}
