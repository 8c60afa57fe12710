package org.crcgraph.extract;

import java.util.List;
import org.crcgraph.extract.StatementExtractor.Saying;

/** Gives quotations without a speaker the speaker of the passage that they repeat. */
final class RepeatedSpeech {
  private RepeatedSpeech() {}

  static void find(
      Reading reading,
      SpeechTokens tokens,
      List<Quotations.Quotation> quotations,
      List<Saying> sayings) {}
}
