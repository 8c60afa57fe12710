package org.crcgraph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.crcgraph.model.Annotated;
import org.crcgraph.model.Annotation;
import org.crcgraph.model.Document;
import org.crcgraph.model.DocumentRecords;
import org.crcgraph.model.DocumentRef;
import org.crcgraph.model.Issue;
import org.crcgraph.model.Place;
import org.crcgraph.model.Review;
import org.crcgraph.record.RecordJson;

/**
 * The reviews of a data folder, by document. Settles what stands of each document: rejected records
 * fall, accepted and corrected ones take the place of the extracted, the rest stays as extracted.
 * Safe for use by several threads.
 */
final class Reviews {
  private final Map<String, List<Review>> bySha256 = new LinkedHashMap<>();
  private final Map<String, Review> byName = new LinkedHashMap<>();
  private final Set<String> settled = ConcurrentHashMap.newKeySet();
  private final RecordJson json = new RecordJson();

  Reviews(List<Review> reviews) {
    for (Review review : reviews) {
      bySha256.computeIfAbsent(review.document().sha256(), s -> new ArrayList<>()).add(review);
      byName.putIfAbsent(review.document().name(), review);
    }
  }

  /** The reviews of a document that is at hand, with the text that they left in it put back. */
  List<Review> of(Document document, List<Issue> issues) {
    List<Review> reviews = new ArrayList<>();
    for (Review review : bySha256.getOrDefault(document.sha256(), List.of())) {
      List<Issue> faults = new ArrayList<>();
      review.verify(document, faults);
      issues.addAll(faults);
      if (faults.isEmpty()) {
        reviews.add(review.filledFrom(document.text()));
      }
    }
    return reviews;
  }

  /** What stands of a document that is at hand. */
  DocumentRecords settle(Annotated annotated, List<Issue> issues) {
    Document document = annotated.document();
    settled.add(document.sha256());
    warnIfChanged(document, issues);
    List<Review> reviews = of(document, issues);
    Decisions decisions = new Decisions(annotated.annotations(), reviews, json);
    List<Annotation> records = new ArrayList<>();
    for (Review review : reviews) {
      if (review.isAccepted() && isComplete(review, issues)) {
        records.add(review.acceptedRecord());
      }
    }
    for (Annotation extracted : annotated.annotations()) {
      boolean decided = decisions.on(extracted).map(Review::isDecided).orElse(false);
      if (!decided && decisions.insteadOf(extracted).isEmpty()) {
        records.add(extracted);
      }
    }
    return new DocumentRecords(document.ref(), document, records, annotated.unresolved());
  }

  /** The reviewed documents that were not at hand: their facts, without their text. */
  List<DocumentRecords> unsettled(List<Issue> issues) {
    List<DocumentRecords> documents = new ArrayList<>();
    bySha256.forEach(
        (sha256, reviews) -> {
          if (settled.contains(sha256)) {
            return;
          }
          List<Annotation> records = new ArrayList<>();
          for (Review review : reviews) {
            if (review.isAccepted() && isComplete(review, issues)) {
              records.add(review.acceptedRecord());
            }
          }
          if (!records.isEmpty()) {
            DocumentRef ref = reviews.get(0).document();
            documents.add(new DocumentRecords(ref, null, records, List.of()));
          }
        });
    return documents;
  }

  private static boolean isComplete(Review review, List<Issue> issues) {
    if (review.quoteSha256() == null) {
      issues.add(
          Issue.error(
              review.place(),
              "an accepted record without quote_sha256",
              "run crcgraph extract --review again with its document, which fills it in"));
      return false;
    }
    return true;
  }

  private void warnIfChanged(Document document, List<Issue> issues) {
    Review other = byName.get(document.name());
    if (other != null && !bySha256.containsKey(document.sha256())) {
      issues.add(changed(document, other));
    }
  }

  /** The line that says that a document is no longer the one that was reviewed. */
  static Issue changed(Document document, Review earlier) {
    return Issue.warning(
        Place.of(document.file()),
        "the document has changed since it was reviewed ("
            + earlier.place().file()
            + " has SHA-256 "
            + earlier.document().sha256().substring(0, 12)
            + "…, this is "
            + document.sha256().substring(0, 12)
            + "…)",
        "review it again: crcgraph extract --review");
  }
}
