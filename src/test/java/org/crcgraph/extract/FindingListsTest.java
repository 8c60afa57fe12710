package org.crcgraph.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class FindingListsTest {
  @Test
  void eachItemUnderAPronounThatSaysIsSaidByThePersonNamedBefore() {
    assertThat(
            Spoken.in(
                "Ada Marsh went to the yard in May.\nShe found:\n• the roof had come off\n"
                    + "• nobody had the keys"))
        .contains(
            "Ada Marsh reported: the roof had come off", "Ada Marsh reported: nobody had the keys");
  }

  @Test
  void eachItemUnderTheReportIsSaidByItsAuthor() {
    assertThat(
            Spoken.in(
                "HM Inspectorate of Probation has published a report on the yard.\n"
                    + "The report says:\n• the roof had come off\n• nobody had the keys"))
        .contains(
            "HM Inspectorate of Probation reported: the roof had come off",
            "HM Inspectorate of Probation reported: nobody had the keys");
  }
}
