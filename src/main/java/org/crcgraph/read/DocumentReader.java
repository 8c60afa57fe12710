package org.crcgraph.read;

import java.io.IOException;
import java.util.List;
import org.crcgraph.model.Document;
import org.crcgraph.model.Issue;

/** Reads one document format. Implementations keep no state between documents. */
@FunctionalInterface
interface DocumentReader {
  /**
   * Reads a file.
   *
   * @param name file name without folder and extension
   * @param file path as the user gave it
   * @param bytes the whole file
   * @param sha256 lower-case hex digest of the bytes
   * @param issues receives what is odd but readable
   * @throws UnreadableDocumentException where nothing can be read, with the issue to show
   */
  Document read(String name, String file, byte[] bytes, String sha256, List<Issue> issues)
      throws UnreadableDocumentException, IOException;
}
