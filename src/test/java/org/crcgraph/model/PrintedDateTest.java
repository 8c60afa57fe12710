package org.crcgraph.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PrintedDateTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Friday 3rd May 2019 | 2019-05-03",
        "on Sunday, 9 September 2012 | 2012-09-09",
        "3\u00a0May\u00a02019 | 2019-05-03",
        "the 1st of June 2018 | 2018-06-01",
        "May 3, 2019 | 2019-05-03",
        "Sept. 2017 | 2017-09",
        "March 2016 | 2016-03",
        "03/05/2019 | 2019-05-03",
        "since 2019-05-03 | 2019-05-03",
      })
  void aPrintedDateIsReadWithItsPrecision(String text, String date) {
    assertThat(PrintedDate.first(text, new TextRange(0, text.length())))
        .hasValueSatisfying(found -> assertThat(found.date()).hasToString(date));
  }

  @ParameterizedTest
  @CsvSource({"31 February 2019", "maybe 2019", "4 October", "99/99/2019", "00/01/2019"})
  void whatIsNoDateWithAYearIsPassedOver(String text) {
    assertThat(PrintedDate.first(text, new TextRange(0, text.length()))).isEmpty();
  }

  @Test
  void aDayWithoutAYearIsReadWhereTheYearIsKnown() {
    String text = "published today (Tuesday 4 October)";
    assertThat(PrintedDate.all(text, new TextRange(0, text.length()), 2016))
        .extracting(found -> found.date().toString())
        .containsExactly("2016-10-04");
  }
}
