package org.crcgraph.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.crcgraph.model.Entity;
import org.crcgraph.model.EntityKind;
import org.crcgraph.model.Issue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How names and word lists are read. */
final class LexiconTest {
  @Test
  void everyLineOfOurOwnNamesIsUsed() {
    List<Issue> issues = new ArrayList<>();

    Lexicon lexicon = Lexicon.load(Path.of("data"), List.of(), issues);

    assertThat(issues).isEmpty();
    assertThat(lexicon.entities()).map(Entity::id).doesNotHaveDuplicates().hasSizeGreaterThan(1000);
    assertThat(lexicon.entities()).map(e -> e.kind() + e.name()).doesNotHaveDuplicates();
  }

  @Test
  void badLinesAreReportedWithTheirPlaceAndTheOthersUsed(@TempDir Path data) throws IOException {
    Path names = Files.createDirectories(data.resolve("lexicon/names"));
    Files.writeString(
        names.resolve("a.tsv"),
        "# comment\nonly\ttwo\n\nx\tX\tplanet\nquillon\tQuillon\tcompany\tQ|QQ\n");
    List<Issue> issues = new ArrayList<>();

    Lexicon lexicon = Lexicon.load(data, List.of(), issues);

    assertThat(issues).map(i -> i.place().line()).containsExactly(2, 4);
    assertThat(lexicon.entities())
        .containsExactly(
            new Entity("organisation/quillon", "Quillon", EntityKind.COMPANY, List.of("Q", "QQ")));
  }

  @Test
  void aWordListKeepsTheOrderOfItsFile(@TempDir Path data) throws IOException {
    Path words = Files.createDirectories(data.resolve("lexicon/words"));
    Files.writeString(words.resolve("a.txt"), "delta\nalpha\ncharlie\nbravo\necho\nalpha\n");

    Lexicon lexicon = Lexicon.load(data, List.of(), new ArrayList<>());

    assertThat(lexicon.words("a")).containsExactly("delta", "alpha", "charlie", "bravo", "echo");
  }

  @Test
  void aLineForARegisteredThingAddsItsNames(@TempDir Path data) throws IOException {
    Path names = Files.createDirectories(data.resolve("lexicon/names"));
    Files.writeString(names.resolve("a.tsv"), "quillon\tQuillon Works\tcompany\tQW|Q\n");
    Entity registered =
        new Entity("organisation/quillon", "Quillon", EntityKind.OWNER, List.of("Q"));

    Lexicon lexicon = Lexicon.load(data, List.of(registered), new ArrayList<>());

    assertThat(lexicon.entities())
        .containsExactly(
            new Entity(
                "organisation/quillon",
                "Quillon",
                EntityKind.OWNER,
                List.of("Q", "Quillon Works", "QW")));
  }
}
