package org.crcgraph.extract;

import java.util.ArrayList;
import java.util.List;
import org.crcgraph.extract.SayingFrames.Frame;
import org.crcgraph.extract.SayingFrames.Shape;
import org.crcgraph.extract.SpeechWords.Complement;
import org.crcgraph.extract.StatementExtractor.Saying;
import org.crcgraph.model.Annotation.StatementMode;
import org.crcgraph.model.TextRange;
import org.jspecify.annotations.Nullable;

/** Finds the content clause of each verb of saying that governs no quotation. */
final class ReportedSpeech {
  private final Reading reading;
  private final String text;
  private final SpeechTokens tokens;
  private final SpeechWords words;
  private final List<Frame> frames;
  private final int[] quotationOf;
  private final List<TextRange> direct;
  private final List<Saying> found = new ArrayList<>();
  private int coveredTo = -1;

  ReportedSpeech(
      Reading reading,
      SpeechTokens tokens,
      SpeechWords words,
      List<Frame> frames,
      int[] quotationOf,
      List<TextRange> direct) {
    this.reading = reading;
    this.text = reading.text();
    this.tokens = tokens;
    this.words = words;
    this.frames = frames;
    this.quotationOf = quotationOf;
    this.direct = direct;
  }

  /** The reported statements in order. */
  List<Saying> find() {
    for (int f = 0; f < frames.size(); f++) {
      Frame frame = frames.get(f);
      if (accepts(frame) && frame.verb() > coveredTo) {
        read(f, frame);
      }
    }
    return found;
  }

  private boolean accepts(Frame frame) {
    switch (tokens.word(frame.first())) {
      case "i", "we", "you" -> {
        return false;
      }
      default -> {}
    }
    Speaker speaker = frame.speaker();
    if (inComment(frame.verb())) {
      return speaker.isNamed();
    }
    return speaker.isNamed() || speaker.role() != null;
  }

  private boolean inComment(int token) {
    return reading.document().layout().blocks().get(tokens.block(token)).comment() >= 0;
  }

  private int firstOfSentence(int token) {
    int i = token;
    while (i > 0
        && tokens.sentence(i - 1) == tokens.sentence(token)
        && tokens.block(i - 1) == tokens.block(token)) {
      i--;
    }
    return i;
  }

  private int lastOfSentence(int token) {
    int i = token;
    while (i + 1 < tokens.size()
        && tokens.sentence(i + 1) == tokens.sentence(token)
        && tokens.block(i + 1) == tokens.block(token)) {
      i++;
    }
    return i;
  }

  private void read(int f, Frame frame) {
    int first = firstOfSentence(frame.verb());
    int last = lastOfSentence(frame.verb());
    if (frame.shape() == Shape.ACCORDING) {
      according(frame, first, last);
      return;
    }
    if (frame.shape() == Shape.INVERTED) {
      if (tokens.is(frame.verb() - 1, ",") && frame.first() - first >= 4) {
        emit(frame, afterConjunction(first), frame.verb() - 2, StatementRule.POSTPOSED);
      }
      return;
    }
    if (isPostposed(frame, first, last)) {
      postposed(frame, first, last);
      return;
    }
    content(f, frame, first, last);
  }

  /** "But most …": a conjunction at the head of the sentence is none of the words said. */
  private int afterConjunction(int first) {
    int i = first;
    while (i < tokens.size() && !tokens.isWord(i) && !isOpeningMark(i)) {
      i++;
    }
    return switch (tokens.word(i)) {
      case "but", "and", "yet", "however", "so" -> tokens.is(i + 1, ",") ? i + 2 : i + 1;
      default -> i;
    };
  }

  private boolean isOpeningMark(int token) {
    return switch (tokens.word(token)) {
      case "“", "‘", "\"", "'", "(", "[", "£" -> true;
      default -> false;
    };
  }

  /** "…, the inspectorate found" at the end of the sentence or before ", and". */
  private boolean isPostposed(Frame frame, int first, int last) {
    if (frame.shape() != Shape.SUBJECT_FIRST || frame.first() <= first + 3) {
      return false;
    }
    int before = frame.first() - 1;
    while (before > first && isClosingMark(before)) {
      before--;
    }
    if (!tokens.is(before, ",")) {
      return false;
    }
    int after = frame.last() + 1;
    return after > last
        || switch (tokens.word(after)) {
          case ".", "!", "?", ",", ";", "today", "yesterday" -> true;
          default -> false;
        };
  }

  private boolean isClosingMark(int token) {
    return switch (tokens.word(token)) {
      case "”", "’", "\"", "'" -> true;
      default -> false;
    };
  }

  private void postposed(Frame frame, int first, int last) {
    if (isDirectBefore(frame)) {
      return;
    }
    int after = frame.last() + 1;
    boolean goesOn =
        after < last
            && tokens.is(after, ",")
            && (tokens.is(after + 1, "and")
                || tokens.is(after + 1, "but")
                || tokens.is(after + 1, "with"));
    int end = goesOn ? last : frame.first() - 1;
    emit(frame, afterConjunction(first), end, StatementRule.POSTPOSED);
  }

  /** Whether a direct quotation ends just before the frame, which then belongs to it. */
  private boolean isDirectBefore(Frame frame) {
    int at = tokens.from(frame.first());
    for (TextRange range : near(at)) {
      if (range.to() <= at && at - range.to() <= 6) {
        return true;
      }
    }
    return false;
  }

  /** The direct quotations that end not far before an offset, or reach over it. */
  private List<TextRange> near(int at) {
    int low = 0;
    int high = direct.size();
    while (low < high) {
      int mid = (low + high) >>> 1;
      if (direct.get(mid).from() <= at) {
        low = mid + 1;
      } else {
        high = mid;
      }
    }
    return direct.subList(Math.max(0, low - 2), low);
  }

  private void according(Frame frame, int first, int last) {
    int start = afterConjunction(first);
    if (frame.verb() <= start) {
      int from = frame.last() + 1;
      while (from <= last && !tokens.is(from, ",") && from < frame.last() + 12) {
        from++;
      }
      if (tokens.is(from, ",")) {
        emit(frame, from + 1, last, StatementRule.ACCORDING_TO);
      }
      return;
    }
    if (isDirectBefore(frame)) {
      return;
    }
    int end = frame.verb() - 1;
    if (end - start >= 3) {
      emit(frame, start, end, StatementRule.ACCORDING_TO);
    }
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
    StatementRule rule = StatementRule.SAID_THAT;
    int start = -1;
    boolean that = false;
    int addressed = saying.takes(Complement.ADDRESSEE) ? afterAddressee(r, last) : r;
    int thatAt = thatNear(r, last);
    String word = tokens.word(addressed <= last ? addressed : r);
    if (thatAt >= 0 && !saying.takes(Complement.QUOTE) && !saying.takes(Complement.PREDICATE)) {
      start = thatAt + 1;
      that = true;
    } else if (prepositionOf(tokens.word(r)) != null
        && saying.takes(java.util.Objects.requireNonNull(prepositionOf(tokens.word(r))))) {
      start = r + 1;
      rule = StatementRule.ABOUT;
    } else if (saying.takes(Complement.PREDICATE)) {
      start = predicate(r, last);
      rule = StatementRule.PREDICATE;
    } else if (addressed > last || saying.takes(Complement.QUOTE)) {
      return;
    } else if (Grammar.isQuestionWord(word) && !saying.takes(Complement.OBJECT)) {
      start = addressed;
    } else if (saying.takes(Complement.CLAUSE) && beginsClause(addressed, last)) {
      start = addressed;
    } else if (saying.takes(Complement.FINITE)
        && beginsClause(addressed, last)
        && (saying.takes(Complement.OBJECT)
            ? isReport(frame.speaker())
            : hasFinite(addressed, last))) {
      start = addressed;
    }
    if (start < 0 || (saying.takes(Complement.DOCUMENT) && !isReport(frame.speaker()))) {
      return;
    }
    if (tokens.is(start, ":")) {
      return;
    }
    int end = endOfContent(f, frame, start, last);
    if (!that && rule == StatementRule.SAID_THAT && isFronted(frame, first)) {
      start = afterConjunction(first);
      rule = StatementRule.FRONTED;
    }
    emitAround(frame, start, end, rule);
  }

  private static boolean isReport(Speaker speaker) {
    return speaker.sort() == Speaker.Sort.WATCHDOG
        || (speaker.entity() != null && speaker.entity().name().contains("Inspectorate"));
  }

  /** "While …, the report said …": what stands in front is part of what was said. */
  private boolean isFronted(Frame frame, int first) {
    int start = afterConjunction(first);
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

  private int thatNear(int r, int last) {
    int limit = Math.min(last, r + 9);
    for (int i = r; i <= limit; i++) {
      if (tokens.is(i, "that")) {
        return i == r || onlyPhrase(r, i) ? i : -1;
      }
      if (quotationOf[i] >= 0
          || tokens.is(i, ":")
          || tokens.is(i, ";")
          || tokens.is(i, "(")
          || (i > r && words.verb(tokens.word(i)) != null)
          || Grammar.isFinite(tokens.word(i))) {
        return -1;
      }
    }
    return -1;
  }

  /** Between verb and "that" only whom or when or where it was said: no object of its own. */
  private boolean onlyPhrase(int r, int that) {
    String word = tokens.word(r);
    boolean phrase =
        switch (word) {
          case "to",
              "in",
              "on",
              "at",
              "during",
              "last",
              "yesterday",
              "today",
              "us",
              "me",
              "them",
              "him",
              "her",
              "inspectors",
              "mps",
              "peers",
              "journalists",
              "reporters",
              "staff",
              "parliament",
              "ministers",
              "," ->
              true;
          default -> tokens.isCapital(r) || word.equals("the");
        };
    return phrase && (that - r <= 8);
  }

  private int afterAddressee(int r, int last) {
    String word = tokens.word(r);
    switch (word) {
      case "us",
          "me",
          "them",
          "him",
          "her",
          "inspectors",
          "mps",
          "peers",
          "journalists",
          "reporters",
          "staff",
          "parliament",
          "ministers",
          "it" -> {
        return tokens.is(r + 1, "that") ? r + 2 : r + 1;
      }
      default -> {}
    }
    int end = r;
    if (word.equals("the") || word.equals("a") || word.equals("his") || word.equals("her")) {
      end++;
    }
    int start = end;
    while (end <= last && (tokens.isCapital(end) || (end > start && isMedium(end)))) {
      end++;
    }
    while (end <= last && isMedium(end)) {
      end++;
    }
    return end == r ? r : tokens.is(end, "that") ? end + 1 : end;
  }

  private boolean isMedium(int token) {
    return switch (tokens.word(token)) {
      case "newspaper",
          "programme",
          "committee",
          "magazine",
          "website",
          "podcast",
          "inquiry",
          "conference",
          "court",
          "paper",
          "show",
          "house",
          "4's" ->
          true;
      default -> false;
    };
  }

  private static @Nullable Complement prepositionOf(String word) {
    return switch (word) {
      case "of" -> Complement.OF;
      case "about" -> Complement.ABOUT;
      case "to" -> Complement.TO;
      case "for" -> Complement.FOR;
      case "against" -> Complement.AGAINST;
      default -> null;
    };
  }

  private boolean beginsClause(int at, int last) {
    if (last - at < 1) {
      return false;
    }
    String word = tokens.word(at);
    if (!tokens.isWord(at)) {
      return isOpeningMark(at);
    }
    if (Grammar.isPreposition(word)) {
      return word.equals("of") || (word.equals("in") && hasFinite(at, last));
    }
    return switch (word) {
      case "so",
          "nothing",
          "and",
          "but",
          "or",
          "something",
          "anything",
          "goodbye",
          "sorry",
          "yes",
          "more",
          "much",
          "as" ->
          false;
      default -> true;
    };
  }

  private boolean hasFinite(int from, int last) {
    int limit = Math.min(last, from + 30);
    for (int i = from + 1; i <= limit; i++) {
      String word = tokens.word(i);
      if (Grammar.isFinite(word) || Grammar.isPastForm(word)) {
        return true;
      }
    }
    return false;
  }

  /** "described the reforms as a failure": the object with what it is called. */
  private int predicate(int r, int last) {
    boolean quote = false;
    for (int i = r; i <= Math.min(last, r + 40); i++) {
      quote |= quotationOf[i] >= 0;
    }
    if (!quote || Grammar.isPreposition(tokens.word(r))) {
      return -1;
    }
    return r;
  }

  private int endOfContent(int f, Frame frame, int start, int last) {
    int end = last;
    for (int g = f + 1; g < frames.size(); g++) {
      Frame next = frames.get(g);
      if (next.verb() > last) {
        break;
      }
      if (next.verb() < start) {
        continue;
      }
      int before = next.first() - 1;
      if (before <= start) {
        continue;
      }
      if (next.shape() == Shape.SHARED) {
        boolean joined = false;
        while (before > start
            && (Grammar.isFiller(tokens.word(before))
                || isJoint(before)
                || tokens.is(before, "to"))) {
          joined |= isJoint(before);
          before--;
        }
        if (joined) {
          end = before;
          break;
        }
      } else if (next.shape() == Shape.SUBJECT_FIRST
          && isJoint(before)
          && (tokens.is(before - 1, ",") || tokens.is(before, ";") || tokens.is(before, "but"))) {
        end = tokens.is(before - 1, ",") ? before - 2 : before - 1;
        break;
      } else if (next.shape() == Shape.SUBJECT_FIRST && tokens.is(before, "which")) {
        end = before - 1;
        break;
      }
    }
    for (int i = start + 3; i < end; i++) {
      if (tokens.is(i, ",")
          && (tokens.is(i + 1, "although")
              || (tokens.is(i + 1, "to") && tokens.is(i + 2, "which")))) {
        return i - 1;
      }
      if (frame.saying().takes(Complement.PREDICATE) && tokens.is(i, ",") && quotationOf[i] < 0) {
        return i - 1;
      }
    }
    return end;
  }

  private boolean isJoint(int token) {
    return switch (tokens.word(token)) {
      case "and", "but", ",", "–", "-", "—", ";", "while" -> true;
      default -> false;
    };
  }

  /** Emits the content, or what is left of it around quotations that are statements already. */
  private void emitAround(Frame frame, int start, int end, StatementRule rule) {
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
      emit(frame, start, end, rule);
      return;
    }
    coveredTo = Math.max(coveredTo, Math.min(end, tokens.atOrAfter(lastInside.to()) - 1));
    int after = tokens.atOrAfter(lastInside.to());
    for (int i = after; i < end; i++) {
      if (tokens.is(i, "and") && startsOwnClause(i + 1, end)) {
        emit(frame, i + 1, end, rule);
        return;
      }
      if (isSentenceMark(i)) {
        return;
      }
    }
  }

  private boolean isSentenceMark(int token) {
    return switch (tokens.word(token)) {
      case ".", ":", ";", "?", "!", "–" -> true;
      default -> false;
    };
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
    int low = 0;
    int high = direct.size();
    while (low < high) {
      int mid = (low + high) >>> 1;
      if (direct.get(mid).to() < at) {
        low = mid + 1;
      } else {
        high = mid;
      }
    }
    return low;
  }

  private void emit(Frame frame, int start, int end, StatementRule rule) {
    if (start > end || start >= tokens.size()) {
      return;
    }
    int from = tokens.from(start);
    int to = trimmedEnd(from, tokens.to(end));
    if (to - from < 12) {
      return;
    }
    found.add(new Saying(new TextRange(from, to), frame.speaker(), StatementMode.REPORTED, rule));
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
