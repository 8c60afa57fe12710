package org.crcgraph.model;

import java.util.List;

/**
 * A thing that a register or lexicon knows by name.
 *
 * @param id {@code KIND/SLUG} as in its IRI
 * @param name canonical name, without honorific or legal suffix
 * @param kind what sort of thing it is
 * @param aliases other names, acronyms and spellings; never the canonical name itself
 */
public record Entity(String id, String name, EntityKind kind, List<String> aliases) {
  public Entity {
    if (!id.startsWith(kind.segment() + "/")) {
      throw new IllegalArgumentException(id + " is no id of a " + kind.label());
    }
    aliases = List.copyOf(aliases);
  }

  /** The reference that records carry. */
  public EntityRef ref() {
    return new EntityRef(name, kind, id);
  }
}
