package org.crcgraph.extract;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.crcgraph.model.EntityKind;
import org.crcgraph.model.EntityRef;
import org.crcgraph.model.TextRange;

/** Which entities a statement is about. */
final class StatementTopics {
  private final Reading reading;

  StatementTopics(Reading reading) {
    this.reading = reading;
  }

  /** The things named in the words, in order. */
  List<EntityRef> about(TextRange range) {
    Set<EntityRef> about = new LinkedHashSet<>();
    for (Name name : reading.names(range)) {
      if (name.entity().kind() != EntityKind.PUBLICATION) {
        about.add(name.entity());
      }
    }
    return List.copyOf(about);
  }
}
