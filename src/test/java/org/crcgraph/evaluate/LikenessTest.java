package org.crcgraph.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ratios computed with Python's {@code difflib.SequenceMatcher(None, a, b).ratio()}. */
final class LikenessTest {
  @ParameterizedTest
  @CsvSource({
    "abcd, bcde, 0.75",
    "private thread, private thread, 1.0",
    "tide, diet, 0.25",
    "diet, tide, 0.5",
    "abxcd, abcd, 0.8888888888888888",
    "qabxcd, abycdf, 0.6666666666666666"
  })
  void isTheRatioOfDifflib(String first, String second, double ratio) {
    assertThat(Likeness.ratio(first, second)).isCloseTo(ratio, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({"250, 0.0", "190, 0.9973753280839895"})
  void passesOverCharactersThatFillALongString(int length, double ratio) {
    // From 200 characters on, one that is more than a hundredth of the string starts no match.
    String text = "x".repeat(length);

    assertThat(Likeness.ratio("y" + text, text)).isCloseTo(ratio, within(1e-12));
  }
}
