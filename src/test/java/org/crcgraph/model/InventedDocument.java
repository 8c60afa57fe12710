package org.crcgraph.model;

import java.util.ArrayList;
import java.util.List;

/** A document of a test's own words. */
public final class InventedDocument {
  private InventedDocument() {}

  /** The text, read as the layout says. */
  public static Document of(String text, Document.Layout layout) {
    return new Document(
        "invented", "invented.txt", "0".repeat(64), SourceText.of(text), null, layout);
  }

  /** A paragraph for each line that is not blank. */
  public static List<Document.Block> paragraphs(String text) {
    List<Document.Block> blocks = new ArrayList<>();
    int start = 0;
    for (String line : text.split("\n", -1)) {
      if (!line.isBlank()) {
        TextRange range = new TextRange(start, start + line.length());
        blocks.add(new Document.Block(range, Document.BlockKind.PARAGRAPH, -1));
      }
      start += line.length() + 1;
    }
    return blocks;
  }
}
