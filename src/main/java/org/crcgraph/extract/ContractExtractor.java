package org.crcgraph.extract;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
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
    DEMAND("The union urges ministers to cancel the CRC contracts."),
    LISTED(
        "Brightwell holds two contracts. Their values are: Eastshire £3 million; Northshire £4 million."),
    TABLE("Contracts and their value (£m)\nBrightwell 2 790"),
    WINS(
        "Brightwell was successful in two areas.",
        "s=OWNER ~~9 won|wins|secured|landed|clinched NUMBER",
        "s=OWNER ~4 successful in NUMBER"),
    DROPS(
        "The Home Office drops Brightwell from its framework.",
        "b=BODY ~2 drops|dropped|sacks|sacked|axes|axed|strips|stripped|ditches|ditched s=COMPANY",
        "s=COMPANY was|were|been sacked|dropped|axed|stripped from|of|by|as"),
    NAMES(
        "Redwell was named as Eastshire CRC’s new provider of mentoring.",
        "named|appointed|chosen|selected|picked|unveiled|announced ~~9 as ~~6"
            + " partner|provider|supplier|contractor|subcontractor|partners|providers|suppliers"),
    BUYS(
        "Eastshire CRC has bought 40 places from Redwell, at a cost of £610,000.",
        "bought|purchased|ordered|commissioned|buys ~~9 from ~3 s=SUPPLIER|COMPANY ~8 £"),
    ENGAGES(
        "Redwell, which the Ministry of Justice engaged in 2014 to build a gateway, was late.",
        "s=COMPANY , which|whom @determiners* ~2 engaged|hired|appointed|contracted ~4 to",
        "s=COMPANY , which|whom ~3 b=BODY ~2 engaged|hired|commissioned|appointed|contracted ~4 to",
        "b=BODY ~2 engaged|hired|appointed|contracted ~2 s=COMPANY ~3 to");

    private final String example;
    private final List<String> patterns;

    Rule(String example, String... patterns) {
      this.example = example;
      this.patterns = List.of(patterns);
    }

    String example() {
      return example;
    }

    String id() {
      return "contract." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  static final List<String> TRIGGERS =
      List.of(
          "ontract",
          " deal",
          "greement",
          "referred bidder",
          "variation",
          " them ",
          " order",
          "pilot",
          " terms",
          "xtension",
          "ompetition",
          " tender",
          "rocurement",
          "hey ",
          "hese ",
          "hose ",
          "alue",
          "It ",
          " framework");

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
  private final Map<Annotation.ContractEvent, WordList> verbs;
  private final WordList handing;
  private final WordList takingOver;
  private final Map<Rule, List<Phrase>> phrases = new EnumMap<>(Rule.class);
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
    verbs = verbs(lexicon);
    handing = WordList.of(lexicon, "transferring");
    takingOver = WordList.of(lexicon, "contract-takings");
    for (Rule rule : Rule.values()) {
      phrases.put(rule, rule.patterns.stream().map(p -> Phrase.of(p, lexicon)).toList());
    }
  }

  private static Map<Annotation.ContractEvent, WordList> verbs(Lexicon lexicon) {
    Map<Annotation.ContractEvent, List<String>> lists =
        new EnumMap<>(Annotation.ContractEvent.class);
    for (String line : lexicon.words("contract-verbs")) {
      String[] cells = line.split(" ", 2);
      Annotation.ContractEvent event =
          Annotation.ContractEvent.valueOf(cells[0].toUpperCase(Locale.ROOT));
      lists.computeIfAbsent(event, e -> new ArrayList<>()).add(cells[1]);
    }
    Map<Annotation.ContractEvent, WordList> verbs = new EnumMap<>(Annotation.ContractEvent.class);
    lists.forEach((event, words) -> verbs.put(event, WordList.of(words)));
    return verbs;
  }

  /**
   * A record with what decides between two that say the same.
   *
   * @param scope the section, comment or document around it
   * @param worth how much it says
   * @param isHeading whether it tells an event and no more, with no full stop at the end
   */
  private record Candidate(
      Annotation.Contract contract, TextRange scope, int worth, boolean isHeading) {
    Candidate(Annotation.Contract contract, TextRange scope, int worth) {
      this(contract, scope, worth, false);
    }

    /** Whether it says something that the others of its sentence do not. */
    boolean isOther(List<Candidate> others) {
      boolean tells =
          contract.value() != null || contract.duration() != null || contract.event() != null;
      return tells
          && others.stream()
              .allMatch(
                  o ->
                      (contract.value() != null
                              && contract.value().compareTo(or(o.contract.value())) != 0)
                          || (contract.duration() != null
                              && !contract.duration().equals(o.contract.duration()))
                          || (contract.event() != null && contract.event() != o.contract.event()));
    }

    private static BigDecimal or(@Nullable BigDecimal value) {
      return value == null ? BigDecimal.ZERO : value;
    }

    /** This contract with what the next sentence says of its price and term. */
    Candidate with(Annotation.Contract told) {
      return new Candidate(
          new Annotation.Contract(
              contract.evidence(),
              contract.buyer(),
              contract.supplier(),
              told.value(),
              told.currency(),
              told.duration(),
              contract.start() == null ? told.start() : contract.start(),
              contract.end() == null ? told.end() : contract.end(),
              contract.event()),
          scope,
          worth + 4);
    }
  }

  @Override
  public List<Annotation.Contract> extract(Reading reading) {
    Topics topics = reading.topics();
    List<Candidate> candidates = new ArrayList<>();
    List<Reading.Sentence> sentences = reading.sentences();
    for (int i = 0; i < sentences.size(); i++) {
      if (reading.has(Triggers.Kind.CONTRACT, i)) {
        Tokens tokens = reading.tokens(i);
        List<Candidate> here = candidates(reading, topics, tokens);
        if (here.isEmpty()) {
          addPronoun(reading, topics, tokens, candidates);
        }
        candidates.addAll(here);
        if (!here.isEmpty()) {
          continue;
        }
      }
      if (mayTell(reading.names(sentences.get(i).range()))) {
        addVerbs(reading, topics, reading.tokens(i), candidates);
      }
      if (reading.text().startsWith("(£m)", sentences.get(i).range().to() - 4)
          || reading.has(Triggers.Kind.CONTRACT, i)) {
        addRows(reading, topics, sentences, i, candidates);
      }
    }
    return best(topics, candidates);
  }

  private static boolean mayTell(List<Name> names) {
    for (Name name : names) {
      if (Field.isCompany(name.entity()) || name.entity().kind() == EntityKind.CRC) {
        return true;
      }
    }
    return false;
  }

  /** Contracts that are won, lost or let in words without the noun. */
  private void addVerbs(Reading reading, Topics topics, Tokens tokens, List<Candidate> candidates) {
    for (Map.Entry<Rule, List<Phrase>> entry : phrases.entrySet()) {
      for (Phrase phrase : entry.getValue()) {
        for (Phrase.Match match : phrase.matches(tokens)) {
          Candidate candidate = ofVerb(reading, topics, entry.getKey(), match);
          if (candidate != null) {
            candidates.add(candidate);
            return;
          }
        }
      }
    }
  }

  private @Nullable Candidate ofVerb(
      Reading reading, Topics topics, Rule rule, Phrase.Match match) {
    Tokens tokens = match.tokens();
    Parties parties = parties(topics, tokens, match.from());
    if (!parties.named() || supposing.in(tokens, match.from(), match.to()) || isBid(match)) {
      return null;
    }
    List<Name> suppliers = match.names("s");
    List<Name> buyers = match.names("b");
    BigDecimal value = null;
    if (rule == Rule.BUYS) {
      for (Quantity quantity : Quantities.of(tokens)) {
        if (quantity.form() == Quantity.Form.MONEY && value == null) {
          value = quantity.value();
        }
      }
      if (value == null) {
        return null;
      }
    }
    Dates.Dated dated = Dates.first(tokens, match.from(), Math.min(match.to() + 6, tokens.size()));
    boolean drops = rule == Rule.DROPS;
    PartialDate date = dated == null ? null : dated.date();
    EntityRef buyer =
        buyers.isEmpty()
            ? rule == Rule.WINS || rule == Rule.DROPS ? Field.MINISTRY : customer(tokens, topics)
            : buyers.get(0).entity();
    return new Candidate(
        new Annotation.Contract(
            reading.evidence(
                evidence(tokens, match.from(), match.to(), 0, tokens.size()), rule.id()),
            buyer,
            suppliers.isEmpty() ? parties.supplier() : suppliers.get(0).entity(),
            value,
            value == null ? null : "GBP",
            null,
            drops ? null : date,
            drops ? date : null,
            drops ? Annotation.ContractEvent.TERMINATION : Annotation.ContractEvent.AWARD),
        topics.scope(tokens.range().from()),
        value == null ? 2 : 4);
  }

  /** "is hoping to be chosen": nothing was let yet. */
  private static boolean isBid(Phrase.Match match) {
    Tokens tokens = match.tokens();
    for (int i = Math.max(0, match.from() - 4); i < match.from() + 4 && i < tokens.size(); i++) {
      if (tokens.is(i, "not")
          || tokens.is(i, "hopes")
          || tokens.is(i, "hoping")
          || tokens.is(i, "bid")) {
        return true;
      }
    }
    return false;
  }

  /** The CRC or owner that a sentence names: whose supplier a charity becomes. */
  private static @Nullable EntityRef customer(Tokens tokens, Topics topics) {
    for (int i = 0; i < tokens.size(); i++) {
      Name name = tokens.get(i).name();
      if (name != null
          && (name.entity().kind() == EntityKind.CRC || name.entity().kind() == EntityKind.OWNER)) {
        return topics.meaning(tokens, i, name);
      }
    }
    return topics.onlyCrcBefore(tokens.range().from()).orElse(null);
  }

  /** How many lines a table has at most. */
  private static final int LONGEST_TABLE = 25;

  /**
   * "The forecast values are: Eastshire £3 million; Northshire £4 million" after a sentence about
   * contracts, and lines of names and numbers under "contracts … value (£m)".
   */
  private static void addRows(
      Reading reading,
      Topics topics,
      List<Reading.Sentence> sentences,
      int at,
      List<Candidate> candidates) {
    TextRange range = sentences.get(at).range();
    String text = reading.text(range);
    boolean values = text.contains("value") || text.contains("Value");
    if (!values) {
      return;
    }
    String around =
        reading
            .text()
            .substring(Math.max(0, range.from() - BEFORE), range.to())
            .toLowerCase(Locale.ROOT);
    if (!around.contains("contract")) {
      return;
    }
    if (text.contains("£m")) {
      for (int i = at + 1; i < Math.min(sentences.size(), at + LONGEST_TABLE); i++) {
        Tokens row = reading.tokens(i);
        Name head = row.size() > 1 ? row.get(0).name() : null;
        int last = row.size() - 1;
        if (head == null || !isParty(head.entity()) || !row.get(last).isNumeral()) {
          return;
        }
        Quantity number = Quantities.at(row, last);
        if (number != null) {
          candidates.add(
              row(
                  reading,
                  topics,
                  Rule.TABLE,
                  row.range(),
                  head.entity(),
                  number.value().multiply(MILLION),
                  around.contains("award") ? Annotation.ContractEvent.AWARD : null));
        }
      }
      return;
    }
    // The values may stand in the sentence itself or go on after its colon.
    Tokens intro = reading.tokens(at);
    int colon = intro.size() - 1;
    while (colon >= 0 && !intro.is(colon, ":")) {
      colon--;
    }
    int end = colon < 0 ? at : colon == intro.size() - 1 ? at + 2 : at + 1;
    for (int i = at; i < Math.min(sentences.size(), end); i++) {
      Tokens tokens = reading.tokens(i);
      for (Quantity quantity : Quantities.of(tokens)) {
        int before = quantity.from() - 1;
        Name name = before >= 0 ? tokens.get(before).name() : null;
        boolean listed = i > at || before > colon;
        if (listed
            && quantity.form() == Quantity.Form.MONEY
            && name != null
            && isPartyOrArea(name.entity())) {
          candidates.add(
              row(
                  reading,
                  topics,
                  Rule.LISTED,
                  tokens.range(before, quantity.to()),
                  name.entity(),
                  quantity.value(),
                  null));
        }
      }
    }
  }

  private static final BigDecimal MILLION = new BigDecimal(1_000_000);

  private static boolean isParty(EntityRef entity) {
    return Field.isCompany(entity) || entity.kind() == EntityKind.CRC;
  }

  private static boolean isPartyOrArea(EntityRef entity) {
    return isParty(entity) || entity.kind() == EntityKind.AREA;
  }

  private static Candidate row(
      Reading reading,
      Topics topics,
      Rule rule,
      TextRange range,
      EntityRef named,
      BigDecimal value,
      Annotation.@Nullable ContractEvent event) {
    EntityRef crc = named.kind() == EntityKind.AREA ? reading.areas().whole(named) : named;
    return new Candidate(
        new Annotation.Contract(
            reading.evidence(range, rule.id()),
            Field.MINISTRY,
            crc == null ? Field.CRCS : crc,
            value,
            "GBP",
            null,
            null,
            null,
            event),
        topics.scope(range.from()),
        4);
  }

  /** The contracts of a sentence: a second noun counts where it says something of its own. */
  private List<Candidate> candidates(Reading reading, Topics topics, Tokens tokens) {
    if (isHeading(tokens)) {
      return List.of();
    }
    List<int[]> spots = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      int length = nouns.longestAt(tokens, i);
      if (length > 0 && others.longestAt(tokens, i) < 0 && !isOfPerson(tokens, i)) {
        spots.add(new int[] {i, i + length});
        i += length - 1;
      }
    }
    List<Candidate> found = new ArrayList<>();
    for (int k = 0; k < spots.size(); k++) {
      int low = found.isEmpty() ? 0 : spots.get(k - 1)[1];
      int high = k + 1 < spots.size() ? middle(spots.get(k), spots.get(k + 1)) : tokens.size();
      int[] spot = spots.get(k);
      Candidate candidate =
          found.isEmpty()
              ? candidate(reading, topics, tokens, spot[0], spot[1], 0, tokens.size())
              : candidate(reading, topics, tokens, spot[0], spot[1], low, high);
      if (candidate != null && (found.isEmpty() || candidate.isOther(found))) {
        found.add(candidate);
      }
    }
    if (found.isEmpty()) {
      Candidate them = pronoun(reading, topics, tokens);
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
  private @Nullable Candidate pronoun(Reading reading, Topics topics, Tokens tokens) {
    for (int i = 1; i < tokens.size(); i++) {
      boolean them = tokens.is(i, "them") && terminations.longestAt(tokens, i - 1) == 1;
      if (them && isEarly(tokens, i) && followsContract(reading, tokens)) {
        return candidate(reading, topics, tokens, i, i + 1, 0, tokens.size());
      }
    }
    return null;
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
  private void addPronoun(
      Reading reading, Topics topics, Tokens tokens, List<Candidate> candidates) {
    int at = -1;
    for (int i = 0; i + 1 < Math.min(OPENING, tokens.size()) && at < 0; i++) {
      boolean pronoun = tokens.get(i).name() == null && PRONOUNS.contains(tokens.get(i).word());
      boolean subject =
          pronoun
              && tokens.get(i + 1).name() == null
              && AFTER_PRONOUN.contains(tokens.get(i + 1).word());
      at = subject ? i : -1;
    }
    if (at < 0 || !sentenceBefore(reading, tokens).contains("contract")) {
      return;
    }
    boolean single = tokens.is(at, "it") || tokens.is(at, "this");
    Candidate candidate = candidate(reading, topics, tokens, at, at + 1, 0, tokens.size());
    if (candidate == null) {
      return;
    }
    Annotation.Contract told = candidate.contract();
    boolean early = told.event() == Annotation.ContractEvent.TERMINATION && isEarly(tokens, at);
    if (told.value() == null && told.duration() == null && !early) {
      return;
    }
    Candidate last = candidates.isEmpty() ? null : candidates.get(candidates.size() - 1);
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

  private static String sentenceBefore(Reading reading, Tokens tokens) {
    int to = tokens.range().from();
    List<Reading.Sentence> before = reading.sentences(new TextRange(Math.max(0, to - BEFORE), to));
    return before.isEmpty() ? "" : reading.text(before.get(before.size() - 1).range());
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

  private @Nullable Candidate candidate(
      Reading reading, Topics topics, Tokens tokens, int from, int to, int low, int high) {
    Parties parties = parties(topics, tokens, from);
    BigDecimal value = null;
    String duration = null;
    boolean varied = false;
    int first = from;
    int last = to;
    for (Quantity quantity : Quantities.of(tokens)) {
      if (quantity.from() < low || quantity.to() > high) {
        continue;
      }
      boolean changed = value != null && isChangedTo(tokens, quantity, last);
      if (quantity.form() == Quantity.Form.MONEY
          && (value == null || changed)
          && (changed || near(quantity, from, to, 14) || isCalledWorth(tokens, quantity, to))
          && (changed || isWorth(tokens, quantity, from, to))
          && !isDifference(tokens, quantity)
          && quantity.value().compareTo(LEAST_VALUE) >= 0) {
        value = quantity.value();
        varied |= changed || isMore(tokens, quantity);
        first = Math.min(first, quantity.from());
        last = Math.max(last, quantity.to());
      }
      boolean years = "years".equals(quantity.unit()) || "months".equals(quantity.unit());
      boolean ofValue = value != null && quantity.from() == last + 1 && tokens.is(last, "over");
      if (years && duration == null && (ofValue || isTerm(tokens, quantity, from, to))) {
        duration = duration(quantity);
        first = Math.min(first, quantity.from());
        last = Math.max(last, quantity.to());
      }
    }
    Annotation.ContractEvent event =
        varied ? Annotation.ContractEvent.VARIATION : event(tokens, from, to, low, high);
    boolean with =
        tokens.is(to - 1, "with")
            || tokens.is(to, "with")
            || tokens.is(to + 1, "with")
            || tokens.is(from - 1, "with")
            || tokens.is(to, "between")
            || tokens.is(to, "from")
            || isUnder(tokens, from)
            || (tokens.is(to, "let") && tokens.is(to + 1, "by"));
    boolean holds = holding.in(tokens, from - 6, from) && parties.supplier() != null;
    boolean starts = event == null && beginnings.in(tokens, to, to + REACH);
    boolean lapses = isNotRenewed(tokens, from - REACH, to + REACH);
    boolean expires = event == null && (lapses || expiries.in(tokens, from - REACH, to + REACH));
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
    boolean withNamed = with && (parties.charity() || isPartyAfter(tokens, to));
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
        event != null && isSupposed(tokens, from) && date == null ? null : event;
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
    TextRange evidence = evidence(tokens, first, last, low, high);
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
            + (topics.isPersonal(tokens.range().from()) ? 0 : 1),
        !isStop(tokens) && told != null && value == null && duration == null && date == null);
  }

  /** Less money than this is no price of a contract. */
  private static final BigDecimal LEAST_VALUE = new BigDecimal(50_000);

  private static String duration(Quantity quantity) {
    BigDecimal[] years = quantity.value().divideAndRemainder(BigDecimal.valueOf(12));
    if ("months".equals(quantity.unit()) && years[1].signum() == 0) {
      return "P" + years[0].stripTrailingZeros().toPlainString() + "Y";
    }
    return "P" + quantity.value().toPlainString() + ("years".equals(quantity.unit()) ? "Y" : "M");
  }

  /** "£342 million more", "an extra £277m": what a change of the contract adds. */
  private static boolean isMore(Tokens tokens, Quantity quantity) {
    int next = quantity.to();
    return ((tokens.is(next, "more") || tokens.is(next, "extra")) && !tokens.is(next + 1, "than"))
        || tokens.is(quantity.from() - 1, "extra")
        || tokens.is(quantity.from() - 1, "additional");
  }

  /** "from £410,000 a year to £96,000": what it is worth now. */
  private static boolean isChangedTo(Tokens tokens, Quantity quantity, int last) {
    return tokens.is(quantity.from() - 1, "to") && quantity.from() - last <= 5;
  }

  /** "contracts let in 2014 and said to be worth £450m": "worth" may stand far from the noun. */
  private static boolean isCalledWorth(Tokens tokens, Quantity quantity, int to) {
    boolean called = false;
    for (int i = quantity.from() - 1; i > quantity.from() - 5 && i > to; i--) {
      called |= tokens.is(i, "worth") || tokens.is(i, "valued");
    }
    return called && quantity.from() - to < FAR;
  }

  /** How many tokens after the noun "worth" may stand. */
  private static final int FAR = 26;

  /** "£467 million more than the contracts required": a difference is not what they are worth. */
  private static boolean isDifference(Tokens tokens, Quantity quantity) {
    int next = quantity.to();
    boolean spread =
        tokens.is(next, "over")
            && (Quantities.at(tokens, next + 1) != null || tokens.is(next + 1, "the"));
    if (spread
        || ((tokens.is(next, "more") || tokens.is(next, "extra"))
            && !tokens.is(next + 1, "than"))) {
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
      for (int i = quantity.to(); i + 2 < from && i < quantity.to() + 3; i++) {
        if (tokens.is(i, "over") && tokens.is(i + 1, "the") && from - i <= 5) {
          // "£342 million more over the life of the contracts"
          return true;
        }
      }
      return from - quantity.to() <= 5 && !isCost(tokens, quantity.to(), from);
    }
    if (isCalledWorth(tokens, quantity, to)) {
      return !isOfOther(tokens, to, at);
    }
    for (int i = at - 1; i >= to && at - i <= 7; i--) {
      if (tokens.get(i).name() == null && WORTH.contains(tokens.get(i).word())) {
        return !isOfOther(tokens, to, at);
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

  /** "two rescue packages worth £510m": another noun between has the price. */
  private static boolean isOfOther(Tokens tokens, int from, int to) {
    for (int i = from; i < to; i++) {
      if (tokens.get(i).name() == null && OTHERS.contains(tokens.get(i).word())) {
        return true;
      }
    }
    return false;
  }

  private static final Set<String> OTHERS =
      Set.of(
          "package",
          "packages",
          "loss",
          "losses",
          "fine",
          "fines",
          "penalty",
          "penalties",
          "fund",
          "loan",
          "loans",
          "debt",
          "debts",
          "fined",
          "repaid",
          "owed");

  private static final Set<String> WORTH =
      Set.of(
          "costing",
          "another",
          "aside",
          "annually",
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

  /** Whether the event is only asked for, in the same clause. */
  private boolean isSupposed(Tokens tokens, int noun) {
    int low = Math.max(0, noun - REACH);
    for (int i = noun - 1; i > low; i--) {
      boolean clause =
          (tokens.is(i - 1, "and") || tokens.is(i - 1, "but"))
              && (tokens.get(i).name() != null || Grammar.isSubjectPronoun(tokens.get(i).word()));
      if (clause) {
        low = i;
      }
    }
    return supposing.in(tokens, low, noun) || isDemand(tokens, noun + 1);
  }

  /** "How the contracts were let": a heading tells of nothing. */
  private static boolean isHeading(Tokens tokens) {
    boolean asks = tokens.is(0, "how") || tokens.is(0, "why") || tokens.is(0, "what");
    boolean asked = tokens.is(0, "to") && tokens.is(1, "ask");
    return asked || (asks && !isStop(tokens));
  }

  private static boolean isStop(Tokens tokens) {
    int last = tokens.size() - 1;
    return tokens.is(last, ".")
        || tokens.is(last, "!")
        || tokens.is(last, "”")
        || tokens.is(last, "\"");
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
                || tokens.is(quantity.from() - 1, "last")
                || tokens.is(quantity.from() - 1, "lasts")
                || tokens.is(quantity.from() - 1, "lasting")
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

  /** "worked under a contract": the contract by which somebody works. */
  private static boolean isUnder(Tokens tokens, int noun) {
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

  /** Whether one CRC, a company or a buying body stands right after "with". */
  private static boolean isPartyAfter(Tokens tokens, int from) {
    for (int i = from; i < Math.min(from + 5, tokens.size()); i++) {
      Name name = tokens.get(i).name();
      if (name != null) {
        return !Field.isClass(name.entity()) && isParty(name.entity());
      }
    }
    return false;
  }

  private Annotation.@Nullable ContractEvent event(
      Tokens tokens, int from, int to, int lowest, int highest) {
    int low = Math.max(lowest, from - REACH);
    int high = Math.min(highest, to + REACH);
    Annotation.ContractEvent object = verbOf(tokens, from, to);
    if (object != null) {
      return object;
    }
    if (tells(terminations, tokens, low, high)
        || isCutShort(tokens, from, to)
        || isClosedEarly(tokens, to, high)) {
      return Annotation.ContractEvent.TERMINATION;
    }
    if (tells(extensions, tokens, low, high) || tokens.is(to - 1, "extension")) {
      return Annotation.ContractEvent.EXTENSION;
    }
    if (tells(variations, tokens, low, high)) {
      return Annotation.ContractEvent.VARIATION;
    }
    if (tokens.get(from).word().startsWith("variation")) {
      return Annotation.ContractEvent.VARIATION;
    }
    boolean bidder = tokens.get(from).word().equals("preferred");
    if (bidder || tells(awards, tokens, low, high)) {
      return Annotation.ContractEvent.AWARD;
    }
    if (isUnder(tokens, from) && changesHands(tokens, from)) {
      return Annotation.ContractEvent.AWARD;
    }
    return afterAside(tokens, from, to, highest);
  }

  /** "handed to Brightwell under a contract", "Brightwell took over under a contract". */
  private boolean changesHands(Tokens tokens, int before) {
    return handing.in(tokens, 0, before) || takingOver.in(tokens, 0, before);
  }

  /** Whether a list's word stands there and is not denied: "will not be renewed". */
  private static boolean tells(WordList list, Tokens tokens, int low, int high) {
    for (int i = Math.max(low, 0); i < Math.min(high, tokens.size()); i++) {
      if (list.longestAt(tokens, i) > 0 && !isDenied(tokens, i)) {
        return true;
      }
    }
    return false;
  }

  /** "will not renew": the contract comes to its end. */
  private boolean isNotRenewed(Tokens tokens, int low, int high) {
    for (int i = Math.max(low, 1); i < Math.min(high, tokens.size()); i++) {
      boolean renewed = extensions.longestAt(tokens, i) > 0 || tokens.is(i, "renew");
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
        if (tells(terminations, tokens, i, high)) {
          return Annotation.ContractEvent.TERMINATION;
        }
        if (tells(extensions, tokens, i, high)) {
          return Annotation.ContractEvent.EXTENSION;
        }
        if (tells(variations, tokens, i, high)) {
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
      WordList list = verbs.get(event);
      if (list == null) {
        continue;
      }
      for (int i = from - 1; i >= 0 && from - i <= OBJECT; i--) {
        int length = list.longestAt(tokens, i);
        if (length > 0 && isPhrase(tokens, i + length, from) && !isDenied(tokens, i)) {
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
    EntityRef seller = null;
    EntityRef customer = null;
    for (int i = 0; i < tokens.size() && buyer == null; i++) {
      Name name = tokens.get(i).name();
      if (name == null || Field.isClass(name.entity())) {
        continue;
      }
      EntityKind kind = name.entity().kind();
      if (kind == EntityKind.SUPPLIER || kind == EntityKind.COMPANY) {
        seller = seller == null ? name.entity() : seller;
      } else if (kind == EntityKind.OWNER || kind == EntityKind.CRC) {
        customer = customer == null ? topics.meaning(tokens, i, name) : customer;
      }
    }
    if (seller != null && customer != null) {
      // Charities have their contracts with CRCs and owners, not with the ministry.
      buyer = customer;
      supplier = seller;
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

  private static TextRange evidence(Tokens tokens, int first, int last, int low, int high) {
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
              contract.supplier() == null || Field.isClass(contract.supplier())
                  ? ""
                  : contract.supplier(),
              contract.value() == null ? "" : contract.value(),
              contract.duration() == null ? "" : contract.duration());
      Candidate before = best.get(key);
      if (before == null || candidate.worth() > before.worth()) {
        best.put(key, candidate);
      }
    }
    return best.values().stream()
        .filter(c -> !(c.isHeading() && isToldElsewhere(c, best)))
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

  /** Whether the text under a heading tells the same. */
  private static boolean isToldElsewhere(Candidate heading, Map<List<Object>, Candidate> all) {
    return all.values().stream()
        .anyMatch(
            other -> !other.isHeading() && other.contract().event() == heading.contract().event());
  }
}
