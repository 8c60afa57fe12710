package org.crcgraph.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.crcgraph.model.EntityKind;
import org.crcgraph.model.EntityRef;

/**
 * "Redwell delivers mentoring for Eastshire CRC", and what is run by or in partnership with
 * somebody.
 */
final class SupplyDeliveries {
  private final SupplyParties parties;
  private final SupplyRecords records;
  private final Clauses clauses;
  private final Topics topics;

  SupplyDeliveries(SupplyParties parties, SupplyRecords records) {
    this.parties = parties;
    this.records = records;
    this.clauses = parties.clauses();
    this.topics = parties.topics();
  }

  /** "Redwell delivers mentoring for Eastshire CRC", "unpaid work is run by Redwell". */
  void addDelivery(Tokens tokens, int from, int to) {
    Clauses.Group group = clauses.group(tokens, from, to);
    if (!group.real()) {
      return;
    }
    int by = -1;
    List<EntityRef> between = new ArrayList<>();
    for (int i = to; i < Math.min(to + 7, tokens.size()) && by < 0; i++) {
      by = tokens.is(i, "by") ? i + 1 : -1;
      EntityRef entity = SupplyPhrases.entityAt(tokens, i);
      if (entity != null && !SupplyKinds.BUYERS.test(entity)) {
        break;
      }
      if (entity != null) {
        between.add(topics.meaning(tokens, i, SupplyPhrases.nameAt(tokens, i)));
      }
    }
    if (by > 0) {
      List<Clauses.Party> sellers = parties.sellers(tokens, by);
      int[] service = SupplyPhrases.nounBefore(tokens, group.from());
      List<EntityRef> customers =
          between.isEmpty()
              ? parties.customersOf(tokens, service[0], group.from(), sellers)
              : between;
      records.add(SupplyRule.DELIVERS, tokens, from, to, sellers, customers, service);
      return;
    }
    if (group.passive() && !tokens.get(from).word().endsWith("ing")) {
      return;
    }
    List<Clauses.Party> sellers = clauses.subject(tokens, group.from(), SupplyKinds.CHARITIES);
    if (sellers.isEmpty()
        && (tokens.is(group.from() - 1, "it") || tokens.is(group.from() - 1, "they"))) {
      sellers =
          parties
              .supplierBefore(tokens.range())
              .map(e -> List.of(new Clauses.Party(e, 0, 0)))
              .orElse(List.of());
    }
    if (sellers.isEmpty() && tokens.get(from).word().endsWith("ing")) {
      sellers = clauses.antecedent(tokens, group.from() - 1, SupplyKinds.CHARITIES);
    }
    if (sellers.isEmpty()) {
      sellers = SupplyParties.supplierNear(tokens, group.from());
    }
    if (sellers.isEmpty()) {
      return;
    }
    int end = SupplyPhrases.clauseEnd(tokens, to);
    List<EntityRef> customers = parties.customersAfter(tokens, to, end, sellers);
    records.add(SupplyRule.DELIVERS, tokens, from, to, sellers, customers, new int[] {to, end});
  }

  /**
   * "Redwell mentors prisoners for Eastshire CRC", "training is done by Redwell": what may be no
   * service counts where a CRC or owner stands after "for" or the like.
   */
  void addService(Tokens tokens, int from, int to) {
    Clauses.Group group = clauses.group(tokens, from, to);
    if (!group.real()) {
      return;
    }
    int end = SupplyPhrases.clauseEnd(tokens, to);
    if (group.passive()) {
      if (!tokens.is(to, "by") || !DONE.contains(tokens.get(from).word())) {
        return;
      }
      int[] service = SupplyPhrases.nounBefore(tokens, group.from());
      List<Clauses.Party> all =
          clauses.object(tokens, to + 1, SupplyKinds.SELLERS, SupplyPhrases::describes);
      EntityRef body = null;
      for (int i = to + 1; i < end; i++) {
        EntityRef entity = SupplyPhrases.entityAt(tokens, i);
        body =
            entity != null && SupplyKinds.canBuy(entity) && SupplyParties.isBodyServed(tokens, i)
                ? entity
                : body;
      }
      List<Clauses.Party> sellers = body != null ? all : parties.sellers(tokens, to + 1);
      List<EntityRef> customers =
          body != null ? List.of(body) : parties.customersOf(tokens, 1, group.from(), sellers);
      if (service[1] > service[0]) {
        records.add(SupplyRule.SERVES, tokens, from, to, sellers, customers, service);
      }
      return;
    }
    List<Clauses.Party> sellers = clauses.subject(tokens, group.from(), SupplyKinds.CHARITIES);
    if (sellers.isEmpty()) {
      return;
    }
    List<EntityRef> customers = new ArrayList<>();
    for (int i = to; i < end; i++) {
      EntityRef entity = SupplyPhrases.entityAt(tokens, i);
      if (entity != null && SupplyKinds.CRCS_OR_OWNERS.test(entity) && isServed(tokens, i, to)) {
        customers.addAll(parties.meant(tokens, i));
      }
    }
    records.add(SupplyRule.SERVES, tokens, from, to, sellers, customers, new int[] {from, end});
  }

  /** "for Eastshire CRC", "on Brightwell’s behalf", "to people supervised by the CRC". */
  private static boolean isServed(Tokens tokens, int i, int verb) {
    if (SupplyParties.isBehalf(tokens, i)) {
      return true;
    }
    for (int k = i - 1; k >= verb && i - k <= 5; k--) {
      if (tokens.get(k).name() != null) {
        return tokens.is(k + 1, "and") && k > verb && isServed(tokens, k, verb);
      }
      switch (tokens.get(k).word()) {
        case "for", "with", "alongside", "behalf" -> {
          return true;
        }
        case "by", "of" -> {
          String before = k > 0 ? tokens.get(k - 1).word() : "";
          boolean some = before.equals("one") || before.equals("some") || before.equals("all");
          if (some || Quantities.at(tokens, k - 1) != null) {
            continue;
          }
          return before.equals("behalf")
              || before.equals("supervised")
              || before.equals("managed")
              || before.equals("clients")
              || before.equals("referred");
        }
        default -> {
          if (!SupplyPhrases.describes(tokens.get(k).word()) && !tokens.get(k).isNumeral()) {
            return false;
          }
        }
      }
    }
    return false;
  }

  /** "Brightwell, which runs six CRCs in partnership with the charity Redwell". */
  void addAlongside(Tokens tokens, int at) {
    List<Clauses.Party> sellers =
        clauses.object(
            tokens, at + 2, e -> e.kind() == EntityKind.SUPPLIER, SupplyPhrases::describes);
    if (sellers.isEmpty()) {
      return;
    }
    EntityRef owner = null;
    EntityRef crc = null;
    for (int i = at - 1; i >= 0 && at - i < SupplyPhrases.REACH; i--) {
      EntityRef entity = SupplyPhrases.entityAt(tokens, i);
      if (entity != null && entity.kind() == EntityKind.OWNER && owner == null) {
        owner = entity;
      } else if (entity != null && entity.kind() == EntityKind.CRC && crc == null) {
        crc = topics.meaning(tokens, i, SupplyPhrases.nameAt(tokens, i));
      } else if (entity == null && SupplyPhrases.ENDS.contains(tokens.get(i).word())) {
        break;
      }
    }
    EntityRef customer = owner != null ? owner : crc;
    if (customer != null) {
      records.add(
          SupplyRule.ALONGSIDE, tokens, at, at + 2, sellers, List.of(customer), new int[] {at, at});
    }
  }

  /** Participles of work that somebody does for others. */
  private static final Set<String> DONE =
      Set.of(
          "done",
          "carried",
          "undertaken",
          "handled",
          "looked",
          "maintained",
          "cleaned",
          "organised",
          "arranged",
          "processed",
          "monitored",
          "made");
}
