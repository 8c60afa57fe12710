package org.crcgraph.extract;

import java.util.ArrayList;
import java.util.List;
import org.crcgraph.model.EntityKind;
import org.crcgraph.model.EntityRef;
import org.jspecify.annotations.Nullable;

/** Finds who says: each verb of saying with its subject, and "according to" with its source. */
final class SayingFrames {
  /** The longest noun phrase that is read as a subject, in tokens. */
  private static final int LONGEST_SUBJECT = 24;

  /** How far a clause is read from its verb, in tokens; sentences without end occur. */
  private static final int FARTHEST = 120;

  private final SpeechTokens tokens;
  private final SpeechWords words;
  private final Speakers speakers;
  private final int[] quotationOf;
  private final List<Frame> frames = new ArrayList<>();

  /** Where the subject stands. */
  enum Shape {
    /** "Stacey said …". */
    SUBJECT_FIRST,
    /** "…, said Stacey". */
    INVERTED,
    /** "… and said", "…, adding": the subject of an earlier verb. */
    SHARED,
    /** "according to Stacey". */
    ACCORDING
  }

  /**
   * Somebody says.
   *
   * @param verb the verb's token, or that of "according"
   * @param saying what may follow
   * @param first first token of the frame: of subject or verb, whichever comes first
   * @param last last token of the frame, inclusive
   * @param speaker who
   */
  record Frame(
      int verb, SpeechWords.Saying saying, int first, int last, Speaker speaker, Shape shape) {}

  private record Found(Speaker speaker, int first) {}

  private SayingFrames(
      SpeechTokens tokens, SpeechWords words, Speakers speakers, int[] quotationOf) {
    this.tokens = tokens;
    this.words = words;
    this.speakers = speakers;
    this.quotationOf = quotationOf;
  }

  /**
   * The frames of a document in order.
   *
   * @param quotationOf for each token the quotation that it lies in, or -1
   */
  static List<Frame> of(
      SpeechTokens tokens, SpeechWords words, Speakers speakers, int[] quotationOf) {
    SayingFrames finder = new SayingFrames(tokens, words, speakers, quotationOf);
    for (int i = 0; i < tokens.size(); i++) {
      if (quotationOf[i] < 0) {
        finder.at(i);
      }
    }
    return finder.frames;
  }

  private void at(int i) {
    String word = tokens.word(i);
    if (word.equals("according") && tokens.is(i + 1, "to")) {
      according(i);
      return;
    }
    if (tokens.is(i + 1, "on") && isGoing(word)) {
      if (!tokens.is(i + 2, "to")) {
        phrasal(i, "continued");
      }
      return;
    }
    if (tokens.is(i + 1, "out") && (word.equals("pointed") || word.equals("points"))) {
      phrasal(i, "noted");
      return;
    }
    SpeechWords.Saying saying = words.verb(word);
    if (saying == null) {
      return;
    }
    if (saying.form() == SpeechWords.Form.BASE && i > 0 && tokens.is(i - 1, "to")) {
      infinitive(i, saying);
      return;
    }
    Frame frame = frame(i, saying);
    if (frame != null) {
      add(frame);
    }
  }

  private static boolean isGoing(String word) {
    return word.equals("went") || word.equals("goes");
  }

  /** "went on", "pointed out": a verb of two words that is followed like another verb. */
  private void phrasal(int verb, String like) {
    SpeechWords.Saying saying = words.verb(like);
    if (saying == null) {
      return;
    }
    Frame frame = frame(verb, saying);
    if (frame != null) {
      add(new Frame(verb, saying, frame.first(), verb + 1, frame.speaker(), frame.shape()));
    }
  }

  private void add(Frame frame) {
    frames.add(frame);
    speakers.note(frame.speaker(), frame.verb());
  }

  /** The first token of the clause part that a subject may reach back to. */
  private int leftLimit(int token) {
    int i = token;
    while (i > 0
        && token - i < FARTHEST
        && tokens.sentence(i - 1) == tokens.sentence(token)
        && tokens.block(i - 1) == tokens.block(token)
        && quotationOf[i - 1] < 0
        && !isQuotationMark(i - 1)) {
      i--;
    }
    return i;
  }

  private boolean isQuotationMark(int token) {
    return switch (tokens.word(token)) {
      case "\"", "“", "”", "‘", "’" -> true;
      default -> false;
    };
  }

  private int rightLimit(int token) {
    int i = token;
    while (i + 1 < tokens.size()
        && i - token < FARTHEST
        && tokens.sentence(i + 1) == tokens.sentence(token)
        && tokens.block(i + 1) == tokens.block(token)) {
      i++;
    }
    return i;
  }

  private @Nullable Frame frame(int verb, SpeechWords.Saying saying) {
    int left = leftLimit(verb);
    int end = verb - 1;
    while (end >= left
        && (Grammar.isFiller(tokens.word(end))
            || (tokens.is(end, "will") && saying.form() == SpeechWords.Form.BASE))) {
      if (isPassive(end, saying)) {
        return null;
      }
      end--;
    }
    if ((end < left || tokens.is(end, ",")) && !saying.takes(SpeechWords.Complement.ADDRESSEE)) {
      Frame inverted = inverted(verb, saying, end < left && left < verb);
      if (inverted != null && (end < left || endsClause(inverted.last()))) {
        return inverted;
      }
    }
    if (end < left) {
      return null;
    }
    if (saying.form() == SpeechWords.Form.ING) {
      return switch (tokens.word(end)) {
        case "after", "before", "without", "of", "when", "since", "than", "like" -> null;
        default -> shared(verb, saying);
      };
    }
    if (saying.form() == SpeechWords.Form.BASE && !isPlural(end, left)) {
      return null;
    }
    return switch (tokens.word(end)) {
      case "and", "but", "or" -> shared(verb, saying);
      case "," -> apposed(verb, saying, end, left);
      case "-", "–", "—" -> apposed(verb, saying, end, left);
      case ")" -> {
        int open = end;
        while (open > left && !tokens.is(open, "(")) {
          open--;
        }
        yield open - 1 < left ? null : simple(verb, saying, open - 1, left);
      }
      case "who", "which", "that" -> {
        int antecedent = tokens.is(end - 1, ",") ? end - 2 : end - 1;
        yield antecedent < left ? null : simple(verb, saying, antecedent, left);
      }
      default -> simple(verb, saying, end, left);
    };
  }

  /** "was told", "have been warned": the subject does not speak. */
  private boolean isPassive(int filler, SpeechWords.Saying saying) {
    return switch (tokens.word(filler)) {
      case "is", "are", "was", "were", "been", "be", "being" ->
          saying.form() != SpeechWords.Form.ING;
      default -> false;
    };
  }

  /** The base form needs a plural subject: "inspectors say", "we claim", not "the claim". */
  private boolean isPlural(int end, int left) {
    String word = tokens.word(end);
    return (speakers.nameEndingAt(end, left) != null && !isAlsoNoun(tokens.word(end + 1)))
        || tokens.is(end + 1, "will")
        || word.endsWith("s")
        || switch (word) {
          case "they", "we", "i", "you", "people", "who", "staff", "management", "will", ")" ->
              true;
          default -> false;
        };
  }

  private @Nullable Frame simple(int verb, SpeechWords.Saying saying, int end, int left) {
    Found found = subjectEndingAt(end, left);
    return found == null
        ? null
        : new Frame(verb, saying, found.first(), verb, found.speaker(), Shape.SUBJECT_FIRST);
  }

  private @Nullable Found subjectEndingAt(int end, int left) {
    int first = startOfPhrase(end, left);
    if (first > end) {
      return null;
    }
    Speaker speaker = speakers.of(first, end);
    if (speaker != null) {
      return new Found(speaker, first);
    }
    if (tokens.is(end, "we")) {
      EntityRef author = speakers.reportAuthor();
      return author == null
          ? null
          : new Found(new Speaker(author, null, Speaker.Sort.WATCHDOG), first);
    }
    // "Inspectors who visited the office found …".
    int relative = first - 1;
    if (relative > left && isRelative(relative) && tokens.isWord(relative - 1)) {
      return subjectEndingAt(relative - 1, left);
    }
    return null;
  }

  /** Verbs whose base form after a name is more often a noun: "an Elmbridge report". */
  private static boolean isAlsoNoun(String word) {
    return switch (word) {
      case "report",
          "claim",
          "note",
          "comment",
          "state",
          "estimate",
          "demand",
          "answer",
          "reply",
          "promise",
          "hint",
          "joke",
          "show",
          "post",
          "call",
          "find",
          "highlight" ->
          true;
      default -> false;
    };
  }

  private boolean isRelative(int token) {
    return switch (tokens.word(token)) {
      case "who", "which", "that" -> true;
      default -> false;
    };
  }

  private int startOfPhrase(int end, int left) {
    if (Grammar.isSubjectPronoun(tokens.word(end))) {
      return end;
    }
    int first = end;
    while (first > left && end - first < LONGEST_SUBJECT) {
      int before = first - 1;
      String word = tokens.word(before);
      boolean inName = speakers.isInsideName(before, first);
      if (!inName) {
        if (!tokens.isWord(before) && !word.equals("&") && !word.equals("'")) {
          break;
        }
        if (Grammar.isModal(word)
            || Grammar.isFinite(word)
            || Grammar.isSubjectPronoun(word)
            || (Grammar.isSubordinator(word) && !Grammar.isPreposition(word))
            || (words.verb(word) != null && words.noun(word) == null && !isNounLike(before))) {
          break;
        }
      }
      first = before;
    }
    // A phrase does not begin with a conjunction or a preposition.
    while (first < end
        && (tokens.is(first, "and")
            || tokens.is(first, "but")
            || Grammar.isSubordinator(tokens.word(first)))) {
      first++;
    }
    return first;
  }

  /** "the claim", "their notes": a verb form after a determiner is a noun. */
  private boolean isNounLike(int token) {
    return token > 0 && Grammar.isDeterminer(tokens.word(token - 1));
  }

  /** "Jane Smith, chief officer, said" and "The chief officer, Jane Smith, said". */
  private @Nullable Frame apposed(int verb, SpeechWords.Saying saying, int mark, int left) {
    int open = mark - 1;
    while (open > left && !isSameMark(open, mark)) {
      open--;
    }
    if (open <= left) {
      return null;
    }
    Found opener = personAtStart(left, mark);
    if (opener != null) {
      return new Frame(verb, saying, opener.first(), verb, opener.speaker(), Shape.SUBJECT_FIRST);
    }
    Found inner = subjectEndingAt(mark - 1, open + 1);
    Found outer = subjectEndingAt(open - 1, left);
    if (inner != null
        && inner.first() <= open + 2
        && inner.speaker().sort() == Speaker.Sort.NAMED
        && isPerson(inner.speaker())
        && (outer == null || outer.speaker().sort() != Speaker.Sort.NAMED)) {
      int roleFirst = outer == null ? startOfPhrase(open - 1, left) : outer.first();
      Speaker named = inner.speaker();
      return new Frame(
          verb,
          saying,
          roleFirst,
          verb,
          new Speaker(named.entity(), speakers.role(roleFirst, open - 1), Speaker.Sort.NAMED),
          Shape.SUBJECT_FIRST);
    }
    if (outer == null) {
      return null;
    }
    Speaker speaker = outer.speaker();
    if (speaker.sort() == Speaker.Sort.NAMED
        && speaker.role() == null
        && speakers.isRole(open + 1, mark - 1)) {
      speaker = new Speaker(speaker.entity(), speakers.role(open + 1, mark - 1), speaker.sort());
    }
    return new Frame(verb, saying, outer.first(), verb, speaker, Shape.SUBJECT_FIRST);
  }

  /** "Jane Smith, director, Elmbridge Group, who …, said": the sentence opens with the person. */
  private @Nullable Found personAtStart(int left, int mark) {
    int comma = left;
    while (comma < mark && !tokens.is(comma, ",")) {
      comma++;
    }
    if (comma >= mark || comma == left || comma - left > 14) {
      return null;
    }
    Name name = speakers.nameEndingAt(comma - 1, left);
    if (name == null || name.entity().kind() != EntityKind.PERSON) {
      return null;
    }
    for (int i = left; tokens.from(i) < name.range().from(); i++) {
      if ((Grammar.isPreposition(tokens.word(i)) && !tokens.is(i, "of") && !tokens.is(i, "for"))
          || Grammar.isSubordinator(tokens.word(i))
          || words.verb(tokens.word(i)) != null) {
        return null;
      }
    }
    Speaker speaker = speakers.of(left, comma - 1);
    if (speaker == null || speaker.sort() != Speaker.Sort.NAMED) {
      return null;
    }
    int roleEnd = comma + 1;
    while (roleEnd < mark && !tokens.is(roleEnd, ",")) {
      roleEnd++;
    }
    if (speaker.role() == null && speakers.isRole(comma + 1, roleEnd - 1)) {
      speaker =
          new Speaker(speaker.entity(), speakers.role(comma + 1, roleEnd - 1), speaker.sort());
    }
    return new Found(speaker, left);
  }

  private boolean isSameMark(int token, int mark) {
    return tokens.is(token, tokens.word(mark));
  }

  private static boolean isPerson(Speaker speaker) {
    return speaker.entity() != null && speaker.entity().kind() == EntityKind.PERSON;
  }

  /**
   * The subject of an earlier verb of the sentence: the last frame's, else the first that can
   * speak.
   */
  private @Nullable Frame shared(int verb, SpeechWords.Saying saying) {
    int sentence = tokens.sentence(verb);
    for (int i = frames.size() - 1; i >= 0; i--) {
      Frame frame = frames.get(i);
      if (tokens.sentence(frame.verb()) != sentence) {
        break;
      }
      if (isFirstPersonBetween(frame.last() + 1, verb)) {
        return null;
      }
      if (frame.shape() != Shape.ACCORDING) {
        return new Frame(verb, saying, verb, verb, frame.speaker(), Shape.SHARED);
      }
    }
    Speaker first = firstSpeaker(verb);
    return first == null ? null : new Frame(verb, saying, verb, verb, first, Shape.SHARED);
  }

  private boolean isFirstPersonBetween(int from, int to) {
    for (int i = from; i < to; i++) {
      if (quotationOf[i] < 0 && (tokens.is(i, "we") || tokens.is(i, "i"))) {
        return true;
      }
    }
    return false;
  }

  /** The first thing in a sentence that can speak and does not follow a preposition. */
  private @Nullable Speaker firstSpeaker(int verb) {
    int start = verb;
    while (start > 0
        && verb - start < FARTHEST
        && tokens.sentence(start - 1) == tokens.sentence(verb)
        && tokens.block(start - 1) == tokens.block(verb)) {
      start--;
    }
    for (int i = start; i < verb; i++) {
      if (quotationOf[i] >= 0 || !tokens.isWord(i)) {
        continue;
      }
      String word = tokens.word(i);
      if (Grammar.isSubjectPronoun(word)) {
        return speakers.of(i, i);
      }
      int nameEnd = speakers.endOfNameAt(i);
      if (nameEnd >= i) {
        boolean object = i > start && isObjectOf(i, start);
        if (!object && !tokens.word(nameEnd).endsWith("'s")) {
          Speaker speaker = speakers.of(i, nameEnd);
          if (speaker != null && words.noun(nextWord(nameEnd)) == null) {
            return speaker;
          }
        }
        continue;
      }
      if (words.noun(word) != null && !isObjectOf(i, start)) {
        int end = i;
        while (end + 1 < verb
            && tokens.isWord(end + 1)
            && (words.noun(tokens.word(end + 1)) != null
                || tokens.is(end + 1, "of")
                || (tokens.is(end, "of") && tokens.isCapital(end + 1)))) {
          end++;
        }
        Speaker speaker = speakers.of(Math.max(start, startOfPhrase(i, start)), end);
        if (speaker != null) {
          return speaker;
        }
      }
    }
    return null;
  }

  private String nextWord(int token) {
    return token + 1 < tokens.size() ? tokens.word(token + 1) : "";
  }

  private boolean isObjectOf(int token, int start) {
    int before = token - 1;
    while (before >= start
        && (Grammar.isDeterminer(tokens.word(before))
            || speakers.isHonorific(tokens.word(before)))) {
      before--;
    }
    return before >= start && Grammar.isPreposition(tokens.word(before));
  }

  /** "went on to say", "appeared to claim". */
  private void infinitive(int verb, SpeechWords.Saying saying) {
    if (verb < 2) {
      return;
    }
    boolean saysSo =
        switch (tokens.word(verb - 2)) {
          case "on", "appearing", "appeared", "seemed", "continued", "came", "rushed" -> true;
          default -> false;
        };
    if (!saysSo) {
      return;
    }
    Speaker speaker = firstSpeaker(verb);
    if (speaker != null) {
      add(new Frame(verb, saying, verb, verb, speaker, Shape.SHARED));
    }
  }

  private @Nullable Frame inverted(int verb, SpeechWords.Saying saying, boolean afterFiller) {
    if (saying.form() != SpeechWords.Form.PAST && saying.form() != SpeechWords.Form.PRESENT) {
      return null;
    }
    int end = endOfPhrase(verb + 1);
    if (end <= verb || afterFiller) {
      return null;
    }
    Speaker speaker = speakers.of(verb + 1, end);
    if (speaker == null || (Grammar.isSubjectPronoun(tokens.word(end)) && !speaker.isNamed())) {
      return null;
    }
    int last = end;
    if (speaker.role() == null
        && speaker.sort() == Speaker.Sort.NAMED
        && tokens.is(end + 1, ",")
        && end + 2 < tokens.size()) {
      int roleEnd = endOfPhrase(end + 2);
      if (roleEnd > end + 1 && speakers.isRole(end + 2, roleEnd)) {
        speaker = new Speaker(speaker.entity(), speakers.role(end + 2, roleEnd), speaker.sort());
        last = roleEnd;
      }
    }
    return new Frame(verb, saying, verb, last, speaker, Shape.INVERTED);
  }

  private boolean endsClause(int token) {
    return token + 1 >= tokens.size()
        || tokens.block(token + 1) != tokens.block(token)
        || switch (tokens.word(token + 1)) {
          case ".", "!", "?", ";", ",", "in", "on", "yesterday", "today", "last" -> true;
          default -> false;
        };
  }

  /** The last token of the noun phrase that begins at a token: up to the next mark or verb. */
  private int endOfPhrase(int first) {
    if (first >= tokens.size()) {
      return first - 1;
    }
    int right = rightLimit(first - 1);
    int i = first;
    while (i <= right && i - first < LONGEST_SUBJECT && quotationOf[i] < 0) {
      String word = tokens.word(i);
      boolean plural = isApostrophe(i) && tokens.word(Math.max(first, i - 1)).endsWith("s");
      boolean part = tokens.isWord(i) || word.equals("&") || (plural && tokens.isWord(i + 1));
      if (!part
          || ((Grammar.isFinite(word)
                  || Grammar.isModal(word)
                  || (Grammar.isSubordinator(word) && !Grammar.isPreposition(word))
                  || switch (word) {
                    case "in",
                        "after",
                        "on",
                        "during",
                        "before",
                        "yesterday",
                        "today",
                        "last",
                        "and",
                        "but" ->
                        i > first;
                    default -> false;
                  })
              && !speakers.isInsideName(i, i))) {
        break;
      }
      i++;
    }
    return i - 1;
  }

  private boolean isApostrophe(int token) {
    return tokens.is(token, "'") || tokens.is(token, "’");
  }

  private void according(int i) {
    int first = i + 2;
    if (first >= tokens.size()) {
      return;
    }
    int end = endOfPhrase(first);
    if (end < first) {
      return;
    }
    Speaker speaker = speakers.of(first, end);
    int last = end;
    if (speaker == null) {
      return;
    }
    if (speaker.sort() == Speaker.Sort.NAMED && speaker.role() == null && tokens.is(end + 1, ",")) {
      int roleEnd = endOfPhrase(end + 2);
      if (roleEnd > end + 1 && speakers.isRole(end + 2, roleEnd)) {
        speaker = new Speaker(speaker.entity(), speakers.role(end + 2, roleEnd), speaker.sort());
        last = roleEnd;
      }
    }
    SpeechWords.Saying saying = words.verb("said");
    if (saying != null) {
      add(new Frame(i, saying, i, last, speaker, Shape.ACCORDING));
    }
  }
}
