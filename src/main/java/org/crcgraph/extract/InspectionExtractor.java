package org.crcgraph.extract;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.crcgraph.lexicon.Lexicon;
import org.crcgraph.model.Annotation;
import org.crcgraph.model.EntityKind;
import org.crcgraph.model.EntityRef;
import org.crcgraph.model.PartialDate;
import org.crcgraph.model.TextRange;
import org.jspecify.annotations.Nullable;

/**
 * Inspections, audits and inquiries by watchdogs: one record for each, at the first words that name
 * it. A noun such as "inspection" or "report" opens a candidate; who wrote it and what it is about
 * stand around the noun; candidates that mean the same inspection are then put together.
 */
final class InspectionExtractor implements RecordExtractor {

  /** The rules, each with an example. */
  enum Rule {
    OF("An inspection of Eastshire CRC was published today."),
    AREA("HM Inspectorate of Probation reported that work in Eastshire had declined."),
    THEME("The thematic inspection of resettlement was bleak."),
    WATCHDOG("The Public Accounts Committee’s report was harsh."),
    MAIN("Inspectors found late plans. The inspectorate said that it was sad.");

    private final String example;

    Rule(String example) {
      this.example = example;
    }

    String example() {
      return example;
    }

    String id() {
      return "inspection." + name().toLowerCase(Locale.ROOT);
    }
  }

  private static final List<String> TRIGGERS =
      List.of("nspect", "eport", "eview", "nquiry", "udit", "nvestigat");

  private static final Set<String> ABOUT =
      Set.of("of", "into", "on", "at", "covering", "about", "for", "in", "by", "to");

  private final WordList nouns;
  private final WordList verbs;
  private final Set<String> watchdogs;

  InspectionExtractor(Lexicon lexicon) {
    nouns = WordList.of(lexicon, "inspection-nouns");
    verbs = WordList.of(lexicon, "inspection-verbs");
    watchdogs = lexicon.words("watchdogs");
  }

  /**
   * An inspection as one sentence has it.
   *
   * @param named whether the sentence says by itself that an inspection took place
   */
  private record Candidate(
      Rule rule,
      EntityRef inspector,
      Set<EntityRef> subjects,
      @Nullable String title,
      @Nullable String area,
      @Nullable PartialDate published,
      TextRange evidence,
      boolean named) {}

  @Override
  public List<Annotation.Inspection> extract(Reading reading) {
    Topics topics = new Topics(reading);
    Triggers triggers = new Triggers(reading.text(), TRIGGERS);
    Gathered gathered = new Gathered(reading, topics);
    for (Reading.Sentence sentence : reading.sentences()) {
      if (triggers.in(sentence.range())) {
        read(Tokens.of(reading, sentence.range()), gathered);
      }
    }
    return gathered.records();
  }

  private void read(Tokens tokens, Gathered gathered) {
    gathered.readPeriod(tokens);
    gathered.readSample(tokens);
    for (int i = 0; i < tokens.size(); i++) {
      int length = nouns.longestAt(tokens, i);
      boolean verb = false;
      if (length < 0) {
        length = verbs.longestAt(tokens, i);
        verb = true;
      }
      if (length > 0) {
        Candidate candidate = candidate(tokens, i, i + length, verb, gathered);
        if (candidate != null) {
          gathered.add(candidate);
          return;
        }
        i += length - 1;
      }
    }
  }

  private @Nullable Candidate candidate(
      Tokens tokens, int from, int to, boolean verb, Gathered gathered) {
    EntityRef watchdog = watchdog(tokens, from);
    boolean inspection =
        tokens.get(from).word().startsWith("inspect") || nounSaysInspection(tokens, from, to);
    Set<EntityRef> subjects = new LinkedHashSet<>();
    EntityRef programme = null;
    String area = null;
    int end = to;
    boolean about = verb || hasPreposition(tokens, to);
    for (int i = to; about && i < tokens.size() && i - to < 24; i++) {
      if (tokens.is(i, ";") || tokens.is(i, "said") || tokens.is(i, "found")) {
        break;
      }
      Name name = tokens.get(i).name();
      if (name == null) {
        continue;
      }
      EntityRef meant = gathered.topics.meaning(tokens, i, name);
      switch (meant.kind()) {
        case CRC, NPS_DIVISION -> {
          subjects.add(meant);
          end = i + 1;
        }
        case PROGRAMME -> {
          programme = programme == null ? meant : programme;
          end = i + 1;
        }
        case AREA -> {
          if (area == null
              && (tokens.is(i - 1, "in") || tokens.is(i - 1, "of") || tokens.is(i - 1, "across"))) {
            area = meant.name();
            end = i + 1;
          }
        }
        case PUBLIC_BODY -> {
          if (meant.name().equals(Field.NPS.name()) && !subjects.isEmpty()) {
            subjects.add(meant);
            end = i + 1;
          }
        }
        default -> {
          // People, companies and papers are not inspected.
        }
      }
    }
    // "Eastshire CRC inspection"
    if (subjects.isEmpty() && !verb && from > 0) {
      Name before = tokens.get(from - 1).name();
      if (before != null && before.entity().kind() == EntityKind.CRC && inspection) {
        subjects.add(before.entity());
      }
    }
    boolean theme = tokens.is(from, "thematic") || tokens.is(from - 1, "thematic");
    if (watchdog == null && !theme && !(inspection && !subjects.isEmpty())) {
      return null;
    }
    EntityRef inspector = watchdog == null ? Field.INSPECTORATE : watchdog;
    boolean ofProbation = inspector.name().equals(Field.INSPECTORATE.name());
    if (subjects.isEmpty() && programme != null) {
      subjects.add(ofProbation ? Field.CRCS : programme);
    }
    if (subjects.isEmpty() && theme && ofProbation) {
      subjects.add(Field.CRCS);
    }
    TextRange evidence = tokens.range(clauseStart(tokens, from), Math.max(end, to));
    Rule rule =
        theme
            ? Rule.THEME
            : !subjects.isEmpty() ? Rule.OF : area != null ? Rule.AREA : Rule.WATCHDOG;
    return new Candidate(
        rule,
        inspector,
        subjects,
        title(tokens, to, gathered.reading),
        area,
        gathered.published(tokens),
        evidence,
        watchdog != null && (verb || isEvent(tokens)));
  }

  private static boolean nounSaysInspection(Tokens tokens, int from, int to) {
    for (int i = from; i < to; i++) {
      if (tokens.get(i).word().startsWith("inspect") || tokens.is(i, "audit")) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasPreposition(Tokens tokens, int to) {
    for (int i = to; i < Math.min(to + 3, tokens.size()); i++) {
      if (tokens.get(i).name() == null && ABOUT.contains(tokens.get(i).word())) {
        return true;
      }
    }
    return false;
  }

  /** Whether the sentence reports that something was published or begun. */
  private static boolean isEvent(Tokens tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).name() == null && EVENTS.contains(tokens.get(i).word())) {
        return true;
      }
    }
    return false;
  }

  private static final Set<String> EVENTS =
      Set.of(
          "published",
          "publishes",
          "publish",
          "publication",
          "launched",
          "conducting",
          "conducted",
          "released",
          "issued",
          "reported",
          "concluded",
          "report",
          "inquiry",
          "audit");

  /**
   * The watchdog named nearest before the noun, or after it; "inspectors" are those of probation.
   */
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

  private @Nullable EntityRef watchdogAt(Tokens tokens, int i) {
    Tokens.Token token = tokens.get(i);
    if (token.name() != null) {
      EntityRef entity = token.name().entity();
      return watchdogs.contains(entity.name()) ? entity : null;
    }
    if (token.is("inspectorate")) {
      return Field.INSPECTORATE;
    }
    if (token.is("inspector") || token.is("inspectors")) {
      return tokens.is(i + 1, "of") && tokens.is(i + 2, "prisons")
          ? Field.PRISONS_INSPECTORATE
          : Field.INSPECTORATE;
    }
    return null;
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

    Gathered(Reading reading, Topics topics) {
      this.reading = reading;
      this.topics = topics;
    }

    void add(Candidate candidate) {
      candidates.add(candidate);
    }

    /** "inspections made in July 2017", "the inspection took place in June 2018". */
    void readPeriod(Tokens tokens) {
      for (int i = 0; i < tokens.size(); i++) {
        boolean cue =
            tokens.is(i, "inspections")
                || tokens.is(i, "inspection")
                || tokens.is(i, "inspected")
                || tokens.is(i, "fieldwork");
        if (cue && period == null) {
          Dates.Dated dated = Dates.first(tokens, i, i + 10);
          boolean made = false;
          for (int k = i; dated != null && k < dated.from(); k++) {
            made |=
                tokens.is(k, "made")
                    || tokens.is(k, "place")
                    || tokens.is(k, "conducted")
                    || tokens.is(k, "carried")
                    || tokens.is(k, "inspected")
                    || tokens.is(k, "fieldwork")
                    || tokens.is(k, "undertaken");
          }
          if (made && dated != null) {
            period = dated.date();
          }
        }
        boolean finding =
            (tokens.is(i, "inspectors")
                    || tokens.is(i, "inspection")
                    || tokens.is(i, "inspectorate"))
                && (tokens.is(i + 1, "found")
                    || tokens.is(i + 1, "concluded")
                    || tokens.is(i + 1, "noted")
                    || tokens.is(i + 1, "said")
                    || tokens.is(i + 1, "also"));
        if (finding && !topics.isPersonal(tokens.range().from())) {
          findings++;
          firstFinding = firstFinding == null ? tokens.range() : firstFinding;
        }
      }
    }

    /** "86 cases examined by inspectors". */
    void readSample(Tokens tokens) {
      if (sample != null || topics.isPersonal(tokens.range().from())) {
        return;
      }
      for (Quantity quantity : Quantities.of(tokens)) {
        if (quantity.form() == Quantity.Form.DIGITS && quantity.value().intValue() >= 10) {
          boolean cases = false;
          boolean examined = false;
          for (int i = quantity.to(); i < Math.min(quantity.to() + 9, tokens.size()); i++) {
            String word = tokens.get(i).word();
            cases |= word.equals("cases") || word.equals("offenders") || word.equals("prisoners");
            examined |=
                word.equals("examined")
                    || word.equals("inspected")
                    || word.equals("sampled")
                    || word.equals("reviewed");
          }
          if (cases && examined) {
            sample = quantity.value().intValue();
            return;
          }
        }
      }
    }

    /** When the report that a sentence speaks of was published. */
    @Nullable PartialDate published(Tokens tokens) {
      PartialDate base = topics.date(tokens.range().from()).orElse(null);
      for (int i = 0; i < tokens.size(); i++) {
        if (tokens.is(i, "published") || tokens.is(i, "publishes") || tokens.is(i, "publish")) {
          Dates.Dated dated = Dates.first(tokens, i, i + 8);
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
      for (Candidate candidate : candidates) {
        if (isOwn(candidate) && merged.stream().noneMatch(other -> same(other, candidate))) {
          merged.add(candidate);
        }
      }
      for (Candidate candidate : candidates) {
        if (!isOwn(candidate)
            && candidate.named()
            && !topics.isPersonal(candidate.evidence().from())
            && merged.stream()
                .noneMatch(other -> other.inspector().equals(candidate.inspector()))) {
          merged.add(withDefaultSubject(candidate));
        }
      }
      boolean ofProbation =
          merged.stream().anyMatch(c -> c.inspector().name().equals(Field.INSPECTORATE.name()));
      if (!ofProbation && findings >= 2 && firstFinding != null) {
        merged.add(
            new Candidate(
                Rule.MAIN,
                Field.INSPECTORATE,
                Set.of(topics.crc(firstFinding.from()).orElse(Field.CRCS)),
                null,
                null,
                null,
                firstFinding,
                true));
      }
      List<Annotation.Inspection> records = new ArrayList<>();
      Candidate main = main(merged).orElse(null);
      for (Candidate candidate : merged) {
        boolean isMain = candidate.equals(main);
        records.add(
            new Annotation.Inspection(
                reading.evidence(candidate.evidence(), candidate.rule().id()),
                candidate.inspector(),
                List.copyOf(candidate.subjects()),
                candidate.title(),
                candidate.area(),
                isMain ? period : null,
                candidate.published(),
                isMain ? sample : null));
      }
      return records;
    }

    /** Committees and auditors that write of no one thing write of the programme. */
    private Candidate withDefaultSubject(Candidate c) {
      boolean committee = !c.inspector().name().startsWith("HM Inspectorate");
      EntityRef programme =
          committee
              ? reading.names().stream()
                  .map(Name::entity)
                  .filter(e -> e.name().equals("Transforming Rehabilitation"))
                  .findFirst()
                  .orElse(null)
              : null;
      return programme == null
          ? c
          : new Candidate(
              c.rule(),
              c.inspector(),
              Set.of(programme),
              c.title(),
              c.area(),
              c.published(),
              c.evidence(),
              c.named());
    }

    /**
     * The probation inspection that the document is about: the first that names who was inspected.
     */
    private static Optional<Candidate> main(List<Candidate> merged) {
      return merged.stream()
          .filter(c -> c.inspector().name().equals(Field.INSPECTORATE.name()))
          .filter(c -> !c.subjects().isEmpty())
          .findFirst();
    }

    /**
     * Whether a candidate says what was inspected, so that it stands for an inspection by itself.
     */
    private static boolean isOwn(Candidate candidate) {
      return !candidate.subjects().isEmpty()
          || candidate.area() != null
          || (candidate.named() && candidate.published() != null);
    }

    private static boolean same(Candidate a, Candidate b) {
      if (!a.inspector().equals(b.inspector())) {
        return false;
      }
      if (!a.subjects().isEmpty() || !b.subjects().isEmpty()) {
        return a.subjects().stream().anyMatch(b.subjects()::contains);
      }
      return Objects.equals(a.area(), b.area());
    }
  }
}
