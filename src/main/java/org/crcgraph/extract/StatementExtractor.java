package org.crcgraph.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.crcgraph.lexicon.Lexicon;
import org.crcgraph.model.Annotation;
import org.crcgraph.model.Annotation.StatementMode;
import org.crcgraph.model.Document;
import org.crcgraph.model.Evidence;
import org.crcgraph.model.TextRange;

/** Finds somebody's words: quotations, signed texts and reported speech. */
final class StatementExtractor implements RecordExtractor {
  private final SpeechWords words;
  private final Speakers.Known known;

  StatementExtractor(Lexicon lexicon) {
    words = new SpeechWords(lexicon);
    known = new Speakers.Known(lexicon);
  }

  @Override
  public List<Annotation.Statement> extract(Reading reading) {
    SpeechTokens tokens = SpeechTokens.of(reading);
    if (tokens.size() == 0) {
      return List.of();
    }
    int[] scopes = scopes(reading);
    List<Quotations.Quotation> quotations = Quotations.of(reading, scopes);
    int[] quotationOf = quotationOf(tokens, quotations);
    Speakers speakers = new Speakers(reading, tokens, words, known, scopes);
    List<SayingFrames.Frame> frames = SayingFrames.of(tokens, words, speakers, quotationOf);
    List<Saying> sayings = new ArrayList<>();
    SignedTexts.find(reading, scopes, sayings);
    DirectSpeech direct =
        new DirectSpeech(reading, tokens, words, speakers, quotations, frames, scopes);
    sayings.addAll(direct.find());
    sayings.addAll(
        new ReportedSpeech(reading, tokens, words, frames, quotationOf, direct.ranges()).find());
    RepeatedSpeech.find(reading, tokens, quotations, sayings);
    StatementTopics topics = new StatementTopics(reading);
    return sayings.stream()
        .sorted(Comparator.comparing(Saying::range))
        .map(
            saying ->
                new Annotation.Statement(
                    new Evidence(
                        reading.document().text().span(saying.range()),
                        saying.rule().id(),
                        saying.rule().confidence()),
                    saying.speaker().entity(),
                    saying.speaker().role(),
                    saying.mode(),
                    topics.about(saying.range())))
        .toList();
  }

  /**
   * A statement before its topics are known.
   *
   * @param range exactly the words said
   */
  record Saying(TextRange range, Speaker speaker, StatementMode mode, StatementRule rule) {}

  /**
   * For each block a number that changes where another voice begins: a comment, or after a
   * separator.
   */
  private static int[] scopes(Reading reading) {
    List<Document.Block> blocks = reading.document().layout().blocks();
    int[] scopes = new int[blocks.size()];
    int scope = 0;
    for (int b = 0; b < scopes.length; b++) {
      Document.Block block = blocks.get(b);
      boolean separator = block.kind() == Document.BlockKind.SEPARATOR;
      if (b > 0 && (separator || block.comment() != blocks.get(b - 1).comment())) {
        scope++;
      }
      scopes[b] = scope;
      if (separator) {
        scope++;
      }
    }
    return scopes;
  }

  private static int[] quotationOf(SpeechTokens tokens, List<Quotations.Quotation> quotations) {
    int[] of = new int[tokens.size()];
    Arrays.fill(of, -1);
    for (int q = 0; q < quotations.size(); q++) {
      Quotations.Quotation quotation = quotations.get(q);
      if (quotation.closed()) {
        for (int t = tokens.atOrAfter(quotation.range().from());
            t < tokens.size() && tokens.from(t) < quotation.range().to();
            t++) {
          of[t] = q;
        }
      }
    }
    return of;
  }
}
