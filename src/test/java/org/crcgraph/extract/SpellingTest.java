package org.crcgraph.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.crcgraph.model.Entity;
import org.crcgraph.model.EntityKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What counts as a misspelling. */
final class SpellingTest {
  @ParameterizedTest
  @CsvSource({
    "seetec, seetec, 0",
    "seetec, setec, 1",
    "seetec, seetce, 1",
    "interserve, intersevre, 1",
    "interserve, intresevre, 2",
    "brightwell, brightness, 3",
  })
  void editsAreCountedWithSwapsAsOne(String a, String b, int edits) {
    assertThat(Spelling.distance(a, b, 3)).isEqualTo(edits);
  }

  @ParameterizedTest
  @CsvSource({
    "brightwel, brightwell",
    "brihgtwell, brightwell",
    "brightwool, brightwell",
    "lampton, ",
    "xrightwell, ",
  })
  void theNearestNameIsTakenUnlessTwoAreAsNear(String word, String expected) {
    NameTrie trie = new NameTrie();
    for (String name : List.of("brightwell", "hampton", "lumpton", "lempton")) {
      trie.put(
          List.of(name),
          name,
          new Entity("organisation/" + name, name, EntityKind.COMPANY, List.of()),
          false);
    }

    int token = new Spelling(trie).nearest(word);

    assertThat(token == NameTrie.NONE ? null : trie.word(token)).isEqualTo(expected);
  }
}
