package org.crcgraph.extract;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.crcgraph.model.Document;
import org.crcgraph.model.EntityKind;
import org.crcgraph.model.EntityRef;
import org.crcgraph.model.TextRange;
import org.jspecify.annotations.Nullable;

/** Decides who a subject means: names, pronouns, posts and common nouns, by what the text names. */
final class Speakers {
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

  /** How many paragraphs on from its salutation a letter speaks to "you". */
  private static final int LONGEST_LETTER = 20;

  /** How far back, in UTF-16 units, somebody is called by an honorific and the forename. */
  private static final int FARTHEST_FORENAME = 4000;

  private final SpokenText spoken;
  private final Reading reading;
  private final SpeechTokens tokens;
  private final SpeechWords words;
  private final SpokenText.Known known;
  private final int[] scopes;
  private final PostHolders postHolders;
  private final ReportAuthors authors;
  private final SpeakingBodies bodies;
  private final SpeakingPronouns pronouns;

  /** Learns who is named in a text, and with which posts. */
  Speakers(SpokenText spoken) {
    this.spoken = spoken;
    reading = spoken.reading();
    tokens = spoken.tokens();
    words = spoken.words();
    known = spoken.known();
    scopes = spoken.scopes();
    postHolders = new PostHolders(spoken);
    authors = new ReportAuthors(spoken);
    bodies = new SpeakingBodies(spoken);
    pronouns = new SpeakingPronouns(spoken, this::of);
  }

  /** Remembers that somebody spoke, so that "he" or "she" after it can mean them. */
  void note(Speaker speaker, int token) {
    pronouns.note(speaker, token);
  }

  /** The first name of those that lie in a run of tokens and can speak, or null. */
  @Nullable Name firstName(int first, int last) {
    return spoken.firstName(first, last);
  }

  /** The name that ends exactly where a token ends (a possessive ending may follow), or null. */
  @Nullable Name nameEndingAt(int token, int firstToken) {
    return spoken.nameEndingAt(token, firstToken);
  }

  /** Whether one name runs over both tokens. */
  boolean isInsideName(int first, int last) {
    return spoken.isInsideName(first, last);
  }

  /** The last token of the name that begins at a token and can speak, or -1. */
  int endOfNameAt(int token) {
    return spoken.endOfNameAt(token);
  }

  boolean isHonorific(String word) {
    return spoken.isHonorific(word);
  }

  /** Who a pronoun means: "he", "she", "they" or "it"; else null. */
  @Nullable Speaker pronoun(String word, int token) {
    return pronouns.pronoun(word, token);
  }

  /** Who "we" are in a report: the watchdog that its first lines name, or null. */
  @Nullable EntityRef reportAuthor() {
    return authors.reportAuthor();
  }

  /** The organisation of a name as printed. */
  EntityRef organisation(String name) {
    return bodies.organisation(name);
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
    Name head = spoken.nameEndingAt(core, from);
    if (head != null && SpokenText.isClass(head.entity()) && tokens.is(core, "crc")) {
      return bodies.body("crc", from, List.of(), role(from, last));
    }
    if (head != null
        && SpokenText.canSpeak(head.entity().kind())
        && !tokens.word(core).endsWith("'s")) {
      return named(firstOfJoint(head, from), from);
    }
    if (core == from && ANYBODY.contains(tokens.word(core))) {
      return new Speaker(null, role(from, last), Speaker.Sort.UNNAMED);
    }
    SpeechWords.SpeakingNoun noun = words.noun(tokens.word(core));
    if (noun == null && core != last) {
      Name end = spoken.nameEndingAt(last, from);
      if (end != null && end.entity().kind() == EntityKind.PERSON) {
        return named(end, from);
      }
    }
    if (noun != null && core != last && !tokens.is(core + 1, "of")) {
      // "Elmbridge director for the north and the coast Jo Marsh": the name ends the phrase.
      Name end = spoken.nameEndingAt(last, core + 1);
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
      Name person = pronouns.lastPersonSubject(tokens.from(from), scopes[tokens.block(from)], null);
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
    Name before = spoken.nameEndingAt(token - 1, from);
    return before == null
        ? AFTER_SURNAMES.contains(tokens.word(token - 1))
            || spoken.isHonorific(tokens.word(Math.max(from, token - 2)))
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
      while (i > from && (spoken.isHonorific(tokens.word(i)) || tokens.is(i, "the"))) {
        i--;
      }
      if (!tokens.is(i, "and") && !tokens.is(i, "&")) {
        return first;
      }
      Name before = spoken.nameEndingAt(i - 1, from);
      boolean alike =
          before != null
              && SpokenText.canSpeak(before.entity().kind())
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
    while (end > from && spoken.isHonorific(tokens.word(end - 1))) {
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
      if (Grammar.isPastForm(word)
          && words.noun(tokens.word(i - 1)) != null
          && !spoken.insideName(i)) {
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
        if (spoken.insideName(i)) {
          continue;
        }
        return i - 1;
      }
    }
    return last;
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
    while (plain < core && spoken.isHonorific(tokens.word(plain))) {
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
    return known.women().contains(word)
        || known.men().contains(word)
        || (first > 0 && spoken.isHonorific(tokens.word(first - 1)));
  }

  private @Nullable Speaker common(
      SpeechWords.SpeakingNoun noun, int from, int core, int last, List<Name> names) {
    String role = role(from, last);
    return switch (noun.sort()) {
      case DOCUMENT -> document(from, core, last, names);
      case WATCHDOG ->
          new Speaker(authors.watchdog(from, last, names), role, Speaker.Sort.WATCHDOG);
      case SPOKESPERSON -> {
        EntityRef organisation = spokenFor(core, last, names);
        if (organisation == null && core == last) {
          organisation = pronouns.lastOrganisation(from);
        }
        yield organisation == null
            ? new Speaker(null, role, Speaker.Sort.UNNAMED)
            : new Speaker(organisation, reading.text(tokens.range(core, core)), Speaker.Sort.NOUN);
      }
      case POST -> post(from, core, last, names, role);
      case BODY -> bodies.body(noun.body(), from, names, role);
      case GOVERNMENT ->
          new Speaker(
              known.body("UK Government"),
              tokens.word(core).equals("government") ? null : role,
              Speaker.Sort.NOUN);
      case OFFICIALS -> {
        EntityRef organisation = SpokenText.organisation(names);
        if (organisation == null && from == core && tokens.is(core, "officials")) {
          organisation =
              bodies.latest(
                  tokens.from(from),
                  e -> e.name().startsWith("Ministry") || e.name().startsWith("Department"),
                  null);
        }
        yield organisation == null || SpokenText.isClass(organisation)
            ? new Speaker(null, role, Speaker.Sort.UNNAMED)
            : new Speaker(organisation, role, Speaker.Sort.NOUN);
      }
      case PEOPLE -> {
        EntityRef first = isBoth(from) ? bodies.firstOfTwo(core) : null;
        yield tokens.word(core).equals("crcs")
            ? new Speaker(bodies.crcs(names), null, Speaker.Sort.NAMED)
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
        Speaker body = bodies.body(noun.body(), core + 2, List.of(), null);
        return body.entity();
      }
    }
    EntityRef organisation = SpokenText.organisation(names);
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

  private @Nullable Speaker document(int from, int core, int last, List<Name> names) {
    for (Name name : names) {
      EntityRef entity = name.entity();
      if ((entity.kind().isOrganisation() || entity.kind() == EntityKind.PUBLICATION)
          && !authors.isSubjectOf(name, core)) {
        return new Speaker(
            entity,
            null,
            ReportAuthors.isWatchdog(entity) ? Speaker.Sort.WATCHDOG : Speaker.Sort.NOUN);
      }
    }
    switch (tokens.word(from)) {
      case "its", "their" -> {
        Speaker owner =
            tokens.is(from, "its") ? pronouns.organisationSubject(from) : pronouns.group(from);
        if (owner.isNamed()) {
          return new Speaker(owner.entity(), null, Speaker.Sort.NOUN);
        }
      }
      case "her", "his" -> {
        return pronouns.person(
            from,
            tokens.is(from, "her") ? SpeakingPronouns.Gender.WOMAN : SpeakingPronouns.Gender.MAN);
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
        return new Speaker(authors.inspectorate(from), null, Speaker.Sort.WATCHDOG);
      }
    }
    return switch (SpeechWords.stem(tokens.word(core))) {
      case "report", "inspection", "inspections", "review", "audit", "findings", "foreword" ->
          new Speaker(authors.author(from), null, Speaker.Sort.WATCHDOG);
      default -> {
        EntityRef writer = tokens.is(from, "the") ? authors.writer(from) : null;
        yield writer == null || ReportAuthors.isInspectorate(writer)
            ? new Speaker(null, role(from, last), Speaker.Sort.UNNAMED)
            : new Speaker(writer, null, Speaker.Sort.NOUN);
      }
    };
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

  private Speaker post(int from, int core, int last, List<Name> names, @Nullable String role) {
    for (Name name : names) {
      if (name.entity().kind() == EntityKind.PERSON) {
        int end = tokens.atOrAfter(name.range().to());
        return new Speaker(name.entity(), end <= last ? role(end, last) : role, Speaker.Sort.NAMED);
      }
    }
    boolean former = tokens.is(from + 1, "former") && isIndefinite(from);
    EntityRef holder = former ? null : holder(from, last, core, SpokenText.organisation(names));
    EntityRef office = holder == null && !former ? office(from, last) : null;
    if (office != null) {
      return new Speaker(office, role, Speaker.Sort.NOUN);
    }
    if (holder == null && !former && isIndefinite(from)) {
      holder = postHolders.nextHolder(core);
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
        return authors.watchdog(from, last, List.of());
      }
      if (tokens.is(i, "auditor") && tokens.is(i + 1, "general")) {
        return known.body(Field.AUDIT_OFFICE.name());
      }
    }
    return null;
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
            organisation == null
                ? bodies.body(owner.body(), i, List.of(), null).entity()
                : organisation;
        continue;
      }
      String word = PostHolders.singular(SpeechWords.stem(tokens.word(i)));
      if (!Grammar.isDeterminer(word)
          && !Grammar.isPreposition(word)
          && !word.equals("and")
          && !word.equals("hm")
          && tokens.isWord(i)) {
        phrase.add(word);
      }
    }
    String head = PostHolders.singular(SpeechWords.stem(tokens.word(core)));
    if (phrase.isEmpty()) {
      return null;
    }
    return postHolders.of(phrase, head, organisation, tokens.from(from));
  }

  /** Who a possessive means: "the Ministry's", "Jane Smith's". */
  @Nullable Speaker ofPossessive(int first, int last) {
    Name name = spoken.nameEndingAt(last, first);
    if (name != null) {
      return SpokenText.canSpeak(name.entity().kind()) ? named(name, first) : null;
    }
    SpeechWords.SpeakingNoun noun = words.noun(tokens.word(last));
    return noun == null ? null : common(noun, first, last, last, List.of());
  }
}
