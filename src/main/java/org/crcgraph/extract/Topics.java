package org.crcgraph.extract;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crcgraph.model.Annotation;
import org.crcgraph.model.Document;
import org.crcgraph.model.EntityRef;
import org.crcgraph.model.TextRange;
import org.jspecify.annotations.Nullable;

/**
 * What "the CRC" or "the company" means at a place: the one that the same section or comment names
 * last before it, or first after it, or the only one that the whole document names.
 */
final class Topics {
  private final TextRange whole;
  private final List<TextRange> scopes;
  private final Set<TextRange> comments;
  private final Named crcs;
  private final Named companies;

  /** Looks at the names, and at the sections and comments that were found so far. */
  Topics(Reading reading) {
    Document document = reading.document();
    this.whole = new TextRange(0, reading.text().length());
    this.comments =
        document.layout().comments().stream()
            .map(Document.CommentPart::range)
            .collect(Collectors.toSet());
    this.scopes =
        Stream.concat(
                reading.found(Annotation.Section.class).stream()
                    .map(section -> document.text().range(section.evidence().span())),
                comments.stream())
            .sorted()
            .toList();
    this.crcs = Named.of(reading, Field::isOneCrc);
    this.companies = Named.of(reading, Field::isCompany);
  }

  /** The names of one sort, in order, and the one thing that all of them mean, if they do. */
  private record Named(List<Name> names, @Nullable EntityRef only) {
    static Named of(Reading reading, Predicate<EntityRef> sort) {
      List<Name> names = reading.names().stream().filter(n -> sort.test(n.entity())).toList();
      long things = names.stream().map(Name::entity).distinct().limit(2).count();
      return new Named(names, things == 1 ? names.get(0).entity() : null);
    }

    Optional<EntityRef> at(int offset, TextRange scope) {
      int low = 0;
      int high = names.size();
      while (low < high) {
        int mid = (low + high) >>> 1;
        if (names.get(mid).range().from() < offset) {
          low = mid + 1;
        } else {
          high = mid;
        }
      }
      if (low > 0 && scope.contains(names.get(low - 1).range())) {
        return Optional.of(names.get(low - 1).entity());
      }
      if (low < names.size() && scope.contains(names.get(low).range())) {
        return Optional.of(names.get(low).entity());
      }
      return Optional.ofNullable(only);
    }
  }

  /** The section or comment around an offset, or the whole document. */
  TextRange scope(int offset) {
    int low = 0;
    int high = scopes.size();
    while (low < high) {
      int mid = (low + high) >>> 1;
      if (scopes.get(mid).from() <= offset) {
        low = mid + 1;
      } else {
        high = mid;
      }
    }
    // Scopes nest at most a few deep (a comment that reproduces an article): look back a little.
    for (int i = low - 1; i >= 0 && i >= low - 4; i--) {
      if (scopes.get(i).contains(offset)) {
        return scopes.get(i);
      }
    }
    return whole;
  }

  /** Whether the words at an offset are a reader's own, not those of an article in a comment. */
  boolean isPersonal(int offset) {
    return comments.contains(scope(offset));
  }

  /** The CRC that "the CRC" means at an offset. */
  Optional<EntityRef> crc(int offset) {
    return crcs.at(offset, scope(offset));
  }

  /** The company that "the company" means at an offset. */
  Optional<EntityRef> company(int offset) {
    return companies.at(offset, scope(offset));
  }
}
