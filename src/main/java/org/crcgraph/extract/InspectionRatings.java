package org.crcgraph.extract;

import java.util.Set;
import org.crcgraph.model.EntityRef;
import org.crcgraph.model.PartialDate;

/** Ratings with their date, each of which an inspection gave. */
final class InspectionRatings {
  private final Watchdogs watchdogs;
  private final InspectionFinds finds;

  InspectionRatings(Watchdogs watchdogs, InspectionFinds finds) {
    this.watchdogs = watchdogs;
    this.finds = finds;
  }

  /** Words of a rating, as the inspectorate gives them. */
  static final Set<String> RATINGS =
      Set.of("inadequate", "outstanding", "requires", "require", "good", "requiring");

  private static final Set<String> RATING_VERBS =
      Set.of("rated", "judged", "received", "graded", "given", "rating", "declared", "found");

  /** "rated ‘Inadequate’ in 2016", "the ‘Good’ that it received last year". */
  void addRated(Tokens tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).name() != null || !isRating(tokens, i)) {
        continue;
      }
      boolean given = false;
      for (int k = Math.max(0, i - 9); k < Math.min(i + 9, tokens.size()); k++) {
        given |= tokens.get(k).name() == null && RATING_VERBS.contains(tokens.get(k).word());
      }
      boolean watchdog = watchdogs.nearest(tokens, i) != null || watchdogs.chief(tokens, i) != null;
      if (!given && !(watchdog && tokens.is(i, "inadequate"))) {
        continue;
      }
      PartialDate base = finds.topics().date(tokens.range().from()).orElse(null);
      InspectionTimes times = InspectionTimes.in(tokens, i - 16, i + 12, base);
      PartialDate date = isSince(tokens, i) ? null : times.any();
      EntityRef subject = InspectionPhrases.subject(tokens, i, finds);
      boolean told = date != null || (given && InspectionPhrases.isNamed(tokens, subject));
      if (subject != null && told) {
        finds.add(
            InspectionCandidate.told(
                    InspectionRule.RATED,
                    Field.INSPECTORATE,
                    Set.of(subject),
                    tokens.range(InspectionPhrases.clauseStart(tokens, i), i + 1))
                .during(date == null ? null : times.period())
                .publishedOn(date == null ? null : times.published())
                .apart(date != null && (!given || InspectionPhrases.isEarlier(date, base))));
        return;
      }
    }
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
}
