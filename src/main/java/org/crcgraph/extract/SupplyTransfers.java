package org.crcgraph.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.crcgraph.model.EntityKind;
import org.crcgraph.model.EntityRef;
import org.crcgraph.model.TextRange;

/**
 * People and work that are passed on: referrals, work handed to a supplier, suppliers who withdraw.
 */
final class SupplyTransfers {
  private final SupplyParties parties;
  private final SupplyRecords records;
  private final Clauses clauses;
  private final Topics topics;
  private final Reading reading;

  SupplyTransfers(SupplyParties parties, SupplyRecords records) {
    this.parties = parties;
    this.records = records;
    this.clauses = parties.clauses();
    this.topics = parties.topics();
    this.reading = parties.reading();
  }

  /** "Redwell has pulled out of mentoring". */
  void addWithdrawal(Tokens tokens, int from, int to) {
    Clauses.Group group = clauses.group(tokens, from, to);
    List<Clauses.Party> sellers = clauses.subject(tokens, group.from(), SupplyKinds.CHARITIES);
    if (sellers.isEmpty() || !group.real() || isBid(tokens, to)) {
      return;
    }
    int limit = tokens.range().to() + SupplyParties.LAST_SENTENCE;
    int end = SupplyPhrases.clauseEnd(tokens, to);
    List<EntityRef> customers = new ArrayList<>();
    for (int i = to; i < end && customers.isEmpty(); i++) {
      if (tokens.is(i, "its") || tokens.is(i, "their")) {
        parties.customerBefore(tokens, i, sellers).ifPresent(customers::add);
      }
    }
    if (!customers.isEmpty()) {
      records.add(SupplyRule.WITHDRAWN, tokens, from, to, sellers, customers, new int[] {to, end});
      return;
    }
    for (Name name :
        reading.names(
            new TextRange(
                tokens.get(from).range().from(),
                Math.min(limit, topics.scope(tokens.range().from()).to())))) {
      if (SupplyKinds.CRCS_OR_OWNERS.test(name.entity()) && !Field.isClass(name.entity())) {
        customers.add(name.entity());
        break;
      }
    }
    records.add(
        SupplyRule.WITHDRAWN,
        tokens,
        from,
        to,
        sellers,
        customers.isEmpty() ? parties.ofSection(tokens, from) : customers,
        new int[] {to, Math.min(to + 4, SupplyPhrases.clauseEnd(tokens, to))});
  }

  /** "withdrew their bids", "pulled out of the bidding": what was never given has not ended. */
  private static boolean isBid(Tokens tokens, int from) {
    for (int i = from; i < Math.min(from + 4, tokens.size()); i++) {
      switch (tokens.get(i).word()) {
        case "bid", "bids", "bidding", "tender", "tenders", "race" -> {
          return true;
        }
        default -> {}
      }
    }
    return false;
  }

  /** "referrals to Redwell, which provides mentoring, and to Greenvale". */
  void addReferral(Tokens tokens, int at) {
    List<Clauses.Party> sellers = new ArrayList<>();
    for (int i = at; i < Math.min(at + SupplyPhrases.REACH, tokens.size()); i++) {
      EntityRef entity = SupplyPhrases.entityAt(tokens, i);
      if (entity != null
          && entity.kind() == EntityKind.SUPPLIER
          && (tokens.is(i - 1, "to")
              || (!sellers.isEmpty() && (tokens.is(i - 1, "and") || tokens.is(i - 1, ","))))) {
        sellers.add(new Clauses.Party(entity, i, i + 1));
      }
    }
    records.add(
        SupplyRule.REFERRED,
        tokens,
        at,
        at + 1,
        sellers,
        parties.ofSection(tokens, at),
        new int[] {at, at});
  }

  /** "Redwell, to which the CRC refers women", "the CRC refers them to Redwell". */
  void addReferring(Tokens tokens, int at) {
    Clauses.Group group = clauses.group(tokens, at, at + 1);
    if (group.passive()) {
      return;
    }
    List<EntityRef> customers =
        SupplyPhrases.entities(clauses.subject(tokens, group.from(), SupplyKinds.CRCS_OR_OWNERS));
    if (customers.isEmpty()) {
      return;
    }
    List<Clauses.Party> sellers = new ArrayList<>();
    for (int i = at + 1; i < SupplyPhrases.clauseEnd(tokens, at + 1); i++) {
      EntityRef entity = SupplyPhrases.entityAt(tokens, i);
      if (entity != null && SupplyKinds.CHARITIES.test(entity) && tokens.is(i - 1, "to")) {
        sellers.add(new Clauses.Party(entity, i, i + 1));
      }
    }
    for (int i = group.from() - 1; i > 0 && group.from() - i < 5 && sellers.isEmpty(); i--) {
      if ((tokens.is(i, "which") || tokens.is(i, "whom")) && tokens.is(i - 1, "to")) {
        sellers.addAll(SupplyParties.supplierNear(tokens, i - 1));
      }
    }
    records.add(SupplyRule.REFERRED, tokens, at, at + 1, sellers, customers, new int[] {at, at});
  }

  /** "has handed the work to Redwell". */
  void addHanded(Tokens tokens, int from, int to) {
    int i = to;
    boolean work = false;
    while (i < tokens.size() && i - to < 6 && tokens.get(i).isWord() && !tokens.is(i, "to")) {
      work |= WORK.contains(tokens.get(i).word());
      i++;
    }
    if (!tokens.is(i, "to")) {
      return;
    }
    Clauses.Group group = clauses.group(tokens, from, to);
    if (!work && i == to && group.real()) {
      // "Housing advice will pass to Redwell."
      List<Clauses.Party> sellers =
          clauses.object(tokens, i + 1, SupplyKinds.CHARITIES, SupplyPhrases::describes);
      boolean service = !sellers.isEmpty() && isServiceBefore(tokens, group.from());
      if (service) {
        records.add(
            SupplyRule.HANDED,
            tokens,
            from,
            i,
            sellers,
            parties.ofSection(tokens, from),
            SupplyPhrases.nounBefore(tokens, group.from()));
      }
      return;
    }
    if (!work) {
      return;
    }
    List<Clauses.Party> sellers =
        clauses.object(tokens, i + 1, SupplyKinds.CHARITIES, SupplyPhrases::describes);
    List<EntityRef> customers =
        SupplyPhrases.entities(clauses.subject(tokens, group.from(), SupplyKinds.CRCS_OR_OWNERS));
    records.add(
        SupplyRule.HANDED,
        tokens,
        from,
        i,
        sellers,
        customers.isEmpty() ? parties.ofSection(tokens, from) : customers,
        new int[] {to, i});
  }

  /** Whether the sentence up to a verb names a service, and neither a CRC nor an owner. */
  private static boolean isServiceBefore(Tokens tokens, int to) {
    boolean service = false;
    for (int i = Math.max(0, to - SupplyPhrases.REACH); i < to; i++) {
      EntityRef entity = SupplyPhrases.entityAt(tokens, i);
      if (entity != null && SupplyKinds.CRCS_OR_OWNERS.test(entity)) {
        return false;
      }
      service |= entity == null && SERVICE_NOUNS.contains(tokens.get(i).word());
    }
    return service;
  }

  private static final Set<String> WORK =
      Set.of("work", "service", "services", "contract", "job", "task", "provision", "running");

  static boolean isServiceNoun(String word) {
    return SERVICE_NOUNS.contains(word);
  }

  private static final Set<String> SERVICE_NOUNS =
      Set.of(
          "advice",
          "mentoring",
          "support",
          "service",
          "services",
          "work",
          "resettlement",
          "accommodation",
          "housing",
          "courses",
          "training",
          "centre",
          "programme",
          "provision",
          "counselling",
          "payback",
          "catering",
          "cleaning",
          "monitoring",
          "coaching");
}
