package org.crcgraph.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class StatementCopiesTest {
  private static final String WORDS =
      "We opened the Ashford hub in spring. Each week forty people come to it, and most of them come"
          + " back. The rent is paid until the end of next year. What we need now is a second van,"
          + " because the villages have no bus after six o’clock.";

  private static final String RESTYLED =
      "we opened the Ashford hub in spring.  Each week forty people come to it - and most of them"
          + " come back. The rent is paid until the end of next year. What we need now is a second"
          + " van, because the villages have no bus after six o'clock";

  private static final String CUT =
      "We opened the Ashford hub in spring. Each week forty people come to it, and most of them come"
          + " back. What we need now is a second van, because the villages have no bus after six"
          + " o’clock.";

  private static final String OTHER =
      "Nobody asked the staff before the keys were handed over. They read of it in the paper, and"
          + " some of them are reading still, while the phones ring in an empty room downstairs.";

  @Test
  void aRestyledCopyHasTheSameDigest() {
    assertThat(StatementKey.of(RESTYLED)).isEqualTo(StatementKey.of(WORDS));
    assertThat(StatementKey.of(RESTYLED).digest()).isEqualTo(StatementKey.of(WORDS).digest());
  }

  @Test
  void ampersandAndQuotationMarksAreFolded() {
    assertThat(StatementKey.fold("“Bricks & mortar”,  they   said"))
        .isEqualTo("bricks and mortar they said");
  }

  @Test
  void aCopyWithASentenceCutIsAlikeAndOtherWordsAreNot() {
    StatementKey words = StatementKey.of(WORDS);

    assertThat(words.likeness(StatementKey.of(CUT))).isGreaterThan(0.6);
    assertThat(words.likeness(StatementKey.of(OTHER))).isLessThan(0.1);
    assertThat(StatementKey.of(CUT)).isNotEqualTo(words);
  }

  @Test
  void copiesShareOneRepresentativeInWhateverOrderTheyCome() {
    List<StatementKey> keys = new ArrayList<>();
    for (String text : List.of(WORDS, RESTYLED, CUT, OTHER, "Nothing is signed yet.")) {
      keys.add(StatementKey.of(text));
    }
    StatementCopies first = StatementCopies.of(keys);
    StatementKey representative = first.representative(StatementKey.of(WORDS));

    assertThat(first.representative(StatementKey.of(CUT))).isEqualTo(representative);
    assertThat(first.representative(StatementKey.of(OTHER))).isEqualTo(StatementKey.of(OTHER));
    for (int seed = 0; seed < 10; seed++) {
      Collections.shuffle(keys, new Random(seed));
      assertThat(StatementCopies.of(keys).representative(StatementKey.of(CUT)))
          .isEqualTo(representative);
    }
  }

  @Test
  void shortSentencesThatDifferInAWordStayApart() {
    StatementKey yes = StatementKey.of("All options are on the table.");
    StatementKey no = StatementKey.of("No options are on the table.");

    StatementCopies copies = StatementCopies.of(List.of(yes, no));

    assertThat(copies.representative(yes)).isEqualTo(yes);
    assertThat(copies.representative(no)).isEqualTo(no);
  }

  @Test
  void manyDifferentStatementsAreGroupedInLinearTime() {
    Random random = new Random(7);
    List<StatementKey> keys = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int w = 0; w < 20; w++) {
        text.append("word").append(random.nextInt(5000)).append(' ');
      }
      keys.add(StatementKey.of(text.toString()));
    }

    StatementCopies copies = StatementCopies.of(keys);

    assertThat(keys.stream().map(copies::representative).distinct()).hasSize(20_000);
  }
}
