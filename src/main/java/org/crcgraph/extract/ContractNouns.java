package org.crcgraph.extract;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.crcgraph.model.Annotation;
import org.crcgraph.model.EntityKind;
import org.crcgraph.model.EntityRef;
import org.crcgraph.model.PartialDate;
import org.crcgraph.model.TextRange;
import org.jspecify.annotations.Nullable;

/** Contracts told by their noun, or by a pronoun for it. */
final class ContractNouns {
  /** How far back, in code units, the contract was told that "the contract" means. */
  private static final int LATELY = 700;

  private final ContractWords words;
  private final ContractEvents events;
  private final Reading reading;
  private final Topics topics;
  private final ContractRoles roles;

  /** The contract told last, which "the contract" may mean. */
  private @Nullable ContractCandidate last;

  ContractNouns(ContractWords words, Reading reading, ContractRoles roles) {
    this.words = words;
    this.events = new ContractEvents(words);
    this.reading = reading;
    this.topics = reading.topics();
    this.roles = roles;
  }

  /** The contracts of a sentence: a second noun counts where it says something of its own. */
  List<ContractCandidate> candidates(Tokens tokens) {
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
    List<ContractCandidate> all = new ArrayList<>();
    for (int k = 0; k < spots.size(); k++) {
      int low = found.isEmpty() ? 0 : spots.get(k - 1)[1];
      int high = k + 1 < spots.size() ? middle(spots.get(k), spots.get(k + 1)) : tokens.size();
      int[] spot = spots.get(k);
      ContractCandidate candidate =
          found.isEmpty()
              ? candidate(tokens, spot[0], spot[1], 0, tokens.size())
              : candidate(tokens, spot[0], spot[1], low, high);
      if (candidate != null && (found.isEmpty() || candidate.isOther(found))) {
        found.add(candidate);
        all.addAll(
            candidate.perSupplier(
                ContractParties.of(topics, roles, tokens, spot[0], spot[1]).suppliers()));
        last = candidate;
      }
    }
    if (found.isEmpty()) {
      ContractCandidate them = pronoun(tokens);
      if (them != null) {
        all.add(them);
      }
    }
    return all;
  }

  private static int middle(int[] one, int[] next) {
    return Math.max(one[1], next[0] - 2);
  }

  /** "It will end them fourteen months early", where the sentence before speaks of contracts. */
  private @Nullable ContractCandidate pronoun(Tokens tokens) {
    for (int i = 1; i < tokens.size(); i++) {
      boolean it = tokens.is(i, "it") || tokens.is(i, "them");
      boolean won = it && last != null && words.winning().longestAt(tokens, i - 1) == 1;
      if (won && near(tokens, LATELY) && date(tokens, i, tokens.size(), false) != null) {
        // "It won it in 2014."
        return candidate(tokens, i, i + 1, 0, tokens.size());
      }
      boolean them = tokens.is(i, "them") && words.terminations().longestAt(tokens, i - 1) == 1;
      if (them
          && ContractPhrases.isEarly(tokens, i)
          && ContractPhrases.followsContract(reading, tokens)) {
        return candidate(tokens, i, i + 1, 0, tokens.size());
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
      Tokens tokens, int from, int to, int low, int high) {
    ContractParties parties = ContractParties.of(topics, roles, tokens, from, to);
    boolean nobody = parties.supplier() == null && !parties.untold();
    ContractCandidate meant = nobody ? meant(tokens, from) : null;
    ContractTerms terms = ContractTerms.of(tokens, from, to, low, high);
    String duration = terms.duration();
    Annotation.ContractEvent event =
        terms.varied()
            ? Annotation.ContractEvent.VARIATION
            : events.event(tokens, from, to, low, high);
    // "torn up at a cost of £9 million": what that costs is no price.
    boolean cost = terms.cost() && event == Annotation.ContractEvent.TERMINATION;
    BigDecimal value = cost ? null : terms.value();
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
    boolean isField = parties.named() || meant != null;
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
    int reachFrom = Math.max(0, from - ContractPhrases.REACH);
    int reachTo = Math.min(tokens.size(), to + ContractPhrases.REACH);
    PartialDate date = date(tokens, reachFrom, reachTo, false);
    PartialDate until = date(tokens, reachFrom, reachTo, true);
    Annotation.ContractEvent told =
        event != null && events.isSupposed(tokens, from) && date == null && until == null
            ? null
            : event;
    if (event == Annotation.ContractEvent.AWARD && told == null && isIf(tokens, from)) {
      return null;
    }
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
            buyer(tokens, parties, meant),
            supplier(tokens, from, parties, meant),
            value,
            value == null ? null : "GBP",
            duration,
            ends ? null : date,
            ends && date != null ? date : until,
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

  /** The first date in some tokens, or the first after "until"; "2015/16" is none. */
  private static @Nullable PartialDate date(Tokens tokens, int from, int to, boolean until) {
    for (int i = from; i < to; i++) {
      Dates.Dated dated = Dates.first(tokens, i, i + 1);
      if (dated == null) {
        continue;
      }
      boolean period = tokens.is(dated.to(), "/") || tokens.is(dated.to(), "-");
      boolean after =
          tokens.is(dated.from() - 1, "until")
              || tokens.is(dated.from() - 1, "till")
              || tokens.is(dated.from() - 2, "until")
              || (tokens.is(dated.from() - 2, "end") && tokens.is(dated.from() - 4, "until"));
      if (!period && after == until) {
        return dated.date();
      }
      i = dated.to() - 1;
    }
    return null;
  }

  /** "if it wins the contract": nothing was let. */
  private static boolean isIf(Tokens tokens, int noun) {
    for (int i = noun - 1; i >= 0 && noun - i <= 6; i--) {
      if (tokens.is(i, "if")
          || tokens.is(i, "whether")
          || tokens.is(i, "bid")
          || tokens.is(i, "bidding")
          || tokens.is(i, "hopes")
          || tokens.is(i, "hoping")) {
        return true;
      }
    }
    return false;
  }

  private EntityRef buyer(
      Tokens tokens, ContractParties parties, @Nullable ContractCandidate meant) {
    int offset = tokens.range().from();
    if (parties.buyer() != null) {
      return parties.buyer();
    }
    EntityRef before = meant == null ? null : meant.contract().buyer();
    if (before != null) {
      return before;
    }
    // On a page of a CRC or owner, a charity has its contract with whomever the page is of.
    boolean charities =
        !parties.suppliers().isEmpty()
            && parties.suppliers().stream()
                .allMatch(e -> Field.isCompany(e) && e.kind() != EntityKind.OWNER);
    return charities
        ? roles.page(tokens).or(() -> topics.onlyCrcHere(offset)).orElse(Field.MINISTRY)
        : Field.MINISTRY;
  }

  /**
   * Who supplies. Contracts of the field without a name are those of the CRCs; one contract without
   * a name is that of nobody in particular.
   */
  private static @Nullable EntityRef supplier(
      Tokens tokens, int noun, ContractParties parties, @Nullable ContractCandidate meant) {
    if (parties.supplier() != null) {
      return parties.supplier();
    }
    if (meant != null) {
      return meant.contract().supplier();
    }
    return parties.untold() || isSingular(tokens, noun) ? null : Field.CRCS;
  }

  private static boolean isSingular(Tokens tokens, int noun) {
    String word = tokens.get(noun).word();
    return word.equals("contract")
        || word.equals("deal")
        || word.equals("agreement")
        || word.equals("subcontract");
  }

  /** The contract told last, if "the contract" or "these contracts" means it. */
  private @Nullable ContractCandidate meant(Tokens tokens, int noun) {
    if (last == null || !isDefinite(tokens, noun)) {
      return null;
    }
    return near(tokens, isSingular(tokens, noun) ? LATELY : LATELY / 3) ? last : null;
  }

  /** Whether the contract told last stands at most so many code units before a sentence. */
  private boolean near(Tokens tokens, int far) {
    if (last == null) {
      return false;
    }
    int since =
        tokens.range().from()
            - reading.document().text().range(last.contract().evidence().span()).to();
    return since >= 0 && since < far && last.scope().equals(topics.scope(tokens.range().from()));
  }

  /** "the contract", "that three-year deal". */
  private static boolean isDefinite(Tokens tokens, int noun) {
    for (int i = noun - 1; i >= 0 && noun - i <= 6; i--) {
      if (tokens.get(i).name() != null) {
        continue;
      }
      switch (tokens.get(i).word()) {
        case "the", "this", "that", "these", "those" -> {
          return true;
        }
        default -> {
          if (tokens.get(i).isWord()
              && (Grammar.isPreposition(tokens.get(i).word())
                  || Grammar.isFinite(tokens.get(i).word()))) {
            return false;
          }
        }
      }
    }
    return false;
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
  void addPronoun(Tokens tokens, List<ContractCandidate> candidates) {
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
    ContractCandidate candidate = candidate(tokens, at, at + 1, 0, tokens.size());
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
