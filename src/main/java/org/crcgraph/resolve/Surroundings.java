package org.crcgraph.resolve;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.crcgraph.lexicon.Lexicon;
import org.crcgraph.model.EntityKind;
import org.crcgraph.model.TextRange;

/** What the words beside a name say of it. */
final class Surroundings {
  private static final Set<String> BEFORE_PLACE =
      Set.of(
          "in",
          "at",
          "from",
          "to",
          "near",
          "around",
          "across",
          "throughout",
          "outside",
          "between",
          "In",
          "At",
          "From",
          "Across",
          "Throughout",
          "towards",
          "for",
          "of",
          "covering",
          "covers",
          "over",
          "within",
          "and");

  private static final Set<String> BEFORE_PUBLICATION =
      Set.of(
          "the",
          "The",
          "in",
          "In",
          "from",
          "From",
          "by",
          "todays",
          "today's",
          "today’s",
          "yesterday's",
          "yesterday’s",
          "yesterdays",
          "to",
          "week's",
          "week’s",
          "Today's",
          "Yesterday's",
          "Sunday's",
          "Saturday's",
          "told",
          "on");

  private static final Set<String> AFTER_PUBLICATION =
      Set.of(
          "newspaper",
          "reports",
          "reported",
          "reporter",
          "understands",
          "article",
          "editorial",
          "online",
          "journalist",
          "magazine",
          "website",
          "says",
          "said",
          "revealed",
          "programme",
          "correspondent",
          "headline",
          "columnist",
          "letters");

  private static final Set<String> AFTER_SPEAKER =
      Set.of(
          "said",
          "says",
          "told",
          "added",
          "warned",
          "called",
          "welcomed",
          "believes",
          "general",
          "national",
          "regional",
          "chief",
          "director",
          "spokesman",
          "spokeswoman",
          "spokesperson",
          "officer",
          "members",
          "officials");

  private static final Set<String> BEFORE_WORD =
      Set.of(
          "in", "In", "by", "By", "since", "until", "on", "last", "next", "early", "late", "mid",
          "during", "of", "this", "the", "a", "an", "each", "every", "from", "1", "2");

  private static final Set<String> DETERMINERS =
      Set.of(
          "the", "The", "this", "This", "that", "That", "its", "Its", "each", "one", "neither",
          "Neither", "either");

  /** Words that open a sentence or phrase, whose capital makes no name of them. */
  private static final Set<String> OPENERS =
      Set.of(
          "The",
          "A",
          "An",
          "This",
          "That",
          "These",
          "Those",
          "Our",
          "Its",
          "Their",
          "His",
          "Her",
          "And",
          "But",
          "Or",
          "Both",
          "While",
          "When",
          "As",
          "With",
          "By",
          "For",
          "From",
          "At",
          "In",
          "On",
          "To",
          "Of",
          "After",
          "Before",
          "Since",
          "Under",
          "Like",
          "If",
          "Even",
          "Only",
          "Not",
          "So",
          "Now",
          "Then",
          "Meanwhile",
          "Although",
          "Though",
          "Because",
          "Is",
          "Are",
          "Was",
          "Were",
          "Will",
          "Can",
          "Does",
          "Did",
          "Do",
          "Has",
          "Have");

  /** "Shelter have left": one thing's name with a verb in the plural is many people's. */
  private static final Set<String> PLURAL_VERBS = Set.of("have", "are", "were", "do");

  /** "Shelter runs the desk": what an organisation does and a thing of that name does not. */
  private static final Set<String> AFTER_AGENT =
      Set.of(
          "has",
          "had",
          "will",
          "runs",
          "ran",
          "tells",
          "provides",
          "provided",
          "delivers",
          "delivered",
          "hosts",
          "offers",
          "employs",
          "supplies",
          "withdrew",
          "won",
          "lost",
          "pulled",
          "joined",
          "refused",
          "declined",
          "wants",
          "reckons",
          "reports",
          "reported",
          "describes",
          "described",
          "argues",
          "argued",
          "complained",
          "took",
          "holds",
          "helps");

  private static final List<String> AFTER_INSPECTED =
      List.of(
          " was inspected",
          " was rated",
          " is rated",
          " were inspected",
          ", owned by",
          ", run by",
          ", which is owned by");

  private static final Set<String> AFTER_PUBLICATION_HAS = Set.of("learned", "learnt", "seen");

  /** What a place stands before when it opens a sentence ("Hull probation officers"). */
  private static final Set<String> AFTER_PLACE =
      Set.of(
          "probation",
          "prison",
          "prisons",
          "police",
          "council",
          "councillors",
          "courts",
          "court",
          "office",
          "offices",
          "staff",
          "residents",
          "magistrates",
          "officers",
          "branch",
          "jail",
          "MP",
          "CRC",
          "NPS",
          "people",
          "region",
          "area",
          "charity",
          "firm",
          "company",
          "youth",
          "depot",
          "hostel",
          "headquarters",
          "based");

  private static final Set<String> AFTER_EMPLOYER =
      Set.of("staff", "managers", "management", "employees", "workers", "members", "colleagues");

  /** Words that go on after a noun phrase, so that the noun before is its last word. */
  private static final Set<String> GOES_ON =
      Set.of(
          "is", "was", "has", "had", "will", "would", "could", "should", "may", "might", "can",
          "must", "did", "does", "do", "and", "or", "but", "to", "in", "of", "for", "on", "at",
          "with", "by", "that", "which", "who", "whose", "as", "from", "than", "so", "because",
          "when", "where", "while", "if", "said", "says", "saw", "found", "find", "not", "itself",
          "are", "were", "have", "also", "then", "now", "about", "into", "under", "over", "before",
          "after", "since", "until", "without", "within", "gave", "made", "took", "needs", "plans",
          "faced", "came", "went", "kept", "ran", "runs", "lost", "began", "told", "still", "never",
          "always", "too", "yet", "only", "alone", "they", "we", "it", "he", "she");

  private final Set<String> honorifics;
  private final Set<String> english;

  Surroundings(Lexicon lexicon) {
    honorifics = lexicon.words("honorifics");
    english = lexicon.words("english");
  }

  /** Whether an ordinary word is a name of this kind here. */
  boolean support(String text, TextRange range, EntityKind kind) {
    String before = wordBefore(text, range.from());
    String after = wordAfter(text, range.to());
    boolean opens = opensSentence(text, range.from());
    boolean partOfMore = !after.isEmpty() && Character.isUpperCase(after.charAt(0));
    boolean acronym = capitals(text, range) >= 2;
    return switch (kind) {
      case PUBLICATION -> {
        boolean article = text.startsWith("The ", range.from());
        if (AFTER_PUBLICATION.contains(after) || hasLearned(text, range.to(), after)) {
          yield true;
        }
        yield !partOfMore
            && (article
                ? !opens || endsLine(text, range.to())
                : BEFORE_PUBLICATION.contains(before))
            && !(opens && !article);
      }
      case AREA ->
          AFTER_PLACE.contains(after)
              || (!partOfMore && (BEFORE_PLACE.contains(before) || (isCapital(before) && !opens)));
      case PERSON -> !opens && !partOfMore && !isCapital(before);
      default ->
          acronym
              || (!opens && !partOfMore && !isCapital(before))
              || (opens
                  && (AFTER_SPEAKER.contains(after)
                      || PLURAL_VERBS.contains(after)
                      || (kind.isOrganisation() && AFTER_AGENT.contains(after))
                      || text.startsWith(", which ", range.to())
                      || isOwner(text, range.to())
                      || (kind.isOrganisation()
                          && !partOfMore
                          && (isCommissioned(text, range.to()) || isTitle(text, range)))));
    };
  }

  /** ", commissioned by", ", a charity": what is said of an organisation only. */
  private static boolean isCommissioned(String text, int to) {
    return AFTER_ORGANISATION.stream().anyMatch(words -> text.startsWith(words, to));
  }

  private static final List<String> AFTER_ORGANISATION =
      List.of(
          ", commissioned by ",
          ", funded by ",
          ", subcontracted by ",
          ", contracted by ",
          ", paid by ",
          ", a charity ",
          ", the charity ",
          ", a national charity ",
          " is funded by ",
          " was funded by ",
          " is commissioned by ",
          " was commissioned by ");

  /** "Larch Voice has", "Larch Voice, …": a phrase with every word in capitals, and no heading. */
  private static boolean isTitle(String text, TextRange range) {
    int space = text.indexOf(' ', range.from());
    if (space < 0 || space >= range.to() || !Character.isUpperCase(text.charAt(space + 1))) {
      return false;
    }
    boolean goesOn =
        text.startsWith(",", range.to())
            || text.startsWith("’s ", range.to())
            || text.startsWith("'s ", range.to());
    String after = wordAfter(text, range.to());
    return goesOn || (!after.isEmpty() && Character.isLowerCase(after.charAt(0)));
  }

  /** "Third Sector has learned". */
  private static boolean hasLearned(String text, int to, String after) {
    if (!after.equals("has") && !after.equals("can")) {
      return false;
    }
    String verb = wordAfter(text, text.indexOf(after, to) + after.length());
    return AFTER_PUBLICATION_HAS.contains(verb) || verb.equals("reveal");
  }

  /**
   * "The report on Anyshire", "Anyshire was inspected", "Anyshire, owned by": no place is meant.
   */
  boolean isInspected(String text, TextRange range) {
    String before = text.substring(Math.max(0, range.from() - 16), range.from());
    return before.endsWith("report on ")
        || before.endsWith("reports on ")
        || before.endsWith("inspection of ")
        || before.endsWith("inspections of ")
        || AFTER_INSPECTED.stream().anyMatch(words -> text.startsWith(words, range.to()));
  }

  /** Whether "in", "across" or the like stands directly before. */
  boolean isWithin(String text, TextRange range) {
    return switch (wordBefore(text, range.from()).toLowerCase(Locale.ROOT)) {
      case "in",
          "across",
          "throughout",
          "around",
          "within",
          "from",
          "to",
          "outside",
          "covering",
          "covers",
          "of" ->
          true;
      default -> false;
    };
  }

  /** Whether "the" stands directly before. */
  boolean hasArticle(String text, TextRange range) {
    return wordBefore(text, range.from()).equalsIgnoreCase("the");
  }

  /** Whether "any", "a", "no" or the like stands before: one of many, whichever. */
  boolean isAnyOne(String text, TextRange range) {
    return switch (wordBefore(text, range.from())) {
      case "any", "Any", "every", "Every", "no", "No", "another", "Another", "which" -> true;
      default -> false;
    };
  }

  /** Whether the name begins with a capital letter. */
  boolean isCapitalised(String text, TextRange range) {
    return Character.isUpperCase(text.charAt(range.from()));
  }

  /** Whether the name is of an employer here ("Anyshire staff"). */
  boolean isEmployer(String text, TextRange range) {
    return AFTER_EMPLOYER.contains(wordAfter(text, range.to()));
  }

  /** Whether no further noun follows that the name would only modify ("CRC contracts"). */
  boolean endsPhrase(String text, int to) {
    String after = wordAfter(text, to);
    return after.isEmpty() || GOES_ON.contains(after);
  }

  /** Whether a verb in the past tense follows. */
  boolean beforeVerb(String text, int to) {
    return wordAfter(text, to).endsWith("ed");
  }

  /** Whether a surname that is a word as well ("May") is that word here. */
  boolean isOrdinary(String text, TextRange range, String word) {
    if (!english.contains(word.toLowerCase(Locale.ROOT))) {
      return false;
    }
    String after = wordAfter(text, range.to());
    String before = wordBefore(text, range.from());
    return BEFORE_WORD.contains(before)
        || (!before.isEmpty() && Character.isDigit(before.charAt(0)))
        || (!after.isEmpty() && Character.isDigit(after.charAt(0)))
        || (opensSentence(text, range.from())
            && !AFTER_SPEAKER.contains(after)
            && !GOES_ON.contains(after)
            && !after.endsWith("ed")
            && !isOwner(text, range.to()));
  }

  /** Whether a preposition of place stands before the name. */
  boolean isPlace(String text, TextRange range) {
    String before = wordBefore(text, range.from());
    return !before.equals("for")
        && !before.equals("of")
        && !before.equals("and")
        && BEFORE_PLACE.contains(before);
  }

  /** Whether "the", "this" or the like stands before the name. */
  boolean hasDeterminer(String text, TextRange range) {
    return DETERMINERS.contains(wordBefore(text, range.from()));
  }

  /** "Mr", "Dame" or the like before the name, or empty. */
  String honorific(String text, TextRange range) {
    String before = wordBefore(text, range.from());
    return honorifics.contains(before) ? before : "";
  }

  /** "Shelter's Jo Bloggs": what follows the possessive is a name. */
  private static boolean isOwner(String text, int to) {
    return to + 3 < text.length()
        && (text.charAt(to) == '\'' || text.charAt(to) == '’')
        && text.charAt(to + 1) == 's'
        && text.charAt(to + 2) == ' '
        && Character.isUpperCase(text.charAt(to + 3));
  }

  private static int capitals(String text, TextRange range) {
    int capitals = 0;
    for (int i = range.from(); i < range.to() && text.charAt(i) != ' '; i++) {
      capitals += Character.isUpperCase(text.charAt(i)) ? 1 : 0;
    }
    return capitals;
  }

  /** Whether a word may be part of a longer name; what is owned ("Bloggs's") ends one. */
  private static boolean isCapital(String word) {
    return !word.isEmpty()
        && Character.isUpperCase(word.charAt(0))
        && !OPENERS.contains(word)
        && !word.endsWith("'s")
        && !word.endsWith("’s");
  }

  private static boolean endsLine(String text, int at) {
    int i = at;
    while (i < text.length()
        && (text.charAt(i) == ':' || text.charAt(i) == '-' || text.charAt(i) == ' ')) {
      i++;
    }
    return i == text.length() || text.charAt(i) == '\n';
  }

  private static String wordBefore(String text, int from) {
    int end = from;
    while (end > 0 && text.charAt(end - 1) == ' ') {
      end--;
    }
    if (end > 1 && text.charAt(end - 1) == '.' && "dyepl".indexOf(text.charAt(end - 2)) < 0) {
      // "Mr. Smith", but not "my Lady. As"
      end--;
    }
    int start = end;
    while (start > 0
        && (Character.isLetterOrDigit(text.charAt(start - 1))
            || text.charAt(start - 1) == '\''
            || text.charAt(start - 1) == '’')) {
      start--;
    }
    return text.substring(start, end);
  }

  private static String wordAfter(String text, int to) {
    int start = to;
    while (start < text.length() && text.charAt(start) == ' ') {
      start++;
    }
    if (start == to) {
      return "";
    }
    int end = start;
    while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
      end++;
    }
    return text.substring(start, end);
  }

  private static boolean opensSentence(String text, int from) {
    int i = from - 1;
    while (i >= 0
        && (text.charAt(i) == ' '
            || text.charAt(i) == '“'
            || text.charAt(i) == '"'
            || text.charAt(i) == '‘')) {
      i--;
    }
    return i < 0 || ".!?:\n•*".indexOf(text.charAt(i)) >= 0;
  }
}
