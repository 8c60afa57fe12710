package org.crcgraph.extract;

import java.util.List;
import org.crcgraph.model.Annotation;
import org.crcgraph.model.EntityRef;
import org.crcgraph.model.TextRange;
import org.jspecify.annotations.Nullable;

/** Whose "the report", "the inspectors" and "the committee" are. */
final class ReportAuthors {
  /** How far back, in UTF-16 units, "the report" may have been told of. */
  private static final int REPORT_BEFORE = 6_000;

  /** How far on, in UTF-16 units, a headline's "report" is told of. */
  private static final int REPORT_AFTER = 1_200;

  private final Reading reading;
  private final SpeechTokens tokens;
  private final SpeechWords words;
  private final SpokenText.Known known;
  private final int[] scopes;

  ReportAuthors(SpokenText spoken) {
    reading = spoken.reading();
    tokens = spoken.tokens();
    words = spoken.words();
    known = spoken.known();
    scopes = spoken.scopes();
  }

  static boolean isWatchdog(EntityRef entity) {
    String name = entity.name();
    return name.contains("Inspectorate")
        || name.contains("Audit Office")
        || name.contains("Ombudsman")
        || name.contains("Select Committee")
        || name.contains("Accounts Committee");
  }

  static boolean isInspectorate(EntityRef entity) {
    return entity.name().contains("Inspectorate");
  }

  @Nullable EntityRef watchdog(int from, int last, List<Name> names) {
    for (Name name : names) {
      if (isInspectorate(name.entity())) {
        return name.entity();
      }
    }
    boolean prisons = false;
    boolean probation = false;
    boolean commons = false;
    boolean spending = false;
    for (int i = from; i <= last; i++) {
      commons |= tokens.is(i, "commons") || tokens.is(i, "mps'") || tokens.is(i, "parliamentary");
      spending |= tokens.is(i, "spending");
      prisons |= tokens.word(i).startsWith("prison");
      probation |= tokens.word(i).equals("probation");
    }
    if (spending) {
      return known.body(commons ? "Public Accounts Committee" : Field.AUDIT_OFFICE.name());
    }
    if (prisons && !probation) {
      return known.body("HM Inspectorate of Prisons");
    }
    if (probation) {
      return known.body("HM Inspectorate of Probation");
    }
    return inspectorate(from);
  }

  /** The inspectorate that a part speaks of; that of probation where it names both or none. */
  EntityRef inspectorate(int token) {
    EntityRef ours = known.body("HM Inspectorate of Probation");
    EntityRef other = null;
    int at = tokens.from(token);
    TextRange around =
        new TextRange(Math.max(0, at - 4000), Math.min(reading.text().length(), at + 4000));
    for (Name name : reading.names(around)) {
      int first = tokens.atOrAfter(name.range().from());
      if (first >= tokens.size()
          || scopes[tokens.block(first)] != scopes[tokens.block(token)]
          || !isInspectorate(name.entity())) {
        continue;
      }
      if (name.entity().equals(ours)) {
        return ours;
      }
      other = name.entity();
    }
    return other == null || isProbationNear(token) ? ours : other;
  }

  /** Whether the words "of probation" or "probation inspector" stand in the same part nearby. */
  private boolean isProbationNear(int token) {
    int scope = scopes[tokens.block(token)];
    for (int i = Math.max(1, token - 300); i < Math.min(tokens.size(), token + 100); i++) {
      if (tokens.is(i, "probation")
          && scopes[tokens.block(i)] == scope
          && (tokens.is(i - 1, "of") || tokens.is(i - 1, "hmi"))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whose "the report" is: the watchdog named last in the same part, or the organisation whose
   * report that part told of since; else the one whose report it tells of next, else the
   * inspectorate.
   */
  EntityRef author(int token) {
    EntityRef writer = writer(token);
    return writer == null || isInspectorate(writer) ? inspectorate(token) : writer;
  }

  @Nullable EntityRef writer(int token) {
    int at = tokens.from(token);
    List<Name> names = reading.names(new TextRange(Math.max(0, at - REPORT_BEFORE), at));
    for (int i = names.size() - 1; i >= 0; i--) {
      EntityRef entity = names.get(i).entity();
      int first = tokens.atOrAfter(names.get(i).range().from());
      if (first >= tokens.size() || scopes[tokens.block(first)] != scopes[tokens.block(token)]) {
        continue;
      }
      if (isWatchdog(entity) || isAuthorOfReport(names.get(i))) {
        return entity;
      }
    }
    int end = Math.min(reading.text().length(), at + REPORT_AFTER);
    for (Name name : reading.names(new TextRange(at, end))) {
      if (isWatchdog(name.entity())) {
        break;
      }
      if (isAuthorOfReport(name)) {
        return name.entity();
      }
    }
    return null;
  }

  /** "a study by the Elmbridge Institute": the organisation that wrote it. */
  private boolean isAuthorOfReport(Name name) {
    if (!name.entity().kind().isOrganisation()) {
      return false;
    }
    int by = tokens.atOrAfter(name.range().from()) - 1;
    while (by > 0 && Grammar.isDeterminer(tokens.word(by))) {
      by--;
    }
    if (by < 1 || !(tokens.is(by, "by") || tokens.is(by, "from"))) {
      return false;
    }
    SpeechWords.SpeakingNoun noun = words.noun(tokens.word(by - 1));
    return noun != null
        && noun.sort() == SpeechWords.NounSort.DOCUMENT
        && tokens.sentence(by - 1) == tokens.sentence(by);
  }

  /** Who "we" are in a report: the watchdog that its first lines name, or null. */
  @Nullable EntityRef reportAuthor() {
    if (reading.document().layout().kind() != Annotation.DocumentKind.REPORT) {
      return null;
    }
    int head = Math.min(400, reading.text().length());
    for (Name name : reading.names(new TextRange(0, head))) {
      if (isWatchdog(name.entity())) {
        return name.entity();
      }
    }
    // The title page stands above the blocks.
    return reading.text().substring(0, head).contains("Auditor General")
        ? known.body(Field.AUDIT_OFFICE.name())
        : null;
  }

  /**
   * "report on Elmbridge", "inspection of Elmbridge": what the document is about does not speak.
   */
  boolean isSubjectOf(Name name, int core) {
    int first = tokens.atOrAfter(name.range().from());
    for (int i = core + 1; i < first; i++) {
      switch (tokens.word(i)) {
        case "on", "of", "into", "about" -> {
          return true;
        }
        case "by", "from" -> {
          return false;
        }
        default -> {}
      }
    }
    return false;
  }
}
