package org.crcgraph.model;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which people of a document may be published: those whom a register or lexicon knows, and those
 * who hold a post in an organisation, or a public office, in the document. To have been "a
 * probation officer once" is a trade and no post. Anybody else stays in the records for review.
 */
public final class PublicPeople {
  /** Offices that are public although no organisation is named with them. */
  private static final Set<String> PUBLIC_OFFICES =
      Set.of(
          "mp",
          "minister",
          "secretary",
          "peer",
          "baroness",
          "lord",
          "commissioner",
          "mayor",
          "councillor",
          "inspector",
          "judge",
          "ombudsman");

  private final Set<String> postHolders;
  private final Set<String> actors;

  private PublicPeople(Set<String> postHolders, Set<String> actors) {
    this.postHolders = postHolders;
    this.actors = actors;
  }

  /** The people of a document's records. */
  public static PublicPeople of(Collection<Annotation> records) {
    return new PublicPeople(
        records.stream()
            .filter(Annotation.PostHolding.class::isInstance)
            .map(Annotation.PostHolding.class::cast)
            .filter(PublicPeople::isPublicPost)
            .map(post -> post.person().name())
            .collect(Collectors.toUnmodifiableSet()),
        records.stream()
            .flatMap(record -> actor(record).stream())
            .map(EntityRef::name)
            .collect(Collectors.toUnmodifiableSet()));
  }

  /** Who speaks or holds a post in the record. */
  private static Optional<EntityRef> actor(Annotation record) {
    if (record instanceof Annotation.PostHolding post) {
      return Optional.of(post.person());
    }
    return record instanceof Annotation.Statement statement
        ? Optional.ofNullable(statement.speaker())
        : Optional.empty();
  }

  private static boolean isPublicPost(Annotation.PostHolding post) {
    return post.organisation() != null
        || Arrays.stream(post.post().toLowerCase(Locale.ROOT).split("[^a-z]+"))
            .anyMatch(PUBLIC_OFFICES::contains);
  }

  /** Whether a record may name the thing: anything that is no person, and people in public. */
  public boolean includes(EntityRef entity) {
    return entity.kind() != EntityKind.PERSON
        || entity.knownId().isPresent()
        || postHolders.contains(entity.name());
  }

  /**
   * Whether the thing does more in the document than be named in it: anything that is no person,
   * and people who hold a post in it or speak.
   */
  public boolean acts(EntityRef entity) {
    return entity.kind() != EntityKind.PERSON || actors.contains(entity.name());
  }

  /** The thing itself where it may be named, else null. */
  public @Nullable EntityRef orNobody(@Nullable EntityRef entity) {
    return entity != null && includes(entity) ? entity : null;
  }
}
