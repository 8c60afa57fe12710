package org.crcgraph.extract;

import java.util.List;
import org.crcgraph.extract.SayingFrames.Frame;
import org.crcgraph.extract.StatementExtractor.Saying;
import org.crcgraph.model.Annotation;
import org.crcgraph.model.Annotation.StatementMode;
import org.crcgraph.model.Document;
import org.crcgraph.model.EntityKind;
import org.crcgraph.model.EntityRef;
import org.crcgraph.model.TextRange;
import org.jspecify.annotations.Nullable;

/**
 * Words that stand in paragraphs of their own without quotation marks: under "Ada Marsh said:",
 * under the line of a tweet ("Ada Marsh @adamarsh 2h"), and in a post on a social site.
 */
final class BlockSpeech {
  /** How many paragraphs a quotation without marks may have. */
  private static final int MOST_BLOCKS = 8;

  private static final int SHORTEST = 30;

  /** How far before the colon the verb may stand, in tokens. */
  private static final int FARTHEST_VERB = 14;

  private static final int LONGEST_HANDLE = 90;

  private final Reading reading;
  private final SpeechTokens tokens;
  private final List<Document.Block> blocks;
  private final int[] scopes;
  private final List<Frame> frames;
  private int nextFrame;

  private BlockSpeech(Reading reading, SpeechTokens tokens, int[] scopes, List<Frame> frames) {
    this.reading = reading;
    this.tokens = tokens;
    this.blocks = reading.document().layout().blocks();
    this.scopes = scopes;
    this.frames = frames;
  }

  /** Adds the statements of a document. */
  static void find(
      Reading reading,
      SpeechTokens tokens,
      int[] scopes,
      List<Frame> frames,
      Speakers speakers,
      List<Saying> sayings) {
    BlockSpeech finder = new BlockSpeech(reading, tokens, scopes, frames);
    for (int b = 0; b + 1 < finder.blocks.size(); b++) {
      finder.under(b, sayings);
    }
    finder.posts(speakers, sayings);
  }

  private void under(int b, List<Saying> sayings) {
    int first = tokens.atOrAfter(blocks.get(b).range().from());
    int end = tokens.atOrAfter(blocks.get(b).range().to());
    if (end <= first || scopes[b + 1] != scopes[b] || !isProse(b + 1)) {
      return;
    }
    int colon = tokens.is(end - 1, "-") ? end - 2 : end - 1;
    Speaker speaker = null;
    int last = b + 1;
    if (tokens.is(colon, ":") && blocks.get(b).kind() != Document.BlockKind.LIST_ITEM) {
      Frame frame = frameBefore(first, colon);
      if (frame != null) {
        speaker = frame.speaker();
        last = lastOfWords(b + 1);
      }
    } else {
      speaker = handle(b, first);
    }
    if (speaker != null && (speaker.isNamed() || speaker.role() != null)) {
      TextRange range =
          new TextRange(blocks.get(b + 1).range().from(), blocks.get(last).range().to());
      sayings.add(new Saying(range, speaker, StatementMode.DIRECT, StatementRule.BLOCK));
    }
  }

  /** A paragraph of some length that opens with no quotation mark. */
  private boolean isProse(int b) {
    Document.Block block = blocks.get(b);
    return block.kind() == Document.BlockKind.PARAGRAPH
        && block.range().length() >= SHORTEST
        && "\"“‘'".indexOf(reading.text().charAt(block.range().from())) < 0;
  }

  /** The frame that ends just before a colon, by somebody other than the author; or null. */
  private @Nullable Frame frameBefore(int first, int colon) {
    while (nextFrame < frames.size() && frames.get(nextFrame).verb() < first) {
      nextFrame++;
    }
    Frame found = null;
    for (int f = nextFrame; f < frames.size() && frames.get(f).verb() < colon; f++) {
      found = frames.get(f);
    }
    if (found == null
        || colon - found.verb() > FARTHEST_VERB
        || tokens.sentence(found.verb()) != tokens.sentence(colon)
        || !(found.saying().takes(SpeechWords.Complement.CLAUSE)
            || found.saying().takes(SpeechWords.Complement.THAT)
            || found.saying().takes(SpeechWords.Complement.QUOTE))) {
      return null;
    }
    return switch (tokens.word(found.first())) {
      case "i", "we", "you" -> null;
      default -> found;
    };
  }

  /**
   * The last paragraph of the words that begin in one: the last that speaks in the first person
   * before anybody else is said to speak.
   */
  private int lastOfWords(int first) {
    int last = first;
    for (int b = first + 1;
        b < blocks.size() && b < first + MOST_BLOCKS && scopes[b] == scopes[first] && isProse(b);
        b++) {
      TextRange range = blocks.get(b).range();
      int from = tokens.atOrAfter(range.from());
      int end = tokens.atOrAfter(range.to());
      if (saysSomebody(from, end) || tokens.is(end - 1, ":")) {
        break;
      }
      if (isFirstPerson(from, end)) {
        last = b;
      }
    }
    return last;
  }

  private boolean saysSomebody(int from, int end) {
    for (int f = nextFrame; f < frames.size() && frames.get(f).verb() < end; f++) {
      if (frames.get(f).verb() >= from && frames.get(f).speaker().isNamed()) {
        return true;
      }
    }
    return false;
  }

  private boolean isFirstPerson(int from, int end) {
    for (int i = from; i < end; i++) {
      switch (tokens.word(i)) {
        case "i", "we", "our", "my", "us", "we're", "we've", "i'm", "i've" -> {
          return true;
        }
        default -> {}
      }
    }
    return false;
  }

  /** "Ada Marsh @adamarsh 2h" over a tweet, or null. */
  private @Nullable Speaker handle(int b, int first) {
    TextRange range = blocks.get(b).range();
    if (range.length() > LONGEST_HANDLE) {
      return null;
    }
    for (Name name : reading.names(range)) {
      int after = tokens.atOrAfter(name.range().to());
      boolean opens = tokens.from(first) == name.range().from();
      boolean handle =
          tokens.is(after, "@") || (tokens.is(after, "(") && tokens.is(after + 1, "@"));
      return opens && handle && SpokenText.canSpeak(name.entity().kind())
          ? new Speaker(name.entity(), null, Speaker.Sort.NAMED)
          : null;
    }
    return null;
  }

  /** A section that is somebody's post on a social site is that person's statement. */
  private void posts(Speakers speakers, List<Saying> sayings) {
    for (Annotation.Section section : reading.found(Annotation.Section.class)) {
      String publisher = section.publisher();
      if (section.kind() != Annotation.DocumentKind.SOCIAL_MEDIA_POST || publisher == null) {
        continue;
      }
      TextRange range = reading.document().text().range(section.evidence().span());
      int first = tokens.atOrAfter(range.from());
      boolean quoted = "\"“‘'".indexOf(reading.text().charAt(range.from())) >= 0;
      EntityRef account = speakers.organisation(publisher);
      if (!quoted
          && first < tokens.size()
          && range.length() >= SHORTEST
          && account.kind() != EntityKind.PUBLICATION) {
        sayings.add(
            new Saying(
                range,
                LeadIns.isSocial(account.name())
                    ? Speaker.UNKNOWN
                    : new Speaker(account, null, Speaker.Sort.NAMED),
                StatementMode.DIRECT,
                StatementRule.BLOCK));
      }
    }
  }
}
