package org.crcgraph.extract;

import java.util.ArrayList;
import java.util.List;
import org.crcgraph.model.Annotation;
import org.crcgraph.model.Document;

/** The comments that the reader found, with the start of the comment that each replies to. */
final class CommentExtractor implements RecordExtractor {
  @Override
  public List<Annotation.Comment> extract(Reading reading) {
    List<Document.CommentPart> parts = reading.document().layout().comments();
    List<Annotation.Comment> comments = new ArrayList<>();
    for (Document.CommentPart part : parts) {
      Integer parent =
          part.parent() < 0
              ? null
              : Integer.valueOf(
                  reading.document().text().span(parts.get(part.parent()).range()).start());
      comments.add(
          new Annotation.Comment(
              reading.evidence(part.range(), "comment.layout"),
              part.author() == null ? "Anonymous" : part.author(),
              parent));
    }
    return comments;
  }
}
