package org.crcgraph.extract;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.crcgraph.model.EntityKind;
import org.crcgraph.model.EntityRef;
import org.crcgraph.model.PartialDate;
import org.jspecify.annotations.Nullable;

/** Turns of phrase that several rules of inspections ask about. */
final class InspectionPhrases {
  /** Any day: whether words tell a date at all does not hang on the day of writing. */
  static final PartialDate DAY = new PartialDate(2018, 6, 15);

  /** How many days before the day of writing an inspection is another one than that reported. */
  private static final int EARLIER = 150;

  /** Two subjects in this order; that of {@link Set#of} changes from run to run. */
  static Set<EntityRef> both(EntityRef first, EntityRef second) {
    return Collections.unmodifiableSet(new LinkedHashSet<>(List.of(first, second)));
  }

  static boolean isNamed(Tokens tokens, @Nullable EntityRef entity) {
    for (int i = 0; i < tokens.size(); i++) {
      Name name = tokens.get(i).name();
      if (name != null && name.entity().equals(entity)) {
        return true;
      }
    }
    return false;
  }

  static boolean names(Tokens tokens, int from, int to, String word) {
    for (int i = from; i < Math.min(to, tokens.size()); i++) {
      if (tokens.is(i, word)) {
        return true;
      }
    }
    return false;
  }

  static boolean isEarlier(PartialDate date, @Nullable PartialDate base) {
    if (base == null) {
      return false;
    }
    return date.month() == 0
        ? date.year() < base.year()
        : date.lastDay().isBefore(base.firstDay().minusDays(EARLIER));
  }

  /** Whether a date is so long ago that an inspection then is another than that reported today. */
  static boolean isLongAgo(@Nullable PartialDate date, @Nullable PartialDate base) {
    return date != null
        && base != null
        && date.lastDay().isBefore(base.firstDay().minusDays(LONG_AGO));
  }

  /** How many days before its report comes out an inspection is never made. */
  private static final int LONG_AGO = 330;

  /** The CRC named last before a token, or the one that "it" or "the company" means. */
  static @Nullable EntityRef subject(Tokens tokens, int at, InspectionFinds finds) {
    for (int i = at - 1; i >= 0; i--) {
      Name name = tokens.get(i).name();
      if (name != null) {
        EntityRef meant = finds.topics().meaning(tokens, i, name);
        EntityRef crc =
            meant.kind() == EntityKind.AREA ? finds.reading().areas().part(meant) : meant;
        if (crc != null && (Field.isOneCrc(crc) || crc.kind() == EntityKind.NPS_DIVISION)) {
          return crc;
        }
      }
    }
    return finds.topics().mainCrc(tokens.get(at).range().from()).orElse(null);
  }

  static String wordAt(Tokens tokens, int i) {
    return i < tokens.size() && tokens.get(i).name() == null ? tokens.get(i).word() : "";
  }

  static boolean isInQuotes(Tokens tokens, int at) {
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

  /** "based on 87 cases", "on the basis of 103 cases": the sample that a sentence tells. */
  static @Nullable Integer sampleOf(Tokens tokens) {
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

  static boolean isPlace(Tokens tokens, int i) {
    return tokens.is(i - 1, "in")
        || tokens.is(i - 1, "of")
        || tokens.is(i - 1, "across")
        || tokens.is(i - 1, "on");
  }

  static int clauseStart(Tokens tokens, int at) {
    int from = at;
    while (from > 0 && at - from < 12 && !tokens.is(from - 1, ";") && !tokens.is(from - 1, ":")) {
      from--;
    }
    return from;
  }

  private InspectionPhrases() {}
}
