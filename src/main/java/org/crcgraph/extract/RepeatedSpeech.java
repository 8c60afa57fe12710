package org.crcgraph.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.crcgraph.extract.Quotations.Quotation;
import org.crcgraph.extract.StatementExtractor.Saying;
import org.crcgraph.model.Annotation;
import org.crcgraph.model.Annotation.StatementMode;
import org.crcgraph.model.EntityRef;
import org.crcgraph.model.TextRange;
import org.jspecify.annotations.Nullable;

/**
 * Words that stand in the document before: a quotation without a speaker has the speaker of the
 * passage that it repeats, and a comment that copies a sentence of an article quotes it.
 */
final class RepeatedSpeech {
  /** Words in a row that make a passage known again. */
  private static final int RUN = 4;

  /** Fewer words of a comment than this are no copy. */
  private static final int SHORTEST_COPY = 12;

  private final Reading reading;
  private final SpeechTokens tokens;
  private final Speakers speakers;
  private final List<Saying> sayings;
  private final List<Annotation.Section> sections;
  private final int[] plain;
  private final int plainSize;

  /** First place of each run of words: open addressing, index in {@code plain} plus one. */
  private final int[] table;

  private RepeatedSpeech(
      Reading reading, SpeechTokens tokens, Speakers speakers, List<Saying> sayings) {
    this.reading = reading;
    this.tokens = tokens;
    this.speakers = speakers;
    this.sayings = sayings;
    this.sections = reading.found(Annotation.Section.class);
    int[] indices = new int[tokens.size()];
    int size = 0;
    for (int t = 0; t < tokens.size(); t++) {
      if (tokens.isWord(t)) {
        indices[size++] = t;
      }
    }
    plain = indices;
    plainSize = size;
    table = new int[Integer.highestOneBit(Math.max(16, size * 3)) * 2];
    for (int i = 0; i + RUN <= size; i++) {
      insert(i);
    }
  }

  /** Adds what is repeated to the statements found so far, and mends speakers among them. */
  static void find(
      Reading reading,
      SpeechTokens tokens,
      Speakers speakers,
      List<Quotation> unattributed,
      List<Saying> sayings) {
    boolean doubtful =
        sayings.stream().anyMatch(RepeatedSpeech::isDoubtful)
            || !unattributed.isEmpty()
            || !reading.document().layout().comments().isEmpty();
    if (doubtful) {
      RepeatedSpeech repeated = new RepeatedSpeech(reading, tokens, speakers, sayings);
      repeated.mend();
      repeated.quotations(unattributed);
      repeated.copies();
    }
  }

  private static boolean isDoubtful(Saying saying) {
    return saying.rule() == StatementRule.UNATTRIBUTED || isReportQuote(saying);
  }

  private static boolean isReportQuote(Saying saying) {
    return saying.mode() == StatementMode.DIRECT
        && saying.speaker().sort() == Speaker.Sort.WATCHDOG;
  }

  private int slot(int i) {
    int hash = 17;
    for (int k = 0; k < RUN; k++) {
      hash = hash * 0x9E3779B1 + tokens.id(plain[i + k]);
    }
    hash ^= hash >>> 15;
    hash *= 0x9E3779B1;
    return (hash ^ (hash >>> 13)) & (table.length - 1);
  }

  private void insert(int i) {
    int slot = slot(i);
    while (table[slot] != 0) {
      if (isSameRun(table[slot] - 1, i)) {
        return;
      }
      slot = (slot + 1) & (table.length - 1);
    }
    table[slot] = i + 1;
  }

  /** The first place of the run of words at {@code i}; never later than {@code i}. */
  private int firstPlace(int i) {
    int slot = slot(i);
    while (table[slot] != 0) {
      if (isSameRun(table[slot] - 1, i)) {
        return table[slot] - 1;
      }
      slot = (slot + 1) & (table.length - 1);
    }
    return i;
  }

  private boolean isSameRun(int a, int b) {
    for (int k = 0; k < RUN; k++) {
      if (tokens.id(plain[a + k]) != tokens.id(plain[b + k])) {
        return false;
      }
    }
    return true;
  }

  private int plainAt(int offset) {
    int found = Arrays.binarySearch(plain, 0, plainSize, tokens.atOrAfter(offset));
    return found >= 0 ? found : -found - 1;
  }

  /** Where the words of a range stand before it, or null; most of the words must agree. */
  private @Nullable TextRange source(TextRange range) {
    int from = plainAt(range.from());
    int to = plainAt(range.to());
    int runs = to - from - RUN + 1;
    if (runs < 1) {
      return null;
    }
    int agreeing = 0;
    int earliest = -1;
    int latest = -1;
    int step = Math.max(1, runs / 40);
    int looked = 0;
    for (int i = from; i < from + runs; i += step) {
      looked++;
      int place = firstPlace(i);
      if (place < from && (latest < 0 || Math.abs(place - latest) <= 3 * step + 8)) {
        agreeing++;
        earliest = earliest < 0 ? place : Math.min(earliest, place);
        latest = place;
      }
    }
    return agreeing * 10 >= looked * 7
        ? new TextRange(tokens.from(plain[earliest]), tokens.to(plain[latest + RUN - 1]))
        : null;
  }

  private void mend() {
    for (int i = 0; i < sayings.size(); i++) {
      Saying saying = sayings.get(i);
      if (!isDoubtful(saying)) {
        continue;
      }
      TextRange source = source(saying.range());
      if (source == null) {
        continue;
      }
      Speaker speaker = speakerAt(source, isReportQuote(saying));
      if (speaker != null) {
        sayings.set(
            i, new Saying(saying.range(), speaker, StatementMode.DIRECT, StatementRule.REPEATED));
      }
    }
  }

  /** Who says the passage: the innermost statement over it, else the section's publisher. */
  private @Nullable Speaker speakerAt(TextRange source, boolean signedOnly) {
    Saying best = null;
    for (Saying saying : sayings) {
      boolean over =
          saying.range().from() <= source.from() + 3 && source.to() - 3 <= saying.range().to();
      if (over
          && saying.speaker().isNamed()
          && (!signedOnly || saying.rule() == StatementRule.SIGNED_TEXT)
          && (best == null || saying.range().length() < best.range().length())) {
        best = saying;
      }
    }
    if (best != null) {
      return new Speaker(best.speaker().entity(), null, best.speaker().sort());
    }
    return signedOnly ? null : publisher(source);
  }

  private @Nullable Speaker publisher(TextRange source) {
    for (Annotation.Section section : sections) {
      if (reading.document().text().range(section.evidence().span()).contains(source)
          && section.publisher() != null) {
        EntityRef entity = speakers.organisation(section.publisher());
        return new Speaker(entity, null, Speaker.Sort.NAMED);
      }
    }
    return null;
  }

  private void quotations(List<Quotation> unattributed) {
    List<Saying> found = new ArrayList<>();
    for (Quotation quotation : unattributed) {
      TextRange source = source(quotation.range());
      Speaker speaker = source == null ? null : speakerAt(source, false);
      if (speaker != null) {
        found.add(
            new Saying(quotation.range(), speaker, StatementMode.DIRECT, StatementRule.REPEATED));
      }
    }
    sayings.addAll(found);
  }

  /** Sentences of comments that copy a passage without quotation marks. */
  private void copies() {
    List<Saying> found = new ArrayList<>();
    BitSet said = new BitSet(tokens.size());
    for (Saying saying : sayings) {
      said.set(tokens.atOrAfter(saying.range().from()), tokens.atOrAfter(saying.range().to()));
    }
    for (Reading.Sentence sentence : reading.sentences()) {
      if (reading.document().layout().blocks().get(sentence.block()).comment() < 0) {
        continue;
      }
      TextRange range = sentence.range();
      if (plainAt(range.to()) - plainAt(range.from()) < SHORTEST_COPY || overlaps(said, range)) {
        continue;
      }
      TextRange source = source(range);
      Speaker speaker = source == null || isComment(source) ? null : speakerAt(source, false);
      if (speaker != null) {
        found.add(
            new Saying(withoutMarks(range), speaker, StatementMode.DIRECT, StatementRule.REPEATED));
      }
    }
    sayings.addAll(found);
  }

  private boolean isComment(TextRange source) {
    int token = tokens.atOrAfter(source.from());
    return reading.document().layout().blocks().get(tokens.block(token)).comment() >= 0;
  }

  private boolean overlaps(BitSet said, TextRange range) {
    int next = said.nextSetBit(tokens.atOrAfter(range.from()));
    return next >= 0 && next < tokens.atOrAfter(range.to());
  }

  private TextRange withoutMarks(TextRange range) {
    String text = reading.text();
    int from = range.from();
    int to = range.to();
    while (from < to && "\"“”‘’'".indexOf(text.charAt(from)) >= 0) {
      from++;
    }
    while (to > from && "\"“”‘’'.".indexOf(text.charAt(to - 1)) >= 0) {
      if (text.charAt(to - 1) == '.'
          && (to - 2 < from || "\"“”‘’'".indexOf(text.charAt(to - 2)) < 0)) {
        break;
      }
      to--;
    }
    return new TextRange(from, to);
  }
}
