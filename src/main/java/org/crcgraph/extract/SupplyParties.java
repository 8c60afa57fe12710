package org.crcgraph.extract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.crcgraph.model.EntityKind;
import org.crcgraph.model.EntityRef;
import org.crcgraph.model.TextRange;
import org.jspecify.annotations.Nullable;

/**
 * Who sells and who buys, as far as several families of rules ask: the lists of sellers around a
 * verb, whom "its", "our" and "their" mean, and the customer that only the section tells.
 */
final class SupplyParties {
  /** How far back, in code units, "it" looks for a supplier. */
  static final int LAST_SENTENCE = 160;

  private static final Set<String> TO_CUSTOMER =
      Set.of("for", "to", "with", "at", "within", "of", "in", "by", "across");

  private final Reading reading;
  private final Topics topics;
  private final Clauses clauses;

  SupplyParties(Reading reading, Clauses clauses) {
    this.reading = reading;
    this.topics = reading.topics();
    this.clauses = clauses;
  }

  Reading reading() {
    return reading;
  }

  Topics topics() {
    return topics;
  }

  Clauses clauses() {
    return clauses;
  }

  /**
   * Whoever is named as a seller from a token on: "A, B and C", "A for mentoring, B for housing and
   * C", "A, mentoring by B".
   */
  List<Clauses.Party> sellers(Tokens tokens, int from) {
    List<Clauses.Party> sellers =
        new ArrayList<>(
            clauses.object(
                tokens,
                afterLeader(tokens, from),
                SupplyKinds.CHARITIES,
                SupplyPhrases::describes));
    if (sellers.isEmpty()) {
      return sellers;
    }
    int i = sellers.get(sellers.size() - 1).to();
    while (i < tokens.size()) {
      int next = nextSeller(tokens, i);
      if (next < 0) {
        return sellers;
      }
      List<Clauses.Party> more =
          clauses.object(tokens, next, SupplyKinds.CHARITIES, SupplyPhrases::describes);
      if (more.isEmpty()) {
        return sellers;
      }
      sellers.addAll(more);
      i = more.get(more.size() - 1).to();
    }
    return sellers;
  }

  /** "a consortium led by Redwell": Redwell. */
  private static int afterLeader(Tokens tokens, int from) {
    for (int i = from; i < Math.min(from + 6, tokens.size()); i++) {
      if (tokens.get(i).name() != null) {
        return from;
      }
      if (tokens.is(i, "by") && (tokens.is(i - 1, "led") || tokens.is(i - 1, "headed"))) {
        return i + 1;
      }
    }
    return from;
  }

  /** How many words may say what a seller does before the next one is named. */
  private static final int TASK = 9;

  /** "A for mentoring, B": the next name of the list after what the one before does, or -1. */
  static int nextSeller(Tokens tokens, int from) {
    int i = from;
    if (tokens.is(i, "(")) {
      while (i < tokens.size() && i - from < TASK && !tokens.is(i, ")")) {
        i++;
      }
      i++;
    } else if (!tokens.is(i, "for") && !tokens.is(i, "on") && !tokens.is(i, ",")) {
      return -1;
    }
    int mark = -1;
    for (int k = i; k < tokens.size() && k - i < 2 * TASK; k++) {
      Tokens.Token token = tokens.get(k);
      if (token.name() != null) {
        boolean listed = mark >= 0 && (k == mark + 1 || tokens.is(k - 1, "the") || by(tokens, k));
        return listed && SupplyKinds.CHARITIES.test(token.name().entity()) ? k : -1;
      }
      if (token.is(",") || token.is("and") || token.is(";") || token.is("while")) {
        mark = k;
      } else if ((!token.isWord() && !token.is("-"))
          || Grammar.isFinite(token.word())
          || token.is("which")
          || token.is("who")) {
        return -1;
      }
    }
    return -1;
  }

  private static boolean by(Tokens tokens, int i) {
    return tokens.is(i - 1, "by")
        || tokens.is(i - 1, "with")
        || tokens.is(i - 1, "from")
        || tokens.is(i - 1, "to");
  }

  /** "Redwell, the mutual that set out to deliver": a supplier close before, alone. */
  static List<Clauses.Party> supplierNear(Tokens tokens, int at) {
    for (int i = at - 1; i >= 0 && at - i <= 12; i--) {
      EntityRef entity = SupplyPhrases.entityAt(tokens, i);
      if (entity != null) {
        return entity.kind() == EntityKind.SUPPLIER
            ? List.of(new Clauses.Party(entity, i, i + 1))
            : List.of();
      }
      if (SupplyPhrases.ENDS.contains(tokens.get(i).word()) || tokens.is(i, "by")) {
        return List.of();
      }
    }
    return List.of();
  }

  /** The supplier that the sentence before ends with or speaks of. */
  Optional<EntityRef> supplierBefore(TextRange sentence) {
    TextRange before = new TextRange(Math.max(0, sentence.from() - LAST_SENTENCE), sentence.from());
    EntityRef last = null;
    for (Name name : reading.names(before)) {
      EntityKind kind = name.entity().kind();
      if (kind == EntityKind.SUPPLIER || kind == EntityKind.COMPANY) {
        last = name.entity();
      } else if (Field.isOneCrc(name.entity()) || kind == EntityKind.OWNER) {
        last = null;
      }
    }
    return Optional.ofNullable(last);
  }

  /** Who is served, as told after the verb, or else by the section. */
  List<EntityRef> customersAfter(Tokens tokens, int from, int end, List<Clauses.Party> sellers) {
    List<EntityRef> named = customersNamed(tokens, from, end, sellers);
    // "delivered it late": what is delivered was told before, and so was for whom.
    boolean pronoun = tokens.is(from, "it");
    return named.isEmpty() && !pronoun ? ofSection(tokens, from) : named;
  }

  /** Who is served, as told after the verb. */
  List<EntityRef> customersNamed(Tokens tokens, int from, int end, List<Clauses.Party> sellers) {
    int us = -1;
    List<EntityRef> named = new ArrayList<>();
    for (int i = from; i < end; i++) {
      EntityRef entity = SupplyPhrases.entityAt(tokens, i);
      if (entity == null) {
        if (tokens.is(i, "our")) {
          return ours(tokens, i);
        }
        boolean served = tokens.is(i - 1, "from") || tokens.is(i - 1, "for");
        us = served && tokens.is(i, "us") ? i : us;
        if (tokens.is(i, "its") || tokens.is(i, "their")) {
          Optional<EntityRef> theirs = customerBefore(tokens, i, sellers);
          if (theirs.isPresent()) {
            return List.of(theirs.get());
          }
        }
        continue;
      }
      boolean body = entity.kind() == EntityKind.PUBLIC_BODY;
      if (SupplyKinds.BUYERS.test(entity)
          && (isBehalf(tokens, i) || (body ? isBodyServed(tokens, i) : isObject(tokens, i)))) {
        named.add(topics.meaning(tokens, i, SupplyPhrases.nameAt(tokens, i)));
      }
    }
    return named.isEmpty() && us >= 0 ? ours(tokens, us) : named;
  }

  /** Whose a service is that stands before its verb: "its courses", "the CRC's courses". */
  List<EntityRef> customersOf(Tokens tokens, int from, int to, List<Clauses.Party> sellers) {
    for (int i = Math.max(0, from - 1); i < to; i++) {
      EntityRef entity = SupplyPhrases.entityAt(tokens, i);
      if (entity != null && SupplyKinds.BUYERS.test(entity)) {
        return List.of(topics.meaning(tokens, i, SupplyPhrases.nameAt(tokens, i)));
      }
      if (tokens.is(i, "our")) {
        return ours(tokens, i);
      }
      if (tokens.is(i, "its") || tokens.is(i, "their")) {
        return customerBefore(tokens, i, sellers).map(List::of).orElse(List.of());
      }
    }
    return ofSection(tokens, to);
  }

  /**
   * Whose "its" is: the first CRC or owner that the sentence names before it, else a partnership of
   * which the sentence before spoke, else the first CRC or owner of a sentence before.
   */
  Optional<EntityRef> customerBefore(Tokens tokens, int at, List<Clauses.Party> sellers) {
    Set<EntityRef> not = new HashSet<>();
    sellers.forEach(party -> not.add(party.entity()));
    for (int i = 0; i < at; i++) {
      EntityRef entity = SupplyPhrases.entityAt(tokens, i);
      if (entity != null && SupplyKinds.CRCS_OR_OWNERS.test(entity) && !not.contains(entity)) {
        EntityRef meant = topics.meaning(tokens, i, SupplyPhrases.nameAt(tokens, i));
        if (!Field.isClass(meant)) {
          return Optional.of(meant);
        }
      }
    }
    int offset = tokens.get(at).range().from();
    String before =
        reading
            .text()
            .substring(Math.max(0, tokens.range().from() - LAST_SENTENCE), tokens.range().from());
    if (before.contains("partnership") || before.contains("consortium")) {
      Optional<EntityRef> venture =
          topics.otherCompany(offset, topics.owner(tokens.range().from()).orElse(null));
      if (venture.isPresent()) {
        return venture;
      }
    }
    return clauses
        .lastNamed(tokens, at, SupplyKinds.CRCS_OR_OWNERS.and(e -> !not.contains(e)))
        .or(() -> topics.onlyCrcBefore(offset));
  }

  /** "supply chain" and the like: nothing else may stand between a name and "partner". */
  private static boolean isNounPhrase(Tokens tokens, int from, int to) {
    for (int i = from; i < to; i++) {
      switch (tokens.get(i).word()) {
        case "supply", "chain", "delivery", "strategic", "main", "lead", "key" -> {
          // "Eastshire CRC supply chain partner"
        }
        default -> {
          return false;
        }
      }
    }
    return true;
  }

  /** Whom the possessive before "partner" means: "its", "our", "Eastshire CRC’s". */
  List<EntityRef> possessor(Tokens tokens, int at) {
    for (int i = at - 1; i >= 0 && at - i < 7; i--) {
      if (tokens.is(i, "its") || tokens.is(i, "their")) {
        return customerBefore(tokens, i, List.of()).map(List::of).orElse(List.of());
      }
      if (tokens.is(i, "our")) {
        return ours(tokens, i);
      }
      if (tokens.is(i, "'s") || tokens.is(i, "'") || tokens.is(i, "’")) {
        EntityRef owner = SupplyPhrases.entityAt(tokens, i - 1);
        return owner != null && SupplyKinds.CRCS_OR_OWNERS.test(owner)
            ? List.of(topics.meaning(tokens, i - 1, SupplyPhrases.nameAt(tokens, i - 1)))
            : List.of();
      }
      if (tokens.get(i).name() != null) {
        EntityRef owner = SupplyPhrases.entityAt(tokens, i);
        return isNounPhrase(tokens, i + 1, at)
                && owner != null
                && SupplyKinds.CRCS_OR_OWNERS.test(owner)
            ? List.of(topics.meaning(tokens, i, SupplyPhrases.nameAt(tokens, i)))
            : List.of();
      }
      if (!tokens.get(i).isWord() && !tokens.is(i, "-")) {
        return List.of();
      }
    }
    return List.of();
  }

  /** The one CRC that "the CRC" means, where the sentence says so last before a token. */
  @Nullable EntityRef crcBefore(Tokens tokens, int at) {
    for (int i = at - 1; i >= 0; i--) {
      EntityRef entity = SupplyPhrases.entityAt(tokens, i);
      if (entity != null && SupplyKinds.CRCS_OR_OWNERS.test(entity)) {
        EntityRef meant = topics.meaning(tokens, i, SupplyPhrases.nameAt(tokens, i));
        return Field.isOneCrc(meant) ? meant : null;
      }
    }
    return null;
  }

  List<EntityRef> ours(Tokens tokens, int at) {
    int offset = tokens.get(at).range().from();
    return clauses
        .self(tokens, at, SupplyKinds.BUYERS.or(SupplyKinds.CHARITIES))
        .or(() -> topics.onlyCrcBefore(offset))
        .or(() -> topics.isPersonal(offset) ? topics.crcOfAreaHere(offset) : Optional.empty())
        .map(List::of)
        .orElse(List.of());
  }

  List<EntityRef> ofSection(Tokens tokens, int at) {
    int offset = tokens.get(Math.min(at, tokens.size() - 1)).range().from();
    Optional<EntityRef> page = clauses.self(tokens, at, e -> e.kind() == EntityKind.OWNER);
    Optional<EntityRef> named = topics.onlyCrcHere(offset);
    if (page.isPresent() && named.isEmpty()) {
      return List.of(page.get());
    }
    return topics
        .onlyCrcBefore(offset)
        .or(() -> topics.leadingCrc(offset))
        .or(() -> page)
        .or(() -> ofSentenceBefore(tokens))
        .map(List::of)
        .orElse(List.of());
  }

  /** "It has ended an arrangement …", "The work was done by …": whoever was spoken of before. */
  private Optional<EntityRef> ofSentenceBefore(Tokens tokens) {
    boolean goesOn =
        tokens.is(0, "it")
            || (tokens.is(0, "the")
                && (tokens.is(1, "work") || tokens.is(1, "service") || tokens.is(1, "services")));
    return goesOn ? clauses.lastNamed(tokens, 0, SupplyKinds.CRCS_OR_OWNERS) : Optional.empty();
  }

  /** What a name means; "the CRCs in Eastshire and in Northshire" are those of the areas. */
  List<EntityRef> meant(Tokens tokens, int i) {
    List<EntityRef> ofAreas = new ArrayList<>();
    if (Field.isClass(SupplyPhrases.nameAt(tokens, i).entity()) && tokens.is(i + 1, "in")) {
      for (int k = i + 2; k < Math.min(i + 10, tokens.size()); k++) {
        Name name = tokens.get(k).name();
        EntityRef crc =
            name != null && name.entity().kind() == EntityKind.AREA
                ? reading.areas().part(name.entity())
                : null;
        if (crc != null) {
          ofAreas.add(crc);
        } else if (!tokens.is(k, "and") && !tokens.is(k, "in") && !tokens.is(k, ",")) {
          break;
        }
      }
    }
    return ofAreas.isEmpty()
        ? List.of(topics.meaning(tokens, i, SupplyPhrases.nameAt(tokens, i)))
        : ofAreas;
  }

  /** "for the Home Office": a body is no customer for what goes on "at" or "with" it. */
  static boolean isBodyServed(Tokens tokens, int i) {
    int at = tokens.is(i - 1, "the") ? i - 2 : i - 1;
    return tokens.is(at, "for") || tokens.is(at, "to") || tokens.is(at, "of");
  }

  /** "on Brightwell’s behalf". */
  static boolean isBehalf(Tokens tokens, int i) {
    return tokens.is(i - 1, "on") && (tokens.is(i + 1, "behalf") || tokens.is(i + 2, "behalf"));
  }

  /** Whether a preposition or "and" stands before a name, perhaps with "the" in between. */
  private static boolean isObject(Tokens tokens, int i) {
    for (int k = i - 1; k >= 0 && i - k <= 4; k--) {
      if (tokens.get(k).name() != null) {
        return tokens.is(k + 1, "and") || tokens.is(k + 1, ",");
      }
      if (TO_CUSTOMER.contains(tokens.get(k).word())) {
        return true;
      }
      if (!tokens.get(k).isWord() || Grammar.isFinite(tokens.get(k).word())) {
        return false;
      }
    }
    return false;
  }
}
