package org.crcgraph.extract;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.crcgraph.lexicon.Lexicon;
import org.crcgraph.model.Annotation;
import org.crcgraph.model.EntityKind;
import org.crcgraph.model.EntityRef;
import org.crcgraph.model.TextRange;
import org.jspecify.annotations.Nullable;

/**
 * Quantities that a researcher of probation would tabulate: what a number counts or measures
 * decides whether it is one.
 */
final class FigureExtractor implements RecordExtractor {

  /** The rules, each with an example. */
  enum Rule {
    PERCENT("In 61 per cent of cases the plan was late."),
    SHARE("Two-thirds of offenders found work; one in three had no home."),
    MONEY("The contracts are worth £3.7 billion."),
    COUNT("The service was split into 21 companies."),
    CHANGE("The number of posts was cut from 57 to 30."),
    YEARLY("Those at high risk, around 30,000 a year, stay with it."),
    NONE("None had found work; not one client had a mentor."),
    FEW("Just one had been given a mentor."),
    PART("They read 112 files, 68 of them from Eastshire CRC."),
    GAPPED("Brightwell runs six CRCs, Oakwood five."),
    TABLE("Payments (£m)\nBrightwell 602\nOakwood 571"),
    MEASURE("Caseloads at Eastshire CRC averaged 66."),
    RATED("Of the ten areas of its work three were ‘Good’."),
    LIST("These jobs will go:\nEastshire: 49"),
    DURATION("She works three days a week on a three-year fixed term.");

    private final String example;

    Rule(String example) {
      this.example = example;
    }

    String example() {
      return example;
    }

    String id() {
      return "figure." + name().toLowerCase(Locale.ROOT);
    }
  }

  /** A sentence without any of these, or a digit, has no quantity. */
  static final List<String> TRIGGERS =
      List.of(
          "0",
          "1",
          "2",
          "3",
          "4",
          "5",
          "6",
          "7",
          "8",
          "9",
          " day",
          " week",
          "year",
          "month",
          "third",
          "quarter",
          "half",
          "Half",
          "fifth",
          "tenth",
          "one ",
          "One ",
          "None",
          "none",
          " in ten",
          " hundred",
          " thousand",
          " million",
          "CRCs",
          "compan",
          "cases",
          " offices",
          " posts",
          "team of",
          "were ‘",
          "were '",
          " as ‘",
          " as '",
          " as “",
          " of them",
          " of wh",
          " owners",
          "percent",
          "per cent",
          " contracts",
          " colleagues");

  private static final WordSet CLAUSE_MARKS =
      WordSet.of(",", ";", ":", "(", ")", "–", "—", "“", "”", "\"", "•", ".", "?", "!");

  private static final WordSet YEARLY = WordSet.of("year", "annum", "month", "week", "day");

  private final CountNouns nouns;
  private final WordList fieldNouns;
  private final WordList changeVerbs;
  private final WordList payWords =
      WordList.of(
          List.of(
              "salary",
              "salaries",
              "paid",
              "pay",
              "job",
              "wage",
              "wages",
              "earn",
              "earns",
              "earning",
              "a year",
              "per year",
              "an hour",
              "per hour",
              "a day",
              "shares",
              "share price",
              "bonus",
              "redundancy",
              "severance",
              "contract",
              "contracts"));

  /** From this sum on, in pounds, money in a comment is public money. */
  private static final BigDecimal PUBLIC_MONEY = new BigDecimal(1_000_000);

  private static final WordSet LIMITS = WordSet.of("maximum", "minimum", "cap", "limit", "average");

  FigureExtractor(Lexicon lexicon) {
    nouns = new CountNouns(lexicon);
    fieldNouns = WordList.of(lexicon, "field-nouns");
    changeVerbs = WordList.of(lexicon, "change-verbs");
  }

  @Override
  public List<Annotation.Figure> extract(Reading reading) {
    Topics topics = reading.topics();
    List<Annotation.Figure> figures = new ArrayList<>();
    // Working time is told again and again in one text.
    Set<BigDecimal> weekly = new HashSet<>();
    CountNouns.Noun listed = null;
    boolean millions = false;
    List<Reading.Sentence> sentences = reading.sentences();
    for (int s = 0; s < sentences.size(); s++) {
      Reading.Sentence sentence = sentences.get(s);
      boolean item = sentence.range().length() <= LONGEST_ITEM;
      if (reading.text().startsWith("(£m)", sentence.range().to() - 4)) {
        millions = true;
        continue;
      }
      if (millions) {
        millions = item && addRow(reading, topics, reading.tokens(s), figures);
        if (millions) {
          continue;
        }
      }
      if (reading.text().charAt(sentence.range().to() - 1) == ':') {
        listed = lastNoun(reading.tokens(s));
      } else if (!item) {
        listed = null;
      } else if (listed != null && reading.has(Triggers.Kind.FIGURE, s)) {
        Annotation.Figure figure = listItem(reading, topics, sentence.range(), listed);
        if (figure != null) {
          figures.add(figure);
          continue;
        }
      }
      if (reading.has(Triggers.Kind.FIGURE, s)) {
        Tokens tokens = reading.tokens(s);
        List<Quantity> quantities = Quantities.of(tokens);
        for (int i = 0; i < quantities.size(); i++) {
          Candidate candidate = new Candidate(reading, topics, tokens, quantities, i);
          Reason reason = reason(candidate);
          if (reason != null
              && (!isWeekly(candidate) || weekly.add(candidate.quantity().value()))) {
            figures.add(figure(candidate, reason));
          }
        }
      }
    }
    return figures;
  }

  private static final BigDecimal MILLION = new BigDecimal(1_000_000);

  /**
   * A line of a table of sums in millions: a name and numbers, the last of which is the sum.
   *
   * @return whether the line is one
   */
  private static boolean addRow(
      Reading reading, Topics topics, Tokens tokens, List<Annotation.Figure> figures) {
    int last = tokens.size() - 1;
    Name head = last > 0 ? tokens.get(0).name() : null;
    if (head == null || !tokens.get(last).isNumeral()) {
      return false;
    }
    for (Quantity quantity : Quantities.of(tokens)) {
      boolean sum = quantity.to() > last;
      if (quantity.isBare()) {
        figures.add(
            new Annotation.Figure(
                reading.evidence(tokens.range(0, quantity.to()), Rule.TABLE.id()),
                topics.meaning(tokens, 0, head),
                reading.text(tokens.range(0, 1)),
                sum ? quantity.value().multiply(MILLION) : quantity.value(),
                sum ? "GBP" : null,
                null));
      }
    }
    return true;
  }

  private CountNouns.@Nullable Noun lastNoun(Tokens tokens) {
    CountNouns.Noun last = null;
    for (int i = 0; i < tokens.size(); i++) {
      CountNouns.Noun noun = nouns.at(tokens, i);
      last = noun == null ? last : noun;
    }
    return last;
  }

  /** "Eastshire: 49" under "the following numbers of jobs:". */
  private static Annotation.@Nullable Figure listItem(
      Reading reading, Topics topics, TextRange line, CountNouns.Noun listed) {
    Tokens tokens = Tokens.of(reading, line);
    List<Quantity> quantities = Quantities.of(tokens);
    if (quantities.size() != 1) {
      return null;
    }
    Quantity quantity = quantities.get(0);
    boolean last = quantity.to() == tokens.size() && quantity.isBare();
    if (!last || quantity.from() < 2 || !isItemMark(tokens, quantity.from() - 1)) {
      return null;
    }
    Candidate candidate = new Candidate(reading, topics, tokens, quantities, 0);
    return new Annotation.Figure(
        reading.evidence(line, Rule.LIST.id()),
        subject(candidate).orElse(null),
        reading.text(tokens.range(0, quantity.from() - 1)),
        quantity.value(),
        listed.unit().equals("staff") ? "posts" : listed.unit(),
        null);
  }

  private static boolean isItemMark(Tokens tokens, int i) {
    return tokens.is(i, ":") || tokens.is(i, "-") || tokens.is(i, "–");
  }

  /** A line of a list is no longer than this, in UTF-16 code units. */
  private static final int LONGEST_ITEM = 60;

  /** One quantity with all that the rules look at. */
  private record Candidate(
      Reading reading, Topics topics, Tokens tokens, List<Quantity> quantities, int index) {
    Quantity quantity() {
      return quantities.get(index);
    }

    boolean personal() {
      return topics.isPersonal(tokens.range().from());
    }
  }

  /**
   * Why a quantity is a figure.
   *
   * @param unit what it is counted in, or null where the text leaves it open
   * @param from first token of what it is about
   * @param to one past the last token of what it is about
   */
  private record Reason(Rule rule, @Nullable String unit, int from, int to) {}

  private @Nullable Reason reason(Candidate candidate) {
    Quantity quantity = candidate.quantity();
    Tokens tokens = candidate.tokens();
    Reason change = change(candidate);
    if (change != null) {
      return change;
    }
    Reason other = gapped(candidate);
    if (other == null) {
      other = part(candidate);
    }
    if (other == null) {
      other = measure(candidate);
    }
    if (other == null) {
      other = rated(candidate);
    }
    if (other != null) {
      return other;
    }
    return switch (quantity.form()) {
      case PERCENT ->
          !candidate.personal() || isOfTheField(tokens)
              ? after(Rule.PERCENT, tokens, quantity)
              : null;
      case SHARE -> share(candidate);
      case MONEY -> money(candidate);
      case DIGITS, WORDS -> count(candidate);
      case DURATION -> duration(candidate);
      case NONE -> none(candidate);
    };
  }

  private boolean isOfTheField(Tokens tokens) {
    if (fieldNouns.in(tokens, 0, tokens.size())) {
      return true;
    }
    for (int i = 0; i < tokens.size(); i++) {
      Name name = tokens.get(i).name();
      if (name != null) {
        switch (name.entity().kind()) {
          case CRC, OWNER, SUPPLIER, NPS_DIVISION -> {
            return true;
          }
          default -> {
            // People and places do not make a sentence one of the field.
          }
        }
      }
    }
    return false;
  }

  private static Reason after(Rule rule, Tokens tokens, Quantity quantity) {
    int from = quantity.to();
    if (tokens.is(from, "of")) {
      from++;
    }
    return new Reason(rule, quantity.unit(), from, endOfMatter(tokens, from));
  }

  /** "68 of them", "46 of whom", "the largest of the 21", "seven to the company and one to us". */
  private @Nullable Reason part(Candidate candidate) {
    Quantity quantity = candidate.quantity();
    Tokens tokens = candidate.tokens();
    if (!quantity.isBare()) {
      return null;
    }
    int next = quantity.to();
    Quantity before =
        candidate.index() > 0 ? candidate.quantities().get(candidate.index() - 1) : null;
    CountNouns.Noun whole =
        before != null && before.isBare()
            ? nouns.within(tokens, afterPartOf(tokens, before.to()), 5)
            : null;
    boolean ofThem =
        tokens.is(next, "of")
            && (tokens.is(next + 1, "them")
                || tokens.is(next + 1, "whom")
                || tokens.is(next + 1, "which")
                || tokens.is(next + 1, "these")
                || tokens.is(next + 1, "those"));
    boolean digits = quantity.form() == Quantity.Form.DIGITS;
    if (ofThem && (whole != null || (digits && isOfTheField(tokens)))) {
      return new Reason(
          Rule.PART, whole == null ? null : unit(whole), next, endOfClause(tokens, next));
    }
    if (whole != null
        && "recommendations".equals(whole.unit())
        && (tokens.is(next, "to") || tokens.is(next, "for"))
        && (tokens.is(quantity.from() - 1, "and") || tokens.is(quantity.from() - 1, ","))) {
      return new Reason(Rule.PART, whole.unit(), next, endOfClause(tokens, next));
    }
    boolean ofAll =
        digits
            && tokens.is(quantity.from() - 1, "the")
            && tokens.is(quantity.from() - 2, "of")
            && quantity.from() > 2
            && isSuperlative(tokens.get(quantity.from() - 3).word())
            && nouns.within(tokens, next, 4) == null
            && candidate.topics().isOfCrcs(tokens.range().from());
    return ofAll ? new Reason(Rule.PART, null, quantity.from() - 3, quantity.from()) : null;
  }

  /** "Brightwell runs six CRCs, Oakwood five": counted like what the number before counts. */
  private @Nullable Reason gapped(Candidate candidate) {
    Quantity quantity = candidate.quantity();
    Tokens tokens = candidate.tokens();
    Name name = quantity.from() > 1 ? tokens.get(quantity.from() - 1).name() : null;
    boolean ends =
        quantity.to() >= tokens.size()
            || !tokens.get(quantity.to()).isWord()
            || tokens.is(quantity.to(), "and")
            || tokens.is(quantity.to(), "apiece")
            || tokens.is(quantity.to(), "each");
    if (!quantity.isBare() || name == null || !ends || candidate.index() == 0) {
      return null;
    }
    boolean party = Field.isCompany(name.entity()) || name.entity().kind() == EntityKind.CRC;
    Quantity first = candidate.quantities().get(0);
    CountNouns.Noun noun = first.isBare() ? nouns.within(tokens, first.to(), 3) : null;
    boolean listed =
        tokens.is(quantity.from() - 2, ",")
            || tokens.is(quantity.from() - 2, "and")
            || tokens.is(quantity.from() - 2, "the");
    return party && noun != null && listed
        ? new Reason(Rule.GAPPED, unit(noun), quantity.from() - 1, quantity.to())
        : null;
  }

  private static boolean isSuperlative(String word) {
    return (word.length() > 5 && word.endsWith("est")) || word.equals("most");
  }

  private static String unit(CountNouns.Noun noun) {
    return noun.unit().equals("staff") ? "people" : noun.unit();
  }

  /** "caseloads averaged 66", "stood at 93", "an average of 41", "a team of nine". */
  private @Nullable Reason measure(Candidate candidate) {
    Quantity quantity = candidate.quantity();
    Tokens tokens = candidate.tokens();
    if (!quantity.isBare()) {
      return null;
    }
    int before = quantity.from() - 1;
    while (before > 0
        && !tokens.is(before, "at")
        && APPROXIMATE.contains(tokens.get(before).word())) {
      before--;
    }
    boolean team =
        tokens.is(before, "of")
            && (tokens.is(before - 1, "team") || tokens.is(before - 1, "teams"));
    if (team) {
      return new Reason(Rule.MEASURE, "people", before - 1, quantity.to());
    }
    boolean digits = quantity.form() == Quantity.Form.DIGITS;
    boolean averaged =
        tokens.is(before, "averaged")
            || tokens.is(before, "averaging")
            || (tokens.is(before, "average")
                && (tokens.is(before - 1, "now") || startsCase(tokens, before - 1)))
            || (tokens.is(before, "of") && tokens.is(before - 1, "average"))
            || (tokens.is(before, "at")
                && before > 0
                && STANDING.contains(tokens.get(before - 1).word()));
    int after = quantity.to();
    boolean ends =
        after >= tokens.size()
            || !tokens.get(after).isWord()
            || MEASURE_ENDS.contains(tokens.get(after).word());
    if (!digits || !averaged || !ends) {
      return null;
    }
    int from = startOfClause(tokens, quantity.from());
    boolean caseload = false;
    for (int i = 0; i < tokens.size(); i++) {
      caseload |= tokens.get(i).name() == null && tokens.get(i).word().startsWith("case");
    }
    return new Reason(Rule.MEASURE, caseload ? "cases" : null, from, before);
  }

  private static boolean startsCase(Tokens tokens, int i) {
    return i >= 0 && tokens.get(i).name() == null && tokens.get(i).word().startsWith("case");
  }

  private static final WordSet STANDING =
      WordSet.of(
          "stand",
          "stood",
          "stands",
          "standing",
          "running",
          "runs",
          "ran",
          "remains",
          "remained",
          "peaked",
          "is",
          "was",
          "are",
          "were",
          "now");

  private static final WordSet MEASURE_ENDS =
      WordSet.of(
          "and",
          "in",
          "apiece",
          "each",
          "per",
          "against",
          "compared",
          "with",
          "but",
          "by",
          "across",
          "at",
          "for",
          "when",
          "while",
          "last",
          "this",
          "today",
          "now");

  /** "Three were ‘Good’, five were found to ‘Require improvement’". */
  private static @Nullable Reason rated(Candidate candidate) {
    Quantity quantity = candidate.quantity();
    Tokens tokens = candidate.tokens();
    if (!quantity.isBare()) {
      return null;
    }
    boolean plural = false;
    for (int i = quantity.to(); i < Math.min(quantity.to() + 12, tokens.size()); i++) {
      plural |=
          tokens.is(i, "were") || tokens.is(i, "was") || (tokens.is(i, "as") && i > quantity.to());
      boolean quote =
          tokens.is(i, "‘")
              || tokens.is(i, "'")
              || tokens.is(i, "“")
              || ((tokens.is(i, "rated") || tokens.is(i, "as"))
                  && tokens.is(quantity.to(), "were"));
      if (plural && quote && i + 1 < tokens.size() && RATINGS.contains(tokens.get(i + 1).word())) {
        return new Reason(Rule.RATED, null, quantity.to(), i + 2);
      }
      if (tokens.is(i, ".") || tokens.is(i, ";") || Quantities.at(tokens, i) != null) {
        return null;
      }
    }
    return null;
  }

  private static final WordSet RATINGS =
      WordSet.of("good", "outstanding", "inadequate", "require", "requires", "requiring");

  private @Nullable Reason share(Candidate candidate) {
    Tokens tokens = candidate.tokens();
    Quantity quantity = candidate.quantity();
    int next = quantity.to();
    boolean half = tokens.is(next - 1, "half");
    boolean counts =
        tokens.is(next, "of")
            || nouns.within(tokens, next, 4) != null
            || (next < tokens.size() && SHARE_VERBS.contains(tokens.get(next).word()));
    boolean named = tokens.is(quantity.from(), "one") && isNoun(tokens, quantity.from() + 1);
    boolean time =
        next + 1 < tokens.size()
            && tokens.is(next, "of")
            && (YEARLY.contains(tokens.get(next + 1).word())
                || (next + 2 < tokens.size() && YEARLY.contains(tokens.get(next + 2).word())));
    boolean part =
        half
            && quantity.from() > 0
            && (HALVES.contains(tokens.get(quantity.from() - 1).word())
                || (tokens.is(quantity.from() - 1, "and")
                    && Quantities.at(tokens, quantity.from() - 2) != null));
    boolean ofUs =
        tokens.is(next, "of")
            && (tokens.is(next + 1, "us")
                || tokens.is(next + 1, "them")
                || tokens.is(next + 1, "those"));
    boolean ofCrcs = !candidate.personal() && candidate.topics().isOfCrcs(tokens.range().from());
    return (counts || named) && !time && !part && (ofUs || ofCrcs || isOfTheField(tokens))
        ? after(Rule.SHARE, tokens, quantity)
        : null;
  }

  /** The noun of "one post in eight". */
  private static boolean isNoun(Tokens tokens, int i) {
    return tokens.get(i).isWord() && !tokens.is(i, "in") && !tokens.is(i, "out");
  }

  private static final WordSet SHARE_VERBS =
      WordSet.of(
          "was",
          "were",
          "is",
          "are",
          "had",
          "have",
          "has",
          "said",
          "did",
          "do",
          "felt",
          "reported",
          "received",
          "needed",
          "went",
          "got",
          "reoffended",
          "told");

  private static final WordSet HALVES = WordSet.of("first", "second", "other", "last");

  private @Nullable Reason money(Candidate candidate) {
    Tokens tokens = candidate.tokens();
    Quantity quantity = candidate.quantity();
    boolean counts =
        !candidate.personal()
            || quantity.value().compareTo(PUBLIC_MONEY) >= 0
            || payWords.in(tokens, quantity.from() - 5, quantity.to() + 3)
            || (tokens.is(quantity.from() - 1, "on")
                && Grammar.isFinite(tokens.get(Math.max(0, quantity.from() - 2)).word()));
    return counts ? after(Rule.MONEY, tokens, quantity) : null;
  }

  private @Nullable Reason count(Candidate candidate) {
    Tokens tokens = candidate.tokens();
    Quantity quantity = candidate.quantity();
    boolean words = quantity.form() == Quantity.Form.WORDS;
    if (words && tokens.is(quantity.from(), "one")) {
      return few(candidate);
    }
    if (isYearly(tokens, quantity.to()) && !words && !candidate.personal()) {
      return new Reason(Rule.YEARLY, null, startOfClause(tokens, quantity.from()), quantity.from());
    }
    CountNouns.Noun noun = nouns.within(tokens, afterPartOf(tokens, quantity.to()), 7);
    if (noun == null) {
      return listOfCounts(candidate);
    }
    if (isParagraph(candidate) || isRecord(tokens, quantity, noun)) {
      return null;
    }
    boolean crcs = noun.unit().equals("organisations") && isCrcs(tokens, noun);
    boolean has = quantity.from() > 0 && HAVING.contains(tokens.get(quantity.from() - 1).word());
    boolean pair = (crcs && has) || OWN_COUNTED.contains(noun.unit()) || leaves(tokens, noun);
    int least = pair ? 2 : COUNTED.contains(noun.unit()) ? 3 : 10;
    boolean few = words && quantity.value().intValue() < least;
    boolean told = changeVerbs.in(tokens, quantity.from() - 3, quantity.from());
    boolean all = words && tokens.is(quantity.from() - 1, "all") && !crcs;
    boolean load =
        noun.unit().equals("cases")
            && quantity.form() == Quantity.Form.DIGITS
            && noun.from() == quantity.to()
            && isOwnLoad(tokens, quantity.from() - 1);
    if (few || all || (candidate.personal() && !crcs && !told && !load && !leaves(tokens, noun))) {
      return null;
    }
    boolean more = MORE.contains(tokens.get(Math.min(quantity.to(), tokens.size() - 1)).word());
    // "100 more officers" are people to one reader and posts to another.
    String unit = !noun.unit().equals("staff") ? noun.unit() : more || told ? null : "people";
    if (("people".equals(unit) || "orders".equals(unit)) && isSample(tokens, quantity)) {
      unit = noun.unit().equals("staff") ? "people" : "cases";
    }
    return new Reason(Rule.COUNT, unit, quantity.to(), endOfNounPhrase(tokens, noun.to()));
  }

  /** "He had 22 convictions": what one offender has done. */
  private static boolean isRecord(Tokens tokens, Quantity quantity, CountNouns.Noun noun) {
    if (!noun.unit().equals("offences")) {
      return false;
    }
    for (int i = Math.max(0, quantity.from() - 8); i < noun.to(); i++) {
      Name name = tokens.get(i).name();
      boolean person = name != null && name.entity().kind() == EntityKind.PERSON;
      if (person || (name == null && OF_ONE.contains(tokens.get(i).word()))) {
        return true;
      }
    }
    return false;
  }

  private static final WordSet OF_ONE =
      WordSet.of("he", "she", "his", "her", "who", "previous", "prior", "i", "my", "boy", "girl");

  /** How far away, in code units, the number of the paragraph before or after stands. */
  private static final int PARAGRAPHS = 3_000;

  /** "3 Companies have lost work", between paragraphs that begin with 2 and 4. */
  private static boolean isParagraph(Candidate candidate) {
    Quantity quantity = candidate.quantity();
    int at = candidate.tokens().range().from();
    String text = candidate.reading().text();
    boolean opens =
        quantity.from() == 0
            && quantity.form() == Quantity.Form.DIGITS
            && quantity.value().scale() <= 0
            && (at == 0 || text.charAt(at - 1) == '\n');
    if (!opens) {
      return false;
    }
    String around =
        text.substring(Math.max(0, at - PARAGRAPHS), Math.min(text.length(), at + PARAGRAPHS));
    int number = quantity.value().intValue();
    return around.contains("\n" + (number + 1) + " ") || around.contains("\n" + (number - 1) + " ");
  }

  private static final WordSet MORE = WordSet.of("more", "additional", "extra", "fewer");

  /** What is worth counting even where the text writes the number as a word. */
  private static final WordSet COUNTED =
      WordSet.of("organisations", "areas", "recommendations", "contracts", "offices", "posts");

  /** "70 cases and no room", "I've got 70 cases": a reader's own, not those of a report. */
  private static boolean isOwnLoad(Tokens tokens, int before) {
    return before < 0 || !tokens.get(before).isWord() || LOADED.contains(tokens.get(before).word());
  }

  private static final WordSet LOADED =
      WordSet.of("have", "had", "has", "i've", "got", "with", "on", "carrying", "holding", "hold");

  private static final WordSet HAVING =
      WordSet.of("through", "via", "has", "have", "own", "owns", "run", "runs", "its", "only");

  /** "Seven colleagues have left". */
  private static boolean leaves(Tokens tokens, CountNouns.Noun noun) {
    for (int i = noun.to(); noun.unit().equals("staff") && i < noun.to() + 3; i++) {
      if (tokens.is(i, "left") || tokens.is(i, "resigned") || tokens.is(i, "quit")) {
        return true;
      }
    }
    return false;
  }

  /** What is counted from two on. */
  private static final WordSet OWN_COUNTED = WordSet.of("offices", "posts");

  /** After "of the" and the number of the whole: "six of the 21 companies". */
  private static int afterPartOf(Tokens tokens, int at) {
    if (!tokens.is(at, "of")) {
      return at;
    }
    int next = at + 1;
    if (tokens.is(next, "the")
        || tokens.is(next, "its")
        || tokens.is(next, "her")
        || tokens.is(next, "his")
        || tokens.is(next, "our")
        || tokens.is(next, "their")) {
      next++;
    }
    if (tokens.is(next + 1, "'s")) {
      next += 2;
    }
    Quantity whole = Quantities.at(tokens, next);
    return whole != null && whole.isBare() ? whole.to() : next;
  }

  /** "the cases of 86 offenders", "86 subjects reviewed": people whose files inspectors read. */
  private static boolean isSample(Tokens tokens, Quantity quantity) {
    for (int i = Math.max(0, quantity.from() - 4);
        i < Math.min(quantity.to() + 7, tokens.size());
        i++) {
      if (tokens.get(i).name() == null && SAMPLE.contains(tokens.get(i).word())) {
        return true;
      }
    }
    return false;
  }

  private static final WordSet SAMPLE =
      WordSet.of("cases", "examined", "inspected", "reviewed", "sampled");

  private static boolean isCrcs(Tokens tokens, CountNouns.Noun noun) {
    return tokens.get(noun.from()).name() != null
        || tokens.is(noun.from(), "crcs")
        || tokens.is(noun.from(), "community");
  }

  /** "between 30 and 40 cases": the first of two numbers has the noun of the second. */
  private @Nullable Reason listOfCounts(Candidate candidate) {
    Quantity quantity = candidate.quantity();
    Tokens tokens = candidate.tokens();
    if (candidate.index() + 1 >= candidate.quantities().size()
        || !(tokens.is(quantity.to(), "and")
            || tokens.is(quantity.to(), "to")
            || (tokens.is(quantity.to(), ",") && endsInPercent(candidate))
            || tokens.is(quantity.to(), "-")
            || tokens.is(quantity.to(), "–"))) {
      return null;
    }
    Quantity next = candidate.quantities().get(candidate.index() + 1);
    if (next.from() != quantity.to() + 1) {
      return null;
    }
    Candidate following =
        new Candidate(
            candidate.reading(),
            candidate.topics(),
            tokens,
            candidate.quantities(),
            candidate.index() + 1);
    return next.form() == Quantity.Form.DURATION ? null : reason(following);
  }

  /** "80, 10 and 10 per cent". */
  private static boolean endsInPercent(Candidate candidate) {
    List<Quantity> all = candidate.quantities();
    for (int i = candidate.index() + 1; i < all.size(); i++) {
      if (all.get(i).from() != all.get(i - 1).to() + 1) {
        return false;
      }
      if (all.get(i).form() == Quantity.Form.PERCENT) {
        return true;
      }
    }
    return false;
  }

  private static boolean isYearly(Tokens tokens, int at) {
    boolean per =
        at + 1 < tokens.size()
            && PER.contains(tokens.get(at).word())
            && YEARLY.contains(tokens.get(at + 1).word());
    return per || tokens.is(at, "annually");
  }

  private static final WordSet PER = WordSet.of("a", "per", "each", "every");

  private @Nullable Reason few(Candidate candidate) {
    Tokens tokens = candidate.tokens();
    Quantity quantity = candidate.quantity();
    int before = quantity.from() - 1;
    int next = quantity.to();
    boolean few =
        (tokens.is(before, "just") || tokens.is(before, "only"))
            && (tokens.is(next, "had")
                || tokens.is(next, "was")
                || tokens.is(next, "has")
                || tokens.is(next, "of"));
    return few && !tokens.is(before - 1, "the") && !candidate.personal() && isOfTheField(tokens)
        ? new Reason(Rule.FEW, "people", next, endOfClause(tokens, next))
        : null;
  }

  private @Nullable Reason none(Candidate candidate) {
    Tokens tokens = candidate.tokens();
    Quantity quantity = candidate.quantity();
    int next = quantity.to();
    boolean counts =
        tokens.is(next, "had")
            || tokens.is(next, "were")
            || (tokens.is(next, "of")
                && (tokens.is(next + 1, "the") || tokens.is(next + 1, "our"))
                && (tokens.is(next + 2, "sample") || countsPeople(tokens, next + 2)))
            || nouns.within(tokens, next, 3) != null
            || (tokens.is(next - 1, "one") && tokens.is(next, "client"));
    return counts && !candidate.personal()
        ? new Reason(Rule.NONE, "people", next, endOfClause(tokens, next))
        : null;
  }

  private boolean countsPeople(Tokens tokens, int at) {
    CountNouns.Noun noun = nouns.within(tokens, at, 4);
    return noun != null && (noun.unit().equals("people") || noun.unit().equals("cases"));
  }

  /** "from 57 to 30", "cut by 50,000", "reduced to about 14". */
  private @Nullable Reason change(Candidate candidate) {
    Tokens tokens = candidate.tokens();
    Quantity quantity = candidate.quantity();
    if (quantity.form() == Quantity.Form.NONE || quantity.form() == Quantity.Form.DURATION) {
      return null;
    }
    int before = quantity.from() - 1;
    while (before > 0 && APPROXIMATE.contains(tokens.get(before).word())) {
      before--;
    }
    if (!tokens.is(before, "from") && !tokens.is(before, "to") && !tokens.is(before, "by")) {
      return null;
    }
    boolean fromTo = partner(candidate, before) != null;
    boolean verb = changeVerbs.in(tokens, before - 8, before);
    if (!fromTo && !verb) {
      return null;
    }
    CountNouns.Noun noun =
        tokens.is(quantity.to(), "and") ? null : nouns.within(tokens, quantity.to(), 3);
    int from = startOfClause(tokens, before);
    if (noun == null && quantity.isBare()) {
      noun = nouns.within(tokens, from, Math.max(1, before - from));
    }
    String unit =
        quantity.unit() != null
            ? quantity.unit()
            : noun == null ? null : noun.unit().equals("staff") ? "posts" : noun.unit();
    if (quantity.unit() == null && unit == null && !fromTo && candidate.personal()) {
      return null;
    }
    return new Reason(Rule.CHANGE, unit, from, Math.max(from, changed(tokens, from, before)));
  }

  /** Where the verb of changing begins: what stands before it is what changed. */
  private int changed(Tokens tokens, int from, int before) {
    for (int i = from + 1; i < before; i++) {
      if (changeVerbs.longestAt(tokens, i) > 0) {
        int end = i;
        while (end > from && AUXILIARY.contains(tokens.get(end - 1).word())) {
          end--;
        }
        return end > from ? end : before;
      }
    }
    return before;
  }

  private static final WordSet AUXILIARY =
      WordSet.of(
          "has", "have", "had", "was", "were", "is", "are", "be", "been", "being", "will", "would",
          "to", "could", "may");

  /** The other number of "from A to B" with bare numbers, where this is one of the two. */
  private static @Nullable Quantity partner(Candidate candidate, int before) {
    Tokens tokens = candidate.tokens();
    List<Quantity> all = candidate.quantities();
    Quantity quantity = candidate.quantity();
    if (tokens.is(before, "from") && candidate.index() + 1 < all.size()) {
      Quantity next = all.get(candidate.index() + 1);
      if (tokens.is(next.from() - 1, "to") && next.from() - quantity.to() <= 3) {
        return next;
      }
    }
    if (tokens.is(before, "to") && candidate.index() > 0) {
      Quantity last = all.get(candidate.index() - 1);
      if (tokens.is(last.from() - 1, "from") && quantity.from() - last.to() <= 3) {
        return last;
      }
    }
    if (tokens.is(before, "from") && candidate.index() > 0) {
      Quantity last = all.get(candidate.index() - 1);
      if (before - last.to() <= 2 && last.isBare() && quantity.isBare()) {
        return last;
      }
    }
    return null;
  }

  private static final WordSet APPROXIMATE =
      WordSet.of(
          "about",
          "around",
          "nearly",
          "almost",
          "some",
          "just",
          "over",
          "under",
          "roughly",
          "only",
          "approximately",
          "more",
          "less",
          "fewer",
          "than",
          "at",
          "least",
          "up",
          "as",
          "many",
          "few");

  private static boolean isWeekly(Candidate candidate) {
    Tokens tokens = candidate.tokens();
    int next = candidate.quantity().to();
    return "days".equals(candidate.quantity().unit())
        && (tokens.is(next, "a") || tokens.is(next, "per"))
        && tokens.is(next + 1, "week");
  }

  private @Nullable Reason duration(Candidate candidate) {
    Tokens tokens = candidate.tokens();
    Quantity quantity = candidate.quantity();
    int from = quantity.from();
    int next = quantity.to();
    boolean weekly = isWeekly(candidate);
    boolean every = tokens.is(from - 1, "every") && !candidate.personal();
    int noun = next;
    while (noun < tokens.size()
        && (tokens.is(noun, "fixed") || tokens.is(noun, "-") || tokens.is(noun, "'s"))) {
      noun++;
    }
    boolean term =
        noun < tokens.size() && TERMS.contains(tokens.get(noun).word()) && !candidate.personal();
    boolean pay =
        (tokens.is(next, "'") || tokens.is(next, "’"))
            && (tokens.is(next + 1, "pay") || tokens.is(next + 2, "pay"));
    boolean limit =
        from > 1 && tokens.is(from - 1, "of") && LIMITS.contains(tokens.get(from - 2).word());
    boolean afterMoney =
        tokens.is(from - 1, "for")
            && candidate.index() > 0
            && candidate.quantities().get(candidate.index() - 1).form() == Quantity.Form.MONEY
            && from - candidate.quantities().get(candidate.index() - 1).to() <= 4;
    boolean fullTime = weekly && quantity.value().intValue() == 5;
    if (fullTime) {
      return null;
    }
    boolean late =
        !"years".equals(quantity.unit())
            && next < tokens.size()
            && EARLY.contains(tokens.get(next).word());
    boolean lasting = tokens.is(from - 1, "lasting") || tokens.is(from - 1, "lasted");
    boolean each =
        "days".equals(quantity.unit())
            && (tokens.is(next, "a") || tokens.is(next, "per"))
            && (tokens.is(next + 1, "year")
                || tokens.is(next + 1, "employee")
                || tokens.is(next + 1, "person"));
    if ((late || lasting || each) && !candidate.personal()) {
      int clause = startOfClause(tokens, from);
      return new Reason(
          Rule.DURATION,
          quantity.unit(),
          clause == from ? next : clause,
          clause == from ? endOfClause(tokens, next) : from);
    }
    if (!weekly && !every && !term && !pay && !limit && !afterMoney) {
      return null;
    }
    int start = startOfClause(tokens, from);
    return new Reason(
        Rule.DURATION,
        quantity.unit(),
        start == from ? next : start,
        start == from ? endOfClause(tokens, next) : from);
  }

  private static final WordSet EARLY =
      WordSet.of("early", "earlier", "ahead", "sooner", "late", "overdue");

  private static final WordSet TERMS = WordSet.of("contract", "term", "consultation", "extension");

  private Annotation.Figure figure(Candidate candidate, Reason reason) {
    Tokens tokens = candidate.tokens();
    Quantity quantity = candidate.quantity();
    int from = startOfClause(tokens, quantity.from());
    int to = Math.max(quantity.to(), endOfClause(tokens, quantity.to()));
    TextRange evidence = tokens.range(from, to);
    return new Annotation.Figure(
        candidate.reading().evidence(evidence, reason.rule().id()),
        subject(candidate).orElse(null),
        indicator(candidate, reason),
        quantity.value(),
        reason.unit(),
        period(tokens));
  }

  private static @Nullable String period(Tokens tokens) {
    Dates.Dated first = Dates.first(tokens, 0, tokens.size());
    if (first == null) {
      return null;
    }
    if (tokens.is(first.to(), "to")
        || tokens.is(first.to(), "and")
        || tokens.is(first.to(), "until")) {
      Dates.Dated second = Dates.at(tokens, first.to() + 1).orElse(null);
      if (second != null && first.date().compareTo(second.date()) < 0) {
        return first.date() + "/" + second.date();
      }
    }
    return first.date().toString();
  }

  private static String indicator(Candidate candidate, Reason reason) {
    Tokens tokens = candidate.tokens();
    int from = reason.from();
    int to = Math.min(reason.to(), tokens.size());
    if (to - from > 12) {
      to = from + 12;
    }
    while (from < to && !isContent(tokens.get(from))) {
      from++;
    }
    while (to > from && !isContent(tokens.get(to - 1))) {
      to--;
    }
    if (from >= to || isNames(tokens, from, to)) {
      int start = startOfClause(tokens, candidate.quantity().from());
      if (candidate.index() > 0) {
        start = Math.max(start, candidate.quantities().get(candidate.index() - 1).to());
      }
      from = start;
      to =
          candidate.quantity().from() > start
              ? candidate.quantity().from()
              : candidate.quantity().to();
      while (to > from + 1 && !isContent(tokens.get(to - 1))) {
        to--;
      }
      while (from < to - 1 && !isContent(tokens.get(from))) {
        from++;
      }
    }
    return Blanks.single(candidate.reading().text(tokens.range(from, to)));
  }

  private static boolean isNames(Tokens tokens, int from, int to) {
    for (int i = from; i < to; i++) {
      if (tokens.get(i).name() == null) {
        return false;
      }
    }
    return true;
  }

  private static boolean isContent(Tokens.Token token) {
    return token.name() != null
        || token.isNumeral()
        || (token.isWord() && !EMPTY.contains(token.word()));
  }

  private static final WordSet EMPTY =
      WordSet.of(
          "the", "a", "an", "of", "and", "or", "but", "that", "to", "in", "is", "are", "was",
          "were", "worth", "by", "from", "with", "for", "on", "at", "as", "about", "around", "more",
          "than", "just", "only", "up", "over", "nearly", "some");

  /** The thing of the field named nearest to the number, else the section's topic. */
  private static Optional<EntityRef> subject(Candidate candidate) {
    Tokens tokens = candidate.tokens();
    int at = candidate.quantity().from();
    EntityRef nearest = null;
    EntityRef person = null;
    int distance = Integer.MAX_VALUE;
    boolean elsewhere = false;
    for (int i = 0; i < tokens.size(); i++) {
      Name name = tokens.get(i).name();
      int away = Math.abs(i - at);
      if (name == null) {
        if (away < distance && isMinistry(tokens, i)) {
          nearest = Field.MINISTRY;
          distance = away;
        }
        continue;
      }
      if (name.entity().kind() == EntityKind.PERSON) {
        person = name.entity();
      } else if (away < distance && canBeSubject(tokens, i, name.entity())) {
        nearest = candidate.topics().meaning(tokens, i, name);
        distance = away;
      } else if (name.entity().kind() == EntityKind.AREA) {
        elsewhere |= !isPlace(tokens, i);
      }
    }
    boolean its = isPossessed(tokens, at);
    EntityRef owner = its && distance > 3 ? antecedent(candidate, at) : null;
    if (owner != null) {
      return Optional.of(owner);
    }
    if (nearest != null) {
      return Optional.of(nearest);
    }
    boolean ofPerson = isPay(tokens) || candidate.quantity().form() == Quantity.Form.DURATION;
    if (person != null && ofPerson) {
      return Optional.of(person);
    }
    return elsewhere ? Optional.empty() : candidate.topics().crc(tokens.range().from());
  }

  /** "its share price has fallen by 70 per cent": what is measured is somebody's. */
  private static boolean isPossessed(Tokens tokens, int at) {
    for (int i = at - 1; i >= startOfClause(tokens, at) && !tokens.is(i, "and"); i--) {
      if (tokens.is(i, "its")) {
        return true;
      }
    }
    return false;
  }

  /** Whom "its" means: the first party of this sentence, or of the last one that names any. */
  private static @Nullable EntityRef antecedent(Candidate candidate, int at) {
    Tokens tokens = candidate.tokens();
    int its = at - 1;
    while (its > 0 && !tokens.is(its, "its")) {
      its--;
    }
    for (int i = its - 1; i >= 0; i--) {
      Name name = tokens.get(i).name();
      if (name != null && isParty(name.entity())) {
        return name.entity();
      }
    }
    int start = tokens.range().from();
    TextRange scope = candidate.topics().scope(start);
    TextRange before = new TextRange(Math.max(scope.from(), start - BEFORE), start);
    EntityRef found = null;
    for (Reading.Sentence sentence : candidate.reading().sentences(before)) {
      for (Name name : candidate.reading().names(sentence.range())) {
        if (isParty(name.entity())) {
          found = name.entity();
          break;
        }
      }
    }
    return found;
  }

  /** How far before a sentence, in code units, "its" may have been named. */
  private static final int BEFORE = 500;

  private static boolean isParty(EntityRef entity) {
    return Field.isCompany(entity) || Field.isOneCrc(entity) || entity.kind() == EntityKind.UNION;
  }

  /** "the Department", in words of Parliament. */
  private static boolean isMinistry(Tokens tokens, int i) {
    return (tokens.is(i, "department") || tokens.is(i, "ministry"))
        && (tokens.is(i - 1, "the") || tokens.is(i - 1, "his") || tokens.is(i - 1, "her"))
        && !tokens.is(i + 1, "of")
        && !tokens.is(i + 1, "for");
  }

  private static boolean isPay(Tokens tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).name() == null && PAY.contains(tokens.get(i).word())) {
        return true;
      }
    }
    return false;
  }

  private static final WordSet PAY =
      WordSet.of("paid", "pay", "salary", "earns", "earned", "earn", "bonus", "shares", "pension");

  private static boolean canBeSubject(Tokens tokens, int i, EntityRef entity) {
    return switch (entity.kind()) {
      case PUBLICATION -> false;
      case AREA -> isPlace(tokens, i);
      default -> true;
    };
  }

  /** An area that is no part of another name: not "London hospitals". */
  private static boolean isPlace(Tokens tokens, int i) {
    if (tokens.is(i - 1, "(") || tokens.is(i - 1, "one")) {
      return false;
    }
    if (i + 1 >= tokens.size() || !tokens.get(i + 1).isWord()) {
      return true;
    }
    String next = tokens.get(i + 1).word();
    return tokens.is(i - 1, "in")
        || tokens.is(i - 1, "across")
        || tokens.is(i - 1, "throughout")
        || Grammar.isFinite(next)
        || Grammar.isPastForm(next)
        || AUXILIARY.contains(next)
        || AFTER_PLACE.contains(next);
  }

  private static final WordSet AFTER_PLACE =
      WordSet.of(
          "and", "or", "in", "by", "on", "for", "at", "from", "with", "where", "alone", "last");

  private static int startOfClause(Tokens tokens, int at) {
    int from = at;
    while (from > 0
        && at - from < 14
        && !(tokens.get(from - 1).name() == null
            && CLAUSE_MARKS.contains(tokens.get(from - 1).word()))) {
      from--;
    }
    return from;
  }

  private static int endOfClause(Tokens tokens, int at) {
    int to = at;
    while (to < tokens.size()
        && to - at < 14
        && !(tokens.get(to).name() == null && CLAUSE_MARKS.contains(tokens.get(to).word()))) {
      to++;
    }
    return to;
  }

  /** The end of what is said of a number: not of the next number, nor of a clause of its own. */
  private static int endOfMatter(Tokens tokens, int at) {
    int end = endOfClause(tokens, at);
    for (int i = at + 1; i < end; i++) {
      // "a third of the 4,000 officers"
      boolean number =
          (i > at + 2 || tokens.is(i - 1, "and"))
              && Quantities.at(tokens, i) != null
              && !tokens.is(i, "a")
              && !tokens.is(i, "an");
      if (number || (tokens.get(i).name() == null && CLAUSES.contains(tokens.get(i).word()))) {
        return i;
      }
    }
    return end;
  }

  /** The end of a noun phrase, with what "of" or "in" adds to it. */
  private static int endOfNounPhrase(Tokens tokens, int at) {
    int end = Math.min(endOfClause(tokens, at), at + 6);
    for (int i = at; i < end; i++) {
      boolean verb =
          tokens.get(i).name() == null
              && (CLAUSES.contains(tokens.get(i).word())
                  || AUXILIARY.contains(tokens.get(i).word())
                  || tokens.is(i, "and"));
      if (verb && !tokens.is(i, "to")) {
        return i;
      }
    }
    return end;
  }

  /** Words that begin a clause of its own after a noun. */
  private static final WordSet CLAUSES =
      WordSet.of(
          "since",
          "who",
          "which",
          "whose",
          "but",
          "because",
          "when",
          "while",
          "said",
          "says",
          "although",
          "though",
          "until",
          "so");
}
