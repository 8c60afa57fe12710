package org.crcgraph.extract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.crcgraph.lexicon.Lexicon;

/**
 * Finds organisations that no list knows by what stands beside them: another company in the same
 * list ("Fernhill, Capwell and Mission Larch"), a noun that says what they are ("the charity
 * Larchlight", "Larchlight, a housing charity", "a firm called Larchlight"), or a place in the
 * sentence that only an organisation takes ("run by Larchlight", "bought from Larchlight",
 * "Larchlight, which provides mentors").
 */
final class NamesInContext {
  private static final int LONGEST = 4;

  /** Words between "a" and the noun in an apposition. */
  private static final int DESCRIPTION = 5;

  private static final Set<String> ARTICLES = Set.of("a", "an", "the", "another");

  /** What may follow a name; a noun would make it part of something else. */
  private static final Set<String> AFTER_NAME =
      Set.of(
          "and", "or", "to", "which", "who", "that", "in", "for", "with", "by", "has", "have", "is",
          "are", "was", "were", "will", "would", "on", "at", "from", "as", "but", "of", "had",
          "based", "both");

  /** What a name may hold between capitalised words where the place says that it is one. */
  private static final Set<String> INNER = Set.of("of", "for", "in", "the");

  /** How many words before "to" the verb of subcontracting may stand. */
  private static final int OBJECT = 12;

  private static final Set<String> BOUGHT =
      Set.of(
          "bought",
          "commissioned",
          "purchased",
          "sourced",
          "hired",
          "bought in",
          "procured",
          "subcontracted",
          "leased",
          "rented",
          "obtained");

  /** "analysts at Larchlight": people by their trade, whose employer a name after "at" is. */
  private static final Set<String> TRADES =
      Set.of("analysts", "analyst", "economists", "economist", "consultants", "lawyers");

  /** "Larchlight told us that": what only somebody does; persons are found by their form. */
  private static final Set<String> SPEAKING =
      Set.of("told", "tells", "informed", "says", "said", "reported", "claims", "claimed");

  private static final Set<String> SUBLET =
      Set.of(
          "refer",
          "refers",
          "referred",
          "subcontract",
          "subcontracts",
          "subcontracted",
          "subcontracting",
          "contracted",
          "sublet",
          "outsourced",
          "outsources",
          "outsourcing",
          "farmed");

  /** What an organisation of one unknown word does: a person would be found by the form. */
  private static final Set<String> PROVIDES =
      Set.of("provides", "delivers", "supplies", "offers", "operates");

  private static final Set<String> AGREEMENTS =
      Set.of("partnership", "contract", "agreement", "contracts", "subcontract", "deal", "partner");

  private static final Set<String> HELPERS =
      Set.of(
          "has",
          "have",
          "had",
          "will",
          "is",
          "was",
          "were",
          "are",
          "been",
          "to",
          "also",
          "now",
          "currently",
          "already",
          "would",
          "itself",
          "still",
          "once",
          "previously");

  /** A name found: words {@code from} to {@code to}, end exclusive. */
  record Found(int from, int to) {}

  private final Words words;
  private final NameTrie trie;
  private final Lists lists;
  private final boolean[] taken;
  private final boolean[] company;
  private final boolean[] place;
  private final List<Found> found = new ArrayList<>();

  /** Where the last name ended that stands in a list after "the charities", or -1. */
  private int several = -1;

  /**
   * The words that tell an organisation.
   *
   * @param nouns what an organisation is: "charity"
   * @param plurals what several are: "charities"
   * @param serving verbs of delivering a service
   */
  record Lists(Set<String> nouns, Set<String> plurals, Set<String> serving) {
    Lists {
      nouns = Set.copyOf(nouns);
      plurals = Set.copyOf(plurals);
      serving = Set.copyOf(serving);
    }

    /** The lists of the lexicon. */
    static Lists of(Lexicon lexicon) {
      Set<String> nouns = lexicon.words("organisation-nouns");
      Set<String> plurals = new HashSet<>();
      for (String noun : nouns) {
        plurals.add(noun.endsWith("y") ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s");
      }
      Set<String> serving = new HashSet<>(lexicon.words("serving"));
      serving.addAll(lexicon.words("serving-for"));
      return new Lists(nouns, plurals, serving);
    }
  }

  /**
   * Prepares the search in a block.
   *
   * @param taken for each word, whether it belongs to a name already
   * @param company for each word, whether that name is a company's, an owner's or a supplier's
   * @param place for each word, whether that name is a place's, with which a longer name may begin
   * @param lists the words that say what an organisation is or does
   */
  NamesInContext(
      Words words,
      NameTrie trie,
      Lists lists,
      boolean[] taken,
      boolean[] company,
      boolean[] place) {
    this.words = words;
    this.trie = trie;
    this.lists = lists;
    this.taken = taken;
    this.company = company;
    this.place = place;
  }

  /** The names, in order. */
  List<Found> find() {
    int i = 0;
    while (i < words.count()) {
      int to = run(i);
      if (to > i && isOrganisation(i, to)) {
        take(i, to);
      } else {
        int whole = slotted(i);
        if (whole > i) {
          take(i, whole);
          to = whole;
        }
      }
      i = Math.max(i + 1, to);
    }
    return found;
  }

  private void take(int from, int to) {
    found.add(new Found(from, to));
    for (int k = from; k < to; k++) {
      taken[k] = true;
      company[k] = true;
    }
    if (isSeveral(from)) {
      several = to;
    }
  }

  private boolean isOrganisation(int from, int to) {
    boolean goesOn = goesOn(to);
    if (named(from) || isSeveral(from)) {
      return true;
    }
    return !goesOn && (described(to) || listed(from, to));
  }

  /** Whether the word after a run makes it part of something else. */
  private boolean goesOn(int to) {
    return to < words.count()
        && words.gap(to) == Words.JOINED
        && !words.is(to, ",")
        && !words.is(to, "&")
        && !mayFollow(to);
  }

  private boolean mayFollow(int i) {
    String word = words.string(i);
    return AFTER_NAME.contains(word)
        || Grammar.isPreposition(word)
        || Grammar.isSubordinator(word)
        || Grammar.isFinite(word)
        || Grammar.isFiller(word)
        || Grammar.isPastForm(word)
        || (word.equals("s") && isApostrophe(words.between(i)));
  }

  private static boolean isApostrophe(char c) {
    return c == '\'' || c == '’';
  }

  /** Where the run of capitalised words ends that begins here and can be a name. */
  private int run(int i) {
    if (taken[i] || !words.capital(i) || words.hyphen(i)) {
      return i;
    }
    if (i > 0 && words.gap(i) == Words.JOINED && words.capital(i - 1) && !taken[i - 1]) {
      return i;
    }
    if (words.is(i, "Our") || words.is(i, "Its") || words.is(i, "Their")) {
      return i;
    }
    int to = i;
    boolean telling = false;
    while (to < words.count()
        && !taken[to]
        && words.capital(to)
        && (to == i || words.gap(to) == Words.JOINED)) {
      int token = words.token(to);
      if (trie.is(token, NameTrie.POST_HEAD | NameTrie.HONORIFIC)) {
        return i;
      }
      telling |= token == NameTrie.NONE || (to > i && !words.is(i, "The"));
      to++;
    }
    boolean tooLong = to - i > LONGEST;
    boolean acronym = to == i + 1 && (words.shape(i) == Words.UPPER || words.length(i) < 3);
    boolean opensPlain = words.gap(i) == Words.OPENING && trie.is(words.token(i), NameTrie.ENGLISH);
    return tooLong || acronym || opensPlain || !telling ? i : to;
  }

  /**
   * Where a name ends that begins here and stands in a place for organisations, or its own
   * beginning. Such a name may begin with a place ("Anyshire Pathways") and have small words inside
   * ("Women’s Aid", "Friends of Larchlight").
   */
  private int slotted(int i) {
    boolean placed = taken[i] && place[i];
    if ((taken[i] && !placed)
        || !words.capital(i)
        || words.hyphen(i)
        || (i > 0 && words.gap(i) == Words.JOINED && words.capital(i - 1) && !isLink(i - 1))) {
      return i;
    }
    int to = i;
    boolean own = false;
    boolean telling = false;
    int capitals = 0;
    while (to < words.count() && (to == i || words.gap(to) == Words.JOINED)) {
      int inner = to;
      while (inner > i
          && inner - to < 2
          && inner + 1 < words.count()
          && words.gap(inner + 1) == Words.JOINED
          && (isInner(inner) || (words.is(inner, "s") && isApostrophe(words.between(inner))))) {
        inner++;
      }
      if (inner > to && (taken[inner] || !words.capital(inner))) {
        break;
      }
      to = inner;
      if (!words.capital(to) || (taken[to] && !place[to])) {
        break;
      }
      int token = words.token(to);
      if (trie.is(token, NameTrie.POST_HEAD | NameTrie.HONORIFIC) || isPosts(to)) {
        return i;
      }
      own |= !taken[to];
      telling |= token == NameTrie.NONE && !taken[to];
      capitals++;
      to++;
    }
    boolean acronym = capitals == 1 && (words.shape(i) == Words.UPPER || words.length(i) < 3);
    // A person's name of two words is taken already.
    boolean person = capitals == 1 && trie.is(words.token(i), NameTrie.FORENAME);
    if (!own || acronym || person || capitals > LONGEST + 1 || (capitals == 1 && !telling)) {
      return i;
    }
    boolean opens = words.gap(i) == Words.OPENING;
    boolean serves = servesAfter(to, capitals > 1 && !words.is(i, "The"), capitals == 1 && telling);
    boolean named = isServing(i) || (placed && capitals > 1 && isItem(i, to));
    boolean served = !opens && !goesOn(to) && named;
    return served || serves ? to : i;
  }

  /** "in" is part of a name before "the" only: "Business in the Community", not "Larch in May". */
  private boolean isInner(int i) {
    return INNER.contains(words.string(i)) && (!words.is(i, "in") || words.is(i + 1, "the"));
  }

  /** "Managers": the plural of a post. */
  private boolean isPosts(int i) {
    String word = words.string(i);
    return word.endsWith("s")
        && trie.is(trie.find(word.substring(0, word.length() - 1)), NameTrie.POST_HEAD);
  }

  /** "run by", "bought from", "subcontracted to", "a partnership with" before a name. */
  private boolean isServing(int i) {
    int at = words.is(i - 1, "the") ? i - 2 : i - 1;
    if (at < 1 || words.gap(at + 1) != Words.JOINED || words.gap(at) != Words.JOINED) {
      return false;
    }
    String verb = words.string(at - 1);
    return switch (words.string(at)) {
      case "by" ->
          (lists.serving().contains(verb) && (verb.endsWith("ed") || verb.equals("run")))
              || (verb.equals("support") && words.is(at - 2, "offered"));
      case "from" ->
          BOUGHT.contains(verb)
              || (verb.equals("in") && at > 1 && BOUGHT.contains(words.string(at - 2)));
      case "with" -> AGREEMENTS.contains(verb);
      case "at" -> TRADES.contains(verb);
      case "to" -> {
        for (int k = at - 1; k >= Math.max(0, at - OBJECT); k--) {
          if (SUBLET.contains(words.string(k))) {
            yield true;
          }
          if (words.gap(k) != Words.JOINED) {
            yield false;
          }
        }
        yield false;
      }
      default -> false;
    };
  }

  /** ", which provides", "will deliver": a verb of serving after a name. */
  private boolean servesAfter(int to, boolean wordy, boolean plainly) {
    int k = to;
    boolean relative = words.is(k, ",") && k + 1 < words.count() && words.is(k + 1, "which");
    if (relative) {
      k += 2;
    } else if (!wordy && !plainly) {
      return false;
    }
    boolean helped = false;
    while (k < words.count() && k - to < 6 && words.gap(k) == Words.JOINED && isHelper(k)) {
      helped = true;
      k++;
    }
    if (k >= words.count() || words.gap(k) != Words.JOINED) {
      return false;
    }
    String verb = words.string(k);
    if (k == to && !relative && plainly) {
      return PROVIDES.contains(verb);
    }
    return (lists.serving().contains(verb) && (relative || helped || isSingular(verb)))
        || (relative && SPEAKING.contains(verb));
  }

  private boolean isHelper(int k) {
    return HELPERS.contains(words.string(k));
  }

  /** "provides": one organisation does it; "managers provide" does not tell of one. */
  private static boolean isSingular(String verb) {
    return verb.endsWith("s") && !verb.equals("services");
  }

  /** "the charity Larchlight", "a firm called Larchlight". */
  private boolean named(int i) {
    if (i == 0 || words.gap(i) != Words.JOINED) {
      return false;
    }
    if (lists.nouns().contains(words.string(i - 1))) {
      return true;
    }
    int called =
        words.is(i - 1, "called")
            ? i - 2
            : words.is(i - 1, "as") && words.is(i - 2, "known") ? i - 3 : -1;
    return called >= 0
        && words.gap(i - 1) == Words.JOINED
        && lists.nouns().contains(words.string(called));
  }

  /** "the charities Larchlight and Capwell". */
  private boolean isSeveral(int i) {
    if (i == 0 || words.gap(i) != Words.JOINED) {
      return false;
    }
    int before = i - 1;
    while (before > 0 && (isLink(before) || words.is(before, "the"))) {
      before--;
    }
    boolean first = before == i - 1 && lists.plurals().contains(words.string(before));
    return first || (before < i - 1 && before + 1 == several);
  }

  /** "Larchlight, a housing charity". */
  private boolean described(int to) {
    if (!words.is(to, ",") || to + 2 >= words.count() || !ARTICLES.contains(words.string(to + 1))) {
      return false;
    }
    for (int k = to + 2; k < Math.min(words.count(), to + 2 + DESCRIPTION); k++) {
      if (words.gap(k) != Words.JOINED || words.is(k, ",")) {
        return false;
      }
      boolean ends =
          k + 1 >= words.count()
              || words.gap(k + 1) != Words.JOINED
              || words.is(k + 1, ",")
              || AFTER_NAME.contains(words.string(k + 1));
      if (ends) {
        return lists.nouns().contains(words.string(k));
      }
    }
    return false;
  }

  /** "Fernhill, Capwell and Mission Larch": in a list of three or more with a company in it. */
  private boolean listed(int from, int to) {
    boolean fieldOfPost =
        from > 1 && words.is(from - 1, "of") && trie.is(words.token(from - 2), NameTrie.POST_HEAD);
    return !fieldOfPost && isItem(from, to);
  }

  private boolean isItem(int from, int to) {
    return before(from, 2) || after(to, 2) || (before(from, 1) && after(to, 1));
  }

  /** Whether a company stands before in the list, so many separators of which one is a comma. */
  private boolean before(int from, int separators) {
    int i = from - 1;
    boolean comma = false;
    for (int n = 0; n < separators; n++) {
      int item = i;
      while (item >= 0
          && (isLink(item) || (words.is(item, "the") && item > 0 && isLink(item - 1)))) {
        comma |= words.is(item, ",");
        item--;
      }
      if (item == i || item < 0 || !words.capital(item)) {
        return false;
      }
      if (company[item] && comma) {
        return true;
      }
      while (item >= 0 && words.capital(item) && !isLink(item)) {
        item--;
      }
      i = item;
    }
    return false;
  }

  /** Whether a company stands after in the list, so many separators of which one is a comma. */
  private boolean after(int to, int separators) {
    int i = to;
    boolean comma = false;
    for (int n = 0; n < separators; n++) {
      int item = i;
      while (item < words.count()
          && (isLink(item) || (item > to && words.is(item, "the") && isLink(item - 1)))) {
        comma |= words.is(item, ",");
        item++;
      }
      if (item == i || item >= words.count() || !words.capital(item)) {
        return false;
      }
      if (company[item] && comma) {
        return true;
      }
      while (item < words.count() && words.capital(item) && !isLink(item)) {
        item++;
      }
      i = item;
    }
    return false;
  }

  private boolean isLink(int i) {
    return words.gap(i) == Words.JOINED
        && (words.is(i, ",") || words.is(i, "and") || words.is(i, "&"));
  }
}
