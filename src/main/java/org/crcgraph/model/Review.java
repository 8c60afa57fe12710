package org.crcgraph.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One line of a review: a record of a document with what a person decided about it.
 *
 * @param place where the line begins
 * @param document which document
 * @param type the word for the type of the record
 * @param span where the record stands
 * @param record the record, with corrections; null for a rejected one that was committed
 * @param wording the part of the record's text that is left in the document, or null
 * @param quote the passage as a help for the eyes, or null
 * @param key which extracted record was decided on, as {@code TYPE/START-END/DIGEST}; null for one
 *     that a person added
 * @param quoteSha256 digest of the passage, or null where a person moved it
 * @param quotePlace where the digest stands, for messages
 * @param wordsSha256 digest of a statement's words, or null
 * @param decision what was decided
 * @param reviewer who decided, or null while open
 * @param reviewedOn when, or null while open
 * @param note anything, or null
 */
public record Review(
    Place place,
    DocumentRef document,
    String type,
    Span span,
    @Nullable Annotation record,
    @Nullable Wording wording,
    @Nullable String quote,
    @Nullable String key,
    @Nullable String quoteSha256,
    Place quotePlace,
    @Nullable String wordsSha256,
    Decision decision,
    @Nullable String reviewer,
    @Nullable LocalDate reviewedOn,
    @Nullable String note) {

  /** What a person decided about a record. */
  public enum Decision {
    /** Nothing yet: the record stays as extracted. */
    OPEN,
    /** The record is right. */
    ACCEPT,
    /** The document does not say so. */
    REJECT,
    /** The record is right with the fields as they now stand. */
    CORRECT;

    /** The word in the file. */
    public String label() {
      return Labels.of(this);
    }
  }

  /**
   * A text of a record that stands word for word in the document and is left there.
   *
   * @param span where it stands
   * @param sha256 digest of the text
   * @param place where the digest stands, for messages
   */
  public record Wording(Span span, String sha256, Place place) {}

  /** The field of a type of record whose text may be left in the document. */
  public static Optional<String> wordingField(String type) {
    return switch (type) {
      case "document", "section" -> Optional.of("title");
      case "statement" -> Optional.of("role");
      default -> Optional.empty();
    };
  }

  /** A record that was just extracted, or one that is so no longer decided. */
  public static Review open(
      Place place,
      DocumentRef document,
      Annotation record,
      String key,
      String quote,
      String quoteSha256,
      @Nullable String note) {
    Span span = record.evidence().span();
    return new Review(
        place,
        document,
        record.type(),
        span,
        record,
        null,
        quote,
        key,
        quoteSha256,
        place,
        null,
        Decision.OPEN,
        null,
        null,
        note);
  }

  /** Whether a person has decided. */
  public boolean isDecided() {
    return decision != Decision.OPEN;
  }

  /** Whether a person vouches for the record. */
  public boolean isAccepted() {
    return decision == Decision.ACCEPT || decision == Decision.CORRECT;
  }

  /** The record as a person vouches for it. */
  public Annotation acceptedRecord() {
    if (record == null || !isAccepted()) {
      throw new IllegalStateException("not accepted: " + place);
    }
    return record.with(
        Evidence.accepted(
            span,
            new Acceptance(
                Objects.requireNonNull(reviewer, "a decision names its reviewer"),
                Objects.requireNonNull(reviewedOn, "a decision has its day"),
                Objects.requireNonNull(quoteSha256, "an accepted passage has its digest"),
                wordsSha256)));
  }

  /** The same decision over this record. */
  public Review with(Annotation other) {
    return with(other.evidence().span(), other, wording);
  }

  private Review with(Span other, Annotation annotation, @Nullable Wording left) {
    return new Review(
        place,
        document,
        type,
        other,
        annotation,
        left,
        quote,
        key,
        quoteSha256,
        quotePlace,
        wordsSha256,
        decision,
        reviewer,
        reviewedOn,
        note);
  }

  /**
   * Holds the review against its document: every passage must match its digest.
   *
   * @param issues receives a line for each passage that does not
   */
  public void verify(Document at, List<Issue> issues) {
    SourceText text = at.text();
    if (document.length() != text.codePoints()) {
      issues.add(
          Issue.error(
              place,
              "the document "
                  + at.name()
                  + " has "
                  + text.codePoints()
                  + " code points, not "
                  + document.length(),
              AGAIN));
    }
    verify(at, span, quoteSha256, quotePlace, issues);
    if (wording != null) {
      verify(at, wording.span(), wording.sha256(), wording.place(), issues);
    }
    if (wordsSha256 != null
        && span.end() <= text.codePoints()
        && !Sha256.ofWords(text.string(span)).equals(wordsSha256)) {
      issues.add(
          Issue.error(
              quotePlace,
              "the words at " + span + " of the document " + at.name() + " have another digest",
              AGAIN));
    }
  }

  private static final String AGAIN =
      "put the span right, or delete the digest and run crcgraph extract --review again";

  private static void verify(
      Document at, Span span, @Nullable String sha256, Place place, List<Issue> issues) {
    if (span.end() > at.text().codePoints()) {
      issues.add(
          Issue.error(
              place,
              "the passage "
                  + span
                  + " runs over the end of the document "
                  + at.name()
                  + " at "
                  + at.text().codePoints(),
              AGAIN));
    } else if (sha256 != null && !Sha256.of(at.text().string(span)).equals(sha256)) {
      issues.add(
          Issue.error(
              place,
              "the passage "
                  + span
                  + " of the document "
                  + at.name()
                  + " ("
                  + at.file()
                  + ") does not match its digest",
              AGAIN));
    }
  }

  /** The review with the text that was left in the document put back into its record. */
  public Review filledFrom(SourceText text) {
    if (wording == null || record == null) {
      return this;
    }
    String words = text.string(wording.span());
    Evidence evidence = record.evidence();
    Annotation filled;
    if (record instanceof Annotation.DocumentHead head) {
      filled = new Annotation.DocumentHead(evidence, words, head.date(), head.kind());
    } else if (record instanceof Annotation.Section section) {
      filled =
          new Annotation.Section(
              evidence, section.kind(), section.publisher(), section.date(), words);
    } else if (record instanceof Annotation.Statement statement) {
      filled =
          new Annotation.Statement(
              evidence, statement.speaker(), words, statement.mode(), statement.about());
    } else {
      throw new IllegalStateException("no text of a " + type + " is left in its document");
    }
    return with(span, filled, null);
  }
}
