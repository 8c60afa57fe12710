package org.crcgraph.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.crcgraph.model.Annotated;
import org.crcgraph.model.EntityKind;
import org.crcgraph.model.PartialDate;
import org.crcgraph.model.Resolution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names in short texts: what is one, where it ends, and what it means. */
final class NamesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        // companies by area
        "[Eastshire CRC] and [Northshire Community Rehabilitation Company=Northshire CRC] merged.",
        "The [Eastshire Community Rehabilitation Company Limited=Eastshire CRC] has new rules.",
        "[Eastshire CRC]'s staff met [Brightwell]’s board.",
        "[Brightwell] [Eastshire=Eastshire CRC] staff are tired.",
        "Everybody at [Eastshire] office left for [Northshire].",
        // the class, and the common noun
        "The [CRCs=Community Rehabilitation Companies] lost money; [CRC=Community Rehabilitation"
            + " Companies] staff left.",
        "[Eastshire CRC] moved. The CRC said that this CRC was small.",
        "[Eastshire Community Rehabilitation Company=Eastshire CRC] (CRC) grew, and CRC managers"
            + " cheered.",
        "It fell to the Community Rehabilitation Company (CRC), and the CRC fell.",
        // case, misspellings
        "The [MOJ=Ministry of Justice] and the [moj=Ministry of Justice] paid.",
        "[BRIGHTWELL=Brightwell] and [brihgtwell=Brightwell] and [Brightwel=Brightwell] lost.",
        "A bright well is no name, and a brighter well neither.",
        // web and mail addresses
        "See https://www.brightwell.co.uk/Eastshire or write to Brightwell@eastshire.org today.",
        "Read brightwell.com or @Brightwell.",
        // persons
        "Dame [Orla Penhale] spoke. [Penhale=Orla Penhale] left, and Mr [Penhale=Orla Penhale]"
            + " did too.",
        "[Orla Penhale] met [Hugh Penhale]. Penhale laughed.",
        "Dame [Orla Penhale] is here. Dame [Orla=Orla Penhale] smiled.",
        "A man called Penhale left.",
        "[Kit O'Marra] and [Anne-Marie Tolland-Hay] spoke to [Jo van Orden].",
        "Warden [Zebedee Quillfeather] said no.",
        "Baroness [Quillfeather=Baroness Quillfeather] asked the Lord Chancellor.",
        "In May the mark was grace itself.",
        // organisations by form
        "[Quillon Trust] and [Zarbo Holdings Ltd] paid; the Trust refused.",
        "The Chief Executive of [Quillon Trust] wrote.",
        "[Brightwell (Services) Limited=Brightwell] was closed.",
        "Bids came from [Brightwell], [Zarbo] and [Quillon Pathways].",
        "They hired the charity [Larchlight] in May.",
        "[Larchlight], a family firm in [Eastshire], lost.",
        "Ask the Director of External Affairs, [Brightwell], on Monday.",
        "[Brightwell] and Christmas came early.",
        "In February [Zarbo Inspectorate] wrote, and in May [Zarbo Trust] paid.",
        "[St Helga’s Trust] paid, and [St Petroc's Trust] did not.",
        "[Quillon Housing Trust] paid late. [Quillon=Quillon Housing Trust] was sorry.",
        "We asked analysts at [Quillon Zarbo] and lamps were leased from [Zarbo] in May.",
        "The [Lords Tall Ships Committee] met.",
        // companies by what is said of areas
        "The [Eastshire=Eastshire CRC] and [Northshire CRCs=Northshire CRC] merged.",
        "The report on [Eastshire=Eastshire CRC] came; [Northshire=Northshire CRC] was rated good.",
        "[Eastshire CRC] is unlike any [CRC=Community Rehabilitation Companies] we saw.",
        // persons who have but one name
        "[Kit], 34, left prison in May. [Kit] laughed.",
        "[Kit] (not his real name) left prison in May.",
        "We are lost, said [Kit], a cook.",
        // newspapers and ordinary words
        "[Shelter] runs the desk. [Shelter] tells us so.",
        "[Third Sector] has learned more. We gave it to the Third Sector.",
        "He rang the [Swindon Evening Post] and told the [Post=Swindon Evening Post] all.",
        "She was on [BBC Radio Swindon] in May.",
        "The [Swindon Evening Post] told nobody.",
        "[Shelter] have left. The [Shelter] view was clear.",
        "It was in the [Times=The Times] today. Sad Times.",
        "The [Swindon Chronicle] told the [Guardian=The Guardian].",
        "He was reading in [Reading]; reading is fun.",
        "Give them shelter, said [Shelter] yesterday.",
        // places
        "[Orla Penhale] ([Quillon East and Zarbo]) (Lab) asked.",
        "The hon. Member for [Quillon] ([Hugh Marlow]) asked.",
        "They moved from [West Eastshire] to [Northshire North].",
      })
  void areFoundAndLinked(String marked) {
    String text = marked.replaceAll("\\[([^]=]*)(=[^]]*)?]", "$1");

    assertThat(MarkedNames.of(text)).isEqualTo(marked);
  }

  @Test
  void aBodyThatBeganLaterIsNotMeantByItsNameBefore() {
    String text = "We asked the Probation Service in Eastshire.";

    assertThat(MarkedNames.of(MarkedNames.annotated(text, new PartialDate(2018, 6, 15))))
        .isEqualTo("We asked the Probation Service in [Eastshire].");
    assertThat(MarkedNames.of(MarkedNames.annotated(text, new PartialDate(2022, 1, 3))))
        .isEqualTo("We asked the [Probation Service] in [Eastshire].");
  }

  @Test
  void whatIsNotLinkedIsCountedWithItsReason() {
    Annotated annotated =
        MarkedNames.annotated(
            "Orla Penhale met Hugh Penhale. Penhale laughed. Sad Times.",
            new PartialDate(2018, 6, 15));

    assertThat(annotated.unresolved())
        .map(r -> ((Resolution.Unlinked) r).reason())
        .containsExactly("several persons of the document bear this name", "an ordinary word here");
  }

  @Test
  void aNameThatNoRegisterKnowsHasNoId() {
    Annotated annotated =
        MarkedNames.annotated("Orla Penhale joined Quillon Trust.", new PartialDate(2018, 6, 15));

    assertThat(MarkedNames.mentions(annotated))
        .allSatisfy(m -> assertThat(m.entity().knownId()).isEmpty())
        .map(m -> m.entity().kind())
        .containsExactly(EntityKind.PERSON, EntityKind.SUPPLIER);
  }

  @Test
  void aKnownPersonIsTheSameOneWithAnHonorific() {
    Annotated annotated =
        MarkedNames.annotated(
            "Dame Glenys Stacey met Mr David Gauke.", new PartialDate(2018, 6, 15));

    assertThat(MarkedNames.mentions(annotated))
        .map(m -> m.entity().knownId().orElse("found"))
        .containsExactly("person/glenys-stacey", "person/david-gauke");
  }

  @Test
  void aSlipInTheForenameOfAPersonWhomTheTextNamesIsNobodyElse() {
    Annotated annotated =
        MarkedNames.annotated(
            "Dame Glenys Stacey spoke. Dame Genys Stacey signed.", new PartialDate(2018, 6, 15));

    assertThat(MarkedNames.mentions(annotated))
        .map(m -> m.entity().knownId().orElse("found"))
        .containsExactly("person/glenys-stacey", "person/glenys-stacey");
  }

  @Test
  void aSlipInTheSurnameOfAPersonWhomTheTextNamesIsNobodyElse() {
    Annotated annotated =
        MarkedNames.annotated(
            "Dame Glenys Stacey spoke. Glenys Stacy signed it.", new PartialDate(2018, 6, 15));

    assertThat(MarkedNames.mentions(annotated))
        .map(m -> m.entity().knownId().orElse("found"))
        .containsExactly("person/glenys-stacey", "person/glenys-stacey");
  }

  @Test
  void aWomanIsNotTheManOfHerSurnameWhomTheLexiconKnows() {
    Annotated annotated = MarkedNames.annotated("Mrs Grayling left. Mr Grayling did not.", null);

    assertThat(MarkedNames.mentions(annotated))
        .map(m -> m.entity().knownId().orElse("found"))
        .containsExactly("person/chris-grayling");
  }

  @Test
  void aFormOfAddressThatEndsASentenceTitlesNobody() {
    Annotated annotated =
        MarkedNames.annotated("I thank the noble Lady. As ever she is kind.", null);

    assertThat(MarkedNames.mentions(annotated)).isEmpty();
  }
}
