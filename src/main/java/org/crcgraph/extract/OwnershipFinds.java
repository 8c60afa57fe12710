package org.crcgraph.extract;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.crcgraph.model.Annotation;
import org.crcgraph.model.EntityKind;
import org.crcgraph.model.EntityRef;
import org.crcgraph.model.TextRange;

/** The ownerships found so far in one document, with what the rules read it by. */
final class OwnershipFinds {
  /** A pair counts once in so many code units, about a sentence. */
  private static final int ONE_PLACE = 400;

  private final Reading reading;
  private final OwnershipWords words;
  private final Clauses clauses;
  private final OwningClauses parties;
  private final List<Annotation.Ownership> records = new ArrayList<>();
  private final Set<List<EntityRef>> pairs = new LinkedHashSet<>();
  private final Set<List<Object>> seen = new LinkedHashSet<>();

  OwnershipFinds(Reading reading, OwnershipWords words, Clauses clauses) {
    this.reading = reading;
    this.words = words;
    this.clauses = clauses;
    this.parties = new OwningClauses(reading, words, clauses);
  }

  /** The document. */
  Reading reading() {
    return reading;
  }

  /** The words that rules ask about. */
  OwnershipWords words() {
    return words;
  }

  /** How clauses are read in the document. */
  Clauses clauses() {
    return clauses;
  }

  /** Owners and owned things in clauses of owning. */
  OwningClauses parties() {
    return parties;
  }

  /** What was found, in the order of finding. */
  List<Annotation.Ownership> records() {
    return records;
  }

  /** Whether some rule has found that this owner has this thing. */
  boolean has(EntityRef owner, EntityRef owned) {
    return pairs.contains(List.of(owner, owned));
  }

  /** Whether some rule has found an owner of this thing. */
  boolean hasOwnerOf(EntityRef owned) {
    return pairs.stream().anyMatch(pair -> pair.get(1).equals(owned));
  }

  /** Adds a pair, once for each place: the surest rule comes first. */
  void add(OwnershipRule rule, EntityRef owner, EntityRef owned, TextRange range) {
    if (rule == OwnershipRule.ACTIVE
        && owner.kind() == EntityKind.SUPPLIER
        && !Field.isOneCrc(owned)
        && (Field.isClass(owned) || reading.text(range).matches("(?s).*(,| and ).*"))) {
      // Charities run services and centres, not each other.
      return;
    }
    if (owner.equals(owned)
        || !(Field.isCompany(owner) || owner.kind() == EntityKind.PUBLIC_BODY)
        || !OwnershipWords.OWNED.test(owned)
        || !seen.add(List.of(owner, owned, range.from() / ONE_PLACE))) {
      return;
    }
    pairs.add(List.of(owner, owned));
    records.add(new Annotation.Ownership(reading.evidence(range, rule.id()), owner, owned));
  }

  /** The stretch from the first to the last of some tokens and parties. */
  static TextRange range(Tokens tokens, int at, Clauses.Party owner, List<Clauses.Party> owned) {
    int from = at;
    int to = at + 1;
    List<Clauses.Party> all = new ArrayList<>(owned);
    all.add(owner);
    for (Clauses.Party party : all) {
      if (party.to() > party.from()) {
        from = Math.min(from, party.from());
        to = Math.max(to, party.to());
      }
    }
    return tokens.range(from, to);
  }

  /** The owners named in a range, each once. */
  List<EntityRef> owners(TextRange range) {
    boolean any = false;
    for (Name name : reading.names(range)) {
      any |= name.entity().kind() == EntityKind.OWNER;
    }
    if (!any) {
      return List.of();
    }
    return reading.names(range).stream()
        .map(Name::entity)
        .filter(entity -> entity.kind() == EntityKind.OWNER)
        .distinct()
        .toList();
  }
}
