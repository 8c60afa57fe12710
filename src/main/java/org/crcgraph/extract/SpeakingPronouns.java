package org.crcgraph.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.crcgraph.model.EntityKind;
import org.crcgraph.model.EntityRef;
import org.crcgraph.model.TextRange;
import org.jspecify.annotations.Nullable;

/** Who "he", "she", "they" and "it" mean: those who spoke, and the subjects of sentences before. */
final class SpeakingPronouns {
  /** How many speakers back a pronoun may reach. */
  private static final int MEMORY = 60;

  /** How far back, in UTF-16 units, somebody without a name is still meant by "she". */
  private static final int FARTHEST_UNNAMED = 900;

  /** Tells whom a noun phrase means. */
  interface NounPhrases {
    /** Who the tokens from the first to the last, inclusive, mean, or null. */
    @Nullable Speaker of(int first, int last);
  }

  private final SpokenText spoken;
  private final Reading reading;
  private final SpeechTokens tokens;
  private final SpeechWords words;
  private final SpokenText.Known known;
  private final int[] scopes;
  private final int[] quotationOf;
  private final NounPhrases phrases;
  private final Map<EntityRef, Gender> genders = new HashMap<>();
  private final List<Subject> subjects = new ArrayList<>();

  enum Gender {
    WOMAN,
    MAN
  }

  /** Somebody who spoke, in a place where a pronoun may mean them. */
  private record Subject(Speaker speaker, int at, int scope) {
    boolean isPerson() {
      EntityRef entity = speaker.entity();
      return entity != null && entity.kind() == EntityKind.PERSON;
    }
  }

  /**
   * Learns who of those named is a man and who a woman.
   *
   * @param phrases tells whom a noun phrase means
   */
  SpeakingPronouns(SpokenText spoken, NounPhrases phrases) {
    this.spoken = spoken;
    reading = spoken.reading();
    tokens = spoken.tokens();
    words = spoken.words();
    known = spoken.known();
    scopes = spoken.scopes();
    quotationOf = spoken.quotationOf();
    this.phrases = phrases;
    learnGenders();
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
        if (known.women().contains(first)) {
          genders.put(name.entity(), Gender.WOMAN);
        } else if (known.men().contains(first)) {
          genders.put(name.entity(), Gender.MAN);
        }
      }
    }
  }

  /** Remembers that somebody spoke, so that "he" or "she" after it can mean them. */
  void note(Speaker speaker, int token) {
    subjects.add(new Subject(speaker, tokens.from(token), scopes[tokens.block(token)]));
  }

  /** "A spokeswoman added": she speaks for the organisation that spoke just before. */
  @Nullable EntityRef lastOrganisation(int token) {
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

  Speaker person(int token, Gender gender) {
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
        if (spoken.endOfNameAt(n) >= n || Grammar.isSubjectPronoun(tokens.word(n))) {
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
          Speaker speaker = phrases.of(i, end);
          return speaker == null ? null : new Subject(speaker, tokens.from(i), scope);
        }
      }
    }
    return null;
  }

  /** The last person before an offset that begins a sentence's names; else the last at all. */
  @Nullable Name lastPersonSubject(int at, int scope, @Nullable Gender gender) {
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
      while (before >= 0 && spoken.isHonorific(tokens.word(before))) {
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

  Speaker group(int token) {
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
        return phrases.of(i, n);
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
  Speaker organisationSubject(int token) {
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
      int end = spoken.endOfNameAt(i);
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
        Speaker speaker = phrases.of(Math.max(start, i - 1), i);
        return speaker == null ? null : speaker.entity();
      }
    }
    return null;
  }
}
