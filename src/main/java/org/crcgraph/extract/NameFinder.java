package org.crcgraph.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.crcgraph.lexicon.Lexicon;
import org.crcgraph.lexicon.NameForms;
import org.crcgraph.model.Document;
import org.crcgraph.model.Entity;
import org.crcgraph.model.EntityKind;
import org.crcgraph.model.EntityRef;
import org.crcgraph.model.NameMatch;
import org.crcgraph.model.TextRange;
import org.jspecify.annotations.Nullable;

/**
 * Finds names: those that registers and lexicon know, the longest at each place, spelt as known or
 * nearly so; persons, organisations and newspapers by their form; and forenames and surnames alone
 * of persons whom the document or the lexicon has in full.
 */
public final class NameFinder {
  private static final Set<String> LEGAL_SUFFIXES =
      Set.of("Limited", "Ltd", "plc", "PLC", "Plc", "LLP", "CIC", "Inc");
  private static final Set<String> COMPASS = Set.of("North", "South", "East", "West", "Central");
  private static final Set<String> DIRECTIONS =
      Set.of(
          "North",
          "South",
          "East",
          "West",
          "Mid",
          "Central",
          "Inner",
          "Northern",
          "Southern",
          "Eastern",
          "Western");
  private static final int LONGEST_PERSON = 5;
  private static final int LONGEST_ORGANISATION = 9;

  /** So many characters of blocks are remembered, twice: about 8 MB with the names in them. */
  private static final int MOST_REMEMBERED = 1 << 19;

  /** In a block shorter than this names are found as fast as they are looked up. */
  private static final int WORTH_REMEMBERING = 24;

  private final NameTrie trie = new NameTrie();
  private final Spelling spelling;
  private final Set<String> commonNames = new HashSet<>();
  private final Set<String> notSurnames;
  private final Map<String, EntityKind> organisationHeads = new HashMap<>();
  private final Set<String> newspaperHeads;
  private final NamesInContext.Lists organisationWords;
  private final Set<String> parties;
  private final Map<String, List<Entity>> bySurname = new HashMap<>();
  private final Map<String, List<Entity>> byForename = new HashMap<>();

  /**
   * What blocks hold that were read before. Each thread has its own, and no thread waits for
   * another.
   */
  private final ThreadLocal<TextMemo<Held>> memos =
      ThreadLocal.withInitial(() -> new TextMemo<>(MOST_REMEMBERED));

  /** Prepares the lexicon's names for look-up. */
  public NameFinder(Lexicon lexicon) {
    lexicon.words("english").forEach(word -> trie.add(word, NameTrie.ENGLISH));
    lexicon.words("forenames").forEach(word -> trie.add(word, NameTrie.FORENAME));
    lexicon.words("honorifics").forEach(word -> trie.add(word, NameTrie.HONORIFIC));
    lexicon.words("post-heads").forEach(word -> trie.add(word, NameTrie.POST_HEAD));
    lexicon.words("common-names").forEach(name -> commonNames.add(name.toLowerCase(Locale.ROOT)));
    notSurnames = lexicon.words("not-surnames");
    notSurnames.forEach(word -> trie.add(word, NameTrie.NOT_SURNAME));
    newspaperHeads = lexicon.words("newspaper-heads");
    organisationWords = NamesInContext.Lists.of(lexicon);
    parties = lexicon.words("parties");
    for (String line : lexicon.words("organisation-heads")) {
      String[] cells = line.split(" ", 2);
      organisationHeads.put(cells[0], EntityKind.ofLabel(cells[1]).orElseThrow());
      trie.add(cells[0], NameTrie.ORGANISATION_HEAD);
    }
    for (Entity entity : lexicon.entities()) {
      for (String form : NameForms.of(entity)) {
        add(form, entity);
      }
    }
    spelling = new Spelling(trie);
  }

  private void add(String form, Entity entity) {
    List<String> tokens = tokens(form);
    if (tokens.isEmpty()) {
      return;
    }
    trie.put(tokens, form, entity, isCommon(form, tokens, entity));
    if (entity.kind() == EntityKind.PERSON && tokens.size() > 1) {
      String surname = tokens.get(tokens.size() - 1);
      trie.add(surname, NameTrie.SURNAME);
      put(bySurname, surname, entity);
      if (!trie.is(trie.find(tokens.get(0)), NameTrie.HONORIFIC)) {
        trie.add(tokens.get(0), NameTrie.KNOWN_FORENAME);
        put(byForename, tokens.get(0), entity);
      }
    }
    if (tokens.size() == 2 && entity.kind() == EntityKind.PERSON) {
      // As in hashtags and hasty typing.
      trie.put(
          List.of(tokens.get(0) + tokens.get(1)), tokens.get(0) + tokens.get(1), entity, false);
    }
  }

  private static void put(Map<String, List<Entity>> index, String word, Entity entity) {
    List<Entity> entities =
        index.computeIfAbsent(word.toLowerCase(Locale.ROOT), key -> new ArrayList<>());
    if (!entities.contains(entity)) {
      entities.add(entity);
    }
  }

  private boolean isCommon(String form, List<String> tokens, Entity entity) {
    if (commonNames.contains(form.toLowerCase(Locale.ROOT))
        || (form.endsWith(" Probation") && entity.name().endsWith(" Probation Trust"))) {
      return true;
    }
    return tokens.size() == 1 && trie.is(trie.find(form), NameTrie.ENGLISH | NameTrie.FORENAME);
  }

  private List<String> tokens(String form) {
    Words words = new Words(trie, form);
    List<String> tokens = new ArrayList<>();
    for (int i = 0; i < words.count(); i++) {
      tokens.add(words.string(i).equals("&") ? "and" : words.string(i));
    }
    return tokens;
  }

  /** The names in a document's blocks, in order, none overlapping another. */
  public List<NameMatch> find(Document document, Vocabulary vocabulary) {
    Search search = new Search(vocabulary);
    TextMemo<Held> memo = memos.get();
    char[] text = vocabulary.characters();
    for (Document.Block block : document.layout().blocks()) {
      TextRange range = block.range();
      Held held = range.length() < WORTH_REMEMBERING ? null : memo.get(text, range);
      if (held == null) {
        Held found = search.block(range);
        if (range.length() >= WORTH_REMEMBERING) {
          memo.put(text, range, found);
        }
      } else {
        search.add(held, range.from());
      }
    }
    return search.finish();
  }

  /**
   * What a block holds, which depends on its characters alone: the document as a whole is looked at
   * when all blocks are read.
   *
   * @param from where the block began in the text in which this was found
   */
  private record Held(
      int from, List<NameMatch> matches, List<Lone> loneWords, List<Paper> papers) {}

  private static TextRange moved(TextRange range, int by) {
    return new TextRange(range.from() + by, range.to() + by);
  }

  /** One document's search. */
  private final class Search {
    private final Words words;
    private final List<NameMatch> matches = new ArrayList<>();
    private final List<Lone> loneWords = new ArrayList<>();
    private final List<Paper> papers = new ArrayList<>();
    private final Dictionary.Marks corrections;
    private boolean[] taken = {};
    private boolean[] company = {};
    private boolean[] place = {};
    private List<Entity> candidates = List.of();
    private NameMatch.Strength strength = NameMatch.Strength.FULL;

    Search(Vocabulary vocabulary) {
      words = new Words(trie, vocabulary);
      corrections = vocabulary.dictionary().marks(spelling, spelling::nearest);
    }

    /** Adds what a block held where it was read before. */
    void add(Held held, int from) {
      int by = from - held.from();
      for (NameMatch match : held.matches()) {
        matches.add(
            new NameMatch(
                moved(match.range(), by), match.candidates(), match.form(), match.strength()));
      }
      for (Lone lone : held.loneWords()) {
        loneWords.add(new Lone(moved(lone.range(), by), lone.word(), lone.titled()));
      }
      for (Paper paper : held.papers()) {
        papers.add(new Paper(moved(paper.range(), by), paper.words()));
      }
    }

    /** Reads a block. */
    Held block(TextRange range) {
      words.read(range);
      int papersBefore = papers.size();
      int lonesBefore = loneWords.size();
      taken = new boolean[words.count()];
      company = new boolean[words.count()];
      place = new boolean[words.count()];
      int before = matches.size();
      names();
      for (NamesInContext.Found found :
          new NamesInContext(words, trie, organisationWords, taken, company, place).find()) {
        TextRange whole = new TextRange(words.start(found.from()), words.end(found.to() - 1));
        matches.subList(before, matches.size()).removeIf(m -> whole.contains(m.range()));
        add(found.from(), found.to(), List.of(), EntityKind.COMPANY, NameMatch.Strength.FULL);
        TextRange name = matches.get(matches.size() - 1).range();
        loneWords
            .subList(lonesBefore, loneWords.size())
            .removeIf(lone -> name.contains(lone.range()));
      }
      return new Held(
          range.from(),
          List.copyOf(matches.subList(before, matches.size())),
          List.copyOf(loneWords.subList(lonesBefore, loneWords.size())),
          List.copyOf(papers.subList(papersBefore, papers.size())));
    }

    private void names() {
      int i = 0;
      while (i < words.count()) {
        if (!words.capital(i) && words.token(i) >= 0 && !words.begins(i)) {
          // Most words: they begin no name.
          i++;
          continue;
        }
        int end = known(i, words.count());
        if (words.is(end - 1, "Police") && words.is(end, "and") && words.is(end + 1, "Crime")) {
          // "Anyshire Police and Crime Commissioner"
          end = known(i, end - 1);
        }
        List<Entity> known = candidates;
        NameMatch.Strength knownStrength = strength;
        if (words.capital(i)) {
          int person = person(i);
          int organisation = organisation(i);
          if (person > end && person >= organisation) {
            int from = withoutHonorific(i);
            add(
                from,
                person,
                knownPersons(from, person),
                EntityKind.PERSON,
                NameMatch.Strength.FULL);
            i = constituency(person);
            continue;
          }
          int area = area(i);
          if (area > end && area > organisation) {
            add(i, area, List.of(), EntityKind.AREA, NameMatch.Strength.FULL);
            i = area;
            continue;
          }
          if (organisation > end) {
            add(
                i,
                organisation,
                List.of(),
                organisationKind(organisation),
                NameMatch.Strength.FULL);
            i = organisation;
            continue;
          }
        }
        if (end > i) {
          int from = known.get(0).kind() == EntityKind.PERSON ? withoutHonorific(i, end) : i;
          Entity company = anOrganisation(known);
          int whole = company == null ? end : wholeName(end, company.kind());
          if (company != null && whole > end) {
            known = List.of(company);
          }
          end = whole;
          if (words.is(end - 1, "Radio") && joined(end) && words.capital(end) && isArea(end)) {
            // "BBC Radio Anytown"
            add(from, end + 1, List.of(), EntityKind.PUBLICATION, NameMatch.Strength.FULL);
            i = end + 1;
            continue;
          }
          add(from, end, known, known.get(0).kind(), knownStrength);
          i = known.get(0).kind() == EntityKind.PERSON ? constituency(end) : end;
          continue;
        }
        if (introducedByForename(i)) {
          add(i, i + 1, List.of(), EntityKind.PERSON, NameMatch.Strength.FULL);
          i++;
          continue;
        }
        lone(i);
        i++;
      }
    }

    /** "Kit, 34, left prison", "Kit (not his real name)": somebody who has no other name here. */
    private boolean introducedByForename(int i) {
      if (!words.capital(i)
          || words.length(i) < 3
          || !trie.is(words.token(i), NameTrie.FORENAME)
          || (i > 0 && words.gap(i) == Words.JOINED && words.capital(i - 1))) {
        return false;
      }
      boolean aged =
          words.is(i + 1, ",")
              && i + 2 < words.count()
              && words.length(i + 2) == 2
              && Character.isDigit(words.string(i + 2).charAt(0))
              && Character.isDigit(words.string(i + 2).charAt(1))
              && (i + 3 >= words.count()
                  || words.gap(i + 3) != Words.JOINED
                  || words.is(i + 3, ",")
                  || words.is(i + 3, "from"));
      boolean renamed =
          words.is(i + 1, "not") && (words.is(i + 3, "real") || words.is(i + 2, "real"));
      boolean speaks =
          i > 0
              && words.gap(i) == Words.JOINED
              && (words.is(i - 1, "said") || words.is(i - 1, "says"))
              && (words.is(i + 1, ",") || i + 1 >= words.count() || !joined(i + 1));
      return aged || renamed || speaks;
    }

    /** "Dame Jo Bloggs": the persons whom the name after the honorific is known to mean. */
    private List<Entity> knownPersons(int from, int to) {
      boolean known = known(from, to) == to;
      return known
          ? candidates.stream().filter(entity -> entity.kind() == EntityKind.PERSON).toList()
          : List.of();
    }

    private void add(
        int from, int to, List<Entity> entities, EntityKind kind, NameMatch.Strength howStrong) {
      TextRange range = new TextRange(words.start(from), words.end(to - 1));
      EntityRef form =
          entities.isEmpty() ? EntityRef.found(spelt(from, to), kind) : entities.get(0).ref();
      matches.add(new NameMatch(range, entities, form, howStrong));
      boolean commercial =
          switch (form.kind()) {
            case COMPANY, OWNER, SUPPLIER -> true;
            default -> false;
          };
      Arrays.fill(taken, from, to, true);
      Arrays.fill(company, from, to, commercial);
      Arrays.fill(place, from, to, form.kind() == EntityKind.AREA);
    }

    private String spelt(int from, int to) {
      StringBuilder name = new StringBuilder();
      for (int i = from; i < to; i++) {
        if (i > from) {
          int gap = words.start(i) - words.end(i - 1);
          name.append(gap == 1 ? words.between(i) : words.is(i, ",") || gap == 0 ? "" : " ");
        }
        name.append(words.string(i));
      }
      return name.toString();
    }

    /** Where the longest known name at a word ends; its meaning is left in the fields. */
    private int known(int i, int limit) {
      int end = i;
      candidates = List.of();
      int corrected = 0;
      int token = words.token(i);
      if (token == NameTrie.NONE) {
        token = correction(i);
        if (token == NameTrie.NONE) {
          return i;
        }
        corrected++;
      }
      int node = trie.start(token(token));
      int j = i + 1;
      while (node != 0) {
        List<NameTrie.Form> forms = trie.forms(node);
        for (int f = 0; f < forms.size(); f++) {
          NameTrie.Form form = forms.get(f);
          if (accepts(form, i, j, corrected)) {
            if (j > end) {
              candidates = form.entities();
              end = j;
            } else {
              candidates = union(candidates, form.entities());
            }
          }
        }
        if (j >= limit || words.gap(j) != Words.JOINED) {
          break;
        }
        token = words.token(j);
        if (token == NameTrie.NONE) {
          token = correction(j);
          if (token == NameTrie.NONE || ++corrected > 1) {
            break;
          }
        }
        node = trie.next(node, token(token));
        j++;
      }
      return end;
    }

    private int token(int token) {
      return trie.isAmpersand(token) ? trie.and() : token;
    }

    private static List<Entity> union(List<Entity> a, List<Entity> b) {
      List<Entity> all = new ArrayList<>(a);
      for (Entity entity : b) {
        if (!all.contains(entity)) {
          all.add(entity);
        }
      }
      return all;
    }

    private int correction(int i) {
      if (words.length(i) < Spelling.SHORTEST) {
        return NameTrie.NONE;
      }
      return words.id(i) == Vocabulary.NONE
          ? spelling.nearest(words.string(i).toLowerCase(Locale.ROOT))
          : corrections.of(words.id(i));
    }

    /** Whether the words may be read as this form; sets the strength. */
    private boolean accepts(NameTrie.Form form, int from, int to, int corrected) {
      boolean exact = corrected == 0;
      boolean lower = true;
      boolean upper = true;
      for (int k = from; k < to; k++) {
        byte shape = words.shape(k);
        if (shape != Words.OTHER) {
          lower &= shape == Words.LOWER;
          upper &= shape == Words.UPPER;
        }
        exact = exact && (words.is(k, form.words().get(k - from)) || words.is(k, "&"));
      }
      if (exact) {
        strength = form.common() ? NameMatch.Strength.WORD : NameMatch.Strength.FULL;
        return true;
      }
      if (form.common() ? !isForename(form, from) : startsWithArticle(form)) {
        return false;
      }
      EntityKind kind = form.entities().get(0).kind();
      if (corrected > 0) {
        boolean single = to - from == 1;
        int length = words.length(from);
        strength = NameMatch.Strength.MISSPELT;
        if (!single) {
          return words.capital(from);
        }
        boolean longEnough =
            switch (kind) {
              case PERSON -> length >= 8 && words.capital(from);
              // There are more places than any list has, and many are spelt alike.
              case AREA -> length >= 12 && words.capital(from);
              case PROGRAMME, PUBLICATION -> false;
              default -> true;
            };
        return longEnough && (words.capital(from) || length >= 7);
      }
      strength = NameMatch.Strength.FULL;
      if (form.common()) {
        strength = NameMatch.Strength.WORD;
        return true;
      }
      if (to - from == 1) {
        if (form.acronym()) {
          return form.text().length() >= 3;
        }
        return upper ? form.text().length() >= 4 : lower && form.text().length() >= 6;
      }
      if (upper) {
        return true;
      }
      if (words.capital(from)) {
        // "BBC radio": a name that misses its capitals is an ordinary phrase, but for long ones.
        return lastCapital(form, from, to)
            || (form.text().length() >= 20 && kind != EntityKind.PUBLICATION);
      }
      return form.text().length() >= 10
          && switch (kind) {
            case AREA, PROGRAMME, PUBLICATION, SUPPLIER, COMPANY, OWNER -> false;
            default -> true;
          };
    }

    /** Whether the last word has its capital where the form has one. */
    private boolean lastCapital(NameTrie.Form form, int from, int to) {
      String last = form.words().get(to - from - 1);
      return words.capital(to - 1) || !Character.isUpperCase(last.charAt(0));
    }

    /** "jim": people write the forenames of those whom they know so. */
    private boolean isForename(NameTrie.Form form, int from) {
      return form.words().size() == 1
          && form.entities().get(0).kind() == EntityKind.PERSON
          && trie.is(words.token(from), NameTrie.FORENAME)
          && !trie.is(words.token(from), NameTrie.ENGLISH);
    }

    /** "The Times" counts with its article only where the article is part of the name. */
    private boolean startsWithArticle(NameTrie.Form form) {
      return form.text().startsWith("The ") || form.text().startsWith("the ");
    }

    /** The first word that is no title, of a name that ends at {@code to}. */
    private int withoutHonorific(int from, int to) {
      int first = from;
      while (first < to - 1 && trie.is(words.token(first), NameTrie.HONORIFIC)) {
        first++;
      }
      return first;
    }

    private int withoutHonorific(int from) {
      return withoutHonorific(from, words.count());
    }

    /** Where a person's name of at least two words ends that begins here, found by its form. */
    private int person(int i) {
      int first = withoutHonorific(i);
      boolean titled = first > i;
      if (first >= words.count() || !nameShaped(first)) {
        return i;
      }
      boolean forename = trie.is(words.token(first), NameTrie.FORENAME);
      boolean triggered = !forename && !titled && triggered(i);
      if (!forename && !titled && !triggered) {
        return i;
      }
      if (!forename && trie.is(words.token(first), NameTrie.POST_HEAD)) {
        // "Lord Chancellor Jo Bloggs"
        return i;
      }
      int end = first + 1;
      // Middle names, initials and particles.
      while (end < words.count() - 1 && end - first < LONGEST_PERSON - 2 && joined(end)) {
        boolean initial = words.length(end) == 1 && words.capital(end) && !words.is(end, "I");
        boolean particle =
            words.is(end, "de")
                || words.is(end, "van")
                || words.is(end, "von")
                || words.is(end, "der");
        boolean middle =
            words.capital(end)
                && trie.is(words.token(end), NameTrie.FORENAME)
                && joined(end + 1)
                && surname(end + 1, true)
                // "Photo of Jo Stewart Jo Stewart": the same name twice is no longer name.
                && !words.string(end + 1).equals(words.string(first));
        if (!initial && !particle && !middle) {
          break;
        }
        end++;
      }
      if (end >= words.count()
          || !joined(end)
          || !surname(end, forename || (triggered && words.token(first) == NameTrie.NONE))) {
        return i;
      }
      boolean plainWords =
          trie.is(words.token(first), NameTrie.ENGLISH)
              && trie.is(words.token(end), NameTrie.ENGLISH);
      boolean opens = words.gap(first) != Words.JOINED;
      boolean goesOn = joined(end + 1) && !speaks(end + 1);
      if (plainWords && !titled && opens && goesOn) {
        return i;
      }
      end++;
      while (end < words.count() && words.hyphen(end) && words.capital(end)) {
        end++;
      }
      return end;
    }

    private boolean joined(int i) {
      return i < words.count()
          && words.gap(i) == Words.JOINED
          && !words.is(i, ",")
          && !words.is(i, "&");
    }

    private boolean nameShaped(int i) {
      byte shape = words.shape(i);
      return words.capital(i)
          && (shape == Words.CAPITAL || shape == Words.MIXED)
          && words.length(i) > 1
          && !isNoSurname(i);
    }

    private boolean isNoSurname(int i) {
      return trie.is(words.token(i), NameTrie.NOT_SURNAME) && notSurnames.contains(words.string(i));
    }

    private boolean isOrganisationHead(int i) {
      return trie.is(words.token(i), NameTrie.ORGANISATION_HEAD)
          && organisationHeads.containsKey(words.string(i));
    }

    private boolean surname(int i, boolean afterForename) {
      if (!nameShaped(i)) {
        return words.is(i, "O") && joined(i + 1) && words.capital(i + 1);
      }
      int token = words.token(i);
      if (trie.is(token, NameTrie.POST_HEAD) || isOrganisationHead(i)) {
        return false;
      }
      if (!afterForename && trie.is(token, NameTrie.ENGLISH)) {
        return false;
      }
      // "Will London CRC …": the word begins another name.
      int end = known(i, words.count());
      if (end == i || candidates.get(0).kind() == EntityKind.PERSON) {
        return true;
      }
      return end == i + 1
          && (candidates.get(0).kind() == EntityKind.AREA || strength != NameMatch.Strength.FULL);
    }

    /** Whether the words around say that a name of a person begins here. */
    private boolean triggered(int i) {
      if (words.token(i) >= 0 && trie.is(words.token(i), NameTrie.ENGLISH)) {
        return false;
      }
      if (trie.start(words.token(i)) != 0 && !trie.is(words.token(i), NameTrie.SURNAME)) {
        return false;
      }
      if (i > 0 && words.gap(i) == Words.JOINED) {
        int before = words.is(i - 1, ",") ? i - 2 : i - 1;
        if (before >= 0
            && (trie.is(words.token(before), NameTrie.POST_HEAD) || words.is(before, "said"))) {
          return true;
        }
      }
      int after = i + 2;
      return after < words.count()
          && (speaks(after)
              || (words.is(after, ",") && after + 1 < words.count() && postSoon(after + 1)));
    }

    private boolean speaks(int i) {
      return words.is(i, "said")
          || words.is(i, "says")
          || words.is(i, "told")
          || words.is(i, "added");
    }

    private boolean postSoon(int from) {
      for (int k = from; k < Math.min(words.count(), from + 5); k++) {
        if (words.is(k, ",") || words.gap(k) == Words.OPENING) {
          return false;
        }
        if (trie.is(words.token(k), NameTrie.POST_HEAD)) {
          return true;
        }
      }
      return false;
    }

    /**
     * Where an organisation's or newspaper's name ends that begins here, found by its last word.
     */
    private int organisation(int i) {
      if (words.is(i, "The") || (words.gap(i) == Words.JOINED && words.hyphen(i))) {
        return i;
      }
      int end = i;
      boolean distinctive = false;
      int k = i;
      while (k < words.count() && k - i < LONGEST_ORGANISATION) {
        if (k > i && words.gap(k) != Words.JOINED) {
          break;
        }
        boolean possessive =
            k > i
                && words.is(k, "s")
                && words.between(k) != ' '
                && (trie.is(words.token(k - 1), NameTrie.ENGLISH)
                    || (k == i + 2 && words.is(i, "St")))
                && joinedCapital(k + 1);
        boolean connector =
            k > i
                && (words.is(k, "of")
                    || words.is(k, "for")
                    || words.is(k, "&")
                    || possessive
                    || (words.is(k, "the") && (words.is(k - 1, "of") || words.is(k - 1, "for"))));
        if (!connector && !words.capital(k)) {
          break;
        }
        if (connector && trie.is(words.token(k - 1), NameTrie.POST_HEAD)) {
          // "Chief Executive of …"
          break;
        }
        if (!connector) {
          boolean head = isOrganisationHead(k);
          boolean commissioner =
              words.is(k, "Police") && words.is(k + 1, "and") && words.is(k + 2, "Crime");
          boolean committee =
              k == i + 3
                  && words.is(k, "Committee")
                  && words.capital(i + 1)
                  && words.capital(i + 2);
          if (k > i && (distinctive || committee) && !commissioner && head) {
            end = k + 1;
          }
          boolean paper = k == i + 1 ? isArea(i) : k > i + 1 && end == k;
          if (paper && newspaperHeads.contains(words.string(k))) {
            // "Anytown Gazette", "Anytown Evening Post"
            end = k + 1;
          }
          if (k > i && !head && isNoSurname(k)) {
            break;
          }
          distinctive |=
              words.token(k) == NameTrie.NONE
                  || (!trie.is(words.token(k), NameTrie.ENGLISH)
                      && !trie.is(words.token(k), NameTrie.HONORIFIC | NameTrie.POST_HEAD)
                      && words.length(k) > 2);
        }
        k++;
      }
      // "In May Anytown Police …": the month is no part of the name.
      return end > i && Dates.isMonth(words.string(i).toLowerCase(Locale.ROOT)) ? i : end;
    }

    /** "West Anyshire", "Anytown East", "Member for Anytown and Othertown". */
    private int area(int i) {
      if (i > 1
          && words.is(i - 1, "for")
          && (words.is(i - 2, "Member") || words.is(i - 2, "MP"))
          && words.gap(i) == Words.JOINED) {
        return places(i);
      }
      boolean before = joined(i + 1) && isArea(i + 1) && DIRECTIONS.contains(words.string(i));
      boolean after =
          joined(i + 1)
              && isArea(i)
              && COMPASS.contains(words.string(i + 1))
              && (!joinedCapital(i + 2) || words.is(i + 2, "MP"));
      return before || after ? i + 2 : i;
    }

    private boolean joinedCapital(int i) {
      return joined(i) && words.capital(i);
    }

    /** Where a run of capitalised words, with "and" between, ends. */
    private int places(int i) {
      int k = i;
      while (k < words.count() && (k == i || words.gap(k) == Words.JOINED)) {
        boolean link =
            k > i
                && (words.is(k, "and") || words.is(k, "upon") || words.is(k, ","))
                && joinedCapital(k + 1)
                && isAreaLike(k + 1);
        if (!link && (!words.capital(k) || words.is(k, ","))) {
          break;
        }
        k++;
      }
      return k;
    }

    private boolean isAreaLike(int i) {
      return isArea(i) || words.token(i) == NameTrie.NONE;
    }

    /**
     * "Jo Bloggs (Anytown East) (Lab)": adds the constituency after a member's name.
     *
     * @return the first word after it
     */
    private int constituency(int i) {
      if (i >= words.count() || !words.inBrackets(i)) {
        return i;
      }
      int end = i + 1;
      while (end < words.count() && words.gap(end) == Words.JOINED) {
        end++;
      }
      if (end >= words.count() || !words.inBrackets(end)) {
        return i;
      }
      int close = words.bracketEnd(end);
      if (!parties.contains(words.text(words.start(end), close))) {
        return i;
      }
      add(i, end, List.of(), EntityKind.AREA, NameMatch.Strength.FULL);
      int after = end;
      while (after < words.count() && words.start(after) < close) {
        after++;
      }
      return after;
    }

    private static @Nullable Entity anOrganisation(List<Entity> entities) {
      for (Entity entity : entities) {
        if (entity.kind().isOrganisation()) {
          return entity;
        }
      }
      return null;
    }

    /**
     * Where a company's name ends with what belongs to it: a legal suffix, an acronym in between.
     */
    private int wholeName(int end, EntityKind kind) {
      if (!kind.isOrganisation() || end >= words.count()) {
        return end;
      }
      int next = end;
      if (words.inBrackets(end) && words.bracketEnd(end) == words.end(end)) {
        next = end + 1;
        if (kind == EntityKind.CRC && next < words.count() && words.closes(next)) {
          if (words.is(next, "CRC")) {
            return next + 1;
          }
          if (next + 2 < words.count()
              && words.is(next, "Community")
              && words.is(next + 1, "Rehabilitation")
              && words.is(next + 2, "Company")) {
            return next + 3;
          }
        }
      }
      return next < words.count()
              && (words.gap(next) == Words.JOINED || words.closes(next))
              && LEGAL_SUFFIXES.contains(words.string(next))
          ? next + 1
          : end;
    }

    private boolean isArea(int i) {
      int node = words.begins(i) ? trie.start(words.token(i)) : 0;
      if (node != 0) {
        for (NameTrie.Form form : trie.forms(node)) {
          if (form.entities().get(0).kind() == EntityKind.AREA && words.is(i, form.text())) {
            return true;
          }
        }
      }
      return false;
    }

    private EntityKind organisationKind(int end) {
      EntityKind kind = organisationHeads.get(words.string(end - 1));
      return kind == null ? EntityKind.PUBLICATION : kind;
    }

    /** Keeps a capitalised word that may be part of a person's name. */
    private void lone(int i) {
      if (words.capital(i)
          && newspaperHeads.contains(words.string(i))
          && i > 0
          && words.gap(i) == Words.JOINED
          && !joinedCapital(i + 1)) {
        int first = words.capital(i - 1) && i > 1 ? i - 1 : i;
        if (words.is(first - 1, "the") || words.is(first - 1, "The")) {
          papers.add(
              new Paper(new TextRange(words.start(first), words.end(i)), spelt(first, i + 1)));
        }
        return;
      }
      if (!words.capital(i) || (words.length(i) < 3 && !honorificBefore(i))) {
        return;
      }
      int token = words.token(i);
      boolean partOfName =
          token == NameTrie.NONE
              || trie.is(token, NameTrie.SURNAME | NameTrie.FORENAME | NameTrie.KNOWN_FORENAME)
              || !trie.is(token, NameTrie.ENGLISH)
              || honorificBefore(i);
      if (partOfName && !trie.is(token, NameTrie.HONORIFIC)) {
        loneWords.add(
            new Lone(
                // "Dame G": an initial needs its title.
                new TextRange(words.start(words.length(i) == 1 ? i - 1 : i), words.end(i)),
                words.string(i).toLowerCase(Locale.ROOT),
                honorificBefore(i)));
      }
    }

    private boolean honorificBefore(int i) {
      return i > 0
          && words.gap(i) == Words.JOINED
          && trie.is(words.token(i - 1), NameTrie.HONORIFIC)
          && words.capital(i - 1);
    }

    /**
     * "Larchlight" of "Larchlight Housing Trust": first words, which are no words of the language,
     * of organisations that the document names in full, and what each stands for.
     */
    private Map<String, NameMatch> shortNames(Set<String> partsOfPersons) {
      Map<String, NameMatch> found = new HashMap<>();
      Set<String> ambiguous = new HashSet<>();
      for (NameMatch match : matches) {
        String name = match.form().name();
        int space = name.indexOf(' ');
        if (space < 5
            || !match.candidates().isEmpty()
            || !match.form().kind().isOrganisation()
            || trie.find(name.substring(0, space)) != NameTrie.NONE) {
          continue;
        }
        String first = name.substring(0, space).toLowerCase(Locale.ROOT);
        NameMatch other = found.putIfAbsent(first, match);
        if ((other != null && !other.form().equals(match.form()))
            || partsOfPersons.contains(first)) {
          ambiguous.add(first);
        }
      }
      found.keySet().removeAll(ambiguous);
      return found;
    }

    /** "the Post" after "the Anytown Evening Post": the newspaper of that name before it. */
    private void papers() {
      if (papers.isEmpty()) {
        return;
      }
      Map<String, NameMatch> byEnd = new HashMap<>();
      for (NameMatch match : matches) {
        if (match.form().kind() == EntityKind.PUBLICATION) {
          String name = match.form().name();
          int last = name.lastIndexOf(' ');
          int one = last < 0 ? -1 : name.lastIndexOf(' ', last - 1);
          if (last > 0) {
            byEnd.putIfAbsent(name.substring(last + 1), match);
          }
          if (one > 0) {
            byEnd.putIfAbsent(name.substring(one + 1), match);
          }
        }
      }
      for (Paper paper : papers) {
        NameMatch whole = byEnd.get(paper.words());
        if (whole != null && whole.range().to() < paper.range().from()) {
          matches.add(
              new NameMatch(
                  paper.range(), whole.candidates(), whole.form(), NameMatch.Strength.FULL));
        }
      }
    }

    List<NameMatch> finish() {
      Set<String> parts = new HashSet<>();
      for (NameMatch match : matches) {
        if (match.form().kind() == EntityKind.PERSON) {
          String name = match.form().name().toLowerCase(Locale.ROOT);
          int space = name.lastIndexOf(' ');
          if (space > 0) {
            parts.add(name.substring(space + 1));
            parts.add(name.substring(0, name.indexOf(' ')));
          } else if (match.candidates().isEmpty()) {
            parts.add(name);
          }
        }
      }
      papers();
      Map<String, NameMatch> shortNames = shortNames(parts);
      for (Lone lone : loneWords) {
        NameMatch whole = lone.titled() ? null : shortNames.get(lone.word());
        if (whole != null && whole.range().to() < lone.range().from()) {
          matches.add(
              new NameMatch(
                  lone.range(), whole.candidates(), whole.form(), NameMatch.Strength.FULL));
          continue;
        }
        String word = lone.word();
        if (!parts.contains(word) && word.endsWith("s")) {
          // "Graylings": a plural, or a possessive without its apostrophe.
          String singular = word.substring(0, word.length() - 1);
          word = parts.contains(singular) ? singular : word;
        }
        List<Entity> known = bySurname.getOrDefault(word, List.of());
        if (known.isEmpty() && lone.titled()) {
          known = byForename.getOrDefault(word, List.of());
        }
        if (parts.contains(word) || !known.isEmpty() || lone.titled()) {
          matches.add(
              new NameMatch(
                  lone.range(),
                  known,
                  EntityRef.found(word, EntityKind.PERSON),
                  NameMatch.Strength.PART));
        }
      }
      matches.sort(Comparator.comparing(NameMatch::range));
      return List.copyOf(matches);
    }
  }

  /** "the Post", where a newspaper may have been named in full before. */
  private record Paper(TextRange range, String words) {}

  /** A capitalised word that may be part of a person's name. */
  private record Lone(TextRange range, String word, boolean titled) {}
}
