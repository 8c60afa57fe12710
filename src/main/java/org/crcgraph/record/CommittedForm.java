package org.crcgraph.record;

import java.util.List;
import java.util.Optional;
import org.crcgraph.model.Annotation;
import org.crcgraph.model.Document;
import org.crcgraph.model.EntityRef;
import org.crcgraph.model.Evidence;
import org.crcgraph.model.Issue;
import org.crcgraph.model.PublicPeople;
import org.crcgraph.model.Review;
import org.crcgraph.model.Sha256;
import org.crcgraph.model.Span;
import org.jspecify.annotations.Nullable;

/**
 * Turns decided reviews into the form that may be committed and published: facts, places and
 * digests, no text of the document. Names, numbers, dates, codes and the editor's own words stay; a
 * title or role that stands in the document word for word is left there, and its place and digest
 * are kept; a comment loses its author, and nobody is named who is not in public.
 */
public final class CommittedForm {
  /** A run of more words than this that stands in the document is its text. */
  private static final int MOST_WORDS = 4;

  /** A short phrase that is part of what a record is, such as a post, may be as long as this. */
  private static final int MOST_WORDS_OF_A_NAME = 8;

  private final Document document;
  private final PublicPeople people;
  private final String words;
  private final List<Issue> issues;

  /**
   * Prepares to strip the reviews of a document.
   *
   * @param people the people whom the records may name
   * @param issues receives a line for each text that must be reworded first
   */
  public CommittedForm(Document document, PublicPeople people, List<Issue> issues) {
    this.document = document;
    this.people = people;
    this.issues = issues;
    this.words = " " + Sha256.words(document.text().string()) + " ";
  }

  /** The committed form of a decided review; empty where nothing of it may be published. */
  public Optional<Review> of(Review review) {
    Annotation record = review.record();
    if (!review.isDecided()) {
      return Optional.empty();
    }
    Stripping stripping = new Stripping(review);
    stripping.nameOrNull(review.note());
    if (!review.isAccepted() || record == null) {
      return Optional.of(copy(review, null, null));
    }
    Evidence plain = new Evidence(review.span(), Evidence.REVIEW, 1);
    return record
        .with(plain)
        .accept(stripping)
        .map(stripped -> copy(review, stripped.record(), stripped.wording()));
  }

  /** A record without text, with the place of what was left in the document. */
  private record Stripped(Annotation record, Review.@Nullable Wording wording) {}

  private Review copy(
      Review review, @Nullable Annotation record, Review.@Nullable Wording wording) {
    return new Review(
        review.place(),
        review.document(),
        review.type(),
        review.span(),
        record,
        wording,
        null,
        review.key(),
        review.quoteSha256(),
        review.quotePlace(),
        record instanceof Annotation.Statement
            ? Sha256.ofWords(document.text().string(review.span()))
            : null,
        review.decision(),
        review.reviewer(),
        review.reviewedOn(),
        review.note());
  }

  private final class Stripping implements Annotation.Visitor<Optional<Stripped>> {
    private final Review review;

    Stripping(Review review) {
      this.review = review;
    }

    private Optional<Stripped> as(Annotation record) {
      return Optional.of(new Stripped(record, null));
    }

    private static int count(@Nullable String text) {
      return text == null || text.isBlank() ? 0 : Sha256.words(text).split(" ").length;
    }

    private boolean stands(@Nullable String text) {
      return text != null && words.contains(" " + Sha256.words(text) + " ");
    }

    /** Where a text stands in the document, if it is so long that it must stay there. */
    private Review.@Nullable Wording left(@Nullable String text) {
      if (text == null || count(text) <= MOST_WORDS || !stands(text)) {
        return null;
      }
      String all = document.text().string();
      int near = document.text().range(review.span()).from();
      int before = all.lastIndexOf(text, near);
      int after = all.indexOf(text, near);
      int found = after < 0 || (before >= 0 && near - before < after - near) ? before : after;
      if (found < 0) {
        tooLong(text);
        return null;
      }
      Span span = document.text().span(found, found + text.length());
      return new Review.Wording(span, Sha256.of(text), review.place());
    }

    /** A text that is part of what the record is cannot be left out. */
    private String name(String text) {
      if (count(text) > MOST_WORDS_OF_A_NAME && stands(text)) {
        tooLong(text);
      }
      return text;
    }

    private @Nullable String nameOrNull(@Nullable String text) {
      return text == null ? null : name(text);
    }

    private void tooLong(String text) {
      issues.add(
          Issue.error(
              review.place(),
              "\"" + text + "\" is text of the document",
              "correct the record: say it in a few words of your own"));
    }

    @Override
    public Optional<Stripped> documentHead(Annotation.DocumentHead head) {
      Review.Wording left = left(head.title());
      return Optional.of(
          new Stripped(
              new Annotation.DocumentHead(
                  head.evidence(), left == null ? head.title() : null, head.date(), head.kind()),
              left));
    }

    @Override
    public Optional<Stripped> section(Annotation.Section section) {
      Review.Wording left = left(section.title());
      return Optional.of(
          new Stripped(
              new Annotation.Section(
                  section.evidence(),
                  section.kind(),
                  nameOrNull(section.publisher()),
                  section.date(),
                  left == null ? section.title() : null),
              left));
    }

    @Override
    public Optional<Stripped> comment(Annotation.Comment comment) {
      return as(new Annotation.Comment(comment.evidence(), "Anonymous", comment.parent()));
    }

    @Override
    public Optional<Stripped> mention(Annotation.Mention mention) {
      return people.includes(mention.entity()) ? as(mention) : Optional.empty();
    }

    @Override
    public Optional<Stripped> ownership(Annotation.Ownership ownership) {
      return as(ownership);
    }

    @Override
    public Optional<Stripped> postHolding(Annotation.PostHolding post) {
      return as(
          new Annotation.PostHolding(
              post.evidence(),
              post.person(),
              name(post.post()),
              post.organisation(),
              post.status()));
    }

    @Override
    public Optional<Stripped> statement(Annotation.Statement statement) {
      Review.Wording left = left(statement.role());
      return Optional.of(
          new Stripped(
              new Annotation.Statement(
                  statement.evidence(),
                  people.orNobody(statement.speaker()),
                  left == null ? statement.role() : null,
                  statement.mode(),
                  inPublic(statement.about())),
              left));
    }

    @Override
    public Optional<Stripped> inspection(Annotation.Inspection inspection) {
      return as(
          new Annotation.Inspection(
              inspection.evidence(),
              inspection.inspector(),
              inPublic(inspection.subjects()),
              nameOrNull(inspection.title()),
              nameOrNull(inspection.area()),
              inspection.period(),
              inspection.published(),
              inspection.sample()));
    }

    @Override
    public Optional<Stripped> contract(Annotation.Contract contract) {
      return as(contract);
    }

    @Override
    public Optional<Stripped> supply(Annotation.Supply supply) {
      return as(
          new Annotation.Supply(
              supply.evidence(),
              supply.supplier(),
              supply.customer(),
              nameOrNull(supply.service()),
              supply.status()));
    }

    @Override
    public Optional<Stripped> figure(Annotation.Figure figure) {
      EntityRef subject = people.orNobody(figure.subject());
      if (subject == null && figure.subject() != null) {
        return Optional.empty();
      }
      return as(
          new Annotation.Figure(
              figure.evidence(),
              subject,
              name(figure.indicator()),
              figure.value(),
              figure.unit(),
              nameOrNull(figure.period())));
    }

    private List<EntityRef> inPublic(List<EntityRef> entities) {
      return entities.stream().filter(people::includes).toList();
    }
  }
}
