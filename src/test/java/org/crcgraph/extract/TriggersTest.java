package org.crcgraph.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.crcgraph.model.TextRange;
import org.junit.jupiter.api.Test;

/** What a sentence must hold for rules to be tried there. */
final class TriggersTest {
  private final Triggers triggers = Triggers.of("7", " lease", "Quill", "tenanc");

  @Test
  void aStringThatBeginsInTheRangeIsFoundEvenWhereItEndsAfterIt() {
    assertThat(in("the tenancy", 0, 5)).isTrue();
    assertThat(in("the tenancy", 0, 4)).isFalse();
    assertThat(in("the tenancy", 5, 11)).isFalse();
  }

  @Test
  void lettersCountInTheirCase() {
    assertThat(in("by Quillon", 0, 10)).isTrue();
    assertThat(in("by quillon", 0, 10)).isFalse();
  }

  @Test
  void aStringAtTheEndOfTheTextCounts() {
    assertThat(in("pay 7", 0, 5)).isTrue();
    assertThat(in("tenan", 0, 5)).isFalse();
  }

  @Test
  void lettersBeyondAsciiHideNothing() {
    assertThat(in("7’", 0, 2)).isTrue();
    assertThat(in("é7£", 0, 3)).isTrue();
    assertThat(in("’ lease", 0, 7)).isTrue();
    assertThat(in("a’", 0, 2)).isFalse();
  }

  private boolean in(String text, int from, int to) {
    return triggers.in(text.toCharArray(), new TextRange(from, to));
  }
}
