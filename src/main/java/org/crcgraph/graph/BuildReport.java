package org.crcgraph.graph;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonBuilder;
import org.apache.jena.atlas.json.JsonValue;
import org.crcgraph.model.Annotation;
import org.crcgraph.model.DocumentRecords;
import org.crcgraph.model.Issue;
import org.crcgraph.model.Resolution;
import org.crcgraph.model.Sha256;

/** What a build read and found, source by source. Safe for use by several threads. */
public final class BuildReport {
  private final Map<String, Source> sources = new TreeMap<>();
  private final List<Issue> issues = new ArrayList<>();
  private long quads;
  private int conflicts;
  private String version = "";
  private String data = "";

  /**
   * What was taken from one source.
   *
   * @param kind {@code register} or {@code document}
   * @param name of the register or document
   * @param records number of rows, or of records by type
   * @param reviewed number of records that a person accepted or corrected
   * @param claims number of claims
   * @param ambiguous names with several meanings
   * @param unlinked names without meaning
   */
  public record Source(
      String kind,
      String name,
      Map<String, Integer> records,
      int reviewed,
      int claims,
      int ambiguous,
      int unlinked) {
    public Source {
      records = Map.copyOf(records);
    }
  }

  /** Notes the folder of the registers and claims, so that a violation can point into it. */
  synchronized void data(Path folder) {
    data = folder.toAbsolutePath().toString();
  }

  /** The data folder from which the graph of a folder was built, where the report says so. */
  public static Optional<Path> dataOf(Path graph) throws IOException {
    Path file = graph.resolve(GraphStore.REPORT);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    JsonValue folder = JSON.parse(Files.readString(file, StandardCharsets.UTF_8)).get("data");
    return folder == null || !folder.isString()
        ? Optional.empty()
        : Optional.of(Path.of(folder.getAsString().value()));
  }

  synchronized void register(String name, int rows, int claims) {
    sources.put(
        "register/" + name, new Source("register", name, Map.of("row", rows), 0, claims, 0, 0));
  }

  synchronized void document(DocumentRecords document, int claims) {
    Map<String, Integer> records = new TreeMap<>();
    for (Annotation annotation : document.records()) {
      records.merge(annotation.type(), 1, Integer::sum);
    }
    int ambiguous =
        (int) document.unresolved().stream().filter(Resolution.Ambiguous.class::isInstance).count();
    String name = document.ref().name();
    sources.put(
        "document/" + name + "/" + document.ref().sha256(),
        new Source(
            "document",
            name,
            records,
            (int)
                document.records().stream().filter(r -> r.evidence().acceptance() != null).count(),
            claims,
            ambiguous,
            document.unresolved().size() - ambiguous));
  }

  synchronized void conflict() {
    conflicts++;
  }

  synchronized void issues(List<Issue> more) {
    issues.addAll(more);
  }

  void quads(long count) {
    quads = count;
  }

  void version(Path dump) throws IOException {
    MessageDigest sha = Sha256.digest();
    try (InputStream in = new DigestInputStream(Files.newInputStream(dump), sha)) {
      in.transferTo(java.io.OutputStream.nullOutputStream());
    }
    version = HexFormat.of().formatHex(sha.digest());
  }

  /** The sources in the order of their names, registers after documents. */
  public synchronized List<Source> sources() {
    return List.copyOf(sources.values());
  }

  /** Number of quads in the graph. */
  public long quads() {
    return quads;
  }

  /** Number of claims in the graph. */
  public synchronized int claims() {
    return sources.values().stream().mapToInt(Source::claims).sum();
  }

  /** Number of conflicts between the sources of the registers. */
  public int conflicts() {
    return conflicts;
  }

  /** SHA-256 of {@code graph.nq.gz}, which names this version of the graph. */
  public String version() {
    return version;
  }

  void write(Path file) throws IOException {
    JsonBuilder json = new JsonBuilder().startObject();
    json.pair("data", data);
    json.pair("version", version).pair("quads", quads).pair("claims", claims());
    json.pair("conflicts", conflicts);
    json.key("sources").startArray();
    for (Source source : sources()) {
      json.startObject().pair("kind", source.kind()).pair("name", source.name());
      json.key("records").startObject();
      new TreeMap<>(source.records()).forEach((type, count) -> json.pair(type, count));
      json.finishObject();
      json.pair("reviewed", source.reviewed()).pair("claims", source.claims());
      json.pair("ambiguousNames", source.ambiguous()).pair("unlinkedNames", source.unlinked());
      json.finishObject();
    }
    json.finishArray();
    json.key("problems").startArray();
    for (Issue issue : issues) {
      json.startObject()
          .pair("severity", issue.severity().name().toLowerCase(java.util.Locale.ROOT))
          .pair("place", issue.place().toString())
          .pair("what", issue.what())
          .pair("remedy", issue.remedy())
          .finishObject();
    }
    json.finishArray().finishObject();
    Files.writeString(file, json.build().toString() + "\n", StandardCharsets.UTF_8);
  }
}
