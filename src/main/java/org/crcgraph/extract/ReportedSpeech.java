package org.crcgraph.extract;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.crcgraph.extract.SayingFrames.Frame;
import org.crcgraph.extract.SayingFrames.Shape;
import org.crcgraph.extract.SpeechWords.Complement;
import org.crcgraph.extract.StatementExtractor.Saying;
import org.crcgraph.model.Annotation;
import org.crcgraph.model.Annotation.StatementMode;
import org.crcgraph.model.TextRange;
import org.jspecify.annotations.Nullable;

/** Finds the content clause of each verb of saying that governs no quotation. */
final class ReportedSpeech {
  /** Shorter contents, in characters, are no clauses. */
  private static final int SHORTEST = 8;

  private final Reading reading;
  private final String text;
  private final SpeechTokens tokens;
  private final SpeechWords words;
  private final Speakers speakers;
  private final List<Frame> frames;
  private final List<Frame> nested;
  private final int[] quotationOf;
  private final List<TextRange> direct;
  private final Set<Integer> tails;
  private final @Nullable Speaker[] findings;
  private final BitSet inSection = new BitSet();
  private final List<Saying> found = new ArrayList<>();
  private final SpokenSentences sentences;
  private final ContentStarts starts;
  private final ContentEnds ends;
  private int coveredTo = -1;

  ReportedSpeech(
      Reading reading,
      SpeechTokens tokens,
      SpeechWords words,
      Speakers speakers,
      List<Frame> frames,
      List<Frame> nested,
      int[] quotationOf,
      List<TextRange> direct,
      Set<Integer> tails,
      @Nullable Speaker[] findings) {
    this.reading = reading;
    this.text = reading.text();
    this.tokens = tokens;
    this.words = words;
    this.speakers = speakers;
    this.frames = frames;
    this.nested = nested;
    this.quotationOf = quotationOf;
    this.direct = direct;
    this.tails = tails;
    this.findings = findings;
    sentences = new SpokenSentences(tokens, quotationOf);
    starts = new ContentStarts(tokens, words, quotationOf, sentences);
    ends = new ContentEnds(tokens, words, quotationOf, frames, sentences, starts);
    for (Annotation.Section section : reading.found(Annotation.Section.class)) {
      TextRange range = reading.document().text().range(section.evidence().span());
      int first = tokens.atOrAfter(range.from());
      int end = tokens.atOrAfter(range.to());
      if (first < end) {
        inSection.set(tokens.block(first), tokens.block(end - 1) + 1);
      }
    }
  }

  /** The reported statements in order. */
  List<Saying> find() {
    int next = 0;
    Dictionary.Marks verbs =
        tokens.dictionary().marks(words.verbs(), word -> words.verb(word) == null ? 0 : 1);
    for (int f = 0; f < frames.size(); f++) {
      Frame frame = frames.get(f);
      for (; next < frame.first(); next++) {
        if (verbs.of(tokens.id(next)) != 0) {
          describedBy(next);
        }
      }
      if (accepts(frame) && frame.verb() > coveredTo) {
        read(f, frame);
      }
      next = Math.max(next, frame.verb() + 1);
    }
    for (; next < tokens.size(); next++) {
      if (verbs.of(tokens.id(next)) != 0) {
        describedBy(next);
      }
    }
    for (Frame frame : nested) {
      nested(frame);
    }
    for (int b = 0; b < findings.length; b++) {
      Speaker speaker = findings[b];
      if (speaker != null) {
        findings(b, speaker);
      }
    }
    return found;
  }

  /** "“… and one officer told us that she had 97 cases.”": within the words of another. */
  private void nested(Frame frame) {
    int last = frame.verb() + 2;
    while (last + 1 < tokens.size()
        && quotationOf[last + 1] == quotationOf[frame.verb()]
        && tokens.sentence(last + 1) == tokens.sentence(frame.verb())) {
      last++;
    }
    int start = sentences.afterWhen(frame.verb() + 2, last);
    start = tokens.is(start, "that") ? start + 1 : start;
    if (last - start >= 2 && starts.beginsClause(start, last)) {
      emit(frame.speaker(), start, last, StatementRule.NESTED);
    }
  }

  /** Each sentence of a list item under "Inspectors found:" is a finding. */
  private void findings(int block, Speaker speaker) {
    TextRange range = reading.document().layout().blocks().get(block).range();
    int i = tokens.atOrAfter(range.from());
    int end = tokens.atOrAfter(range.to());
    while (i < end) {
      int last = Math.min(sentences.lastOfSentence(i), end - 1);
      int start = i;
      while (start < last && !tokens.isWord(start) && !sentences.isOpeningMark(start)) {
        start++;
      }
      int ending = last;
      while (ending > start
          && (tokens.is(ending, "and") || tokens.is(ending, ",") || tokens.is(ending, ";"))) {
        // "…; and" leads to the next item.
        ending--;
      }
      emitAround(speaker, start, ending, StatementRule.FINDINGS_LIST);
      i = last + 1;
    }
  }

  private boolean accepts(Frame frame) {
    switch (tokens.word(frame.first())) {
      case "i" -> {
        return false;
      }
      case "we", "you" -> {
        return frame.speaker().isNamed();
      }
      default -> {}
    }
    Speaker speaker = frame.speaker();
    if (inComment(frame.verb())) {
      return speaker.isNamed() || isOnesOwn(frame.first()) || isToldUs(frame);
    }
    return speaker.isNamed() || speaker.role() != null;
  }

  /** "They told us …". */
  private boolean isToldUs(Frame frame) {
    return tokens.is(frame.first(), "they")
        && frame.saying().takes(Complement.ADDRESSEE)
        && (tokens.is(frame.last() + 1, "us") || tokens.is(frame.last() + 1, "me"));
  }

  /** "my manager told us", "management say": somebody the commenter knows. */
  private boolean isOnesOwn(int first) {
    return switch (tokens.word(first)) {
      case "my", "our", "management" -> true;
      default -> false;
    };
  }

  /**
   * Whether the token stands in a reader's own words: in a comment, but in no article within it.
   */
  private boolean inComment(int token) {
    int block = tokens.block(token);
    return reading.document().layout().blocks().get(block).comment() >= 0 && !inSection.get(block);
  }

  /** "described as a failure by Elmbridge": the passive with its source. */
  private void describedBy(int verb) {
    SpeechWords.Saying saying = words.verb(tokens.word(verb));
    if (saying == null || verb <= coveredTo || quotationOf[verb] >= 0) {
      return;
    }
    if (saying.takes(Complement.ADDRESSEE)) {
      told(verb);
      return;
    }
    if (!saying.takes(Complement.PREDICATE)) {
      return;
    }
    int last = sentences.lastOfSentence(verb);
    for (int i = verb + 1; i < Math.min(last, verb + 16); i++) {
      if (!tokens.isWord(i)
          && quotationOf[i] < 0
          && !sentences.isOpeningMark(i)
          && !sentences.isClosingMark(i)) {
        return;
      }
      if (tokens.is(i, "by") && i > verb + 1) {
        int end = i + 1;
        while (end < last
            && tokens.isWord(end + 1)
            && !Grammar.isSubordinator(tokens.word(end + 1))) {
          end++;
        }
        Speaker speaker = speakers.of(i + 1, end);
        if (speaker != null && (speaker.isNamed() || !inComment(verb))) {
          emit(speaker, verb, end, StatementRule.DESCRIBED_BY);
        }
        return;
      }
    }
    describedInReport(verb, last);
  }

  /**
   * "Unpaid work was described as “a joy to see”" in what inspectors have written or are quoted
   * with: they describe it.
   */
  private void describedInReport(int verb, int last) {
    boolean passive =
        verb > 1
            && tokens.is(verb, "described")
            && tokens.is(verb + 1, "as")
            && (tokens.is(verb - 1, "was")
                || tokens.is(verb - 1, "were")
                || tokens.is(verb - 1, "is")
                || tokens.is(verb - 1, "are"));
    int quote = verb + 3;
    if (!passive || quote > last || quotationOf[quote] < 0) {
      return;
    }
    Speaker watchdog = watchdogBefore(verb);
    if (watchdog == null) {
      return;
    }
    int end = quote;
    while (end < last && quotationOf[end + 1] == quotationOf[quote]) {
      end++;
    }
    int start = verb;
    int first = sentences.firstOfSentence(verb);
    while (start > first
        && !(isSentenceJoint(start - 1) && (start - 2 <= first || tokens.is(start - 2, ",")))
        && !tokens.is(start - 1, ";")) {
      start--;
    }
    emit(
        watchdog,
        sentences.afterConjunction(start),
        Math.min(end + 1, last),
        StatementRule.DESCRIBED_BY);
  }

  private boolean isSentenceJoint(int token) {
    return tokens.is(token, "and") || tokens.is(token, "but") || tokens.is(token, "while");
  }

  /** The watchdog that spoke in the last few paragraphs before a token, if one did. */
  private @Nullable Speaker watchdogBefore(int token) {
    int low = Ordered.firstFrom(frames, Frame::verb, token + 1);
    for (int f = low - 1; f >= 0; f--) {
      Frame frame = frames.get(f);
      if (tokens.block(token) - tokens.block(frame.verb()) > 6
          || inComment(token) != inComment(frame.verb())) {
        return null;
      }
      if (frame.speaker().sort() == Speaker.Sort.WATCHDOG || isReport(frame.speaker())) {
        return new Speaker(frame.speaker().entity(), null, Speaker.Sort.WATCHDOG);
      }
    }
    return null;
  }

  /** "has been told that …": whoever told it stays unnamed, unless "by" names them. */
  private void told(int verb) {
    boolean passive =
        verb > 1
            && switch (tokens.word(verb - 1)) {
              case "been", "was", "were", "am", "i'm", "we're", "being" -> true;
              default -> false;
            };
    int last = sentences.lastOfSentence(verb);
    if (!passive || tokens.is(last, "?")) {
      return;
    }
    int start = verb + 1;
    Speaker speaker = Speaker.UNKNOWN;
    if (tokens.is(start, "by")) {
      int end = start + 1;
      while (end < last && tokens.isWord(end + 1) && !tokens.is(end + 1, "that")) {
        end++;
      }
      Speaker by = speakers.of(start + 1, end);
      if (by == null || !tokens.is(end + 1, "that")) {
        return;
      }
      speaker = by;
      start = end + 1;
    }
    int that = starts.thatNear(start, last);
    if (that >= 0) {
      start = that + 1;
    } else if (Grammar.isFiller(tokens.word(start))
        || !starts.beginsClause(start, last)
        || Grammar.isQuestionWord(tokens.word(start))
        || tokens.is(start, "to")
        || !sentences.hasFinite(start, last)) {
      return;
    }
    emit(speaker, start, endOfTold(start, last), StatementRule.TOLD);
  }

  /** "was told that it was late, and recommends that …": whoever was told speaks on. */
  private int endOfTold(int start, int last) {
    for (int i = start + 3; i + 2 < last; i++) {
      if (tokens.is(i, "and") && quotationOf[i] < 0) {
        SpeechWords.Saying next = words.verb(tokens.word(i + 1));
        if (next != null
            && next.form() != SpeechWords.Form.BASE
            && (tokens.is(i + 2, "that") || tokens.is(i - 1, ","))) {
          return i - 1;
        }
        if (tokens.is(i - 1, ",") && Grammar.isPreposition(tokens.word(i + 1))) {
          // "…, and of another finding": the author's sentence goes on.
          return i - 1;
        }
      }
    }
    return last;
  }

  private void read(int f, Frame frame) {
    int first = sentences.firstOfSentence(frame.verb());
    int last = sentences.lastOfSentence(frame.verb());
    if (tokens.is(last, "?") && quotationOf[last] < 0 && Grammar.isModalOrDo(tokens.word(first))) {
      return;
    }
    if (frame.shape() == Shape.ACCORDING) {
      according(frame, first, last);
      return;
    }
    if (frame.shape() == Shape.INVERTED) {
      if (tokens.is(frame.last() + 1, ",")
          && frame.last() + 3 <= last
          && sentences.isOpeningMark(frame.last() + 2)) {
        // "… while in Leeds, said one of them, “nobody was left”": only the quotation is theirs.
        return;
      }
      if (tokens.is(frame.verb() - 1, ",") && frame.first() - first >= 4) {
        emit(frame, sentences.afterConjunction(first), frame.verb() - 2, StatementRule.POSTPOSED);
      }
      return;
    }
    if (isTail(frame) && !tokens.is(frame.last() + 1, "that")) {
      return;
    }
    if (isPostposed(frame, first, last)) {
      postposed(frame, first, last);
      return;
    }
    content(f, frame, first, last);
  }

  /** "…, the inspectorate found" at the end of the sentence or before ", and". */
  private boolean isPostposed(Frame frame, int first, int last) {
    if (frame.shape() != Shape.SUBJECT_FIRST || frame.first() <= first + 2) {
      return false;
    }
    int before = frame.first() - 1;
    while (before > first && sentences.isClosingMark(before)) {
      before--;
    }
    if (!tokens.is(before, ",")) {
      return false;
    }
    int after = sentences.afterTime(afterFrame(frame, last), last);
    boolean brief = frame.first() <= first + 3;
    if (!brief && after <= last && isPhraseToEnd(after, last)) {
      return true;
    }
    return (after > last && !brief)
        || (after <= last
            && switch (tokens.word(after)) {
              case ".", "!", "?", ";" -> !brief;
              case "," -> true;
              default -> false;
            });
  }

  /** "…, inspectors found at Elmbridge Office": where or when it was said, and no more. */
  private boolean isPhraseToEnd(int from, int last) {
    boolean place =
        switch (tokens.word(from)) {
          case "at", "in", "on", "during", "after", "following", "when" -> true;
          default -> false;
        };
    if (!place || last - from > 16) {
      return false;
    }
    for (int i = from + 1; i < last; i++) {
      if (!(tokens.isWord(i) || sentences.isBracket(i))
          || tokens.is(i, "that")
          || (Grammar.isFinite(tokens.word(i)) && !tokens.is(from, "when"))) {
        return false;
      }
    }
    return true;
  }

  /** The token after the verb and whom it was told. */
  private int afterFrame(Frame frame, int last) {
    int after = frame.last() + 1;
    return frame.saying().takes(Complement.ADDRESSEE) && after <= last
        ? starts.afterAddressee(after, last)
        : after;
  }

  /** Whether the clause goes on after ", she said,". */
  private boolean resumes(int token) {
    return switch (tokens.word(token)) {
      case "and", "but", "or", "with", "not", "nor", "that", "to" -> true;
      default -> Grammar.isFinite(tokens.word(token)) || Grammar.isPastForm(tokens.word(token));
    };
  }

  private void postposed(Frame frame, int first, int last) {
    int after = sentences.afterTime(afterFrame(frame, last), last);
    boolean be = frame.first() > first + 2 && Grammar.isFinite(tokens.word(frame.first() - 2));
    boolean goesOn =
        (after + 3 < last && tokens.is(after, ",") && resumes(after + 1))
            // "It was, he said, the last straw."
            || (after + 1 < last && tokens.is(after, ",") && be);
    int end = goesOn ? last : frame.first() - 1;
    if (sentences.isRelative(frame.first() - 2) && tokens.is(after, ",")) {
      // "contractors who, inspectors have found, have failed": what is found stands after it.
      emit(frame, after + 1, last, StatementRule.POSTPOSED);
      return;
    }
    if (!goesOn && frame.first() - sentences.afterConjunction(first) < 4) {
      // "The yard, she added, “is full”": no words of hers stand before.
      return;
    }
    emit(frame, sentences.afterConjunction(first), end, StatementRule.POSTPOSED);
  }

  /** Whether the frame is the "she said" of a quotation before it. */
  private boolean isTail(Frame frame) {
    return tails.contains(frame.verb());
  }

  private void according(Frame frame, int first, int last) {
    int start = sentences.afterConjunction(first);
    if (inWords(frame)) {
      emit(frame, start, last, StatementRule.ACCORDING_TO);
      return;
    }
    if (frame.verb() > start + 1
        && sentences.isRelative(frame.verb() - 1)
        && frame.last() + 3 <= last
        && (Grammar.isFinite(tokens.word(frame.last() + 1))
            || Grammar.isModal(tokens.word(frame.last() + 1)))) {
      // "the terms, which according to Ada Marsh will cost more"
      emit(frame, frame.last() + 1, last, StatementRule.ACCORDING_TO);
      return;
    }
    if (frame.verb() > start + 1 && isReferredTo(start, frame.verb() - 1)) {
      // "I see that according to the Gazette …"
      int from = tokens.is(frame.last() + 1, ",") ? frame.last() + 2 : frame.last() + 1;
      emit(frame, from, last, StatementRule.ACCORDING_TO);
      return;
    }
    if (frame.verb() <= start) {
      int comma = sentences.nextComma(frame.last() + 1, last, 12);
      if (comma > 0 && sentences.isRelative(comma + 1)) {
        // "According to Ada Marsh, who runs it, …"
        comma = sentences.nextComma(comma + 2, last, 30);
      }
      if (comma > 0) {
        emit(frame, comma + 1, last, StatementRule.ACCORDING_TO);
      }
      return;
    }
    if (isTail(frame)) {
      return;
    }
    int end = frame.verb() - 1;
    if (end - start >= 3) {
      emit(frame, start, end, StatementRule.ACCORDING_TO);
    }
  }

  /** "in the words of one", "by its own reckoning": a part of the sentence that it tells of. */
  private boolean inWords(Frame frame) {
    return !tokens.is(frame.verb(), "according");
  }

  private boolean isReferredTo(int start, int that) {
    return tokens.is(that, "that") && (tokens.is(start, "i") || tokens.is(start, "we"));
  }

  private void content(int f, Frame frame, int first, int last) {
    SpeechWords.Saying saying = frame.saying();
    int r = frame.last() + 1;
    while (r <= last
        && Grammar.isFiller(tokens.word(r))
        && !Grammar.isFinite(tokens.word(r))
        && !tokens.is(r, "all")
        && !tokens.is(r, "both")) {
      r++;
    }
    if (r > last) {
      return;
    }
    int comma = starts.asSaid(frame, first, r, last);
    if (comma > 0) {
      emitAround(frame.speaker(), comma + 1, last, StatementRule.SAID_THAT);
      return;
    }
    if (saying.base().equals("wonder")) {
      // "wondered aloud whether"; "they wonder why" is a turn of the author's.
      int whether = tokens.is(r, "aloud") ? r + 1 : r;
      boolean asks = tokens.is(whether, "whether") || tokens.is(whether, "if");
      if (asks && saying.form() == SpeechWords.Form.PAST) {
        emitAround(
            frame.speaker(),
            whether,
            ends.endOfContent(f, frame, whether, last),
            StatementRule.SAID_THAT);
      }
      return;
    }
    StatementRule rule = StatementRule.SAID_THAT;
    int start = -1;
    boolean that = false;
    int addressed = saying.takes(Complement.ADDRESSEE) ? starts.afterAddressee(r, last) : r;
    int thatAt = starts.thatNear(r, last);
    if (thatAt < 0 && starts.isWhen(r)) {
      thatAt = starts.thatAfterComma(r, last);
    }
    if (thatAt < 0 && saying.takes(Complement.ADDRESSEE)) {
      thatAt = starts.thatAfterAddressee(r, last);
    }
    String word = tokens.word(addressed <= last ? addressed : r);
    if (saying.takes(Complement.ORDER) && starts.order(r, last) >= 0) {
      start = starts.order(r, last);
      rule = StatementRule.ORDER;
    } else if (saying.takes(Complement.CONCERN)) {
      start = starts.concern(r, last);
      rule = StatementRule.ABOUT;
    } else if (saying.takes(Complement.CAUSE)) {
      start = starts.cause(r, last);
      rule = StatementRule.ABOUT;
    } else if (thatAt >= 0
        && !saying.takes(Complement.QUOTE)
        && !saying.takes(Complement.PREDICATE)) {
      start = thatAt + 1;
      that = true;
    } else if (tokens.is(r, "to")
        && (tokens.is(r + 1, "know") || tokens.is(r + 1, "see") || tokens.is(r + 1, "hear"))
        && r + 2 <= last
        && Grammar.isQuestionWord(tokens.word(r + 2))
        && (frame.saying().base().equals("demand") || frame.saying().base().equals("ask"))) {
      start = r + 2;
    } else if (starts.complaintTo(saying, r, last) > 0) {
      start = starts.complaintTo(saying, r, last);
      rule = StatementRule.ABOUT;
    } else if (ContentStarts.prepositionOf(tokens.word(r)) != null
        && saying.takes(
            java.util.Objects.requireNonNull(ContentStarts.prepositionOf(tokens.word(r))))) {
      start = r + 1;
      rule = StatementRule.ABOUT;
    } else if (saying.takes(Complement.PREDICATE)) {
      start = starts.predicate(r, last);
      rule = StatementRule.PREDICATE;
    } else if (addressed > last || saying.takes(Complement.QUOTE)) {
      return;
    } else if (r < last
        && Grammar.isObjectPronoun(tokens.word(r))
        && Grammar.isQuestionWord(tokens.word(r + 1))) {
      // "ask me why …"
      start = r + 1;
    } else if (Grammar.isQuestionWord(word) && !saying.takes(Complement.OBJECT)) {
      start = addressed;
    } else if (saying.takes(Complement.CLAUSE) && starts.beginsClause(addressed, last)) {
      start = addressed;
    } else if (saying.takes(Complement.FINITE)
        && starts.beginsClause(addressed, last)
        && (saying.takes(Complement.OBJECT)
            ? isReport(frame.speaker())
                || (isDocument(frame) && sentences.hasFinite(addressed, last))
            : sentences.hasFinite(addressed, last))) {
      start = addressed;
    }
    if (start < 0
        || start > last
        || (saying.takes(Complement.DOCUMENT) && !isReport(frame.speaker()))) {
      return;
    }
    if (tokens.is(start, ":")
        || (!that && last - start < 3 && !sentences.hasFinite(start - 1, last))) {
      // "Firms admit big loss": a headline's noun phrase is no clause.
      return;
    }
    int end = ends.endOfContent(f, frame, start, last);
    if (!that && rule == StatementRule.SAID_THAT && isFronted(frame, first)) {
      start = sentences.afterConjunction(first);
      rule = StatementRule.FRONTED;
    }
    emitAround(frame.speaker(), start, end, rule);
  }

  /** "Its report found …": somebody's document, whoever they are. */
  private boolean isDocument(Frame frame) {
    for (int i = frame.first(); i < frame.verb(); i++) {
      SpeechWords.SpeakingNoun noun = words.noun(tokens.word(i));
      if (noun != null && noun.sort() == SpeechWords.NounSort.DOCUMENT) {
        return true;
      }
    }
    return false;
  }

  private static boolean isReport(Speaker speaker) {
    return speaker.sort() == Speaker.Sort.WATCHDOG
        || (speaker.entity() != null && speaker.entity().name().contains("Inspectorate"));
  }

  /** "While …, the report said …": what stands in front is part of what was said. */
  private boolean isFronted(Frame frame, int first) {
    int start = sentences.afterConjunction(first);
    if (frame.first() - start < 4 || !tokens.is(frame.first() - 1, ",")) {
      return false;
    }
    return switch (tokens.word(start)) {
      case "while",
          "whilst",
          "where",
          "although",
          "though",
          "if",
          "of",
          "because",
          "despite",
          "unless" ->
          true;
      default -> false;
    };
  }

  /** Emits the content, or what is left of it around quotations that are statements already. */
  private void emitAround(Speaker speaker, int start, int end, StatementRule rule) {
    int from = tokens.from(start);
    int to = tokens.to(end);
    TextRange inside = null;
    TextRange lastInside = null;
    for (int i = indexOfDirect(from - 1); i < direct.size() && direct.get(i).from() < to; i++) {
      TextRange range = direct.get(i);
      if (range.to() > from) {
        inside = inside == null ? range : inside;
        lastInside = range;
      }
    }
    if (inside == null || lastInside == null) {
      emit(speaker, start, end, rule);
      return;
    }
    int before = beforeThat(tokens.atOrAfter(inside.from()) - 1);
    if (before - start >= 4
        && sentences.isJoint(before)
        && sentences.hasFinite(start, before - 1)
        && !isTailBetween(start, before)) {
      emit(speaker, start, before - 1, rule);
    }
    coveredTo = Math.max(coveredTo, Math.min(end, tokens.atOrAfter(lastInside.to()) - 1));
    int after = tokens.atOrAfter(lastInside.to());
    for (int i = after; i < end; i++) {
      if (tokens.is(i, "and") && startsOwnClause(i + 1, end)) {
        emit(speaker, i + 1, end, rule);
        return;
      }
      if (sentences.isSentenceMark(i)) {
        return;
      }
    }
  }

  /** "said it had paid and that “more will follow”": the conjunction before the quoted clause. */
  private int beforeThat(int before) {
    boolean joined =
        tokens.is(before, "that") && (tokens.is(before - 1, "and") || tokens.is(before - 1, "but"));
    return joined ? before - 1 : before;
  }

  private boolean isTailBetween(int from, int to) {
    for (int i = from; i < to; i++) {
      if (tails.contains(i)) {
        return true;
      }
    }
    return false;
  }

  private boolean startsOwnClause(int at, int end) {
    String word = tokens.word(at);
    boolean subject =
        Grammar.isSubjectPronoun(word)
            || Grammar.isDeterminer(word)
            || tokens.isCapital(at)
            || word.equals("that");
    if (!subject) {
      return false;
    }
    for (int i = at + 1; i <= Math.min(end, at + 7); i++) {
      if (Grammar.isFinite(tokens.word(i))) {
        return true;
      }
    }
    return false;
  }

  private int indexOfDirect(int at) {
    return Ordered.firstFrom(direct, TextRange::to, at);
  }

  private void emit(Frame frame, int start, int end, StatementRule rule) {
    emit(frame.speaker(), start, end, rule);
  }

  private void emit(Speaker speaker, int start, int end, StatementRule rule) {
    if (start > end
        || start >= tokens.size()
        || (sentences.isClosingMark(start)
            && (start + 1 >= quotationOf.length || quotationOf[start + 1] < 0))) {
      return;
    }
    int from = tokens.from(start);
    int to = trimmedEnd(from, tokens.to(end));
    if (to - from < SHORTEST) {
      return;
    }
    found.add(new Saying(new TextRange(from, to), speaker, StatementMode.REPORTED, rule));
    coveredTo = Math.max(coveredTo, end);
  }

  private int trimmedEnd(int from, int to) {
    int end = to;
    while (end > from && " \t\u00a0.,;:!?–-—".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return end;
  }
}
