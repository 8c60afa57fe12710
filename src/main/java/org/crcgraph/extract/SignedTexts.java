package org.crcgraph.extract;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.crcgraph.extract.StatementExtractor.Saying;
import org.crcgraph.model.Annotation.StatementMode;
import org.crcgraph.model.Document;
import org.crcgraph.model.EntityKind;
import org.crcgraph.model.TextRange;
import org.jspecify.annotations.Nullable;

/** A foreword, letter, briefing or e-mail with a name under it is one statement of that person. */
final class SignedTexts {
  private static final int LONGEST_SIGNATURE = 60;
  private static final int SHORTEST_BODY = 250;
  private static final int LONG_PARAGRAPH = 120;

  private SignedTexts() {}

  /**
   * Adds the signed texts.
   *
   * @param turns blocks in which somebody's turn in a transcript begins: a name there signs nothing
   */
  static void find(Reading reading, int[] scopes, BitSet turns, List<Saying> sayings) {
    List<Document.Block> blocks = reading.document().layout().blocks();
    for (int b = 1; b < blocks.size(); b++) {
      Name name = signature(reading, blocks.get(b));
      boolean transcript = turns.previousSetBit(b) >= 0;
      if (name == null || transcript || blocks.get(b).comment() >= 0) {
        continue;
      }
      if (b + 1 < blocks.size() && opensTurn(blocks.get(b + 1))) {
        continue;
      }
      int first = firstOfBody(reading, blocks, scopes, b);
      if (first >= b) {
        continue;
      }
      TextRange body =
          new TextRange(blocks.get(first).range().from(), blocks.get(b - 1).range().to());
      if (body.length() < SHORTEST_BODY) {
        continue;
      }
      sayings.add(
          new Saying(
              body,
              new Speaker(name.entity(), roleUnder(reading, blocks, b), Speaker.Sort.NAMED),
              StatementMode.DIRECT,
              StatementRule.SIGNED_TEXT));
    }
  }

  /** Long text directly under a name is what that person says next, not the end of a letter. */
  private static boolean opensTurn(Document.Block next) {
    return next.range().length() >= LONG_PARAGRAPH
        && next.comment() < 0
        && next.kind() == Document.BlockKind.PARAGRAPH;
  }

  /** The name of a block that is nothing else, with an honorific or a comma at most. */
  private static @Nullable Name signature(Reading reading, Document.Block block) {
    if (block.range().length() > LONGEST_SIGNATURE
        || block.kind() == Document.BlockKind.SEPARATOR
        || block.kind() == Document.BlockKind.TITLE) {
      return null;
    }
    List<Name> names = reading.names(block.range());
    if (names.size() != 1 || names.get(0).entity().kind() != EntityKind.PERSON) {
      return null;
    }
    TextRange name = names.get(0).range();
    String before = reading.text().substring(block.range().from(), name.from()).strip();
    String after = reading.text().substring(name.to(), block.range().to()).strip();
    boolean honorific =
        switch (before) {
          case "",
              "Dame",
              "Sir",
              "Dr",
              "Mr",
              "Mrs",
              "Ms",
              "Lord",
              "Lady",
              "Baroness",
              "Prof",
              "Professor",
              "Yours sincerely",
              "Signed" ->
              true;
          default -> false;
        };
    return honorific && isAfterSignature(after) ? names.get(0) : null;
  }

  /** Letters after a name ("CBE", "MP") or a mark; "said:" opens words instead of ending them. */
  private static boolean isAfterSignature(String after) {
    return after.length() <= 8
        && !after.endsWith(":")
        && after.chars().noneMatch(Character::isLowerCase);
  }

  private static @Nullable String roleUnder(Reading reading, List<Document.Block> blocks, int b) {
    if (b + 1 >= blocks.size()) {
      return null;
    }
    Document.Block next = blocks.get(b + 1);
    if (next.range().length() > 80
        || next.kind() == Document.BlockKind.SEPARATOR
        || next.comment() >= 0
        || !Character.isUpperCase(reading.text().charAt(next.range().from()))) {
      return null;
    }
    char last = reading.text().charAt(next.range().to() - 1);
    return last == '.' || last == ':' ? null : reading.text(next.range());
  }

  /** The first paragraph of the signed text: after the section's title, or after the separator. */
  private static int firstOfBody(
      Reading reading, List<Document.Block> blocks, int[] scopes, int signature) {
    int start = signature;
    int sectionStart = sectionStart(reading, blocks.get(signature).range());
    while (start > 0
        && scopes[start - 1] == scopes[signature]
        && blocks.get(start - 1).range().from() >= sectionStart
        && !isOpening(reading, blocks.get(start))) {
      start--;
    }
    // Titles, headings and a salutation stand above the body.
    while (start < signature && isTitleLike(reading, blocks.get(start))) {
      start++;
    }
    return start;
  }

  /** "Foreword" on a line of its own begins a text that may stand within a larger one. */
  private static boolean isOpening(Reading reading, Document.Block block) {
    if (block.range().length() > 40) {
      return false;
    }
    return switch (reading.text(block.range()).strip().toLowerCase(Locale.ROOT)) {
      case "foreword", "preface", "message", "statement", "open letter", "executive summary" ->
          true;
      default -> false;
    };
  }

  private static int sectionStart(Reading reading, TextRange signature) {
    int start = 0;
    for (org.crcgraph.model.Annotation.Section section :
        reading.found(org.crcgraph.model.Annotation.Section.class)) {
      TextRange range = reading.document().text().range(section.evidence().span());
      if (range.from() <= signature.from() && signature.from() <= range.to()) {
        start = Math.max(start, range.from());
      }
    }
    return start;
  }

  private static boolean isTitleLike(Reading reading, Document.Block block) {
    if (block.kind() == Document.BlockKind.TITLE
        || block.kind() == Document.BlockKind.HEADING
        || block.kind() == Document.BlockKind.SEPARATOR) {
      return true;
    }
    char last = reading.text().charAt(block.range().to() - 1);
    return block.range().length() < 120 && ".!?”\"".indexOf(last) < 0;
  }
}
