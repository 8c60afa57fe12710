package org.crcgraph.extract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.crcgraph.extract.Quotations.Quotation;
import org.crcgraph.extract.SayingFrames.Frame;
import org.crcgraph.extract.SayingFrames.Shape;
import org.crcgraph.extract.StatementExtractor.Saying;
import org.crcgraph.model.Annotation.StatementMode;
import org.crcgraph.model.Document;
import org.crcgraph.model.EntityKind;
import org.crcgraph.model.EntityRef;
import org.crcgraph.model.TextRange;
import org.jspecify.annotations.Nullable;

/** Decides which quotations are statements, and whose. */
final class DirectSpeech {
  /** How far the sentence of a quotation may run on between its parts, in tokens. */
  private static final int LONGEST_ASIDE = 24;

  private final Reading reading;
  private final String text;
  private final SpeechTokens tokens;
  private final SpeechWords words;
  private final Speakers speakers;
  private final List<Quotation> quotations;
  private final List<Frame> frames;
  private final int[] scopes;
  private final @Nullable Speaker[] findings;
  private final Set<Integer> tails = new HashSet<>();
  private final List<Quotation> unattributed = new ArrayList<>();
  private final List<Saying> found = new ArrayList<>();
  private final List<TextRange> outer = new ArrayList<>();

  /** The last quotation that was attributed, for those that follow without a word of who speaks. */
  private @Nullable Speaker lastSpeaker;

  private int lastEnd = -1;
  private int lastBlock = -1;
  private @Nullable Frame lastTail;

  DirectSpeech(
      Reading reading,
      SpeechTokens tokens,
      SpeechWords words,
      Speakers speakers,
      List<Quotation> quotations,
      List<Frame> frames,
      int[] scopes,
      @Nullable Speaker[] findings) {
    this.reading = reading;
    this.text = reading.text();
    this.tokens = tokens;
    this.words = words;
    this.speakers = speakers;
    this.quotations = quotations;
    this.frames = frames;
    this.scopes = scopes;
    this.findings = findings;
  }

  /** The direct statements in order. */
  List<Saying> find() {
    for (Quotation quotation : quotations) {
      consider(quotation);
    }
    return found;
  }

  /** Where the quotations stand, with their marks, that became statements. */
  List<TextRange> ranges() {
    return outer;
  }

  /** The verbs that stand after their quotation. */
  Set<Integer> tails() {
    return tails;
  }

  /** Clauses in quotation marks whose speaker the text around them does not tell. */
  List<Quotation> unattributed() {
    return unattributed;
  }

  private void consider(Quotation q) {
    int first = tokens.atOrAfter(q.range().from());
    int end = tokens.atOrAfter(q.range().to());
    if (first >= end) {
      return;
    }
    int open = first - 1;
    Frame tail = q.closed() ? tail(q, end) : null;
    Frame lead = lead(open);
    boolean clause = isClause(first, end);
    boolean sentence = endsSentence(q.range().to());
    if (lead != null && continues(lead, open)) {
      Saying before = found.get(found.size() - 1);
      found.set(
          found.size() - 1,
          new Saying(
              new TextRange(before.range().from(), q.range().to()),
              before.speaker(),
              StatementMode.DIRECT,
              StatementRule.SAID_BETWEEN));
      remember(q, before.speaker(), tail);
      return;
    }
    if (lead != null
        && q.closed()
        && !isColon(open - 1)
        && !opensSentence(open)
        && !lead.equals(lastTail)
        && leavesOutSubject(lead, open, first, end)) {
      return;
    }
    if (tail != null && (clause || opensSentence(open))) {
      emit(q, tail.speaker(), StatementRule.SAID_AFTER, tail);
      return;
    }
    if (lead != null) {
      boolean colon = isColon(open - 1);
      boolean immediate = colon || open - 1 <= lead.last() + 1;
      if (isFirstPerson(lead)) {
        return;
      }
      boolean whole = clause || (sentence && end - first >= 4) || (colon && end - first >= 2);
      if (!colon && q.closed() && leavesOutSubject(lead, open, first, end)) {
        return;
      }
      if (immediate && whole) {
        emit(q, lead.speaker(), StatementRule.SAID_BEFORE, null);
      } else if (q.closed()
          && clause
          && !isTerm(open)
          && !isPredicative(open, first)
          && (isPartOfClause(first, end) || runsOverSentences(first, end))) {
        emit(q, lead.speaker(), StatementRule.PARTIAL, null);
      }
      return;
    }
    if (!q.closed() && !startsBlock(q)) {
      if (lastTail != null
          && lastSpeaker != null
          && q.firstBlock() == lastBlock
          && end - first >= 4
          && tokens.isCapital(first)
          && followsLast(q)) {
        // "“A,” she said. “B": the closing mark was forgotten.
        emit(q, lastSpeaker, StatementRule.CONTINUED, null);
      } else if (isColon(open - 1) && clause && end - first >= 5) {
        // "Jane Smith: “A": a colon does what the verb does.
        Speaker named = colonSpeaker(open - 1);
        if (named != null && named.sort() == Speaker.Sort.NAMED) {
          emit(q, named, StatementRule.COLON, null);
        }
      }
      return;
    }
    if (startsBlock(q)) {
      Saying introduced = introducedByParagraph(q, clause || sentence);
      if (introduced != null) {
        emit(q, introduced.speaker(), introduced.rule(), null);
        return;
      }
    }
    if (isColon(open - 1)) {
      Speaker speaker = colonSpeaker(open - 1);
      if (speaker != null && (clause || sentence || end - first >= 5)) {
        emit(q, speaker, StatementRule.COLON, null);
        return;
      }
    }
    if (!q.closed()) {
      return;
    }
    Speaker signed = signedOff(end);
    if (signed != null && (clause || sentence)) {
      emit(q, signed, StatementRule.SAID_AFTER, null);
      return;
    }
    if (lastSpeaker != null && (clause || (sentence && end - first >= 4)) && followsLast(q)) {
      emit(q, lastSpeaker, StatementRule.CONTINUED, lastTail);
      return;
    }
    Speaker before = namedBefore(q, open);
    if (before != null && clause) {
      emit(q, before, StatementRule.COLON, null);
      return;
    }
    Speaker report = clause && end - first >= 6 ? reportBefore(open) : null;
    if (report != null) {
      emit(q, report, StatementRule.PARTIAL, null);
      return;
    }
    Speaker finder = findings[q.firstBlock()];
    if (finder != null && clause && isPartOfClause(first, end) && !isTerm(open)) {
      emit(q, finder, StatementRule.PARTIAL, null);
      return;
    }
    if (clause
        && end - first >= 6
        && block(q.firstBlock()).kind() != Document.BlockKind.TITLE
        && (fillsParagraph(q) || endsParagraph(q, open, sentence))) {
      emit(q, Speaker.UNKNOWN, StatementRule.UNATTRIBUTED, null);
    } else if (clause && end - first >= 4) {
      unattributed.add(q);
    }
  }

  /** "Jane Smith “…”": a paragraph that opens with the person, then the words. */
  private @Nullable Speaker namedBefore(Quotation q, int open) {
    int start = tokens.atOrAfter(block(q.firstBlock()).range().from());
    if (open - 1 < start || open - start > 5) {
      return null;
    }
    Name name = speakers.nameEndingAt(open - 1, start);
    return name == null || name.entity().kind() != EntityKind.PERSON
        ? null
        : speakers.of(start, open - 1);
  }

  /**
   * Inspectors who spoke in the sentence before go on speaking where a sentence quotes a clause.
   */
  private @Nullable Speaker reportBefore(int open) {
    for (int i = firstFrameFrom(open) - 1; i >= 0; i--) {
      Frame frame = frames.get(i);
      if (tokens.block(frame.verb()) != tokens.block(open)
          || tokens.sentence(open) - tokens.sentence(frame.verb()) > 1) {
        return null;
      }
      if (tokens.sentence(frame.verb()) < tokens.sentence(open)) {
        return frame.speaker().sort() == Speaker.Sort.WATCHDOG || isSaidAndQuoted(frame, open)
            ? frame.speaker()
            : null;
      }
    }
    return null;
  }

  /**
   * "Ada Marsh said that the yard was full. “We turned ten away.”": a whole sentence in quotation
   * marks, right after one that tells what somebody said, is theirs too.
   */
  private boolean isSaidAndQuoted(Frame frame, int open) {
    EntityRef speaker = frame.speaker().entity();
    return speaker != null
        && speaker.kind() == EntityKind.PERSON
        && frame.shape() != Shape.ACCORDING
        && opensSentence(open)
        && tokens.isCapital(open + 1);
  }

  /** "Accompanied by “…”": few words, then whole sentences to the end of the paragraph. */
  private boolean endsParagraph(Quotation q, int open, boolean sentence) {
    int start = tokens.atOrAfter(block(q.firstBlock()).range().from());
    int rest = block(q.lastBlock()).range().to() - q.outer().to();
    return sentence && open - start <= 4 && rest <= 2 && tokens.isCapital(open + 1);
  }

  private void emit(Quotation q, Speaker speaker, StatementRule rule, @Nullable Frame tail) {
    found.add(new Saying(trimmed(q.range()), speaker, StatementMode.DIRECT, rule));
    remember(q, speaker, tail);
    speakers.note(speaker, tokens.atOrAfter(q.range().from()));
  }

  private void remember(Quotation q, Speaker speaker, @Nullable Frame tail) {
    outer.add(q.outer());
    lastSpeaker = speaker;
    lastTail = tail;
    if (tail != null) {
      tails.add(tail.verb());
    }
    lastEnd = tail == null ? q.outer().to() : tokens.to(tail.last());
    lastBlock = q.lastBlock();
  }

  private static TextRange trimmed(TextRange range) {
    return range;
  }

  /** "“A,” she said": the frame directly after the closing mark. */
  private @Nullable Frame tail(Quotation q, int end) {
    int next = end + 1;
    while (next < tokens.size() && tokens.is(next, ",")) {
      next++;
    }
    if (next >= tokens.size() || tokens.block(next) != q.lastBlock()) {
      return null;
    }
    Frame frame = frameStarting(next);
    if (frame == null) {
      return null;
    }
    char last = text.charAt(q.range().to() - 1);
    if (last == '.' && Character.isUpperCase(text.charAt(tokens.from(next)))) {
      return null;
    }
    int after = frame.last() + 1;
    boolean leadsOn = after < tokens.size() && (tokens.is(after, ":") || isMark(after));
    return leadsOn && last != ',' ? null : frame;
  }

  private @Nullable Frame frameStarting(int token) {
    int low = firstFrameFrom(token - 1);
    for (int i = low; i < frames.size() && frames.get(i).verb() <= token + 24; i++) {
      Frame frame = frames.get(i);
      if (frame.first() == token || isDeterminerBefore(token, frame.first())) {
        return frame;
      }
    }
    return null;
  }

  private boolean isDeterminerBefore(int token, int first) {
    return first == token + 1
        && (Grammar.isDeterminer(tokens.word(token)) || speakers.isHonorific(tokens.word(token)));
  }

  private int firstFrameFrom(int verb) {
    return Ordered.firstFrom(frames, Frame::verb, verb);
  }

  /** The nearest frame before the opening mark in the same sentence. */
  private @Nullable Frame lead(int open) {
    if (open < 0) {
      return null;
    }
    for (int i = firstFrameFrom(open) - 1; i >= 0; i--) {
      Frame frame = frames.get(i);
      if (frame.verb() >= open) {
        continue;
      }
      if (tokens.block(frame.verb()) != tokens.block(open) || open - frame.last() > 60) {
        return null;
      }
      if (frame.shape() == Shape.ACCORDING && isInOwnWords(frame)) {
        continue;
      }
      for (int t = frame.last() + 1; t < open; t++) {
        if (isSentenceEnd(t) || isNewClause(t)) {
          return null;
        }
      }
      if (frame.shape() == Shape.INVERTED
          && frame.last() == open - 2
          && tokens.is(open - 1, ",")
          && tokens.is(frame.first() - 1, ",")
          && !isTailOfLast(frame)) {
        // "In Leeds, said one of them, “nobody was left to ring”."
        return frame;
      }
      if (frame.shape() == Shape.INVERTED || isTailOfLast(frame)) {
        // It belongs to the quotation before, unless its sentence goes on with a comma.
        return frame.equals(lastTail) && goesOnTo(frame, open) ? frame : null;
      }
      return frame;
    }
    return null;
  }

  private boolean isTailOfLast(Frame frame) {
    return frame.equals(lastTail);
  }

  /** ", you need …": a clause of the author's own. */
  private boolean isNewClause(int token) {
    return tokens.is(token, ",") && (tokens.is(token + 1, "you") || tokens.is(token + 1, "i"));
  }

  private boolean isSentenceEnd(int token) {
    return switch (tokens.word(token)) {
      case ".", "!", "?" -> true;
      default -> false;
    };
  }

  /** "“A,” she said, “b.”": the sentence goes on over the frame. */
  private boolean continues(Frame lead, int open) {
    if (!lead.equals(lastTail) || found.isEmpty()) {
      return false;
    }
    Saying before = found.get(found.size() - 1);
    char end = text.charAt(before.range().to() - 1);
    return end != '.' && end != '!' && end != '?' && goesOnTo(lead, open);
  }

  /** "she said, “…", "said Jane Smith, who runs the office, “…": nothing between but an aside. */
  private boolean goesOnTo(Frame frame, int open) {
    int between = open - frame.last();
    return between <= 3 || (between <= LONGEST_ASIDE && tokens.is(open - 1, ","));
  }

  private boolean isColon(int token) {
    return token >= 0
        && (tokens.is(token, ":") || (tokens.is(token, "-") && tokens.is(token - 1, ":")));
  }

  private boolean isFirstPerson(Frame frame) {
    return switch (tokens.word(frame.first())) {
      case "i", "we", "you" -> true;
      default -> false;
    };
  }

  /** "the phrase “x”", "so-called “x”": a term, no statement. */
  private boolean isTerm(int open) {
    return open > 0
        && switch (tokens.word(open - 1)) {
          case "phrase",
              "word",
              "words",
              "term",
              "slogan",
              "title",
              "motto",
              "so-called",
              "called",
              "entitled",
              "titled",
              "named",
              "dubbed",
              "the",
              "a",
              "an",
              "its",
              "his",
              "her",
              "their" ->
              true;
          default -> false;
        };
  }

  /** Whether the quoted words carry their clause: a verb with what it needs, not a noun phrase. */
  private boolean isPartOfClause(int first, int end) {
    return end - first >= 3
        && !tokens.is(first, "a")
        && !tokens.is(first, "an")
        && !runsOn(first, end);
  }

  /**
   * "said it “did not recognise” the figures", "said they should be “sent packing”": the words lean
   * on a subject outside the marks, so that the sentence reports them. A long predicate, or one
   * after the speaker's own "she", says enough by itself.
   */
  private boolean leavesOutSubject(Frame lead, int open, int first, int end) {
    if (open - 1 <= lead.last()
        || tokens.is(open - 1, "that")
        || runsOverSentences(first, end)
        || tokens.isCapital(first)) {
      return false;
    }
    String word = tokens.word(first);
    boolean auxiliary = Grammar.isModal(word) || isAuxiliary(word) || word.endsWith("n't");
    if (auxiliary) {
      int fewest = Grammar.isSubjectPronoun(tokens.word(open - 1)) ? 5 : 8;
      return end - first < fewest;
    }
    return Grammar.isPreposition(word)
        || Grammar.isPastForm(word)
        || word.endsWith("ing")
        || isBareVerb(word)
        || (Grammar.isFinite(word) && !isContracted(word));
  }

  /** "it's", "that's", "don't": a subject or an order stands in the word. */
  private static boolean isContracted(String word) {
    return word.indexOf('\'') > 0;
  }

  private static boolean isAuxiliary(String word) {
    return switch (word) {
      case "is", "are", "was", "were", "has", "have", "had", "do", "does", "did" -> true;
      default -> false;
    };
  }

  /** Participles and base forms that auxiliaries outside the marks take. */
  private static boolean isBareVerb(String word) {
    return switch (word) {
      case "put",
          "be",
          "been",
          "taken",
          "sent",
          "shown",
          "given",
          "left",
          "lost",
          "made",
          "torn",
          "set",
          "cut",
          "send",
          "pick",
          "bring",
          "not",
          "never" ->
          true;
      default -> false;
    };
  }

  /** "was, in her words, “the hardest thing you will do”": a quoted noun phrase. */
  private boolean isPredicative(int open, int first) {
    if (!Grammar.isDeterminer(tokens.word(first))) {
      return false;
    }
    int i = open - 1;
    if (tokens.is(i, ",")) {
      i--;
      while (i > 0 && open - i < 8 && !tokens.is(i, ",")) {
        i--;
      }
      i--;
    }
    return i >= 0
        && switch (tokens.word(i)) {
          case "is", "was", "are", "were", "be", "been", "as", "become", "became" -> true;
          default -> false;
        };
  }

  /** "in her words", in the middle of a sentence that another frame governs. */
  private boolean isInOwnWords(Frame frame) {
    return !tokens.is(frame.verb(), "according")
        && frame.verb() > 0
        && tokens.sentence(frame.verb() - 1) == tokens.sentence(frame.verb())
        && tokens.block(frame.verb() - 1) == tokens.block(frame.verb());
  }

  private boolean runsOverSentences(int first, int end) {
    return tokens.sentence(first) != tokens.sentence(end - 1);
  }

  /** "“gave the impression” that …": the words lean on what follows them. */
  private boolean runsOn(int first, int end) {
    int next = end + 1;
    if (tokens.is(first, "and") || tokens.is(first, "but") || tokens.is(first, "or")) {
      return true;
    }
    return next < tokens.size()
        && tokens.block(next) == tokens.block(end - 1)
        && (tokens.is(next, "that")
            || (end - first <= 4 && Grammar.isPreposition(tokens.word(next))));
  }

  /** Whether nothing of its sentence stands before the opening mark. */
  private boolean opensSentence(int open) {
    return open <= 0
        || tokens.block(open - 1) != tokens.block(open)
        || tokens.sentence(open - 1) != tokens.sentence(open)
        || isSentenceEnd(open - 1)
        || isMark(open - 1);
  }

  private boolean startsBlock(Quotation q) {
    return q.outer().from() == block(q.firstBlock()).range().from();
  }

  private boolean fillsParagraph(Quotation q) {
    int rest = block(q.lastBlock()).range().to() - q.outer().to();
    return startsBlock(q) && rest <= 2;
  }

  private Document.Block block(int index) {
    return reading.document().layout().blocks().get(index);
  }

  /** A paragraph that ends with a colon introduces the quotation that opens the next. */
  private @Nullable Saying introducedByParagraph(Quotation q, boolean clause) {
    int b = q.firstBlock() - 1;
    if (b < 0 || scopes[b] != scopes[q.firstBlock()]) {
      return null;
    }
    int open = tokens.atOrAfter(q.outer().from());
    int last = open - 1;
    if (last < 0) {
      return null;
    }
    if (!isColon(last)) {
      Speaker speaker = clause ? messageFrom(b) : null;
      return speaker == null
          ? null
          : new Saying(q.range(), speaker, StatementMode.DIRECT, StatementRule.COLON);
    }
    Frame lead = null;
    for (int i = firstFrameFrom(last) - 1; i >= 0; i--) {
      Frame frame = frames.get(i);
      if (frame.verb() > last) {
        continue;
      }
      if (tokens.block(frame.verb()) == b
          && tokens.sentence(frame.verb()) == tokens.sentence(last)) {
        lead = frame;
      }
      break;
    }
    if (lead != null) {
      return isFirstPerson(lead)
          ? null
          : new Saying(
              q.range(), lead.speaker(), StatementMode.DIRECT, StatementRule.PARAGRAPH_BEFORE);
    }
    Speaker speaker = colonSpeaker(last);
    if (speaker != null && clause) {
      return new Saying(q.range(), speaker, StatementMode.DIRECT, StatementRule.COLON);
    }
    return null;
  }

  /** "A message from the director, Jane Smith": a line above a quotation that says whose it is. */
  private @Nullable Speaker messageFrom(int block) {
    TextRange range = block(block).range();
    int first = tokens.atOrAfter(range.from());
    int end = tokens.atOrAfter(range.to());
    if (range.length() > 120) {
      return null;
    }
    for (int i = first; i + 2 < end; i++) {
      boolean message =
          switch (tokens.word(i)) {
            case "message", "statement", "comment", "comments", "word", "words", "reply", "note" ->
                tokens.is(i + 1, "from") || tokens.is(i + 1, "by") || tokens.is(i + 1, "of");
            default -> false;
          };
      if (message) {
        List<Name> names = reading.names(tokens.range(i + 2, end - 1));
        for (Name name : names) {
          if (name.entity().kind() == EntityKind.PERSON) {
            return new Speaker(name.entity(), null, Speaker.Sort.NAMED);
          }
        }
        return names.isEmpty() || !SpokenText.canSpeak(names.get(0).entity().kind())
            ? null
            : new Speaker(names.get(0).entity(), null, Speaker.Sort.NAMED);
      }
    }
    return null;
  }

  /** "Jane Smith’s reply:", "Elmbridge offer:": who is named before the colon, without a verb. */
  private @Nullable Speaker colonSpeaker(int colon) {
    int start = colon;
    while (start > 0
        && colon - start < 60
        && tokens.block(start - 1) == tokens.block(colon)
        && tokens.sentence(start - 1) == tokens.sentence(colon)) {
      start--;
    }
    Speaker organisation = null;
    for (int t = start; t < colon; t++) {
      if (tokens.is(t + 1, "own") && t + 1 < colon) {
        // "From their own website:"
        Speaker owner =
            switch (tokens.word(t)) {
              case "their" -> speakers.pronoun("they", t);
              case "its" -> speakers.pronoun("it", t);
              case "her" -> speakers.pronoun("she", t);
              case "his" -> speakers.pronoun("he", t);
              default -> null;
            };
        if (owner != null && owner.isNamed()) {
          return owner;
        }
      }
      int end = speakers.endOfNameAt(t);
      boolean object =
          t > start && Grammar.isPreposition(tokens.word(t - 1)) && !tokens.is(t - 1, "from");
      if (end < t || object) {
        continue;
      }
      List<Name> names = reading.names(new TextRange(tokens.from(t), tokens.to(end)));
      EntityKind kind = names.isEmpty() ? EntityKind.AREA : names.get(0).entity().kind();
      if (kind == EntityKind.PERSON) {
        return new Speaker(names.get(0).entity(), null, Speaker.Sort.NAMED);
      }
      if (kind.isOrganisation() && organisation == null) {
        organisation = new Speaker(names.get(0).entity(), null, Speaker.Sort.NAMED);
      }
    }
    return organisation;
  }

  /** "“…” Jane Smith on Twitter", "“…” – Jane Smith". */
  private @Nullable Speaker signedOff(int end) {
    int next = end + 1;
    if (next >= tokens.size()) {
      return null;
    }
    boolean dash = false;
    while (next < tokens.size()
        && switch (tokens.word(next)) {
          case "-", "–", "—", ":" -> true;
          default -> false;
        }) {
      dash = true;
      next++;
    }
    if (next >= tokens.size() || tokens.block(next) != tokens.block(end)) {
      return null;
    }
    int nameEnd = speakers.endOfNameAt(next);
    if (nameEnd < next) {
      return null;
    }
    boolean twitter =
        nameEnd + 2 < tokens.size()
            && (tokens.is(nameEnd + 1, "on") || tokens.is(nameEnd + 1, "via"))
            && (tokens.is(nameEnd + 2, "twitter") || tokens.is(nameEnd + 2, "facebook"));
    Speaker speaker = twitter || dash ? speakers.of(next, nameEnd) : null;
    return speaker != null
            && speaker.entity() != null
            && speaker.entity().kind() != EntityKind.PUBLICATION
        ? speaker
        : null;
  }

  /** Whether the quotation begins where the last one, with its "she said", ended. */
  private boolean followsLast(Quotation q) {
    if (q.firstBlock() == lastBlock) {
      if (lastTail != null && endsWithSentenceOf(lastTail, q)) {
        return true;
      }
      String between =
          text.substring(Math.min(lastEnd, q.outer().from()), q.outer().from()).strip();
      return between.length() <= 2;
    }
    if (!startsBlock(q)
        || q.firstBlock() != lastBlock + 1
        || scopes[lastBlock] != scopes[q.firstBlock()]) {
      return false;
    }
    String rest = text.substring(lastEnd, Math.max(lastEnd, block(lastBlock).range().to())).strip();
    return rest.length() <= 2;
  }

  /** Whether the sentence of the "she said" ends just before the quotation. */
  private boolean endsWithSentenceOf(Frame tail, Quotation q) {
    int open = tokens.atOrAfter(q.outer().from());
    return open > 0
        && isSentenceEnd(open - 1)
        && tokens.sentence(open - 1) == tokens.sentence(tail.verb());
  }

  private boolean isMark(int token) {
    return switch (tokens.word(token)) {
      case "\"", "“", "”", "‘", "’", "'" -> true;
      default -> false;
    };
  }

  private boolean endsSentence(int to) {
    return ".!?…".indexOf(text.charAt(to - 1)) >= 0;
  }

  /** Whether the words have a finite verb. */
  private boolean isClause(int first, int end) {
    if (end - first < 2) {
      return false;
    }
    for (int i = first; i < end; i++) {
      if (Grammar.isFinite(tokens.word(i)) || (i > first && words.verb(tokens.word(i)) != null)) {
        return true;
      }
    }
    return end - first > 25;
  }
}
