package org.crcgraph;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.crcgraph.lexicon.Lexicon;
import org.crcgraph.model.Annotated;
import org.crcgraph.model.Document;
import org.crcgraph.model.Entity;
import org.crcgraph.model.Issue;
import org.crcgraph.model.Place;
import org.crcgraph.model.PublicText;
import org.crcgraph.model.Register;
import org.crcgraph.model.Sha256;
import org.crcgraph.read.DocumentFiles;
import org.crcgraph.read.DocumentFormat;
import org.crcgraph.read.RegisterEntities;
import org.crcgraph.read.RegisterReader;
import org.crcgraph.read.RegisterTenures;
import org.crcgraph.read.UnreadableDocumentException;
import org.crcgraph.serve.DocumentTexts;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Texts for pages, from files. A file is found by its digest and read when its page is asked for;
 * which names are withheld is then decided as a build decides it. The last few texts are kept; one
 * is read at a time, so that many requests cannot make the server read many.
 */
public final class TextsAtHand implements DocumentTexts {
  private static final Logger LOG = LoggerFactory.getLogger(TextsAtHand.class);

  /** A page longer than this is of no use to a reader. In bytes of the file. */
  private static final long LONGEST = 8L << 20;

  /** Code units of the texts that are kept. */
  private static final int MOST_KEPT = 4 << 20;

  private final Path data;
  private final Map<String, Path> files;
  private final Map<String, AtHand> kept = new LinkedHashMap<>(16, 0.75f, true);
  private @Nullable Pipeline pipeline;

  private TextsAtHand(Path data, Map<String, Path> files) {
    this.data = data;
    this.files = files;
  }

  /**
   * The documents of the data folder and those that are named.
   *
   * @param documents files, folders and globs
   * @param issues receives a line for each that is not found or cannot be read
   */
  public static TextsAtHand of(Path data, List<String> documents, List<Issue> issues)
      throws IOException {
    List<Path> paths = new ArrayList<>(DocumentFiles.expand(data.resolve("documents"), issues));
    paths.addAll(DocumentFiles.expandAll(documents, issues));
    Map<String, Path> files = new HashMap<>();
    for (Path path : paths) {
      try {
        if (Files.size(path) <= LONGEST) {
          files.putIfAbsent(digest(path), path);
        }
      } catch (IOException e) {
        issues.add(
            Issue.error(
                Place.of(path.toString()),
                "cannot be read (" + e.getClass().getSimpleName() + ")",
                "give yourself the right to read it"));
      }
    }
    return new TextsAtHand(data, files);
  }

  private static String digest(Path path) throws IOException {
    MessageDigest digest = Sha256.digest();
    try (InputStream in = new DigestInputStream(Files.newInputStream(path), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  @Override
  public Optional<AtHand> of(String sha256) {
    Path file = files.get(sha256);
    return file == null ? Optional.empty() : kept(sha256, file);
  }

  private synchronized Optional<AtHand> kept(String sha256, Path file) {
    AtHand known = kept.get(sha256);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<AtHand> read = read(sha256, file);
    read.ifPresent(text -> kept.put(sha256, text));
    Iterator<AtHand> oldest = kept.values().iterator();
    while (kept.size() > 1 && keptLength() > MOST_KEPT) {
      oldest.next();
      oldest.remove();
    }
    return read;
  }

  private int keptLength() {
    return kept.values().stream().mapToInt(text -> text.document().text().length()).sum();
  }

  private Optional<AtHand> read(String sha256, Path file) {
    try {
      Document document = DocumentFormat.read(file, new ArrayList<>());
      if (!document.sha256().equals(sha256)) {
        LOG.warn("{} has changed since the server started: its text is not shown", file);
        return Optional.empty();
      }
      Annotated annotated = pipeline().annotate(document);
      if (!annotated.failures().isEmpty()) {
        LOG.warn("{} could not be read in full, so that names might not be withheld", file);
        return Optional.empty();
      }
      return Optional.of(
          new AtHand(document, PublicText.of(document.text(), annotated.annotations())));
    } catch (IOException | UnreadableDocumentException e) {
      LOG.warn("{} is not shown: {}", file, e.getMessage());
      return Optional.empty();
    }
  }

  /** Made when the first text is asked for: most servers show none. */
  private Pipeline pipeline() throws IOException {
    Pipeline made = pipeline;
    if (made == null) {
      List<Issue> issues = new ArrayList<>();
      List<Register> registers = RegisterReader.read(data.resolve("registers"), issues);
      List<Entity> entities = RegisterEntities.of(registers);
      made =
          new Pipeline(
              Lexicon.load(data, entities, issues).with(RegisterTenures.of(registers, entities)));
      pipeline = made;
    }
    return made;
  }
}
