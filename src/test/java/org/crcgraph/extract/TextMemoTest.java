package org.crcgraph.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.crcgraph.model.TextRange;
import org.junit.jupiter.api.Test;

/** What is remembered of stretches of text, and how much. */
final class TextMemoTest {
  private final TextMemo<String> memo = new TextMemo<>(100);

  @Test
  void theSameCharactersElsewhereAreKnown() {
    memo.put("--abc".toCharArray(), new TextRange(2, 5), "letters");

    assertThat(memo.get("abc".toCharArray(), new TextRange(0, 3))).isEqualTo("letters");
  }

  @Test
  void otherCharactersOfTheSameHashAreNot() {
    // "Aa" and "BB" have the same hash.
    memo.put("Aa".toCharArray(), new TextRange(0, 2), "first");

    assertThat(memo.get("BB".toCharArray(), new TextRange(0, 2))).isNull();
  }

  @Test
  void aTextThatChangesAfterwardsChangesNothing() {
    char[] text = "abc".toCharArray();
    memo.put(text, new TextRange(0, 3), "letters");
    text[0] = 'x';

    assertThat(memo.get("abc".toCharArray(), new TextRange(0, 3))).isEqualTo("letters");
    assertThat(memo.get(text, new TextRange(0, 3))).isNull();
  }

  @Test
  void whatIsAskedForStaysAndTheRestIsForgotten() {
    char[] often = "often".toCharArray();
    memo.put(often, new TextRange(0, 5), "often");
    memo.put("never".toCharArray(), new TextRange(0, 5), "never");
    for (int i = 0; i < 1_000; i++) {
      char[] other = String.format("%010d", i).toCharArray();
      memo.put(other, new TextRange(0, 10), "number");

      assertThat(memo.get(often, new TextRange(0, 5))).isEqualTo("often");
      assertThat(memo.characters()).isLessThanOrEqualTo(200);
    }

    assertThat(memo.get("never".toCharArray(), new TextRange(0, 5))).isNull();
  }

  @Test
  void aStretchThatFillsTheMemoAloneIsNotKept() {
    memo.put(new char[101], new TextRange(0, 101), "long");

    assertThat(memo.characters()).isZero();
  }
}
