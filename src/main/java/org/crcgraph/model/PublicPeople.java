package org.crcgraph.model;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which people of a document may be published: those whom a register or lexicon knows, and those
 * who hold a post in the document. Anybody else stays in the records for review.
 */
public final class PublicPeople {
  private final Set<String> postHolders;

  private PublicPeople(Set<String> postHolders) {
    this.postHolders = postHolders;
  }

  /** The people of a document's records. */
  public static PublicPeople of(Collection<Annotation> records) {
    return new PublicPeople(
        records.stream()
            .filter(Annotation.PostHolding.class::isInstance)
            .map(r -> ((Annotation.PostHolding) r).person().name())
            .collect(Collectors.toUnmodifiableSet()));
  }

  /** Whether a record may name the thing: anything that is no person, and people in public. */
  public boolean includes(EntityRef entity) {
    return entity.kind() != EntityKind.PERSON
        || entity.knownId().isPresent()
        || postHolders.contains(entity.name());
  }

  /** The thing itself where it may be named, else null. */
  public @Nullable EntityRef orNobody(@Nullable EntityRef entity) {
    return entity != null && includes(entity) ? entity : null;
  }
}
