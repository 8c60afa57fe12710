package org.crcgraph.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.crcgraph.lexicon.Lexicon;
import org.crcgraph.model.Annotation;
import org.crcgraph.model.Document;
import org.crcgraph.model.Entity;
import org.crcgraph.model.EntityKind;
import org.crcgraph.model.EntityRef;
import org.crcgraph.model.PartialDate;
import org.crcgraph.model.Tenure;
import org.crcgraph.model.TextRange;
import org.jspecify.annotations.Nullable;

/** Decides who a subject means: names, pronouns, posts and common nouns, by what the text names. */
final class Speakers {
  private static final Set<String> HONORIFICS =
      Set.of(
          "mr",
          "mrs",
          "ms",
          "miss",
          "dame",
          "sir",
          "lord",
          "lady",
          "baroness",
          "dr",
          "prof",
          "professor",
          "rev",
          "hon",
          "rt",
          "right",
          "honourable");

  /** Letters that stand after the name of a person. */
  private static final Set<String> AFTER_SURNAMES =
      Set.of(
          "qc", "kc", "mp", "mps", "obe", "cbe", "mbe", "kbe", "dbe", "kcb", "cb", "jp", "qpm",
          "ms", "msp", "am", "mep", "phd");

  private static final Set<String> QUANTIFIERS =
      Set.of(
          "lot",
          "number",
          "some",
          "many",
          "most",
          "majority",
          "group",
          "one",
          "couple",
          "handful",
          "all",
          "several",
          "series",
          "few");

  /** Pronouns that name nobody. */
  private static final Set<String> ANYBODY =
      Set.of(
          "some",
          "others",
          "many",
          "another",
          "several",
          "most",
          "one",
          "someone",
          "somebody",
          "few");

  /** How many speakers back a pronoun may reach. */
  private static final int MEMORY = 60;

  /** How far back, in UTF-16 units, "the report" may have been told of. */
  private static final int REPORT_BEFORE = 6_000;

  /** How far on, in UTF-16 units, a headline's "report" is told of. */
  private static final int REPORT_AFTER = 1_200;

  /** How far on, in UTF-16 units, "a union" is named. */
  private static final int FARTHEST_ANNOUNCED = 1500;

  /** How far back, in UTF-16 units, somebody without a name is still meant by "she". */
  private static final int FARTHEST_UNNAMED = 900;

  /** How many paragraphs on from its salutation a letter speaks to "you". */
  private static final int LONGEST_LETTER = 20;

  /** How far back, in UTF-16 units, somebody is called by an honorific and the forename. */
  private static final int FARTHEST_FORENAME = 4000;

  private static final int MOST_POSTS = 300;

  /** What share of the words of a bare title must stand in the register's. */
  private static final double FIT_OF_REGISTER = 0.99;

  /** What the lexicon contributes; shared by all documents. */
  static final class Known {
    private final Map<String, EntityRef> byName = new HashMap<>();
    private final Set<String> women;
    private final Set<String> men;
    private final List<Tenure> tenures;

    Known(Lexicon lexicon) {
      for (Entity entity : lexicon.entities()) {
        byName.putIfAbsent(entity.name(), entity.ref());
      }
      for (Entity entity : lexicon.entities()) {
        for (String alias : entity.aliases()) {
          if (entity.kind() == EntityKind.PERSON && alias.indexOf(' ') > 0) {
            byName.putIfAbsent(alias, entity.ref());
          }
        }
      }
      women = lexicon.words("first-names-of-women");
      men = lexicon.words("first-names-of-men");
      tenures = lexicon.tenures();
    }

    /** The person of a full name: the known one, else one found in the document. */
    EntityRef person(String name) {
      EntityRef known = byName.get(name);
      return known != null && known.kind() == EntityKind.PERSON
          ? known
          : EntityRef.found(name, EntityKind.PERSON);
    }

    EntityRef body(String name) {
      EntityRef known = byName.get(name);
      return known != null ? known : EntityRef.found(name, EntityKind.PUBLIC_BODY);
    }
  }

  private enum Gender {
    WOMAN,
    MAN
  }

  private final Reading reading;
  private final SpeechTokens tokens;
  private final SpeechWords words;
  private final Known known;
  private final int[] scopes;
  private final int[] quotationOf;
  private final List<Held> posts = new ArrayList<>();
  private final List<Held> registered = new ArrayList<>();
  private final Set<Map.Entry<EntityRef, Set<String>>> knownPosts = new HashSet<>();
  private final List<Held> postsInOrder = new ArrayList<>();
  private final Map<EntityRef, Gender> genders = new HashMap<>();
  private final List<Subject> subjects = new ArrayList<>();

  /** Somebody who spoke, in a place where a pronoun may mean them. */
  private record Subject(Speaker speaker, int at, int scope) {
    boolean isPerson() {
      EntityRef entity = speaker.entity();
      return entity != null && entity.kind() == EntityKind.PERSON;
    }
  }

  /** A post that somebody holds by the document's words: the words of its title, and where. */
  private record Held(
      EntityRef person,
      Set<String> title,
      @Nullable EntityRef organisation,
      int at,
      boolean former) {}

  /**
   * Learns who is named, and with which posts.
   *
   * @param scopes for each block a number that changes where another voice begins
   * @param quotationOf for each token the quotation that it lies in, or -1
   */
  Speakers(
      Reading reading,
      SpeechTokens tokens,
      SpeechWords words,
      Known known,
      int[] scopes,
      int[] quotationOf) {
    this.reading = reading;
    this.quotationOf = quotationOf;
    this.tokens = tokens;
    this.words = words;
    this.known = known;
    this.scopes = scopes;
    learnPosts();
    learnTenures();
    learnGenders();
  }

  /**
   * The posts that, by the register, persons of this text held when it was written: a text that
   * calls somebody by name here and by title there need not say that it is the same person.
   */
  private void learnTenures() {
    if (known.tenures.isEmpty()) {
      return;
    }
    Set<EntityRef> persons = new HashSet<>();
    for (Name name : reading.names()) {
      if (name.entity().kind() == EntityKind.PERSON) {
        persons.add(name.entity());
      }
    }
    PartialDate date = reading.document().layout().date();
    for (Tenure tenure : known.tenures) {
      if (persons.contains(tenure.person())
          && (date == null || tenure.holdsOn(date.firstDay()))
          && registered.size() < MOST_POSTS) {
        String organisation = tenure.organisation() == null ? "" : tenure.organisation().name();
        registered.add(
            new Held(
                tenure.person(),
                titleWords(tenure.post() + " " + organisation),
                tenure.organisation(),
                0,
                false));
      }
    }
  }

  private void learnPosts() {
    for (Annotation.PostHolding post : reading.found(Annotation.PostHolding.class)) {
      String organisation = post.organisation() == null ? "" : post.organisation().name();
      add(
          new Held(
              post.person(),
              titleWords(post.post() + " " + organisation),
              post.organisation(),
              reading.document().text().range(post.evidence().span()).from(),
              post.status() == Annotation.PostStatus.FORMER));
    }
    for (Name name : reading.names()) {
      if (name.entity().kind() == EntityKind.PERSON) {
        learnPost(name);
      }
    }
    postsInOrder.sort(Comparator.comparingInt(Held::at));
  }

  /** Each title of a person is kept once, so that look-up does not grow with the document. */
  private void add(Held post) {
    postsInOrder.add(post);
    if (posts.size() < MOST_POSTS && knownPosts.add(Map.entry(post.person(), post.title()))) {
      posts.add(post);
    }
  }

  /** A title printed before the name, or after it with or without a comma. */
  private void learnPost(Name name) {
    int first = tokens.atOrAfter(name.range().from());
    int after = tokens.atOrAfter(name.range().to());
    if (first >= tokens.size()) {
      return;
    }
    int sentence = tokens.sentence(first);
    int end = first - 1;
    while (end >= 0 && HONORIFICS.contains(tokens.word(end))) {
      end--;
    }
    if (end > 0 && tokens.is(end, ",")) {
      end--;
    }
    int start = end;
    while (start >= 0
        && end - start < 9
        && tokens.sentence(start) == sentence
        && tokens.isWord(start)
        && isTitlePart(start)) {
      start--;
    }
    addPost(name, start + 1, end);
    int from = after;
    if (from < tokens.size() && tokens.is(from, ",")) {
      from++;
    }
    int to = from;
    while (to < tokens.size()
        && to - from < 10
        && tokens.sentence(to) == sentence
        && tokens.isWord(to)
        && isTitlePart(to)) {
      to++;
    }
    addPost(name, from, to - 1);
  }

  private boolean isTitlePart(int token) {
    String word = tokens.word(token);
    return switch (word) {
      case "of", "for", "and", "the", "at" -> true;
      default ->
          !Grammar.isPreposition(word)
              && !Grammar.isSubordinator(word)
              && !Grammar.isFinite(word)
              && !Grammar.isSubjectPronoun(word)
              && (words.verb(word) == null || words.noun(word) != null);
    };
  }

  private void addPost(Name name, int from, int to) {
    boolean post = false;
    for (int i = from; i <= to; i++) {
      SpeechWords.SpeakingNoun noun = words.noun(tokens.word(i));
      post |= noun != null && noun.sort() == SpeechWords.NounSort.POST;
    }
    if (post) {
      boolean former = tokens.is(from, "former") || tokens.is(from + 1, "former");
      add(
          new Held(
              name.entity(),
              titleWords(reading.text(tokens.range(from, to))),
              organisation(reading.names(tokens.range(from, to))),
              name.range().from(),
              former));
    }
  }

  private static Set<String> titleWords(String title) {
    Set<String> found = new HashSet<>();
    for (String word : title.toLowerCase(Locale.ROOT).split("[^a-z]+")) {
      found.add(singular(word));
    }
    return found;
  }

  private void learnGenders() {
    for (Name name : reading.names()) {
      if (name.entity().kind() != EntityKind.PERSON) {
        continue;
      }
      int first = tokens.atOrAfter(name.range().from());
      if (first > 0 && first < tokens.size()) {
        int before = tokens.is(first - 1, ".") ? first - 2 : first - 1;
        String title = before >= 0 ? tokens.word(before) : "";
        switch (title) {
          case "mr", "sir", "lord" -> genders.putIfAbsent(name.entity(), Gender.MAN);
          case "mrs", "ms", "miss", "dame", "lady", "baroness" ->
              genders.putIfAbsent(name.entity(), Gender.WOMAN);
          default -> {}
        }
      }
    }
    for (Name name : reading.names()) {
      if (name.entity().kind() == EntityKind.PERSON && !genders.containsKey(name.entity())) {
        String full = name.entity().name();
        int space = full.indexOf(' ');
        String first = (space < 0 ? full : full.substring(0, space)).toLowerCase(Locale.ROOT);
        if (known.women.contains(first)) {
          genders.put(name.entity(), Gender.WOMAN);
        } else if (known.men.contains(first)) {
          genders.put(name.entity(), Gender.MAN);
        }
      }
    }
  }

  /** Remembers that somebody spoke, so that "he" or "she" after it can mean them. */
  void note(Speaker speaker, int token) {
    subjects.add(new Subject(speaker, tokens.from(token), scopes[tokens.block(token)]));
  }

  /** Whether the kind of thing can speak. */
  static boolean canSpeak(EntityKind kind) {
    return switch (kind) {
      case AREA, PROGRAMME -> false;
      default -> true;
    };
  }

  /** The first name of those that lie in a run of tokens and can speak, or null. */
  @Nullable Name firstName(int first, int last) {
    for (Name name : reading.names(tokens.range(first, Math.min(last, tokens.size() - 1)))) {
      if (canSpeak(name.entity().kind())) {
        return name;
      }
    }
    return null;
  }

  /** The name that ends exactly where a token ends (a possessive ending may follow), or null. */
  @Nullable Name nameEndingAt(int token, int firstToken) {
    if (token < firstToken) {
      return null;
    }
    TextRange range = tokens.range(firstToken, token);
    Name last = null;
    for (Name name : reading.names(range)) {
      if (name.range().to() == tokens.to(token)
          || (tokens.word(token).endsWith("'s") && name.range().to() == tokens.to(token) - 2)) {
        last = name;
      }
    }
    return last;
  }

  /**
   * Who a noun phrase means.
   *
   * @param first first token
   * @param last last token, inclusive
   * @return null where the phrase can be no speaker
   */
  @Nullable Speaker of(int first, int last) {
    int from = first;
    while (from < last && !tokens.isWord(from)) {
      from++;
    }
    if (from > last) {
      return null;
    }
    String word = tokens.word(last);
    if (Grammar.isSubjectPronoun(word)) {
      return pronoun(word, last);
    }
    int bare = endOfCore(from, last);
    int core = bare;
    while (core > from && (isTrailingAdverb(tokens.word(core)) || isAfterSurname(core, from))) {
      core--;
    }
    List<Name> names = reading.names(tokens.range(from, last));
    // The head decides: "managers at Elmbridge" are not Elmbridge.
    Name head = nameEndingAt(core, from);
    if (head != null && isClass(head.entity()) && tokens.is(core, "crc")) {
      return body("crc", from, List.of(), role(from, last));
    }
    if (head != null && canSpeak(head.entity().kind()) && !tokens.word(core).endsWith("'s")) {
      return named(firstOfJoint(head, from), from);
    }
    if (core == from && ANYBODY.contains(tokens.word(core))) {
      return new Speaker(null, role(from, last), Speaker.Sort.UNNAMED);
    }
    SpeechWords.SpeakingNoun noun = words.noun(tokens.word(core));
    if (noun == null && core != last) {
      Name end = nameEndingAt(last, from);
      if (end != null && end.entity().kind() == EntityKind.PERSON) {
        return named(end, from);
      }
    }
    if (noun != null && core != last && !tokens.is(core + 1, "of")) {
      // "Elmbridge director for the north and the coast Jo Marsh": the name ends the phrase.
      Name end = nameEndingAt(last, core + 1);
      int before = end == null ? -1 : tokens.atOrAfter(end.range().from()) - 1;
      if (end != null
          && end.entity().kind() == EntityKind.PERSON
          && before > core
          && tokens.isWord(before)
          && !Grammar.isPreposition(tokens.word(before))
          && !Grammar.isDeterminer(tokens.word(before))
          && !tokens.is(before, "and")) {
        return named(end, from);
      }
    }
    if (noun == null && isEpithet(tokens.word(core))) {
      Name person = lastPersonSubject(tokens.from(from), scopes[tokens.block(from)], null);
      return person == null
          ? null
          : new Speaker(person.entity(), role(from, last), Speaker.Sort.PRONOUN);
    }
    if (noun == null) {
      Speaker unknown = unknownName(from, core);
      if (unknown != null) {
        return unknown;
      }
      // "questioned by the committee Jane Smith said": the subject is what stands last.
      return bare + 2 <= last && Grammar.isPreposition(tokens.word(bare + 1))
          ? of(bare + 2, last)
          : null;
    }
    return common(noun, from, core, last, names);
  }

  /** "QC" of "Baroness Marsh QC", but not the MP of "the Labour MP". */
  private boolean isAfterSurname(int token, int from) {
    if (!tokens.isCapital(token) || !AFTER_SURNAMES.contains(tokens.word(token))) {
      return false;
    }
    Name before = nameEndingAt(token - 1, from);
    return before == null
        ? AFTER_SURNAMES.contains(tokens.word(token - 1))
            || HONORIFICS.contains(tokens.word(Math.max(from, token - 2)))
        : before.entity().kind() == EntityKind.PERSON;
  }

  private static boolean isTrailingAdverb(String word) {
    return switch (word) {
      case "close",
          "familiar",
          "out",
          "today",
          "yesterday",
          "here",
          "there",
          "tonight",
          "week",
          "month",
          "year",
          "last",
          "this",
          "earlier",
          "now",
          "alike",
          "themselves",
          "itself",
          "himself",
          "herself",
          "too",
          "also" ->
          true;
      default -> false;
    };
  }

  /** "the 29-year-old", "the mother-of-two": somebody spoken of before. */
  private static boolean isEpithet(String word) {
    return word.endsWith("-year-old") || word.contains("-of-");
  }

  /** "Ada Marsh and Tom Reyes": the first of those who speak together stands for them. */
  private Name firstOfJoint(Name name, int from) {
    Name first = name;
    for (int i = tokens.atOrAfter(name.range().from()) - 1; i > from; ) {
      while (i > from && (HONORIFICS.contains(tokens.word(i)) || tokens.is(i, "the"))) {
        i--;
      }
      if (!tokens.is(i, "and") && !tokens.is(i, "&")) {
        return first;
      }
      Name before = nameEndingAt(i - 1, from);
      boolean alike =
          before != null
              && canSpeak(before.entity().kind())
              && (before.entity().kind() == EntityKind.PERSON)
                  == (first.entity().kind() == EntityKind.PERSON);
      if (before == null || !alike || tokens.word(i - 1).endsWith("'s")) {
        return first;
      }
      first = before;
      i = tokens.atOrAfter(before.range().from()) - 1;
    }
    return first;
  }

  private Speaker named(Name name, int from) {
    int start = tokens.atOrAfter(name.range().from());
    int end = start;
    while (end > from && HONORIFICS.contains(tokens.word(end - 1))) {
      end--;
    }
    String role = end > from ? role(from, end - 1) : null;
    if (role != null && !hasSpeakingNoun(from, end - 1)) {
      role = null;
    }
    return new Speaker(name.entity(), role, Speaker.Sort.NAMED);
  }

  private boolean hasSpeakingNoun(int from, int to) {
    for (int i = from; i <= to; i++) {
      if (words.noun(tokens.word(i)) != null) {
        return true;
      }
    }
    return false;
  }

  /** The printed words of a role, without its article. */
  @Nullable String role(int from, int to) {
    int first = from;
    while (first <= to
        && (!tokens.isWord(first)
            || switch (tokens.word(first)) {
              case "the", "a", "an", "and", "but" -> true;
              default -> false;
            })) {
      first++;
    }
    // "Penrose, which …, said", "in a report the committee said": no role.
    boolean none =
        first > to || Grammar.isPreposition(tokens.word(first)) || isRelativePronoun(first);
    return none ? null : reading.text(tokens.range(first, to)).strip();
  }

  private boolean isRelativePronoun(int token) {
    return switch (tokens.word(token)) {
      case "who", "which", "that", "whose" -> true;
      default -> false;
    };
  }

  /** The last token before the first preposition; "a lot of", "most of" are passed over. */
  private int endOfCore(int from, int last) {
    for (int i = from + 1; i <= last; i++) {
      String word = tokens.word(i);
      if (Grammar.isPastForm(word) && words.noun(tokens.word(i - 1)) != null && !insideName(i)) {
        return i - 1;
      }
      if (Grammar.isPreposition(word)
          || word.equals("(")
          || word.equals(",")
          || word.equals("who")
          || word.equals("that")
          || word.equals("which")) {
        if (word.equals("of") && QUANTIFIERS.contains(tokens.word(i - 1))) {
          continue;
        }
        if (insideName(i)) {
          continue;
        }
        return i - 1;
      }
    }
    return last;
  }

  /** Whether a name runs over the start of the token. */
  private boolean insideName(int token) {
    int at = tokens.from(token);
    int back = Math.max(0, at - 80);
    for (Name name :
        reading.names(new TextRange(back, Math.min(reading.text().length(), at + 80)))) {
      if (name.range().from() < at && at < name.range().to()) {
        return true;
      }
    }
    return false;
  }

  /** Whether one name runs over both tokens. */
  boolean isInsideName(int first, int last) {
    int from = tokens.from(first);
    for (Name name :
        reading.names(
            new TextRange(
                Math.max(0, from - 80), Math.min(reading.text().length(), tokens.to(last) + 80)))) {
      if (name.range().from() <= from && tokens.from(last) < name.range().to()) {
        return true;
      }
    }
    return false;
  }

  /** The last token of the name that begins at a token and can speak, or -1. */
  int endOfNameAt(int token) {
    int from = tokens.from(token);
    for (Name name :
        reading.names(new TextRange(from, Math.min(reading.text().length(), from + 120)))) {
      if (name.range().from() == from && canSpeak(name.entity().kind())) {
        return tokens.atOrAfter(name.range().to()) - 1;
      }
      break;
    }
    return -1;
  }

  boolean isHonorific(String word) {
    return HONORIFICS.contains(word);
  }

  /** Whether the words can be somebody's role: a noun that speaks, after at most a few others. */
  boolean isRole(int from, int to) {
    return to - from < 14 && hasSpeakingNoun(from, to);
  }

  private @Nullable Speaker unknownName(int from, int core) {
    int first = core;
    while (first > from
        && tokens.isCapital(first - 1)
        && tokens.isWord(first - 1)
        && !Grammar.isDeterminer(tokens.word(first - 1))) {
      first--;
    }
    int plain = first;
    while (plain < core && HONORIFICS.contains(tokens.word(plain))) {
      plain++;
    }
    int length = core - plain + 1;
    boolean titled = plain > first;
    if (!tokens.isCapital(core) || length > 4 || (length < 2 && !titled) || !isPersonName(plain)) {
      return null;
    }
    String name = withoutPossessive(reading.text(tokens.range(plain, core)));
    EntityRef called = length == 1 ? lastOfForename(name, tokens.from(plain)) : null;
    if (called != null) {
      return new Speaker(called, null, Speaker.Sort.NAMED);
    }
    return new Speaker(
        known.person(name), first > from ? role(from, first - 1) : null, Speaker.Sort.NAMED);
  }

  /** "Dame Ada": the person of that forename whom the text named last before an offset, or null. */
  private @Nullable EntityRef lastOfForename(String forename, int at) {
    List<Name> names = reading.names(new TextRange(Math.max(0, at - FARTHEST_FORENAME), at));
    for (int i = names.size() - 1; i >= 0; i--) {
      EntityRef entity = names.get(i).entity();
      if (entity.kind() == EntityKind.PERSON && entity.name().startsWith(forename + " ")) {
        return entity;
      }
    }
    return null;
  }

  private static String withoutPossessive(String name) {
    return name.endsWith("'s") || name.endsWith("’s") ? name.substring(0, name.length() - 2) : name;
  }

  private boolean isPersonName(int first) {
    String word = tokens.word(first);
    return known.women.contains(word)
        || known.men.contains(word)
        || (first > 0 && HONORIFICS.contains(tokens.word(first - 1)));
  }

  private @Nullable Speaker common(
      SpeechWords.SpeakingNoun noun, int from, int core, int last, List<Name> names) {
    String role = role(from, last);
    return switch (noun.sort()) {
      case DOCUMENT -> document(from, core, last, names);
      case WATCHDOG -> new Speaker(watchdog(from, last, names), role, Speaker.Sort.WATCHDOG);
      case SPOKESPERSON -> {
        EntityRef organisation = spokenFor(core, last, names);
        if (organisation == null && core == last) {
          organisation = lastOrganisation(from);
        }
        yield organisation == null
            ? new Speaker(null, role, Speaker.Sort.UNNAMED)
            : new Speaker(organisation, reading.text(tokens.range(core, core)), Speaker.Sort.NOUN);
      }
      case POST -> post(from, core, last, names, role);
      case BODY -> body(noun.body(), from, names, role);
      case GOVERNMENT ->
          new Speaker(
              known.body("UK Government"),
              tokens.word(core).equals("government") ? null : role,
              Speaker.Sort.NOUN);
      case OFFICIALS -> {
        EntityRef organisation = organisation(names);
        if (organisation == null && from == core && tokens.is(core, "officials")) {
          organisation =
              latest(
                  tokens.from(from),
                  e -> e.name().startsWith("Ministry") || e.name().startsWith("Department"),
                  null);
        }
        yield organisation == null || isClass(organisation)
            ? new Speaker(null, role, Speaker.Sort.UNNAMED)
            : new Speaker(organisation, role, Speaker.Sort.NOUN);
      }
      case PEOPLE -> {
        EntityRef first = isBoth(from) ? firstOfTwo(core) : null;
        yield tokens.word(core).equals("crcs")
            ? new Speaker(crcs(names), null, Speaker.Sort.NAMED)
            : new Speaker(first, role, first == null ? Speaker.Sort.UNNAMED : Speaker.Sort.NOUN);
      }
    };
  }

  /** For whom a spokesperson speaks: "for Elmbridge", "for Jane Smith", "for the company". */
  private @Nullable EntityRef spokenFor(int core, int last, List<Name> names) {
    for (int i = core + 1; i <= last; i++) {
      SpeechWords.SpeakingNoun noun = words.noun(tokens.word(i));
      boolean crc = tokens.is(i, "crc") && tokens.is(i - 1, "the");
      if (noun != null && noun.sort() == SpeechWords.NounSort.BODY && (crc || names.isEmpty())) {
        Speaker body = body(noun.body(), core + 2, List.of(), null);
        return body.entity();
      }
    }
    EntityRef organisation = organisation(names);
    if (organisation == null && !names.isEmpty() && core < last) {
      Name name = names.get(names.size() - 1);
      organisation = name.entity().kind() == EntityKind.PERSON ? name.entity() : null;
    }
    return organisation;
  }

  private boolean isBoth(int from) {
    return tokens.is(from, "both")
        || (tokens.is(from, "the") && tokens.is(from + 1, "two"))
        || tokens.is(from, "two");
  }

  /**
   * "Both unions", "the two companies": the first of the two that this part has named, which stands
   * for them; null where it has named one or more than two of the sort.
   */
  private @Nullable EntityRef firstOfTwo(int core) {
    String plural = tokens.word(core);
    String one =
        plural.endsWith("ies")
            ? plural.substring(0, plural.length() - 3) + "y"
            : plural.substring(0, plural.length() - 1);
    SpeechWords.SpeakingNoun noun = words.noun(one);
    if (noun == null || noun.sort() != SpeechWords.NounSort.BODY) {
      return null;
    }
    Predicate<EntityRef> test = bodyTest(noun.body());
    int at = tokens.from(core);
    int scope = scopes[tokens.block(core)];
    List<Name> names = reading.names(new TextRange(Math.max(0, at - FARTHEST_ANNOUNCED), at));
    Set<EntityRef> meant = new LinkedHashSet<>();
    for (Name name : names) {
      int token = tokens.atOrAfter(name.range().from());
      if (scopes[tokens.block(token)] == scope && test.test(name.entity())) {
        meant.add(name.entity());
      }
    }
    return meant.size() == 2 ? meant.iterator().next() : null;
  }

  private static boolean isClass(EntityRef entity) {
    return entity.name().equals("Community Rehabilitation Companies");
  }

  private @Nullable EntityRef crcs(List<Name> names) {
    return names.isEmpty()
        ? known.byName.get("Community Rehabilitation Companies")
        : names.get(names.size() - 1).entity();
  }

  /** "A spokeswoman added": she speaks for the organisation that spoke just before. */
  private @Nullable EntityRef lastOrganisation(int token) {
    int scope = scopes[tokens.block(token)];
    for (int s = subjects.size() - 1;
        s >= Math.max(0, subjects.size() - MEMORY) && subjects.get(s).scope() == scope;
        s--) {
      EntityRef entity = subjects.get(s).speaker().entity();
      if (entity != null
          && entity.kind().isOrganisation()
          && tokens.from(token) - subjects.get(s).at() < 800) {
        return entity;
      }
    }
    return subjectOfSentenceBefore(token);
  }

  /**
   * The organisation of a name as printed: one that the lexicon or the text knows, else a new one.
   */
  EntityRef organisation(String name) {
    EntityRef registered = known.byName.get(name);
    if (registered != null) {
      return registered;
    }
    for (Name mention : reading.names()) {
      if (mention.entity().name().equals(name)) {
        return mention.entity();
      }
    }
    return EntityRef.found(name, EntityKind.COMPANY);
  }

  private static @Nullable EntityRef organisation(List<Name> names) {
    for (Name name : names) {
      EntityKind kind = name.entity().kind();
      if (kind.isOrganisation() || kind == EntityKind.PUBLICATION) {
        return name.entity();
      }
    }
    return null;
  }

  private static boolean isWatchdog(EntityRef entity) {
    String name = entity.name();
    return name.contains("Inspectorate")
        || name.contains("Audit Office")
        || name.contains("Ombudsman")
        || name.contains("Select Committee")
        || name.contains("Accounts Committee");
  }

  private static boolean isInspectorate(EntityRef entity) {
    return entity.name().contains("Inspectorate");
  }

  private @Nullable EntityRef watchdog(int from, int last, List<Name> names) {
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
  private EntityRef inspectorate(int token) {
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
   * The thing of a sort that was named last before an offset, else first after it, else the
   * default.
   */
  private @Nullable EntityRef latest(
      int offset, Predicate<EntityRef> sort, @Nullable EntityRef otherwise) {
    List<Name> names = reading.names();
    int low = 0;
    int high = names.size();
    while (low < high) {
      int mid = (low + high) >>> 1;
      if (names.get(mid).range().from() < offset) {
        low = mid + 1;
      } else {
        high = mid;
      }
    }
    // Bounded, so that a long document without such a name costs no more than a short one.
    for (int i = low - 1; i >= Math.max(0, low - 400); i--) {
      if (sort.test(names.get(i).entity())) {
        return names.get(i).entity();
      }
    }
    for (int i = low; i < Math.min(names.size(), low + 100); i++) {
      if (sort.test(names.get(i).entity())) {
        return names.get(i).entity();
      }
    }
    return otherwise;
  }

  private @Nullable Speaker document(int from, int core, int last, List<Name> names) {
    for (Name name : names) {
      EntityRef entity = name.entity();
      if ((entity.kind().isOrganisation() || entity.kind() == EntityKind.PUBLICATION)
          && !isSubjectOf(name, core)) {
        return new Speaker(
            entity, null, isWatchdog(entity) ? Speaker.Sort.WATCHDOG : Speaker.Sort.NOUN);
      }
    }
    switch (tokens.word(from)) {
      case "its", "their" -> {
        Speaker owner = tokens.is(from, "its") ? organisationSubject(from) : group(from);
        if (owner.isNamed()) {
          return new Speaker(owner.entity(), null, Speaker.Sort.NOUN);
        }
      }
      case "her", "his" -> {
        return person(from, tokens.is(from, "her") ? Gender.WOMAN : Gender.MAN);
      }
      default -> {}
    }
    for (int i = from; i < core; i++) {
      SpeechWords.SpeakingNoun owner = words.noun(tokens.word(i));
      if (owner != null && tokens.word(i).endsWith("'s")) {
        return common(owner, from, i, i, List.of());
      }
      if (owner != null && owner.sort() == SpeechWords.NounSort.BODY) {
        // "a company statement"
        return common(owner, i, i, i, List.of());
      }
      SpeechWords.SpeakingNoun noun = words.noun(tokens.word(i));
      if (noun != null && noun.sort() == SpeechWords.NounSort.WATCHDOG) {
        return new Speaker(inspectorate(from), null, Speaker.Sort.WATCHDOG);
      }
    }
    return switch (SpeechWords.stem(tokens.word(core))) {
      case "report", "inspection", "inspections", "review", "audit", "findings", "foreword" ->
          new Speaker(author(from), null, Speaker.Sort.WATCHDOG);
      default -> {
        EntityRef writer = tokens.is(from, "the") ? writer(from) : null;
        yield writer == null || isInspectorate(writer)
            ? new Speaker(null, role(from, last), Speaker.Sort.UNNAMED)
            : new Speaker(writer, null, Speaker.Sort.NOUN);
      }
    };
  }

  /**
   * Whose "the report" is: the watchdog named last in the same part, or the organisation whose
   * report that part told of since; else the one whose report it tells of next, else the
   * inspectorate.
   */
  private EntityRef author(int token) {
    EntityRef writer = writer(token);
    return writer == null || isInspectorate(writer) ? inspectorate(token) : writer;
  }

  private @Nullable EntityRef writer(int token) {
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

  /** Who "you" are in a letter: the person whom the salutation before names, or null. */
  @Nullable EntityRef addressee(int token) {
    int scope = scopes[tokens.block(token)];
    List<Document.Block> blocks = reading.document().layout().blocks();
    for (int b = tokens.block(token);
        b >= 0 && scopes[b] == scope && tokens.block(token) - b < LONGEST_LETTER;
        b--) {
      TextRange range = blocks.get(b).range();
      if (reading.text().startsWith("Dear ", range.from()) && range.length() < 60) {
        List<Name> names = reading.names(range);
        return names.isEmpty() || names.get(0).entity().kind() != EntityKind.PERSON
            ? null
            : names.get(0).entity();
      }
    }
    return null;
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
  private boolean isSubjectOf(Name name, int core) {
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

  private Speaker post(int from, int core, int last, List<Name> names, @Nullable String role) {
    for (Name name : names) {
      if (name.entity().kind() == EntityKind.PERSON) {
        int end = tokens.atOrAfter(name.range().to());
        return new Speaker(name.entity(), end <= last ? role(end, last) : role, Speaker.Sort.NAMED);
      }
    }
    boolean former = tokens.is(from + 1, "former") && isIndefinite(from);
    EntityRef holder = former ? null : holder(from, last, core, organisation(names));
    EntityRef office = holder == null && !former ? office(from, last) : null;
    if (office != null) {
      return new Speaker(office, role, Speaker.Sort.NOUN);
    }
    if (holder == null && !former && isIndefinite(from)) {
      holder = nextHolder(core);
    }
    return new Speaker(holder, role, holder == null ? Speaker.Sort.UNNAMED : Speaker.Sort.NOUN);
  }

  private boolean isIndefinite(int token) {
    return tokens.is(token, "a") || tokens.is(token, "an");
  }

  /**
   * "The chief inspector", "the Comptroller and Auditor General" where the text names no holder:
   * the watchdog that speaks through them, or null for any other post.
   */
  private @Nullable EntityRef office(int from, int last) {
    boolean chief = false;
    for (int i = from; i <= last; i++) {
      if (tokens.is(i, "former") || tokens.is(i, "deputy") || tokens.is(i, "then")) {
        return null;
      }
      chief |= tokens.is(i, "chief");
      if (chief && tokens.is(i, "inspector")) {
        return watchdog(from, last, List.of());
      }
      if (tokens.is(i, "auditor") && tokens.is(i + 1, "general")) {
        return known.body(Field.AUDIT_OFFICE.name());
      }
    }
    return null;
  }

  /** A shadow or former post is not meant by its plain title. */
  private static boolean isOutOfOffice(Held post, Set<String> phrase) {
    return (post.former() && !phrase.contains("former") && !phrase.contains("then"))
        || (post.title().contains("shadow") && !phrase.contains("shadow"));
  }

  /** "A charity boss has warned …": the person with a post whom the next sentences name. */
  private @Nullable EntityRef nextHolder(int token) {
    int at = tokens.from(token);
    int low = 0;
    int high = postsInOrder.size();
    while (low < high) {
      int mid = (low + high) >>> 1;
      if (postsInOrder.get(mid).at() <= at) {
        low = mid + 1;
      } else {
        high = mid;
      }
    }
    Held next = low < postsInOrder.size() ? postsInOrder.get(low) : null;
    return next != null && next.at() < at + 400 ? next.person() : null;
  }

  /** Who holds the post that the phrase names, by what the document says of posts. */
  private @Nullable EntityRef holder(int from, int last, int core, @Nullable EntityRef named) {
    Set<String> phrase = new HashSet<>();
    EntityRef organisation = named;
    for (int i = from; i <= last; i++) {
      SpeechWords.SpeakingNoun owner =
          tokens.word(i).endsWith("'s") ? words.noun(tokens.word(i)) : null;
      if (owner != null && owner.sort() == SpeechWords.NounSort.BODY) {
        // "the union's general secretary"
        organisation =
            organisation == null ? body(owner.body(), i, List.of(), null).entity() : organisation;
        continue;
      }
      String word = singular(SpeechWords.stem(tokens.word(i)));
      if (!Grammar.isDeterminer(word)
          && !Grammar.isPreposition(word)
          && !word.equals("and")
          && !word.equals("hm")
          && tokens.isWord(i)) {
        phrase.add(word);
      }
    }
    String head = singular(SpeechWords.stem(tokens.word(core)));
    if (phrase.isEmpty()) {
      return null;
    }
    int at = tokens.from(from);
    EntityRef best = null;
    double bestScore = 0;
    int bestDistance = Integer.MAX_VALUE;
    for (Held post : posts) {
      double score = fit(post, phrase, head, organisation);
      int distance = Math.abs(at - post.at());
      if (score > 0.6 && (score > bestScore || (score == bestScore && distance < bestDistance))) {
        best = post.person();
        bestScore = score;
        bestDistance = distance;
      }
    }
    return best != null ? best : registeredHolder(phrase, head, organisation);
  }

  /** The one person of the text who by the register held the post; null where there are two. */
  private @Nullable EntityRef registeredHolder(
      Set<String> phrase, String head, @Nullable EntityRef organisation) {
    if (phrase.contains("former") || phrase.contains("then") || phrase.contains("shadow")) {
      return null;
    }
    EntityRef only = null;
    for (Held post : registered) {
      if (fit(post, phrase, head, organisation) >= FIT_OF_REGISTER) {
        if (only != null && !only.equals(post.person())) {
          return null;
        }
        only = post.person();
      }
    }
    return only;
  }

  /** How well a phrase names a post: the share of its words that stand in the title, or 0. */
  private static double fit(
      Held post, Set<String> phrase, String head, @Nullable EntityRef organisation) {
    boolean elsewhere =
        organisation != null
            && post.organisation() != null
            && !organisation.equals(post.organisation());
    if (!post.title().contains(head) || elsewhere) {
      return 0;
    }
    long shared = phrase.stream().filter(post.title()::contains).count();
    return (double) shared / phrase.size() - (isOutOfOffice(post, phrase) ? 0.3 : 0);
  }

  private static String singular(String word) {
    return word.length() > 3 && word.endsWith("s") && !word.endsWith("ss")
        ? word.substring(0, word.length() - 1)
        : word;
  }

  private Speaker body(String sort, int from, List<Name> names, @Nullable String role) {
    Predicate<EntityRef> test = bodyTest(sort);
    for (Name name : names) {
      if (test.test(name.entity())) {
        return new Speaker(name.entity(), role, Speaker.Sort.NOUN);
      }
    }
    String first = tokens.word(from);
    boolean definite =
        switch (first) {
          case "a", "an", "another", "some", "one", "any", "many", "most", "several", "other" ->
              false;
          default -> true;
        };
    EntityRef entity =
        definite
            ? ofThisPart(sort, tokens.from(from))
                .orElseGet(() -> latest(tokens.from(from), test, byDefault(sort)))
            : isAnnounced(sort) ? announced(from, test) : null;
    return new Speaker(
        entity,
        entity == null ? role : null,
        entity == null ? Speaker.Sort.UNNAMED : Speaker.Sort.NOUN);
  }

  /** "The company", "the CRC" in a part that names one CRC only: that CRC. */
  private Optional<EntityRef> ofThisPart(String sort, int offset) {
    return switch (sort) {
      case "company", "crc" -> reading.topics().onlyCrcHere(offset);
      default -> Optional.empty();
    };
  }

  /** "The Ministry" of this field, where the text names none. */
  private @Nullable EntityRef byDefault(String sort) {
    return sort.equals("ministry") ? known.body(Field.MINISTRY.name()) : null;
  }

  private static boolean isAnnounced(String sort) {
    return switch (sort) {
      case "union", "charity", "committee" -> true;
      default -> false;
    };
  }

  /** "A union has warned …" at the head of an article: the one that the next paragraphs name. */
  private @Nullable EntityRef announced(int from, Predicate<EntityRef> test) {
    int at = tokens.from(from);
    int scope = scopes[tokens.block(from)];
    for (Name name :
        reading.names(
            new TextRange(
                Math.max(0, at - FARTHEST_ANNOUNCED),
                Math.min(reading.text().length(), at + FARTHEST_ANNOUNCED)))) {
      int token = tokens.atOrAfter(name.range().from());
      if (token < tokens.size()
          && scopes[tokens.block(token)] == scope
          && test.test(name.entity())) {
        // One that was named before is no longer "a union".
        return token < from ? null : name.entity();
      }
    }
    return null;
  }

  private static Predicate<EntityRef> bodyTest(String sort) {
    return switch (sort) {
      case "committee" -> e -> e.name().contains("Committee");
      case "audit" -> e -> e.name().contains("Audit");
      case "union" -> e -> e.kind() == EntityKind.UNION;
      case "association" -> e -> e.name().contains("Association");
      case "crc" -> e -> e.kind() == EntityKind.CRC && !isClass(e);
      case "company" ->
          e ->
              e.kind() == EntityKind.OWNER
                  || e.kind() == EntityKind.COMPANY
                  || e.kind() == EntityKind.SUPPLIER
                  || (e.kind() == EntityKind.CRC && !isClass(e));
      case "charity" -> e -> e.kind() == EntityKind.COMPANY || e.kind() == EntityKind.SUPPLIER;
      case "ministry" -> e -> e.name().contains("Ministry");
      case "department" -> e -> e.name().contains("Department") || e.name().contains("Ministry");
      case "office" -> e -> e.name().contains("Office");
      case "service" -> e -> e.name().contains("Service");
      case "trust" -> e -> e.name().contains("Trust");
      case "council" -> e -> e.name().contains("Council");
      case "publication" -> e -> e.kind() == EntityKind.PUBLICATION;
      default -> throw new IllegalArgumentException("speaking-nouns.txt: no body " + sort);
    };
  }

  /** Who a possessive means: "the Ministry's", "Jane Smith's". */
  @Nullable Speaker ofPossessive(int first, int last) {
    Name name = nameEndingAt(last, first);
    if (name != null) {
      return canSpeak(name.entity().kind()) ? named(name, first) : null;
    }
    SpeechWords.SpeakingNoun noun = words.noun(tokens.word(last));
    return noun == null ? null : common(noun, first, last, last, List.of());
  }

  /**
   * Who a pronoun means.
   *
   * @param word "he", "she", "they" or "it"
   */
  @Nullable Speaker pronoun(String word, int token) {
    return switch (word) {
      case "he" -> person(token, Gender.MAN);
      case "she" -> person(token, Gender.WOMAN);
      case "they" -> group(token);
      case "it" -> organisationSubject(token);
      default -> null;
    };
  }

  private Speaker person(int token, Gender gender) {
    int at = tokens.from(token);
    int scope = scopes[tokens.block(token)];
    EntityRef spoken = null;
    int spokenAt = -1;
    for (int i = subjects.size() - 1;
        i >= Math.max(0, subjects.size() - MEMORY) && subjects.get(i).scope() == scope;
        i--) {
      Subject subject = subjects.get(i);
      EntityRef entity = subject.speaker().entity();
      if (entity != null
          && subject.isPerson()
          && subject.at() < at
          && genders.getOrDefault(entity, gender) == gender) {
        spoken = entity;
        spokenAt = subject.at();
        break;
      }
    }
    Name named = lastPersonSubject(at, scope, gender);
    int namedAt = named == null ? -1 : named.range().from();
    Subject unnamed = lastUnnamed(at, scope);
    if (unnamed != null && unnamed.at() > Math.max(namedAt, spokenAt)) {
      return new Speaker(
          unnamed.speaker().entity(), unnamed.speaker().role(), Speaker.Sort.PRONOUN);
    }
    if (named != null && namedAt > spokenAt) {
      return new Speaker(named.entity(), null, Speaker.Sort.PRONOUN);
    }
    return new Speaker(spoken, null, Speaker.Sort.PRONOUN);
  }

  /**
   * "One officer said …", "A spokeswoman for Elmbridge apologised": somebody without a name of whom
   * the sentences before a pronoun speak; or null.
   */
  private @Nullable Subject lastUnnamed(int at, int scope) {
    for (int i = subjects.size() - 1;
        i >= Math.max(0, subjects.size() - MEMORY) && subjects.get(i).scope() == scope;
        i--) {
      Subject subject = subjects.get(i);
      if (subject.at() < at && subject.isPerson()) {
        break;
      }
      String role = subject.speaker().role();
      if (subject.at() < at
          && at - subject.at() < FARTHEST_UNNAMED
          && role != null
          && isOnePerson(role)) {
        Subject opening = openingOf(at, scope);
        return opening != null && opening.at() > subject.at() ? opening : subject;
      }
    }
    return openingOf(at, scope);
  }

  /** Whether a role's head tells of one person: "officer", not "officers" nor "report". */
  private boolean isOnePerson(String role) {
    String lower = role.toLowerCase(Locale.ROOT);
    for (String word : lower.split("[^a-z-]+")) {
      SpeechWords.SpeakingNoun noun = words.noun(word);
      if (noun != null) {
        return switch (noun.sort()) {
          case PEOPLE, SPOKESPERSON -> !word.endsWith("s") && !isCollective(word);
          default -> false;
        };
      }
    }
    // "One sailor": a noun that only an article makes somebody.
    return true;
  }

  private static boolean isCollective(String word) {
    return switch (word) {
      case "staff", "management", "spokespeople", "public" -> true;
      default -> false;
    };
  }

  /** The unnamed person with whom one of the sentences just before an offset opens, or null. */
  private @Nullable Subject openingOf(int at, int scope) {
    int token = tokens.atOrAfter(at);
    int sentence = token < tokens.size() ? tokens.sentence(token) : -1;
    int i = token - 1;
    for (int back = 1; back <= 2 && i >= 0; back++) {
      while (i >= 0 && tokens.sentence(i) > sentence - back) {
        i--;
      }
      int last = i;
      while (i > 0 && tokens.sentence(i - 1) == sentence - back) {
        i--;
      }
      if (i < 0 || last < 0 || scopes[tokens.block(i)] != scope) {
        return null;
      }
      for (int n = i; n < Math.min(last, i + 6); n++) {
        if (endOfNameAt(n) >= n || Grammar.isSubjectPronoun(tokens.word(n))) {
          return null;
        }
        SpeechWords.SpeakingNoun noun = words.noun(tokens.word(n));
        if (noun != null
            && (noun.sort() == SpeechWords.NounSort.PEOPLE
                || noun.sort() == SpeechWords.NounSort.SPOKESPERSON)
            && Grammar.isDeterminer(tokens.word(i))
            && isOnePerson(tokens.word(n))) {
          int end = n;
          while (end < last
              && tokens.isWord(end + 1)
              && (tokens.isCapital(end + 1)
                  || Grammar.isPreposition(tokens.word(end + 1))
                  || Grammar.isDeterminer(tokens.word(end + 1)))) {
            end++;
          }
          Speaker speaker = of(i, end);
          return speaker == null ? null : new Subject(speaker, tokens.from(i), scope);
        }
      }
    }
    return null;
  }

  /** The last person before an offset that begins a sentence's names; else the last at all. */
  private @Nullable Name lastPersonSubject(int at, int scope, @Nullable Gender gender) {
    List<Name> names = reading.names(new TextRange(Math.max(0, at - 2500), at));
    Name any = null;
    int steps = 0;
    for (int i = names.size() - 1; i >= 0 && steps < 60; i--, steps++) {
      Name name = names.get(i);
      if (name.entity().kind() != EntityKind.PERSON || !mayBe(name.entity(), gender)) {
        continue;
      }
      int first = tokens.atOrAfter(name.range().from());
      if (first >= tokens.size()
          || scopes[tokens.block(first)] != scope
          || quotationOf[first] >= 0
          || isByline(first)) {
        continue;
      }
      if (any == null) {
        any = name;
      }
      int before = first - 1;
      while (before >= 0 && HONORIFICS.contains(tokens.word(before))) {
        before--;
      }
      boolean object =
          before >= 0
              && tokens.sentence(before) == tokens.sentence(first)
              && Grammar.isPreposition(tokens.word(before));
      if (!object
          && isFirstPersonOfSentence(names, i)
          && !tokens.word(Math.min(tokens.size() - 1, first)).endsWith("'s")) {
        return name;
      }
    }
    return any;
  }

  /** "Jane Smith would call Tom Reyes to the House": the second is no subject. */
  private boolean isFirstPersonOfSentence(List<Name> names, int i) {
    int sentence = tokens.sentence(tokens.atOrAfter(names.get(i).range().from()));
    for (int before = i - 1; before >= 0; before--) {
      Name name = names.get(before);
      if (tokens.sentence(tokens.atOrAfter(name.range().from())) != sentence) {
        return true;
      }
      if (name.entity().kind() == EntityKind.PERSON) {
        return false;
      }
    }
    return true;
  }

  /** "By Jane Smith, Crime Reporter": who writes is not spoken of. */
  private boolean isByline(int first) {
    return first > 0
        && tokens.is(first - 1, "by")
        && tokens.isCapital(first - 1)
        && (first == 1 || tokens.block(first - 2) != tokens.block(first));
  }

  private boolean mayBe(EntityRef person, @Nullable Gender gender) {
    Gender own = genders.get(person);
    return own == null || gender == null || own == gender;
  }

  private Speaker group(int token) {
    int scope = scopes[tokens.block(token)];
    Speaker here = pluralBefore(token);
    if (here != null) {
      return here;
    }
    for (int i = subjects.size() - 1;
        i >= Math.max(0, subjects.size() - MEMORY) && subjects.get(i).scope() == scope;
        i--) {
      Subject subject = subjects.get(i);
      if (!subject.isPerson() && tokens.from(token) - subject.at() < 1500) {
        return new Speaker(
            subject.speaker().entity(), subject.speaker().role(), Speaker.Sort.PRONOUN);
      }
    }
    EntityRef subject = subjectOfSentenceBefore(token);
    return new Speaker(subject, null, Speaker.Sort.PRONOUN);
  }

  /** "Sentencers were unhappy: they said …": those with whom the sentence opens, or null. */
  private @Nullable Speaker pluralBefore(int token) {
    int i = token;
    while (i > 0
        && token - i < 40
        && tokens.sentence(i - 1) == tokens.sentence(token)
        && tokens.block(i - 1) == tokens.block(token)) {
      i--;
    }
    for (int n = i; n < Math.min(token, i + 4); n++) {
      SpeechWords.SpeakingNoun noun = words.noun(tokens.word(n));
      if (noun != null
          && noun.sort() == SpeechWords.NounSort.PEOPLE
          && (tokens.word(n).endsWith("s") || tokens.is(n, "staff"))
          && Grammar.isFinite(tokens.word(n + 1))) {
        return of(i, n);
      }
    }
    return null;
  }

  /** The organisation that the sentence before a token's begins with, in the same part, or null. */
  private @Nullable EntityRef subjectOfSentenceBefore(int token) {
    int i = token;
    while (i > 0 && tokens.sentence(i - 1) == tokens.sentence(token)) {
      i--;
    }
    return i > 0 && scopes[tokens.block(i - 1)] == scopes[tokens.block(token)]
        ? subjectOfSentence(i - 1)
        : null;
  }

  /**
   * "Elmbridge is slow, although it said …": the organisation that its own sentence begins with;
   * else that the sentence before begins with; else that spoke last.
   */
  private Speaker organisationSubject(int token) {
    int at = tokens.from(token);
    int scope = scopes[tokens.block(token)];
    if (token > 0
        && tokens.sentence(token - 1) == tokens.sentence(token)
        && quotationOf[token] == quotationOf[token - 1]) {
      EntityRef own = subjectOfSentence(token - 1);
      if (own != null) {
        return new Speaker(own, null, Speaker.Sort.PRONOUN);
      }
    }
    int i = token;
    while (i > 0 && tokens.sentence(i - 1) == tokens.sentence(token)) {
      i--;
    }
    if (i > 0 && tokens.block(i - 1) == tokens.block(token)) {
      EntityRef subject = subjectOfSentence(i - 1);
      if (subject != null) {
        return new Speaker(subject, null, Speaker.Sort.PRONOUN);
      }
    }
    for (int s = subjects.size() - 1;
        s >= Math.max(0, subjects.size() - MEMORY) && subjects.get(s).scope() == scope;
        s--) {
      Subject subject = subjects.get(s);
      if (subject.speaker().isNamed() && !subject.isPerson() && at - subject.at() < 600) {
        return new Speaker(subject.speaker().entity(), null, Speaker.Sort.PRONOUN);
      }
    }
    return new Speaker(null, null, Speaker.Sort.PRONOUN);
  }

  /** The first organisation in a token's sentence that does not follow a preposition. */
  private @Nullable EntityRef subjectOfSentence(int token) {
    int start = token;
    while (start > 0 && tokens.sentence(start - 1) == tokens.sentence(token)) {
      start--;
    }
    for (int i = start; i <= token; i++) {
      int before = i - 1;
      while (before >= start && Grammar.isDeterminer(tokens.word(before))) {
        before--;
      }
      if (before >= start && Grammar.isPreposition(tokens.word(before))) {
        continue;
      }
      int end = endOfNameAt(i);
      if (end >= i) {
        List<Name> names = reading.names(tokens.range(i, end));
        EntityKind kind = names.isEmpty() ? EntityKind.AREA : names.get(0).entity().kind();
        if (kind.isOrganisation()
            && words.noun(tokens.word(Math.min(end + 1, tokens.size() - 1))) == null) {
          return names.get(0).entity();
        }
        i = end;
        continue;
      }
      SpeechWords.SpeakingNoun noun = words.noun(tokens.word(i));
      if (noun != null
          && (noun.sort() == SpeechWords.NounSort.BODY
              || noun.sort() == SpeechWords.NounSort.WATCHDOG
              || noun.sort() == SpeechWords.NounSort.GOVERNMENT
              || noun.sort() == SpeechWords.NounSort.DOCUMENT)) {
        Speaker speaker = of(Math.max(start, i - 1), i);
        return speaker == null ? null : speaker.entity();
      }
    }
    return null;
  }
}
