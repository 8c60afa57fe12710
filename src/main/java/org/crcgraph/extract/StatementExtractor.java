package org.crcgraph.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.crcgraph.lexicon.Lexicon;
import org.crcgraph.model.Annotation;
import org.crcgraph.model.Annotation.StatementMode;
import org.crcgraph.model.Document;
import org.crcgraph.model.EntityKind;
import org.crcgraph.model.Evidence;
import org.crcgraph.model.TextRange;
import org.jspecify.annotations.Nullable;

/** Finds somebody's words: quotations, signed texts and reported speech. */
final class StatementExtractor implements RecordExtractor {
  private final SpeechWords words;
  private final SpokenText.Known known;

  StatementExtractor(Lexicon lexicon) {
    words = new SpeechWords(lexicon);
    known = new SpokenText.Known(lexicon);
  }

  @Override
  public List<Annotation.Statement> extract(Reading reading) {
    SpeechTokens tokens = SpeechTokens.of(reading);
    if (tokens.size() == 0) {
      return List.of();
    }
    int[] scopes = scopes(reading);
    List<Quotations.Quotation> quotations =
        Quotations.of(reading, scopes).stream()
            .filter(quotation -> !isReproduced(reading, tokens, quotation))
            .toList();
    int[] quotationOf = quotationOf(tokens, quotations);
    Speakers speakers =
        new Speakers(new SpokenText(reading, tokens, words, known, scopes, quotationOf));
    List<SayingFrames.Frame> frames = SayingFrames.of(tokens, words, speakers, quotationOf);
    List<Saying> sayings = new ArrayList<>();
    BitSet turns = Turns.find(reading, tokens, speakers, scopes, sayings);
    SignedTexts.find(reading, scopes, turns, sayings);
    @Nullable Speaker[] findings = FindingLists.of(reading, tokens, words, speakers, scopes);
    DirectSpeech direct =
        new DirectSpeech(reading, tokens, words, speakers, quotations, frames, scopes, findings);
    sayings.addAll(direct.find());
    sayings.addAll(
        new ReportedSpeech(
                reading,
                tokens,
                words,
                speakers,
                frames,
                SayingFrames.nested(tokens, words, speakers, quotationOf),
                quotationOf,
                direct.ranges(),
                direct.tails(),
                findings)
            .find());
    BlockSpeech.find(reading, tokens, scopes, frames, speakers, sayings);
    RepeatedSpeech.find(reading, tokens, speakers, direct.unattributed(), sayings);
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
    List<TextRange> sections =
        reading.found(Annotation.Section.class).stream()
            .map(section -> reading.document().text().range(section.evidence().span()))
            .sorted()
            .toList();
    int next = 0;
    int sectionEnd = Integer.MAX_VALUE;
    int scope = 0;
    for (int b = 0; b < scopes.length; b++) {
      Document.Block block = blocks.get(b);
      boolean separator = block.kind() == Document.BlockKind.SEPARATOR;
      if (b > 0 && (separator || block.comment() != blocks.get(b - 1).comment())) {
        scope++;
      }
      int from = block.range().from();
      if (from >= sectionEnd) {
        scope++;
        sectionEnd = Integer.MAX_VALUE;
      }
      while (next < sections.size() && sections.get(next).from() <= from) {
        scope++;
        sectionEnd = sections.get(next).to();
        next++;
      }
      scopes[b] = scope;
      if (separator) {
        scope++;
      }
    }
    return scopes;
  }

  /**
   * Whether a comment's quotation is a passage of an article that tells what others said: then they
   * speak, not the article.
   */
  private boolean isReproduced(
      Reading reading, SpeechTokens tokens, Quotations.Quotation quotation) {
    Document.Block block = reading.document().layout().blocks().get(quotation.firstBlock());
    if (block.comment() < 0
        || !quotation.closed()
        || block.range().from() != quotation.outer().from()
        || block.range().to() - quotation.outer().to() > 2) {
      return false;
    }
    int first = tokens.atOrAfter(quotation.range().from());
    int end = tokens.atOrAfter(quotation.range().to());
    for (int i = first + 1; i < end; i++) {
      SpeechWords.Saying saying = words.verb(tokens.word(i));
      if (saying != null
          && saying.form() == SpeechWords.Form.PAST
          && saying.takes(SpeechWords.Complement.CLAUSE)
          && isToldOf(reading, tokens, first, i - 1)) {
        return true;
      }
    }
    return false;
  }

  /** "a spokesman", "a spokeswoman for Elmbridge", "Jane Smith": who speaks in an article. */
  private boolean isToldOf(Reading reading, SpeechTokens tokens, int first, int last) {
    for (int i = last; i >= Math.max(first, last - 6) && tokens.isWord(i); i--) {
      SpeechWords.SpeakingNoun noun = words.noun(tokens.word(i));
      if (noun != null && noun.sort() == SpeechWords.NounSort.SPOKESPERSON) {
        return true;
      }
    }
    int to = tokens.to(last);
    return reading.names(new TextRange(tokens.from(first), to)).stream()
        .anyMatch(name -> name.range().to() == to && name.entity().kind() == EntityKind.PERSON);
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
