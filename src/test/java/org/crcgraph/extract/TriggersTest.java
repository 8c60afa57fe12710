package org.crcgraph.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.crcgraph.model.TextRange;
import org.junit.jupiter.api.Test;

/** What a sentence must hold for rules to be tried there. */
final class TriggersTest {
  private final Triggers triggers =
      new Triggers(List.of(List.of("7", " lease"), List.of("Quill", "tenanc", "tenor")));

  @Test
  void aStringThatBeginsInTheRangeIsFoundEvenWhereItEndsAfterIt() {
    assertThat(in("the tenancy", 0, 5)).isEqualTo(2);
    assertThat(in("the tenancy", 0, 4)).isZero();
    assertThat(in("the tenancy", 5, 11)).isZero();
  }

  @Test
  void everySetIsAskedFor() {
    assertThat(in("a lease of 7 years, a tenor", 0, 27)).isEqualTo(3);
    assertThat(in("a lease of years", 0, 16)).isEqualTo(1);
  }

  @Test
  void lettersCountInTheirCase() {
    assertThat(in("by Quillon", 0, 10)).isEqualTo(2);
    assertThat(in("by quillon", 0, 10)).isZero();
  }

  @Test
  void aStringAtTheEndOfTheTextCounts() {
    assertThat(in("pay 7", 0, 5)).isEqualTo(1);
    assertThat(in("tenan", 0, 5)).isZero();
  }

  @Test
  void lettersBeyondAsciiHideNothing() {
    assertThat(in("7’", 0, 2)).isEqualTo(1);
    assertThat(in("é7£", 0, 3)).isEqualTo(1);
    assertThat(in("’ lease", 0, 7)).isEqualTo(1);
    assertThat(in("a’", 0, 2)).isZero();
  }

  private int in(String text, int from, int to) {
    return triggers.in(text.toCharArray(), new TextRange(from, to));
  }
}
