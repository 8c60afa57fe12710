package org.crcgraph.extract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.crcgraph.lexicon.Lexicon;
import org.crcgraph.model.Annotation;
import org.crcgraph.model.EntityKind;
import org.crcgraph.model.EntityRef;
import org.crcgraph.model.PartialDate;
import org.crcgraph.model.TextRange;
import org.jspecify.annotations.Nullable;

/**
 * Inspections, audits and inquiries by watchdogs: one record for each, at the first words that name
 * it. A noun such as "inspection" or "report", or a verb such as "inspected", opens a candidate;
 * who wrote it and what it is about stand around it; candidates that mean the same inspection are
 * then put together.
 */
final class InspectionExtractor implements RecordExtractor {

  /** The rules, each with an example. */
  enum Rule {
    OF("An inspection of Eastshire CRC was published today."),
    AREA("HM Inspectorate of Probation reported that work in Middleham had declined."),
    THEME("The thematic inspection of resettlement was bleak."),
    WATCHDOG("The Public Accounts Committee’s report was harsh."),
    RATED("Eastshire CRC, which was rated ‘Inadequate’ in 2016, has moved."),
    VISITED("Eastshire CRC was inspected in May 2016."),
    HEARING(
        "Public Accounts Committee\nOral evidence: Transforming Rehabilitation: the cost, HC 12"),
    FIRST_PERSON(
        "Public Accounts Committee\nWe concluded in March 2016 that the reforms had failed."),
    STAY("Inspectors were in Eastshire in June 2017."),
    SAID("The inspectorate found in March 2017 that the CRC was slow."),
    OWN(
        "Report by the Comptroller and Auditor General\nPayments to Community Rehabilitation"
            + " Companies"),
    OUR("Public Accounts Committee\nIn our 2016 report we asked for more."),
    THAT_ON(
        "The inspectorate’s report on Eastshire was based on 87 cases, and that on Northshire"
            + " (October 2017) on 91."),
    TOPIC("The inspectorate’s report on supply chains appeared in April."),
    MAIN("Inspectors found late plans. The inspectorate said that it was sad.");

    private final String example;

    Rule(String example) {
      this.example = example;
    }

    String example() {
      return example;
    }

    String id() {
      return "inspection." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  static final List<String> TRIGGERS =
      List.of(
          "nspect",
          "isit",
          "rated",
          "judged",
          "nadequate",
          "vidence:",
          "We ",
          " we ",
          "eport",
          "eview",
          "nquiry",
          "udit",
          "nvestigat",
          "Committee",
          "Ofsted",
          "NAO",
          "PAC");

  /** How far after a noun, in tokens, what it is about may stand. */
  private static final int REACH = 24;

  /** "A similar report" follows the sentence of the first within this many code units. */
  private static final int NEXT = 200;

  private static final Set<String> ABOUT =
      Set.of("of", "into", "on", "at", "covering", "about", "for", "in", "by", "to");

  private final WordList nouns;
  private final WordList visits;
  private final WordList verbs;
  private final WordList publishing;
  private final Set<String> watchdogs;
  private final Set<String> chiefs;

  InspectionExtractor(Lexicon lexicon) {
    nouns = WordList.of(lexicon, "inspection-nouns");
    visits = WordList.of(lexicon, "inspection-visits");
    verbs =
        WordList.of(
            Stream.concat(
                    lexicon.words("inspection-verbs").stream(),
                    lexicon.words("inspection-visits").stream())
                .toList());
    publishing = WordList.of(lexicon, "publishing");
    watchdogs = lexicon.words("watchdogs");
    chiefs = lexicon.words("chief-inspectors");
  }

  /**
   * An inspection as one sentence has it.
   *
   * @param named whether the sentence says by itself that an inspection took place
   * @param apart whether its date tells it from the inspection that the text is about
   */
  private record Candidate(
      Rule rule,
      EntityRef inspector,
      Set<EntityRef> subjects,
      @Nullable String title,
      @Nullable String area,
      @Nullable PartialDate period,
      @Nullable PartialDate published,
      TextRange evidence,
      boolean named,
      boolean apart,
      @Nullable Integer sample) {
    /** One that the sentence tells by itself; what else it says is added. */
    static Candidate told(
        Rule rule, EntityRef inspector, Set<EntityRef> subjects, TextRange evidence) {
      return new Candidate(
          rule, inspector, subjects, null, null, null, null, evidence, true, false, null);
    }

    Candidate about(Set<EntityRef> others) {
      return new Candidate(
          rule, inspector, others, title, area, period, published, evidence, named, apart, sample);
    }

    Candidate titled(@Nullable String ownTitle) {
      return new Candidate(
          rule, inspector, subjects, ownTitle, area, period, published, evidence, named, apart,
          sample);
    }

    Candidate in(@Nullable String otherArea) {
      return new Candidate(
          rule, inspector, subjects, title, otherArea, period, published, evidence, named, apart,
          sample);
    }

    Candidate during(@Nullable PartialDate fieldwork) {
      return new Candidate(
          rule, inspector, subjects, title, area, fieldwork, published, evidence, named, apart,
          sample);
    }

    Candidate publishedOn(@Nullable PartialDate date) {
      return new Candidate(
          rule, inspector, subjects, title, area, period, date, evidence, named, apart, sample);
    }

    Candidate named(boolean byItself) {
      return new Candidate(
          rule, inspector, subjects, title, area, period, published, evidence, byItself, apart,
          sample);
    }

    Candidate apart(boolean byDate) {
      return new Candidate(
          rule, inspector, subjects, title, area, period, published, evidence, named, byDate,
          sample);
    }

    Candidate sampling(@Nullable Integer cases) {
      return new Candidate(
          rule, inspector, subjects, title, area, period, published, evidence, named, apart, cases);
    }

    /** This candidate, with what only a later one says of the same inspection. */
    Candidate with(Candidate later) {
      return new Candidate(
          rule,
          inspector,
          subjects,
          title == null ? later.title : title,
          area == null ? later.area : area,
          period == null ? later.period : period,
          published == null ? later.published : published,
          evidence,
          named,
          apart,
          sample == null ? later.sample : sample);
    }

    /** Whether it says what was inspected, or when it came out: it stands for itself. */
    boolean isOwn() {
      return !subjects.isEmpty() || area != null || (named && published != null);
    }

    boolean isOfProbation() {
      return inspector.name().equals(Field.INSPECTORATE.name());
    }

    boolean isOfInspectorate() {
      return inspector.name().startsWith("HM Inspectorate");
    }

    private boolean isOfSameTime(Candidate other) {
      PartialDate mine = published == null ? period : published;
      PartialDate theirs = other.published == null ? other.period : other.published;
      return mine != null && theirs != null && mine.compatible(theirs);
    }

    boolean isSameAs(Candidate other) {
      if (!inspector.equals(other.inspector) || ((apart || other.apart) && !isOfSameTime(other))) {
        return false;
      }
      if (subjects.isEmpty() && other.subjects.isEmpty()) {
        return Objects.equals(area, other.area);
      }
      boolean otherPlace = area != null && other.area != null && !area.equals(other.area);
      return !otherPlace && subjects.stream().anyMatch(other.subjects::contains);
    }
  }

  /** Any day: whether words tell a date at all does not hang on the day of writing. */
  private static final PartialDate DAY = new PartialDate(2018, 6, 15);

  /** Words of a rating, as the inspectorate gives them. */
  private static final Set<String> RATINGS =
      Set.of("inadequate", "outstanding", "requires", "require", "good", "requiring");

  private static final Set<String> RATING_VERBS =
      Set.of("rated", "judged", "received", "graded", "given", "rating", "declared", "found");

  private static final Set<String> VISITS =
      Set.of("looked", "inspected", "visited", "inspection", "visit", "audited", "re-inspected");

  private static final Set<String> WE_SAY =
      Set.of(
          "concluded",
          "reported",
          "found",
          "recommended",
          "inspected",
          "warned",
          "published",
          "examined",
          "investigated",
          "reviewed",
          "looked",
          "visited");

  /** How many days before the day of writing an inspection is another one than that reported. */
  private static final int EARLIER = 150;

  @Override
  public List<Annotation.Inspection> extract(Reading reading) {
    Gathered gathered = new Gathered(reading, reading.topics());
    Dictionary.Marks marks = reading.vocabulary().dictionary().marks(this, this::flags);
    List<Reading.Sentence> sentences = reading.sentences();
    addOwn(reading, sentences, gathered);
    for (int i = 0; i < sentences.size(); i++) {
      if (reading.has(Triggers.Kind.INSPECTION, i)) {
        Tokens tokens = reading.tokens(i);
        read(tokens, tokens.flags(marks), gathered);
      }
    }
    return gathered.records();
  }

  /** Two subjects in this order; that of {@link Set#of} changes from run to run. */
  private static Set<EntityRef> both(EntityRef first, EntityRef second) {
    return Collections.unmodifiableSet(new LinkedHashSet<>(List.of(first, second)));
  }

  private static final int PERIOD = 1;
  private static final int SAMPLE = 1 << 1;
  private static final int RATED = 1 << 2;
  private static final int VISITED = 1 << 3;
  private static final int WE = 1 << 4;
  private static final int NOUN_OR_VERB = 1 << 5;
  private static final int STAY = 1 << 6;
  private static final int SAYING = 1 << 7;

  /** The rules that a word is needed for. */
  private int flags(String word) {
    return (PERIOD_WORDS.contains(word) ? PERIOD : 0)
        | (Gathered.EXAMINED.contains(word) ? SAMPLE : 0)
        | (RATINGS.contains(word) ? RATED : 0)
        | (VISITED_WORDS.contains(word) ? VISITED : 0)
        | (word.equals("we") || word.equals("our") ? WE : 0)
        | (STAYING.contains(word) ? STAY : 0)
        | (SAID.contains(word) ? SAYING : 0)
        | (nouns.firstWords().contains(word) || verbs.firstWords().contains(word)
            ? NOUN_OR_VERB
            : 0);
  }

  /** The words that {@link Gathered#readPeriod} looks for. */
  private static final Set<String> PERIOD_WORDS =
      Set.of(
          "fieldwork",
          "inspected",
          "inspection",
          "inspections",
          "inspectors",
          "inspectorate",
          "report",
          "found",
          "concluded",
          "noted",
          "said");

  /** The words that {@link #addStay} looks for. */
  private static final Set<String> STAYING =
      Set.of("were", "was", "been", "go", "went", "visiting", "visit", "reporting");

  /** The words that {@link #addVisited} looks for. */
  private static final Set<String> VISITED_WORDS =
      Set.of("inspected", "visited", "last", "previous", "previously", "earlier");

  /**
   * Reads a sentence.
   *
   * @param flags of the rules that have a word here
   */
  private void read(Tokens tokens, int flags, Gathered gathered) {
    if ((flags & PERIOD) != 0) {
      gathered.readPeriod(tokens);
    }
    if ((flags & SAMPLE) != 0) {
      gathered.readSample(tokens);
    }
    addHearing(tokens, gathered);
    if ((flags & RATED) != 0) {
      addRated(tokens, gathered);
    }
    if ((flags & VISITED) != 0) {
      addVisited(tokens, gathered);
    }
    if ((flags & WE) != 0) {
      addFirstPerson(tokens, gathered);
    }
    if ((flags & STAY) != 0) {
      addStay(tokens, gathered);
    }
    if ((flags & SAYING) != 0) {
      addSaid(tokens, gathered);
    }
    for (int i = 0; (flags & NOUN_OR_VERB) != 0 && i < tokens.size(); i++) {
      int noun = nouns.longestAt(tokens, i);
      int verb = noun > 0 ? -1 : verbs.longestAt(tokens, i);
      if (noun > 0 || verb > 0) {
        List<Candidate> found =
            noun > 0
                ? ofNoun(tokens, i, i + noun, gathered)
                : ofVerb(tokens, i, i + verb, gathered);
        if (!found.isEmpty()) {
          Integer cases = sampleOf(tokens);
          found.forEach(c -> gathered.add(cases == null ? c : c.sampling(cases)));
          addThatOn(tokens, i + Math.max(noun, verb), found.get(0), gathered);
          gathered.note(found.get(0).inspector(), tokens);
          return;
        }
        i += Math.max(noun, verb) - 1;
      }
    }
    EntityRef watchdog = watchdog(tokens, 0);
    if (watchdog != null) {
      gathered.note(watchdog, tokens);
    }
  }

  /** "Oral evidence: The cost of the reforms, HC 12" under the name of a committee. */
  private void addHearing(Tokens tokens, Gathered gathered) {
    boolean hearing =
        tokens.is(1, "evidence")
            && tokens.is(2, ":")
            && (tokens.is(0, "oral") || tokens.is(0, "written"));
    EntityRef committee = hearing ? gathered.latestWatchdog(tokens) : null;
    if (committee == null) {
      return;
    }
    int end = 3;
    while (end < tokens.size() && !(tokens.is(end, ",") && tokens.is(end + 1, "hc"))) {
      end++;
    }
    if (end > 3) {
      About about = about(tokens, 3, gathered.topics);
      if (about.subjects.isEmpty() && about.programme != null) {
        about.subjects.add(about.programme);
      }
      gathered.add(
          Candidate.told(Rule.HEARING, committee, about.subjects, tokens.range(0, end))
              .titled(gathered.reading.text(tokens.range(3, end)).replaceAll("\\s+", " "))
              .apart(true));
    }
  }

  /** "rated ‘Inadequate’ in 2016", "the ‘Good’ that it received last year". */
  private void addRated(Tokens tokens, Gathered gathered) {
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).name() != null || !isRating(tokens, i)) {
        continue;
      }
      boolean given = false;
      for (int k = Math.max(0, i - 9); k < Math.min(i + 9, tokens.size()); k++) {
        given |= tokens.get(k).name() == null && RATING_VERBS.contains(tokens.get(k).word());
      }
      boolean watchdog = watchdog(tokens, i) != null || chief(tokens, i) != null;
      if (!given && !(watchdog && tokens.is(i, "inadequate"))) {
        continue;
      }
      PartialDate base = gathered.topics.date(tokens.range().from()).orElse(null);
      PartialDate date =
          isSince(tokens, i) ? null : Dates.told(tokens, i - 16, i + 12, base).orElse(null);
      EntityRef subject = subject(tokens, i, gathered);
      boolean told = date != null || (given && isNamed(tokens, subject));
      if (subject != null && told) {
        boolean inspected =
            Dates.told(tokens, i, i + 12, base).isPresent()
                && names(tokens, i, i + 6, "inspection");
        gathered.add(
            Candidate.told(
                    Rule.RATED,
                    Field.INSPECTORATE,
                    Set.of(subject),
                    tokens.range(clauseStart(tokens, i), i + 1))
                .during(inspected ? date : null)
                .publishedOn(inspected ? null : date)
                .apart(date != null && (!given || isEarlier(date, base))));
        return;
      }
    }
  }

  private static boolean isNamed(Tokens tokens, @Nullable EntityRef entity) {
    for (int i = 0; i < tokens.size(); i++) {
      Name name = tokens.get(i).name();
      if (name != null && name.entity().equals(entity)) {
        return true;
      }
    }
    return false;
  }

  private static boolean names(Tokens tokens, int from, int to, String word) {
    for (int i = from; i < Math.min(to, tokens.size()); i++) {
      if (tokens.is(i, word)) {
        return true;
      }
    }
    return false;
  }

  /** "since 2015 …": how long something has gone on, not when the rating came. */
  private static boolean isSince(Tokens tokens, int at) {
    for (int i = Math.max(1, at - 16); i < Math.min(at + 12, tokens.size()); i++) {
      boolean since = tokens.is(i - 1, "since") || tokens.is(i - 1, "until");
      if (since && Dates.year(tokens, i) > 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean isRating(Tokens tokens, int i) {
    boolean quoted =
        tokens.is(i - 1, "‘")
            || tokens.is(i - 1, "'")
            || tokens.is(i - 1, "’")
            || tokens.is(i - 1, "“")
            || tokens.is(i - 1, "\"");
    String word = tokens.get(i).word();
    return RATINGS.contains(word)
        && (quoted || word.equals("inadequate"))
        && (!word.startsWith("requir") || tokens.is(i + 1, "improvement"));
  }

  private static boolean isEarlier(PartialDate date, @Nullable PartialDate base) {
    if (base == null) {
      return false;
    }
    return date.month() == 0
        ? date.year() < base.year()
        : date.lastDay().isBefore(base.firstDay().minusDays(EARLIER));
  }

  /** The CRC named last before a token, or the one that "it" or "the company" means. */
  private static @Nullable EntityRef subject(Tokens tokens, int at, Gathered gathered) {
    for (int i = at - 1; i >= 0; i--) {
      Name name = tokens.get(i).name();
      if (name != null) {
        EntityRef meant = gathered.topics.meaning(tokens, i, name);
        EntityRef crc =
            meant.kind() == EntityKind.AREA ? gathered.reading.areas().part(meant) : meant;
        if (crc != null && (Field.isOneCrc(crc) || crc.kind() == EntityKind.NPS_DIVISION)) {
          return crc;
        }
      }
    }
    return gathered.topics.mainCrc(tokens.get(at).range().from()).orElse(null);
  }

  /** "Eastshire CRC was inspected in 2016", "when inspectors were last there, in 2016". */
  private void addVisited(Tokens tokens, Gathered gathered) {
    for (int i = 1; i < tokens.size(); i++) {
      if (tokens.get(i).name() != null) {
        continue;
      }
      boolean participle = tokens.is(i, "inspected") || tokens.is(i, "visited");
      if (participle) {
        EntityRef named = inspectedBefore(tokens, i, gathered);
        if (named != null) {
          PartialDate base = gathered.topics.date(tokens.range().from()).orElse(null);
          PartialDate date = Dates.told(tokens, i, i + 8, base).orElse(null);
          gathered.add(
              Candidate.told(
                      Rule.VISITED,
                      Field.INSPECTORATE,
                      Set.of(named),
                      tokens.range(clauseStart(tokens, i), Math.min(i + 4, tokens.size())))
                  .during(date)
                  .apart(date != null && isEarlier(date, base)));
          addVisitedToo(tokens, i + 1, base, gathered);
          return;
        }
      }
      int i0 = i;
      boolean last =
          ((tokens.is(i, "last") && Dates.told(tokens, i, i + 2, DAY).isEmpty())
                  || tokens.is(i, "previous")
                  || tokens.is(i, "previously")
                  || tokens.is(i, "earlier"))
              && nearVisit(tokens, i);
      if (last) {
        PartialDate base = gathered.topics.date(tokens.range().from()).orElse(null);
        PartialDate date =
            Dates.told(tokens, i + 1, i + 10, base)
                .or(() -> Dates.told(tokens, i0 - 7, i0, base))
                .orElse(null);
        EntityRef subject = subject(tokens, i, gathered);
        if (date != null && isEarlier(date, base) && subject != null) {
          gathered.add(
              Candidate.told(
                      Rule.VISITED,
                      Field.INSPECTORATE,
                      Set.of(subject),
                      tokens.range(Math.max(0, i - 3), Math.min(i + 6, tokens.size())))
                  .during(date)
                  .apart(true));
          return;
        }
      }
    }
  }

  /** "and Northshire in September" after "Eastshire was inspected in July". */
  private static void addVisitedToo(
      Tokens tokens, int from, @Nullable PartialDate base, Gathered gathered) {
    for (int i = from; i + 2 < tokens.size(); i++) {
      Name name = tokens.get(i).name();
      boolean next = name != null && tokens.is(i - 1, "and") && tokens.is(i + 1, "in");
      EntityRef crc =
          name == null || !next
              ? null
              : name.entity().kind() == EntityKind.AREA
                  ? gathered.reading.areas().whole(name.entity())
                  : name.entity();
      PartialDate date = next ? Dates.told(tokens, i + 1, i + 5, base).orElse(null) : null;
      if (crc != null && Field.isOneCrc(crc) && date != null) {
        gathered.add(
            Candidate.told(Rule.VISITED, Field.INSPECTORATE, Set.of(crc), tokens.range(i, i + 3))
                .during(date)
                .apart(isEarlier(date, base)));
        return;
      }
    }
  }

  /** The CRC before "was inspected" or ", visited later": told by its name or its area. */
  private static @Nullable EntityRef inspectedBefore(Tokens tokens, int verb, Gathered gathered) {
    int i = verb - 1;
    boolean linked = false;
    while (i >= 0
        && verb - i < 6
        && tokens.get(i).name() == null
        && INSPECTED_LINKS.contains(tokens.get(i).word())) {
      linked = true;
      i--;
    }
    Name name = i >= 0 && linked ? tokens.get(i).name() : null;
    if (name == null) {
      return null;
    }
    EntityRef meant = gathered.topics.meaning(tokens, i, name);
    EntityRef crc = meant.kind() == EntityKind.AREA ? gathered.reading.areas().whole(meant) : meant;
    return crc != null && Field.isOneCrc(crc) ? crc : null;
  }

  private static final Set<String> INSPECTED_LINKS =
      Set.of(
          "was", "were", ",", "been", "has", "had", "which", "last", "first", "also", "being",
          "is");

  private boolean nearVisit(Tokens tokens, int at) {
    for (int i = Math.max(0, at - 4); i < Math.min(at + 4, tokens.size()); i++) {
      if (tokens.get(i).name() == null
          && (VISITS.contains(tokens.get(i).word()) || tokens.is(i, "inspectors"))) {
        return true;
      }
    }
    return false;
  }

  /** "We concluded in September 2016": the watchdog whose report it is. */
  private void addFirstPerson(Tokens tokens, Gathered gathered) {
    for (int i = 0; i + 1 < tokens.size(); i++) {
      boolean report = tokens.is(i, "our") && REPORTS.contains(wordAt(tokens, i + 2));
      if (!report && (!tokens.is(i, "we") || !WE_SAY.contains(wordAt(tokens, i + 1)))) {
        continue;
      }
      PartialDate base = gathered.topics.date(tokens.range().from()).orElse(null);
      Dates.Dated dated = Dates.first(tokens, report ? i + 1 : i + 2, report ? i + 3 : i + 9);
      if (dated == null && !report) {
        dated = Dates.first(tokens, i - 4, i);
      }
      EntityRef author = gathered.author();
      if (dated == null
          || author == null
          || !isEarlier(dated.date(), base)
          || isInQuotes(tokens, i)) {
        continue;
      }
      boolean ofProbation = author.name().equals(Field.INSPECTORATE.name());
      EntityRef subject =
          ofProbation
              ? gathered.topics.crc(tokens.range().from()).orElse(Field.CRCS)
              : Field.PROGRAMME;
      boolean looked =
          ofProbation && !report && (tokens.is(i + 1, "looked") || tokens.is(i + 1, "visited"));
      gathered.add(
          Candidate.told(
                  report ? Rule.OUR : Rule.FIRST_PERSON,
                  author,
                  gathered.auditors && !report ? both(Field.MINISTRY, Field.CRCS) : Set.of(subject),
                  tokens.range(Math.min(i, dated.from()), Math.max(i + 2, dated.to())))
              .during(looked ? dated.date() : null)
              .publishedOn(looked ? null : dated.date())
              .apart(true));
      return;
    }
  }

  private static String wordAt(Tokens tokens, int i) {
    return i < tokens.size() && tokens.get(i).name() == null ? tokens.get(i).word() : "";
  }

  private static final Set<String> REPORTS = Set.of("report", "inquiry", "investigation", "review");

  private static boolean isInQuotes(Tokens tokens, int at) {
    for (int i = at; i >= 0; i--) {
      if (tokens.is(i, "“") || tokens.is(i, "\"")) {
        return true;
      }
      if (tokens.is(i, "”")) {
        return false;
      }
    }
    return false;
  }

  /** How far into a document its own heading may stand, in code units. */
  private static final int OPENING = 600;

  /** "Report by the Comptroller and Auditor General" over a title: the document is the report. */
  private static void addOwn(Reading reading, List<Reading.Sentence> sentences, Gathered gathered) {
    String head = reading.text().substring(0, Math.min(OPENING, reading.text().length()));
    if (!head.lines()
        .anyMatch(l -> l.strip().equals("Report by the Comptroller and Auditor General"))) {
      return;
    }
    gathered.auditors = true;
    EntityRef crcs = null;
    TextRange title = null;
    for (int i = 0; i < sentences.size() && sentences.get(i).range().from() < OPENING; i++) {
      Tokens tokens = reading.tokens(i);
      for (int k = 0; k < tokens.size(); k++) {
        Name name = tokens.get(k).name();
        if (name != null
            && (name.entity().kind() == EntityKind.CRC || name.entity().equals(Field.PROGRAMME))) {
          crcs = Field.CRCS;
          title = title == null ? tokens.range() : title;
        }
      }
    }
    if (crcs != null && title != null) {
      gathered.add(
          Candidate.told(Rule.OWN, Field.AUDIT_OFFICE, both(Field.MINISTRY, crcs), title)
              .titled(reading.text(title).replaceAll("\\s+", " "))
              .publishedOn(reading.document().layout().date())
              .apart(true));
    }
  }

  /** "and that on Northshire (October 2017) on 91": the next report of a list. */
  private static void addThatOn(Tokens tokens, int from, Candidate first, Gathered gathered) {
    for (int i = from; i + 2 < tokens.size(); i++) {
      boolean next = tokens.is(i, "that") && (tokens.is(i + 1, "on") || tokens.is(i + 1, "of"));
      Name name = next ? tokens.get(i + 2).name() : null;
      if (name == null) {
        continue;
      }
      EntityRef place = name.entity();
      EntityRef crc =
          place.kind() == EntityKind.AREA ? gathered.reading.areas().whole(place) : place;
      if (crc == null || !Field.isOneCrc(crc)) {
        continue;
      }
      Dates.Dated dated = Dates.first(tokens, i + 3, i + 8);
      Integer cases = null;
      for (Quantity quantity : Quantities.of(tokens)) {
        boolean here = quantity.from() > i && quantity.isBare();
        if (here && tokens.is(quantity.from() - 1, "on")) {
          cases = quantity.value().intValue();
        }
      }
      gathered.add(
          Candidate.told(
                  Rule.THAT_ON,
                  first.inspector(),
                  Set.of(crc),
                  tokens.range(i, Math.min(i + 8, tokens.size())))
              .in(place.kind() == EntityKind.AREA ? place.name() : null)
              .publishedOn(dated == null ? null : dated.date())
              .apart(dated != null)
              .sampling(cases));
    }
  }

  /** "based on 87 cases", "on the basis of 103 cases": the sample that a sentence tells. */
  private static @Nullable Integer sampleOf(Tokens tokens) {
    for (Quantity quantity : Quantities.of(tokens)) {
      int at = quantity.from() - 1;
      boolean based =
          (tokens.is(at, "on") && tokens.is(at - 1, "based"))
              || (tokens.is(at, "of") && tokens.is(at - 1, "basis"));
      if (based && quantity.isBare() && tokens.is(quantity.to(), "cases")) {
        return quantity.value().intValue();
      }
    }
    return null;
  }

  /** "Inspectors were in Eastshire in June", "after visiting Eastshire in May 2016". */
  private void addStay(Tokens tokens, Gathered gathered) {
    for (int i = 1; i + 2 < tokens.size(); i++) {
      if (tokens.get(i).name() != null) {
        continue;
      }
      boolean went =
          ((tokens.is(i, "were") || tokens.is(i, "was") || tokens.is(i, "been"))
                  && (tokens.is(i + 1, "in") || tokens.is(i + 1, "at")))
              || ((tokens.is(i, "go") || tokens.is(i, "went")) && tokens.is(i + 1, "to"))
              || (tokens.is(i, "visiting") && tokens.is(i - 1, "after"))
              || (tokens.is(i, "visit") && tokens.is(i - 1, "to") && tokens.is(i - 2, "due"))
              || (tokens.is(i, "reporting") && tokens.is(i + 1, "on"));
      EntityRef watchdog = went ? watchdogOf(tokens, i) : null;
      if (watchdog == null || !watchdog.name().startsWith("HM Inspectorate")) {
        continue;
      }
      List<String> places = new ArrayList<>();
      EntityRef crc = null;
      int end = i;
      for (int k = i + 1; k < Math.min(i + 10, tokens.size()); k++) {
        Name name = tokens.get(k).name();
        if (name != null && name.entity().kind() == EntityKind.AREA) {
          places.add(name.entity().name());
          end = k + 1;
        } else if (name != null && Field.isOneCrc(name.entity())) {
          crc = name.entity();
          end = k + 1;
        } else if (name == null && !isListed(tokens, k)) {
          break;
        }
      }
      boolean ofPrisons = watchdog.equals(Field.PRISONS_INSPECTORATE);
      EntityRef prison = ofPrisons ? prison(tokens, i + 2, gathered) : null;
      if (places.isEmpty() && crc == null && prison == null) {
        continue;
      }
      PartialDate base = gathered.topics.date(tokens.range().from()).orElse(null);
      PartialDate date = Dates.told(tokens, i, i + 14, base).orElse(null);
      if (date == null && !tokens.is(i, "reporting") && !tokens.is(i, "go")) {
        continue;
      }
      EntityRef subject = prison != null ? prison : crc;
      if (subject == null && !ofPrisons && !tokens.is(i, "go") && !tokens.is(i, "visit")) {
        subject =
            gathered
                .topics
                .onlyCrcBefore(tokens.range().from())
                .or(() -> gathered.topics.leadingCrc(tokens.range().from()))
                .orElse(null);
      }
      gathered.add(
          Candidate.told(
                  Rule.STAY,
                  watchdog,
                  subject == null ? Set.of() : Set.of(subject),
                  tokens.range(clauseStart(tokens, i), Math.max(end, i + 2)))
              .in(places.isEmpty() ? null : String.join(", ", places))
              .during(date)
              .apart(date != null && isEarlier(date, base)));
      return;
    }
  }

  private static boolean isListed(Tokens tokens, int i) {
    return tokens.is(i, ",")
        || tokens.is(i, "and")
        || tokens.is(i, "in")
        || tokens.is(i, "at")
        || tokens.is(i, "to")
        || tokens.is(i, "on")
        || tokens.is(i, "the")
        || tokens.is(i, "both");
  }

  /** The watchdog before a verb, or the last one named where "they" go. */
  private @Nullable EntityRef watchdogOf(Tokens tokens, int at) {
    EntityRef near = watchdogBefore(tokens, at);
    if (near != null) {
      return near;
    }
    return tokens.is(at - 1, "they") || tokens.is(at - 1, "after") || tokens.is(at, "visiting")
        ? watchdog(tokens, at)
        : null;
  }

  /** "at Larchwood": the prison of that name, if the document names it in full. */
  private static @Nullable EntityRef prison(Tokens tokens, int at, Gathered gathered) {
    if (at >= tokens.size()) {
      return null;
    }
    String word = gathered.reading.text(tokens.get(at).range());
    for (Name name : gathered.reading.names()) {
      if (name.entity().name().equals("HMP " + word)
          || (name.range().equals(tokens.get(at).range())
              && name.entity().name().startsWith("HMP "))) {
        return name.entity();
      }
    }
    return null;
  }

  /** "The inspectorate found last year that two thirds of the people in Eastshire had no plan." */
  private void addSaid(Tokens tokens, Gathered gathered) {
    for (int i = 1; i + 1 < tokens.size(); i++) {
      if (tokens.get(i).name() != null || !SAID.contains(tokens.get(i).word())) {
        continue;
      }
      EntityRef watchdog = watchdogBefore(tokens, i);
      if (watchdog == null
          || !watchdog.name().startsWith("HM Inspectorate")
          || isInQuotes(tokens, i)) {
        continue;
      }
      PartialDate base = gathered.topics.date(tokens.range().from()).orElse(null);
      PartialDate date = Dates.told(tokens, i, i + 5, base).orElse(null);
      if (date == null) {
        continue;
      }
      Set<EntityRef> subjects = new LinkedHashSet<>();
      String area = null;
      for (int k = i + 1; k < Math.min(i + REACH, tokens.size()); k++) {
        Name name = tokens.get(k).name();
        if (name == null) {
          continue;
        }
        EntityRef meant = gathered.topics.meaning(tokens, k, name);
        if (meant.kind() == EntityKind.CRC || meant.kind() == EntityKind.NPS_DIVISION) {
          subjects.add(meant);
        } else if (meant.kind() == EntityKind.AREA && area == null && isPlace(tokens, k)) {
          area = meant.name();
          EntityRef whole = gathered.reading.areas().whole(meant);
          if (whole != null) {
            subjects.add(whole);
          }
        }
      }
      if (subjects.isEmpty() && area == null) {
        continue;
      }
      gathered.add(
          Candidate.told(
                  Rule.SAID,
                  watchdog,
                  subjects,
                  tokens.range(clauseStart(tokens, i), Math.min(i + 5, tokens.size())))
              .in(area)
              .publishedOn(date)
              .apart(isEarlier(date, base)));
      return;
    }
  }

  private static final Set<String> SAID =
      Set.of("found", "reported", "said", "concluded", "warned", "called", "described", "judged");

  /** The watchdog whose chief a person in the sentence is, or null. */
  private @Nullable EntityRef chief(Tokens tokens, int at) {
    for (int i = Math.min(at, tokens.size() - 1); i >= 0; i--) {
      Name name = tokens.get(i).name();
      if (name != null && name.entity().kind() == EntityKind.PERSON) {
        return chiefs.contains(name.entity().name()) ? Field.INSPECTORATE : null;
      }
    }
    return null;
  }

  /** Who and where, as told after a noun or verb. */
  private static final class About {
    private final Set<EntityRef> subjects = new LinkedHashSet<>();
    private final List<String> areas = new ArrayList<>();
    private @Nullable EntityRef programme;
    private @Nullable EntityRef company;
    private int end;
  }

  private About about(Tokens tokens, int to, Topics topics) {
    About about = new About();
    about.end = to;
    for (int i = to; i < Math.min(tokens.size(), to + REACH); i++) {
      boolean next = tokens.is(i, "that") && (tokens.is(i + 1, "on") || tokens.is(i + 1, "of"));
      if (next || tokens.is(i, ";") || tokens.is(i, "said") || tokens.is(i, "found")) {
        break;
      }
      Name name = tokens.get(i).name();
      if (name == null) {
        continue;
      }
      EntityRef meant = topics.meaning(tokens, i, name);
      boolean taken =
          switch (meant.kind()) {
            case CRC, NPS_DIVISION -> about.subjects.add(meant);
            case PROGRAMME -> {
              about.programme = about.programme == null ? meant : about.programme;
              yield true;
            }
            case OWNER -> {
              about.company = about.company == null ? meant : about.company;
              yield false;
            }
            case AREA -> {
              boolean place = isPlace(tokens, i) || i == to;
              if (place) {
                about.areas.add(meant.name());
              }
              yield place;
            }
            case PUBLIC_BODY ->
                meant.name().equals(Field.NPS.name())
                    && !about.subjects.isEmpty()
                    && !isDivision(tokens, i)
                    && !tokens.is(i - 1, "(")
                    && about.subjects.add(meant);
            default -> false;
          };
      if (taken) {
        about.end = i + 1;
      }
    }
    return about;
  }

  private static boolean isPlace(Tokens tokens, int i) {
    return tokens.is(i - 1, "in")
        || tokens.is(i - 1, "of")
        || tokens.is(i - 1, "across")
        || tokens.is(i - 1, "on");
  }

  /** "the Eastern division of the NPS" names a division, not the whole service. */
  private static boolean isDivision(Tokens tokens, int i) {
    return tokens.is(i - 1, "of") || (tokens.is(i - 1, "the") && tokens.is(i - 2, "of"));
  }

  private List<Candidate> ofNoun(Tokens tokens, int from, int to, Gathered gathered) {
    EntityRef watchdog = watchdog(tokens, from);
    boolean inspection = saysInspection(tokens, from, to);
    boolean theme = tokens.is(from, "thematic") || tokens.is(from - 1, "thematic");
    About about = hasPreposition(tokens, to) ? about(tokens, to, gathered.topics) : new About();
    about.end = Math.max(about.end, to);
    Name before = from > 0 ? tokens.get(from - 1).name() : null;
    if (about.subjects.isEmpty()
        && inspection
        && before != null
        && before.entity().kind() == EntityKind.CRC) {
      about.subjects.add(before.entity());
    }
    boolean hers =
        tokens.is(from - 1, "her")
            || tokens.is(from - 2, "her")
            || tokens.is(from - 1, "his")
            || tokens.is(from - 2, "his");
    if (watchdog == null && hers) {
      EntityRef chief = chief(tokens, from);
      watchdog = chief != null ? chief : gathered.latestWatchdog(tokens);
      if (before != null && before.entity().kind() == EntityKind.AREA) {
        about.areas.add(before.entity().name());
      }
    }
    if (watchdog == null && !(about.subjects.isEmpty() && about.areas.isEmpty())) {
      watchdog = gathered.latestWatchdog(tokens);
    }
    if (watchdog == null && !theme && !(inspection && !about.subjects.isEmpty())) {
      return List.of();
    }
    EntityRef inspector = watchdog == null ? Field.INSPECTORATE : watchdog;
    boolean named = watchdog != null && (publishing.in(tokens, 0, tokens.size()) || !inspection);
    return candidates(tokens, from, to, about, inspector, theme, named, false, gathered);
  }

  private List<Candidate> ofVerb(Tokens tokens, int from, int to, Gathered gathered) {
    EntityRef watchdog = watchdogBefore(tokens, from);
    boolean visit = visits.longestAt(tokens, from) > 0;
    if (watchdog == null || (!visit && watchdog.name().startsWith("HM Inspectorate"))) {
      // Inspectors say much besides what their reports say; committees and auditors do not.
      return List.of();
    }
    boolean sample =
        visit
            && Quantities.at(tokens, to) != null
            && !publishing.in(tokens, 0, tokens.size())
            && gathered.hasOwn();
    if (sample) {
      return List.of();
    }
    About about = visit ? about(tokens, to, gathered.topics) : new About();
    about.end = Math.max(about.end, to);
    boolean noOne = about.subjects.stream().allMatch(Field::isClass);
    boolean other = !watchdog.name().equals(Field.INSPECTORATE.name());
    if (noOne && about.company != null && (other || !about.areas.isEmpty())) {
      about.subjects.clear();
      about.subjects.add(about.company);
    }
    boolean plain = about.subjects.isEmpty() && about.areas.isEmpty();
    return plain && watchdog.name().startsWith("HM Inspectorate") && !tokens.is(from, "reported")
        ? List.of()
        : candidates(tokens, from, to, about, watchdog, false, true, visit, gathered);
  }

  private List<Candidate> candidates(
      Tokens tokens,
      int from,
      int to,
      About about,
      EntityRef inspector,
      boolean theme,
      boolean named,
      boolean visit,
      Gathered gathered) {
    boolean ofProbation = inspector.name().equals(Field.INSPECTORATE.name());
    Set<EntityRef> subjects = new LinkedHashSet<>(about.subjects);
    if (subjects.isEmpty() && about.programme != null && about.areas.isEmpty()) {
      subjects.add(ofProbation ? Field.CRCS : about.programme);
    }
    if (subjects.isEmpty() && ofProbation && !about.areas.isEmpty()) {
      gathered.wholeOf(about.areas.get(0)).ifPresent(subjects::add);
    }
    if (subjects.isEmpty() && theme && ofProbation) {
      subjects.add(Field.CRCS);
    }
    Rule rule =
        theme
            ? Rule.THEME
            : !subjects.isEmpty()
                ? Rule.OF
                : !about.areas.isEmpty()
                    ? Rule.AREA
                    : ofProbation && isOnTopic(tokens, to) ? Rule.TOPIC : Rule.WATCHDOG;
    // What a visit is dated by is its fieldwork, unless the words are "reported that".
    boolean dated =
        (visit && !tokens.is(to - 1, "that"))
            || (saysInspection(tokens, from, to)
                && (isDatedAfter(tokens, about.end) || tokens.is(about.end, "last")));
    PartialDate told =
        tokens.is(about.end, "last") && dated
            ? Dates.told(
                    tokens,
                    about.end,
                    about.end + 3,
                    gathered.topics.date(tokens.range().from()).orElse(null))
                .orElse(null)
            : gathered.published(tokens);
    Dates.Dated year = dated ? Dates.first(tokens, visit ? 0 : about.end, tokens.size()) : null;
    Candidate first =
        Candidate.told(
                rule,
                inspector,
                subjects,
                tokens.range(clauseStart(tokens, from), Math.max(about.end, to)))
            .titled(title(tokens, to, gathered.reading))
            .in(about.areas.isEmpty() ? null : about.areas.get(0))
            .during(dated ? (year == null ? told : year.date()) : null)
            .publishedOn(dated ? null : told)
            .named(named);
    List<Candidate> found = new ArrayList<>(List.of(first));
    boolean ofCompany = subjects.size() == 1 && subjects.contains(about.company);
    for (int i = 1; ofCompany && i < about.areas.size(); i++) {
      found.add(first.in(about.areas.get(i)));
    }
    return found;
  }

  /** "the report on supply chains": on a matter, not on anybody's work. */
  private static boolean isOnTopic(Tokens tokens, int to) {
    if (!tokens.is(to, "on") || to + 2 >= tokens.size()) {
      return false;
    }
    for (int i = to + 1; i < to + 3; i++) {
      Tokens.Token token = tokens.get(i);
      if (token.name() != null
          || !token.isWord()
          || Grammar.isDeterminer(token.word())
          || token.is("its")
          || token.is("work")
          || token.is("probation")
          || token.is("services")) {
        return false;
      }
    }
    return true;
  }

  /** "An inspection of Eastshire CRC in March 2017": when inspectors were there. */
  private static boolean isDatedAfter(Tokens tokens, int end) {
    return (tokens.is(end, "in") || tokens.is(end, "between"))
        && Dates.at(tokens, end + 1).isPresent();
  }

  private static boolean saysInspection(Tokens tokens, int from, int to) {
    for (int i = from; i < to; i++) {
      if (tokens.get(i).word().startsWith("inspect") || tokens.is(i, "audit")) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasPreposition(Tokens tokens, int to) {
    for (int i = to; i < Math.min(to + 4, tokens.size()); i++) {
      if (tokens.get(i).name() == null && ABOUT.contains(tokens.get(i).word())) {
        return true;
      }
    }
    return false;
  }

  /** The watchdog named nearest before a noun, or after it; "inspectors" are those of probation. */
  private @Nullable EntityRef watchdog(Tokens tokens, int at) {
    EntityRef nearest = null;
    int distance = 30;
    for (int i = 0; i < tokens.size(); i++) {
      EntityRef here = watchdogAt(tokens, i);
      int away = i <= at ? at - i : i - at + 2;
      if (here != null && away < distance) {
        nearest = here;
        distance = away;
      }
    }
    return nearest;
  }

  /** The watchdog that is the subject of a verb: within a few tokens before it. */
  private @Nullable EntityRef watchdogBefore(Tokens tokens, int at) {
    for (int i = at - 1; i >= 0 && at - i <= 6; i--) {
      EntityRef here = watchdogAt(tokens, i);
      if (here != null) {
        return here;
      }
    }
    return null;
  }

  private @Nullable EntityRef watchdogAt(Tokens tokens, int i) {
    Tokens.Token token = tokens.get(i);
    if (token.name() != null) {
      EntityRef entity = token.name().entity();
      return watchdogs.contains(entity.name()) ? entity : null;
    }
    return switch (token.word()) {
      case "comptroller" -> Field.AUDIT_OFFICE;
      case "inspectorate" -> Field.INSPECTORATE;
      case "inspector", "inspectors" ->
          tokens.is(i + 1, "of") && tokens.is(i + 2, "prisons")
              ? Field.PRISONS_INSPECTORATE
              : Field.INSPECTORATE;
      default -> null;
    };
  }

  /** A title after the noun: "the report – Better Plans –", "the report, “Better Plans”,". */
  private static @Nullable String title(Tokens tokens, int to, Reading reading) {
    for (int i = to; i < Math.min(to + 4, tokens.size()); i++) {
      Name name = tokens.get(i).name();
      if (name != null && name.entity().kind() == EntityKind.PUBLICATION) {
        return name.entity().name();
      }
      if (tokens.is(i, "“") || tokens.is(i, "‘")) {
        int end = i + 1;
        while (end < tokens.size()
            && end - i < 16
            && !tokens.is(end, "”")
            && !tokens.is(end, "’")) {
          end++;
        }
        boolean capital =
            i + 1 < end
                && Character.isUpperCase(reading.text().charAt(tokens.get(i + 1).range().from()));
        return capital && end < tokens.size() && end - i > 2
            ? reading.text(tokens.range(i + 1, end)).replaceAll("\\s+", " ")
            : null;
      }
    }
    return null;
  }

  private static int clauseStart(Tokens tokens, int at) {
    int from = at;
    while (from > 0 && at - from < 12 && !tokens.is(from - 1, ";") && !tokens.is(from - 1, ":")) {
      from--;
    }
    return from;
  }

  /** The candidates of one document, put together. */
  private static final class Gathered {
    private final Reading reading;
    private final Topics topics;
    private final List<Candidate> candidates = new ArrayList<>();
    private @Nullable PartialDate period;
    private @Nullable Integer sample;
    private @Nullable TextRange firstFinding;
    private int findings;
    private @Nullable EntityRef first;
    private @Nullable EntityRef latest;
    private int latestAt;
    private boolean auditors;
    private @Nullable Boolean ofProgramme;

    Gathered(Reading reading, Topics topics) {
      this.reading = reading;
      this.topics = topics;
    }

    /** An inspection of nobody named is of the CRC named within so many code units. */
    private static final int FAR = 1_000;

    /** Whose report it is stands among so many names at its head. */
    private static final int HEAD = 3;

    /** The CRC whose whole name is an area. */
    Optional<EntityRef> wholeOf(String area) {
      return Optional.ofNullable(reading.areas().whole(EntityRef.found(area, EntityKind.AREA)));
    }

    void add(Candidate candidate) {
      candidates.add(candidate.about(withDivision(candidate)));
    }

    /** "The NPS" in an inspection of one of its divisions is that division. */
    private Set<EntityRef> withDivision(Candidate candidate) {
      if (!candidate.subjects().contains(Field.NPS)) {
        return candidate.subjects();
      }
      Set<EntityRef> divisions = new LinkedHashSet<>();
      for (Name name : reading.names(topics.scope(candidate.evidence().from()))) {
        if (name.entity().kind() == EntityKind.NPS_DIVISION) {
          divisions.add(name.entity());
        }
      }
      if (divisions.size() != 1) {
        return candidate.subjects();
      }
      Set<EntityRef> subjects = new LinkedHashSet<>(candidate.subjects());
      subjects.remove(Field.NPS);
      subjects.addAll(divisions);
      return subjects;
    }

    /** Whether an inspection has been told of already. */
    boolean hasOwn() {
      return candidates.stream().anyMatch(Candidate::isOwn);
    }

    /** Remembers the watchdog of a sentence for "a similar report" in the next. */
    void note(EntityRef watchdog, Tokens tokens) {
      first = first == null ? watchdog : first;
      latest = watchdog;
      latestAt = tokens.range().to();
    }

    /** The watchdog that the text names first, in its title or head: whose report it is. */
    @Nullable EntityRef author() {
      if (auditors) {
        return Field.AUDIT_OFFICE;
      }
      List<Name> names = reading.names();
      for (Name name : names.subList(0, Math.min(HEAD, names.size()))) {
        if (first != null && name.entity().equals(first)) {
          return first;
        }
      }
      return null;
    }

    @Nullable EntityRef latestWatchdog(Tokens tokens) {
      return tokens.range().from() - latestAt < NEXT ? latest : null;
    }

    /** "inspections made in July 2017", "the inspection took place in June 2018". */
    void readPeriod(Tokens tokens) {
      for (int i = 0; i < tokens.size(); i++) {
        String word = tokens.get(i).word();
        boolean fieldwork = word.equals("fieldwork") || word.equals("inspected");
        if (period == null
            && (fieldwork || word.equals("inspection") || word.equals("inspections"))) {
          Dates.Dated dated = Dates.first(tokens, i, i + 10);
          if (dated != null && (fieldwork || saysMade(tokens, i, dated.from()))) {
            period = dated.date();
          }
        }
        boolean watchdog =
            word.equals("inspectors") || word.equals("inspection") || word.equals("inspectorate");
        Name name = tokens.get(i).name();
        watchdog |= name != null && name.entity().name().equals(Field.INSPECTORATE.name());
        watchdog |=
            word.equals("report") && (tokens.is(i - 1, "its") || tokens.is(i - 1, "damning"));
        if (watchdog
            && i + 1 < tokens.size()
            && FINDING.contains(tokens.get(i + 1).word())
            && !topics.isPersonal(tokens.range().from())) {
          findings++;
          firstFinding = firstFinding == null ? tokens.range() : firstFinding;
        }
      }
    }

    private static final Set<String> FINDING =
        Set.of("found", "concluded", "noted", "said", "also");

    private static boolean saysMade(Tokens tokens, int from, int to) {
      for (int i = from; i < to; i++) {
        if (MADE.contains(tokens.get(i).word())) {
          return true;
        }
      }
      return false;
    }

    private static final Set<String> MADE =
        Set.of("made", "place", "conducted", "carried", "undertaken");

    /** "86 cases examined by inspectors". */
    void readSample(Tokens tokens) {
      if (sample != null || topics.isPersonal(tokens.range().from())) {
        return;
      }
      boolean examined = false;
      for (int i = 0; i < tokens.size(); i++) {
        examined |= EXAMINED.contains(tokens.get(i).word());
      }
      int sum = 0;
      for (Quantity quantity : Quantities.of(tokens)) {
        if (examined && quantity.form() == Quantity.Form.DIGITS && isOfCases(tokens, quantity)) {
          sum += quantity.value().intValue();
        }
      }
      sample = sum >= LEAST_SAMPLE ? Integer.valueOf(sum) : null;
    }

    private static boolean isOfCases(Tokens tokens, Quantity quantity) {
      for (int i = quantity.to(); i < Math.min(quantity.to() + 5, tokens.size()); i++) {
        if (SAMPLED.contains(tokens.get(i).word())) {
          return true;
        }
        if (tokens.is(i, "and") || tokens.is(i, ",")) {
          return false;
        }
      }
      return false;
    }

    /** Fewer cases than this are told one by one: they are no sample. */
    private static final int LEAST_SAMPLE = 10;

    private static final Set<String> SAMPLED = Set.of("cases", "offenders", "prisoners");
    static final Set<String> EXAMINED =
        Set.of("examined", "inspected", "sampled", "reviewed", "based");

    /** When the report that a sentence speaks of was published. */
    @Nullable PartialDate published(Tokens tokens) {
      PartialDate base = topics.date(tokens.range().from()).orElse(null);
      for (int i = 0; i < tokens.size(); i++) {
        String word = tokens.get(i).word();
        boolean out = tokens.is(i, "out") || tokens.is(i, "appeared");
        if (out || word.startsWith("publish")) {
          Dates.Dated dated = Dates.first(tokens, i, out ? i + 3 : i + 8);
          if (dated != null) {
            return dated.date();
          }
        }
        if (word.equals("report") || word.equals("review") || word.startsWith("publish")) {
          Dates.Dated dated = tokens.is(i + 1, "of") ? Dates.at(tokens, i + 2).orElse(null) : null;
          if (dated != null) {
            return dated.date();
          }
          for (int k = Math.max(0, i - 3); k < Math.min(i + 4, tokens.size()); k++) {
            if (tokens.is(k, "today")) {
              return base;
            }
          }
        }
      }
      return base == null ? null : Dates.relative(tokens, base).orElse(null);
    }

    List<Annotation.Inspection> records() {
      List<Candidate> merged = new ArrayList<>();
      List<Candidate> vague = new ArrayList<>();
      for (Candidate found : candidates) {
        boolean counts =
            found.isOwn() || (found.named() && !topics.isPersonal(found.evidence().from()));
        Candidate candidate = counts ? withDefaultSubject(found) : found;
        if (counts && candidate.isOwn()) {
          merge(candidate, merged);
        } else if (counts) {
          vague.add(candidate);
        }
      }
      for (Candidate candidate : vague) {
        if (merged.stream().noneMatch(o -> o.inspector().equals(candidate.inspector()))) {
          merged.add(candidate);
        }
      }
      if (merged.stream().noneMatch(Candidate::isOfProbation) && findings >= 2) {
        TextRange finding = firstFinding == null ? new TextRange(0, 0) : firstFinding;
        merged.add(
            Candidate.told(
                Rule.MAIN,
                Field.INSPECTORATE,
                Set.of(topics.crc(finding.from()).orElse(Field.CRCS)),
                finding));
      }
      Candidate main = main(merged).orElse(null);
      return merged.stream().map(c -> record(c, c.equals(main))).toList();
    }

    private static void merge(Candidate candidate, List<Candidate> merged) {
      for (int i = 0; i < merged.size(); i++) {
        if (merged.get(i).isSameAs(candidate)) {
          merged.set(i, merged.get(i).with(candidate));
          return;
        }
      }
      merged.add(candidate);
    }

    /** Fieldwork and sample are told once in a document, of the inspection that it is about. */
    private Annotation.Inspection record(Candidate candidate, boolean main) {
      return new Annotation.Inspection(
          reading.evidence(candidate.evidence(), candidate.rule().id()),
          candidate.inspector(),
          List.copyOf(candidate.subjects()),
          candidate.title(),
          candidate.area(),
          candidate.period() != null ? candidate.period() : main ? period : null,
          candidate.published(),
          candidate.sample() != null ? candidate.sample() : main ? sample : null);
    }

    /** The probation inspection that the document is about: the first that says of whom it was. */
    private static Optional<Candidate> main(List<Candidate> merged) {
      return merged.stream()
          .filter(Candidate::isOfProbation)
          .filter(c -> !c.subjects().isEmpty())
          .findFirst();
    }

    /**
     * Inspectors who name nobody write of the CRC of their section; committees and auditors of the
     * programme.
     */
    private Candidate withDefaultSubject(Candidate candidate) {
      if (!candidate.subjects().isEmpty()
          || candidate.rule() == Rule.STAY
          || candidate.rule() == Rule.SAID
          || candidate.rule() == Rule.TOPIC
          || (candidate.area() != null && !isReportOn(candidate))) {
        return candidate;
      }
      Set<EntityRef> subjects = new LinkedHashSet<>();
      int at = candidate.evidence().from();
      if (candidate.isOfProbation()) {
        topics.nearCrc(at, FAR).ifPresent(subjects::add);
        if (!subjects.isEmpty()) {
          reading.names(topics.scope(at)).stream()
              .map(Name::entity)
              .filter(e -> e.kind() == EntityKind.NPS_DIVISION)
              .findFirst()
              .ifPresent(subjects::add);
        }
      } else if (!candidate.isOfInspectorate() && !(isDebate() && !isOfProgramme())) {
        if (auditors) {
          return candidate.about(both(Field.MINISTRY, Field.CRCS));
        }
        boolean ofTheField =
            reading.names().stream()
                .map(Name::entity)
                .anyMatch(e -> Field.isClass(e) || e.equals(Field.PROGRAMME));
        if (ofTheField) {
          subjects.add(Field.PROGRAMME);
        }
      }
      return candidate.about(subjects);
    }

    /** In debates members speak of reports whose matter everybody knows. */
    private boolean isDebate() {
      return reading.document().layout().kind() == Annotation.DocumentKind.TRANSCRIPT;
    }

    private boolean isOfProgramme() {
      if (ofProgramme == null) {
        ofProgramme = reading.text().contains(Field.PROGRAMME.name());
      }
      return ofProgramme;
    }

    /** Whether a report on an area stands in a section about one CRC. */
    private boolean isReportOn(Candidate candidate) {
      return topics.onlyCrcHere(candidate.evidence().from()).isPresent();
    }
  }
}
