package org.crcgraph.extract;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.crcgraph.lexicon.Lexicon;
import org.crcgraph.model.EntityKind;
import org.crcgraph.model.EntityRef;
import org.jspecify.annotations.Nullable;

/** The words and sorts of names that the rules of owning ask about. */
final class OwnershipWords {
  /** Who can own. */
  static final Predicate<EntityRef> OWNERS = Field::isCompany;

  /** What can be owned. */
  static final Predicate<EntityRef> OWNED = OwnershipWords::canBeOwned;

  /** What can be run: an area stands for its CRC. */
  static final Predicate<EntityRef> RUN = OwnershipWords::canBeRun;

  /** Verbs of delivering a service. */
  static final Set<String> DELIVERING =
      Set.of(
          "delivers",
          "deliver",
          "delivered",
          "delivering",
          "provides",
          "provide",
          "provided",
          "providing",
          "supervises",
          "supervise",
          "works",
          "operates",
          "operate",
          "operated",
          "runs");

  private static final Set<String> COUNTS =
      Set.of(
          "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "half", "its",
          "what", "is");

  private static final Set<String> NUMBERS =
      Set.of(
          "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "several", "some",
          "most", "both", "many");

  /** Verbs that take their object in between: "took the contracts over". */
  static final Set<String> TAKING = Set.of("take", "takes", "took", "taken", "taking");

  private final WordList owning;
  private final WordList ownedBy;
  private final WordList belonging;
  private final WordList transferring;
  private final WordList takeovers;
  private final WordList subsidiaries;
  private final Set<String> joint;
  private final Set<String> matter;
  private final CrcAreas areas;

  /** The words that can open a verb or noun of owning: any other token is passed over. */
  private final WordSet openers;

  OwnershipWords(Lexicon lexicon) {
    owning = WordList.of(lexicon, "owning");
    ownedBy = WordList.of(lexicon, "owned-by");
    belonging = WordList.of(lexicon, "belonging");
    transferring = WordList.of(lexicon, "transferring");
    takeovers = WordList.of(lexicon, "takeovers");
    subsidiaries = WordList.of(lexicon, "subsidiary-nouns");
    joint = lexicon.words("joint-venture-nouns");
    matter = lexicon.words("owned-matter");
    areas = CrcAreas.of(lexicon);
    Set<String> words = new HashSet<>(TAKING);
    words.addAll(DELIVERING);
    words.addAll(Set.of("has", "have", "had", "through", "via"));
    for (WordList list : List.of(owning, ownedBy, belonging, transferring, takeovers)) {
      words.addAll(list.firstWords());
    }
    openers = WordSet.of(words);
  }

  /** Verbs before what is owned: "runs". */
  WordList owning() {
    return owning;
  }

  /** Participles before "by" and the owner: "run". */
  WordList ownedBy() {
    return ownedBy;
  }

  /** What stands between a thing and its owner without "by": "belongs to". */
  WordList belonging() {
    return belonging;
  }

  /** Verbs of giving, before "to" and the new owner: "passed". */
  WordList transferring() {
    return transferring;
  }

  /** Nouns for coming to own: "takeover". */
  WordList takeovers() {
    return takeovers;
  }

  /** Nouns for a company that belongs to another: "subsidiary". */
  WordList subsidiaries() {
    return subsidiaries;
  }

  /** Whether a verb or noun of owning can begin with a word. */
  boolean opensVerb(String word) {
    return openers.contains(word);
  }

  /** Whether a noun says that several own a thing together. */
  boolean isJoint(String noun) {
    return joint.contains(noun);
  }

  /** The CRCs and their areas. */
  CrcAreas areas() {
    return areas;
  }

  private static boolean canBeOwned(EntityRef entity) {
    return entity.kind() == EntityKind.CRC || Field.isCompany(entity);
  }

  private static boolean canBeRun(EntityRef entity) {
    return canBeOwned(entity) || entity.kind() == EntityKind.AREA;
  }

  /** The CRC of an area, or null. */
  @Nullable EntityRef crcOf(EntityRef entity, boolean wholeOnly) {
    if (entity.kind() != EntityKind.AREA) {
      return entity;
    }
    return wholeOnly ? areas.whole(entity) : areas.part(entity);
  }

  boolean isMatter(String word) {
    return matter.contains(word)
        || Grammar.isDeterminer(word)
        || COUNTS.contains(word)
        || word.endsWith("-risk");
  }

  /** Words before the name of an owner: "by the American services group". */
  static boolean isDescription(String word) {
    return !Grammar.isFinite(word)
        && !Grammar.isSubordinator(word)
        && !Grammar.isSubjectPronoun(word)
        && Character.isLetter(word.charAt(0))
        && !Set.of("in", "on", "at", "to", "for", "after", "before", "said", "and").contains(word);
  }

  /** Words between "its" and "CRCs". */
  static boolean isOwnDescription(String word) {
    return Character.isLetter(word.charAt(0))
        && !Grammar.isFinite(word)
        && !Grammar.isPreposition(word)
        && !Grammar.isSubordinator(word);
  }

  /** Whether a word tells how many: "one", "six", "several". */
  static boolean isNumberWord(String word) {
    return word.equals("one") || NUMBERS.contains(word);
  }

  static boolean isNumber(Tokens tokens, int i) {
    return i < tokens.size()
        && tokens.get(i).name() == null
        && (tokens.get(i).isNumeral() || NUMBERS.contains(tokens.get(i).word()));
  }
}
