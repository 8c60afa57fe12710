package org.crcgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person reviews what was extracted from a document about invented companies. */
final class ReviewTest {
  private static final String ONTOLOGY = "https://w3id.org/crcgraph/ontology#";
  private static final String ID = "https://w3id.org/crcgraph/id/";
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;
  private Path data;
  private Path document;
  private Path review;

  @BeforeEach
  void makeData() throws IOException {
    data = folder.resolve("data");
    Path names = Files.createDirectories(data.resolve("lexicon/names"));
    Path words = Files.createDirectories(data.resolve("lexicon/words"));
    Files.writeString(
        names.resolve("invented.tsv"),
        """
        larchshire-crc\tLarchshire CRC\tcrc
        alderdale-crc\tAlderdale CRC\tcrc
        fernhill-group\tFernhill Group\towner
        hollowmere\tHollowmere\towner
        """);
    try (Stream<Path> lists = Files.list(Path.of("data/lexicon/words"))) {
      for (Path list : lists.toList()) {
        Files.copy(list, words.resolve(list.getFileName().toString()));
      }
    }
    document = folder.resolve("larchshire.txt");
    Files.copy(Path.of("src/test/resources/review/larchshire.txt"), document);
    review = folder.resolve("review.jsonl");
  }

  private CommandRun extract(Object... more) {
    Object[] arguments = {"extract", "--data", data, "--review", review};
    return CommandRun.of(Stream.concat(Stream.of(arguments), Stream.of(more)).toArray());
  }

  private List<ObjectNode> lines() throws IOException {
    List<ObjectNode> lines = new ArrayList<>();
    for (String line : Files.readAllLines(review)) {
      lines.add((ObjectNode) JSON.readTree(line));
    }
    return lines;
  }

  private void write(List<ObjectNode> lines) throws IOException {
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(line).append('\n'));
    Files.writeString(review, text);
  }

  private static boolean owns(JsonNode line, String owned) {
    return line.path("type").asText().equals("ownership")
        && line.path("owned").asText().equals(owned);
  }

  private static ObjectNode decide(ObjectNode line, String decision) {
    return line.put("decision", decision)
        .put("reviewer", "Petra Lund")
        .put("reviewed_on", "2026-11-20");
  }

  /** Extracts, and decides about the first record that fits. */
  private void decide(Predicate<JsonNode> which, String decision, String field, String value)
      throws IOException {
    if (!Files.exists(review)) {
      assertThat(extract(document).code()).isZero();
    }
    List<ObjectNode> lines = lines();
    ObjectNode line = lines.stream().filter(which).findFirst().orElseThrow();
    decide(line, decision).put(field, value);
    write(lines);
  }

  private void commit() throws IOException {
    CommandRun run = extract("--accepted", data.resolve("claims"), document);
    assertThat(run.err()).doesNotContain("; ");
    assertThat(run.code()).isZero();
  }

  private Path committed() {
    return data.resolve("claims/larchshire.jsonl");
  }

  private CommandRun build(Object... more) {
    Object[] arguments = {"build", "--data", data, "--output", folder.resolve("graph")};
    return CommandRun.of(Stream.concat(Stream.of(arguments), Stream.of(more)).toArray());
  }

  private List<String> quads() throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(folder.resolve("graph/graph.nq.gz"))),
                StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    }
  }

  /** The standings of the claims that a company is owned by somebody, as {@code OWNER STANDING}. */
  private List<String> ownersOf(String crc) throws IOException {
    List<String> quads = quads();
    List<String> owners = new ArrayList<>();
    for (String quad : quads) {
      if (quad.contains("claimSubject> <" + ID + "crc/" + crc + ">")) {
        String claim = quad.substring(0, quad.indexOf(' '));
        List<String> about = quads.stream().filter(q -> q.startsWith(claim)).toList();
        if (about.stream().anyMatch(q -> q.contains("claimProperty> <" + ONTOLOGY + "ownedBy>"))) {
          owners.add(object(about, "claimValue") + " " + object(about, "standing"));
        }
      }
    }
    return owners;
  }

  private static String object(List<String> quads, String property) {
    String quad =
        quads.stream()
            .filter(q -> q.contains("<" + ONTOLOGY + property + ">"))
            .findFirst()
            .orElseThrow();
    return quad.split(" ")[2].replaceAll(".*[/#]|>", "");
  }

  @Test
  void everyExtractedRecordIsOpenAtFirst() throws IOException {
    CommandRun run = extract(document);
    assertThat(run.code()).isZero();
    assertThat(run.out()).isEmpty();
    assertThat(lines())
        .hasSizeGreaterThan(8)
        .allSatisfy(
            line -> {
              assertThat(line.path("decision").asText()).isEqualTo("open");
              assertThat(line.path("document").path("name").asText()).isEqualTo("larchshire");
              assertThat(line.path("document").path("sha256").asText()).hasSize(64);
              assertThat(line.path("quote_sha256").asText()).hasSize(64);
              assertThat(line.path("quote").asText()).isNotBlank();
            });
  }

  @Test
  void aSecondRunKeepsTheDecisionsByteForByte() throws IOException {
    decide(line -> owns(line, "Larchshire CRC"), "accept", "note", "seen");
    decide(line -> owns(line, "Alderdale CRC"), "correct", "owner", "Hollowmere");
    decide(line -> line.path("type").asText().equals("figure"), "reject", "note", "no figure");
    extract(document);
    byte[] once = Files.readAllBytes(review);
    extract(document);
    assertThat(Files.readAllBytes(review)).isEqualTo(once);
    assertThat(lines())
        .filteredOn(line -> !line.path("decision").asText().equals("open"))
        .extracting(line -> line.path("decision").asText() + " " + line.path("reviewer").asText())
        .containsExactlyInAnyOrder("accept Petra Lund", "correct Petra Lund", "reject Petra Lund");
    assertThat(lines())
        .filteredOn(line -> owns(line, "Alderdale CRC"))
        .singleElement()
        .satisfies(line -> assertThat(line.path("owner").asText()).isEqualTo("Hollowmere"));
  }

  @Test
  void anAcceptedRecordStandsOnceAndAsReviewed() throws IOException {
    decide(line -> owns(line, "Larchshire CRC"), "accept", "note", "seen");
    commit();
    assertThat(build("--documents", document).code()).isZero();
    assertThat(ownersOf("larchshire-crc")).containsExactly("fernhill-group Reviewed");
    assertThat(ownersOf("alderdale-crc")).containsExactly("fernhill-group Extracted");
    assertThat(quads()).anyMatch(q -> q.contains("reviewer> \"Petra Lund\""));
  }

  @Test
  void aCorrectedRecordTakesThePlaceOfTheExtractedOne() throws IOException {
    decide(line -> owns(line, "Alderdale CRC"), "correct", "owner", "Hollowmere");
    commit();
    assertThat(build("--documents", document).code()).isZero();
    assertThat(ownersOf("alderdale-crc")).containsExactly("hollowmere Reviewed");
  }

  @Test
  void aRejectedRecordIsNotInTheGraph() throws IOException {
    decide(line -> owns(line, "Alderdale CRC"), "reject", "note", "not so");
    commit();
    assertThat(Files.readString(committed())).doesNotContain("Fernhill Group");
    assertThat(build("--documents", document).code()).isZero();
    assertThat(ownersOf("alderdale-crc")).isEmpty();
    assertThat(ownersOf("larchshire-crc")).containsExactly("fernhill-group Extracted");
  }

  @Test
  void aRecordMovedByAPersonStandsInsteadOfTheExtractedOne() throws IOException {
    decide(line -> owns(line, "Alderdale CRC"), "correct", "note", "only the verb");
    List<ObjectNode> lines = lines();
    ObjectNode moved =
        lines.stream().filter(line -> owns(line, "Alderdale CRC")).findFirst().orElseThrow();
    moved.put("start", moved.path("start").asInt() + 9).remove("quote_sha256");
    write(lines);
    commit();
    assertThat(build("--documents", document).code()).isZero();
    assertThat(ownersOf("alderdale-crc")).containsExactly("fernhill-group Reviewed");
  }

  @Test
  void withoutTheDocumentTheFactsLoadWithoutItsText() throws IOException {
    decide(line -> line.path("type").asText().equals("statement"), "accept", "note", "seen");
    decide(line -> line.path("type").asText().equals("document"), "accept", "note", "seen");
    commit();
    assertThat(build().code()).isZero();
    List<String> without = quads();
    int length = Files.readString(document).length();
    assertThat(without)
        .noneMatch(q -> q.contains("better shape") || q.contains("A Long Look"))
        .anyMatch(q -> q.contains("quoteSha256"))
        .anyMatch(q -> q.contains("standing> <" + ONTOLOGY + "Reviewed>"))
        .anyMatch(q -> q.contains("length> \"" + length + "\""));
    assertThat(build("--documents", document).code()).isZero();
    List<String> with = quads();
    assertThat(with)
        .anyMatch(q -> q.contains("text> \"Larchshire CRC has never been in better shape"))
        .anyMatch(q -> q.contains("title> \"A Long Look at Who Runs"));
    // The facts are the same things, whether or not the text is at hand.
    List<String> facts =
        without.stream().filter(q -> q.matches(".* <[^ ]+/graph/document/[^ ]+> \\.")).toList();
    assertThat(facts).isNotEmpty();
    assertThat(with).containsAll(facts);
  }

  @Test
  void theCommittedFormHoldsNoTextAndNoAuthor() throws IOException {
    extract(document);
    List<ObjectNode> lines = lines();
    lines.forEach(line -> decide(line, "accept"));
    lines.removeIf(line -> line.path("entity").asText().equals("Ottoline Brandreth"));
    write(lines);
    commit();
    String text = Files.readString(committed());
    assertThat(text)
        .doesNotContain("Mothball")
        .doesNotContain("\"quote\"")
        .doesNotContain("better shape")
        .doesNotContain("A Long Look")
        .contains("\"title\":{\"start\":19,\"end\":78,\"sha256\":");
  }

  @Test
  void aPersonWhoHoldsNoPostIsNotNamedInTheCommittedForm() throws IOException {
    decide(line -> line.path("type").asText().equals("statement"), "accept", "note", "seen");
    List<ObjectNode> lines = lines();
    lines.stream()
        .filter(line -> line.path("entity").asText().equals("Ottoline Brandreth"))
        .forEach(line -> decide(line, "accept"));
    lines.removeIf(line -> line.path("type").asText().equals("post"));
    write(lines);
    extract("--accepted", data.resolve("claims"), document);
    assertThat(Files.readString(committed()))
        .doesNotContain("Ottoline")
        .contains("\"speaker\":\"Anonymous\"");
  }

  @Test
  void longTextOfTheDocumentMustBeRewordedBeforeItIsCommitted() throws IOException {
    decide(
        line -> line.path("type").asText().equals("figure"),
        "correct",
        "indicator",
        "Inspectors looked at 57 cases in Larchshire CRC Ottoline");
    CommandRun run = extract("--accepted", data.resolve("claims"), document);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .contains(review + ":")
        .contains("is text of the document; correct the record");
    assertThat(committed()).doesNotExist();
  }

  @Test
  void aChangedDocumentAsksForANewReview() throws IOException {
    decide(line -> owns(line, "Larchshire CRC"), "accept", "note", "seen");
    commit();
    Files.writeString(document, Files.readString(document).replace("57 cases", "75 cases"));
    CommandRun run = extract(document);
    assertThat(run.code()).isZero();
    assertThat(run.err())
        .contains(document + ":1:1: the document has changed since it was reviewed");
    assertThat(lines())
        .filteredOn(line -> owns(line, "Larchshire CRC"))
        .extracting(line -> line.path("decision").asText())
        .as("the decision about the earlier version, and the open record of this one")
        .containsExactlyInAnyOrder("accept", "open");
    CommandRun built = build("--documents", document);
    assertThat(built.code()).isZero();
    assertThat(built.err())
        .contains(document + ":1:1: the document has changed since it was reviewed");
  }

  @Test
  void aPassageThatDoesNotMatchIsAnErrorAtItsPlaceAndTheOldGraphStays() throws IOException {
    decide(line -> owns(line, "Larchshire CRC"), "accept", "note", "seen");
    commit();
    assertThat(build("--documents", document).code()).isZero();
    List<String> old = quads();
    String line = Files.readString(committed());
    String damaged = line.replace("\"end\":114", "\"end\":113");
    assertThat(damaged).isNotEqualTo(line);
    Files.writeString(committed(), damaged);
    CommandRun run = build("--documents", document);
    assertThat(run.code()).isEqualTo(1);
    int column = damaged.indexOf("quote_sha256") + "quote_sha256\":".length() + 1;
    assertThat(run.err())
        .contains(
            committed()
                + ":1:"
                + column
                + ": the passage 80..113 of the document larchshire ("
                + document
                + ") does not match its digest; ");
    assertThat(quads()).isEqualTo(old);
  }

  @Test
  void everyFaultOfAReviewIsReportedWithLineAndColumn() throws IOException {
    decide(line -> owns(line, "Larchshire CRC"), "accept", "note", "seen");
    commit();
    String good = Files.readString(committed()).strip();
    Files.writeString(
        committed(),
        String.join(
            "\n",
            good.replace(
                "\"owner\":\"Fernhill Group\"", "\"owner\":\"Fernhil\",\"colour\":\"red\""),
            good.replace("\"accept\"", "\"agreed\""),
            good.replace("\"start\":80", "\"start\":\"80\""),
            good.replace("\"reviewer\":\"Petra Lund\"", "\"reviewer\":null"),
            good.substring(0, 40),
            good,
            good));
    CommandRun run = build();
    assertThat(run.code()).isEqualTo(1);
    int owner = good.indexOf("\"owner\":") + "\"owner\":".length() + 1;
    int start = good.indexOf("\"start\":") + "\"start\":".length() + 1;
    assertThat(run.err().lines().filter(l -> l.startsWith(committed().toString())).toList())
        .satisfiesExactlyInAnyOrder(
            l -> assertThat(l).contains(":1:" + owner + ": no register or lexicon knows"),
            l ->
                assertThat(l)
                    .contains(":1:" + (owner + "\"Fernhil\",\"colour\":".length()))
                    .contains("unknown field \"colour\""),
            l -> assertThat(l).contains(":2:13: unknown decision \"agreed\""),
            l -> assertThat(l).contains(":3:" + start + ": \"start\" is \"80\""),
            l -> assertThat(l).contains(":4:").contains("a decision without reviewer"),
            l -> assertThat(l).contains(":5:41: not JSON"),
            l -> assertThat(l).contains(":7:1: the record").contains("decided on twice"));
  }

  @Test
  void aNameThatTheLexiconNoLongerKnowsHoldsUpDecisionsOnly() throws IOException {
    decide(line -> owns(line, "Larchshire CRC"), "accept", "note", "seen");
    Path names = data.resolve("lexicon/names/invented.tsv");
    String all = Files.readString(names);
    Files.writeString(names, all.replace("Alderdale CRC", "Aldermoor CRC"));
    CommandRun open = extract(document);
    assertThat(open.code()).isZero();
    assertThat(open.err()).contains("open record left out: no register or lexicon knows");
    assertThat(lines()).noneMatch(line -> owns(line, "Alderdale CRC"));
    Files.writeString(names, all.replace("Larchshire CRC", "Larchmoor CRC"));
    byte[] before = Files.readAllBytes(review);
    CommandRun decided = extract(document);
    assertThat(decided.code()).isEqualTo(1);
    assertThat(decided.err()).contains("no register or lexicon knows \"Larchshire CRC\"");
    assertThat(Files.readAllBytes(review)).isEqualTo(before);
  }

  @Test
  void acceptedWithoutReviewIsWrongUsage() {
    CommandRun run =
        CommandRun.of("extract", "--data", data, "--accepted", folder.resolve("x"), document);
    assertThat(run.code()).isEqualTo(2);
  }
}
