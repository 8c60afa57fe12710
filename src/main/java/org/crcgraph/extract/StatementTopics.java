package org.crcgraph.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.crcgraph.model.Annotation;
import org.crcgraph.model.EntityKind;
import org.crcgraph.model.EntityRef;
import org.crcgraph.model.TextRange;
import org.jspecify.annotations.Nullable;

/** Which entities a statement is about. */
final class StatementTopics {
  /** Longer statements name what they are about. */
  private static final int LONGEST_LOOKED_THROUGH = 2_000;

  private static final int FEWEST_MENTIONS = 6;

  private final Reading reading;

  /** Sections by their start; for each the one CRC that it names, or null. */
  private final TreeMap<Integer, Part> parts = new TreeMap<>();

  private record Part(TextRange range, @Nullable EntityRef onlyCrc, @Nullable EntityRef person) {}

  StatementTopics(Reading reading) {
    this.reading = reading;
    List<TextRange> ranges = new ArrayList<>();
    for (Annotation.Section section : reading.found(Annotation.Section.class)) {
      ranges.add(reading.document().text().range(section.evidence().span()));
    }
    if (ranges.isEmpty() && reading.document().layout().comments().isEmpty()) {
      ranges.add(new TextRange(0, reading.text().length()));
    }
    int comments =
        reading.document().layout().comments().stream()
            .mapToInt(comment -> comment.range().from())
            .min()
            .orElse(reading.text().length());
    EntityRef ofDocument = onlyCrc(new TextRange(0, comments));
    for (TextRange range : ranges) {
      parts.put(range.from(), new Part(range, crcOf(range, ofDocument), dominant(range)));
    }
  }

  /** The CRC of the part, or, where it names none, that of the document without its comments. */
  private @Nullable EntityRef crcOf(TextRange range, @Nullable EntityRef ofDocument) {
    return reading.names(range).stream().anyMatch(name -> Field.isOneCrc(name.entity()))
        ? onlyCrc(range)
        : ofDocument;
  }

  /** The person whom a part names so often that the whole part is about them, or null. */
  private @Nullable EntityRef dominant(TextRange range) {
    List<Name> names = reading.names(range);
    Map<EntityRef, Integer> counts = new HashMap<>();
    for (Name name : names) {
      if (name.entity().kind() == EntityKind.PERSON) {
        counts.merge(name.entity(), 1, Integer::sum);
      }
    }
    return counts.entrySet().stream()
        .filter(e -> e.getValue() >= FEWEST_MENTIONS && e.getValue() * 3 >= names.size())
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(null);
  }

  /**
   * The one company that a part is about, such as the CRC of an inspection report: the only one
   * that it names, at its beginning or more than once.
   */
  private @Nullable EntityRef onlyCrc(TextRange range) {
    EntityRef only = null;
    boolean central = false;
    for (Name name : reading.names(range)) {
      if (name.entity().kind() == EntityKind.CRC && !Field.isClass(name.entity())) {
        if (only != null && !only.equals(name.entity())) {
          return null;
        }
        central |= only != null || Topics.isEarly(name.range().from(), range);
        only = name.entity();
      }
    }
    return central ? only : null;
  }

  /** The things named in the words, in order, and the CRC that they call "the CRC". */
  List<EntityRef> about(TextRange range) {
    Set<EntityRef> about = new LinkedHashSet<>();
    for (Name name : reading.names(range)) {
      if (name.entity().kind() != EntityKind.PUBLICATION) {
        about.add(name.entity());
      }
    }
    Part part = partAt(range);
    EntityRef crc = part == null ? null : part.onlyCrc();
    if (crc != null && (about.isEmpty() || speaksOfTheCrc(range))) {
      about.add(crc);
    }
    EntityRef person = part == null ? null : part.person();
    if (person != null) {
      about.add(person);
    }
    return List.copyOf(about);
  }

  private @Nullable Part partAt(TextRange range) {
    var entry = parts.floorEntry(range.from());
    return entry != null && entry.getValue().range().contains(range.from())
        ? entry.getValue()
        : null;
  }

  private boolean speaksOfTheCrc(TextRange range) {
    if (range.length() > LONGEST_LOOKED_THROUGH) {
      return false;
    }
    String words = reading.text(range).toLowerCase(Locale.ROOT);
    return words.contains("the crc") || words.contains("the company");
  }
}
