package org.crcgraph.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds organisations that no list knows by what stands beside them: another company in the same
 * list ("Fernhill, Capwell and Mission Larch"), or a noun that says what they are ("the charity
 * Larchlight", "Larchlight, a housing charity").
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

  /** A name found: words {@code from} to {@code to}, end exclusive. */
  record Found(int from, int to) {}

  private final Words words;
  private final NameTrie trie;
  private final Set<String> nouns;
  private final boolean[] taken;
  private final boolean[] company;
  private final List<Found> found = new ArrayList<>();

  /**
   * Prepares the search in a block.
   *
   * @param taken for each word, whether it belongs to a name already
   * @param company for each word, whether that name is a company's, an owner's or a supplier's
   * @param nouns the words that say what an organisation is
   */
  NamesInContext(
      Words words, NameTrie trie, Set<String> nouns, boolean[] taken, boolean[] company) {
    this.words = words;
    this.trie = trie;
    this.nouns = nouns;
    this.taken = taken;
    this.company = company;
  }

  /** The names, in order. */
  List<Found> find() {
    int i = 0;
    while (i < words.count()) {
      int to = run(i);
      if (to > i && (named(i) || described(to) || listed(i, to))) {
        found.add(new Found(i, to));
        for (int k = i; k < to; k++) {
          taken[k] = true;
          company[k] = true;
        }
      }
      i = Math.max(i + 1, to);
    }
    return found;
  }

  /** Where the run of capitalised words ends that begins here and can be a name. */
  private int run(int i) {
    if (taken[i] || !words.capital(i) || words.hyphen(i)) {
      return i;
    }
    if (i > 0 && words.gap(i) == Words.JOINED && words.capital(i - 1) && !taken[i - 1]) {
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
    boolean goesOn =
        to < words.count()
            && words.gap(to) == Words.JOINED
            && !words.is(to, ",")
            && !words.is(to, "&")
            && !AFTER_NAME.contains(words.string(to));
    boolean opensPlain = words.gap(i) == Words.OPENING && trie.is(words.token(i), NameTrie.ENGLISH);
    return tooLong || acronym || goesOn || opensPlain || !telling ? i : to;
  }

  /** "the charity Larchlight". */
  private boolean named(int i) {
    return i > 0 && words.gap(i) == Words.JOINED && nouns.contains(words.string(i - 1));
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
        return nouns.contains(words.string(k));
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
      while (item >= 0 && isLink(item)) {
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
      while (item < words.count() && isLink(item)) {
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
