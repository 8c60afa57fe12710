package org.crcgraph.extract;

import java.util.List;
import java.util.Set;
import org.crcgraph.model.EntityKind;
import org.crcgraph.model.EntityRef;

/**
 * Those who work together: "in partnership with the charity Redwell", "a partnership between
 * Eastshire CRC and Redwell".
 */
final class SupplyPartnerships {
  /** How many tokens before the noun, at most, the customer is named. */
  private static final int REACH = 30;

  private static final Set<String> NOUNS =
      Set.of("partnership", "alliance", "relationship", "collaboration");

  private final SupplyParties parties;
  private final SupplyRecords records;
  private final Clauses clauses;
  private final Topics topics;

  SupplyPartnerships(SupplyParties parties, SupplyRecords records) {
    this.parties = parties;
    this.records = records;
    this.clauses = parties.clauses();
    this.topics = parties.topics();
  }

  /** Whether a word may be the noun of this family. */
  static boolean isNoun(String word) {
    return NOUNS.contains(word);
  }

  /** Reads the phrase around the noun at a token. */
  void addPartnership(Tokens tokens, int at) {
    if (tokens.is(at + 1, "between")) {
      addBetween(tokens, at);
      return;
    }
    if (!tokens.is(at + 1, "with")) {
      return;
    }
    List<Clauses.Party> sellers =
        clauses.object(
            tokens, at + 2, e -> e.kind() == EntityKind.SUPPLIER, SupplyPhrases::describes);
    if (sellers.isEmpty()) {
      addOfCharity(tokens, at);
      return;
    }
    List<EntityRef> customers = customers(tokens, at);
    records.add(SupplyRule.ALONGSIDE, tokens, at, at + 2, sellers, customers, new int[] {at, at});
  }

  /** The owner, or else the CRC, that is named before the noun; or whom a pronoun means. */
  private List<EntityRef> customers(Tokens tokens, int at) {
    EntityRef owner = null;
    EntityRef crc = null;
    int pronoun = -1;
    boolean supplier = false;
    for (int i = at - 1; i >= 0 && at - i < REACH; i--) {
      EntityRef entity = SupplyPhrases.entityAt(tokens, i);
      if (entity != null) {
        if (entity.kind() == EntityKind.OWNER && owner == null) {
          owner = entity;
        } else if (entity.kind() == EntityKind.CRC && crc == null) {
          crc = topics.meaning(tokens, i, SupplyPhrases.nameAt(tokens, i));
        }
        supplier |= entity.kind() == EntityKind.SUPPLIER;
      } else if (SupplyPhrases.ENDS.contains(tokens.get(i).word()) && !tokens.touches(i + 1)) {
        break;
      } else if (tokens.is(i, "we") || tokens.is(i, "our")) {
        return parties.ours(tokens, i);
      } else if (tokens.is(i, "it") || tokens.is(i, "they") || tokens.is(i, "its")) {
        pronoun = i;
      }
    }
    if (owner != null || crc != null) {
      return List.of(owner != null ? owner : crc);
    }
    if (pronoun >= 0 && !supplier) {
      return parties.customerBefore(tokens, pronoun, List.of()).map(List::of).orElse(List.of());
    }
    // "Services for women are delivered in partnership with Redwell."
    boolean delivered = tokens.is(at - 1, "in") && at > 2 && isService(tokens, at);
    return delivered && !supplier ? parties.ofSection(tokens, at) : List.of();
  }

  private static boolean isService(Tokens tokens, int at) {
    for (int i = at - 2; i >= 0 && at - i < 5; i--) {
      switch (tokens.get(i).word()) {
        case "delivered", "provided", "run", "offered", "developed", "managed" -> {
          return true;
        }
        default -> {
          // Another word may stand between.
        }
      }
    }
    return false;
  }

  /** "We work in close partnership with Eastshire CRC": said by a charity of itself. */
  private void addOfCharity(Tokens tokens, int at) {
    List<Clauses.Party> customers =
        clauses.object(
            tokens,
            at + 2,
            e -> SupplyKinds.CRCS_OR_OWNERS.test(e) && !Field.isClass(e),
            SupplyPhrases::describes);
    if (customers.isEmpty()) {
      return;
    }
    List<Clauses.Party> sellers = List.of();
    for (int i = at - 1; i >= 0 && at - i < 8 && sellers.isEmpty(); i--) {
      String word = tokens.get(i).name() == null ? tokens.get(i).word() : "";
      if (word.startsWith("work") || word.startsWith("deliver") || word.startsWith("run")) {
        Clauses.Group group = clauses.group(tokens, i, i + 1);
        sellers = clauses.subject(tokens, group.from(), e -> e.kind() == EntityKind.SUPPLIER);
      }
    }
    records.add(
        SupplyRule.ALONGSIDE,
        tokens,
        at,
        at + 2,
        sellers,
        SupplyPhrases.entities(customers),
        new int[] {at, at});
  }

  /** "a partnership between Eastshire CRC and Redwell". */
  private void addBetween(Tokens tokens, int at) {
    List<Clauses.Party> all =
        clauses.object(
            tokens,
            at + 2,
            SupplyKinds.CHARITIES.or(SupplyKinds.CRCS_OR_OWNERS),
            SupplyPhrases::describes);
    List<Clauses.Party> sellers =
        all.stream().filter(party -> party.entity().kind() == EntityKind.SUPPLIER).toList();
    List<EntityRef> customers =
        all.stream()
            .map(Clauses.Party::entity)
            .filter(SupplyKinds.CRCS_OR_OWNERS)
            .filter(entity -> !Field.isClass(entity))
            .toList();
    records.add(SupplyRule.ALONGSIDE, tokens, at, at + 2, sellers, customers, new int[] {at, at});
  }
}
