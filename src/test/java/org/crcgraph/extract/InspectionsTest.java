package org.crcgraph.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.crcgraph.model.Annotation;
import org.crcgraph.model.EntityRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts of these tests are written on 15 June 2018. */
class InspectionsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          HM Inspectorate of Probation spent two weeks last October inspecting Eastshire CRC. | 2017-10 |
          HM Inspectorate of Probation inspected Eastshire CRC in March and April and published its report today. | 2018-03 | 2018-06-15
          HM Inspectorate of Probation published its report on Eastshire CRC earlier this month. | | 2018-06
          Last month HM Inspectorate of Probation reported on Eastshire CRC. | | 2018-05
          The May inspection of Eastshire CRC was a disappointment. | 2018-05 |
          The inspectorate’s report on Eastshire CRC, published on Tuesday, is kind. | | 2018-06-12
          Inspectors are due to publish their report on Eastshire CRC next month. | | 2018-07
          A report published today (14 June 2018) by the inspectorate praises Eastshire CRC. | | 2018-06-14
          HM Inspectorate of Probation inspected Eastshire CRC in 2016/17. | 2016 |
          Eastshire CRC was criticised by inspectors in February. | | 2018-02
          """)
  void anInspectionIsDatedByItsFieldworkAndByItsReport(
      String text, String period, String published) {
    List<Annotation.Inspection> found = inspections(text);

    assertThat(found).hasSize(1);
    assertThat(subjects(found.get(0))).isEqualTo("Eastshire CRC");
    assertThat(String.valueOf(found.get(0).period())).isEqualTo(String.valueOf(period));
    assertThat(String.valueOf(found.get(0).published())).isEqualTo(String.valueOf(published));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The Public Accounts Committee has begun an inquiry into the Ministry of Justice’s spending. | Ministry of Justice
          The inspectorate published its report on the National Probation Service today. | National Probation Service
          The inspectorate’s report on Eastshire CRC, which Brightwell runs beside Northshire CRC, is out. | Eastshire CRC
          The inspectorate’s report on Eastshire CRC, the only CRC with a choir, is out. | Eastshire CRC
          The thematic review of lodgings by HM Inspectorate of Probation appeared in May 2017. |
          """)
  void whoWasInspectedIsToldByItsName(String text, String subject) {
    List<Annotation.Inspection> found = inspections(text);

    assertThat(found).hasSize(1);
    assertThat(subjects(found.get(0))).isEqualTo(subject == null ? "" : subject);
  }

  @Test
  void theInspectionBeforeIsAnotherAndLendsNoDate() {
    List<Annotation.Inspection> found =
        inspections(
            "Today the inspectorate published its report on Eastshire CRC.\n"
                + "Inspectors last inspected Eastshire CRC in 2014.");

    assertThat(found).hasSize(2);
    assertThat(found.get(0).period()).isNull();
    assertThat(found.get(1).period()).hasToString("2014");
  }

  @Test
  void aSentenceMayTellOfTwoInspections() {
    List<Annotation.Inspection> found =
        inspections(
            "The inspectorate compared its inspection of Eastshire CRC with the first inspection of"
                + " Northshire CRC.");

    assertThat(found)
        .extracting(InspectionsTest::subjects)
        .containsExactly("Eastshire CRC", "Northshire CRC");
  }

  @Test
  void reportsOnSeveralCrcsAreOneEach() {
    List<Annotation.Inspection> found =
        inspections("The inspectorate published reports on Eastshire CRC and Northshire CRC.");

    assertThat(found).hasSize(2);
  }

  @Test
  void whatFollowsAsTheFirstOfItsKindIsTheInspectionToldBefore() {
    List<Annotation.Inspection> found =
        inspections(
            "The inspectorate published its report on Eastshire CRC today.\n"
                + "This was the first inspection of a CRC in Middleham.");

    assertThat(found).hasSize(1);
  }

  @Test
  void aCompanyMayAuditItself() {
    List<Annotation.Inspection> found =
        inspections("Eastshire CRC was late. An audit by Brightwell itself had foreseen it.");

    assertThat(found).hasSize(1);
    assertThat(found.get(0).inspector().name()).isEqualTo("Brightwell");
    assertThat(subjects(found.get(0))).isEqualTo("Eastshire CRC");
  }

  @Test
  void aPageHeadedByACommitteeAndATitleIsItsReport() {
    List<Annotation.Inspection> found =
        inspections(
            "Public Accounts Committee\nPayments to Community Rehabilitation Companies\n"
                + "Ninth Report of Session 2017–19");

    assertThat(found).hasSize(1);
    assertThat(found.get(0).title()).isEqualTo("Payments to Community Rehabilitation Companies");
  }

  @Test
  void aPageOfTheInspectorateMayBeTheReport() {
    List<Annotation.Inspection> found =
        inspections("HM Inspectorate of Probation\nAn inspection of Eastshire CRC\nIt was good.");

    assertThat(found).hasSize(1);
    assertThat(found.get(0).title()).isEqualTo("An inspection of Eastshire CRC");
    assertThat(found.get(0).published()).hasToString("2018-06-15");
  }

  private static List<Annotation.Inspection> inspections(String text) {
    return new InspectionExtractor(Invented.lexicon()).extract(Invented.reading(text));
  }

  private static String subjects(Annotation.Inspection inspection) {
    return inspection.subjects().stream().map(EntityRef::name).collect(Collectors.joining("; "));
  }
}
