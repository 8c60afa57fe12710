package org.crcgraph.model;

import java.util.List;

/**
 * A name as it stands in a text, before anybody has decided what it means.
 *
 * @param range exactly the name, without honorific or possessive ending
 * @param candidates what registers and lexicons know by this name, by id; empty for a name that was
 *     found by its form only
 * @param form what the form alone says it is (a person with a post, an organisation), for names
 *     without candidates
 */
public record NameMatch(TextRange range, List<Entity> candidates, EntityRef form) {
  public NameMatch {
    candidates = List.copyOf(candidates);
  }
}
