package org.crcgraph.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.crcgraph.model.Annotation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Persons and their posts in the usual wordings. */
final class PostsTest {
  @ParameterizedTest
  @EnumSource(PostExtractor.Rule.class)
  void everyRuleFindsItsExample(PostExtractor.Rule rule) {
    assertThat(MarkedNames.posts(rule.example())).map(p -> p.evidence().rule()).contains(rule.id());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "Brightwell chief executive Jo Penhale spoke.|chief executive|Brightwell|current",
        "Brightwell’s former chief executive, Jo Penhale, spoke.|chief executive|Brightwell|former",
        "The then justice secretary, Jo Penhale, spoke.|justice secretary|Ministry of Justice|former",
        "Jo Penhale, a former chief inspector of prisons, spoke."
            + "|chief inspector of prisons|HM Inspectorate of Prisons|former",
        "Dame Jo Penhale, HM Chief Inspector of Probation, spoke."
            + "|HM Chief Inspector of Probation|HM Inspectorate of Probation|current",
        "Jo Penhale, Managing Director, Brightwell, spoke.|Managing Director|Brightwell|current",
        "Jo Penhale, Brightwell Comms Manager, spoke.|Comms Manager|Brightwell|current",
        "Jo Penhale, senior contract manager with Brightwell, spoke."
            + "|senior contract manager|Brightwell|current",
        "Jo Penhale, director of influence and learning at Brightwell, spoke."
            + "|director of influence and learning|Brightwell|current",
        "The prisons minister, Jo Penhale, spoke.|prisons minister|-|current",
        "Labour MP Jo Penhale spoke.|MP|-|current",
        "Jo Penhale (pictured), chief executive of Brightwell, spoke."
            + "|chief executive|Brightwell|current",
        "An idea of Jo Penhale when home secretary.|home secretary|Home Office|current",
        "Jo Penhale launched it as justice secretary.|justice secretary|Ministry of Justice|current",
        "Jo Penhale signed when she was home secretary.|home secretary|Home Office|former",
        "Jo Penhale used to be a probation officer.|probation officer|-|former",
        "Jo Penhale becomes director of operations.|director of operations|-|current",
        "Jo Penhale, until recently chief executive of Brightwell, spoke."
            + "|chief executive|Brightwell|former",
        "Jo Penhale, outgoing Chief Executive, Brightwell, spoke."
            + "|Chief Executive|Brightwell|current",
        "Brightwell boss Jo Penhale spoke.|boss|Brightwell|current",
        "Brightwell union national officer Jo Penhale spoke.|national officer|Brightwell|current",
        "Her Majesty’s Inspectorate of Probation (HMIP) chief Dame Jo Penhale spoke."
            + "|chief|HM Inspectorate of Probation|current",
        "A note by chief inspector of probation, Dame Jo Penhale, was read."
            + "|chief inspector of probation|HM Inspectorate of Probation|current",
        "Her predecessor as chief executive, Jo Penhale, spoke.|chief executive|-|former",
        "The Lord Chancellor and Secretary of State for Justice (Mr Jo Penhale) spoke."
            + "|Lord Chancellor and Secretary of State for Justice|Ministry of Justice|current",
      })
  void haveTheTitleAsPrintedAndTheOrganisationApart(
      String text, String post, String organisation, String status) {
    assertThat(MarkedNames.posts(text))
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.person().name()).isEqualTo("Jo Penhale");
              assertThat(found.post()).isEqualTo(post);
              assertThat(found.organisation() == null ? null : found.organisation().name())
                  .isEqualTo(organisation);
              assertThat(found.status().label()).isEqualTo(status);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '@',
      value = {
        "Jo Penhale, Brightwell’s director for justice and chair of Oakwood, spoke."
            + "@director for justice, Brightwell;chair, Oakwood",
        "Jo Penhale, director at the charity Brightwell, spoke.@director, Brightwell",
        "Brightwell’s chief executive is Jo Penhale.@chief executive, Brightwell",
        "Jo Penhale replaces Orla Marlow as chief executive of Brightwell."
            + "@chief executive, Brightwell;chief executive, Brightwell",
      })
  void haveEachItsOrganisation(String text, String expected) {
    assertThat(MarkedNames.posts(text))
        .map(
            found ->
                found.post()
                    + ", "
                    + (found.organisation() == null ? null : found.organisation().name()))
        .containsExactlyInAnyOrder(expected.split(";"));
  }

  @Test
  void aSecondEvidenceForTheSamePostIsNoSecondRecord() {
    assertThat(
            MarkedNames.posts(
                "Jo Penhale, HM Chief Inspector of Probation, spoke. The chief inspector, Jo"
                    + " Penhale, left."))
        .map(Annotation.PostHolding::post)
        .containsExactly("HM Chief Inspector of Probation");
  }

  @ParameterizedTest
  @CsvSource({
    "The hon. Member for Eastshire (Jo Penhale) asked.",
    "Professor Jo Penhale wrote to the chief executive.",
    "The chief executive of Brightwell wrote to Jo Penhale.",
    "Jo Penhale praised the chief executive’s staff.",
  })
  void areNotTakenFromOtherWordings(String text) {
    assertThat(MarkedNames.posts(text)).isEmpty();
  }
}
