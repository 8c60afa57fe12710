package org.crcgraph.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.crcgraph.model.EntityKind;
import org.crcgraph.model.EntityRef;

/**
 * Suppliers named as some of a group: "works with charities such as Redwell", "the organisations
 * that we commissioned (Redwell and Greenvale)".
 */
final class SupplyGroups {
  /** How many tokens after the noun the first name may stand. */
  private static final int REACH = 18;

  private static final Set<String> NOUNS =
      Set.of(
          "charities",
          "organisations",
          "providers",
          "agencies",
          "enterprises",
          "partners",
          "suppliers",
          "subcontractors",
          "sub-contractors",
          "groups",
          "specialists");

  private final SupplyParties parties;
  private final SupplyRecords records;
  private final Clauses clauses;
  private final SupplyWords words;

  SupplyGroups(SupplyParties parties, SupplyRecords records, SupplyWords words) {
    this.parties = parties;
    this.records = records;
    this.clauses = parties.clauses();
    this.words = words;
  }

  /** Whether a word may be the noun of this family. */
  static boolean isNoun(String word) {
    return NOUNS.contains(word);
  }

  /** Reads the sentence around the plural noun at a token. */
  void addGroup(Tokens tokens, int at) {
    int first = firstName(tokens, at);
    if (first < 0) {
      return;
    }
    List<Clauses.Party> sellers = new ArrayList<>(parties.sellers(tokens, first));
    sellers.removeIf(party -> party.entity().kind() != EntityKind.SUPPLIER);
    if (sellers.isEmpty()) {
      return;
    }
    List<EntityRef> customers = customers(tokens, at, first);
    records.add(SupplyRule.GROUP, tokens, at, first + 1, sellers, customers, new int[] {at, at});
  }

  /** Where the names begin after "including", "such as", "like" or a bracket, or -1. */
  private static int firstName(Tokens tokens, int at) {
    for (int i = at + 1; i < Math.min(at + REACH, tokens.size() - 1); i++) {
      if (SupplyPhrases.ENDS.contains(tokens.get(i).word())) {
        return -1;
      }
      boolean opens =
          tokens.is(i, "including")
              || tokens.is(i, "include")
              || tokens.is(i, "like")
              || tokens.is(i, "(")
              || (tokens.is(i, "as") && tokens.is(i - 1, "such"));
      int next = tokens.is(i + 1, "the") ? i + 2 : i + 1;
      EntityRef entity = opens ? SupplyPhrases.entityAt(tokens, next) : null;
      if (entity != null && entity.kind() == EntityKind.SUPPLIER) {
        return next;
      }
    }
    return -1;
  }

  /** Whose the group is: "its partners", "works with charities", "charities that we commission". */
  private List<EntityRef> customers(Tokens tokens, int at, int first) {
    List<EntityRef> possessor = parties.possessor(tokens, at);
    if (!possessor.isEmpty()) {
      return possessor;
    }
    if (tokens.is(at + 1, "of") || tokens.is(at + 1, "to") || tokens.is(at + 1, "for")) {
      List<Clauses.Party> told =
          clauses.object(tokens, at + 2, SupplyKinds.CRCS_OR_OWNERS, SupplyPhrases::describes);
      if (!told.isEmpty()) {
        return SupplyPhrases.entities(told);
      }
    }
    for (int i = first - 1; i >= 0 && first - i < REACH + 12; i--) {
      if (tokens.get(i).name() != null || !isRelating(tokens, i)) {
        continue;
      }
      Clauses.Group group = clauses.group(tokens, i, i + 1);
      if (!group.real() || group.passive()) {
        continue;
      }
      if (tokens.is(group.from() - 1, "we")) {
        return parties.ours(tokens, group.from() - 1);
      }
      List<EntityRef> subject =
          SupplyPhrases.entities(clauses.subject(tokens, group.from(), SupplyKinds.CRCS_OR_OWNERS));
      if (!subject.isEmpty()) {
        return subject;
      }
    }
    // "Working with charities such as Redwell, Eastshire CRC helps": what follows the list.
    if (tokens.is(0, "working") || tokens.is(0, "through") || tokens.is(0, "with")) {
      for (int i = first; i < tokens.size(); i++) {
        EntityRef entity = SupplyPhrases.entityAt(tokens, i);
        if (entity != null && SupplyKinds.CRCS_OR_OWNERS.test(entity) && tokens.is(i - 1, ",")) {
          return parties.meant(tokens, i);
        }
      }
    }
    return List.of();
  }

  /** Verbs by which somebody has others work for or with him. */
  private boolean isRelating(Tokens tokens, int i) {
    String word = tokens.get(i).word();
    return words.buying().longestAt(tokens, i) > 0
        || ((word.equals("work") || word.equals("works") || word.equals("working"))
            && (tokens.is(i + 1, "with")
                || tokens.is(i + 2, "with")
                || tokens.is(i + 1, "in")
                || tokens.is(i + 1, "alongside")));
  }
}
