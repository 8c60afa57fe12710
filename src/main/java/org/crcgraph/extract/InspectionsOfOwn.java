package org.crcgraph.extract;

import java.util.List;
import java.util.Set;
import org.crcgraph.model.EntityKind;
import org.crcgraph.model.EntityRef;
import org.crcgraph.model.PartialDate;
import org.crcgraph.model.TextRange;

/** Reports and hearings that the document itself is or speaks of as "ours". */
final class InspectionsOfOwn {
  private final InspectionFinds finds;

  InspectionsOfOwn(InspectionFinds finds) {
    this.finds = finds;
  }

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

  /** "Oral evidence: The cost of the reforms, HC 12" under the name of a committee. */
  void addHearing(Tokens tokens) {
    boolean hearing =
        tokens.is(1, "evidence")
            && tokens.is(2, ":")
            && (tokens.is(0, "oral") || tokens.is(0, "written"));
    EntityRef committee = hearing ? finds.latestWatchdog(tokens) : null;
    if (committee == null) {
      return;
    }
    int end = 3;
    while (end < tokens.size() && !(tokens.is(end, ",") && tokens.is(end + 1, "hc"))) {
      end++;
    }
    if (end > 3) {
      Inspected about = Inspected.after(tokens, 3, finds.topics());
      if (about.subjects().isEmpty() && about.programme() != null) {
        about.subjects().add(about.programme());
      }
      finds.add(
          InspectionCandidate.told(
                  InspectionRule.HEARING, committee, about.subjects(), tokens.range(0, end))
              .titled(finds.reading().text(tokens.range(3, end)).replaceAll("\\s+", " "))
              .apart(true));
    }
  }

  /** "We concluded in September 2016": the watchdog whose report it is. */
  void addFirstPerson(Tokens tokens) {
    for (int i = 0; i + 1 < tokens.size(); i++) {
      boolean report =
          tokens.is(i, "our") && REPORTS.contains(InspectionPhrases.wordAt(tokens, i + 2));
      if (!report
          && (!tokens.is(i, "we") || !WE_SAY.contains(InspectionPhrases.wordAt(tokens, i + 1)))) {
        continue;
      }
      PartialDate base = finds.topics().date(tokens.range().from()).orElse(null);
      Dates.Dated dated = Dates.first(tokens, report ? i + 1 : i + 2, report ? i + 3 : i + 9);
      if (dated == null && !report) {
        dated = Dates.first(tokens, i - 4, i);
      }
      EntityRef author = finds.author();
      if (dated == null
          || author == null
          || !InspectionPhrases.isEarlier(dated.date(), base)
          || InspectionPhrases.isInQuotes(tokens, i)) {
        continue;
      }
      boolean ofProbation = author.name().equals(Field.INSPECTORATE.name());
      EntityRef subject =
          ofProbation
              ? finds.topics().crc(tokens.range().from()).orElse(Field.CRCS)
              : Field.PROGRAMME;
      boolean looked =
          ofProbation && !report && (tokens.is(i + 1, "looked") || tokens.is(i + 1, "visited"));
      finds.add(
          InspectionCandidate.told(
                  report ? InspectionRule.OUR : InspectionRule.FIRST_PERSON,
                  author,
                  finds.isOfAuditors() && !report
                      ? InspectionPhrases.both(Field.MINISTRY, Field.CRCS)
                      : Set.of(subject),
                  tokens.range(Math.min(i, dated.from()), Math.max(i + 2, dated.to())))
              .during(looked ? dated.date() : null)
              .publishedOn(looked ? null : dated.date())
              .apart(true));
      return;
    }
  }

  private static final Set<String> REPORTS = Set.of("report", "inquiry", "investigation", "review");

  /** How far into a document its own heading may stand, in code units. */
  private static final int OPENING = 600;

  /** "Report by the Comptroller and Auditor General" over a title: the document is the report. */
  void addOwn(Reading reading, List<Reading.Sentence> sentences) {
    String head = reading.text().substring(0, Math.min(OPENING, reading.text().length()));
    if (!head.lines()
        .anyMatch(l -> l.strip().equals("Report by the Comptroller and Auditor General"))) {
      return;
    }
    finds.noteAuditors();
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
      finds.add(
          InspectionCandidate.told(
                  InspectionRule.OWN,
                  Field.AUDIT_OFFICE,
                  InspectionPhrases.both(Field.MINISTRY, crcs),
                  title)
              .titled(reading.text(title).replaceAll("\\s+", " "))
              .publishedOn(reading.document().layout().date())
              .apart(true));
    }
  }
}
