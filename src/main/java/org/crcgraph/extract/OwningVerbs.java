package org.crcgraph.extract;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.crcgraph.model.EntityKind;
import org.crcgraph.model.EntityRef;

/** Who owns what by a verb: active, passive, of belonging, or left out after a first one. */
final class OwningVerbs {
  /** How many tokens "probation and rehabilitation services" has at most, or those after it. */
  private static final int LONGEST_SERVICE = 12;

  /** How far a count goes on after its noun was last told, in UTF-16 code units. */
  private static final int FARTHEST_COUNT = 400;

  private static final Set<String> IN = Set.of("in", "across", "throughout", "for", "covering");

  private static final Set<String> TO_HOLD =
      Set.of("responsible", "in", "charge", "owner", "owners");

  private static final Set<String> NOMINAL =
      Set.of(
          "owner",
          "owners",
          "operator",
          "operators",
          "holder",
          "parent",
          "company",
          "firm",
          "group",
          "responsible",
          "in",
          "charge");

  /** How far a verb of delivering may stand from its "through", in tokens. */
  private static final int REACH = 18;

  private final OwnershipFinds finds;
  private final OwnershipWords words;
  private final Clauses clauses;
  private final OwnershipTransfers transfers;
  private final OwningClauses parties;

  /** Where the sentence begins that counted CRCs last, or -1. */
  private int counting = -1;

  OwningVerbs(OwnershipFinds finds) {
    this.finds = finds;
    this.words = finds.words();
    this.clauses = finds.clauses();
    this.transfers = new OwnershipTransfers(finds);
    this.parties = finds.parties();
  }

  /** Verbs and nouns of owning and giving, with what stands around them. */
  void addVerbs(Tokens tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).name() != null || !words.opensVerb(tokens.get(i).word())) {
        continue;
      }
      int length = words.ownedBy().longestAt(tokens, i);
      if (length > 0) {
        int by = parties.agent(tokens, i + length);
        if (by > 0) {
          addPassive(tokens, i, i + length, parties.agents(tokens, by));
          i = by;
          continue;
        }
      }
      length = words.owning().longestAt(tokens, i);
      if (length > 0 && addActive(tokens, i, i + length)) {
        i += length - 1;
        continue;
      }
      boolean split = OwnershipWords.TAKING.contains(tokens.get(i).word());
      if ((split || isHaving(tokens, i)) && addActive(tokens, i, i + 1)) {
        continue;
      }
      length = words.belonging().longestAt(tokens, i);
      if (length > 0) {
        addBelonging(tokens, i, i + length);
        i += length - 1;
        continue;
      }
      if (tokens.is(i, "through") || tokens.is(i, "via")) {
        addThrough(tokens, i);
        continue;
      }
      length = words.transferring().longestAt(tokens, i);
      if (length > 0) {
        transfers.addTransfer(tokens, i, i + length);
        continue;
      }
      length = words.takeovers().longestAt(tokens, i);
      if (length > 0) {
        transfers.addTakeover(tokens, i, i + length);
        continue;
      }
      if (OwnershipWords.DELIVERING.contains(tokens.get(i).word())) {
        addServices(tokens, i);
      }
    }
  }

  /** "Brightwell, which also has Eastshire CRC". */
  private static boolean isHaving(Tokens tokens, int i) {
    boolean have = tokens.is(i, "has") || tokens.is(i, "have") || tokens.is(i, "had");
    int next = tokens.is(i + 1, "the") ? i + 2 : i + 1;
    Name name = next < tokens.size() ? tokens.get(next).name() : null;
    return have && name != null && OwnershipWords.RUN.test(name.entity());
  }

  /** "Greenvale is part of Brightwell", "Part of Brightwell, Greenvale is". */
  private void addBelonging(Tokens tokens, int from, int to) {
    List<Clauses.Party> named = parties.agents(tokens, to);
    if (named.isEmpty()) {
      return;
    }
    boolean pair =
        named.size() > 1
            && named.get(1).from() == named.get(0).to() + 1
            && tokens.is(named.get(0).to(), "and");
    List<Clauses.Party> owners = pair ? named : named.subList(0, 1);
    boolean footer =
        (from == 0 || tokens.is(from - 1, "|"))
            && owners.get(owners.size() - 1).to() >= tokens.size() - 1;
    if (footer) {
      // "Eastshire CRC 2018 | Privacy | Part of Brightwell"
      Topics topics = finds.reading().topics();
      finds.reading().names(tokens.range()).stream()
          .map(Name::entity)
          .filter(Field::isOneCrc)
          .findFirst()
          .or(() -> topics.onlyCrcHere(tokens.range().from()))
          .ifPresent(
              crc ->
                  finds.add(
                      OwnershipRule.PASSIVE,
                      owners.get(0).entity(),
                      crc,
                      OwnershipFinds.range(tokens, from, owners.get(0), List.of())));
      return;
    }
    if (isMembership(tokens, from, owners)) {
      return;
    }
    if (from > 0 && !(from == 1 && tokens.is(0, "as"))) {
      addPassive(tokens, from, to, owners);
      return;
    }
    int comma = owners.get(owners.size() - 1).to();
    while (comma < tokens.size() && tokens.get(comma).isWord()) {
      comma++;
    }
    for (Clauses.Party thing :
        tokens.is(comma, ",")
            ? clauses.object(tokens, comma + 1, OwnershipWords.OWNED, Grammar::isDeterminer)
            : List.<Clauses.Party>of()) {
      owners.forEach(
          owner ->
              finds.add(
                  OwnershipRule.PASSIVE,
                  owner.entity(),
                  thing.entity(),
                  OwnershipFinds.range(tokens, from, owner, List.of(thing))));
    }
  }

  /** "A, B and C are part of Greenvale": several companies are members, not parts, of it. */
  private boolean isMembership(Tokens tokens, int from, List<Clauses.Party> owners) {
    Clauses.Group group = clauses.group(tokens, from, from + 1);
    Clauses.Party venture = owners.get(0);
    boolean one = tokens.is(venture.to(), "group") || tokens.is(venture.to(), "family");
    if (!tokens.is(from, "part") || owners.size() > 1 || one || group.from() == from) {
      return false;
    }
    List<Clauses.Party> members = clauses.subject(tokens, group.from(), OwnershipWords.OWNERS);
    if (members.size() < 2 || !group.real()) {
      return false;
    }
    for (Clauses.Party member : members) {
      finds.add(
          OwnershipRule.CONSORTIUM,
          member.entity(),
          venture.entity(),
          OwnershipFinds.range(tokens, from, venture, List.of(member)));
    }
    return true;
  }

  private void addPassive(Tokens tokens, int from, int to, List<Clauses.Party> owners) {
    if (owners.isEmpty()) {
      return;
    }
    Clauses.Group group = clauses.group(tokens, from, to);
    if (!group.real()) {
      return;
    }
    boolean finite = group.from() < from || tokens.get(from).word().startsWith("belong");
    List<Clauses.Party> owned =
        finite
            ? parties.subject(tokens, group.from())
            : clauses.antecedent(tokens, group.from() - 1, OwnershipWords.OWNED);
    Set<EntityRef> all = new LinkedHashSet<>();
    owned.forEach(party -> all.add(party.entity()));
    if (parties.countsClass(tokens, group.from() - 1)) {
      all.add(Field.CRCS);
    }
    List<Clauses.Party> everyOwner = new ArrayList<>(owners);
    everyOwner.addAll(throughAfter(tokens, owners.get(owners.size() - 1).to()));
    everyOwner.forEach(
        owner ->
            all.forEach(
                crc ->
                    finds.add(
                        OwnershipRule.PASSIVE,
                        owner.entity(),
                        crc,
                        OwnershipFinds.range(tokens, from, owner, owned))));
  }

  /** ", through its subsidiary Greenvale": who owns it for the owner. */
  private List<Clauses.Party> throughAfter(Tokens tokens, int from) {
    int i = tokens.is(from, ",") ? from + 1 : from;
    boolean through = tokens.is(i, "through") || tokens.is(i, "via");
    return through && tokens.is(i + 1, "its") ? parties.agents(tokens, i + 1) : List.of();
  }

  private boolean addActive(Tokens tokens, int from, int to) {
    Clauses.Group group = clauses.group(tokens, from, to);
    int start = group.from();
    boolean awarded = group.passive() && TO_HOLD.contains(tokens.get(from).word());
    if (!group.real() || (group.passive() && !awarded && isParticiple(tokens, from))) {
      return false;
    }
    // "won the contract to run": the first verb has the subject.
    int contract = parties.contractBefore(tokens, start);
    if (contract >= 0) {
      start = clauses.group(tokens, contract, contract + 1).from();
    }
    List<Clauses.Party> owned = parties.ownedAfter(tokens, from, to);
    if (owned.isEmpty() && isShortCount(tokens, to)) {
      owned = List.of(new Clauses.Party(Field.CRCS, to, to + 1));
    }
    if (owned.stream().anyMatch(party -> Field.isClass(party.entity()))) {
      counting = tokens.range().from();
    }
    boolean inverted = false;
    if (owned.isEmpty()) {
      owned = parties.ownedBefore(tokens, start);
      inverted = !owned.isEmpty();
    }
    if (owned.isEmpty()) {
      return false;
    }
    // "Brightwell, owners of Eastshire CRC": the name before the comma, not that of the clause.
    boolean apposed = start == from && isNominal(tokens, from) && tokens.is(start - 1, ",");
    List<Clauses.Party> owners =
        apposed ? clauses.antecedent(tokens, start - 1, OwnershipWords.OWNERS) : List.of();
    if (owners.isEmpty()) {
      owners = clauses.subject(tokens, start, OwnershipWords.OWNERS);
    }
    if (owners.isEmpty() && !group.passive() && start == from) {
      owners = clauses.antecedent(tokens, start - 1, OwnershipWords.OWNERS);
      if (inverted || !isNominal(tokens, from)) {
        owners = inverted ? clauses.subject(tokens, start, OwnershipWords.OWNERS) : List.of();
      }
    }
    if (owners.isEmpty() && isNominal(tokens, from)) {
      int verb = copulaBefore(tokens, start);
      owners =
          verb >= 0
              ? clauses.subject(
                  tokens, clauses.group(tokens, verb, verb + 1).from(), OwnershipWords.OWNERS)
              : clauses.antecedent(tokens, start - 1, OwnershipWords.OWNERS);
    }
    if (owners.isEmpty() && !inverted) {
      owners = namedAfter(tokens, owned.get(owned.size() - 1).to());
    }
    for (Clauses.Party owner : owners) {
      for (Clauses.Party crc : owned) {
        finds.add(
            OwnershipRule.ACTIVE,
            owner.entity(),
            crc.entity(),
            OwnershipFinds.range(tokens, to - 1, owner, owned));
      }
    }
    return !owners.isEmpty();
  }

  /** "Brightwell won six contracts. … Oakwood won five.": a number alone goes on counting. */
  private boolean isShortCount(Tokens tokens, int at) {
    boolean near = counting >= 0 && tokens.range().from() - counting < FARTHEST_COUNT;
    boolean number =
        at < tokens.size() && (OwnershipWords.isNumber(tokens, at) || tokens.is(at, "one"));
    return near
        && number
        && (at + 1 >= tokens.size()
            || tokens.is(at + 1, ".")
            || tokens.is(at + 1, ";")
            || tokens.is(at + 1, ",")
            || tokens.is(at + 1, "contract"));
  }

  /** "The firm which runs Eastshire CRC, Brightwell, said": the name between commas. */
  private static List<Clauses.Party> namedAfter(Tokens tokens, int comma) {
    Name name = comma + 1 < tokens.size() ? tokens.get(comma + 1).name() : null;
    boolean between = tokens.is(comma, ",") && tokens.is(comma + 2, ",");
    return between && name != null && OwnershipWords.OWNERS.test(name.entity())
        ? List.of(new Clauses.Party(name.entity(), comma + 1, comma + 2))
        : List.of();
  }

  /** The "is" or "becomes" before "the legal owner of", or -1. */
  private static int copulaBefore(Tokens tokens, int at) {
    for (int i = at - 1; i >= 0 && at - i < 6; i--) {
      if (tokens.get(i).name() != null || !tokens.get(i).isWord()) {
        return -1;
      }
      if (Clauses.isBe(tokens, i) || tokens.get(i).word().startsWith("bec")) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isNominal(Tokens tokens, int from) {
    String word = tokens.get(from).word();
    return NOMINAL.contains(word) || word.endsWith("ing");
  }

  private static boolean isParticiple(Tokens tokens, int from) {
    String word = tokens.get(from).word();
    return word.endsWith("ed")
        || word.equals("run")
        || word.equals("bought")
        || word.equals("held")
        || word.equals("won")
        || word.equals("taken");
  }

  /** "Brightwell provides probation services in Eastshire": it runs the CRC there. */
  private void addServices(Tokens tokens, int verb) {
    boolean probation = false;
    int noun = verb + 1;
    while (noun < tokens.size() && noun - verb < LONGEST_SERVICE && tokens.get(noun).isWord()) {
      probation |= tokens.is(noun, "probation");
      if (tokens.is(noun, "services")
          || tokens.is(noun, "service")
          || tokens.is(noun, "supervision")) {
        break;
      }
      noun++;
    }
    if (!probation || noun >= tokens.size() || !tokens.get(noun).word().startsWith("s")) {
      return;
    }
    for (int i = noun + 1; i < Math.min(noun + LONGEST_SERVICE, tokens.size()); i++) {
      if (tokens.get(i).name() == null && IN.contains(tokens.get(i).word())) {
        Clauses.Group group = clauses.group(tokens, verb, verb + 1);
        List<Clauses.Party> owned = new ArrayList<>();
        clauses
            .object(tokens, i + 1, e -> e.kind() == EntityKind.AREA, Grammar::isDeterminer)
            .forEach(party -> parties.addCrc(party, false, owned));
        for (Clauses.Party owner :
            owned.isEmpty() || !group.real()
                ? List.<Clauses.Party>of()
                : clauses.subject(tokens, group.from(), OwnershipWords.OWNERS)) {
          for (Clauses.Party crc : owned) {
            if (owner.entity().kind() == EntityKind.OWNER) {
              finds.add(
                  OwnershipRule.SERVICES,
                  owner.entity(),
                  crc.entity(),
                  OwnershipFinds.range(tokens, verb, owner, owned));
            }
          }
        }
        return;
      }
    }
  }

  /** "Brightwell delivers probation services in the north through two CRCs". */
  private void addThrough(Tokens tokens, int at) {
    List<Clauses.Party> owned =
        clauses.object(
            tokens, at + 1, e -> e.kind() == EntityKind.CRC, OwnershipWords::isOwnDescription);
    if (owned.isEmpty()) {
      return;
    }
    for (int i = at - 1; i >= 0 && at - i < REACH; i--) {
      if (tokens.get(i).name() == null
          && OwnershipWords.DELIVERING.contains(tokens.get(i).word())) {
        Clauses.Group group = clauses.group(tokens, i, i + 1);
        int contract = parties.contractBefore(tokens, group.from());
        int verb =
            contract < 0 ? group.from() : clauses.group(tokens, contract, contract + 1).from();
        for (Clauses.Party owner : clauses.subject(tokens, verb, OwnershipWords.OWNERS)) {
          owned.forEach(
              crc ->
                  finds.add(
                      OwnershipRule.THROUGH,
                      owner.entity(),
                      crc.entity(),
                      OwnershipFinds.range(tokens, at, owner, owned)));
        }
        return;
      }
    }
  }

  /** "Brightwell runs six CRCs, Oakwood five": the verb and its object are left out. */
  void addGapped(Tokens tokens) {
    int counted = -1;
    for (int i = 1; i < tokens.size() && counted < 0; i++) {
      Name name = tokens.get(i).name();
      boolean crcs =
          name != null && Field.isClass(name.entity()) && OwnershipWords.isNumber(tokens, i - 1);
      counted = crcs && words.owning().in(tokens, i - 5, i) ? i : -1;
    }
    if (counted < 0) {
      return;
    }
    List<Name> waiting = new ArrayList<>();
    for (int i = counted + 1; i < tokens.size(); i++) {
      Name name = tokens.get(i).name();
      if (name != null && name.entity().kind() == EntityKind.OWNER) {
        waiting.add(name);
        if (OwnershipWords.isNumber(tokens, i + 1)) {
          for (Name owner : waiting) {
            finds.add(
                OwnershipRule.GAPPED, owner.entity(), Field.CRCS, tokens.range(counted - 1, i + 2));
          }
          waiting.clear();
        }
      } else if (name != null
          || !(tokens.is(i, ",")
              || tokens.is(i, "and")
              || tokens.is(i, "the")
              || tokens.is(i, "apiece")
              || OwnershipWords.isNumber(tokens, i))) {
        return;
      }
    }
  }
}
