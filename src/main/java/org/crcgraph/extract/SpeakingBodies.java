package org.crcgraph.extract;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.crcgraph.model.EntityKind;
import org.crcgraph.model.EntityRef;
import org.crcgraph.model.TextRange;
import org.jspecify.annotations.Nullable;

/** Which organisation "the company", "a union" or "the Ministry" means. */
final class SpeakingBodies {
  /** How far on, in UTF-16 units, "a union" is named. */
  private static final int FARTHEST_ANNOUNCED = 1500;

  private final Reading reading;
  private final SpeechTokens tokens;
  private final SpeechWords words;
  private final SpokenText.Known known;
  private final int[] scopes;

  SpeakingBodies(SpokenText spoken) {
    reading = spoken.reading();
    tokens = spoken.tokens();
    words = spoken.words();
    known = spoken.known();
    scopes = spoken.scopes();
  }

  /**
   * "Both unions", "the two companies": the first of the two that this part has named, which stands
   * for them; null where it has named one or more than two of the sort.
   */
  @Nullable EntityRef firstOfTwo(int core) {
    String plural = tokens.word(core);
    String one =
        plural.endsWith("ies")
            ? plural.substring(0, plural.length() - 3) + "y"
            : plural.substring(0, plural.length() - 1);
    SpeechWords.SpeakingNoun noun = words.noun(one);
    if (noun == null || noun.sort() != SpeechWords.NounSort.BODY) {
      return null;
    }
    Predicate<EntityRef> test = bodyTest(noun.body());
    int at = tokens.from(core);
    int scope = scopes[tokens.block(core)];
    List<Name> names = reading.names(new TextRange(Math.max(0, at - FARTHEST_ANNOUNCED), at));
    Set<EntityRef> meant = new LinkedHashSet<>();
    for (Name name : names) {
      int token = tokens.atOrAfter(name.range().from());
      if (scopes[tokens.block(token)] == scope && test.test(name.entity())) {
        meant.add(name.entity());
      }
    }
    return meant.size() == 2 ? meant.iterator().next() : null;
  }

  /**
   * The thing of a sort that was named last before an offset, else first after it, else the
   * default.
   */
  @Nullable EntityRef latest(int offset, Predicate<EntityRef> sort, @Nullable EntityRef otherwise) {
    List<Name> names = reading.names();
    int low = Ordered.firstFrom(names, name -> name.range().from(), offset);
    // Bounded, so that a long document without such a name costs no more than a short one.
    for (int i = low - 1; i >= Math.max(0, low - 400); i--) {
      if (sort.test(names.get(i).entity())) {
        return names.get(i).entity();
      }
    }
    for (int i = low; i < Math.min(names.size(), low + 100); i++) {
      if (sort.test(names.get(i).entity())) {
        return names.get(i).entity();
      }
    }
    return otherwise;
  }

  Speaker body(String sort, int from, List<Name> names, @Nullable String role) {
    Predicate<EntityRef> test = bodyTest(sort);
    for (Name name : names) {
      if (test.test(name.entity())) {
        return new Speaker(name.entity(), role, Speaker.Sort.NOUN);
      }
    }
    String first = tokens.word(from);
    boolean definite =
        switch (first) {
          case "a", "an", "another", "some", "one", "any", "many", "most", "several", "other" ->
              false;
          default -> true;
        };
    EntityRef entity =
        definite
            ? ofThisPart(sort, tokens.from(from))
                .orElseGet(() -> latest(tokens.from(from), test, byDefault(sort)))
            : isAnnounced(sort) ? announced(from, test) : null;
    return new Speaker(
        entity,
        entity == null ? role : null,
        entity == null ? Speaker.Sort.UNNAMED : Speaker.Sort.NOUN);
  }

  /** "The company", "the CRC" in a part that names one CRC only: that CRC. */
  private Optional<EntityRef> ofThisPart(String sort, int offset) {
    return switch (sort) {
      case "company", "crc" -> reading.topics().onlyCrcHere(offset);
      default -> Optional.empty();
    };
  }

  /** "The Ministry" of this field, where the text names none. */
  private @Nullable EntityRef byDefault(String sort) {
    return sort.equals("ministry") ? known.body(Field.MINISTRY.name()) : null;
  }

  private static boolean isAnnounced(String sort) {
    return switch (sort) {
      case "union", "charity", "committee" -> true;
      default -> false;
    };
  }

  /** "A union has warned …" at the head of an article: the one that the next paragraphs name. */
  private @Nullable EntityRef announced(int from, Predicate<EntityRef> test) {
    int at = tokens.from(from);
    int scope = scopes[tokens.block(from)];
    for (Name name :
        reading.names(
            new TextRange(
                Math.max(0, at - FARTHEST_ANNOUNCED),
                Math.min(reading.text().length(), at + FARTHEST_ANNOUNCED)))) {
      int token = tokens.atOrAfter(name.range().from());
      if (token < tokens.size()
          && scopes[tokens.block(token)] == scope
          && test.test(name.entity())) {
        // One that was named before is no longer "a union".
        return token < from ? null : name.entity();
      }
    }
    return null;
  }

  private static Predicate<EntityRef> bodyTest(String sort) {
    return switch (sort) {
      case "committee" -> e -> e.name().contains("Committee");
      case "audit" -> e -> e.name().contains("Audit");
      case "union" -> e -> e.kind() == EntityKind.UNION;
      case "association" -> e -> e.name().contains("Association");
      case "crc" -> e -> e.kind() == EntityKind.CRC && !SpokenText.isClass(e);
      case "company" ->
          e ->
              e.kind() == EntityKind.OWNER
                  || e.kind() == EntityKind.COMPANY
                  || e.kind() == EntityKind.SUPPLIER
                  || (e.kind() == EntityKind.CRC && !SpokenText.isClass(e));
      case "charity" -> e -> e.kind() == EntityKind.COMPANY || e.kind() == EntityKind.SUPPLIER;
      case "ministry" -> e -> e.name().contains("Ministry");
      case "department" -> e -> e.name().contains("Department") || e.name().contains("Ministry");
      case "office" -> e -> e.name().contains("Office");
      case "service" -> e -> e.name().contains("Service");
      case "trust" -> e -> e.name().contains("Trust");
      case "council" -> e -> e.name().contains("Council");
      case "publication" -> e -> e.kind() == EntityKind.PUBLICATION;
      default -> throw new IllegalArgumentException("speaking-nouns.txt: no body " + sort);
    };
  }

  /**
   * The organisation of a name as printed: one that the lexicon or the text knows, else a new one.
   */
  EntityRef organisation(String name) {
    EntityRef registered = known.named(name);
    if (registered != null) {
      return registered;
    }
    for (Name mention : reading.names()) {
      if (mention.entity().name().equals(name)) {
        return mention.entity();
      }
    }
    return EntityRef.found(name, EntityKind.COMPANY);
  }

  @Nullable EntityRef crcs(List<Name> names) {
    return names.isEmpty()
        ? known.named("Community Rehabilitation Companies")
        : names.get(names.size() - 1).entity();
  }
}
