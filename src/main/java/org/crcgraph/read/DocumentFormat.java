package org.crcgraph.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.crcgraph.model.Document;
import org.crcgraph.model.Issue;
import org.crcgraph.model.Place;
import org.crcgraph.model.Sha256;

/** Every document format that can be read, with its file extensions and its reader. */
public enum DocumentFormat {
  TEXT(List.of("txt", "text"), new TextReader());

  private final List<String> extensions;
  private final DocumentReader reader;

  DocumentFormat(List<String> extensions, DocumentReader reader) {
    this.extensions = extensions;
    this.reader = reader;
  }

  /** The format of a file by its extension. */
  public static Optional<DocumentFormat> of(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    String extension = name.substring(name.lastIndexOf('.') + 1);
    for (DocumentFormat format : values()) {
      if (format.extensions.contains(extension)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }

  /**
   * Reads a document.
   *
   * @param issues receives what is odd but readable
   * @throws UnreadableDocumentException where nothing can be read, with the issue to show
   */
  public static Document read(Path file, List<Issue> issues) throws UnreadableDocumentException {
    DocumentFormat format =
        of(file)
            .orElseThrow(
                () ->
                    new UnreadableDocumentException(
                        Issue.error(
                            Place.of(file.toString()),
                            "unknown document format",
                            "give a file that ends in .txt")));
    try {
      byte[] bytes = Files.readAllBytes(file);
      String name = file.getFileName().toString();
      int dot = name.lastIndexOf('.');
      return format.reader.read(
          dot > 0 ? name.substring(0, dot) : name,
          file.toString(),
          bytes,
          Sha256.of(bytes),
          issues);
    } catch (IOException e) {
      throw new UnreadableDocumentException(
          Issue.error(
              Place.of(file.toString()),
              "cannot be read (" + e.getMessage() + ")",
              "check that the file exists and that you may read it"));
    }
  }
}
