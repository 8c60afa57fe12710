package org.crcgraph.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.crcgraph.query.EntityNames.Meaning;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What users may write for a thing. */
final class EntityNamesTest {
  private static EntityNames names;

  @BeforeAll
  static void load() throws Exception {
    names = SampleGraph.load().names();
  }

  @ParameterizedTest
  @CsvSource({
    "crc/wales-crc, crc/wales-crc",
    "wales-crc, crc/wales-crc",
    "WALES CRC, crc/wales-crc",
    "london-crc, crc/london-crc",
    "contract/london-crc, contract/london-crc",
    "crc cymru, crc/wales-crc",
    "https://w3id.org/crcgraph/id/crc/wales-crc, crc/wales-crc",
    "<https://w3id.org/crcgraph/id/crc/wales-crc>, crc/wales-crc",
    "Wales, area/wales",
    "cedar and sons, organisation/cedar-group",
    "Cedar & Sons, organisation/cedar-group",
    "ines quill, person/ines-quill",
    "Alder Probation Limited, organisation/alder-probation",
    "the ministry of justice, organisation/ministry-of-justice",
    "dgw, organisation/dogwood"
  })
  void isFoundByIriSlugNameOrAcronym(String text, String id) {
    assertThat(names.meaning(text, List.of()))
        .isEqualTo(new Meaning.One("https://w3id.org/crcgraph/id/" + id));
  }

  @Test
  void theKindSaysWhichOfTwoIsMeant() {
    assertThat(names.meaning("Wales", List.of("crc")))
        .isEqualTo(new Meaning.One("https://w3id.org/crcgraph/id/crc/wales-crc"));
  }

  @Test
  void anIriMustStandInTheGraph() {
    assertThat(names.meaning("https://example.org/alder", List.of()))
        .isEqualTo(new Meaning.One("https://example.org/alder"));
    assertThat(names.meaning("https://example.org/unknown", List.of()))
        .isInstanceOf(Meaning.Nothing.class);
    assertThat(names.meaning("https://example.org/> } DROP", List.of()))
        .isInstanceOf(Meaning.Nothing.class);
  }
}
