package org.crcgraph.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.crcgraph.model.EntityRef;
import org.crcgraph.model.TextRange;

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
    if (!group.real() || isNoun(tokens, from)) {
      return;
    }
    int by = -1;
    List<EntityRef> between = new ArrayList<>();
    for (int i = to; i < Math.min(to + 7, tokens.size()) && by < 0; i++) {
      by = tokens.is(i, "by") || (group.passive() && isThrough(tokens, i)) ? i + 1 : -1;
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
      if (!sellers.isEmpty() || group.passive()) {
        return;
      }
      // "Greenvale runs the systems used by Eastshire CRC": "by" belongs to another verb.
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
    int end = SupplyPhrases.clauseEnd(tokens, to);
    if (sellers.isEmpty()) {
      addForBody(tokens, group, to, end);
      return;
    }
    List<EntityRef> customers =
        isDescription(tokens, group.from())
            ? parties.customersNamed(tokens, to, firstComma(tokens, to, end), sellers)
            : parties.customersAfter(tokens, to, end, sellers);
    records.add(SupplyRule.DELIVERS, tokens, from, to, sellers, customers, new int[] {to, end});
  }

  /** "Eastshire CRC runs a team for the council": a CRC or owner serves a public body. */
  private void addForBody(Tokens tokens, Clauses.Group group, int from, int end) {
    List<EntityRef> bodies = new ArrayList<>();
    for (int i = from; i < end; i++) {
      EntityRef entity = SupplyPhrases.entityAt(tokens, i);
      boolean body = entity != null && SupplyKinds.isCustomerOfCrcs(entity) && isFor(tokens, i);
      if (body) {
        bodies.add(entity);
      }
    }
    if (bodies.isEmpty()) {
      return;
    }
    List<Clauses.Party> sellers =
        clauses.subject(tokens, group.from(), e -> SupplyKinds.CRCS_OR_OWNERS.test(e));
    records.add(
        SupplyRule.FOR_BODY, tokens, group.from(), from, sellers, bodies, new int[] {from, end});
  }

  private static int firstComma(Tokens tokens, int from, int to) {
    int i = from;
    while (i < to && !tokens.is(i, ",")) {
      i++;
    }
    return i;
  }

  /** "Redwell, the charity that provides hostels": what it is, not whom it works for. */
  private static boolean isDescription(Tokens tokens, int verb) {
    return (tokens.is(verb - 1, "that") || tokens.is(verb - 1, "which"))
        && verb > 2
        && (tokens.is(verb - 2, "charity")
            || tokens.is(verb - 2, "organisation")
            || tokens.is(verb - 2, "enterprise"));
  }

  private static boolean isFor(Tokens tokens, int i) {
    return tokens.is(i - 1, "for") || (tokens.is(i - 1, "the") && tokens.is(i - 2, "for"));
  }

  /** "delivers services": the noun, not "services the vans". */
  private static boolean isNoun(Tokens tokens, int i) {
    return tokens.is(i, "services")
        && i > 0
        && tokens.get(i - 1).isWord()
        && !tokens.is(i - 1, "which")
        && !tokens.is(i - 1, "that")
        && !tokens.is(i - 1, "it")
        && !tokens.is(i - 1, "also")
        && !tokens.is(i - 1, "and");
  }

  /** "provided through Redwell". */
  private static boolean isThrough(Tokens tokens, int i) {
    return tokens.is(i, "through") || tokens.is(i, "via");
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
    // "is at present carried out by": what stands between hides the passive.
    boolean by =
        tokens.is(to, "by")
            && DONE.contains(tokens.get(from).word())
            && (tokens.is(from - 3, "is") || tokens.is(from - 3, "are"));
    if (group.passive() || by) {
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
      boolean served =
          entity != null
              && (SupplyKinds.CRCS_OR_OWNERS.test(entity)
                  ? isServed(tokens, i, to)
                  : SupplyKinds.isProbation(entity) && isFor(tokens, i));
      if (served) {
        customers.addAll(parties.meant(tokens, i));
      }
    }
    if (tokens.is(group.from() - 2, "what") || tokens.is(group.from() - 2, "everything")) {
      // "what we do for CRCs": no more than a name for it.
      return;
    }
    if (customers.isEmpty() && isGroupBefore(tokens)) {
      customers.addAll(parties.ofSection(tokens, from));
    }
    records.add(SupplyRule.SERVES, tokens, from, to, sellers, customers, new int[] {from, end});
  }

  /** "Centres are run on our behalf by charities.": the sentence before says for whom all work. */
  private boolean isGroupBefore(Tokens tokens) {
    int to = tokens.range().from();
    TextRange range = new TextRange(Math.max(0, to - SupplyParties.LAST_SENTENCE), to);
    List<Reading.Sentence> before = parties.reading().sentences(range);
    if (before.isEmpty()) {
      return false;
    }
    String text = parties.reading().text(before.get(before.size() - 1).range());
    return (text.contains("on our behalf") || text.contains("behalf of the CRC"))
        && (text.contains("organisations") || text.contains("charities"));
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
          "overseen",
          "supervised",
          "coordinated",
          "made");
}
