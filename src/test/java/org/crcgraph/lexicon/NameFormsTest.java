package org.crcgraph.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.crcgraph.model.Entity;
import org.crcgraph.model.EntityKind;
import org.junit.jupiter.api.Test;

/** The forms that grammar gives to a name. */
final class NameFormsTest {
  @Test
  void aCrcHasItsLongFormsAndItsAcronymWithTheWord() {
    Entity crc =
        new Entity(
            "crc/eastshire-and-northshire-crc",
            "Eastshire, Westshire and Northshire CRC",
            EntityKind.CRC,
            List.of("EWN"));

    assertThat(NameForms.of(crc))
        .contains(
            "EWN CRC",
            "Eastshire, Westshire and Northshire Community Rehabilitation Company",
            "Eastshire, Westshire, and Northshire CRC",
            "Eastshire Westshire and Northshire CRC");
  }

  @Test
  void theCrownStandsInFullAsWell() {
    Entity body =
        new Entity("organisation/hm-shipyards", "HM Shipyards", EntityKind.PUBLIC_BODY, List.of());

    assertThat(NameForms.of(body)).contains("Her Majesty's Shipyards", "Her Majesty’s Shipyards");
  }
}
