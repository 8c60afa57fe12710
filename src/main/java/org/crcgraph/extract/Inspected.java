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
  private @Nullable EntityRef body;
  private @Nullable EntityRef prison;
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

  /** The public body that the words name: auditors and committees look at those. */
  @Nullable EntityRef body() {
    return body;
  }

  /** The prison that the words name. */
  @Nullable EntityRef prison() {
    return prison;
  }

  /** One past the last token that says any of this. */
  int end() {
    return end;
  }

  /** The CRCs and the NPS, where a sentence names them as such. */
  static Set<EntityRef> classes(Tokens tokens) {
    Set<EntityRef> classes = new LinkedHashSet<>();
    for (int i = 0; i < tokens.size(); i++) {
      Name name = tokens.get(i).name();
      if (name != null && (Field.isClass(name.entity()) || name.entity().equals(Field.NPS))) {
        classes.add(Field.isClass(name.entity()) ? Field.CRCS : name.entity());
      }
    }
    return classes;
  }

  /** Nobody, at a token. */
  static Inspected nobody(int at) {
    return new Inspected(at);
  }

  /** Who and where, as told after a noun or verb that ends before a token. */
  static Inspected after(Tokens tokens, int to, Topics topics, WordList nouns) {
    Inspected about = new Inspected(to);
    for (int i = to; i < Math.min(tokens.size(), to + REACH); i++) {
      boolean next = tokens.is(i, "that") && (tokens.is(i + 1, "on") || tokens.is(i + 1, "of"));
      if (next || tokens.is(i, ";") || tokens.is(i, "said") || tokens.is(i, "found")) {
        break;
      }
      if ((i > to + 3 && isOther(tokens, i, nouns)) || (about.end > to && isClause(tokens, i))) {
        break;
      }
      Name name = tokens.get(i).name();
      if (name == null) {
        continue;
      }
      EntityRef meant = topics.meaning(tokens, i, name);
      boolean taken =
          switch (meant.kind()) {
            case CRC, NPS_DIVISION -> about.addCrc(tokens, i, meant);
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
            case PUBLIC_BODY -> about.addBody(tokens, i, meant);
            default -> false;
          };
      if (taken) {
        about.end = i + 1;
      }
    }
    return about;
  }

  /** One CRC stands for itself; the CRCs as a class only where they are not told beside one. */
  private boolean addCrc(Tokens tokens, int i, EntityRef crc) {
    if (Field.isClass(crc)) {
      boolean single = tokens.get(i).word().equalsIgnoreCase("crc");
      boolean beside = !subjects.isEmpty() && !tokens.is(i - 1, "and") && !tokens.is(i - 1, "(");
      if (beside || (single && ONE_OF_MANY.contains(wordBefore(tokens, i)))) {
        return false;
      }
    }
    return subjects.add(crc);
  }

  /** Words that speak of some CRC, not of all: "the first CRC", "a CRC". */
  private static final Set<String> ONE_OF_MANY =
      Set.of("first", "second", "third", "only", "another", "one", "each", "next", "last");

  private static String wordBefore(Tokens tokens, int i) {
    return i > 0 ? tokens.get(i - 1).word() : "";
  }

  private boolean addBody(Tokens tokens, int i, EntityRef meant) {
    if (meant.name().startsWith("HMP ")) {
      prison = prison == null ? meant : prison;
      return true;
    }
    if (!meant.name().equals(Field.NPS.name())) {
      int at = tokens.is(i - 1, "the") ? i - 2 : i - 1;
      boolean object =
          tokens.is(at, "of")
              || tokens.is(at, "into")
              || tokens.is(at, "on")
              || tokens.is(at, "at");
      boolean inspects = meant.name().startsWith("HM Inspectorate");
      body = body == null && object && !inspects ? meant : body;
      return false;
    }
    boolean object =
        !subjects.isEmpty()
            || InspectionPhrases.isPlace(tokens, tokens.is(i - 1, "the") ? i - 1 : i);
    return object && !isDivision(tokens, i) && !tokens.is(i - 1, "(") && subjects.add(meant);
  }

  /** Where a clause of its own begins: "which is run by …". */
  private static boolean isClause(Tokens tokens, int i) {
    return tokens.is(i, "which")
        || tokens.is(i, "who")
        || tokens.is(i, "where")
        || tokens.is(i, "when")
        || tokens.is(i, "because")
        || tokens.is(i, "says")
        || tokens.is(i, "adds");
  }

  /** Where another inspection is told: "and the third inspection of …". */
  private static boolean isOther(Tokens tokens, int i, WordList nouns) {
    return nouns.longestAt(tokens, i) > 0
        && (i == 0 || tokens.get(i - 1).name() == null)
        && (tokens.is(i + 1, "of")
            || tokens.is(i + 1, "on")
            || tokens.is(i + 1, "into")
            || tokens.is(i + 2, "of"));
  }

  /** "the Eastern division of the NPS" names a division, not the whole service. */
  private static boolean isDivision(Tokens tokens, int i) {
    return tokens.is(i - 1, "of") || (tokens.is(i - 1, "the") && tokens.is(i - 2, "of"));
  }
}
