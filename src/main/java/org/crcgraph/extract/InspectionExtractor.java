package org.crcgraph.extract;

import java.util.List;
import org.crcgraph.lexicon.Lexicon;
import org.crcgraph.model.Annotation;
import org.crcgraph.model.EntityRef;

/**
 * Inspections, audits and inquiries by watchdogs: one record for each, at the first words that name
 * it. Each family of rules has a class of its own; candidates that mean the same inspection are
 * then put together.
 */
final class InspectionExtractor implements RecordExtractor {
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

  private final Watchdogs watchdogs;
  private final InspectionReports.Words words;

  InspectionExtractor(Lexicon lexicon) {
    watchdogs = new Watchdogs(lexicon);
    words = InspectionReports.Words.of(lexicon);
  }

  @Override
  public List<Annotation.Inspection> extract(Reading reading) {
    InspectionFinds finds = new InspectionFinds(reading);
    Families families = new Families(finds);
    Dictionary.Marks marks = reading.vocabulary().dictionary().marks(this, this::flags);
    List<Reading.Sentence> sentences = reading.sentences();
    families.own.addOwn(reading, sentences);
    for (int i = 0; i < sentences.size(); i++) {
      if (reading.has(Triggers.Kind.INSPECTION, i)) {
        Tokens tokens = reading.tokens(i);
        families.read(tokens, tokens.flags(marks));
      }
    }
    return finds.records();
  }

  private static final int PERIOD = 1;
  private static final int SAMPLE = 1 << 1;
  private static final int RATED = 1 << 2;
  private static final int VISITED = 1 << 3;
  private static final int WE = 1 << 4;
  private static final int NOUN_OR_VERB = 1 << 5;
  private static final int STAY = 1 << 6;
  private static final int SAYING = 1 << 7;
  private static final int PASSIVE = 1 << 8;
  private static final int DONE = 1 << 9;

  /** The rules that a word is needed for. */
  private int flags(String word) {
    return (InspectionFieldwork.PERIOD_WORDS.contains(word) ? PERIOD : 0)
        | (InspectionFieldwork.EXAMINED.contains(word) ? SAMPLE : 0)
        | (InspectionRatings.RATINGS.contains(word) ? RATED : 0)
        | (InspectionVisits.VISITED_WORDS.contains(word) ? VISITED : 0)
        | (word.equals("we") || word.equals("our") ? WE : 0)
        | (InspectionVisits.STAYING.contains(word) ? STAY : 0)
        | (InspectionFindings.SAID.contains(word) ? SAYING : 0)
        | (InspectionFindings.PASSIVE.contains(word) ? PASSIVE : 0)
        | (InspectionFindings.DONE.contains(word) ? DONE : 0)
        | (words.isOpener(word) ? NOUN_OR_VERB : 0);
  }

  /** The families of rules, over one document. */
  private final class Families {
    private final InspectionFinds finds;
    private final InspectionsOfOwn own;
    private final InspectionRatings ratings;
    private final InspectionVisits visits;
    private final InspectionFindings findings;
    private final InspectionReports reports;

    Families(InspectionFinds finds) {
      this.finds = finds;
      own = new InspectionsOfOwn(words, finds);
      ratings = new InspectionRatings(watchdogs, finds);
      visits = new InspectionVisits(watchdogs, finds);
      findings = new InspectionFindings(watchdogs, finds);
      reports = new InspectionReports(words, watchdogs, finds);
    }

    /**
     * Reads a sentence.
     *
     * @param flags of the rules that have a word here
     */
    void read(Tokens tokens, int flags) {
      if ((flags & PERIOD) != 0) {
        finds.fieldwork().readPeriod(tokens);
      }
      if ((flags & SAMPLE) != 0) {
        finds.fieldwork().readSample(tokens);
      }
      own.addHearing(tokens);
      if ((flags & RATED) != 0) {
        ratings.addRated(tokens);
      }
      if ((flags & VISITED) != 0) {
        visits.addVisited(tokens);
      }
      if ((flags & WE) != 0) {
        own.addFirstPerson(tokens);
      }
      if ((flags & STAY) != 0) {
        visits.addStay(tokens);
      }
      if ((flags & SAYING) != 0) {
        findings.addSaid(tokens);
      }
      if ((flags & PASSIVE) != 0) {
        findings.addPassive(tokens);
      }
      if ((flags & DONE) != 0) {
        findings.addWhich(tokens);
      }
      if ((flags & NOUN_OR_VERB) != 0 && reports.addAll(tokens)) {
        return;
      }
      EntityRef watchdog = watchdogs.nearest(tokens, 0);
      if (watchdog != null) {
        finds.note(watchdog, tokens);
      }
    }
  }
}
