package org.crcgraph.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.crcgraph.model.EntityKind;
import org.crcgraph.model.EntityRef;

/** "Eastshire CRC buys mentoring from Redwell": verbs whose subject is the customer. */
final class SupplyPurchases {
  private final SupplyParties parties;
  private final SupplyRecords records;
  private final Clauses clauses;

  SupplyPurchases(SupplyParties parties, SupplyRecords records) {
    this.parties = parties;
    this.records = records;
    this.clauses = parties.clauses();
  }

  /** "Eastshire CRC buys mentoring from Redwell", "Redwell was commissioned by Eastshire CRC". */
  void addPurchase(Tokens tokens, int from, int to) {
    Clauses.Group group = clauses.group(tokens, from, to);
    if (!group.real()) {
      return;
    }
    int end = SupplyPhrases.clauseEnd(tokens, to);
    int by = tokens.is(to, "by") ? to + 1 : -1;
    for (int i = to; i < end && by < 0 && group.passive(); i++) {
      by = tokens.is(i, "by") ? i + 1 : -1;
    }
    if (by > 0) {
      List<Clauses.Party> customers =
          clauses.object(tokens, by, SupplyKinds.BUYERS, SupplyPhrases::describes);
      List<Clauses.Party> sellers =
          group.passive()
              ? clauses.subject(tokens, group.from(), SupplyKinds.CHARITIES)
              : clauses.antecedent(tokens, group.from() - 1, SupplyKinds.CHARITIES);
      int after = customers.isEmpty() ? by : customers.get(customers.size() - 1).to();
      if (tokens.is(after, "to")) {
        List<Clauses.Party> given =
            clauses.object(tokens, after + 1, SupplyKinds.CHARITIES, SupplyPhrases::describes);
        sellers = given.isEmpty() ? sellers : given;
      }
      records.add(
          SupplyRule.BUYS,
          tokens,
          from,
          to,
          sellers,
          SupplyPhrases.entities(customers),
          new int[] {to, to});
      return;
    }
    List<Clauses.Party> sellers = new ArrayList<>();
    if (tokens.is(to, "us") || (tokens.is(to, "from") && tokens.is(to + 1, "us"))) {
      // "The NPS paid us": whoever the page is of.
      clauses
          .self(tokens, to, SupplyKinds.CRCS_OR_OWNERS.or(SupplyKinds.CHARITIES))
          .ifPresent(e -> sellers.add(new Clauses.Party(e, 0, 0)));
      List<EntityRef> payers =
          SupplyPhrases.entities(
              clauses.subject(
                  tokens,
                  group.from(),
                  e -> SupplyKinds.BUYERS.test(e) && !sellersHave(sellers, e)));
      records.add(SupplyRule.BUYS, tokens, from, to, sellers, payers, new int[] {to, to});
      return;
    }
    int last = to;
    for (int i = to; i < end; i++) {
      EntityRef entity = SupplyPhrases.entityAt(tokens, i);
      boolean takeover =
          entity != null
              && isBuyingVerb(tokens.get(from).word())
              && i - to <= 3
              && !tokens.is(i - 1, "from")
              && !tokens.is(to, "in");
      if (entity != null
          && !takeover
          && SupplyKinds.SELLERS.test(entity)
          && isSold(tokens, i, to)) {
        sellers.add(new Clauses.Party(entity, i, i + 1));
        last = i;
      }
    }
    boolean participle = tokens.is(to, "from") || tokens.is(to, "through");
    if (participle && tokens.get(from).word().equals("brought")) {
      return;
    }
    if (!sellers.isEmpty()) {
      int next = SupplyParties.nextSeller(tokens, last + 1);
      if (next > 0) {
        sellers.addAll(parties.sellers(tokens, next));
      }
    }
    List<EntityRef> customers =
        group.passive() || participle
            ? parties.ofSection(tokens, from)
            : buyers(tokens, group.from());
    if (customers.isEmpty() && tokens.is(group.from() - 1, "we")) {
      customers = parties.ours(tokens, group.from() - 1);
    }
    if (participle && customers.isEmpty()) {
      return;
    }
    if (sellers.isEmpty() && !customers.isEmpty()) {
      // "Redwell, which Eastshire CRC pays to", "to which we have sublet".
      int relative = group.from() - 1;
      while (relative >= 0
          && group.from() - relative < 8
          && !tokens.is(relative, "which")
          && !tokens.is(relative, "whom")
          && !tokens.is(relative, "that")) {
        relative--;
      }
      if (relative > 0 && group.from() - relative < 8) {
        int before =
            tokens.is(relative - 1, "to") || tokens.is(relative - 1, "from")
                ? relative - 2
                : relative - 1;
        sellers.addAll(clauses.antecedent(tokens, before, SupplyKinds.CHARITIES));
      }
    }
    records.add(
        SupplyRule.BUYS, tokens, from, Math.max(to, last), sellers, customers, new int[] {to, end});
  }

  /** The subject of a verb of buying; "it" is a CRC or owner rather than anybody else. */
  private List<EntityRef> buyers(Tokens tokens, int verb) {
    if (tokens.is(verb - 1, "ministry")) {
      return List.of(Field.MINISTRY);
    }
    EntityRef crc = tokens.is(verb - 1, "it") ? parties.crcBefore(tokens, verb - 1) : null;
    if (crc != null) {
      return List.of(crc);
    }
    List<EntityRef> ofField =
        SupplyPhrases.entities(clauses.subject(tokens, verb, SupplyKinds.CRCS_OR_OWNERS));
    if (!ofField.isEmpty()) {
      return ofField;
    }
    return tokens.is(verb - 1, "it")
        ? parties.ofSection(tokens, verb)
        : SupplyPhrases.entities(clauses.subject(tokens, verb, SupplyKinds.BUYERS));
  }

  /** "bought Redwell" is a takeover, "bought from Redwell" is none. */
  private static boolean isBuyingVerb(String word) {
    return word.equals("bought")
        || word.equals("buy")
        || word.equals("buys")
        || word.equals("buying");
  }

  private static boolean sellersHave(List<Clauses.Party> sellers, EntityRef entity) {
    return sellers.stream().anyMatch(seller -> seller.entity().equals(entity));
  }

  /** Whether a name after a verb of buying is who sells: its object, or after "from" or "to". */
  private static boolean isSold(Tokens tokens, int i, int verb) {
    boolean used = tokens.get(verb - 1).word().startsWith("use");
    if (used && tokens.is(i - 1, "at") && i - verb <= 6) {
      // "uses rooms at Redwell"
      return SupplyPhrases.nameAt(tokens, i).entity().kind() == EntityKind.SUPPLIER;
    }
    for (int k = i - 1; k >= verb && i - k <= 6; k--) {
      if (tokens.get(k).name() != null) {
        return tokens.is(k + 1, "and") || tokens.is(k + 1, ",") || tokens.is(k + 1, "&");
      }
      if (FROM_SUPPLIER.contains(tokens.get(k).word())) {
        return true;
      }
      if (!SupplyPhrases.describes(tokens.get(k).word())) {
        return false;
      }
    }
    return i - verb <= 6;
  }

  private static final Set<String> FROM_SUPPLIER = Set.of("from", "with", "by", "to", "through");
}
