package org.crcgraph.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.crcgraph.model.EntityKind;
import org.crcgraph.model.EntityRef;
import org.jspecify.annotations.Nullable;

/** "its contract with Redwell", "contracts from the Home Office", and what is owed under them. */
final class SupplyAgreements {
  private final SupplyParties parties;
  private final SupplyRecords records;
  private final Clauses clauses;
  private final Topics topics;

  SupplyAgreements(SupplyParties parties, SupplyRecords records) {
    this.parties = parties;
    this.records = records;
    this.clauses = parties.clauses();
    this.topics = parties.topics();
  }

  /** "has ended its contract with Redwell", "agreed terms with Redwell for the supply of". */
  void addAgreement(Tokens tokens, int at) {
    int with = at + 1;
    while (with < tokens.size()
        && with - at < 5
        && tokens.get(with).isWord()
        && !tokens.is(with, "with")) {
      with++;
    }
    if (!tokens.is(with, "with")) {
      addOfBody(tokens, at);
      if (tokens.is(at + 1, "from")) {
        addReversed(tokens, at, at + 1);
      }
      return;
    }
    List<Clauses.Party> sellers =
        clauses.object(tokens, with + 1, SupplyKinds.CHARITIES, SupplyPhrases::describes);
    if (sellers.isEmpty()) {
      addOfBody(tokens, at);
      addReversed(tokens, at, with);
      return;
    }
    List<EntityRef> customers = parties.possessor(tokens, at);
    if (customers.isEmpty()) {
      for (int i = at - 1; i >= 0 && at - i < 10 && customers.isEmpty(); i--) {
        if (tokens.get(i).name() == null && SIGNING.contains(tokens.get(i).word())) {
          Clauses.Group group = clauses.group(tokens, i, i + 1);
          customers =
              SupplyPhrases.entities(
                  clauses.subject(tokens, group.from(), SupplyKinds.CRCS_OR_OWNERS));
          if (customers.isEmpty() && tokens.is(group.from() - 1, "we")) {
            customers = parties.ours(tokens, group.from() - 1);
          }
        }
      }
    }
    if (customers.isEmpty()) {
      customers = parties.ofSection(tokens, at);
    }
    int end = SupplyPhrases.clauseEnd(tokens, with);
    int service = end;
    for (int i = with; i < end; i++) {
      if (tokens.is(i, "for") || tokens.is(i, "of")) {
        service = i + 1;
      }
    }
    records.add(
        SupplyRule.CONTRACT, tokens, at, with, sellers, customers, new int[] {service, end});
  }

  /** "our agreement with Eastshire CRC", "Redwell’s work for Brightwell". */
  void addReversed(Tokens tokens, int at, int with) {
    List<EntityRef> customers = new ArrayList<>();
    for (int i = with + 1; i < Math.min(with + 4, tokens.size()) && customers.isEmpty(); i++) {
      EntityRef entity = SupplyPhrases.entityAt(tokens, i);
      if (entity != null && SupplyKinds.CRCS_OR_OWNERS.test(entity) && !Field.isClass(entity)) {
        customers.add(topics.meaning(tokens, i, SupplyPhrases.nameAt(tokens, i)));
      }
    }
    if (customers.isEmpty()) {
      return;
    }
    EntityRef seller = null;
    for (int i = at - 1; i >= 0 && at - i < 7 && seller == null; i--) {
      if (tokens.is(i, "our")) {
        seller = clauses.self(tokens, i, SupplyKinds.CHARITIES).orElse(null);
      } else if (tokens.is(i, "its") || tokens.is(i, "their")) {
        seller = nearest(tokens, i);
        if (seller == null) {
          seller =
              clauses
                  .lastNamed(tokens, i, SupplyKinds.SELLERS)
                  .filter(SupplyKinds.CHARITIES)
                  .orElse(null);
        }
      } else if (tokens.is(i, "'s")) {
        EntityRef owner = SupplyPhrases.entityAt(tokens, i - 1);
        seller = owner != null && SupplyKinds.CHARITIES.test(owner) ? owner : null;
      } else if (tokens.get(i).name() == null && isHolding(tokens.get(i).word())) {
        // "Redwell, which holds a subcontract from Brightwell"
        Clauses.Group group = clauses.group(tokens, i, i + 1);
        List<Clauses.Party> holder = clauses.subject(tokens, group.from(), SupplyKinds.CHARITIES);
        seller = holder.isEmpty() ? null : holder.get(0).entity();
      } else if (tokens.get(i).name() != null || Grammar.isPreposition(tokens.get(i).word())) {
        return;
      }
    }
    if (seller != null) {
      records.add(
          SupplyRule.REVERSED,
          tokens,
          at,
          with + 2,
          List.of(new Clauses.Party(seller, 0, 0)),
          customers,
          new int[] {at, at});
    }
  }

  /** "Redwell will not renew its deal": the name before "its" that is no part of a phrase. */
  private static @Nullable EntityRef nearest(Tokens tokens, int at) {
    for (int i = at - 1; i >= 0 && at - i < 12; i--) {
      EntityRef entity = SupplyPhrases.entityAt(tokens, i);
      boolean phrase =
          i > 0
              && tokens.get(i - 1).name() == null
              && Grammar.isPreposition(tokens.get(i - 1).word());
      if (entity != null && SupplyKinds.SELLERS.test(entity) && !phrase) {
        return SupplyKinds.CHARITIES.test(entity) ? entity : null;
      }
    }
    return null;
  }

  private static boolean isHolding(String word) {
    return HOLDING.contains(word)
        || word.equals("handed")
        || word.equals("lost")
        || word.equals("ended")
        || word.equals("surrendered");
  }

  /** "holds contracts for jobcentre work from the Home Office": whoever is the subject. */
  private void addOfBody(Tokens tokens, int at) {
    int body = -1;
    for (int i = at + 1; i < Math.min(at + SupplyPhrases.REACH, tokens.size()) && body < 0; i++) {
      EntityRef entity = SupplyPhrases.entityAt(tokens, i);
      if (entity == null && SupplyPhrases.ENDS.contains(tokens.get(i).word())) {
        return;
      }
      if (entity != null && SupplyKinds.isOtherBody(entity) && isFrom(tokens, i)) {
        body = i;
      }
    }
    if (body < 0) {
      return;
    }
    for (int i = at - 1; i >= 0 && at - i < SupplyPhrases.REACH; i--) {
      if (tokens.get(i).name() != null) {
        EntityRef entity = SupplyPhrases.nameAt(tokens, i).entity();
        boolean possessor = tokens.is(i + 1, "'s");
        if (possessor && SupplyKinds.SELLERS.test(entity)) {
          addOfBody(tokens, at, body, entity, i);
          return;
        }
        continue;
      }
      if (HOLDING.contains(tokens.get(i).word())) {
        Clauses.Group group = clauses.group(tokens, i, i + 1);
        for (Clauses.Party seller : clauses.subject(tokens, group.from(), SupplyKinds.SELLERS)) {
          addOfBody(tokens, at, body, seller.entity(), seller.to() > 0 ? seller.from() : i);
        }
        return;
      }
      if (tokens.is(i, "under") || tokens.is(i, "through")) {
        // "which worked for Brightwell under a contract with the Home Office"
        EntityRef entity = SupplyPhrases.entityAt(tokens, i - 1);
        if (entity != null && entity.kind() == EntityKind.OWNER) {
          addOfBody(tokens, at, body, entity, i - 1);
        }
        return;
      }
    }
  }

  private void addOfBody(Tokens tokens, int at, int body, EntityRef seller, int from) {
    records.add(
        SupplyRule.OF_BODY,
        seller,
        SupplyPhrases.nameAt(tokens, body).entity(),
        tokens.range(Math.min(from, at), body + 1),
        null,
        tokens,
        Math.min(from, at),
        body + 1);
  }

  private static boolean isFrom(Tokens tokens, int i) {
    int at = tokens.is(i - 1, "the") ? i - 2 : i - 1;
    if (tokens.is(at - 1, "partnership") || tokens.is(at - 1, "together")) {
      return false;
    }
    return tokens.is(at, "with")
        || tokens.is(at, "from")
        || tokens.is(at, "by")
        || tokens.is(at, "for");
  }

  /** "Redwell is owed £20,000 by Brightwell", "Brightwell owes Redwell", "unpaid invoices". */
  void addOwed(Tokens tokens, int at) {
    EntityRef debtor = null;
    List<Clauses.Party> sellers = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      EntityRef entity = SupplyPhrases.entityAt(tokens, i);
      if (entity == null) {
        continue;
      }
      if (SupplyKinds.CRCS_OR_OWNERS.test(entity) && !Field.isClass(entity)) {
        boolean owes = i < at || tokens.is(i - 1, "by") || tokens.is(i - 1, "from");
        debtor = owes && (debtor == null || tokens.is(i - 1, "by")) ? entity : debtor;
      } else if (entity.kind() == EntityKind.SUPPLIER || entity.kind() == EntityKind.COMPANY) {
        if (!(tokens.is(i + 1, ",") && tokens.is(i + 2, "which"))) {
          sellers.add(new Clauses.Party(entity, i, i + 1));
        }
      }
    }
    boolean money = false;
    for (int i = 0; i < tokens.size() && !money; i++) {
      money = tokens.is(i, "£") || tokens.is(i, "invoices") || tokens.is(i, "invoice");
    }
    if (!money || sellers.isEmpty()) {
      return;
    }
    EntityRef customer =
        debtor != null ? debtor : topics.leadingOwner(tokens.get(at).range().from()).orElse(null);
    if (customer != null) {
      records.add(
          SupplyRule.OWED, tokens, at, at + 1, sellers, List.of(customer), new int[] {at, at});
    }
  }

  private static final Set<String> HOLDING =
      Set.of(
          "holds",
          "hold",
          "held",
          "has",
          "have",
          "had",
          "won",
          "signed",
          "wins",
          "delivers",
          "runs");

  private static final Set<String> SIGNING =
      Set.of(
          "signed",
          "agreed",
          "ended",
          "cancelled",
          "has",
          "have",
          "had",
          "won",
          "struck",
          "made",
          "announced",
          "terminated",
          "let",
          "renewed",
          "extended",
          "reached",
          "entered");
}
