package org.crcgraph.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.crcgraph.model.Annotation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          A quarter of a million offenders are with the CRCs. | 250000 | people | offenders
          Half a million offenders are with the CRCs. | 500000 | people | offenders
          The CRCs look after 262,000 criminals. | 262000 | people | criminals
          The CRCs saw 4,000 medium and low-risk convicts who had left prison. | 4000 | people | medium and low-risk convicts
          Eastshire CRC has helped 1,200 service users since it opened and its office has moved. | 1200 | people | service users
          Inspectors rated four probation services as ‘Good’. | 4 | |
          Since then the price of Brightwell shares has fallen by 70 per cent. | 70 | percent | Since then the price of Brightwell shares
          Eastshire CRC was paid £140K. | 140000 | GBP | Eastshire CRC was paid
          """)
  void aNumberIsReadWithWhatItCounts(String text, String value, String unit, String indicator) {
    List<Annotation.Figure> found = figures(text);

    assertThat(found).hasSize(1);
    assertThat(found.get(0).value()).isEqualByComparingTo(value);
    assertThat(found.get(0).unit()).isEqualTo(unit);
    if (indicator != null) {
      assertThat(found.get(0).indicator()).isEqualTo(indicator);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          date 2018-03-28 Tens of thousands of offenders wait.
          He had 22 convictions for 45 offences when Eastshire CRC met him.
          """)
  void datesAndOneMansRecordAreNoFigures(String text) {
    assertThat(figures(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Brightwell has trouble. Its share price has fallen by 70 per cent. | Brightwell
          The minister spoke of a £700 million hole in the Department. | Ministry of Justice
          Orla Marlow told Brightwell that 40 per cent of plans were late. | Brightwell
          The cost of Middleham hospitals rose by £20 million. |
          """)
  void aFigureIsOfWhoeverHasIt(String text, String subject) {
    List<Annotation.Figure> found = figures(text);

    assertThat(found).hasSize(1);
    assertThat(found.get(0).subject() == null ? null : found.get(0).subject().name())
        .isEqualTo(subject);
  }

  @Test
  void halfOfOneThingMayFollowAnotherShare() {
    assertThat(figures("A fifth of cases and half of offenders were with Eastshire CRC."))
        .hasSize(2);
  }

  private static List<Annotation.Figure> figures(String text) {
    return new FigureExtractor(Invented.lexicon())
        .extract(Invented.reading(text.replace(". Its", ".\nIts")));
  }
}
