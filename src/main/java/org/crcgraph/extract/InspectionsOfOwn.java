package org.crcgraph.extract;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.crcgraph.model.EntityKind;
import org.crcgraph.model.EntityRef;
import org.crcgraph.model.PartialDate;
import org.jspecify.annotations.Nullable;

/** Reports and hearings that the document itself is or speaks of as "ours". */
final class InspectionsOfOwn {
  private final InspectionReports.Words words;
  private final InspectionFinds finds;

  InspectionsOfOwn(InspectionReports.Words words, InspectionFinds finds) {
    this.words = words;
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
      Inspected about = Inspected.after(tokens, 3, finds.topics(), words.nouns());
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
          && (!tokens.is(i, "we")
              || tokens.is(i - 1, "which")
              || !WE_SAY.contains(InspectionPhrases.wordAt(tokens, i + 1)))) {
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

  /** A title under "Report by the Comptroller and Auditor General": the document is the report. */
  void addOwn(Reading reading, List<Reading.Sentence> sentences) {
    String head = reading.text().substring(0, Math.min(OPENING, reading.text().length()));
    if (head.lines()
        .anyMatch(l -> l.strip().equals("Report by the Comptroller and Auditor General"))) {
      finds.noteAuditors();
      addTitled(reading, sentences, Field.AUDIT_OFFICE);
      return;
    }
    EntityRef author = headed(reading);
    if (author == null) {
      return;
    }
    if (author.name().endsWith("Committee") && PRINTED.matcher(head).find()) {
      addTitled(reading, sentences, author);
    } else if (author.equals(Field.INSPECTORATE)) {
      addInspection(reading, sentences);
    }
  }

  /** What stands on the first page of a committee's report. */
  private static final Pattern PRINTED =
      Pattern.compile("Report of Session|Published on|by authority of the House|to be printed");

  /** The committee or inspectorate named at the head of a page. */
  private @Nullable EntityRef headed(Reading reading) {
    List<Name> names = reading.names();
    for (Name name : names.subList(0, Math.min(HEAD, names.size()))) {
      boolean opens = name.range().from() < OPENING;
      boolean author =
          name.entity().name().endsWith("Committee") || name.entity().equals(Field.INSPECTORATE);
      if (opens && author) {
        return name.entity();
      }
    }
    return null;
  }

  /** Who wrote a page is named among so many names at its head. */
  private static final int HEAD = 4;

  private void addTitled(Reading reading, List<Reading.Sentence> sentences, EntityRef inspector) {
    for (int i = 0; i < sentences.size() && sentences.get(i).range().from() < OPENING; i++) {
      Tokens tokens = reading.tokens(i);
      for (int k = 0; k < tokens.size(); k++) {
        Name name = tokens.get(k).name();
        boolean programme = name != null && name.entity().equals(Field.PROGRAMME);
        if (programme || (name != null && name.entity().kind() == EntityKind.CRC)) {
          boolean ofCrcs = inspector.equals(Field.AUDIT_OFFICE) || !programme;
          finds.add(
              InspectionCandidate.told(
                      InspectionRule.OWN,
                      inspector,
                      InspectionPhrases.both(Field.MINISTRY, ofCrcs ? Field.CRCS : Field.PROGRAMME),
                      tokens.range())
                  .titled(reading.text(tokens.range()).replaceAll("\\s+", " "))
                  .publishedOn(reading.document().layout().date())
                  .apart(true));
          return;
        }
      }
    }
  }

  /** "An inspection of Eastshire CRC" as the title of a page of the inspectorate. */
  private void addInspection(Reading reading, List<Reading.Sentence> sentences) {
    for (int i = 0; i < Math.min(TITLES, sentences.size()); i++) {
      Tokens tokens = reading.tokens(i);
      int noun = 1;
      while (noun < Math.min(4, tokens.size()) && !tokens.is(noun, "inspection")) {
        noun++;
      }
      boolean title =
          (tokens.is(0, "an") || tokens.is(0, "a"))
              && tokens.is(noun, "inspection")
              && tokens.is(noun + 1, "of")
              && !tokens.is(tokens.size() - 1, ".");
      if (!title) {
        continue;
      }
      Inspected about = Inspected.after(tokens, noun + 1, finds.topics(), words.nouns());
      if (about.subjects().isEmpty() && about.programme() != null) {
        about.subjects().add(Field.CRCS);
        if (!about.programme().equals(Field.PROGRAMME)) {
          about.subjects().add(about.programme());
        }
      }
      if (!about.subjects().isEmpty()) {
        finds.add(
            InspectionCandidate.told(
                    InspectionRule.OWN, Field.INSPECTORATE, about.subjects(), tokens.range())
                .titled(reading.text(tokens.range()).replaceAll("\\s+", " "))
                .publishedOn(reading.document().layout().date()));
        return;
      }
    }
  }

  /** The title of a page is among so many lines at its head. */
  private static final int TITLES = 4;
}
