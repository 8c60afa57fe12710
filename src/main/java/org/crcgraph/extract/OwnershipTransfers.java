package org.crcgraph.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.crcgraph.model.EntityKind;
import org.crcgraph.model.EntityRef;

/** Who came to own what: things that passed to an owner, takeovers, sales. */
final class OwnershipTransfers {
  /** How far a verb of giving may stand from its "to", in tokens. */
  private static final int REACH = 18;

  /** How far the verb of "completed the purchase" may stand from its noun, in tokens. */
  private static final int LONGEST_VERB = 7;

  /** Verbs after which a company may be what changes hands; other things are given too. */
  private static final Set<String> SELLING = Set.of("sold", "sell", "sells", "selling");

  /** What makes whoever is given something the owner of a CRC. */
  private static final Set<String> GIVEN =
      Set.of("contract", "contracts", "control", "ownership", "charge", "responsibility");

  private static final Set<String> COMPLETING =
      Set.of(
          "completed",
          "completes",
          "complete",
          "completing",
          "announced",
          "announces",
          "announce",
          "confirmed",
          "finalised",
          "agreed",
          "agrees",
          "made",
          "completion");

  private final OwnershipFinds finds;
  private final OwnershipWords words;
  private final Clauses clauses;
  private final OwningClauses parties;

  OwnershipTransfers(OwnershipFinds finds) {
    this.finds = finds;
    this.words = finds.words();
    this.clauses = finds.clauses();
    this.parties = finds.parties();
  }

  /** "Eastshire CRC passed to Brightwell", "handed the CRCs to Brightwell". */
  void addTransfer(Tokens tokens, int from, int to) {
    Clauses.Group group = clauses.group(tokens, from, to);
    if (!group.real()) {
      return;
    }
    for (int i = to; i < Math.min(to + REACH, tokens.size()); i++) {
      if (!tokens.is(i, "to")) {
        continue;
      }
      List<Clauses.Party> owners = parties.agents(tokens, i + 1);
      if (owners.isEmpty()) {
        break;
      }
      List<Clauses.Party> owned = new ArrayList<>(given(tokens, group, to, i));
      if (owned.isEmpty() && parties.countsClass(tokens, group.from() - 1)) {
        // "Six of the contracts went to Brightwell".
        owned.add(new Clauses.Party(Field.CRCS, group.from() - 1, group.from()));
      }
      boolean sale = SELLING.contains(tokens.get(from).word());
      for (Clauses.Party crc : owned) {
        if (crc.entity().kind() == EntityKind.CRC || sale) {
          addAll(OwnershipRule.TRANSFER, tokens, from, owners, crc, owned);
        }
      }
      return;
    }
    if (group.passive()) {
      addRecipient(tokens, group, from, to);
    }
  }

  /** What a verb of giving gives to whoever follows the "to" at a token. */
  private List<Clauses.Party> given(Tokens tokens, Clauses.Group group, int from, int to) {
    if (group.passive()) {
      List<Clauses.Party> subject = parties.subject(tokens, group.from());
      if (!subject.isEmpty()) {
        return subject;
      }
    }
    List<Clauses.Party> owned = new ArrayList<>();
    clauses
        .object(tokens, from, OwnershipWords.RUN, words::isMatter)
        .forEach(party -> parties.addCrc(party, true, owned));
    if (owned.isEmpty() || owned.get(0).from() >= to) {
      owned.clear();
      owned.addAll(
          from == to || !isThing(tokens, from, to)
              ? parties.subject(tokens, group.from())
              : List.of());
      if (OwningClauses.isPronoun(tokens, from)) {
        parties.meant(tokens, from).ifPresent(crc -> owned.add(new Clauses.Party(crc, 0, 0)));
      }
    }
    return owned;
  }

  /** "Brightwell was given the contracts for Eastshire and Northshire". */
  private void addRecipient(Tokens tokens, Clauses.Group group, int from, int to) {
    List<Clauses.Party> owned = new ArrayList<>();
    parties.places(tokens, to).forEach(party -> parties.addCrc(party, false, owned));
    boolean contract = false;
    for (int i = to; !owned.isEmpty() && i < owned.get(0).from(); i++) {
      contract |= tokens.get(i).name() == null && GIVEN.contains(tokens.get(i).word());
    }
    for (Clauses.Party crc : contract ? owned : List.<Clauses.Party>of()) {
      if (crc.entity().kind() == EntityKind.CRC) {
        List<Clauses.Party> owners = clauses.subject(tokens, group.from(), OwnershipWords.OWNERS);
        addAll(OwnershipRule.TRANSFER, tokens, from, owners, crc, owned);
      }
    }
  }

  private void addAll(
      OwnershipRule rule,
      Tokens tokens,
      int at,
      List<Clauses.Party> owners,
      Clauses.Party crc,
      List<Clauses.Party> owned) {
    for (Clauses.Party owner : owners) {
      finds.add(rule, owner.entity(), crc.entity(), OwnershipFinds.range(tokens, at, owner, owned));
    }
  }

  /** Whether a noun phrase stands between a verb and its "to". */
  private static boolean isThing(Tokens tokens, int from, int to) {
    for (int i = from; i < to && !tokens.is(i, "from"); i++) {
      if (tokens.get(i).name() != null || Grammar.isDeterminer(tokens.get(i).word())) {
        return true;
      }
    }
    return OwningClauses.isPronoun(tokens, from);
  }

  /** "Brightwell’s takeover of Eastshire CRC", "the sale of Eastshire CRC to Brightwell". */
  void addTakeover(Tokens tokens, int from, int to) {
    if (!tokens.is(to, "of")) {
      return;
    }
    List<Clauses.Party> owned = clauses.object(tokens, to + 1, OwnershipWords.RUN, words::isMatter);
    if (owned.isEmpty()) {
      return;
    }
    List<Clauses.Party> owners = new ArrayList<>();
    int before = from - 1;
    while (before >= 0 && from - before < 4 && tokens.get(before).isWord()) {
      before--;
    }
    boolean possessive =
        tokens.is(before, "'s") || tokens.is(before, "'") || tokens.is(before, "’");
    if (possessive && !tokens.is(from, "sale")) {
      owners.addAll(
          before > 0 && tokens.get(before - 1).name() != null
              ? clauses.antecedent(tokens, before - 1, OwnershipWords.OWNERS)
              : List.of());
    }
    int after = owned.get(owned.size() - 1).to();
    boolean sale = tokens.is(from, "sale") || tokens.is(from, "transfer");
    if (owners.isEmpty() && tokens.is(after, sale ? "to" : "by")) {
      owners.addAll(parties.agents(tokens, after + 1));
    }
    if (owners.isEmpty()) {
      owners.addAll(buyers(tokens, from));
    }
    for (Clauses.Party party : owned) {
      EntityRef crc = words.crcOf(party.entity(), false);
      if (crc != null) {
        Clauses.Party meant = new Clauses.Party(crc, party.from(), party.to());
        addAll(OwnershipRule.TAKEOVER, tokens, from, owners, meant, owned);
      }
    }
  }

  /** "Brightwell has completed the acquisition": who did. */
  private List<Clauses.Party> buyers(Tokens tokens, int noun) {
    for (int i = noun - 1; i >= 0 && noun - i < LONGEST_VERB; i--) {
      if (tokens.get(i).name() != null) {
        return List.of();
      }
      if (COMPLETING.contains(tokens.get(i).word())) {
        Clauses.Group group = clauses.group(tokens, i, i + 1);
        return group.real() && !group.passive() && !tokens.is(noun, "sale")
            ? clauses.subject(tokens, group.from(), OwnershipWords.OWNERS)
            : List.of();
      }
    }
    return List.of();
  }
}
