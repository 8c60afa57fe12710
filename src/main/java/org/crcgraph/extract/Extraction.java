package org.crcgraph.extract;

import java.util.Comparator;
import java.util.List;
import org.crcgraph.lexicon.Lexicon;
import org.crcgraph.model.Annotation;
import org.crcgraph.model.Document;

/**
 * Runs the extractors of all record types over a document, in an order that lets later ones see
 * what earlier ones found.
 */
public final class Extraction {
  private final List<RecordExtractor> extractors;
  private final CrcAreas areas;

  /** Prepares every extractor with the lexicon's words. */
  public Extraction(Lexicon lexicon) {
    extractors = RecordType.extractors(lexicon);
    areas = CrcAreas.of(lexicon);
  }

  /** The records of a document, by span and type. */
  public List<Annotation> extract(Document document, List<Name> names) {
    Reading reading = new Reading(document, names, areas);
    for (RecordExtractor extractor : extractors) {
      reading.add(extractor.extract(reading));
    }
    return reading.all().stream()
        .sorted(
            Comparator.<Annotation, org.crcgraph.model.Span>comparing(a -> a.evidence().span())
                .thenComparing(Annotation::type))
        .toList();
  }
}
