package org.crcgraph.extract;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.crcgraph.model.EntityRef;
import org.jspecify.annotations.Nullable;

/** Who was inspected, and where. */
final class Inspected {
  /** How far after a noun, in tokens, what it is about may stand. */
  private static final int REACH = 24;

  private final Set<EntityRef> subjects = new LinkedHashSet<>();
  private final List<String> areas = new ArrayList<>();
  private @Nullable EntityRef programme;
  private @Nullable EntityRef company;
  private int end;

  private Inspected(int end) {
    this.end = end;
  }

  /** Who was inspected, as far as the words say it by name. */
  Set<EntityRef> subjects() {
    return subjects;
  }

  /** Where. */
  List<String> areas() {
    return areas;
  }

  /** The programme that the words name. */
  @Nullable EntityRef programme() {
    return programme;
  }

  /** The company that the words name. */
  @Nullable EntityRef company() {
    return company;
  }

  /** One past the last token that says any of this. */
  int end() {
    return end;
  }

  /** Nobody, at a token. */
  static Inspected nobody(int at) {
    return new Inspected(at);
  }

  /** Who and where, as told after a noun or verb that ends before a token. */
  static Inspected after(Tokens tokens, int to, Topics topics) {
    Inspected about = new Inspected(to);
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
              boolean place = InspectionPhrases.isPlace(tokens, i) || i == to;
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

  /** "the Eastern division of the NPS" names a division, not the whole service. */
  private static boolean isDivision(Tokens tokens, int i) {
    return tokens.is(i - 1, "of") || (tokens.is(i - 1, "the") && tokens.is(i - 2, "of"));
  }
}
