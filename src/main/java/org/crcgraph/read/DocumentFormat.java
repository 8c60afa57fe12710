package org.crcgraph.read;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.crcgraph.model.Document;
import org.crcgraph.model.Issue;
import org.crcgraph.model.Place;

/** Every document format that can be read, with its file extensions and its reader. */
public enum DocumentFormat {
  TEXT(List.of("txt", "text"), new TextReader()),
  HTML(List.of("html", "htm", "xhtml"), new HtmlReader()),
  PDF(List.of("pdf"), new PdfReader()),
  EMAIL(List.of("eml"), new EmailReader()),
  MARKDOWN(List.of("md", "markdown"), new MarkdownReader());

  /** A document larger than this is none that a person wrote; it is refused, not cut. */
  public static final long MOST_BYTES = 64L << 20;

  /** So much of a file's start shows what it is. */
  private static final int SAMPLE = 2_048;

  private final List<String> extensions;
  private final DocumentReader reader;

  DocumentFormat(List<String> extensions, DocumentReader reader) {
    this.extensions = extensions;
    this.reader = reader;
  }

  /** The format of a file by its extension. */
  public static Optional<DocumentFormat> of(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    String extension = name.substring(name.lastIndexOf('.') + 1);
    for (DocumentFormat format : values()) {
      if (format.extensions.contains(extension)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }

  /**
   * The format by what the file begins with, where that is plain; a page that was saved under a
   * wrong extension is read as what it is.
   */
  static Optional<DocumentFormat> of(byte[] bytes) {
    String start =
        new String(bytes, 0, Math.min(bytes.length, SAMPLE), StandardCharsets.ISO_8859_1);
    if (start.substring(0, Math.min(start.length(), 1_024)).contains("%PDF-")) {
      return Optional.of(PDF);
    }
    String plain = start.replaceFirst("^(?:\u00ef\u00bb\u00bf)?\\s*", "").toLowerCase(Locale.ROOT);
    if (plain.startsWith("<!doctype html")
        || plain.startsWith("<html")
        || (plain.startsWith("<") && (plain.contains("<body") || plain.contains("<head")))) {
      return Optional.of(HTML);
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
    byte[] bytes = bytes(file);
    DocumentFormat format = of(bytes).or(() -> of(file)).orElse(null);
    if (format == null) {
      throw unreadable(
          file,
          "unknown document format",
          "give a file that ends in .txt, .html, .pdf, .eml or .md");
    }
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    String sha256 = sha256(bytes);
    try {
      Document document =
          format.reader.read(
              dot > 0 ? name.substring(0, dot) : name, file.toString(), bytes, sha256, issues);
      if (document.layout().blocks().isEmpty()) {
        throw unreadable(file, "holds no text", "take it out, or give a file with words in it");
      }
      return FetchedPage.complete(document, file, issues);
    } catch (IOException e) {
      throw unreadable(file, "cannot be read (" + e.getMessage() + ")", "save the file again");
    }
  }

  private static byte[] bytes(Path file) throws UnreadableDocumentException {
    try {
      if (Files.isDirectory(file)) {
        throw unreadable(file, "a folder, not a document", "name a document in it");
      }
      long size = Files.size(file);
      if (size > MOST_BYTES) {
        throw unreadable(
            file,
            "too large (" + (size >> 20) + " MiB; the limit is " + (MOST_BYTES >> 20) + " MiB)",
            "split it into its documents");
      }
      byte[] bytes = Files.readAllBytes(file);
      if (bytes.length == 0) {
        throw unreadable(file, "empty", "take it out, or fetch it again");
      }
      return bytes;
    } catch (NoSuchFileException e) {
      throw unreadable(file, "no such file", "check the path");
    } catch (AccessDeniedException e) {
      throw unreadable(file, "may not be read", "give yourself the right to read it");
    } catch (IOException e) {
      throw unreadable(
          file, "cannot be read (" + e.getMessage() + ")", "check the disk and the path");
    }
  }

  private static UnreadableDocumentException unreadable(Path file, String what, String remedy) {
    return new UnreadableDocumentException(Issue.error(Place.of(file.toString()), what, remedy));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
