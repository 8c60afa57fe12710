package org.crcgraph;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.crcgraph.lexicon.Lexicon;
import org.crcgraph.model.Annotated;
import org.crcgraph.model.Annotation;
import org.crcgraph.model.Document;
import org.crcgraph.model.Issue;
import org.crcgraph.model.Place;
import org.crcgraph.model.PublicPeople;
import org.crcgraph.model.Review;
import org.crcgraph.model.Sha256;
import org.crcgraph.model.Span;
import org.crcgraph.read.ReviewReader;
import org.crcgraph.record.CommittedForm;
import org.crcgraph.record.RecordJson;
import org.crcgraph.record.ReviewJson;
import org.jspecify.annotations.Nullable;

/**
 * The file in which a person reviews what was extracted. Written again, it keeps every decision:
 * records that did not change keep theirs, new and changed ones are open.
 */
public final class ReviewFile {
  /** Code points of a passage that are shown; its place and digest say all. */
  private static final int LONGEST_QUOTE = 400;

  private static final Comparator<Review> ORDER =
      Comparator.<Review, String>comparing(r -> r.document().name())
          .thenComparing(r -> r.document().sha256())
          .thenComparing(Review::span)
          .thenComparing(Review::type)
          .thenComparing(r -> r.key() == null ? "" : r.key());

  private final Path file;
  private final RecordJson json = new RecordJson();
  private final ReviewJson lines;
  private final Reviews earlier;
  private final List<Review> before;

  private ReviewFile(Path file, ReviewJson lines, List<Review> before) {
    this.file = file;
    this.lines = lines;
    this.before = before;
    this.earlier = new Reviews(before);
  }

  /**
   * Opens a review. Where the file does not exist yet, the decisions that the data folder holds are
   * the beginning.
   *
   * @param file the file to edit
   * @param data the data folder
   * @param issues receives every fault of the file
   */
  public static ReviewFile open(Path file, Path data, Lexicon lexicon, List<Issue> issues)
      throws IOException {
    ReviewReader reader = new ReviewReader(lexicon);
    List<Review> before =
        Files.exists(file)
            ? reader.read(file, issues)
            : reader.readFolder(data.resolve("claims"), issues);
    return new ReviewFile(file, new ReviewJson(reader::needsKind), before);
  }

  /**
   * The review of these documents as it now stands.
   *
   * @param issues receives a line for each passage that does not match, and for each document that
   *     has changed
   */
  public List<Review> update(List<Annotated> documents, List<Issue> issues) {
    List<Review> reviews = new ArrayList<>();
    Set<String> shown = new HashSet<>();
    Set<String> names = new HashSet<>();
    for (Annotated annotated : documents) {
      if (shown.add(annotated.document().sha256())) {
        names.add(annotated.document().name());
        update(annotated, reviews, issues);
      }
    }
    for (Review review : before) {
      boolean updated = shown.contains(review.document().sha256());
      boolean changed = names.contains(review.document().name());
      if (!updated && (review.isDecided() || !changed) && (Files.exists(file) || changed)) {
        reviews.add(review);
      }
    }
    return reviews.stream().sorted(ORDER).toList();
  }

  private void update(Annotated annotated, List<Review> reviews, List<Issue> issues) {
    Document document = annotated.document();
    List<Review> known = earlier.of(document, issues);
    before.stream()
        .filter(r -> r.isDecided() && r.document().name().equals(document.name()))
        .filter(r -> !r.document().sha256().equals(document.sha256()))
        .findFirst()
        .ifPresent(r -> issues.add(Reviews.changed(document, r)));
    Decisions decisions = new Decisions(annotated.annotations(), known, json);
    Set<Review> used = new HashSet<>();
    for (Annotation record : annotated.annotations()) {
      Optional<Review> decision = decisions.on(record);
      if (decision.isEmpty()) {
        reviews.add(open(document, record, noteOf(decisions.insteadOf(record))));
      } else if (used.add(decision.get())) {
        reviews.add(shown(document, keeping(decision.get(), record)));
      }
    }
    decisions.orphans().forEach(review -> reviews.add(shown(document, review)));
  }

  /** A decision keeps the record that was decided on; an open one is what is extracted now. */
  private static Review keeping(Review review, Annotation extracted) {
    Annotation decided = review.isDecided() ? review.record() : null;
    if (decided == null) {
      return review.with(extracted);
    }
    return review.decision() == Review.Decision.CORRECT
        ? review
        : review.with(decided.with(extracted.evidence()));
  }

  private Review open(Document document, Annotation record, @Nullable String note) {
    Span span = record.evidence().span();
    return Review.open(
        Place.of(file.toString()),
        document.ref(),
        record,
        json.key(record),
        quote(document, span),
        Sha256.of(document.text().string(span)),
        note);
  }

  private static @Nullable String noteOf(Optional<Review> instead) {
    return instead
        .map(
            r ->
                "changed: "
                    + r.reviewer()
                    + " took another record at "
                    + r.span()
                    + " on "
                    + r.reviewedOn())
        .orElse(null);
  }

  /**
   * A review as the file shows it: with the passage, and with the digest that a move leaves out.
   */
  private Review shown(Document document, Review review) {
    Annotation record = review.record();
    String words = document.text().string(review.span());
    return new Review(
        review.place(),
        document.ref(),
        review.type(),
        review.span(),
        record,
        null,
        quote(document, review.span()),
        review.key() == null && record != null ? json.key(record) : review.key(),
        review.quoteSha256() == null ? Sha256.of(words) : review.quoteSha256(),
        review.quotePlace(),
        null,
        review.decision(),
        review.reviewer(),
        review.reviewedOn(),
        review.note());
  }

  private static String quote(Document document, Span span) {
    return document
        .text()
        .string(new Span(span.start(), Math.min(span.end(), span.start() + LONGEST_QUOTE)));
  }

  /** Writes the file for editing. */
  public void write(List<Review> reviews) throws IOException {
    write(file, reviews);
  }

  /**
   * Writes the decided reviews of these documents in the committed form, one file per document.
   *
   * @param folder usually {@code data/claims}
   * @param issues receives a line for each text that must be reworded; then nothing is written
   */
  public void writeCommitted(
      Path folder, List<Annotated> documents, List<Review> reviews, List<Issue> issues)
      throws IOException {
    Map<String, List<Review>> files = new TreeMap<>();
    List<Issue> faults = new ArrayList<>();
    for (Annotated annotated : documents) {
      Document document = annotated.document();
      List<Review> decided =
          reviews.stream()
              .filter(r -> r.isDecided() && r.document().sha256().equals(document.sha256()))
              .toList();
      PublicPeople people =
          PublicPeople.of(
              decided.stream().filter(Review::isAccepted).map(Review::acceptedRecord).toList());
      CommittedForm form = new CommittedForm(document, people, faults);
      List<Review> committed =
          decided.stream().flatMap(review -> form.of(review).stream()).toList();
      if (!committed.isEmpty()) {
        files.put(document.name(), committed);
      }
    }
    issues.addAll(faults);
    if (faults.isEmpty()) {
      Files.createDirectories(folder);
      for (Map.Entry<String, List<Review>> entry : files.entrySet()) {
        write(folder.resolve(entry.getKey() + ".jsonl"), entry.getValue());
      }
    }
  }

  /** Writes beside the old file and renames, so that a person's work is never half written. */
  private void write(Path target, List<Review> reviews) throws IOException {
    StringBuilder text = new StringBuilder();
    reviews.forEach(review -> text.append(lines.line(review)).append('\n'));
    Path absolute = target.toAbsolutePath();
    Path beside = absolute.resolveSibling("." + absolute.getFileName() + ".new");
    Files.writeString(beside, text, StandardCharsets.UTF_8);
    Files.move(
        beside, absolute, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
