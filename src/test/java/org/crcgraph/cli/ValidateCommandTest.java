package org.crcgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Validates graphs of the project's own data, sound and damaged. */
final class ValidateCommandTest {
  @TempDir static Path shared;
  @TempDir Path folder;

  /** Our own data and a document, built once. */
  @BeforeAll
  static void buildSoundGraph() throws IOException {
    Path document = shared.resolve("note.txt");
    Files.writeString(document, "Seetec run KSS CRC, the note says.\n");
    CommandRun run =
        CommandRun.of("build", "--data", "data", "--output", sound(), "--documents", document);
    assertThat(run.code()).as(run.err()).isZero();
  }

  private static Path sound() {
    return shared.resolve("graph");
  }

  private Path graph() {
    return folder.resolve("graph");
  }

  private Path copyOfRegisters() throws IOException {
    Path copy = folder.resolve("data");
    for (String part : List.of("registers", "lexicon")) {
      try (Stream<Path> files = Files.walk(Path.of("data", part))) {
        for (Path file : files.toList()) {
          Path target = copy.resolve(Path.of("data").relativize(file).toString());
          if (Files.isDirectory(file)) {
            Files.createDirectories(target);
          } else {
            Files.copy(file, target);
          }
        }
      }
    }
    return copy;
  }

  /** Changes the row with a key; gives the line as {@code FILE:LINE:} and what was changed. */
  private static Row damage(Path data, String register, String key, UnaryOperator<String> change)
      throws IOException {
    Path file = data.resolve("registers").resolve(register).resolve(register + ".csv");
    List<String> lines = Files.readAllLines(file);
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith(key + ",")) {
        String damaged = change.apply(lines.get(i));
        assertThat(damaged).as(key).isNotEqualTo(lines.get(i));
        lines.set(i, damaged);
        Files.write(file, lines);
        return new Row(file + ":" + (i + 1) + ":", damaged);
      }
    }
    throw new AssertionError("no row " + key + " in " + file);
  }

  private static AbstractStringAssert<?> assertOnlyLine(CommandRun run, String place) {
    return assertThat(run.err().lines().filter(line -> line.startsWith(place)))
        .singleElement()
        .asString();
  }

  private record Row(String place, String text) {
    /** The place of the cell that begins with this text. */
    String cell(String begin) {
      int at = text.indexOf("," + begin);
      assertThat(at).as(begin).isPositive();
      return place + (at + 2) + ": ";
    }
  }

  @Test
  void ourOwnDataHasNoViolation() {
    CommandRun run = CommandRun.of("validate", "--graph", sound());
    assertThat(run.err().strip()).isEqualTo("No violation.");
    assertThat(run.code()).isZero();
  }

  @Test
  void damagedRowsThatTheBuildLetsPassAreNamedByFileLineAndColumn() throws IOException {
    Path data = copyOfRegisters();
    Row overlap =
        damage(
            data,
            "ownership",
            "ministry-of-justice--northumbria-crc",
            row -> row.replace(",2015-01-31,", ",2016-06-30,"));
    Row gap =
        damage(
            data,
            "ownership",
            "working-links--wales-crc",
            row -> row.replace(",2019-02-14,", ",2019-02-10,"));
    Row parent =
        damage(
            data,
            "parents",
            "purple-futures--interserve-plc",
            row -> row.replace(",2019-03-14,", ",2019-04-14,"));
    Row identifier =
        damage(
            data,
            "identifiers",
            "northumbria-crc--companies-house",
            row -> row.replace(",08802519,", ",8802519,"));
    CommandRun built = CommandRun.of("build", "--data", data, "--output", graph());
    assertThat(built.code()).as(built.err()).isZero();
    CommandRun run = CommandRun.of("validate", "--graph", graph());
    assertThat(run.code()).isEqualTo(1);
    assertOnlyLine(run, overlap.cell("2016-06-30"))
        .contains("Two organisations owned or ran the company at the same time")
        .containsPattern("here and in [^\\n]+ \\([^ ]+ownership\\.csv:3:\\d+\\)")
        .contains("Northumbria CRC");
    assertOnlyLine(run, gap.cell("2019-02-10"))
        .contains("After 2019-02-10 nobody owned or ran the company");
    assertOnlyLine(run, parent.cell("2019-04-14"))
        .contains("Two parents control the child at the same time");
    assertOnlyLine(run, identifier.cell("8802519"))
        .contains("8802519 does not have the form of its scheme");
  }

  @Test
  void faultsOfTheRegistersThemselvesAreNamedToo() throws IOException {
    Path data = copyOfRegisters();
    Row number =
        damage(data, "crcs", "northumbria-crc", row -> row.replace(",08802519,", ",8802519,"));
    Row area = damage(data, "crcs", "wales-crc", row -> row.replace(",wales,", ",,"));
    CommandRun run = CommandRun.of("validate", "--graph", sound(), "--data", data);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains(number.cell("8802519")).contains(area.place());
    assertOnlyLine(run, area.place()).contains("area_slug");
  }

  @Test
  void aFactWithoutClaimAndAForgedQuotationAreFound() throws IOException {
    Path dump = graph().resolve("graph.nq.gz");
    Files.createDirectories(graph().resolve("tdb2"));
    Files.copy(sound().resolve("build-report.json"), graph().resolve("build-report.json"));
    Files.copy(sound().resolve("graph.nq.gz"), dump);
    String quads;
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(dump)), StandardCharsets.UTF_8))) {
      quads = reader.lines().collect(Collectors.joining("\n", "", "\n"));
    }
    String base = "https://w3id.org/crcgraph/";
    String forged =
        quads.replace("#exact> \"Seetec run", "#exact> \"Sodexo ran")
            + String.format(
                "<%1$sid/crc/wales-crc> <%1$sontology#region> \"Nowhere\" <%1$sgraph/facts> .%n",
                base);
    assertThat(forged.length()).isGreaterThan(quads.length());
    try (Writer writer =
        new OutputStreamWriter(
            new GZIPOutputStream(Files.newOutputStream(dump)), StandardCharsets.UTF_8)) {
      writer.write(forged);
    }
    CommandRun run = CommandRun.of("validate", "--graph", graph());
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .containsPattern(
            "crcs\\.csv:\\d+:\\d+: Wales CRC: no claim with a source says [^\\n]*Nowhere")
        .containsPattern("note:1:1: note 0\\.\\.\\d+: the quotation has another digest");
  }

  @Test
  void withoutAGraphThereIsAHint() {
    CommandRun run = CommandRun.of("validate", "--graph", folder.resolve("none"));
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("no graph here; run crcgraph build first");
  }
}
