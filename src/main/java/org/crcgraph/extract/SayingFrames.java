package org.crcgraph.extract;

import java.util.ArrayList;
import java.util.List;
import org.crcgraph.model.EntityKind;
import org.crcgraph.model.EntityRef;
import org.jspecify.annotations.Nullable;

/** Finds who says: each verb of saying with its subject, and "according to" with its source. */
final class SayingFrames {
  /** Words of the subject of a participle: "one of the managers there". */
  private static final int LONGEST_OWN_SUBJECT = 6;

  /** The longest noun phrase that is read as a subject, in tokens. */
  private static final int LONGEST_SUBJECT = 24;

  /** How far a clause is read from its verb, in tokens; sentences without end occur. */
  private static final int FARTHEST = 120;

  /** The words besides verbs of saying at which {@link #at} finds something. */
  private static final WordSet OPENERS =
      WordSet.of(
          "according",
          "went",
          "goes",
          "pointed",
          "points",
          "put",
          "puts",
          "in",
          "by",
          "hear",
          "hears",
          "heard");

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
    Dictionary.Marks opens =
        tokens
            .dictionary()
            .marks(words, word -> words.verb(word) != null || OPENERS.contains(word) ? 1 : 0);
    for (int i = 0; i < tokens.size(); i++) {
      if (quotationOf[i] < 0 && opens.of(tokens.id(i)) != 0) {
        finder.at(i);
      }
    }
    return finder.frames;
  }

  /**
   * Who says something within the words of another: "“… and one officer told us that …”". Only what
   * the speaker was told counts, by somebody who is named or described there.
   */
  static List<Frame> nested(
      SpeechTokens tokens, SpeechWords words, Speakers speakers, int[] quotationOf) {
    SayingFrames finder = new SayingFrames(tokens, words, speakers, quotationOf);
    for (int i = 1; i + 2 < tokens.size(); i++) {
      boolean toSpeaker = quotationOf[i] >= 0 && (tokens.is(i + 1, "us") || tokens.is(i + 1, "me"));
      SpeechWords.Saying saying = toSpeaker ? words.verb(tokens.word(i)) : null;
      if (saying != null && saying.takes(SpeechWords.Complement.ADDRESSEE)) {
        Frame frame = finder.clauseOf(finder.frame(i, saying));
        if (frame != null
            && frame.shape() == Shape.SUBJECT_FIRST
            && frame.speaker().sort() != Speaker.Sort.PRONOUN
            && (frame.speaker().isNamed() || frame.speaker().role() != null)) {
          finder.frames.add(frame);
        }
      }
    }
    return finder.frames;
  }

  /**
   * A frame whose subject opens its clause; "things went wrong and one officer told us": after the
   * conjunction. Null where the subject stands inside something else.
   */
  private @Nullable Frame clauseOf(@Nullable Frame frame) {
    if (frame == null || opensClause(frame.first())) {
      return frame;
    }
    for (int i = frame.verb() - 2; i >= frame.first(); i--) {
      if (tokens.is(i, "and") || tokens.is(i, "but")) {
        Found found = subjectEndingAt(frame.verb() - 1, i + 1);
        return found == null
            ? null
            : new Frame(
                frame.verb(),
                frame.saying(),
                found.first(),
                frame.last(),
                found.speaker(),
                frame.shape());
      }
    }
    return null;
  }

  /** Whether a token is the first of its sentence or clause. */
  private boolean opensClause(int token) {
    int before = token - 1;
    return before < 0
        || tokens.sentence(before) != tokens.sentence(token)
        || !tokens.isWord(before)
        || switch (tokens.word(before)) {
          case "and", "but", "that", "while", "because", "when", "as", "so" -> true;
          default -> false;
        };
  }

  /** What begins at a word; asked only of verbs of saying and of {@link #OPENERS}. */
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
    if (tokens.is(i + 1, "it") && (word.equals("put") || word.equals("puts"))) {
      // "as Jane Smith put it, …"
      if (tokens.is(i + 2, ",")
          || tokens.is(i + 2, ":")
          || tokens.is(i + 2, "in")
          || tokens.is(i + 2, "to")) {
        phrasal(i, "said");
      }
      return;
    }
    if (word.equals("in") || word.equals("by")) {
      ownWords(i);
      return;
    }
    if (tokens.is(i + 1, "from") && isHearing(word)) {
      heardFrom(i);
      return;
    }
    SpeechWords.Saying saying = words.verb(word);
    if (saying == null || isToldNobody(i, saying)) {
      return;
    }
    if (tokens.is(i + 1, "by") && saying.form() == SpeechWords.Form.PAST) {
      if (saying.base().equals("ask")) {
        askedBy(i, saying);
      }
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

  private static boolean isHearing(String word) {
    return switch (word) {
      case "hear", "hears", "heard" -> true;
      default -> false;
    };
  }

  /** "Ministers misled us, MPs told": in a headline, whoever was told says nothing. */
  private boolean isToldNobody(int verb, SpeechWords.Saying saying) {
    return saying.base().equals("tell")
        && (verb + 1 >= tokens.size() || tokens.block(verb + 1) != tokens.block(verb));
  }

  /** "We hear from staff in Leeds that …": those from whom it comes say it. */
  private void heardFrom(int verb) {
    int right = Math.min(rightLimit(verb), verb + 12);
    int end = verb + 1;
    while (end < right && tokens.isWord(end + 1) && !Grammar.isSubordinator(tokens.word(end + 1))) {
      end++;
    }
    SpeechWords.Saying saying = words.verb("said");
    if (saying == null || end < verb + 2 || !tokens.is(end + 1, "that")) {
      return;
    }
    Speaker speaker = speakers.of(verb + 2, end);
    if (speaker != null) {
      add(new Frame(verb, saying, verb, end, speaker, Shape.SUBJECT_FIRST));
    }
  }

  /**
   * "Asked by Tom Reyes MP whether …, she said": his question. He is not noted as having spoken: a
   * pronoun after it means who answers.
   */
  private void askedBy(int verb, SpeechWords.Saying saying) {
    int end = endOfPhrase(verb + 2);
    Name name = end < verb + 2 ? null : speakers.firstName(verb + 2, end);
    boolean asker =
        name != null
            && (name.entity().kind() == EntityKind.PERSON || name.range().to() == tokens.to(end));
    if (name != null && asker && Grammar.isQuestionWord(nextWord(end))) {
      Speaker speaker = new Speaker(name.entity(), null, Speaker.Sort.NAMED);
      frames.add(new Frame(verb, saying, verb, end, speaker, Shape.SUBJECT_FIRST));
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
        && quotationOf[i - 1] == quotationOf[token]
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
    return tokens.lastOfSentence(token, FARTHEST);
  }

  private @Nullable Frame frame(int verb, SpeechWords.Saying saying) {
    int left = leftLimit(verb);
    int end = verb - 1;
    boolean progressive = false;
    while (end >= left
        && (Grammar.isFiller(tokens.word(end))
            || (saying.form() == SpeechWords.Form.BASE
                && (tokens.is(end, "will") || (tokens.is(end, "can") && isNews(saying)))))) {
      if (isPassive(end, saying)) {
        return null;
      }
      progressive |= isBe(end);
      end--;
    }
    if ((end < left || tokens.is(end, ",")) && !saying.takes(SpeechWords.Complement.ADDRESSEE)) {
      Frame inverted = inverted(verb, saying, end < left && left < verb);
      if (inverted != null
          && (end < left || endsClause(inverted.last()))
          && !hasVerbAfter(inverted.last())) {
        return inverted;
      }
    }
    if (end < left) {
      return null;
    }
    if (saying.form() == SpeechWords.Form.ING && !progressive) {
      return switch (tokens.word(end)) {
        case "before" -> saying.base().equals("add") ? shared(verb, saying) : null;
        case "after", "without", "of", "when", "since", "than", "like" -> null;
        default -> {
          Frame own = withSubject(verb, saying, end, left);
          yield own != null ? own : shared(verb, saying);
        }
      };
    }
    if (saying.form() == SpeechWords.Form.BASE
        && (Grammar.isDeterminer(tokens.word(end)) || !isPlural(end, left))) {
      return null;
    }
    if (isPluralNoun(verb, saying, end, left)) {
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
        yield antecedent < left ? null : relative(verb, saying, antecedent, left);
      }
      default -> simple(verb, saying, end, left);
    };
  }

  /** "…, with one manager describing it as …": a participle that has a subject of its own. */
  private @Nullable Frame withSubject(int verb, SpeechWords.Saying saying, int end, int left) {
    for (int i = end; i > left && end - i < LONGEST_OWN_SUBJECT && tokens.isWord(i); i--) {
      if (tokens.is(i - 1, "with")) {
        Speaker speaker = speakers.of(i, end);
        return speaker == null
            ? null
            : new Frame(verb, saying, i, verb, speaker, Shape.SUBJECT_FIRST);
      }
    }
    return null;
  }

  /** "a report on Elmbridge, based on 20 cases, which found": over asides to what is meant. */
  private @Nullable Frame relative(int verb, SpeechWords.Saying saying, int antecedent, int left) {
    Frame frame = simple(verb, saying, antecedent, left);
    int comma = antecedent;
    for (int asides = 0; frame == null && asides < 2; asides++) {
      comma--;
      while (comma > left && !tokens.is(comma, ",")) {
        comma--;
      }
      if (comma <= left) {
        return null;
      }
      frame = simple(verb, saying, comma - 1, left);
    }
    return frame;
  }

  /** "was told", "have been warned": the subject does not speak. */
  private boolean isPassive(int filler, SpeechWords.Saying saying) {
    return isBe(filler) && saying.form() != SpeechWords.Form.ING;
  }

  private boolean isBe(int token) {
    return switch (tokens.word(token)) {
      case "is", "are", "was", "were", "been", "be", "being" -> true;
      default -> false;
    };
  }

  /** "The Gazette can reveal", "Elmbridge can confirm". */
  private static boolean isNews(SpeechWords.Saying saying) {
    return switch (saying.base()) {
      case "confirm", "reveal", "announce", "report", "disclose" -> true;
      default -> false;
    };
  }

  /** The base form needs a plural subject: "inspectors say", "we claim", not "the claim". */
  private boolean isPlural(int end, int left) {
    String word = tokens.word(end);
    if (isBoth(end, left)) {
      return true;
    }
    return isPluralHead(end, left)
        || (speakers.nameEndingAt(end, left) != null && !isAlsoNoun(tokens.word(end + 1)))
        || tokens.is(end + 1, "will")
        || tokens.is(end + 1, "can")
        || word.endsWith("s")
        || switch (word) {
          case "they", "we", "i", "you", "people", "who", "staff", "management", "will", ")" ->
              true;
          default -> false;
        };
  }

  /** "both the Guild and Oakfield". */
  private boolean isBoth(int end, int left) {
    int first = startOfPhrase(end, left);
    if (!tokens.is(first, "both") && !tokens.is(first - 1, "both")) {
      return false;
    }
    for (int i = first; i < end; i++) {
      if (tokens.is(i, "and")) {
        return true;
      }
    }
    return false;
  }

  /** The first token of the words without a preposition that end at a token. */
  private int startOfGroup(int end, int left) {
    int i = end;
    while (i > left && tokens.isWord(i - 1) && !Grammar.isPreposition(tokens.word(i - 1))) {
      i--;
    }
    return i;
  }

  /** "members in London report", "constituents over the border, where …, ask". */
  private boolean isPluralHead(int end, int left) {
    int i = end;
    if (tokens.is(end, ",")) {
      i--;
      while (i > left && !tokens.is(i, ",")) {
        i--;
      }
      i--;
    }
    boolean plural = false;
    for (int limit = Math.max(left, i - 8); i >= limit && tokens.isWord(i); i--) {
      String word = tokens.word(i);
      if (words.noun(word) != null) {
        plural = word.endsWith("s") || word.equals("staff") || word.equals("people");
        int group = startOfGroup(i, limit);
        if (plural || group == 0 || !Grammar.isPreposition(tokens.word(group - 1))) {
          return plural;
        }
      }
      if (Grammar.isFinite(word) || Grammar.isSubjectPronoun(word)) {
        return false;
      }
    }
    return plural;
  }

  private @Nullable Frame simple(int verb, SpeechWords.Saying saying, int end, int left) {
    Found found = subjectEndingAt(end, left);
    if (found == null) {
      found = somebody(saying, end, left);
    }
    return found == null
        ? null
        : new Frame(verb, saying, found.first(), verb, found.speaker(), Shape.SUBJECT_FIRST);
  }

  /** "One sailor said", "a teacher from Leeds told us": somebody, whatever the noun. */
  private @Nullable Found somebody(SpeechWords.Saying saying, int end, int left) {
    boolean speaks =
        switch (saying.base()) {
          case "say", "tell", "add", "explain", "recall", "complain", "joke" -> true;
          default -> false;
        };
    int first = startOfPhrase(end, left);
    boolean one =
        first < end
            && switch (tokens.word(first)) {
              case "a", "an", "one", "another" -> true;
              default -> false;
            };
    return speaks && one && !tokens.isCapital(first + 1)
        ? new Found(new Speaker(null, speakers.role(first, end), Speaker.Sort.UNNAMED), first)
        : null;
  }

  private @Nullable Found subjectEndingAt(int end, int left) {
    int first = startOfPhrase(end, left);
    if (first > end) {
      return null;
    }
    int who = relativeBefore(first, left);
    if (who > left) {
      // "An officer who works for Elmbridge said": Elmbridge does not speak.
      Found antecedent = subjectEndingAt(who - 1, left);
      int start = startOfPhrase(who - 1, left);
      return antecedent != null || !tokens.is(who, "who")
          ? antecedent
          : new Found(
              new Speaker(null, speakers.role(start, who - 1), Speaker.Sort.UNNAMED), start);
    }
    Speaker speaker = speakers.of(first, end);
    if (speaker != null) {
      return new Found(speaker, first);
    }
    if (tokens.is(end, "you")) {
      EntityRef addressee = speakers.addressee(end);
      return addressee == null
          ? null
          : new Found(new Speaker(addressee, null, Speaker.Sort.PRONOUN), first);
    }
    if (tokens.is(end, "we")) {
      EntityRef author = speakers.reportAuthor();
      return author == null
          ? null
          : new Found(new Speaker(author, null, Speaker.Sort.WATCHDOG), first);
    }
    // "Inspectors who visited the office found …".
    int relative = first - 1;
    if (relative > left
        && isRelative(relative)
        && tokens.isWord(relative - 1)
        && (!tokens.is(relative, "that") || opensPredicate(first))) {
      return subjectEndingAt(relative - 1, left);
    }
    return null;
  }

  /** The "who" of a relative clause that runs up to a phrase without a mark between, or -1. */
  private int relativeBefore(int first, int left) {
    for (int i = first - 1; i > left && first - i <= 8 && tokens.isWord(i); i--) {
      if (isRelative(i)) {
        return tokens.isWord(i - 1) && opensPredicate(i + 1) ? i : -1;
      }
      if (words.verb(tokens.word(i)) != null && !isRelative(i - 1)) {
        return -1;
      }
    }
    return -1;
  }

  /** Whether the words after "who" go on with a verb, not with another subject. */
  private boolean opensPredicate(int first) {
    String word = tokens.word(first);
    return !tokens.isCapital(first)
        && !Grammar.isDeterminer(word)
        && !Grammar.isSubjectPronoun(word)
        && words.noun(word) == null
        && (Grammar.isPastForm(word) || word.endsWith("s") || Grammar.isFinite(word));
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
            || (Grammar.isSubordinator(word) && !Grammar.isPreposition(word) && !isMeasure(before))
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

  /** "as many as 900": no conjunction. */
  private boolean isMeasure(int as) {
    return tokens.is(as, "as") && (isAmount(as + 1) || isAmount(as - 1));
  }

  private boolean isAmount(int token) {
    return tokens.is(token, "many")
        || tokens.is(token, "much")
        || tokens.is(token, "few")
        || tokens.is(token, "little");
  }

  /** "the claim", "their notes": a verb form after a determiner is a noun. */
  private boolean isNounLike(int token) {
    return token > 0 && Grammar.isDeterminer(tokens.word(token - 1));
  }

  /** "Jane Smith, chief officer, said" and "The chief officer, Jane Smith, said". */
  private @Nullable Frame apposed(int verb, SpeechWords.Saying saying, int mark, int left) {
    int open = mark - 1;
    while (open > left && (!isSameMark(open, mark) || speakers.isInsideName(open, open))) {
      open--;
    }
    if (open <= left) {
      return null;
    }
    Found opener = personAtStart(left, mark);
    if (opener != null) {
      return new Frame(verb, saying, opener.first(), verb, opener.speaker(), Shape.SUBJECT_FIRST);
    }
    int before = beforeBracket(open - 1, left);
    Found inner = subjectEndingAt(mark - 1, open + 1);
    Found outer = subjectEndingAt(before, left);
    if (inner != null
        && inner.first() <= open + 2
        && inner.speaker().sort() == Speaker.Sort.NAMED
        && isPerson(inner.speaker())
        && (outer == null || outer.speaker().sort() != Speaker.Sort.NAMED)) {
      int roleFirst = outer == null ? startOfPhrase(before, left) : outer.first();
      Speaker named = inner.speaker();
      return new Frame(
          verb,
          saying,
          roleFirst,
          verb,
          new Speaker(named.entity(), speakers.role(roleFirst, before), Speaker.Sort.NAMED),
          Shape.SUBJECT_FIRST);
    }
    if (outer == null && !(inner != null && inner.first() == open + 1)) {
      outer = somebody(saying, before, left);
    }
    if (outer == null) {
      // "One of them, a nurse who asked not to be named, said".
      return inner != null
              && inner.first() == open + 1
              && inner.speaker().sort() == Speaker.Sort.UNNAMED
              && inner.speaker().role() != null
          ? new Frame(verb, saying, inner.first(), verb, inner.speaker(), Shape.SUBJECT_FIRST)
          : null;
    }
    Speaker speaker = outer.speaker();
    if (speaker.sort() == Speaker.Sort.NAMED
        && speaker.role() == null
        && speakers.isRole(open + 1, mark - 1)) {
      speaker = new Speaker(speaker.entity(), speakers.role(open + 1, mark - 1), speaker.sort());
    }
    return new Frame(verb, saying, outer.first(), verb, speaker, Shape.SUBJECT_FIRST);
  }

  /** "Jane Smith (pictured left), director": the token before a short bracket that ends here. */
  private int beforeBracket(int token, int left) {
    if (tokens.is(token, ")")) {
      for (int i = token - 1; i > left && token - i < 8; i--) {
        if (tokens.is(i, "(")) {
          return i - 1;
        }
      }
    }
    return token;
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
    int nameEnd = beforeBracket(comma - 1, left);
    Name name = speakers.nameEndingAt(nameEnd, left);
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
    Speaker speaker = speakers.of(left, nameEnd);
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
        Speaker speaker =
            isCompound(end) ? null : speakers.of(Math.max(start, startOfPhrase(i, start)), end);
        if (speaker != null) {
          return speaker;
        }
      }
    }
    return null;
  }

  /** "staff shortages": the noun only tells what sort of thing the next word names. */
  private boolean isCompound(int token) {
    String next = nextWord(token);
    return !next.isEmpty()
        && tokens.isWord(token + 1)
        && !tokens.isCapital(token + 1)
        && next.endsWith("s")
        && words.verb(next) == null
        && words.noun(next) == null
        && !Grammar.isFinite(next)
        && !Grammar.isFiller(next)
        && !Grammar.isPreposition(next)
        && !Grammar.isSubordinator(next)
        && !Grammar.isDeterminer(next);
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
          case "on",
              "appearing",
              "appeared",
              "seemed",
              "continued",
              "came",
              "rushed",
              "pleased",
              "delighted",
              "proud",
              "happy",
              "able",
              "keen",
              "quick",
              "careful",
              "sorry" ->
              true;
          default -> false;
        };
    if (!saysSo && !isMessage(verb - 1)) {
      return;
    }
    Speaker speaker = firstSpeaker(verb);
    if (speaker != null) {
      add(new Frame(verb, saying, verb, verb, speaker, Shape.SHARED));
    }
  }

  /** "wrote to the minister to ask", "emailed everybody to say". */
  private boolean isMessage(int to) {
    for (int i = to - 1; i > 0 && to - i <= 8 && tokens.sentence(i) == tokens.sentence(to); i--) {
      switch (tokens.word(i)) {
        case "wrote", "written", "emailed", "rang", "phoned", "texted" -> {
          return true;
        }
        default -> {}
      }
      if (!tokens.isWord(i)) {
        return false;
      }
    }
    return false;
  }

  private @Nullable Frame inverted(int verb, SpeechWords.Saying saying, boolean afterFiller) {
    boolean plural = saying.form() == SpeechWords.Form.BASE && isPluralAt(verb + 1);
    if (saying.form() != SpeechWords.Form.PAST
        && saying.form() != SpeechWords.Form.PRESENT
        && !plural) {
      return null;
    }
    int end = endOfPhrase(verb + 1);
    // "…, called for the company to go": no subject begins with a preposition.
    if (end <= verb
        || afterFiller
        || tokens.is(verb + 1, "it")
        || Grammar.isPreposition(tokens.word(verb + 1))) {
      return null;
    }
    if (isObject(saying, end)) {
      return null;
    }
    Speaker speaker = speakers.of(verb + 1, end);
    Frame named = invertedApposition(verb, saying, end, speaker);
    if (named != null) {
      return named;
    }
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

  /** "…, said the yard's founder, Tom Reyes": the name after the comma says who. */
  private @Nullable Frame invertedApposition(
      int verb, SpeechWords.Saying saying, int end, @Nullable Speaker before) {
    if (!tokens.is(end + 1, ",")
        || end + 2 >= tokens.size()
        || (before != null && before.sort() == Speaker.Sort.NAMED)) {
      return null;
    }
    int nameEnd = endOfPhrase(end + 2);
    Name name = nameEnd < end + 2 ? null : speakers.firstName(end + 2, end + 5);
    if (name == null
        || name.entity().kind() != EntityKind.PERSON
        || !onlyHonorifics(end + 2, tokens.atOrAfter(name.range().from()))) {
      return null;
    }
    String role = speakers.role(verb + 1, end);
    return new Frame(
        verb,
        saying,
        verb,
        tokens.atOrAfter(name.range().to()) - 1,
        new Speaker(name.entity(), role, Speaker.Sort.NAMED),
        Shape.INVERTED);
  }

  private boolean onlyHonorifics(int from, int to) {
    for (int i = from; i < to; i++) {
      if (!speakers.isHonorific(tokens.word(i))) {
        return false;
      }
    }
    return true;
  }

  /** "The findings led to fresh calls": a noun, where the word before is no subject. */
  private boolean isPluralNoun(int verb, SpeechWords.Saying saying, int end, int left) {
    return saying.form() == SpeechWords.Form.PRESENT
        && isAlsoNoun(saying.base())
        && tokens.isWord(end)
        && words.noun(tokens.word(end)) == null
        && !Grammar.isSubjectPronoun(tokens.word(end))
        && !isRelative(end)
        && !tokens.is(end, "and")
        && !tokens.is(end, "but")
        && !tokens.is(end, "or")
        && !tokens.isCapital(end)
        && speakers.nameEndingAt(end, left) == null
        && tokens.sentence(end) == tokens.sentence(verb);
  }

  /** "Ada Marsh, director, accepted the findings": what the verb has as its object. */
  private boolean isObject(SpeechWords.Saying saying, int end) {
    SpeechWords.SpeakingNoun noun = words.noun(tokens.word(end));
    return noun != null
        && noun.sort() == SpeechWords.NounSort.DOCUMENT
        && !saying.takes(SpeechWords.Complement.CLAUSE)
        && !saying.takes(SpeechWords.Complement.FINITE);
  }

  /** "…, say MPs": the noun right after the verb. */
  private boolean isPluralAt(int token) {
    return token < tokens.size()
        && words.noun(tokens.word(token)) != null
        && tokens.word(token).endsWith("s");
  }

  /**
   * "…, said members in Elmbridge had left": the noun phrase after the verb is the subject of what
   * is said, for a verb of its own follows where it and when it was end.
   */
  private boolean hasVerbAfter(int token) {
    int right = rightLimit(token);
    for (int i = token + 1; i <= right; i++) {
      String word = tokens.word(i);
      if (!tokens.isWord(i) || isRelative(i) || (Grammar.isSubordinator(word) && i > token + 1)) {
        return false;
      }
      if (Grammar.isFinite(word) || Grammar.isModal(word)) {
        return true;
      }
    }
    return false;
  }

  private boolean endsClause(int token) {
    return token + 1 >= tokens.size()
        || tokens.block(token + 1) != tokens.block(token)
        || switch (tokens.word(token + 1)) {
          case ".", "!", "?", ";", ",", "in", "on", "yesterday", "today", "last" -> true;
          default -> false;
        };
  }

  /**
   * Whether a comma or the end of the sentence follows: "according to Napo, the union has" is no
   * aside.
   */
  private boolean endsAside(int token) {
    return token + 1 >= tokens.size()
        || tokens.sentence(token + 1) != tokens.sentence(token)
        || switch (tokens.word(token + 1)) {
          case ".", "!", "?", ";", ",", ")" -> true;
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

  /** "According to the Gazette Elmbridge has …": without a comma the source is the first name. */
  private int endOfSource(int first, int end) {
    int start = first;
    while (start < end && Grammar.isDeterminer(tokens.word(start))) {
      start++;
    }
    int name = start < tokens.size() ? speakers.endOfNameAt(start) : -1;
    return name >= start && name < end && speakers.endOfNameAt(name + 1) > name ? name : end;
  }

  /**
   * "in the words of Jane Smith", "in her words", "by the Ministry's own reckoning": a source
   * without a verb.
   */
  private void ownWords(int i) {
    int right = rightLimit(i);
    int noun = -1;
    for (int k = i + 1; k <= Math.min(right, i + 8) && tokens.isWord(k); k++) {
      if (isOwnWords(tokens.word(i), tokens.word(k))) {
        noun = k;
        break;
      }
    }
    if (noun < 0) {
      return;
    }
    Speaker speaker = null;
    int last = noun;
    if (tokens.is(noun + 1, "of") && tokens.is(i, "in") && tokens.is(i + 1, "the")) {
      int end = endOfPhrase(noun + 2);
      speaker = end >= noun + 2 ? speakers.of(noun + 2, end) : null;
      last = end;
    } else {
      int end = tokens.is(noun - 1, "own") ? noun - 2 : noun - 1;
      speaker =
          switch (tokens.word(end)) {
            case "her" -> speakers.pronoun("she", end);
            case "his" -> speakers.pronoun("he", end);
            case "their" -> speakers.pronoun("they", end);
            case "its" -> speakers.pronoun("it", end);
            default -> tokens.word(end).endsWith("'s") ? speakers.ofPossessive(i + 1, end) : null;
          };
    }
    SpeechWords.Saying saying = words.verb("said");
    if (speaker != null && saying != null) {
      add(new Frame(i, saying, i, last, speaker, Shape.ACCORDING));
    }
  }

  private static boolean isOwnWords(String preposition, String noun) {
    return preposition.equals("in")
        ? noun.equals("words") || noun.equals("view") || noun.equals("opinion")
        : switch (noun) {
          case "reckoning",
              "account",
              "admission",
              "estimate",
              "estimates",
              "calculation",
              "calculations" ->
              true;
          default -> false;
        };
  }

  private void according(int i) {
    int first = i + 2;
    if (first >= tokens.size()) {
      return;
    }
    int end = endOfSource(first, endOfPhrase(first));
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
      if (roleEnd > end + 1 && speakers.isRole(end + 2, roleEnd) && endsAside(roleEnd)) {
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
