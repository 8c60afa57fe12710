package org.crcgraph.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Owners and what they own in the wordings of newspapers, press releases, tables and lists. */
final class OwnershipWordingsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Greenvale is owned by an Irish asset management company, Brightwell. | Brightwell > Greenvale
          Brightwell recently took over the running of Eastshire CRC. | Brightwell > Eastshire CRC
          Brightwell will assume legal ownership of five CRCs. | Brightwell > Community Rehabilitation Companies
          Brightwell, one of the owners of 6 of the 21 newly formed CRCs, is cutting jobs. | Brightwell > Community Rehabilitation Companies
          Brightwell was given the contracts for Eastshire and Northshire. | Brightwell > Eastshire CRC; Brightwell > Northshire CRC
          Brightwell has won Eastshire and Northshire. | Brightwell > Eastshire CRC; Brightwell > Northshire CRC
          Brightwell, led by a Frenchman, together with the charity Redwell, will manage services in Eastshire; and Northshire. | Brightwell > Eastshire CRC; Brightwell > Northshire CRC
          Oakwood will take over the two Brightwell CRCs. | Brightwell > Community Rehabilitation Companies; Oakwood > Community Rehabilitation Companies
          Brightwell bid with the firm Oakwood. Together the companies will run Eastshire CRC. | Brightwell > Eastshire CRC; Oakwood > Eastshire CRC
          The new owners – Brightwell, a private company – now run probation services in this city as well as in Eastshire. | Brightwell > Eastshire CRC
          Six of the CRC contracts will go to the company Brightwell. | Brightwell > Community Rehabilitation Companies
          The two companies – Eastshire CRC, under review, and Northshire CRC – have been handed to Brightwell. | Brightwell > Eastshire CRC; Brightwell > Northshire CRC
          Brightwell won six contracts for CRCs. Oakwood, a charity (it says), won five. | Brightwell > Community Rehabilitation Companies; Oakwood > Community Rehabilitation Companies
          Brightwell is responsible for the delivery of services through CRCs (CRCs) in Eastshire; and Northshire. | Brightwell > Eastshire CRC; Brightwell > Northshire CRC
          Greenvale, the firm on which you write (Why here?, 1 May), was bought by Brightwell. | Brightwell > Greenvale
          Oakwood, which runs two CRCs (Eastshire; Northshire), went under with Brightwell, owners of Greenvale, taking over. | Oakwood > Eastshire CRC; Oakwood > Northshire CRC; Brightwell > Greenvale
          Brightwell and its sister companies run Eastshire CRC. | Brightwell > Eastshire CRC
          Part of Brightwell, Eastshire CRC has 200 staff. | Brightwell > Eastshire CRC
          In May Brightwell bought Oakwood | Brightwell > Oakwood
          Oakwood, part of the worldwide Brightwell group, and newcomer Greenvale are bidding. | Brightwell > Oakwood
          """)
  void verbs(String text, String expected) {
    assertOwners(text, expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Greenvale, a broker, was sold to a listed training company Brightwell for £9m. | Brightwell > Greenvale
          Brightwell has completed the acquisition of all of the outstanding equity of Greenvale. | Brightwell > Greenvale
          Brightwell agrees to buy 100% of Greenvale. | Brightwell > Greenvale
          Staff were sold a pension by Brightwell at Greenvale. |
          """)
  void sales(String text, String expected) {
    assertOwners(text, expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Brightwell won it under a joint venture called Greenvale with the charity Redwell. | Brightwell > Greenvale; Redwell > Greenvale
          Greenvale is a partnership between the prisons and skills company, Brightwell and Oakwood. | Brightwell > Greenvale; Oakwood > Greenvale
          Greenvale is a new company, formed through a partnership between the firm Oakwood and some charities. | Oakwood > Greenvale
          Greenvale is a joint venture between a charity called Hope and Oakwood. | Oakwood > Greenvale
          The Greenvale partnership includes the charity Redwell; the services firm Oakwood; and Brightwell. | Redwell > Greenvale; Oakwood > Greenvale; Brightwell > Greenvale
          Brightwell’s joint venture with Redwell and Oakwood, the Greenvale partnership, has won. | Brightwell > Greenvale; Redwell > Greenvale; Oakwood > Greenvale
          Greenvale is a public, private and voluntary company whose shareholders are the state, Brightwell and Oakwood. | Brightwell > Greenvale; Oakwood > Greenvale
          Brightwell made new terms with Greenvale. |
          Oakwood and the charity Redwell are part of Greenvale. | Oakwood > Greenvale; Redwell > Greenvale
          """)
  void jointVentures(String text, String expected) {
    assertOwners(text, expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The CRCs passed into new hands. Brightwell took six and Oakwood five. | Brightwell > Community Rehabilitation Companies; Oakwood > Community Rehabilitation Companies
          The CRCs were let. Three of them went to Brightwell. | Brightwell > Community Rehabilitation Companies
          The 21 CRCs have few owners:~• Brightwell, a catering group, with the firm Oakwood: two areas, Eastshire and Northshire~• Oakwood: one | Brightwell > Community Rehabilitation Companies; Brightwell > Eastshire CRC; Brightwell > Northshire CRC; Oakwood > Community Rehabilitation Companies
          The CRCs are small. Brightwell took six of the prizes and Oakwood has 40. |
          The prizes were given. Brightwell took six and Oakwood five. |
          Eastshire CRC, another Brightwell company, is late. | Brightwell > Eastshire CRC
          """)
  void counts(String text, String expected) {
    assertOwners(text.replace('~', '\n'), expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Greenvale owner Brightwell has published its results. | Brightwell > Greenvale
          Eastshire CRC has moved. The new owners, Brightwell, sold the office. | Brightwell > Eastshire CRC
          Eastshire CRC: dear colleague, on Friday Brightwell became your new owner. | Brightwell > Eastshire CRC
          Brightwell says that the group’s Greenvale unit does well. | Brightwell > Greenvale
          In Eastshire, Brightwell has been named as the new provider of probation services. | Brightwell > Eastshire CRC
          Brightwell will provide probation services in Eastshire. | Brightwell > Eastshire CRC
          Brightwell’s CRC in Eastshire did well. | Brightwell > Eastshire CRC
          Brightwell provides cleaning services in Eastshire. |
          Eastshire CRC has a desk at a Brightwell-run prison. |
          """)
  void owners(String text, String expected) {
    assertOwners(text, expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '@',
      textBlock =
          """
          The CRC contracts went to:|• Brightwell (Eastshire; Northshire)|• Oakwood (three others) @ Brightwell > Eastshire CRC; Brightwell > Northshire CRC
          The CRCs have two owners. These are Brightwell (6) and Oakwood (5). @ Brightwell > Community Rehabilitation Companies; Oakwood > Community Rehabilitation Companies
          Greenvale is a joint venture of:|• Brightwell – a company|• Redwell – a charity @ Brightwell > Greenvale; Redwell > Greenvale
          Who owns what|Brightwell|Eastshire CRC|Northshire CRC|Oakwood met both. @ Brightwell > Eastshire CRC; Brightwell > Northshire CRC
          CRC contracts|Owner\tContracts\tValue|Brightwell\t6\t790|Oakwood\t2\t80 @ Brightwell > Community Rehabilitation Companies; Oakwood > Community Rehabilitation Companies
          CRC\tRating\tOwner|Eastshire\tGood\tBrightwell|Northshire\tPoor\tOakwood @ Brightwell > Eastshire CRC; Oakwood > Northshire CRC
          """)
  void listsAndTables(String text, String expected) {
    assertOwners(text.replace('|', '\n'), expected);
  }

  @Test
  void theFootOfAPageNamesTheGroup() {
    assertOwners("Eastshire CRC 2018 | Privacy | Part of Brightwell", "Brightwell > Eastshire CRC");
  }

  private static void assertOwners(String text, String expected) {
    List<String> found =
        new OwnershipExtractor(Invented.lexicon())
            .extract(Invented.reading(text)).stream()
                .map(record -> record.owner().name() + " > " + record.owned().name())
                .distinct()
                .toList();

    assertThat(found)
        .containsExactlyInAnyOrderElementsOf(
            expected == null ? List.of() : List.of(expected.strip().split("\\s*;\\s*")));
  }
}
