package org.crcgraph.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.crcgraph.model.Document;
import org.crcgraph.model.Issue;
import org.crcgraph.model.Place;
import org.jspecify.annotations.Nullable;

/**
 * What is kept beside a fetched document, in {@code FILE.meta.json}: where it came from.
 *
 * @param url the address that was asked for
 * @param finalUrl the address that answered, after redirects
 * @param fetched when, ISO 8601 in UTC
 * @param sha256 lower-case hex digest of the file
 * @param contentType as the server said
 * @param lastModified as the server said, or null
 */
public record FetchedPage(
    String url,
    String finalUrl,
    String fetched,
    String sha256,
    String contentType,
    @Nullable String lastModified) {
  /** What the names of these files end in. */
  public static final String SUFFIX = ".meta.json";

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** The metadata as they stand in the file. */
  public String json() {
    ObjectNode node = JSON.createObjectNode();
    node.put("url", url);
    node.put("finalUrl", finalUrl);
    node.put("fetched", fetched);
    node.put("sha256", sha256);
    node.put("contentType", contentType);
    if (lastModified != null) {
      node.put("lastModified", lastModified);
    }
    try {
      return JSON.writeValueAsString(node) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("strings can always be written", e);
    }
  }

  /** Where the metadata of a document stand. */
  public static Path beside(Path document) {
    return document.resolveSibling(document.getFileName() + SUFFIX);
  }

  /** The document with the address that was kept beside it, where there is one. */
  static Document complete(Document document, Path file, List<Issue> issues) throws IOException {
    Path beside = beside(file);
    if (!Files.exists(beside)) {
      return document;
    }
    JsonNode kept;
    try {
      kept = JSON.readTree(beside.toFile());
    } catch (JsonProcessingException e) {
      issues.add(
          Issue.warning(
              new Place(
                  beside.toString(), e.getLocation().getLineNr(), e.getLocation().getColumnNr()),
              "not the metadata of a fetched page (" + e.getOriginalMessage() + ")",
              "mend it or delete it; the document is read without it"));
      return document;
    }
    if (!document.sha256().equals(kept.path("sha256").asText())) {
      issues.add(
          Issue.warning(
              Place.of(file.toString()),
              "was changed after it was fetched",
              "fetch it again, or delete " + beside.getFileName()));
    }
    String url = kept.path("finalUrl").asText();
    return document.url() != null || url.isEmpty()
        ? document
        : new Document(
            document.name(),
            document.file(),
            document.sha256(),
            document.text(),
            url,
            document.layout());
  }
}
