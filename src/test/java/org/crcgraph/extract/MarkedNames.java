package org.crcgraph.extract;

import java.util.Comparator;
import java.util.List;
import org.crcgraph.Pipeline;
import org.crcgraph.model.Annotated;
import org.crcgraph.model.Annotation;
import org.crcgraph.model.Document;
import org.crcgraph.model.InventedDocument;
import org.crcgraph.model.PartialDate;
import org.crcgraph.model.TextRange;
import org.jspecify.annotations.Nullable;

/** Runs the whole pipeline over a short text and writes the mentions into it. */
final class MarkedNames {
  private static final Pipeline PIPELINE = new Pipeline(Invented.lexicon());

  private MarkedNames() {}

  /** The text with each mention as {@code [name]}, or {@code [name=Entity]} where they differ. */
  static String of(String text) {
    return of(annotated(text, new PartialDate(2018, 6, 15)));
  }

  static String of(Annotated annotated) {
    StringBuilder marked = new StringBuilder(annotated.document().text().string());
    mentions(annotated).stream()
        .sorted(Comparator.comparing((Annotation.Mention m) -> m.evidence().span()).reversed())
        .forEach(
            mention -> {
              TextRange range = annotated.document().text().range(mention.evidence().span());
              String name = annotated.document().text().string(range);
              String entity = mention.entity().name();
              String mark = name.equals(entity) ? name : name + "=" + entity;
              marked.replace(range.from(), range.to(), "[" + mark + "]");
            });
    return marked.toString();
  }

  static List<Annotation.Mention> mentions(Annotated annotated) {
    return annotated.annotations().stream()
        .filter(Annotation.Mention.class::isInstance)
        .map(Annotation.Mention.class::cast)
        .toList();
  }

  static List<Annotation.PostHolding> posts(String text) {
    return annotated(text, new PartialDate(2018, 6, 15)).annotations().stream()
        .filter(Annotation.PostHolding.class::isInstance)
        .map(Annotation.PostHolding.class::cast)
        .toList();
  }

  /** Reads a text whose lines are blocks. */
  static Annotated annotated(String text, @Nullable PartialDate date) {
    return PIPELINE.annotate(
        InventedDocument.of(
            text,
            new Document.Layout(
                null,
                date,
                Annotation.DocumentKind.NEWS_ARTICLE,
                InventedDocument.paragraphs(text),
                List.of(),
                List.of())));
  }
}
