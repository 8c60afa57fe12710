package org.crcgraph.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who speaks in debates, evidence and written questions as the sites of Parliament print them. */
final class TurnsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          Lord Reyes of Fen Portrait Tom Reyes (Fen) (Lab)~I have a yard of my own.~Ada Marsh Portrait Ada Marsh (Weld) (Con)~So have I, and it leaks. | Tom Reyes direct: I have a yard of my own.
          Ada Marsh Portrait Mrs Marsh~I shall come to boats later.~Tom Reyes Portrait Tom Reyes~She never does. | Ada Marsh direct: I shall come to boats later.
          Photo of Ada Marsh Ada Marsh Labour, Fen 11:30 am, 9th October 2018~When will the yards open?~Photo of Tom Reyes Tom Reyes The Minister for Yards~They are open already, all four. | Ada Marsh direct: When will the yards open?
          Photo of Ada Marsh Ada Marsh Labour, Fen 11:30 am, 9th October 2018~When will the yards open?~Photo of Tom Reyes Tom Reyes The Minister for Yards~They are open already, all four. | Tom Reyes direct: They are open already, all four.
          Ada Marsh~Labour, Fen~2:30 pm, 9 October 2018~I beg to move that we talk of yards.~Tom Reyes~The Minister for Yards~They are open already, all four.~Ada Marsh~Shadow Minister (Yards)~So he says. | Ada Marsh direct: I beg to move that we talk of yards.
          Ada Marsh~Labour, Fen~2:30 pm, 9 October 2018~I beg to move that we talk of yards.~Tom Reyes~The Minister for Yards~They are open already, all four.~Ada Marsh~Shadow Minister (Yards)~So he says. | Tom Reyes direct: They are open already, all four.
          Asked by Ada Marsh~Fen~To ask the Minister for Yards, how many yards are open.~Answered by Tom Reyes~18 February 2019~There are four yards, and two are full.~Related Documents | Ada Marsh direct: To ask the Minister for Yards, how many yards are open.
          Asked by Ada Marsh~Fen~To ask the Minister for Yards, how many yards are open.~Answered by Tom Reyes~18 February 2019~There are four yards, and two are full.~Related Documents | Tom Reyes direct: There are four yards, and two are full.
          Asked by: Ada Marsh (Oak - Fen)~Question to the Office for Yards:~To ask the Minister for Yards, how many yards are open.~Answered by Tom Reyes~There are four yards.~Asked by: Ada Marsh (Oak - Fen)~Question to the Office for Yards:~To ask the Minister for Yards, why. | Tom Reyes direct: There are four yards.
          Q1 **Ada Marsh:** How many yards did you see?~**Tom Reyes:** Eleven, and a boat.~Q2 **Ada Marsh:** Were they any good? | Tom Reyes direct: Eleven, and a boat.
          Q1 **Ada Marsh:** How many yards did you see?~**Tom Reyes:** Eleven, and a boat.~Q2 **Ada Marsh:** Were they any good? | Ada Marsh direct: Were they any good?
          """)
  void eachTurnIsSaidByTheNameOverIt(String text, String expected) {
    assertThat(Spoken.in(text.replace('~', '\n'))).contains(expected.replace('~', '\n'));
  }
}
