package org.crcgraph.serve;

import java.util.List;
import java.util.Optional;
import org.crcgraph.model.Annotation;
import org.crcgraph.model.Document;
import org.crcgraph.model.EntityKind;
import org.crcgraph.model.EntityRef;
import org.crcgraph.model.Evidence;
import org.crcgraph.model.PublicText;
import org.crcgraph.model.SourceText;
import org.crcgraph.model.TextRange;

/** The text of the document "beef" of the sample graphs, which names a reader of no public post. */
final class SampleText {
  private static final String TEXT =
      """
      Oh!
      Ann Reader says Herons “keep” all three towns, said Ada Finch. The group runs Northshire CRC.
      1 comment
      Otto Grebe: three towns, and Otto Grebe knows 4 towns in the north""";

  private SampleText() {}

  private static TextRange range(String words) {
    int from = TEXT.indexOf(words);
    return new TextRange(from, from + words.length());
  }

  /** Gives that text, and no other. */
  static DocumentTexts texts() {
    SourceText text = SourceText.of(TEXT);
    TextRange comment = range("three towns, and Otto Grebe knows 4 towns in the north");
    String line = TEXT.lines().skip(1).findFirst().orElseThrow();
    Document document =
        new Document(
            "beef",
            "beef.txt",
            "beef",
            text,
            null,
            new Document.Layout(
                range("Oh!"),
                null,
                Annotation.DocumentKind.BLOG_POST,
                List.of(
                    new Document.Block(range("Oh!"), Document.BlockKind.TITLE, -1),
                    new Document.Block(range(line), Document.BlockKind.PARAGRAPH, -1),
                    new Document.Block(comment, Document.BlockKind.PARAGRAPH, 0)),
                List.of(new Document.CommentPart(comment, "Otto Grebe", -1)),
                List.of()));
    PublicText words =
        PublicText.of(
            text,
            List.of(
                new Annotation.Mention(
                    Evidence.of(text.span(range("Ann Reader")), "test"),
                    EntityRef.found("Ann Reader", EntityKind.PERSON))));
    return sha256 ->
        sha256.equals("beef")
            ? Optional.of(new DocumentTexts.AtHand(document, words))
            : Optional.empty();
  }
}
