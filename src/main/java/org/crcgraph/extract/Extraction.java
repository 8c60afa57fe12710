package org.crcgraph.extract;

import java.util.Comparator;
import java.util.List;
import org.crcgraph.lexicon.Lexicon;
import org.crcgraph.model.Annotation;
import org.crcgraph.model.Document;
import org.crcgraph.model.Issue;
import org.crcgraph.model.Place;

/**
 * Runs the extractors of all record types over a document, in an order that lets later ones see
 * what earlier ones found.
 */
public final class Extraction {
  private final List<RecordExtractor> extractors;
  private final CrcAreas areas;
  private final RuleCounts counts;

  /** Prepares every extractor with the lexicon's words. */
  public Extraction(Lexicon lexicon) {
    this(RecordType.extractors(lexicon), CrcAreas.of(lexicon), RuleCounts.of(lexicon));
  }

  Extraction(List<RecordExtractor> extractors, CrcAreas areas, RuleCounts counts) {
    this.extractors = List.copyOf(extractors);
    this.areas = areas;
    this.counts = counts;
  }

  /**
   * The records of a document, by span and type.
   *
   * @param failures receives a line for each extractor that fails over the document; the others'
   *     records are complete
   */
  public List<Annotation> extract(
      Document document, Vocabulary vocabulary, List<Name> names, List<Issue> failures) {
    Reading reading = new Reading(document, vocabulary, names, areas, counts);
    for (RecordExtractor extractor : extractors) {
      try {
        reading.add(extractor.extract(reading));
      } catch (RuntimeException e) {
        // One faulty rule must not cost a corpus its other records.
        failures.add(failure(document, extractor, e));
      }
    }
    return reading.all().stream()
        .sorted(
            Comparator.<Annotation, org.crcgraph.model.Span>comparing(a -> a.evidence().span())
                .thenComparing(Annotation::type))
        .toList();
  }

  private static Issue failure(
      Document document, RecordExtractor extractor, RuntimeException failure) {
    StackTraceElement[] trace = failure.getStackTrace();
    return Issue.failure(
        new Place(document.file(), 1, 1),
        extractor.getClass().getSimpleName()
            + " failed over this document ("
            + failure
            + (trace.length == 0 ? "" : " at " + trace[0])
            + "), its records are missing",
        "the other records are complete; please report this line with the document");
  }
}
