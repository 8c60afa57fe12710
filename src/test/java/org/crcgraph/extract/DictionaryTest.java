package org.crcgraph.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The words of a corpus, each once. */
final class DictionaryTest {
  private final Dictionary dictionary = new Dictionary();

  @Test
  void aWordHasOneNumberInEveryCaseAndWithEitherApostrophe() {
    assertThat(dictionary.word(id("Quillon’S"))).isEqualTo("quillon's");
    assertThat(id("quillon's")).isEqualTo(id("QUILLON’s"));
    assertThat(id("quillon")).isNotEqualTo(id("quillons"));
  }

  @Test
  void wordsBeyondAsciiAreNumberedByTheirSmallLetters() {
    char[] text = "Élan élan".toCharArray();

    assertThat(dictionary.plain(text, 0, 4)).isEqualTo(Dictionary.NONE);
    assertThat(dictionary.other(text, 0, 4)).isEqualTo(dictionary.other(text, 5, 9));
  }

  @Test
  void numbersStayWhileTheDictionaryGrows() {
    Map<String, Integer> ids = new HashMap<>();
    for (int i = 0; i < 5_000; i++) {
      ids.put("w" + i, id("w" + i));
    }

    ids.forEach((word, id) -> assertThat(id(word)).isEqualTo(id));
    assertThat(new HashSet<>(ids.values())).hasSize(5_000);
  }

  @Test
  void whatAWordMeansIsAskedOnce() {
    Set<String> asked = new HashSet<>();
    Dictionary.Marks lengths =
        dictionary.marks(
            this,
            word -> {
              assertThat(asked.add(word)).isTrue();
              return word.length();
            });
    for (int i = 0; i < 2_000; i++) {
      assertThat(lengths.of(id("w" + i))).isEqualTo(("w" + i).length());
    }

    assertThat(lengths.of(id("w7"))).isEqualTo(2);
    assertThat(asked).hasSize(2_000);
  }

  @Test
  void aFullDictionaryIsEmptiedBetweenDocuments() {
    int first = id("first");
    for (int i = 0; i < 70_000; i++) {
      id("w" + i);
    }
    dictionary.begin();

    assertThat(id("another")).isEqualTo(first);
  }

  private int id(String word) {
    return dictionary.plain(word.toCharArray(), 0, word.length());
  }
}
