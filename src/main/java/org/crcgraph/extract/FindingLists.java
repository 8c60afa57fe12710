package org.crcgraph.extract;

import java.util.List;
import java.util.Set;
import org.crcgraph.model.Document;
import org.crcgraph.model.EntityRef;
import org.jspecify.annotations.Nullable;

/** Lists under a line such as "Inspectors came to these conclusions:". */
final class FindingLists {
  private static final Set<String> FINDINGS =
      Set.of(
          "conclusions",
          "findings",
          "recommendations",
          "concerns",
          "found",
          "find",
          "highlights",
          "highlighted",
          "identified",
          "concluded",
          "recommended",
          "recommend",
          "recommends",
          "finds",
          "concludes",
          "noted",
          "shortcomings",
          "failings");

  private static final Set<String> SAYING = Set.of("says", "said", "say", "adds", "added");

  private static final Set<String> PRONOUNS = Set.of("she", "he", "it", "they");

  /** "The report also says:" has no more tokens. */
  private static final int LONGEST_SAYING = 8;

  private FindingLists() {}

  /** For each block the speaker whose findings it lists, or null. */
  static @Nullable Speaker[] of(
      Reading reading, SpeechTokens tokens, SpeechWords words, Speakers speakers, int[] scopes) {
    List<Document.Block> blocks = reading.document().layout().blocks();
    @Nullable Speaker[] of = new Speaker[blocks.size()];
    for (int b = 0; b + 1 < blocks.size(); b++) {
      if (blocks.get(b + 1).kind() != Document.BlockKind.LIST_ITEM
          || blocks.get(b).kind() == Document.BlockKind.LIST_ITEM
          || reading.text().charAt(blocks.get(b).range().to() - 1) != ':') {
        continue;
      }
      Speaker speaker = finder(reading, tokens, words, speakers, b);
      for (int i = b + 1;
          speaker != null
              && i < blocks.size()
              && scopes[i] == scopes[b]
              && blocks.get(i).kind() == Document.BlockKind.LIST_ITEM;
          i++) {
        of[i] = speaker;
      }
    }
    return of;
  }

  private static @Nullable Speaker finder(
      Reading reading, SpeechTokens tokens, SpeechWords words, Speakers speakers, int block) {
    int end = tokens.atOrAfter(reading.document().layout().blocks().get(block).range().to());
    int start = end - 1;
    boolean finding = false;
    while (start > 0
        && tokens.block(start - 1) == block
        && tokens.sentence(start - 1) == tokens.sentence(end - 1)) {
      finding |= FINDINGS.contains(tokens.word(start));
      start--;
    }
    finding |= FINDINGS.contains(tokens.word(start));
    // "The report says:", "She said:" straight over the list.
    finding |= end - start <= LONGEST_SAYING && SAYING.contains(tokens.word(end - 2));
    if (!finding) {
      return null;
    }
    if (Grammar.isPreposition(tokens.word(start)) || tokens.is(start, "among")) {
      // "Among the report's other findings:" heads facts that the author tells.
      return null;
    }
    if (PRONOUNS.contains(tokens.word(start))) {
      return speakers.pronoun(tokens.word(start), start);
    }
    if (tokens.is(start, "the") && tokens.is(start + 1, "report")) {
      return speakers.of(start, start + 1);
    }
    if (tokens.is(start, "its") || tokens.is(start, "their")) {
      return speakers.pronoun(tokens.is(start, "its") ? "it" : "they", start);
    }
    if (tokens.is(start, "we")) {
      EntityRef author = speakers.reportAuthor();
      return author == null ? null : new Speaker(author, null, Speaker.Sort.WATCHDOG);
    }
    for (int i = start; i < end; i++) {
      int name = speakers.endOfNameAt(i);
      if (name >= i || words.noun(tokens.word(i)) != null) {
        return speakers.of(start, Math.max(i, name));
      }
    }
    return null;
  }
}
