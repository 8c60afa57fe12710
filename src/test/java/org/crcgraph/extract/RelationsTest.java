package org.crcgraph.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.crcgraph.model.Annotation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who owns, supplies, inspects and contracts with whom, in wordings of many kinds. */
final class RelationsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Brightwell, the services group which now runs Eastshire CRC, was paid. | Brightwell > Eastshire CRC
          Eastshire CRC, which Brightwell has owned since 2015, was rated good. | Brightwell > Eastshire CRC
          Eastshire CRC was itself snapped up by Brightwell. | Brightwell > Eastshire CRC
          Probation in Eastshire is run by Brightwell. | Brightwell > Eastshire CRC
          Brightwell was awarded the contract to run probation services in Eastshire. | Brightwell > Eastshire CRC
          The contracts for Eastshire and Northshire were transferred to Brightwell. | Brightwell > Eastshire CRC; Brightwell > Northshire CRC
          Ministers handed Eastshire and Northshire to Brightwell. | Brightwell > Eastshire CRC; Brightwell > Northshire CRC
          Brightwell owns the Eastshire and Northshire CRCs. | Brightwell > Eastshire CRC; Brightwell > Northshire CRC
          Greenvale comprises Brightwell and Oakwood. | Brightwell > Greenvale; Oakwood > Greenvale
          Greenvale, an Oakwood-led partnership, runs Eastshire CRC. | Oakwood > Greenvale; Greenvale > Eastshire CRC
          The sale of Oakwood to Brightwell went unnoticed. | Brightwell > Oakwood
          Brightwell won six of the CRCs and took them over in May. Oakwood runs Eastshire CRC. | Brightwell > Community Rehabilitation Companies; Oakwood > Eastshire CRC
          Work in Eastshire, part of the Community Rehabilitation Company (CRC) owned by Brightwell, stopped. Ask Northshire CRC. | Brightwell > Northshire CRC
          Greenvale was formed when Brightwell, the services group that owns it, split. | Brightwell > Greenvale
          Brightwell, which runs Eastshire CRC and four other probation companies, has grown. | Brightwell > Eastshire CRC; Brightwell > Community Rehabilitation Companies
          Brightwell, which sold Greenvale last year, has grown. | Brightwell > Greenvale
          The day centre that Redwell runs for Eastshire CRC was shut. |
          Brightwell did not bid for Eastshire CRC. |
          Brightwell could take over Eastshire CRC. |
          The union met managers of Eastshire CRC and Brightwell. |
          The CRC is owned by somebody else. |
          """)
  void ownersAreReadFromTheClause(String text, String expected) {
    Reading reading = Invented.reading(text);

    List<String> found =
        new OwnershipExtractor(Invented.lexicon())
            .extract(reading).stream()
                .map(record -> record.owner().name() + " > " + record.owned().name())
                .distinct()
                .toList();

    assertThat(found).containsExactlyInAnyOrderElementsOf(pairs(expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Redwell was commissioned by Eastshire CRC to run a day centre. | Redwell > Eastshire CRC
          Eastshire CRC outsourced its mentoring to Redwell. | Redwell > Eastshire CRC
          Mentoring at Eastshire CRC is provided by Redwell. | Redwell > Eastshire CRC
          Redwell, the charity which Eastshire CRC pays to do this, has closed. | Redwell > Eastshire CRC
          Brightwell and its partner Redwell said no. | Redwell > Brightwell
          Redwell is Brightwell’s main subcontractor. | Redwell > Brightwell
          Redwell has been running courses on behalf of Eastshire CRC. | Redwell > Eastshire CRC
          Redwell teaches men to read for Eastshire CRC. | Redwell > Eastshire CRC
          Redwell is a subcontractor of Brightwell in Northshire. | Redwell > Brightwell
          Brightwell runs Eastshire CRC in partnership with the charity Redwell. | Redwell > Brightwell
          Redwell, one of five charities with which Brightwell works, has shut. | Redwell > Brightwell
          Redwell is owed £40,000 by Eastshire CRC. | Redwell > Eastshire CRC
          Eastshire CRC pays Redwell for mentoring and Greenvale for housing advice. | Redwell > Eastshire CRC; Greenvale > Eastshire CRC
          Housing advice at Eastshire CRC was the responsibility of Redwell. | Redwell > Eastshire CRC
          Redwell has given notice on its agreement with Eastshire CRC. | Redwell > Eastshire CRC
          Brightwell holds a contract from the Home Office. | Brightwell > Home Office
          Brightwell was awarded six areas in partnership with the charity Redwell. | Redwell > Brightwell
          Eastshire CRC has a good relationship with Redwell. | Redwell > Eastshire CRC
          It was set up as a partnership between Eastshire CRC and Redwell. | Redwell > Eastshire CRC
          Eastshire CRC works with charities such as Redwell. | Redwell > Eastshire CRC
          The charities that Eastshire CRC commissioned to run it (Redwell and others) are small. | Redwell > Eastshire CRC
          Redwell is a Eastshire CRC supply chain partner. | Redwell > Eastshire CRC
          Redwell holds a subcontract from Brightwell. | Redwell > Brightwell
          Redwell handed back a contract with Brightwell. | Redwell > Brightwell
          Greenvale left, and Redwell will not renew its deal with Brightwell. | Redwell > Brightwell
          Greenvale maintains offices for the National Probation Service. | Greenvale > National Probation Service
          Eastshire CRC provides courses for the National Probation Service. | Eastshire CRC > National Probation Service
          Hostels are run by a consortium led by Redwell on behalf of Eastshire CRC. | Redwell > Eastshire CRC
          Greenvale runs the systems used by Eastshire CRC. | Greenvale > Eastshire CRC
          Housing advice at Eastshire CRC is provided through Redwell. | Redwell > Eastshire CRC
          Brightwell, together with Oakwood, spoke to Redwell. |
          Redwell, the charity that provides hostels, wrote to Eastshire CRC. |
          Redwell criticised Eastshire CRC. |
          Redwell withdrew its bid for the contracts of Eastshire CRC. |
          Redwell will say what it thinks of Eastshire CRC. |
          Brightwell bought Greenvale. |
          Brightwell runs Eastshire CRC. |
          """)
  void suppliersAreReadFromTheClause(String text, String expected) {
    Reading reading = Invented.reading(text);

    List<String> found =
        new SupplyExtractor(Invented.lexicon())
            .extract(reading).stream()
                .map(record -> record.supplier().name() + " > " + record.customer().name())
                .toList();

    assertThat(found).containsExactlyInAnyOrderElementsOf(pairs(expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Brightwell was stripped of its contract for Eastshire CRC. | TERMINATION
          Brightwell handed back its contract for Eastshire CRC. | TERMINATION
          Eastshire CRC has scrapped its deal with Redwell. | TERMINATION
          The contract of Eastshire CRC has been rolled over until March. | EXTENSION
          Ministers have rewritten the terms for Brightwell. | VARIATION
          Ministers paid Brightwell £5 million more over the life of the contract. | VARIATION
          Brightwell won six. | AWARD
          Brightwell was successful in two areas. | AWARD
          Redwell was named as Eastshire CRC’s new provider of mentoring. | AWARD
          The Home Office has dropped Brightwell. | TERMINATION
          The contracts of Eastshire CRC would close two years early. | TERMINATION
          """)
  void whatHappensToAContractIsToldInManyWays(String text, Annotation.ContractEvent event) {
    List<Annotation.Contract> contracts =
        new ContractExtractor(Invented.lexicon()).extract(Invented.reading(text));

    assertThat(contracts).hasSize(1);
    assertThat(contracts.get(0).event()).isEqualTo(event);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Brightwell was awarded two contracts to run Eastshire CRC and Northshire CRC. | Brightwell
          Since 2014 Brightwell has won contracts worth £30 million, according to Greenvale. | Brightwell
          Greenvale and Oakwood have been removed from the ministry’s contract. | Greenvale; Oakwood
          Other preferred bidders include Greenvale and Oakwood. | Greenvale; Oakwood
          Brightwell was awarded six contracts in partnership with the charity Redwell. | Brightwell
          A private firm has won a probation contract. | null
          Ministers awarded contracts to firms including Brightwell and Oakwood. | null
          Ministers announced probation contracts worth £450 million. | Community Rehabilitation Companies
          Greenvale’s probation contract has been cut short. | Greenvale
          Ministers stripped Greenvale of its contract. | Greenvale
          The contract was let to Oakwood after Brightwell had gone. | Oakwood
          Contracts to monitor people on probation were awarded to Greenvale. | Greenvale
          Ministers decided to award the security firm Greenvale a £2 million contract. | Greenvale
          Greenvale said that it must bid to win a new contract. | Nobody
          A private firm was paid by Brightwell. It won a probation contract. | null
          """)
  void whoSuppliesIsReadFromTheVerb(String text, String suppliers) {
    List<String> expected = suppliers.equals("Nobody") ? List.of() : pairs(suppliers);
    List<String> found =
        new ContractExtractor(Invented.lexicon())
            .extract(Invented.reading(text)).stream()
                .map(record -> record.supplier() == null ? "null" : record.supplier().name())
                .toList();

    assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void theContractIsTheOneToldBefore() {
    List<Annotation.Contract> contracts =
        new ContractExtractor(Invented.lexicon())
            .extract(
                Invented.reading(
                    "Greenvale has won a contract from the Home Office.\nThe contract is worth £9"
                        + " million over four years."));

    assertThat(contracts).hasSize(2);
    assertThat(contracts.get(1).supplier()).isEqualTo(Invented.GREENVALE.ref());
    assertThat(contracts.get(1).buyer()).isEqualTo(Invented.HOME_OFFICE.ref());
  }

  @Test
  void aContractMayBeToldByPronounsAlone() {
    List<Annotation.Contract> contracts =
        new ContractExtractor(Invented.lexicon())
            .extract(
                Invented.reading("Greenvale has lost its probation contract.\nIt won it in 2012."));

    assertThat(contracts).hasSize(2);
    assertThat(contracts.get(1).supplier()).isEqualTo(Invented.GREENVALE.ref());
    assertThat(contracts.get(1).event()).isEqualTo(Annotation.ContractEvent.AWARD);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Greenvale repaid £100 million on its probation contracts. |
          Ministers tore up the probation contracts at a cost of £170 million. |
          The probation contracts have saved £25 million. |
          Ministers will spend £90 million on the probation contracts. | 90000000
          """)
  void aSumOfAnotherKindIsNoPrice(String text, Long value) {
    List<Annotation.Contract> contracts =
        new ContractExtractor(Invented.lexicon()).extract(Invented.reading(text));

    assertThat(contracts)
        .allSatisfy(
            contract ->
                assertThat(contract.value() == null ? null : contract.value().longValue())
                    .isEqualTo(value));
    assertThat(value == null || !contracts.isEmpty()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Brightwell’s probation contract runs for seven years with a possible extension. |
          Payments to Brightwell rose above its agreed contract worth £2 million. |
          Ministers want new probation contracts worth £3 million by the end of 2020. |
          Greenvale is to take over the probation contract at the end of the year. | AWARD
          """)
  void whatMayComeOrIsKnownIsNoEvent(String text, Annotation.ContractEvent event) {
    List<Annotation.Contract> contracts =
        new ContractExtractor(Invented.lexicon()).extract(Invented.reading(text));

    assertThat(contracts).hasSize(1);
    assertThat(contracts.get(0).event()).isEqualTo(event);
  }

  @Test
  void aHeadingOpensAListOfSuppliersAndALabelNamesTheService() {
    Reading reading =
        Invented.reading(
            "Eastshire CRC\nOur supply chain\n• Redwell – mentoring\nHousing advice: Redwell");

    List<Annotation.Supply> supplies = new SupplyExtractor(Invented.lexicon()).extract(reading);

    assertThat(supplies).hasSize(1);
    assertThat(supplies.get(0).supplier()).isEqualTo(Invented.REDWELL.ref());
    assertThat(supplies.get(0).customer()).isEqualTo(Invented.EASTSHIRE.ref());
  }

  @Test
  void aSentenceMayTellOfTwoContracts() {
    List<Annotation.Contract> contracts =
        new ContractExtractor(Invented.lexicon())
            .extract(
                Invented.reading(
                    "Ministers cancelled the contract of Brightwell and signed a new contract worth"
                        + " £9 million with Oakwood."));

    assertThat(contracts).hasSize(2);
  }

  @Test
  void aCharityHasItsContractWithTheCrc() {
    List<Annotation.Contract> contracts =
        new ContractExtractor(Invented.lexicon())
            .extract(Invented.reading("Redwell has lost its contract with Eastshire CRC."));

    assertThat(contracts.get(0).buyer()).isEqualTo(Invented.EASTSHIRE.ref());
    assertThat(contracts.get(0).supplier()).isEqualTo(Invented.REDWELL.ref());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Inspectors were in Middleham in March 2017. | 2017-03 |
          The inspectorate went to Middleham in March 2017. | 2017-03 |
          The inspectorate found last year that half the people in Middleham had no plan. | | 2017
          The inspectorate’s report on Eastshire CRC came out in March 2017 and was based on 60 cases. | | 2017-03
          Eastshire CRC was judged ‘Good’ by the inspectorate in March 2017. | | 2017-03
          """)
  void inspectionsAreToldByPlaceAndTime(String text, String period, String published) {
    List<Annotation.Inspection> inspections =
        new InspectionExtractor(Invented.lexicon()).extract(Invented.reading(text));

    assertThat(inspections).hasSize(1);
    assertThat(String.valueOf(inspections.get(0).period())).isEqualTo(String.valueOf(period));
    assertThat(String.valueOf(inspections.get(0).published())).isEqualTo(String.valueOf(published));
  }

  @Test
  void whatEndingAContractCostsIsNotItsPrice() {
    Reading reading =
        Invented.reading("Ending the CRC contracts early will cost ministers £171 million.");

    List<Annotation.Contract> contracts =
        new ContractExtractor(Invented.lexicon()).extract(reading);

    assertThat(contracts).hasSize(1);
    assertThat(contracts.get(0).value()).isNull();
    assertThat(contracts.get(0).event()).isEqualTo(Annotation.ContractEvent.TERMINATION);
  }

  @Test
  void anEarlierRatingIsAnotherInspection() {
    Reading reading =
        Invented.reading(
            "Today’s inspection of Eastshire CRC was kind.\nEastshire CRC was rated ‘Inadequate’ in"
                + " 2016.");

    List<Annotation.Inspection> inspections =
        new InspectionExtractor(Invented.lexicon()).extract(reading);

    assertThat(inspections).hasSize(2);
  }

  @Test
  void aRuleSeenOftenIsTrustedMoreThanOneSeenOnce() {
    RuleCounts counts = RuleCounts.of(Invented.lexicon());

    double often = counts.confidence("figure.percent").orElseThrow();
    double once = counts.confidence("ownership.through").orElseThrow();

    assertThat(often).isBetween(0.9, 1.0);
    assertThat(once).isBetween(0.5, 0.7);
    assertThat(counts.confidence("figure.unheard-of")).isEmpty();
  }

  private static List<String> pairs(String expected) {
    return expected == null ? List.of() : List.of(expected.split("\\s*;\\s*"));
  }
}
