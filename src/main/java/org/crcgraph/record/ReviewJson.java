package org.crcgraph.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Predicate;
import org.crcgraph.model.Annotation;
import org.crcgraph.model.DocumentRef;
import org.crcgraph.model.EntityRef;
import org.crcgraph.model.Evidence;
import org.crcgraph.model.Review;
import org.jspecify.annotations.Nullable;

/**
 * Writes reviews as JSON Lines: what a person decides first, then the record in the shape of the
 * annotation guideline, then what ties it to its document.
 */
public final class ReviewJson {
  private final ObjectMapper mapper =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
  private final Predicate<EntityRef> needsKind;

  /**
   * Prepares to write.
   *
   * @param needsKind tells which things cannot be found again by their name alone
   */
  public ReviewJson(Predicate<EntityRef> needsKind) {
    this.needsKind = needsKind;
  }

  /** One review as one line of JSON, without a line end. */
  public String line(Review review) {
    ObjectNode node = mapper.createObjectNode();
    node.put("decision", review.decision().label());
    node.put("reviewer", review.reviewer());
    node.put("reviewed_on", review.reviewedOn() == null ? null : review.reviewedOn().toString());
    node.put("note", review.note());
    node.put("type", review.type());
    node.put("start", review.span().start());
    node.put("end", review.span().end());
    putIfThere(node, "quote", review.quote());
    Annotation record = review.record();
    if (record != null) {
      putRecord(node, review, record);
    }
    putIfThere(node, "key", review.key());
    putIfThere(node, "quote_sha256", review.quoteSha256());
    putIfThere(node, "words_sha256", review.wordsSha256());
    DocumentRef document = review.document();
    node.putObject("document")
        .put("name", document.name())
        .put("sha256", document.sha256())
        .put("length", document.length());
    try {
      return mapper.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of plain values is always written", e);
    }
  }

  private void putRecord(ObjectNode node, Review review, Annotation record) {
    LineOfJson fields = new LineOfJson();
    List<EntityRef> named = RecordJson.putFields(record, fields);
    node.setAll(tree(fields.text()));
    Review.Wording wording = review.wording();
    if (wording != null) {
      node.putObject(Review.wordingField(review.type()).orElseThrow())
          .put("start", wording.span().start())
          .put("end", wording.span().end())
          .put("sha256", wording.sha256());
    }
    if (named.stream().anyMatch(needsKind)) {
      ObjectNode kinds = node.putObject("kinds");
      named.stream()
          .filter(needsKind)
          .forEach(entity -> kinds.put(entity.name(), entity.kind().label()));
    }
    Evidence evidence = record.evidence();
    if (!evidence.rule().equals(Evidence.REVIEW)) {
      node.put("rule", evidence.rule()).put("confidence", evidence.confidence());
    }
  }

  private ObjectNode tree(String line) {
    try {
      return mapper.readValue(line, ObjectNode.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a line that was just written is always read", e);
    }
  }

  private static void putIfThere(ObjectNode node, String field, @Nullable String value) {
    if (value != null) {
      node.put(field, value);
    }
  }
}
