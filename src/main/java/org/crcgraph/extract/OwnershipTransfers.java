package org.crcgraph.extract;

import java.util.ArrayList;
import java.util.List;
import org.crcgraph.model.EntityKind;
import org.crcgraph.model.EntityRef;

/** Who came to own what: things that passed to an owner, takeovers, sales. */
final class OwnershipTransfers {
  /** How far a verb of giving may stand from its "to", in tokens. */
  private static final int REACH = 18;

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
    int low = to;
    for (int i = to; i < Math.min(to + REACH, tokens.size()); i++) {
      if (!tokens.is(i, "to")) {
        continue;
      }
      List<Clauses.Party> owners = parties.agents(tokens, i + 1);
      if (owners.isEmpty()) {
        return;
      }
      List<Clauses.Party> owned = new ArrayList<>();
      clauses
          .object(tokens, low, OwnershipWords.RUN, words::isMatter)
          .forEach(party -> parties.addCrc(party, true, owned));
      if (owned.isEmpty() || owned.get(0).from() >= i) {
        owned.clear();
        owned.addAll(
            low == i || !isThing(tokens, low, i)
                ? parties.subject(tokens, group.from())
                : List.of());
        if (OwningClauses.isPronoun(tokens, low)) {
          parties.meant(tokens, low).ifPresent(crc -> owned.add(new Clauses.Party(crc, 0, 0)));
        }
      }
      for (Clauses.Party crc : owned) {
        if (crc.entity().kind() == EntityKind.CRC) {
          for (Clauses.Party owner : owners) {
            finds.add(
                OwnershipRule.TRANSFER,
                owner.entity(),
                crc.entity(),
                OwnershipFinds.range(tokens, from, owner, owned));
          }
        }
      }
      return;
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
    for (Clauses.Party owner : owners) {
      for (Clauses.Party party : owned) {
        EntityRef crc = words.crcOf(party.entity(), false);
        if (crc != null) {
          finds.add(
              OwnershipRule.TAKEOVER,
              owner.entity(),
              crc,
              OwnershipFinds.range(tokens, from, owner, owned));
        }
      }
    }
  }
}
