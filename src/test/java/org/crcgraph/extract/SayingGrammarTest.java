package org.crcgraph.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Turns of phrase in which somebody says something: whose words they are and where they end. */
final class SayingGrammarTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          According to Ada Marsh, who took over in May as director, some 400 people wait. | Ada Marsh reported: some 400 people wait
          Oakfield are telling us 'further savings' are on the way. | Oakfield reported: 'further savings' are on the way
          Moorings partners of the firm say they are owed a year's rent. | Anonymous (Moorings partners of the firm) reported: they are owed a year's rent
          We hear from staff in Leeds that notice has been given on two sites. | Anonymous (staff in Leeds) reported: notice has been given on two sites
          Asked by Tom Reyes MP whether she would stay, Ada Marsh declined. | Tom Reyes reported: whether she would stay
          Ada Marsh, a boatwright of Leeds, called for the yard to be sold, branding it “a disgrace”. | Ada Marsh reported: it “a disgrace”
          Oakfield has told its own staff in the Leeds and York yards that half of them must go. | Oakfield reported: half of them must go
          Half of the crew had gone, with one officer describing the yard as “a shell”. | Anonymous (one officer) reported: the yard as “a shell”
          Ada Marsh wondered aloud whether the yard could be saved. | Ada Marsh reported: whether the yard could be saved
          Oakfield confirmed it had been paid in May but declined to comment further. | Oakfield reported: it had been paid in May
          Oakfield told us the new yard would 'free' people and it certainly freed me. | Oakfield reported: the new yard would 'free' people
          Ada Marsh told us on Monday the yard will be gone by Easter. | Ada Marsh reported: the yard will be gone by Easter
          Tom Reyes assured us back in 2015 there would be no cuts. | Tom Reyes reported: there would be no cuts
          Good will has not been enough to keep the yard open, inspectors found at Oakfield House. | HM Inspectorate of Probation (inspectors) reported: Good will has not been enough to keep the yard open
          Inspectors judged that the roof was sound. | HM Inspectorate of Probation (Inspectors) reported: the roof was sound
          One of them, a nurse who asked not to be named, told The Tide he had left in May. | Anonymous (nurse) reported: he had left in May
          Analysts at Oakfield reckon that the yard is worth less. | Oakfield (Analysts at Oakfield) reported: the yard is worth less
          Oakfield was told that the yard was late, and recommends that it be closed. | Anonymous reported: the yard was late
          Oakfield rewrote the terms, which according to Ada Marsh will cost more. | Ada Marsh reported: will cost more
          Inspectors found that many had no plan, and in Leeds they said that staff were told to lie. | HM Inspectorate of Probation (Inspectors) reported: many had no plan
          Oakfield called the yard “a beacon” after visiting it in May. | Oakfield reported: the yard “a beacon”
          Neither has been told what will happen after that. |
          Ada Marsh has complained to Oakfield about the tone of its letters. | Ada Marsh reported: the tone of its letters
          The findings prompted fresh calls for the yard to be closed. |
          A union official, who declined to be named, said that nobody believed it. | Anonymous (union official) reported: nobody believed it
          Ada Marsh MP OBE said she had not. | Ada Marsh reported: she had not
          It was, Ada Marsh said, the last straw for the yard. | Ada Marsh reported: It was, Ada Marsh said, the last straw for the yard
          Oakfield has warned of a gap of £20m and criticised the split. | Oakfield reported: a gap of £20m
          Both Oakfield and the Guild note that the figures are wrong. | Oakfield reported: the figures are wrong
          The yard has managers who, Ada Marsh has said, have failed us. | Ada Marsh reported: have failed us
          Increased workloads and staff shortages have had an effect, with more of them suggesting they will leave. |
          As Ada Marsh said on the radio, offices do not open themselves. | Ada Marsh reported: offices do not open themselves
          Oakfield expressed concern that the new office would open late. | Oakfield reported: the new office would open late
          Ada Marsh, director, accepted the findings. |
          The yard is to close, owners told |
          The yard is late, as Ada Marsh told the Ministry of Justice that |
          In a letter sent out late, the director, Ada Marsh, said the sheds built by Tom Reyes in 2014 had been sold to pay for them. | Ada Marsh (director) reported: the sheds built by Tom Reyes in 2014 had been sold to pay for them
          Ada Marsh, who runs two yards, and Oakfield had warned the Ministry of Justice (MoJ) in March that their roof was gone. | Oakfield reported: their roof was gone
          Oakfield is not short of work, although it told the Harbour Select Committee that its yard would close. | Oakfield reported: its yard would close
          Oakfield, which owns Weld, Fen and Holm CRC, told us that it spent nothing, and gave the example of one office. | Oakfield reported: it spent nothing
          Ada Marsh said the boats had “no idea” where they were, and in December inspectors who had come along marked them down. | Ada Marsh reported: the boats had “no idea” where they were
          Ada Marsh is quoted as saying our yard, run by Oakfield in Leeds, deserved a wider audience. | Ada Marsh reported: our yard, run by Oakfield in Leeds, deserved a wider audience
          Oakfield director for sheds and boats Tom Reyes said that the yard was full. | Tom Reyes (Oakfield director for sheds and boats) reported: the yard was full
          Oakfield, which finds homes for people, said it had been asked to wait. | Oakfield reported: it had been asked to wait
          """)
  void areReported(String text, String expected) {
    if (expected == null) {
      assertThat(Spoken.in(text)).isEmpty();
    } else {
      assertThat(Spoken.in(text)).contains(expected);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Ada Marsh said the firm had paid and that “more of it will follow”. | Ada Marsh reported: the firm had paid
          Ada Marsh said ministers “don't have a clue”, adding that the yard was lost. | Ada Marsh reported: ministers “don't have a clue”
          The yard fell still, while in Leeds, said one former manager, “there was nobody left to ring”. | Anonymous (one former manager) direct: there was nobody left to ring
          As the director, Ada Marsh, put it in her last report, “staff are doing the best that they can”. | Ada Marsh (director) direct: staff are doing the best that they can
          Oakfield said it “did not recognise” the figures and had put in more. | Oakfield reported: it “did not recognise” the figures and had put in more
          Ada Marsh told The Tide the firms ought to be “put out of their misery”. | Ada Marsh reported: the firms ought to be “put out of their misery”
          Ada Marsh said pay was frozen while Oakfield “took its cut”. | Ada Marsh reported: pay was frozen while Oakfield “took its cut”
          Inspectors judged that the risk “was underplayed in case after case”. | HM Inspectorate of Probation (Inspectors) reported: the risk “was underplayed in case after case”
          Ada Marsh admitted she “had to make some adjustments” at home. | Ada Marsh direct: had to make some adjustments
          “We rang the yard four times,” said the yard's founder, Tom Reyes. | Tom Reyes (yard's founder) direct: We rang the yard four times,
          Ada Marsh said: “The yard is full and one officer told us that she had 97 cases.” | Anonymous (one officer) reported: she had 97 cases
          Ada Marsh said: “Tom Reyes, the yard's director, assures me that ten posts will be filled.” | Tom Reyes (yard's director) reported: ten posts will be filled
          """)
  void quotedWordsAreDirectWhereTheyCarryTheirClause(String text, String expected) {
    assertThat(Spoken.in(text)).contains(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Oakfield has kiosks in the yard.~From their own website: "Our kiosks free people to talk." Really? | Oakfield direct: Our kiosks free people to talk.
          A message from the director, Ada Marsh~"Nobody should think that the yard will stay as it is.~"I have had 60 letters. Please do not sign anything. | Ada Marsh direct: Nobody should think that the yard will stay as it is.~"I have had 60 letters. Please do not sign anything.
          Dear Tom Reyes,~Thank you for your letter, in which you ask what we propose to do for the yard. | Tom Reyes reported: what we propose to do for the yard
          The Harbour Select Committee met in May. Its key recommendations are that:~• nobody should wait more than a month~• firms should publish what they earn, and~• the yard should stay open. | Harbour Select Committee reported: firms should publish what they earn
          Ships are lost, a committee of MPs says.~The Harbour Select Committee met in May. | Harbour Select Committee reported: Ships are lost
          HM Inspectorate of Probation found that the roof was sound. Work in the yard was described as “a joy to see”. | HM Inspectorate of Probation reported: Work in the yard was described as “a joy to see”
          The director of the yard, Ada Marsh: “While it is good to see new boats, the roof leaks.~The yard is shut. | Ada Marsh direct: While it is good to see new boats, the roof leaks.
          “The new office opens in May.” – Ada Marsh | Ada Marsh direct: The new office opens in May.
          Ada Marsh said: “The new office opens in May, and all who work on the old site get a desk.”~# The new office opens in May, and all who work on the old site get a desk. | Ada Marsh direct: The new office opens in May, and all who work on the old site get a desk.
          “We had four years,” said Ada Marsh. “Most of us have £46 in the bank and nowhere to go.~The yard is shut. | Ada Marsh direct: Most of us have £46 in the bank and nowhere to go.
          Ada Marsh Portrait Ada Marsh (Eastshire) (Lab)~9. What steps is he taking to keep the yard open?~Tom Reyes Portrait The Minister for Yards (Tom Reyes)~We took it over in May and it will stay open.~Ada Marsh Portrait Ada Marsh~That is news to those who work there. | Tom Reyes (Minister for Yards) direct: We took it over in May and it will stay open.
          Ada Marsh Portrait Ada Marsh (Eastshire) (Lab)~9. What steps is he taking to keep the yard open?~Tom Reyes Portrait The Minister for Yards (Tom Reyes)~We took it over in May and it will stay open.~Ada Marsh Portrait Ada Marsh~That is news to me and to them.~Written Answers~To ask the Secretary of State how many yards are open.~Answered by Tom Reyes~There are four yards and two of them are full. | Tom Reyes direct: There are four yards and two of them are full.
          Ada Marsh said:~We open the yard in May with 40 people.~Every one of them has a desk and a lamp.~It is our third yard in the county.~Tom Reyes said it was late. | Ada Marsh direct: We open the yard in May with 40 people.~Every one of them has a desk and a lamp.~It is our third yard in the county.
          Ada Marsh @adamarsh 2h~Another week, another yard closed by the people who own it. | Ada Marsh direct: Another week, another yard closed by the people who own it.
          Ada Marsh said that the yard was full. “We turned ten ships away in May.” | Ada Marsh direct: We turned ten ships away in May.
          Ada Marsh Portrait~Ada Marsh (Lab)~I thank the Minister for coming to the yard.~Tom Reyes~We took it over in May and it will stay open.~Ada Marsh~That is news to those who work there and to us. | Ada Marsh direct: I thank the Minister for coming to the yard.
          Asked by Ada Marsh~To ask the Government how many yards are open in the county.~The Minister for Yards (Tom Reyes): There are four yards, and two are full. | Tom Reyes (Minister for Yards) direct: There are four yards, and two are full.
          Members present: Ada Marsh (Chair); Tom Reyes.~Q1 Chair: How many yards did you see in May?~Tom Reyes: Eleven.~Q2 Ada Marsh: Were they any good? | Ada Marsh (Chair) direct: How many yards did you see in May?
          Members present: Ada Marsh (Chair); Tom Reyes.~Q1 Chair: How many yards did you see in May?~Tom Reyes: Eleven.~Q2 Ada Marsh: Were they any good? | Tom Reyes direct: Eleven.
          Ada Marsh, the chair, said she would call Tom Reyes to the yard. “We were told in May that nobody would have to go,” she told The Tide. | Ada Marsh direct: We were told in May that nobody would have to go,
          Ada Marsh (pictured above), director of Oakfield's yard, said: “We opened it in May and it is full.” | Ada Marsh (director of Oakfield's yard) direct: We opened it in May and it is full.
          HM Inspectorate of Probation came in May.~A study by Oakfield blames the weather. The ships are late, the study says. Its staff are few, the report adds. | Oakfield reported: The ships are late
          Oakfield and Eastshire CRC met us. Both companies have told us that the yard is unsafe. | Oakfield (Both companies) reported: the yard is unsafe
          """)
  void speakersStandInTheLinesAround(String text, String expected) {
    assertThat(Spoken.in(text.replace('~', '\n'))).contains(expected.replace('~', '\n'));
  }
}
