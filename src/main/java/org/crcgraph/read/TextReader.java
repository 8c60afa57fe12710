package org.crcgraph.read;

import java.util.List;
import org.crcgraph.model.Document;
import org.crcgraph.model.Issue;
import org.crcgraph.model.SourceText;

/** Plain text: a page saved with its comments, or any document with a paragraph a line. */
final class TextReader implements DocumentReader {
  @Override
  public Document read(String name, String file, byte[] bytes, String sha256, List<Issue> issues)
      throws UnreadableDocumentException {
    String text = Decoding.text(file, bytes, issues);
    return new Document(name, file, sha256, SourceText.of(text), null, TextLayout.of(text));
  }
}
