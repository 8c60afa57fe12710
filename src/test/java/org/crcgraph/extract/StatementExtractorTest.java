package org.crcgraph.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class StatementExtractorTest {
  @ParameterizedTest
  @EnumSource(StatementRule.class)
  void everyRuleFindsItsExample(StatementRule rule) {
    assertThat(Spoken.records(rule.example()))
        .extracting(statement -> statement.evidence().rule())
        .contains(rule.id());
  }

  @Test
  void wordsAfterAColonAreSaidByTheSubjectWithItsRole() {
    assertThat(Spoken.in("Ada Marsh, director of the Guild, said: “We were never asked.”"))
        .containsExactly("Ada Marsh (director of the Guild) direct: We were never asked.");
  }

  @Test
  void straightQuotesAndTheVerbBeforeTheSpeaker() {
    assertThat(Spoken.in("\"We were never asked,\" said Tom Reyes, the harbour minister."))
        .containsExactly("Tom Reyes (harbour minister) direct: We were never asked,");
  }

  @Test
  void singleQuotesQuoteAndApostrophesDoNot() {
    assertThat(
            Spoken.in(
                "Ada Marsh said: ‘We don’t know the staff’s hours, and the owners’ plans"
                    + " won’t tell us.’"))
        .containsExactly(
            "Ada Marsh direct: We don’t know the staff’s hours, and the owners’ plans won’t tell"
                + " us.");
    assertThat(Spoken.in("The owners' plans and the staff's hours don't agree.")).isEmpty();
  }

  @Test
  void aQuotationThatReopensEachParagraphIsOneRecord() {
    assertThat(
            Spoken.in(
                "Ada Marsh said: “We were never asked.\n“The keys were gone by noon.\n"
                    + "“That is all I know.”\nNobody replied."))
        .containsExactly(
            "Ada Marsh direct: We were never asked.\n“The keys were gone by noon.\n"
                + "“That is all I know.");
  }

  @Test
  void aQuotationOverParagraphsWithoutMarksBetweenIsOneRecord() {
    assertThat(
            Spoken.in(
                "Ada Marsh said:\n“We were never asked.\nThe keys were gone by noon.\n"
                    + "That is all I know.”"))
        .containsExactly(
            "Ada Marsh direct: We were never asked.\nThe keys were gone by noon.\nThat is all I"
                + " know.");
  }

  @Test
  void aBreakBetweenSentencesMakesTwoRecordsAndOneInsideASentenceMakesOne() {
    assertThat(
            Spoken.in(
                "“We were never asked,” she said. “The keys were gone.”"
                    .replace("she", "Ada Marsh")))
        .containsExactly(
            "Ada Marsh direct: We were never asked,", "Ada Marsh direct: The keys were gone.");
    assertThat(Spoken.in("“We were asked,” said Ada Marsh, “but only once.”"))
        .containsExactly("Ada Marsh direct: We were asked,” said Ada Marsh, “but only once.");
  }

  @Test
  void aQuotationWithoutAClosingMarkEndsWithItsParagraphAndLosesNothingAfterIt() {
    assertThat(
            Spoken.in(
                "Ada Marsh said: “We were never asked.\nThe yard was empty.\n"
                    + "Tom Reyes replied: “I asked you twice.”"))
        .containsExactly(
            "Ada Marsh direct: We were never asked.", "Tom Reyes direct: I asked you twice.");
  }

  @Test
  void aStrayMarkCostsNoOtherStatement() {
    assertThat(
            Spoken.in(
                "The plank was 12\" long.\nAda Marsh said: \"We were never asked.\"\n"
                    + "Tom Reyes said \"we all were\" and left."))
        .contains("Ada Marsh direct: We were never asked.", "Tom Reyes direct: we all were");
  }

  @Test
  void nestedQuotesBelongToTheOuterOne() {
    assertThat(Spoken.in("Ada Marsh said: “They called it ‘a new dawn’ and went home.”"))
        .containsExactly("Ada Marsh direct: They called it ‘a new dawn’ and went home.");
  }

  @Test
  void termsTitlesAndScareQuotesAreNoStatements() {
    assertThat(
            Spoken.in(
                "The “black gate” model was in the ‘Harbour News’. The so-called “rescue” of the"
                    + " yard came late."))
        .isEmpty();
  }

  @Test
  void aSentenceThatQuotesOnlyAPhraseIsReported() {
    assertThat(Spoken.in("Ada Marsh said the move was “a costly mistake” and came too late."))
        .containsExactly("Ada Marsh reported: the move was “a costly mistake” and came too late");
  }

  @Test
  void aQuotedClauseIsDirectAndWhatFollowsItIsReported() {
    assertThat(
            Spoken.in(
                "Ada Marsh admitted she “had to sell two boats” and she had not told anybody."))
        .containsExactly(
            "Ada Marsh direct: had to sell two boats",
            "Ada Marsh reported: she had not told anybody");
  }

  @Test
  void inspectorsAndTheReportSpeakForTheInspectorate() {
    assertThat(
            Spoken.in(
                "HMI Probation visited Eastshire. Inspectors found that the files were old. The"
                    + " report says no plan was complete."))
        .containsExactly(
            "HM Inspectorate of Probation (Inspectors) reported: the files were old",
            "HM Inspectorate of Probation reported: no plan was complete");
  }

  @Test
  void pronounsMeanTheLastSpeakerOfTheirGender() {
    assertThat(
            Spoken.in(
                "Mr Reyes met Ms Marsh in the yard. “We were never asked,” Marsh said. She added"
                    + " that the keys were gone. He told the Guild that he had them."))
        .containsExactly(
            "Ada Marsh direct: We were never asked,",
            "Ada Marsh reported: the keys were gone",
            "Tom Reyes reported: he had them");
  }

  @Test
  void aPostMeansThePersonWhoHoldsItInTheText() {
    assertThat(
            Spoken.in(
                "Tom Reyes, the harbour minister, came late. The minister said the tide had been"
                    + " against him."))
        .containsExactly("Tom Reyes (minister) reported: the tide had been against him");
  }

  @Test
  void aSpokespersonSpeaksForTheOrganisationAndUnnamedPeopleStayAnonymous() {
    assertThat(
            Spoken.in(
                "A spokeswoman for Oakfield said the boats were safe. Some officers said they had"
                    + " not seen them."))
        .containsExactly(
            "Oakfield (spokeswoman) reported: the boats were safe",
            "Anonymous (Some officers) reported: they had not seen them");
  }

  @Test
  void theUnionAndTheCommitteeAreTheOnesNamedBefore() {
    assertThat(
            Spoken.in(
                "The Guild of Case Workers met the Harbour Select Committee. The union warned that"
                    + " boats would sink. The committee concluded that they had."))
        .containsExactly(
            "Guild of Case Workers reported: boats would sink",
            "Harbour Select Committee reported: they had");
  }

  @Test
  void verbsOfThoughtAndTheAuthorsOwnWordsAreNoStatements() {
    assertThat(
            Spoken.in(
                "Ada Marsh believed that the boats were safe. I said they were not. Oakfield"
                    + " recognised that boats sink."))
        .isEmpty();
  }

  @Test
  void whatWasNotSaidIsNoStatement() {
    assertThat(
            Spoken.in(
                "Ada Marsh did not say that the boats were safe. Did Tom Reyes say that they"
                    + " were?"))
        .isEmpty();
  }

  @Test
  void aHeadlineNamesItsSourceLast() {
    assertThat(Spoken.in("Boats too old for the winter sea, report says"))
        .containsExactly("HM Inspectorate of Probation reported: Boats too old for the winter sea");
  }

  @Test
  void aPassageReproducedTwiceGivesTwoRecords() {
    String passage = "Ada Marsh said: “We were never asked about the boats.”";
    assertThat(Spoken.in(passage + "\n--\n" + passage)).hasSize(2);
  }

  @Test
  void spansCountCodePoints() {
    assertThat(Spoken.in("𝔄 day. Ada Marsh said: “We were 🚤 never asked.”"))
        .containsExactly("Ada Marsh direct: We were 🚤 never asked.");
  }

  @Test
  void aTextOfNothingButMarksIsReadInTime() {
    String marks = "\" “ ‘ ' ” a \"b ".repeat(40_000);
    assertThat(Spoken.in(marks)).isNotNull();
  }

  @Test
  void aSentenceWithoutEndIsReadInTime() {
    String endless = "Ada Marsh said the boats and ".repeat(20_000);
    assertThat(Spoken.in(endless)).isNotEmpty();
  }

  @Test
  void aStatementIsAboutWhatItNamesAndTheOnlyCrcOfItsText() {
    assertThat(
            Spoken.records(
                "Oakfield runs Eastshire CRC. Ada Marsh said Oakfield had cut the pay. Tom Reyes"
                    + " said the company was slow."))
        .extracting(statement -> statement.about().stream().map(e -> e.name()).toList())
        .containsExactly(List.of("Oakfield"), List.of("Eastshire CRC"));
  }

  @Test
  void aQuotationGoesOnAfterAnAsideAboutItsSpeaker() {
    assertThat(
            Spoken.in(
                "“We were asked,” said Ada Marsh, whose boats are old, “but only once.”\n"
                    + "“The keys,” Tom Reyes told the Harbour Select Committee, “were gone.”"))
        .containsExactly(
            "Ada Marsh direct: We were asked,” said Ada Marsh, whose boats are old, “but only"
                + " once.",
            "Tom Reyes direct: The keys,” Tom Reyes told the Harbour Select Committee, “were"
                + " gone.");
  }

  @Test
  void aPronounMeansWhoeverWithoutANameSpokeLast() {
    assertThat(
            Spoken.in(
                "By Ada Marsh\nOne sailor based at the old yard said nobody had rung.\n"
                    + "“We were never asked,” she said."))
        .containsExactly(
            "Anonymous (One sailor based at the old yard) reported: nobody had rung",
            "Anonymous (One sailor based at the old yard) direct: We were never asked,");
  }

  @Test
  void theChairOfACommitteeSpeaksByOffice() {
    assertThat(
            Spoken.in(
                """
                Q1 Chair: Good morning to you both, and thank you for coming.
                Ada Marsh: Thank you. The boats are older than they look.
                Q2 Tom Reyes: Is that not what you told us last year?
                Ada Marsh: It is, and they are a year older now.
                Q3 Chair: Then let us come to the money."""))
        .containsExactly(
            "Anonymous (Chair) direct: Good morning to you both, and thank you for coming.",
            "Ada Marsh direct: Thank you. The boats are older than they look.",
            "Tom Reyes direct: Is that not what you told us last year?",
            "Ada Marsh direct: It is, and they are a year older now.",
            "Anonymous (Chair) direct: Then let us come to the money.");
  }

  @Test
  void anEmployerInARelativeClauseDoesNotSpeak() {
    assertThat(Spoken.in("An officer who works for Oakfield tells me that the boats are old."))
        .containsExactly("Anonymous (officer) reported: the boats are old");
  }

  @Test
  void theFirstOfTwoWhoSpeakTogetherStandsForThem() {
    assertThat(Spoken.in("Ada Marsh and Tom Reyes said the boats were old."))
        .containsExactly("Ada Marsh reported: the boats were old");
  }

  @Test
  void aSentenceAroundItsSpeakerIsOneStatement() {
    assertThat(Spoken.in("The boats, Ada Marsh said, had been sold."))
        .containsExactly("Ada Marsh reported: The boats, Ada Marsh said, had been sold");
    assertThat(Spoken.in("The boats were, in the words of one officer, “as old as the sea”."))
        .containsExactly(
            "Anonymous (one officer) reported: The boats were, in the words of one officer, “as old"
                + " as the sea”");
  }

  @Test
  void wishesAndQuestionsAreReportedToo() {
    assertThat(
            Spoken.in("Ada Marsh wrote to the Ministry of Justice demanding to know who sold it."))
        .containsExactly("Ada Marsh reported: who sold it");
    assertThat(Spoken.in("Oakfield is delighted to announce that the yard has been sold."))
        .containsExactly("Oakfield reported: the yard has been sold");
    assertThat(Spoken.in("Tom Reyes, however, called for the yard to be kept."))
        .containsExactly("Tom Reyes reported: the yard to be kept");
  }

  @Test
  void whatTheSourceIsCalledIsNotWhatItSays() {
    assertThat(Spoken.in("According to Oakfield, the Ministry has sold the yard."))
        .containsExactly("Oakfield reported: the Ministry has sold the yard");
  }
}
