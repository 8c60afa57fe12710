package org.crcgraph.extract;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.crcgraph.model.EntityKind;
import org.crcgraph.model.EntityRef;

/** Who holds, wins or loses a contract, as the verb and the phrase around its noun tell. */
final class ContractRoles {
  /** How many tokens before the noun the verb may stand whose object it is. */
  private static final int BEFORE = 12;

  /** How many tokens before the noun the verb may stand that gives it. */
  private static final int OBJECT = 6;

  /** How many tokens after the noun "to" or "with" may stand. */
  private static final int AFTER = 9;

  private static final Predicate<EntityRef> PARTIES = ContractParties::isParty;

  private final Reading reading;
  private final Clauses clauses;
  private final ContractWords words;

  ContractRoles(Reading reading, Clauses clauses, ContractWords words) {
    this.reading = reading;
    this.clauses = clauses;
    this.words = words;
  }

  /**
   * Whoever supplies under a contract.
   *
   * @param withCompany whether a company stands after "with", whose contract it may be
   * @param untold whether a verb says that somebody has it, but nobody can tell who
   */
  record Holders(List<EntityRef> entities, boolean withCompany, boolean untold) {
    static final Holders NONE = new Holders(List.of(), false, false);
  }

  /** The CRC or owner whose page a sentence stands on. */
  Optional<EntityRef> page(Tokens tokens) {
    return clauses.self(tokens, 0, SupplyKinds.CRCS_OR_OWNERS);
  }

  /** Whoever has the contract whose noun stands at tokens {@code from} to {@code to}. */
  Holders holders(Tokens tokens, int from, int to) {
    if (tokens.get(to - 1).word().startsWith("bidder")
        && to < tokens.size()
        && isLink(tokens, to)) {
      List<Clauses.Party> bidders =
          clauses.object(tokens, to + 1, PARTIES, SupplyPhrases::describes);
      return new Holders(entities(bidders), false, bidders.isEmpty());
    }
    boolean with = isWithCompany(tokens, to);
    List<EntityRef> possessors = possessors(tokens, from);
    boolean ofClass = possessors.stream().allMatch(Field::isClass);
    if (!ofClass) {
      return new Holders(possessors, with, false);
    }
    for (int i = from - 1; i >= 0 && from - i <= BEFORE; i--) {
      int winning = isAuxiliary(tokens, i) ? -1 : words.winning().longestAt(tokens, i);
      boolean ofContract = OF_CONTRACT.contains(tokens.get(i).word());
      int giving = winning > 0 || ofContract ? -1 : words.giving().longestAt(tokens, i);
      int length = Math.max(winning, giving);
      if (length <= 0) {
        if (isEnd(tokens, i)) {
          break;
        }
        continue;
      }
      Clauses.Group group = clauses.group(tokens, i, i + length);
      boolean told = tokens.is(i + length, "as") || tokens.is(i + length, "for");
      if (winning > 0 || group.passive() || told) {
        // "Brightwell to take over the contract": a heading's infinitive.
        int verb = tokens.is(group.from() - 1, "to") ? group.from() - 1 : group.from();
        List<Clauses.Party> subject = clauses.subject(tokens, verb, PARTIES);
        if (!subject.isEmpty() && subject.get(0).to() == 0 && followsUnnamed(tokens)) {
          return new Holders(List.of(), false, true);
        }
        if (!subject.isEmpty()) {
          return new Holders(entities(subject), with, false);
        }
        boolean untold = winning > 0 && !with && isUnnamed(tokens, verb - 1);
        if (untold) {
          return new Holders(List.of(), false, true);
        }
        break;
      }
      List<Clauses.Party> object =
          clauses.object(tokens, i + length, PARTIES, SupplyPhrases::describes);
      if (!object.isEmpty()) {
        return new Holders(entities(object), false, false);
      }
      break;
    }
    boolean given = false;
    for (int i = from - 1; i >= 0 && from - i <= OBJECT; i--) {
      given |= words.giving().longestAt(tokens, i) > 0;
    }
    for (int i = to;
        given && i < Math.min(to + 2 * AFTER, tokens.size()) && !isEnd(tokens, i);
        i++) {
      if (tokens.is(i, "to") && isSomeOf(tokens, i + 1)) {
        return new Holders(List.of(), false, true);
      }
    }
    for (int i = to; i < Math.min(to + AFTER, tokens.size()); i++) {
      boolean giving = words.giving().longestAt(tokens, i) > 0;
      boolean toward = tokens.is(i + 1, "to") || tokens.is(i + 1, "from");
      if (giving && toward && isSomeOf(tokens, i + 2)) {
        return new Holders(List.of(), false, true);
      }
      if (giving && toward) {
        List<Clauses.Party> object =
            clauses.object(tokens, i + 2, PARTIES, SupplyPhrases::describes);
        if (!object.isEmpty()) {
          return new Holders(entities(object), false, false);
        }
      }
    }
    return possessors.isEmpty() ? Holders.NONE : new Holders(possessors, with, false);
  }

  /** "has cancelled", "had been": here "has" is no verb of having. */
  private static boolean isAuxiliary(Tokens tokens, int i) {
    boolean has = tokens.is(i, "has") || tokens.is(i, "have") || tokens.is(i, "had");
    int next = i + 1;
    while (next < tokens.size()
        && tokens.get(next).isWord()
        && (Grammar.isFiller(tokens.get(next).word())
            || Grammar.isNegation(tokens.get(next).word()))
        && !tokens.is(next, "had")) {
      next++;
    }
    return has
        && next < tokens.size()
        && tokens.get(next).isWord()
        && (Grammar.isPastForm(tokens.get(next).word())
            || PARTICIPLES.contains(tokens.get(next).word()));
  }

  /** Verbs of giving whose subject is the contract itself: "was let to Brightwell". */
  private static final Set<String> OF_CONTRACT = Set.of("let", "passed", "gone", "go", "went");

  private static final Set<String> PARTICIPLES =
      Set.of(
          "been", "had", "won", "lost", "taken", "given", "let", "said", "told", "made", "got",
          "put", "held", "run", "come", "gone", "begun", "cut", "brought", "found", "seen", "done",
          "to");

  /** "Brightwell’s", "the Brightwell", "Brightwell and Oakwood’s" before the noun. */
  private List<EntityRef> possessors(Tokens tokens, int noun) {
    for (int i = noun - 1; i >= 0 && noun - i <= 7; i--) {
      Tokens.Token token = tokens.get(i);
      if (token.name() != null) {
        EntityRef entity = token.name().entity();
        if (ContractParties.isParty(entity)) {
          return entities(clauses.subject(tokens, i + 1, PARTIES));
        }
        if (entity.kind() == EntityKind.PUBLIC_BODY) {
          return List.of();
        }
        continue;
      }
      if (token.isWord()
          && (Grammar.isPreposition(token.word())
              || Grammar.isFinite(token.word())
              || Grammar.isSubordinator(token.word())
              || token.is("and"))) {
        return List.of();
      }
      if (token.is(",") || isEnd(tokens, i)) {
        return List.of();
      }
    }
    return List.of();
  }

  private static boolean isLink(Tokens tokens, int i) {
    return switch (tokens.get(i).word()) {
      case "is", "are", "was", "were", "include", "includes", "included", ":" -> true;
      default -> false;
    };
  }

  /** "to firms including Brightwell": the names are some of many. */
  private static boolean isSomeOf(Tokens tokens, int from) {
    for (int i = from; i < Math.min(from + 6, tokens.size()); i++) {
      if (tokens.is(i, "including") || (tokens.is(i, "such") && tokens.is(i + 1, "as"))) {
        return i > from && UNNAMED.contains(tokens.get(i - 1).word());
      }
      if (!tokens.get(i).isWord()) {
        return false;
      }
    }
    return false;
  }

  private static boolean isWithCompany(Tokens tokens, int from) {
    for (int i = from; i < Math.min(from + AFTER, tokens.size()); i++) {
      if (isEnd(tokens, i)) {
        return false;
      }
      Name name = tokens.get(i).name();
      boolean with = tokens.is(i - 1, "with") || tokens.is(i - 2, "with");
      if (name != null && with) {
        EntityKind kind = name.entity().kind();
        return kind == EntityKind.SUPPLIER || kind == EntityKind.COMPANY;
      }
    }
    return false;
  }

  /** "A private firm has been paid. It won": "it" is the firm that nobody named. */
  private boolean followsUnnamed(Tokens tokens) {
    String before = ContractPhrases.sentenceBefore(reading, tokens);
    return before.startsWith("A ") || before.startsWith("An ");
  }

  /** "a private firm", "it": the subject is a company or group that nobody names. */
  private static boolean isUnnamed(Tokens tokens, int head) {
    if (head < 0 || tokens.get(head).name() != null) {
      return false;
    }
    String word = tokens.get(head).word();
    return word.equals("it") || word.equals("they") || UNNAMED.contains(word);
  }

  /** Nouns for whoever may hold a contract. */
  private static final Set<String> UNNAMED =
      Set.of(
          "company",
          "companies",
          "firm",
          "firms",
          "consortium",
          "charity",
          "charities",
          "group",
          "groups",
          "provider",
          "providers",
          "business",
          "businesses",
          "bidder",
          "bidders",
          "organisation",
          "organisations",
          "outsourcer",
          "outsourcers",
          "contractor",
          "contractors",
          "partnership",
          "enterprise",
          "trust",
          "trusts");

  private static List<EntityRef> entities(List<Clauses.Party> parties) {
    return parties.stream().map(Clauses.Party::entity).distinct().toList();
  }

  private static boolean isEnd(Tokens tokens, int i) {
    return tokens.get(i).name() == null
        && (tokens.is(i, ".") || tokens.is(i, ";") || tokens.is(i, ":") || tokens.is(i, "•"));
  }

  /**
   * The names that have no part in a contract though its sentence names them: "in partnership with
   * Redwell", "according to Greenvale", "Greenvale’s analysis shows".
   */
  static BitSet asides(Tokens tokens) {
    BitSet asides = new BitSet();
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).name() != null) {
        if (tokens.is(i + 1, "'s")
            && i + 2 < tokens.size()
            && tokens.get(i + 2).name() == null
            && STUDIES.contains(tokens.get(i + 2).word())) {
          asides.set(i);
        }
        continue;
      }
      boolean partnership =
          tokens.is(i, "with") && i > 0 && COMPANY_OF.contains(tokens.get(i - 1).word());
      boolean source = tokens.is(i, "to") && tokens.is(i - 1, "according");
      boolean beside =
          tokens.is(i, "alongside") || (tokens.is(i, "of") && tokens.is(i - 1, "ahead"));
      if (!partnership && !source && !beside) {
        continue;
      }
      // The list of names that follows, whatever describes them: up to the next verb.
      for (int k = i + 1; k < tokens.size() && k - i < 20; k++) {
        if (tokens.get(k).name() != null) {
          asides.set(k);
        } else if (Grammar.isFinite(tokens.get(k).word())
            || isEnd(tokens, k)
            || tokens.is(k, "for")
            || tokens.is(k, "(")
            || tokens.is(k, "which")) {
          break;
        }
      }
    }
    return asides;
  }

  private static final Set<String> STUDIES =
      Set.of(
          "analysis",
          "figures",
          "data",
          "report",
          "research",
          "study",
          "investigation",
          "survey",
          "database",
          "review",
          "audit",
          "findings");

  /** What "with" follows where somebody stands beside a party. */
  private static final Set<String> COMPANY_OF =
      Set.of("partnership", "together", "along", "alliance", "bid", "jointly", "venture");
}
