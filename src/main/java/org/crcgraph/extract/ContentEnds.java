package org.crcgraph.extract;

import java.util.List;
import org.crcgraph.extract.SayingFrames.Frame;
import org.crcgraph.extract.SayingFrames.Shape;
import org.crcgraph.extract.SpeechWords.Complement;

/** Where what was said ends and the author, or somebody else, goes on. */
final class ContentEnds {
  private final SpeechTokens tokens;
  private final SpeechWords words;
  private final int[] quotationOf;
  private final List<Frame> frames;
  private final SpokenSentences sentences;
  private final ContentStarts starts;

  ContentEnds(
      SpeechTokens tokens,
      SpeechWords words,
      int[] quotationOf,
      List<Frame> frames,
      SpokenSentences sentences,
      ContentStarts starts) {
    this.tokens = tokens;
    this.words = words;
    this.quotationOf = quotationOf;
    this.frames = frames;
    this.sentences = sentences;
    this.starts = starts;
  }

  /**
   * The last token of what was said.
   *
   * @param f index of the frame among the frames
   * @param start first token of what was said
   * @param last last token of the sentence
   */
  int endOfContent(int f, Frame frame, int start, int last) {
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
                || sentences.isJoint(before)
                || tokens.is(before, "to"))) {
          joined |= sentences.isJoint(before);
          before--;
        }
        if (joined) {
          end = before;
          break;
        }
      } else if (next.shape() == Shape.SUBJECT_FIRST
          && sentences.isJoint(before)
          && (tokens.is(before - 1, ",") || tokens.is(before, ";") || tokens.is(before, "but"))) {
        end = tokens.is(before - 1, ",") ? before - 2 : before - 1;
        break;
      } else if ((next.shape() == Shape.SUBJECT_FIRST || next.shape() == Shape.ACCORDING)
          && tokens.is(before, "which")) {
        end = before - 1;
        break;
      } else if (next.shape() == Shape.SUBJECT_FIRST && jointBefore(before, start) > 0) {
        // "… had no plan, and in Leeds it said that …"
        end = jointBefore(before, start);
        break;
      }
    }
    if (frame.saying().takes(Complement.PREDICATE)) {
      end = endOfCalled(start, end);
    }
    boolean asked = Grammar.isQuestionWord(tokens.word(start));
    boolean phrase =
        (frame.saying().takes(Complement.FOR) && tokens.is(start - 1, "for"))
            || tokens.is(start - 1, "about")
            || tokens.is(start - 1, "of");
    boolean subordinate = isSubordinate(frame);
    int quoted = start;
    if (frame.saying().takes(Complement.PREDICATE)) {
      int as = starts.calledAs(start, last);
      while (quoted < end && (as > 0 ? quoted <= as : quotationOf[quoted] < 0)) {
        quoted++;
      }
    }
    for (int i = Math.max(start + 3, quoted); i < end; i++) {
      if (quotationOf[i] >= 0) {
        continue;
      }
      if (subordinate && tokens.is(i, ",")) {
        return i - 1;
      }
      if (tokens.is(i, ",") && (isTurnToAuthor(i + 1) || isLaterEvent(i + 1, end))) {
        return i - 1;
      }
      if (asked && tokens.is(i, "and") && Grammar.isFinite(tokens.word(i + 1))) {
        return i - 1;
      }
      if (phrase
          && tokens.is(i, "and")
          && (tokens.is(i + 1, ",")
              || Grammar.isFinite(tokens.word(i + 1))
              || (Grammar.isPastForm(tokens.word(i + 1)) && !tokens.word(start).endsWith("ing")))) {
        return i - 1;
      }
      if (tokens.is(i, ",")
          && tokens.is(i + 1, "and")
          && Grammar.isPastForm(tokens.word(i + 2))
          && tokens.is(i + 3, "to")) {
        return i - 1;
      }
      if (isRefusal(i) || isAuthorsOwn(i)) {
        return i - 1;
      }
      if (tokens.is(i, ",") && tokens.is(i + 1, "and") && words.isAct(tokens.word(i + 2))) {
        return i - 1;
      }
      if (tokens.is(i, ",") && tokens.is(i + 1, "as") && Grammar.isFinite(tokens.word(i + 2))) {
        // "…, as did the unions": others say so too.
        return i - 1;
      }
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

  /** The last token before ", and in Leeds" where such a phrase ends at a token, or -1. */
  private int jointBefore(int token, int start) {
    for (int i = token; i > start + 3 && token - i < 6; i--) {
      if (!tokens.isWord(i)) {
        return -1;
      }
      if (tokens.is(i, "and") || tokens.is(i, "but")) {
        return tokens.is(i - 1, ",") && Grammar.isPreposition(tokens.word(i + 1)) ? i - 2 : -1;
      }
    }
    return -1;
  }

  /** "called the offer “a beacon” after a visit": the words end with what it is called. */
  private int endOfCalled(int start, int end) {
    int quote = -1;
    for (int i = start; i <= end; i++) {
      if (quotationOf[i] >= 0) {
        quote = i;
      } else if (quote >= 0 && i > quote + 1) {
        break;
      }
    }
    int after = quote + 2;
    boolean aside =
        quote >= 0
            && after <= end
            && switch (tokens.word(after)) {
              case "after", "when", "in", "on", "at", "during", "following", "before", "while" ->
                  true;
              default -> false;
            };
    return aside ? quote + 1 : end;
  }

  /** "… but declined to comment", "and would not say more": what was not said. */
  private boolean isRefusal(int token) {
    if (!tokens.is(token, "but") && !tokens.is(token, "and")) {
      return false;
    }
    int verb = tokens.is(token + 1, "has") || tokens.is(token + 1, "have") ? token + 2 : token + 1;
    return switch (tokens.word(verb)) {
      case "declined", "refused", "declines", "refuses" -> true;
      case "would", "could", "did" ->
          tokens.is(verb + 1, "not")
              && (tokens.is(verb + 2, "say")
                  || tokens.is(verb + 2, "comment")
                  || tokens.is(verb + 2, "elaborate")
                  || tokens.is(verb + 2, "confirm"));
      default -> false;
    };
  }

  /** "… and it certainly did": the author's comment on what was said. */
  private boolean isAuthorsOwn(int token) {
    return (tokens.is(token, "and") || tokens.is(token, "but"))
        && Grammar.isSubjectPronoun(tokens.word(token + 1))
        && switch (tokens.word(token + 2)) {
          case "certainly", "sure", "surely", "definitely", "bloody", "clearly" -> true;
          default -> false;
        };
  }

  /** "…, and in December inspectors marked it down": what happened at another time was not said. */
  private boolean isLaterEvent(int token, int last) {
    if (!tokens.is(token, "and") || !tokens.is(token + 1, "in")) {
      return false;
    }
    int subject =
        Dates.isMonth(tokens.word(token + 2)) ? token + 3 : sentences.afterWhen(token + 1, last);
    return subject > token + 2
        && subject < last
        && tokens.isWord(subject)
        && !Grammar.isSubjectPronoun(tokens.word(subject))
        && !Grammar.isPreposition(tokens.word(subject));
  }

  /** "…, so we are now …": the author speaks again. */
  private boolean isTurnToAuthor(int token) {
    boolean joint =
        switch (tokens.word(token)) {
          case "so", "and", "but", "which" -> true;
          default -> false;
        };
    return joint && (tokens.is(token + 1, "we") || tokens.is(token + 1, "i"));
  }

  /** "when Stacey said …,": the clause ends with the comma. */
  private boolean isSubordinate(Frame frame) {
    if (tokens.is(frame.verb(), "asked") && tokens.is(frame.verb() + 1, "by")) {
      return true;
    }
    int before = frame.first() - 1;
    while (before >= 0
        && tokens.sentence(before) == tokens.sentence(frame.verb())
        && tokens.isWord(before)
        && tokens.isCapital(before)) {
      before--;
    }
    if (before < 0 && frame.first() == 0) {
      return false;
    }
    int at = Math.max(before, 0);
    return switch (tokens.word(at)) {
      // "was quoted as saying" opens no clause of its own.
      case "as" -> at < frame.verb() - 1 && tokens.sentence(at) == tokens.sentence(frame.verb());
      case "when", "after", "because", "since", "if" ->
          tokens.sentence(at) == tokens.sentence(frame.verb());
      default -> false;
    };
  }
}
