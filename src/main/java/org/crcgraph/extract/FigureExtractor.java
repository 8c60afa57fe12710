package org.crcgraph.extract;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
  private static final List<String> TRIGGERS =
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
          "cases");

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
    Triggers triggers = new Triggers(reading.text(), TRIGGERS);
    List<Annotation.Figure> figures = new ArrayList<>();
    CountNouns.Noun listed = null;
    List<Reading.Sentence> sentences = reading.sentences();
    for (int s = 0; s < sentences.size(); s++) {
      Reading.Sentence sentence = sentences.get(s);
      boolean item = sentence.range().length() <= LONGEST_ITEM;
      if (reading.text().charAt(sentence.range().to() - 1) == ':') {
        listed = lastNoun(reading.tokens(s));
      } else if (!item) {
        listed = null;
      } else if (listed != null && triggers.in(sentence.range())) {
        Annotation.Figure figure = listItem(reading, topics, sentence.range(), listed);
        if (figure != null) {
          figures.add(figure);
          continue;
        }
      }
      if (triggers.in(sentence.range())) {
        Tokens tokens = reading.tokens(s);
        List<Quantity> quantities = Quantities.of(tokens);
        for (int i = 0; i < quantities.size(); i++) {
          Candidate candidate = new Candidate(reading, topics, tokens, quantities, i);
          Reason reason = reason(candidate);
          if (reason != null) {
            figures.add(figure(candidate, reason));
          }
        }
      }
    }
    return figures;
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
    return new Reason(rule, quantity.unit(), from, endOfClause(tokens, from));
  }

  private @Nullable Reason share(Candidate candidate) {
    Tokens tokens = candidate.tokens();
    Quantity quantity = candidate.quantity();
    int next = quantity.to();
    boolean half = tokens.is(next - 1, "half");
    boolean counts =
        tokens.is(next, "of")
            || nouns.within(tokens, next, 4) != null
            || (next < tokens.size() && SHARE_VERBS.contains(tokens.get(next).word()));
    boolean time =
        next + 1 < tokens.size()
            && tokens.is(next, "of")
            && (YEARLY.contains(tokens.get(next + 1).word())
                || (next + 2 < tokens.size() && YEARLY.contains(tokens.get(next + 2).word())));
    boolean part =
        half && quantity.from() > 0 && HALVES.contains(tokens.get(quantity.from() - 1).word());
    boolean ofUs =
        tokens.is(next, "of") && (tokens.is(next + 1, "us") || tokens.is(next + 1, "them"));
    return counts && !time && !part && (ofUs || isOfTheField(tokens))
        ? after(Rule.SHARE, tokens, quantity)
        : null;
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

  private static final WordSet HALVES = WordSet.of("first", "second", "other", "last", "and");

  private @Nullable Reason money(Candidate candidate) {
    Tokens tokens = candidate.tokens();
    Quantity quantity = candidate.quantity();
    boolean counts =
        !candidate.personal()
            || quantity.value().compareTo(PUBLIC_MONEY) >= 0
            || payWords.in(tokens, quantity.from() - 5, quantity.to() + 3);
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
    boolean crcs = noun.unit().equals("organisations") && isCrcs(tokens, noun);
    boolean few = words && quantity.value().intValue() < (COUNTED.contains(noun.unit()) ? 3 : 10);
    boolean told = changeVerbs.in(tokens, quantity.from() - 3, quantity.from());
    if (few || (candidate.personal() && !crcs && !told)) {
      return null;
    }
    boolean more = MORE.contains(tokens.get(Math.min(quantity.to(), tokens.size() - 1)).word());
    String unit = !noun.unit().equals("staff") ? noun.unit() : more || told ? "posts" : "people";
    if (unit.equals("people") && isSample(tokens, quantity)) {
      unit = noun.unit().equals("staff") ? "people" : "cases";
    }
    return new Reason(Rule.COUNT, unit, quantity.to(), endOfPhrase(tokens, noun.to()));
  }

  private static final WordSet MORE = WordSet.of("more", "additional", "extra", "fewer");

  /** What is worth counting even where the text writes the number as a word. */
  private static final WordSet COUNTED =
      WordSet.of("organisations", "areas", "recommendations", "contracts", "prisons");

  /** After "of the" and the number of the whole: "six of the 21 companies". */
  private static int afterPartOf(Tokens tokens, int at) {
    if (!tokens.is(at, "of")) {
      return at;
    }
    int next = at + 1;
    if (tokens.is(next, "the") || tokens.is(next, "its") || tokens.is(next, "their")) {
      next++;
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
    return few && !candidate.personal() && isOfTheField(tokens)
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
    return new Reason(Rule.CHANGE, unit, from, Math.max(from, before));
  }

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

  private @Nullable Reason duration(Candidate candidate) {
    Tokens tokens = candidate.tokens();
    Quantity quantity = candidate.quantity();
    int from = quantity.from();
    int next = quantity.to();
    boolean weekly =
        "days".equals(quantity.unit())
            && (tokens.is(next, "a") || tokens.is(next, "per"))
            && tokens.is(next + 1, "week");
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
    if (from >= to) {
      from = startOfClause(tokens, candidate.quantity().from());
      to = candidate.quantity().to();
    }
    return candidate.reading().text(tokens.range(from, to)).replaceAll("\\s+", " ");
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
    int distance = Integer.MAX_VALUE;
    for (int i = 0; i < tokens.size(); i++) {
      Name name = tokens.get(i).name();
      if (name != null && canBeSubject(name.entity().kind())) {
        int away = Math.abs(i - at);
        if (away < distance) {
          nearest = candidate.topics().meaning(tokens, i, name);
          distance = away;
        }
      }
    }
    return nearest != null ? Optional.of(nearest) : candidate.topics().crc(tokens.range().from());
  }

  private static boolean canBeSubject(EntityKind kind) {
    return switch (kind) {
      case PUBLICATION -> false;
      default -> true;
    };
  }

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

  private static int endOfPhrase(Tokens tokens, int at) {
    return Math.min(endOfClause(tokens, at), at + 6);
  }
}
