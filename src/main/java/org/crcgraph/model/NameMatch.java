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
 * @param strength how much the name says by itself
 */
public record NameMatch(
    TextRange range, List<Entity> candidates, EntityRef form, Strength strength) {
  public NameMatch {
    candidates = List.copyOf(candidates);
  }

  /** How much a name says by itself. */
  public enum Strength {
    /** Distinctive: it means what it says wherever it stands. */
    FULL,
    /** An ordinary word or phrase as well ("Times", "Reading"): the words around it decide. */
    WORD,
    /** A forename or surname alone: the full names in the document decide. */
    PART,
    /** Spelt like a distinctive name but for a letter or two. */
    MISSPELT
  }
}
