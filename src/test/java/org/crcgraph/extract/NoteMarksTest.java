package org.crcgraph.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.crcgraph.model.TextRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NoteMarksTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "The yard was shut.154 The owners left. | The yard was shut.; The owners left.",
        "They were “bid money”.157 A survey came. | They were “bid money”.; A survey came.",
        "They were “bid money.”9 A survey came. | They were “bid money.”; A survey came.",
        "It lost 5%.12 The rest stayed. | It lost 5%.; The rest stayed.",
        "Nobody bought it.[12] The yard is shut. | Nobody bought it.; The yard is shut.",
        "Nobody bought it.12,13 | Nobody bought it.12,13",
        "It was sold in a week.12 | It was sold in a week.",
        "It was sold in 2017.20 Nobody bought it. | It was sold in 2017.; Nobody bought it.",
      })
  void aSentenceEndsBeforeTheMarkOfANote(String text, String sentences) {
    assertThat(sentences(text)).containsExactly(sentences.split("; "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "He lives at No.10 The door is black.",
        "It rose by 3.12 Many were glad.",
        "See para.12 The rest follows.",
        "The total:45 Nobody knew.",
      })
  void numbersOfTheTextAreNoMarks(String text) {
    assertThat(sentences(text)).containsExactly(text);
  }

  @Test
  void marksInsideASentenceAreNoTokens() {
    String text =
        "In two cases,3 and in a third (Larch),14 nobody came[15] at all, in 3,140 days of 2016.17";
    Tokens tokens = Tokens.of(reading(text), new TextRange(0, text.length()));
    List<String> numerals = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).isNumeral()) {
        numerals.add(tokens.get(i).word());
      }
    }
    assertThat(numerals).containsExactly("3,140", "2016");
  }

  private static List<String> sentences(String text) {
    return reading(text).sentences().stream()
        .map(sentence -> text.substring(sentence.range().from(), sentence.range().to()))
        .toList();
  }

  private static Reading reading(String text) {
    return Invented.reading(text);
  }
}
