package org.crcgraph.extract;

import java.util.List;
import org.crcgraph.model.Annotation;

/** Finds the records of one type in a document. Implementations keep no state between documents. */
@FunctionalInterface
public interface RecordExtractor {
  /** The records of this type, each with its evidence and the rule that found it. */
  List<? extends Annotation> extract(Reading reading);
}
