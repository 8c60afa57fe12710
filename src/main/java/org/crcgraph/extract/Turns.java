package org.crcgraph.extract;

import java.util.ArrayList;
import java.util.List;
import org.crcgraph.extract.StatementExtractor.Saying;
import org.crcgraph.model.Annotation;
import org.crcgraph.model.Annotation.StatementMode;
import org.crcgraph.model.Document;
import org.crcgraph.model.EntityKind;
import org.crcgraph.model.TextRange;
import org.jspecify.annotations.Nullable;

/** In a transcript, what stands under or after a speaker's name is one statement of theirs. */
final class Turns {
  private static final int LONGEST_HEAD = 140;

  /** Fewer heads than this make no transcript, unless the reader found it to be one. */
  private static final int FEWEST = 3;

  private final Reading reading;
  private final Speakers speakers;
  private final SpeechTokens tokens;
  private final List<Document.Block> blocks;
  private final int[] scopes;

  /** Who speaks from a block on, and where the words begin. */
  private record Head(int block, int from, Speaker speaker) {}

  private Turns(Reading reading, SpeechTokens tokens, Speakers speakers, int[] scopes) {
    this.reading = reading;
    this.tokens = tokens;
    this.speakers = speakers;
    this.blocks = reading.document().layout().blocks();
    this.scopes = scopes;
  }

  static void find(
      Reading reading, SpeechTokens tokens, Speakers speakers, int[] scopes, List<Saying> sayings) {
    new Turns(reading, tokens, speakers, scopes).find(sayings);
  }

  private void find(List<Saying> sayings) {
    List<Head> heads = new ArrayList<>();
    for (int b = 0; b < blocks.size(); b++) {
      Head head = head(b);
      if (head != null) {
        heads.add(head);
      }
    }
    boolean transcript = reading.document().layout().kind() == Annotation.DocumentKind.TRANSCRIPT;
    if (heads.size() < (transcript ? 1 : FEWEST)) {
      return;
    }
    for (int h = 0; h < heads.size(); h++) {
      Head head = heads.get(h);
      int limit = h + 1 < heads.size() ? heads.get(h + 1).block() : blocks.size();
      int last = head.block();
      while (last + 1 < limit && scopes[last + 1] == scopes[head.block()]) {
        last++;
      }
      int to = blocks.get(last).range().to();
      if (to - head.from() >= 20) {
        sayings.add(
            new Saying(
                new TextRange(head.from(), to),
                head.speaker(),
                StatementMode.DIRECT,
                StatementRule.TURN));
      }
    }
  }

  private @Nullable Head head(int b) {
    Document.Block block = blocks.get(b);
    if (block.comment() >= 0 || block.kind() == Document.BlockKind.TITLE) {
      return null;
    }
    int first = tokens.atOrAfter(block.range().from());
    int end = tokens.atOrAfter(block.range().to());
    Name name = firstPerson(block);
    if (name == null || end <= first) {
      return null;
    }
    int after = tokens.atOrAfter(name.range().to());
    int colon = after;
    while (colon < end && colon - after < 12 && !tokens.is(colon, ":") && !tokens.is(colon, ".")) {
      colon++;
    }
    boolean opens = opensWith(first, name);
    if (opens && colon < end - 1 && tokens.is(colon, ":") && isAside(after, colon)) {
      return new Head(b, tokens.from(colon + 1), speaker(name, first, after, colon));
    }
    String text = reading.text(block.range());
    boolean line =
        text.length() <= LONGEST_HEAD
            && ".:;?!,".indexOf(text.charAt(text.length() - 1)) < 0
            && b + 1 < blocks.size()
            && scopes[b + 1] == scopes[b]
            && ((opens && isAside(after, end)) || isPostWithName(name, after, end));
    if (!line) {
      return null;
    }
    int from = blocks.get(b + 1).range().from();
    return new Head(b, wordsFrom(from), speaker(name, first, after, end));
  }

  /** Question numbers stand before the words: "15. What …". */
  private int wordsFrom(int from) {
    String text = reading.text();
    int i = from;
    while (i < text.length() && (Character.isDigit(text.charAt(i)) || text.charAt(i) == 'Q')) {
      i++;
    }
    if (i > from && i < text.length() && text.charAt(i) == '.') {
      i++;
    }
    while (i > from && i < text.length() && Character.isWhitespace(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private Speaker speaker(Name name, int first, int after, int end) {
    int nameFirst = tokens.atOrAfter(name.range().from());
    String role =
        nameFirst - first > 2 && tokens.is(after, ")") ? speakers.role(first, nameFirst - 2) : null;
    if (role == null && end > after && speakers.isRole(after, end - 1)) {
      role = speakers.role(after, end - 1);
    }
    return new Speaker(name.entity(), role, Speaker.Sort.NAMED);
  }

  private @Nullable Name firstPerson(Document.Block block) {
    TextRange range =
        new TextRange(
            block.range().from(),
            Math.min(block.range().to(), block.range().from() + LONGEST_HEAD));
    for (Name name : reading.names(range)) {
      if (name.entity().kind() == EntityKind.PERSON) {
        return name;
      }
    }
    return null;
  }

  /** Whether only honorifics and a question number stand before the name. */
  private boolean opensWith(int first, Name name) {
    for (int i = first; tokens.from(i) < name.range().from(); i++) {
      String word = tokens.word(i);
      boolean passed =
          speakers.isHonorific(word)
              || Character.isDigit(word.charAt(0))
              || word.equals(".")
              || (word.charAt(0) == 'q' && word.length() <= 4);
      if (!passed) {
        return false;
      }
    }
    return true;
  }

  /** Nothing, or constituency and party in brackets. */
  private boolean isAside(int from, int to) {
    return from >= to || (tokens.is(from, "(") && tokens.is(to - 1, ")"));
  }

  /** "The Secretary of State (Jane Smith)". */
  private boolean isPostWithName(Name name, int after, int end) {
    int nameFirst = tokens.atOrAfter(name.range().from());
    int before = nameFirst - 1;
    while (before > 0 && speakers.isHonorific(tokens.word(before))) {
      before--;
    }
    return before > 0 && tokens.is(before, "(") && after == end - 1 && tokens.is(after, ")");
  }
}
