package org.crcgraph.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.crcgraph.model.EntityKind;
import org.crcgraph.model.EntityRef;
import org.jspecify.annotations.Nullable;

/** What stands around a verb of owning: who owns, by whom it is owned, and what is owned. */
final class OwningClauses {
  private static final Set<String> CLASS_NOUNS =
      Set.of("companies", "contracts", "areas", "packages", "crcs", "regions", "providers");

  private static final Set<String> OF =
      Set.of("for", "in", "of", "covering", "across", ":", "–", "(");

  /** Of what a CRC or its area may be the attribute: "the contract for Eastshire". */
  private static final Set<String> MATTERS =
      Set.of(
          "responsibility",
          "ownership",
          "control",
          "contract",
          "contracts",
          "running",
          "management",
          "services",
          "service",
          "probation",
          "supervision",
          "work",
          "companies",
          "cases",
          "staff",
          "operation",
          "operations");

  private static final Set<String> JOINING =
      Set.of(",", ";", "and", "for", "in", "the", "of", "&", "both");

  private static final Set<String> WINNING =
      Set.of(
          "won", "win", "wins", "winning", "awarded", "given", "handed", "holds", "hold", "held",
          "has", "had", "have", "secured", "granted", "got", "landed", "signed");

  /** Verbs whose object may be an area alone: "won Eastshire and Northshire". */
  private static final WordSet OF_PLACES =
      WordSet.of(
          "run",
          "runs",
          "ran",
          "running",
          "responsible",
          "has",
          "have",
          "had",
          "having",
          "look",
          "looks",
          "looked",
          "looking",
          "win",
          "wins",
          "won",
          "winning",
          "hold",
          "holds",
          "held",
          "keep",
          "keeps",
          "kept",
          "pick",
          "picks",
          "picked",
          "inherit",
          "inherits",
          "inherited",
          "secured",
          "landed");

  /** What may stand between a contract and its "to run", or two members, in tokens. */
  private static final int LONGEST_TERMS = 12;

  private final OwnershipWords words;
  private final Topics topics;
  private final Clauses clauses;

  OwningClauses(Reading reading, OwnershipWords words, Clauses clauses) {
    this.words = words;
    this.topics = reading.topics();
    this.clauses = clauses;
  }

  /** "by Brightwell", "by the services group Brightwell", "by a consortium of A and B". */
  List<Clauses.Party> agents(Tokens tokens, int from) {
    return clauses.object(tokens, from, OwnershipWords.OWNERS, OwnershipWords::isDescription);
  }

  /** "between Brightwell and the charity Oakwood", "by Brightwell, with Oakwood". */
  List<Clauses.Party> members(Tokens tokens, int from) {
    List<Clauses.Party> members = new ArrayList<>(someMembers(tokens, from));
    while (!members.isEmpty()) {
      // "the charity A; B, which helps the young; and C"
      int next = members.get(members.size() - 1).to();
      int far = Math.min(next + LONGEST_TERMS, tokens.size() - 1);
      while (next < far && tokens.get(next).name() == null && !tokens.is(next, ";")) {
        next++;
      }
      List<Clauses.Party> more =
          tokens.is(next, ";")
              ? someMembers(tokens, tokens.is(next + 1, "and") ? next + 2 : next + 1)
              : List.<Clauses.Party>of();
      if (more.isEmpty()) {
        break;
      }
      members.addAll(more);
    }
    return members;
  }

  private List<Clauses.Party> someMembers(Tokens tokens, int from) {
    return clauses.agents(
        tokens,
        from,
        OwnershipWords.OWNERS.or(entity -> entity.kind() == EntityKind.PUBLIC_BODY),
        OwnershipWords::isDescription);
  }

  /** The token after "by" where a participle's agent begins, or -1. */
  int agent(Tokens tokens, int from) {
    for (int i = from; i < Math.min(from + 9, tokens.size()); i++) {
      if (tokens.is(i, "by")) {
        return i + 1;
      }
      boolean ends =
          tokens.get(i).name() != null
              ? OwnershipWords.OWNED.test(tokens.nameAt(i).entity())
              : !(tokens.get(i).isWord() || tokens.get(i).isNumeral());
      if (ends || tokens.is(i, "which") || tokens.is(i, "who")) {
        return -1;
      }
    }
    return -1;
  }

  /** The verb of "won the five-year contract to", or -1. */
  int contractBefore(Tokens tokens, int start) {
    int i = start - 1;
    if (tokens.is(i, "to") || tokens.is(i, "for")) {
      i--;
    }
    int noun = i;
    while (noun >= 0 && i - noun < LONGEST_TERMS && !isContract(tokens, noun)) {
      noun--;
    }
    if (i == start - 1 || noun < 0 || !isContract(tokens, noun)) {
      return -1;
    }
    i = noun;
    for (int k = i - 1; k >= 0 && i - k < 10; k--) {
      if (tokens.get(k).name() == null && WINNING.contains(tokens.get(k).word())) {
        return k;
      }
    }
    return -1;
  }

  private static boolean isContract(Tokens tokens, int i) {
    return tokens.is(i, "contract")
        || tokens.is(i, "right")
        || tokens.is(i, "contracts")
        || tokens.is(i, "deal")
        || tokens.is(i, "deals")
        || tokens.is(i, "job");
  }

  /** What stands after a verb of owning. */
  List<Clauses.Party> ownedAfter(Tokens tokens, int from, int to) {
    List<Clauses.Party> owned = new ArrayList<>();
    if (tokens.is(to, "for")) {
      // "a course that Redwell runs for the CRC"
      return owned;
    }
    List<Clauses.Party> named = places(tokens, to);
    boolean bare = !named.isEmpty() && named.get(0).from() - to <= 1;
    boolean run = OF_PLACES.contains(tokens.get(from).word());
    boolean all = !named.isEmpty() && isClassNoun(tokens, named.get(named.size() - 1).to());
    if (to < tokens.size() && isPronoun(tokens, to)) {
      meant(tokens, to).ifPresent(crc -> owned.add(new Clauses.Party(crc, to, to + 1)));
    }
    boolean taking = OwnershipWords.TAKING.contains(tokens.get(from).word()) && to == from + 1;
    for (Clauses.Party party : named) {
      boolean gap =
          party.entity().kind() == EntityKind.OWNER && OwnershipWords.isNumber(tokens, party.to());
      if (gap || (Field.isCompany(party.entity()) && isClassNoun(tokens, party.to()))) {
        // "Brightwell runs six CRCs, Oakwood five": Oakwood is not run.
        continue;
      }
      EntityRef crc = words.crcOf(party.entity(), bare && !run && !all && named.size() == 1);
      boolean area = party.entity().kind() == EntityKind.AREA;
      if (crc != null && !(area && bare && !run && !all) && !(all && Field.isClass(crc))) {
        owned.add(new Clauses.Party(crc, party.from(), party.to()));
      }
    }
    if (taking) {
      int end = owned.isEmpty() ? to + 4 : owned.get(owned.size() - 1).to();
      boolean over = false;
      for (int i = to; i < Math.min(end + 2, tokens.size()); i++) {
        over |= tokens.is(i, "over") || tokens.is(i, "on");
      }
      if (!over) {
        return List.of();
      }
      if (owned.isEmpty() && topics.isOfCrcs(tokens.range().from())) {
        for (int i = to; i < Math.min(to + 4, tokens.size()); i++) {
          if (CLASS_NOUNS.contains(tokens.get(i).word())) {
            owned.add(new Clauses.Party(Field.CRCS, i, i + 1));
          }
        }
      }
    }
    if (owned.isEmpty()) {
      int noun = all ? named.get(named.size() - 1).to() : classAfter(tokens, to);
      if (noun > 0 && topics.isOfCrcs(tokens.range().from())) {
        owned.add(new Clauses.Party(Field.CRCS, noun, noun + 1));
      }
    }
    if (!taking
        && to < tokens.size()
        && isPronoun(tokens, to)
        && (tokens.is(to, "them") || subjectBefore(tokens, to).isEmpty())) {
      return List.of();
    }
    int rest = owned.isEmpty() ? -1 : owned.get(owned.size() - 1).to();
    if (rest > 0 && tokens.is(rest, "and") && tokens.is(rest + 2, "other")) {
      // "Eastshire CRC and four other companies"
      int noun = classAfter(tokens, rest + 1);
      if (noun > 0) {
        owned.add(new Clauses.Party(Field.CRCS, noun, noun + 1));
      }
    }
    if (owned.size() == 1 && Field.isClass(owned.get(0).entity())) {
      List<Clauses.Party> each = ofAreas(tokens, owned.get(0).to());
      return each.isEmpty() ? owned : each;
    }
    return owned;
  }

  /** The object of a verb, which may go on after semicolons: "services in A; B and C; and D". */
  List<Clauses.Party> places(Tokens tokens, int from) {
    List<Clauses.Party> all =
        new ArrayList<>(clauses.object(tokens, from, OwnershipWords.RUN, words::isMatter));
    while (!all.isEmpty()) {
      Clauses.Party last = all.get(all.size() - 1);
      if (Field.isCompany(last.entity()) || !tokens.is(last.to(), ";")) {
        break;
      }
      int next = tokens.is(last.to() + 1, "and") ? last.to() + 2 : last.to() + 1;
      List<Clauses.Party> more =
          clauses.object(tokens, next, OwnershipWords.RUN, Grammar::isDeterminer);
      if (more.isEmpty() || Field.isCompany(more.get(0).entity())) {
        break;
      }
      all.addAll(more);
    }
    return all;
  }

  /** "the CRCs for Eastshire; for Northshire; and for ...": the CRC of each area. */
  private List<Clauses.Party> ofAreas(Tokens tokens, int from) {
    List<Clauses.Party> owned = new ArrayList<>();
    for (int i = from; i < tokens.size(); i++) {
      Name name = tokens.get(i).name();
      if (name == null) {
        if (i == from
            ? !OF.contains(tokens.get(i).word())
            : !JOINING.contains(tokens.get(i).word())) {
          break;
        }
        continue;
      }
      if (Field.isClass(name.entity()) && tokens.is(i - 1, "(") && tokens.is(i + 1, ")")) {
        // "the companies (CRCs) in Eastshire"
        i++;
        continue;
      }
      EntityRef crc = words.crcOf(name.entity(), false);
      if (i == from || crc == null || crc.kind() != EntityKind.CRC) {
        break;
      }
      owned.add(new Clauses.Party(crc, i, i + 1));
    }
    return owned;
  }

  private static boolean isClassNoun(Tokens tokens, int i) {
    return i < tokens.size()
        && (CLASS_NOUNS.contains(tokens.get(i).word().toLowerCase(Locale.ROOT))
            || (tokens.get(i).name() != null && Field.isClass(tokens.nameAt(i).entity())));
  }

  /** "five of the 21 contracts", "the three Brightwell companies": the noun, or -1. */
  private int classAfter(Tokens tokens, int from) {
    boolean number = false;
    for (int i = from; i < Math.min(from + 8, tokens.size()); i++) {
      Tokens.Token token = tokens.get(i);
      if (token.name() != null) {
        if (Field.isClass(tokens.nameAt(i).entity()) && i > from) {
          return i;
        }
        if (!Field.isCompany(tokens.nameAt(i).entity())) {
          return -1;
        }
        continue;
      }
      number |= OwnershipWords.isNumber(tokens, i);
      if (number && CLASS_NOUNS.contains(token.word())) {
        return topics.isOfCrcs(tokens.range().from()) ? i : -1;
      }
      if (!words.isMatter(token.word()) && !token.isNumeral()) {
        return -1;
      }
    }
    return -1;
  }

  /** "one of three", "five of the contracts", "the two companies": the CRCs as a class. */
  boolean countsClass(Tokens tokens, int last) {
    int i = last;
    while (i >= 0 && (tokens.is(i, ",") || tokens.is(i, "which") || tokens.is(i, "that"))) {
      i--;
    }
    if (i < 0 || tokens.get(i).name() != null) {
      return false;
    }
    boolean noun = CLASS_NOUNS.contains(tokens.get(i).word());
    int number = noun ? i - 1 : i;
    for (int k = number; k >= 0 && number - k < (noun ? 4 : 1); k--) {
      if (OwnershipWords.isNumber(tokens, k)) {
        return noun
            ? topics.isOfCrcs(tokens.range().from())
            : k > 1 && tokens.is(k - 1, "of") && topics.isOfCrcs(tokens.range().from());
      }
    }
    return false;
  }

  /** "the six CRCs that Brightwell acquired": what a relative clause's object is. */
  List<Clauses.Party> ownedBefore(Tokens tokens, int start) {
    int i = start - 1;
    while (i >= 0
        && tokens.get(i).name() != null
        && OwnershipWords.OWNERS.test(tokens.nameAt(i).entity())) {
      i--;
    }
    if (i < 0 || i == start - 1) {
      return List.of();
    }
    if (tokens.is(i, "the")) {
      i--;
    }
    boolean relative = tokens.is(i, "that") || tokens.is(i, "which");
    if (relative) {
      return clauses.antecedent(tokens, i - 1, OwnershipWords.OWNED);
    }
    // "the CRCs Brightwell runs"
    return i >= 0
            && tokens.get(i).name() != null
            && tokens.nameAt(i).entity().kind() == EntityKind.CRC
            && i > 0
            && tokens.get(i - 1).name() == null
            && !tokens.is(i - 1, "of")
        ? List.of(new Clauses.Party(topics.meaning(tokens, i, tokens.nameAt(i)), i, i + 1))
        : List.of();
  }

  /** The owned thing before a verb, also in "the contracts for Eastshire and Northshire". */
  List<Clauses.Party> subject(Tokens tokens, int verb) {
    List<Clauses.Party> subject = clauses.subject(tokens, verb, OwnershipWords.OWNED);
    if (!subject.isEmpty()) {
      return subject;
    }
    List<Clauses.Party> owned = new ArrayList<>();
    int i = verb - 1;
    while (i >= 0) {
      Name name = tokens.get(i).name();
      if (name != null) {
        if (!OwnershipWords.RUN.test(name.entity())) {
          return List.of();
        }
        addCrc(new Clauses.Party(topics.meaning(tokens, i, name), i, i + 1), false, owned);
      } else if (!JOINING.contains(tokens.get(i).word()) && !tokens.is(i, "across")) {
        break;
      }
      i--;
    }
    boolean of = i + 1 < verb && OF.contains(tokens.get(i + 1).word());
    return i >= 0 && of && MATTERS.contains(tokens.get(i).word()) ? owned : List.of();
  }

  void addCrc(Clauses.Party party, boolean wholeOnly, List<Clauses.Party> to) {
    EntityRef crc = words.crcOf(party.entity(), wholeOnly);
    if (crc != null) {
      to.add(new Clauses.Party(crc, party.from(), party.to()));
    }
  }

  /** What a pronoun means: "them" is more than one company, so the class. */
  Optional<EntityRef> meant(Tokens tokens, int pronoun) {
    int at = tokens.get(pronoun).range().from();
    if (tokens.is(pronoun, "it")) {
      Optional<EntityRef> subject = subjectBefore(tokens, pronoun);
      return subject.isPresent() ? subject : topics.crc(at);
    }
    return topics.isOfCrcs(at) ? Optional.of(Field.CRCS) : Optional.empty();
  }

  /** "Greenvale was formed when Brightwell, which owns it, …": what its sentence begins with. */
  private Optional<EntityRef> subjectBefore(Tokens tokens, int pronoun) {
    @Nullable EntityRef first = null;
    @Nullable EntityRef last = null;
    for (int i = 0; i < pronoun; i++) {
      Name name = tokens.get(i).name();
      if (name != null && OwnershipWords.OWNED.test(name.entity())) {
        first = first == null ? topics.meaning(tokens, i, name) : first;
        last = name.entity();
      }
    }
    return first == null || first.equals(last) || Field.isClass(first)
        ? Optional.empty()
        : Optional.of(first);
  }

  static boolean isPronoun(Tokens tokens, int i) {
    return tokens.is(i, "it") || tokens.is(i, "them");
  }
}
