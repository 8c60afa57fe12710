package org.crcgraph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.crcgraph.model.Annotation;
import org.crcgraph.model.Review;
import org.crcgraph.record.RecordJson;

/**
 * What a review says about the records that were extracted from the same document.
 *
 * <p>A decision is about the record with its key, or with the key of what it was corrected to. A
 * record that a person accepted and that is no longer extracted so (or never was) stands instead of
 * the extracted ones of its type at its place: the person has looked there.
 */
final class Decisions {
  private final RecordJson json;
  private final Map<String, Review> byKey = new HashMap<>();

  /** The accepted reviews of which no extracted record is the subject. */
  private final List<Review> unmatched = new ArrayList<>();

  /** The decided reviews of which no extracted record is the subject. */
  private final List<Review> orphans = new ArrayList<>();

  Decisions(List<Annotation> extracted, List<Review> reviews, RecordJson json) {
    this.json = json;
    Set<String> found = new HashSet<>();
    extracted.forEach(record -> found.add(json.key(record)));
    for (Review review : reviews) {
      Annotation record = review.record();
      String now = record == null ? "" : json.key(record);
      String before = review.key() == null ? now : review.key();
      // A correction that the program has learnt to find itself is the subject of its decision.
      if (found.contains(before)) {
        byKey.put(before, review);
      } else if (found.contains(now)) {
        byKey.putIfAbsent(now, review);
      } else if (review.isDecided()) {
        orphans.add(review);
        if (review.isAccepted()) {
          unmatched.add(review);
        }
      }
      if (review.decision() == Review.Decision.CORRECT && found.contains(now)) {
        byKey.putIfAbsent(now, review);
      }
    }
  }

  /** The review whose subject is this extracted record. */
  Optional<Review> on(Annotation extracted) {
    return Optional.ofNullable(byKey.get(json.key(extracted)));
  }

  /** The accepted record that stands instead of this extracted one. */
  Optional<Review> insteadOf(Annotation extracted) {
    return unmatched.stream().filter(review -> covers(review, extracted)).findFirst();
  }

  /** The decided reviews that are about nothing that was extracted. */
  List<Review> orphans() {
    return List.copyOf(orphans);
  }

  private boolean covers(Review review, Annotation extracted) {
    if (!review.type().equals(extracted.type())) {
      return false;
    }
    // One head per document; one record per document for a post or an inspection, wherever.
    return extracted instanceof Annotation.DocumentHead
        || review.span().overlaps(extracted.evidence().span())
        || ((extracted instanceof Annotation.PostHolding
                || extracted instanceof Annotation.Inspection)
            && sameFields(review, extracted));
  }

  private boolean sameFields(Review review, Annotation extracted) {
    Annotation record = review.record();
    return record != null && digest(json.key(record)).equals(digest(json.key(extracted)));
  }

  private static String digest(String key) {
    return key.substring(key.lastIndexOf('/'));
  }
}
