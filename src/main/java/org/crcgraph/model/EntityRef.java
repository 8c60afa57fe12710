package org.crcgraph.model;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The entity that a record speaks of: one of the registers and lexicons, or one found by its form
 * in this document alone.
 *
 * @param name canonical name, such as "Kent, Surrey and Sussex CRC"
 * @param kind what sort of thing it is
 * @param id {@code KIND/SLUG} as in its IRI, or null where no register or lexicon knows it
 */
public record EntityRef(String name, EntityKind kind, @Nullable String id) {
  public EntityRef {
    if (name.isBlank()) {
      throw new IllegalArgumentException("an entity needs a name");
    }
  }

  /** A thing that no register or lexicon knows. */
  public static EntityRef found(String name, EntityKind kind) {
    return new EntityRef(name, kind, null);
  }

  /** The id where a register or lexicon knows the thing. */
  public Optional<String> knownId() {
    return Optional.ofNullable(id);
  }

  /**
   * Written out, because rules ask it for every name and a record's own takes ten times as long.
   */
  @Override
  public boolean equals(@Nullable Object other) {
    return other == this
        || (other instanceof EntityRef that
            && kind == that.kind
            && name.equals(that.name)
            && Objects.equals(id, that.id));
  }

  @Override
  public int hashCode() {
    return name.hashCode() * 31 + Objects.hashCode(id);
  }

  @Override
  public String toString() {
    return name;
  }
}
