package org.crcgraph.extract;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.crcgraph.lexicon.Lexicon;
import org.crcgraph.model.Annotation;
import org.crcgraph.model.EntityKind;
import org.crcgraph.model.EntityRef;
import org.crcgraph.model.PartialDate;
import org.crcgraph.model.TextRange;
import org.jspecify.annotations.Nullable;

/**
 * Contracts of the field: a sentence with the noun counts where it says what they are worth, how
 * long they run, with whom they are, or what happens to them.
 */
final class ContractExtractor implements RecordExtractor {

  /** The rules, each with an example. */
  enum Rule {
    WORTH("The CRCs hold contracts worth £90 million over six years."),
    EVENT("Ministers will end the CRC contracts in 2020, two years early."),
    WITH("Owners fear for their contracts with the Ministry of Justice."),
    DEMAND("The union urges ministers to cancel the CRC contracts.");

    private final String example;

    Rule(String example) {
      this.example = example;
    }

    String example() {
      return example;
    }

    String id() {
      return "contract." + name().toLowerCase(Locale.ROOT);
    }
  }

  private static final Triggers TRIGGERS =
      Triggers.of(
          "contract", "Contract", " deal", "greement", "referred bidder", "variation", " them ");

  /** How far from the noun, in tokens, a verb may say what happens to the contract. */
  private static final int REACH = 9;

  private final WordList nouns;
  private final WordList others;
  private final WordList terminations;
  private final WordList awards;
  private final WordList extensions;
  private final WordList variations;
  private final WordList expiries;
  private final WordList beginnings;
  private final WordList supposing;
  private final WordList holding = WordList.of(List.of("hold", "holds", "held", "holding"));

  ContractExtractor(Lexicon lexicon) {
    nouns = WordList.of(lexicon, "contract-nouns");
    others = WordList.of(lexicon, "contract-others");
    terminations = WordList.of(lexicon, "contract-terminations");
    awards = WordList.of(lexicon, "contract-awards");
    extensions = WordList.of(lexicon, "contract-extensions");
    variations = WordList.of(lexicon, "contract-variations");
    expiries = WordList.of(lexicon, "contract-expiries");
    beginnings = WordList.of(lexicon, "contract-beginnings");
    supposing = WordList.of(lexicon, "supposing");
  }

  /**
   * A record with what decides between two that say the same.
   *
   * @param scope the section, comment or document around it
   * @param worth how much it says
   */
  private record Candidate(Annotation.Contract contract, TextRange scope, int worth) {}

  @Override
  public List<Annotation.Contract> extract(Reading reading) {
    Topics topics = reading.topics();
    List<Candidate> candidates = new ArrayList<>();
    List<Reading.Sentence> sentences = reading.sentences();
    for (int i = 0; i < sentences.size(); i++) {
      if (TRIGGERS.in(reading.characters(), sentences.get(i).range())) {
        Candidate candidate = candidate(reading, topics, reading.tokens(i));
        if (candidate != null) {
          candidates.add(candidate);
        }
      }
    }
    return best(topics, candidates);
  }

  private @Nullable Candidate candidate(Reading reading, Topics topics, Tokens tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      int length = nouns.longestAt(tokens, i);
      if (length < 0 || others.longestAt(tokens, i) > 0 || isOfPerson(tokens, i)) {
        continue;
      }
      Candidate candidate = candidate(reading, topics, tokens, i, i + length);
      if (candidate != null) {
        return candidate;
      }
    }
    return pronoun(reading, topics, tokens);
  }

  /** "It will end them fourteen months early", where the sentence before speaks of contracts. */
  private @Nullable Candidate pronoun(Reading reading, Topics topics, Tokens tokens) {
    for (int i = 1; i < tokens.size(); i++) {
      boolean them = tokens.is(i, "them") && terminations.longestAt(tokens, i - 1) == 1;
      if (them && isEarly(tokens, i) && followsContract(reading, tokens)) {
        return candidate(reading, topics, tokens, i, i + 1);
      }
    }
    return null;
  }

  private static boolean isEarly(Tokens tokens, int from) {
    for (int i = from; i < Math.min(from + REACH, tokens.size()); i++) {
      if (tokens.is(i, "early") || tokens.is(i, "ahead") || tokens.is(i, "sooner")) {
        return true;
      }
    }
    return false;
  }

  /** How far back, in code units, a sentence looks for the noun. */
  private static final int BEFORE = 300;

  private static boolean followsContract(Reading reading, Tokens tokens) {
    int from = Math.max(0, tokens.range().from() - BEFORE);
    return reading.text().substring(from, tokens.range().from()).contains("contract");
  }

  /** "her contract", "a fixed-term contract"; not "put his name to a contract". */
  private static boolean isOfPerson(Tokens tokens, int at) {
    for (int i = at - 1; i >= Math.max(0, at - 5); i--) {
      if (tokens.is(i, "her")
          || tokens.is(i, "his")
          || tokens.is(i, "term")
          || tokens.is(i, "my")) {
        return true;
      }
      if (tokens.get(i).name() != null || Grammar.isPreposition(tokens.get(i).word())) {
        return false;
      }
    }
    return false;
  }

  private @Nullable Candidate candidate(
      Reading reading, Topics topics, Tokens tokens, int from, int to) {
    Parties parties = parties(topics, tokens, from);
    BigDecimal value = null;
    String duration = null;
    int first = from;
    int last = to;
    for (Quantity quantity : Quantities.of(tokens)) {
      if (quantity.form() == Quantity.Form.MONEY
          && value == null
          && near(quantity, from, to, 14)
          && isWorth(tokens, quantity, from, to)
          && !isDifference(tokens, quantity)
          && quantity.value().compareTo(new BigDecimal(100_000)) >= 0) {
        value = quantity.value();
        first = Math.min(first, quantity.from());
        last = Math.max(last, quantity.to());
      }
      boolean years = "years".equals(quantity.unit()) || "months".equals(quantity.unit());
      boolean ofValue = value != null && quantity.from() == last + 1 && tokens.is(last, "over");
      if (years && duration == null && (ofValue || isTerm(tokens, quantity, from, to))) {
        duration =
            "P" + quantity.value().toPlainString() + ("years".equals(quantity.unit()) ? "Y" : "M");
        first = Math.min(first, quantity.from());
        last = Math.max(last, quantity.to());
      }
    }
    Annotation.ContractEvent event = event(tokens, from, to);
    boolean with =
        tokens.is(to - 1, "with")
            || tokens.is(to, "with")
            || tokens.is(to + 1, "with")
            || tokens.is(from - 1, "with")
            || tokens.is(to, "between");
    boolean holds = holding.in(tokens, from - 6, from) && parties.supplier() != null;
    boolean starts = event == null && beginnings.in(tokens, to, to + REACH);
    boolean expires = event == null && expiries.in(tokens, from - REACH, to + REACH);
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
    boolean deal = noun.startsWith("deal");
    if (deal && value == null && event != Annotation.ContractEvent.AWARD) {
      return null;
    }
    // Agreements are of many kinds: only a price, a term or a company make one a contract.
    boolean agreement = noun.startsWith("agreement") || noun.equals("terms");
    if (agreement && value == null && duration == null && !(with && parties.charity())) {
      return null;
    }
    if (noun.startsWith("variation") && !followsContract(reading, tokens)) {
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
        Dates.first(tokens, Math.max(0, from - REACH), Math.min(tokens.size(), to + REACH));
    PartialDate date = dated == null ? null : dated.date();
    Annotation.ContractEvent told =
        event != null && supposing.in(tokens, from - REACH, from) && date == null ? null : event;
    if (told != null
        && date == null
        && value == null
        && duration == null
        && isAside(tokens, from)) {
      return null;
    }
    boolean ends = expires || event == Annotation.ContractEvent.TERMINATION;
    if (starts && date == null && !with && !holds) {
      return null;
    }
    TextRange evidence = evidence(tokens, first, last);
    Rule rule =
        value != null || duration != null
            ? Rule.WORTH
            : told != null ? Rule.EVENT : event != null ? Rule.DEMAND : Rule.WITH;
    return new Candidate(
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
            + (topics.isPersonal(tokens.range().from()) ? 0 : 1));
  }

  /** "£467 million more than the contracts required": a difference is not what they are worth. */
  private static boolean isDifference(Tokens tokens, Quantity quantity) {
    int next = quantity.to();
    if (tokens.is(next, "over") && Quantities.at(tokens, next + 1) != null) {
      return false;
    }
    return tokens.is(next, "more")
        || tokens.is(next, "less")
        || tokens.is(next, "extra")
        || tokens.is(next, "over");
  }

  /** Whether money is the price: "£3 million contract", "contracts worth £3 million". */
  private static boolean isWorth(Tokens tokens, Quantity quantity, int from, int to) {
    int at = quantity.from();
    if (quantity.to() <= from) {
      return from - quantity.to() <= 5 && !isCost(tokens, quantity.to(), from);
    }
    for (int i = at - 1; i >= to && at - i <= 7; i--) {
      if (tokens.get(i).name() == null && WORTH.contains(tokens.get(i).word())) {
        return true;
      }
    }
    return at - to <= 1;
  }

  /** "£3 million for cutting the contracts short" is what that costs. */
  private static boolean isCost(Tokens tokens, int from, int to) {
    for (int i = from; i < to; i++) {
      String word = tokens.get(i).word();
      if (word.equals("for")
          || word.equals("to")
          || word.endsWith("ing")
          || word.equals(",")
          || word.equals("more")
          || word.equals("from")) {
        return true;
      }
    }
    return false;
  }

  private static final Set<String> WORTH =
      Set.of(
          "worth",
          "value",
          "valued",
          "values",
          "total",
          "totals",
          "totalling",
          "totalled",
          "of",
          "at",
          "bring",
          "brings",
          "for",
          "price");

  /** "when the contracts were signed": said in passing of another time. */
  private static boolean isAside(Tokens tokens, int noun) {
    for (int i = noun - 1; i >= 0 && noun - i <= 4; i--) {
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

  private static boolean near(Quantity quantity, int from, int to, int reach) {
    return quantity.from() - to <= reach && from - quantity.to() <= reach;
  }

  /** "seven-year contracts", "contracts run for seven years"; not "two years early". */
  private static boolean isTerm(Tokens tokens, Quantity quantity, int from, int to) {
    boolean before = quantity.to() <= from && from - quantity.to() <= 4;
    boolean after =
        quantity.from() >= to
            && (quantity.from() - to <= 16 || isLast(tokens, quantity.to()))
            && (tokens.is(quantity.from() - 1, "for")
                || tokens.is(quantity.from() - 1, "over")
                || tokens.is(quantity.from() - 1, "of"));
    if (tokens.is(quantity.from() - 1, "of") && tokens.is(quantity.from() - 2, "term")) {
      return true;
    }
    boolean other = tokens.is(quantity.to(), "early") || tokens.is(quantity.to(), "ago");
    return (before || after) && !other;
  }

  private static boolean isLast(Tokens tokens, int i) {
    return i >= tokens.size() || (i + 1 == tokens.size() && tokens.is(i, "."));
  }

  private Annotation.@Nullable ContractEvent event(Tokens tokens, int from, int to) {
    int low = from - REACH;
    int high = to + REACH;
    if (terminations.in(tokens, low, high) || isCutShort(tokens, from, to)) {
      return Annotation.ContractEvent.TERMINATION;
    }
    if (extensions.in(tokens, low, high)) {
      return Annotation.ContractEvent.EXTENSION;
    }
    if (variations.in(tokens, low, high)) {
      return Annotation.ContractEvent.VARIATION;
    }
    if (tokens.get(from).word().startsWith("variation")) {
      return Annotation.ContractEvent.VARIATION;
    }
    boolean bidder = tokens.get(from).word().equals("preferred");
    return bidder || awards.in(tokens, low, high) ? Annotation.ContractEvent.AWARD : null;
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

  /**
   * Who buys and who supplies.
   *
   * @param named whether the sentence or its section names somebody of the field
   */
  private record Parties(
      @Nullable EntityRef buyer, @Nullable EntityRef supplier, boolean named, boolean charity) {}

  private static Parties parties(Topics topics, Tokens tokens, int at) {
    EntityRef buyer = null;
    EntityRef supplier = null;
    int distance = Integer.MAX_VALUE;
    boolean named = false;
    boolean charity = false;
    for (int i = 0; i < tokens.size(); i++) {
      Name name = tokens.get(i).name();
      if (name == null) {
        named |=
            tokens.is(i, "ministers") || tokens.is(i, "probation") || tokens.is(i, "outsourcing");
        continue;
      }
      EntityRef meant = topics.meaning(tokens, i, name);
      int away = Math.abs(i - at);
      switch (meant.kind()) {
        case PUBLIC_BODY -> {
          if (isBuyer(meant)) {
            buyer = meant.name().equals("UK Government") ? Field.MINISTRY : meant;
            named = true;
          }
        }
        case CRC, OWNER, SUPPLIER, COMPANY -> {
          named = true;
          charity |=
              i > at && (meant.kind() == EntityKind.SUPPLIER || meant.kind() == EntityKind.COMPANY);
          if (away < distance) {
            supplier = meant;
            distance = away;
          }
        }
        case PROGRAMME -> named |= meant.name().equals("Transforming Rehabilitation");
        default -> {
          // Other names are no parties.
        }
      }
    }
    return new Parties(buyer, supplier, named || topics.isOfCrcs(tokens.range().from()), charity);
  }

  private static boolean isBuyer(EntityRef body) {
    return body.kind() == EntityKind.PUBLIC_BODY
        && (body.equals(Field.MINISTRY)
            || body.name().equals(Field.MINISTRY.name())
            || body.name().equals("UK Government")
            || body.name().equals("HM Prison and Probation Service")
            || body.name().equals("National Offender Management Service")
            || body.name().equals("Home Office")
            || body.name().equals("Department for Work and Pensions"));
  }

  private static TextRange evidence(Tokens tokens, int first, int last) {
    int from = first;
    while (from > 0 && first - from < 12 && !isMark(tokens, from - 1)) {
      from--;
    }
    int to = last;
    while (to < tokens.size() && to - last < 12 && !isMark(tokens, to)) {
      to++;
    }
    return tokens.range(from, to);
  }

  private static boolean isMark(Tokens tokens, int i) {
    return tokens.is(i, ".") || tokens.is(i, ";") || tokens.is(i, ":") || tokens.is(i, "–");
  }

  /**
   * One record for each event in a section; what the blogger or a comment says of an event gives
   * way to a reproduced source that says it.
   */
  private static List<Annotation.Contract> best(Topics topics, List<Candidate> candidates) {
    Map<List<Object>, Candidate> best = new HashMap<>();
    for (Candidate candidate : candidates) {
      Annotation.Contract contract = candidate.contract();
      List<Object> key =
          List.of(
              topics.isSection(candidate.scope()) ? candidate.scope() : "",
              contract.event() == null ? "" : contract.event(),
              contract.value() == null ? "" : contract.value(),
              contract.duration() == null ? "" : contract.duration());
      Candidate before = best.get(key);
      if (before == null || candidate.worth() > before.worth()) {
        best.put(key, candidate);
      }
    }
    return best.values().stream()
        .filter(
            c ->
                topics.isSection(c.scope())
                    || best.values().stream()
                        .noneMatch(
                            other ->
                                topics.isSection(other.scope())
                                    && c.contract().event() == other.contract().event()
                                    && c.worth() < other.worth()))
        .map(Candidate::contract)
        .sorted(Comparator.comparing(contract -> contract.evidence().span()))
        .toList();
  }
}
