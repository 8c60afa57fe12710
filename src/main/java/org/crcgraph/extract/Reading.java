package org.crcgraph.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import org.crcgraph.model.Annotation;
import org.crcgraph.model.Document;
import org.crcgraph.model.Evidence;
import org.crcgraph.model.Span;
import org.crcgraph.model.TextRange;
import org.jspecify.annotations.Nullable;

/**
 * One document while it is being read: its text and sentences, the names in it, and what earlier
 * extractors found. Confined to one thread.
 */
public final class Reading {
  /** Tokens are kept for this many sentences, so that a document of any size fits in memory. */
  private static final int MOST_KEPT = 20_000;

  private final Document document;
  private final List<Name> names;
  private final Vocabulary vocabulary;
  private final CrcAreas areas;
  private final RuleCounts counts;
  private final List<Sentence> sentences;
  private final @Nullable Tokens[] tokens;
  private @Nullable Topics topics;

  /** For each sentence the kinds of triggers in it. */
  private byte @Nullable [] triggers;

  private final List<Annotation> found = new ArrayList<>();

  /**
   * A sentence.
   *
   * @param range where it stands, without surrounding white space
   * @param block index of its block in the document's layout
   */
  public record Sentence(TextRange range, int block) {}

  /**
   * Starts reading a document whose words nobody has looked at yet.
   *
   * @param names the linked names, by range
   */
  public Reading(Document document, List<Name> names) {
    this(document, names, CrcAreas.none(), RuleCounts.none());
  }

  /** Starts reading, with what is known of the areas of CRCs and of the rules. */
  Reading(Document document, List<Name> names, CrcAreas areas, RuleCounts counts) {
    this(document, new Vocabulary(document), names, areas, counts);
  }

  /** Starts reading a document whose words the search for names has looked at. */
  Reading(
      Document document,
      Vocabulary vocabulary,
      List<Name> names,
      CrcAreas areas,
      RuleCounts counts) {
    this.document = document;
    this.areas = areas;
    this.counts = counts;
    this.names = names.stream().sorted(Comparator.comparing(Name::range)).toList();
    this.vocabulary = vocabulary;
    this.sentences = Sentences.of(document, vocabulary.characters());
    this.tokens = new Tokens[Math.min(sentences.size(), MOST_KEPT)];
  }

  /** Which CRC is named after which area. */
  CrcAreas areas() {
    return areas;
  }

  /** The document. */
  public Document document() {
    return document;
  }

  /** The whole text; offsets of ranges count in it. */
  public String text() {
    return document.text().string();
  }

  /** The characters of {@link #text()}, for rules that look at each of them; never changed. */
  char[] characters() {
    return vocabulary.characters();
  }

  /** The different words of the document. */
  Vocabulary vocabulary() {
    return vocabulary;
  }

  /** The text of a range. */
  public String text(TextRange range) {
    return document.text().string(range);
  }

  /** The sentences in order; none runs over the end of a block. */
  public List<Sentence> sentences() {
    return sentences;
  }

  /** The sentences that begin in a range, in order. */
  public List<Sentence> sentences(TextRange in) {
    int low = Ordered.firstFrom(sentences, s -> s.range().from(), in.from());
    int end = low;
    while (end < sentences.size() && sentences.get(end).range().from() < in.to()) {
      end++;
    }
    return sentences.subList(low, end);
  }

  /** Whether one of some triggers begins in a sentence. */
  boolean has(Triggers.Kind kind, int sentence) {
    if (triggers == null) {
      triggers = new byte[sentences.size()];
      for (int i = 0; i < triggers.length; i++) {
        triggers[i] = (byte) Triggers.ALL.in(characters(), sentences.get(i).range());
      }
    }
    return (triggers[sentence] & kind.bit()) != 0;
  }

  /** What "the CRC" and "the company" mean; asked once all sections are found. */
  Topics topics() {
    if (topics == null) {
      topics = new Topics(this);
    }
    return topics;
  }

  /** The tokens of a sentence, kept for the next extractor unless the document is huge. */
  Tokens tokens(int sentence) {
    Tokens known = sentence < tokens.length ? tokens[sentence] : null;
    if (known == null) {
      known = Tokens.of(this, sentences.get(sentence).range());
      if (sentence < tokens.length) {
        tokens[sentence] = known;
      }
    }
    return known;
  }

  /** The linked names in order. */
  public List<Name> names() {
    return names;
  }

  /** The linked names that lie wholly in a range, in order. */
  public List<Name> names(TextRange in) {
    int low = Ordered.firstFrom(names, name -> name.range().from(), in.from());
    int end = low;
    while (end < names.size() && names.get(end).range().to() <= in.to()) {
      end++;
    }
    // No name overlaps another: what follows the first that runs over the end lies after it.
    return low == end ? List.of() : names.subList(low, end);
  }

  /** The records of a type that earlier extractors found, in order. */
  public <T extends Annotation> List<T> found(Class<T> type) {
    return found.stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** Evidence for a record that a rule found at a range. */
  public Evidence evidence(TextRange range, String rule) {
    Span span = document.text().span(range);
    OptionalDouble confidence = counts.confidence(rule);
    return confidence.isPresent()
        ? new Evidence(span, rule, confidence.getAsDouble())
        : Evidence.of(span, rule);
  }

  void add(List<? extends Annotation> records) {
    found.addAll(records);
  }

  List<Annotation> all() {
    return found;
  }
}
