package org.crcgraph.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.crcgraph.model.Annotation;
import org.crcgraph.model.EntityKind;
import org.crcgraph.model.EntityRef;
import org.crcgraph.model.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * The inspections found so far in one document, and how candidates that mean the same one are put
 * together.
 */
final class InspectionFinds {
  private final Reading reading;
  private final Topics topics;
  private final InspectionFieldwork fieldwork;
  private final List<InspectionCandidate> candidates = new ArrayList<>();
  private @Nullable EntityRef first;
  private @Nullable EntityRef latest;
  private int latestAt;
  private boolean auditors;
  private @Nullable Boolean ofProgramme;

  InspectionFinds(Reading reading) {
    this.reading = reading;
    this.topics = reading.topics();
    this.fieldwork = new InspectionFieldwork(topics);
  }

  /** The document. */
  Reading reading() {
    return reading;
  }

  /** What "the CRC" means in it. */
  Topics topics() {
    return topics;
  }

  /** When and by how many cases its main inspection was done. */
  InspectionFieldwork fieldwork() {
    return fieldwork;
  }

  /** Notes that the document is a report of the auditors. */
  void noteAuditors() {
    auditors = true;
  }

  /** Whether the document is a report of the auditors. */
  boolean isOfAuditors() {
    return auditors;
  }

  /** "A similar report" follows the sentence of the first within this many code units. */
  private static final int NEXT = 200;

  /** An inspection of nobody named is of the CRC named within so many code units. */
  private static final int FAR = 1_000;

  /** Whose report it is stands among so many names at its head. */
  private static final int HEAD = 3;

  /** The CRC whose whole name is an area. */
  Optional<EntityRef> wholeOf(String area) {
    return Optional.ofNullable(reading.areas().whole(EntityRef.found(area, EntityKind.AREA)));
  }

  void add(InspectionCandidate candidate) {
    candidates.add(candidate.about(withDivision(candidate)));
  }

  /** "The NPS" in an inspection of one of its divisions is that division. */
  private Set<EntityRef> withDivision(InspectionCandidate candidate) {
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
    return candidates.stream().anyMatch(InspectionCandidate::isOwn);
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

  /** The watchdog that "its report" means: the one named last, not long before. */
  @Nullable EntityRef watchdogBefore(Tokens tokens) {
    return tokens.range().from() - latestAt < FAR ? latest : null;
  }

  /** The watchdog that the text names first. */
  @Nullable EntityRef firstWatchdog() {
    return first;
  }

  /** What was found last: a sentence is compared with few before it, however long the text. */
  private List<InspectionCandidate> recent() {
    return candidates.subList(Math.max(0, candidates.size() - RECENT), candidates.size());
  }

  private static final int RECENT = 30;

  /** Whether the words were not read as a visit, which tells more. */
  boolean isNotVisit(InspectionCandidate candidate) {
    return recent().stream()
        .noneMatch(
            c ->
                c.rule() == InspectionRule.STAY
                    && c.inspector().equals(candidate.inspector())
                    && c.evidence().overlaps(candidate.evidence()));
  }

  /** Whether nothing found so far is of the same subject or area. */
  boolean isNew(InspectionCandidate candidate) {
    return candidate.isOfSomebody()
        && recent().stream()
            .noneMatch(
                c ->
                    c.isSameAs(candidate)
                        || (!c.isOfReport()
                            && c.inspector().equals(candidate.inspector())
                            && c.evidence().overlaps(candidate.evidence())));
  }

  @Nullable EntityRef latestWatchdog(Tokens tokens) {
    return tokens.range().from() - latestAt < NEXT ? latest : null;
  }

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
    List<InspectionCandidate> merged = new ArrayList<>();
    List<InspectionCandidate> vague = new ArrayList<>();
    for (InspectionCandidate found : candidates) {
      boolean counts =
          found.isOwn() || (found.named() && !topics.isPersonal(found.evidence().from()));
      InspectionCandidate candidate = counts ? withDefaultSubject(found) : found;
      if (counts && candidate.isOfSomebody()) {
        merge(candidate, merged);
      } else if (counts) {
        vague.add(candidate);
      }
    }
    for (InspectionCandidate candidate : vague) {
      if (candidate.isOwn() && addToVisit(candidate, merged)) {
        continue;
      }
      if (candidate.isOwn()
          ? merged.stream().noneMatch(o -> isToldBy(o, candidate))
          : merged.stream().noneMatch(o -> o.inspector().equals(candidate.inspector()))) {
        merge(candidate, merged);
      }
    }
    if (merged.stream().noneMatch(InspectionCandidate::isOfProbation)) {
      fieldwork
          .found()
          .ifPresent(
              finding ->
                  merged.add(
                      InspectionCandidate.told(
                          InspectionRule.MAIN,
                          Field.INSPECTORATE,
                          Set.of(topics.crc(finding.from()).orElse(Field.CRCS)),
                          finding)));
    }
    InspectionCandidate main = main(merged).orElse(null);
    return merged.stream().map(c -> record(c, c.equals(main))).toList();
  }

  /** "Its report came out in May" goes with the visit told just before. */
  private static boolean addToVisit(InspectionCandidate report, List<InspectionCandidate> merged) {
    for (int i = 0; i < merged.size(); i++) {
      InspectionCandidate known = merged.get(i);
      int gap = report.evidence().from() - known.evidence().to();
      if (known.rule() == InspectionRule.STAY
          && known.published() == null
          && known.inspector().equals(report.inspector())
          && gap >= 0
          && gap < NEXT) {
        merged.set(i, known.with(report));
        return true;
      }
    }
    return false;
  }

  /** Whether a report of which only the date is told is one that is told better elsewhere. */
  private boolean isToldBy(InspectionCandidate known, InspectionCandidate report) {
    PartialDate date = report.published();
    if (!known.inspector().equals(report.inspector()) || date == null || report.isOnTopic()) {
      return false;
    }
    return known.published() != null
        ? known.published().compatible(date)
        : date.equals(topics.date(report.evidence().from()).orElse(null));
  }

  private static void merge(InspectionCandidate candidate, List<InspectionCandidate> merged) {
    for (int i = 0; i < merged.size(); i++) {
      if (merged.get(i).isSameAs(candidate)) {
        merged.set(i, merged.get(i).with(candidate));
        return;
      }
    }
    merged.add(candidate);
  }

  /** Fieldwork and sample are told once in a document, of the inspection that it is about. */
  private Annotation.Inspection record(InspectionCandidate candidate, boolean main) {
    return new Annotation.Inspection(
        reading.evidence(candidate.evidence(), candidate.rule().id()),
        candidate.inspector(),
        List.copyOf(candidate.subjects()),
        candidate.title(),
        candidate.area(),
        candidate.period() != null ? candidate.period() : main ? fieldwork.period() : null,
        candidate.published(),
        candidate.sample() != null ? candidate.sample() : main ? fieldworkSample() : null);
  }

  /** The sample of the main inspection, unless it is told of another. */
  private @Nullable Integer fieldworkSample() {
    Integer sample = fieldwork.sample();
    return candidates.stream().anyMatch(c -> sample != null && sample.equals(c.sample()))
        ? null
        : sample;
  }

  /** The probation inspection that the document is about: the first that says of whom it was. */
  private static Optional<InspectionCandidate> main(List<InspectionCandidate> merged) {
    return merged.stream()
        .filter(InspectionCandidate::isOfProbation)
        .filter(c -> !c.subjects().isEmpty())
        .min(Comparator.comparing(c -> c.subjects().stream().allMatch(Field::isClass)));
  }

  /**
   * Inspectors who name nobody write of the CRC of their section; committees and auditors of the
   * programme.
   */
  private InspectionCandidate withDefaultSubject(InspectionCandidate candidate) {
    if (!candidate.subjects().isEmpty()
        || candidate.rule() == InspectionRule.STAY
        || candidate.rule() == InspectionRule.SAID
        || candidate.isOnTopic()
        || (candidate.area() != null && !isReportOn(candidate))) {
      return candidate;
    }
    Set<EntityRef> subjects = new LinkedHashSet<>();
    int at = candidate.evidence().from();
    if (candidate.isOfProbation()) {
      topics.nearCrc(at, FAR).ifPresent(subjects::add);
      reading.names(topics.scope(at)).stream()
          .map(Name::entity)
          .filter(e -> e.kind() == EntityKind.NPS_DIVISION)
          .findFirst()
          .ifPresent(subjects::add);
    } else if (!candidate.isOfInspectorate() && !(isDebate() && !isOfProgramme())) {
      if (auditors) {
        return candidate.about(InspectionPhrases.both(Field.MINISTRY, Field.CRCS));
      }
      boolean ofTheField =
          reading.names().stream()
              .map(Name::entity)
              .anyMatch(e -> Field.isClass(e) || e.equals(Field.PROGRAMME));
      if (ofTheField && candidate.isOfSpending()) {
        return candidate.about(
            InspectionPhrases.both(Field.MINISTRY, isOfProgramme() ? Field.PROGRAMME : Field.CRCS));
      }
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
  private boolean isReportOn(InspectionCandidate candidate) {
    return topics.onlyCrcHere(candidate.evidence().from()).isPresent();
  }
}
