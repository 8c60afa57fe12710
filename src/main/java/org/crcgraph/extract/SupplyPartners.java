package org.crcgraph.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.crcgraph.model.EntityKind;
import org.crcgraph.model.EntityRef;

/** "its partner Redwell", "Redwell, one of its subcontractors": nouns for whoever supplies. */
final class SupplyPartners {
  private final SupplyParties parties;
  private final SupplyRecords records;
  private final Clauses clauses;
  private final Topics topics;

  SupplyPartners(SupplyParties parties, SupplyRecords records) {
    this.parties = parties;
    this.records = records;
    this.clauses = parties.clauses();
    this.topics = parties.topics();
  }

  /** "its partner Redwell", "Redwell, a subcontractor to Eastshire CRC". */
  void addPartner(Tokens tokens, int at) {
    List<EntityRef> customers = parties.possessor(tokens, at);
    int after = at + 1;
    boolean toldAfter = false;
    if (tokens.is(after, "of")
        || tokens.is(after, "to")
        || tokens.is(after, "for")
        || tokens.is(after, "at")
        || tokens.is(after, "in")) {
      boolean at_ = tokens.is(after, "at");
      List<Clauses.Party> told =
          at_
              ? List.of()
              : clauses.object(tokens, after + 1, SupplyKinds.BUYERS, SupplyPhrases::describes);
      if (!told.isEmpty() && customers.isEmpty()) {
        customers = SupplyPhrases.entities(told);
        toldAfter = true;
      }
    }
    // "its partners are A, B and C", "partners, including A", "partners such as A"
    int next = at + 1;
    while (next < tokens.size()
        && next - at < 10
        && tokens.get(next).name() == null
        && isLink(tokens, next)) {
      next++;
    }
    EntityRef place = SupplyPhrases.entityAt(tokens, next);
    if (place != null && place.kind() == EntityKind.AREA) {
      next++;
      while ((next < tokens.size() && tokens.get(next).name() != null)
          || tokens.is(next, "and")
          || tokens.is(next, ",")) {
        next++;
      }
      while (next < tokens.size()
          && tokens.get(next).name() == null
          && isLink(tokens, next)
          && next - at < 12) {
        next++;
      }
    }
    List<Clauses.Party> sellers = new ArrayList<>();
    boolean listed = next > at + 1 && tokens.get(at).word().endsWith("s");
    if ((!customers.isEmpty() && !toldAfter) || (customers.isEmpty() && listed)) {
      sellers.addAll(
          customers.isEmpty()
              ? parties.sellers(tokens, next)
              : clauses.object(tokens, next, SupplyKinds.SELLERS, SupplyPhrases::describes));
      if (!sellers.isEmpty() && customers.isEmpty()) {
        customers = parties.ofSection(tokens, at);
      }
      if (!sellers.isEmpty()) {
        int after2 = SupplyParties.nextSeller(tokens, sellers.get(sellers.size() - 1).to());
        if (after2 > 0) {
          sellers.addAll(parties.sellers(tokens, after2));
        }
      }
    }
    // "Redwell, a national provider" is nobody's in particular.
    // "Redwell, which managed the supply chain" is told by its verb.
    boolean loose =
        customers.isEmpty()
            && (tokens.get(at).word().startsWith("provider") || tokens.is(at, "chain"));
    if (sellers.isEmpty() && !loose) {
      sellers.addAll(sellersBefore(tokens, at));
      if (customers.isEmpty() && !sellers.isEmpty()) {
        customers = parties.ofSection(tokens, at);
      }
    }
    int[] service = SupplyPhrases.serviceAround(tokens, at);
    records.add(SupplyRule.PARTNER, tokens, at, at + 1, sellers, customers, service);
  }

  private static boolean isLink(Tokens tokens, int i) {
    String word = tokens.get(i).word();
    return LINKS.contains(word);
  }

  /** "Redwell, a subcontractor", "with Redwell as its partner", "Redwell is a partner". */
  private List<Clauses.Party> sellersBefore(Tokens tokens, int at) {
    int i = at - 1;
    while (i >= 0
        && at - i < 9
        && (tokens.get(i).isWord()
            || tokens.is(i, "-")
            || tokens.is(i, "'s")
            || (tokens.get(i).name() != null
                && (tokens.is(i + 1, "'s")
                    || !SupplyKinds.SELLERS.test(SupplyPhrases.nameAt(tokens, i).entity()))))) {
      if (tokens.is(i, "as")) {
        for (int k = i - 1; k >= 0 && i - k < 8; k--) {
          EntityRef entity = SupplyPhrases.entityAt(tokens, k);
          if (entity != null && SupplyKinds.SELLERS.test(entity)) {
            return List.of(new Clauses.Party(entity, k, k + 1));
          }
          if (tokens.is(k, "named") || tokens.is(k, "appointed") || tokens.is(k, "chosen")) {
            return clauses.subject(
                tokens, clauses.group(tokens, k, k + 1).from(), SupplyKinds.SELLERS);
          }
        }
        return List.of();
      }
      if (tokens.is(i, "is")
          || tokens.is(i, "was")
          || tokens.is(i, "are")
          || tokens.is(i, "been")
          || tokens.is(i, "became")
          || tokens.is(i, "become")
          || tokens.is(i, "remains")
          || tokens.is(i, "were")) {
        return clauses.subject(tokens, clauses.group(tokens, i, i + 1).from(), SupplyKinds.SELLERS);
      }
      i--;
    }
    boolean apposed =
        i > 0 && (tokens.is(i, ",") || tokens.is(i, "(") || tokens.is(i, "–") || tokens.is(i, "-"));
    return apposed && i < at - 1 ? clauses.antecedent(tokens, i, SupplyKinds.SELLERS) : List.of();
  }

  /** "Redwell, one of five charities that Brightwell pays". */
  void addOneOf(Tokens tokens, int at) {
    EntityRef seller = SupplyPhrases.entityAt(tokens, at - 2);
    if (seller == null || !SupplyKinds.CHARITIES.test(seller)) {
      return;
    }
    boolean group = false;
    EntityRef customer = null;
    for (int i = at + 2; i < Math.min(at + SupplyPhrases.REACH, tokens.size()); i++) {
      EntityRef entity = SupplyPhrases.entityAt(tokens, i);
      if (entity != null) {
        customer =
            SupplyKinds.CRCS_OR_OWNERS.test(entity) && !entity.equals(seller)
                ? topics.meaning(tokens, i, SupplyPhrases.nameAt(tokens, i))
                : customer;
      } else if (tokens.is(i, ",") || SupplyPhrases.ENDS.contains(tokens.get(i).word())) {
        break;
      } else {
        group |= GROUPS.contains(tokens.get(i).word());
        if (tokens.is(i, "its") || tokens.is(i, "their")) {
          customer = parties.customerBefore(tokens, i, List.of()).orElse(customer);
        }
      }
    }
    if (group && customer != null) {
      records.add(
          SupplyRule.ONE_OF,
          tokens,
          at - 2,
          at + 2,
          List.of(new Clauses.Party(seller, at - 2, at - 1)),
          List.of(customer),
          new int[] {at, at});
    }
  }

  private static final Set<String> GROUPS =
      Set.of(
          "charities",
          "partners",
          "organisations",
          "groups",
          "providers",
          "suppliers",
          "subcontractors",
          "contractors",
          "enterprises",
          "firms",
          "companies",
          "agencies");

  private static final Set<String> LINKS =
      Set.of(
          "is",
          "are",
          "include",
          "includes",
          "including",
          "was",
          "were",
          "which",
          ",",
          ":",
          "such",
          "as",
          "(",
          "the",
          "like",
          "at",
          "in",
          "for",
          "on",
          "–",
          "charity",
          "charities",
          "be",
          "will",
          "also",
          "both",
          "and",
          "-",
          "there",
          "here",
          "consists",
          "of",
          "comprises");
}
