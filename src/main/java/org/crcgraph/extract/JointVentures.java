package org.crcgraph.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.crcgraph.model.EntityKind;

/** Who owns a company together: consortia, partnerships, their members and leaders. */
final class JointVentures {
  /** What stands between a joint venture and its members. */
  private static final Set<String> MEMBERS =
      Set.of("between", "of", "by", "comprising", "with", "involving", "including", "from");

  private static final Set<String> FORMING =
      Set.of(
          "formed",
          "founded",
          "created",
          "launched",
          "established",
          "comprises",
          "comprising",
          "comprised",
          "brings",
          "bringing",
          "involves",
          "includes",
          "made",
          "consists",
          "consisting",
          "set");

  private static final Set<String> COMPRISING =
      Set.of("comprises", "comprising", "brings", "bringing", "involves", "includes");

  /** Verbs that tell of members only where a partnership or consortium is their subject. */
  private static final Set<String> INVOLVING = Set.of("involves", "includes");

  /** What stands between "formed" and "a partnership". */
  private static final Set<String> THROUGH = Set.of("through", "as", "by", "from", "in");

  /** How far the "and" of "between X and Y" may stand from "between", in tokens. */
  private static final int FARTHEST_MEMBER = 9;

  private static final Set<String> SHAREHOLDERS =
      Set.of("shareholders", "owners", "members", "backers");

  private static final Set<String> WHOSE = Set.of("whose", "its", "their");

  private static final Set<String> LEADING = Set.of("leads", "led", "leading", "heads", "lead");

  private final OwnershipFinds finds;
  private final OwnershipWords words;
  private final Topics topics;
  private final Clauses clauses;
  private final OwningClauses parties;

  JointVentures(OwnershipFinds finds) {
    this.finds = finds;
    this.words = finds.words();
    this.topics = finds.reading().topics();
    this.clauses = finds.clauses();
    this.parties = finds.parties();
  }

  /** Whether a word, besides the nouns for joint ventures, can tell of one. */
  static boolean isOpener(String word) {
    return word.equals("joint")
        || SHAREHOLDERS.contains(word)
        || FORMING.contains(word)
        || LEADING.contains(word);
  }

  /** "Greenvale, a joint venture between Brightwell and Oakwood". */
  void addConsortia(Tokens tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).name() != null) {
        continue;
      }
      String word = tokens.get(i).word();
      int length = word.equals("joint") && tokens.is(i + 1, "venture") ? 2 : 1;
      if (length == 2 || words.isJoint(word)) {
        addConsortium(tokens, i, i + length);
        i += length - 1;
      } else if (SHAREHOLDERS.contains(word)) {
        addShareholders(tokens, i);
      } else if (FORMING.contains(word)) {
        addFormed(tokens, i);
      } else if (LEADING.contains(word)) {
        addLeader(tokens, i);
      }
    }
  }

  private void addConsortium(Tokens tokens, int from, int to) {
    boolean alongside = tokens.is(from, "partnership") && tokens.is(from - 1, "in");
    if (tokens.is(to, "in") && tokens.is(to + 1, "which")) {
      addVentureInWhich(tokens, from, to + 2);
      return;
    }
    if (isCalled(tokens, to)) {
      addVentureCalled(tokens, from, to);
      return;
    }
    int i = to;
    while (i < tokens.size() && i - to < 6 && !MEMBERS.contains(tokens.get(i).word())) {
      if (tokens.get(i).name() != null || !tokens.get(i).isWord()) {
        return;
      }
      i++;
    }
    List<Clauses.Party> members = new ArrayList<>(members(tokens, i));
    if (members.isEmpty()) {
      clauses
          .antecedent(tokens, from - 1, OwnershipWords.OWNERS)
          .forEach(party -> clauses.note(party.entity()));
      return;
    }
    if (alongside && members.stream().allMatch(m -> m.entity().kind() == EntityKind.SUPPLIER)) {
      // "Brightwell, in partnership with the charity Redwell": a supplier owns nothing.
      return;
    }
    List<Clauses.Party> ventures = List.of();
    int before = apposedLast(tokens, members);
    if (before > 0 && possessor(tokens, from).isPresent()) {
      // "Brightwell’s joint venture with Redwell and Oakwood, the Greenvale Partnership"
      members.remove(members.size() - 1);
    }
    int last = members.get(members.size() - 1).to();
    if (tokens.is(last, ",") || isCalled(tokens, last)) {
      // "Brightwell’s joint venture with Redwell, the Greenvale Partnership"
      Optional<Clauses.Party> possessor = possessor(tokens, from);
      if (possessor.isPresent()) {
        ventures = parties.agents(tokens, last + 1);
        members.add(possessor.get());
      }
    }
    for (int k = last; k < Math.min(last + 4, tokens.size()); k++) {
      if (isCalled(tokens, k)) {
        ventures = parties.agents(tokens, tokens.is(k + 1, "as") ? k + 2 : k + 1);
      }
    }
    if (ventures.isEmpty()) {
      int formed = formedBefore(tokens, from);
      ventures =
          clauses.antecedent(tokens, (formed < 0 ? from : formed) - 1, OwnershipWords.OWNERS);
    }
    if (ventures.isEmpty()) {
      ventures = subjectOfBe(tokens, from);
    }
    addVenture(tokens, from, ventures, members);
  }

  /** "between Brightwell and Oakwood", "between a charity nobody knows and Oakwood". */
  private List<Clauses.Party> members(Tokens tokens, int between) {
    List<Clauses.Party> members = parties.members(tokens, between + 1);
    for (int k = between + 2;
        members.isEmpty() && k < Math.min(between + FARTHEST_MEMBER, tokens.size());
        k++) {
      if (tokens.get(k).name() != null) {
        break;
      }
      if (tokens.is(k, "and") || tokens.is(k, ",")) {
        members = parties.members(tokens, k + 1);
      }
    }
    return members;
  }

  /** Whose joint venture the noun at a token is: "Brightwell’s", "our". */
  private Optional<Clauses.Party> possessor(Tokens tokens, int noun) {
    Name name = tokens.is(noun - 1, "'s") && noun > 1 ? tokens.get(noun - 2).name() : null;
    if (name != null && OwnershipWords.OWNERS.test(name.entity())) {
      return Optional.of(new Clauses.Party(name.entity(), noun - 2, noun - 1));
    }
    return tokens.is(noun - 1, "our")
        ? clauses
            .self(tokens, noun - 1, OwnershipWords.OWNERS)
            .map(self -> new Clauses.Party(self, noun - 1, noun))
        : Optional.empty();
  }

  /** The token of the comma before the last of some names: "A and B, the C"; or -1. */
  private static int apposedLast(Tokens tokens, List<Clauses.Party> members) {
    int last = members.size() - 1;
    int comma = last < 1 ? -1 : members.get(last).from() - 2;
    return comma > 0
            && tokens.is(comma, ",")
            && tokens.is(comma + 1, "the")
            && comma == members.get(last - 1).to()
        ? comma
        : -1;
  }

  private static boolean isCalled(Tokens tokens, int i) {
    return tokens.is(i, "called") || tokens.is(i, "named") || tokens.is(i, "known");
  }

  /** The participle of "formed through a partnership between", or -1. */
  private static int formedBefore(Tokens tokens, int noun) {
    int i = noun - 1;
    while (i > 0
        && noun - i < 4
        && tokens.get(i).isWord()
        && !THROUGH.contains(tokens.get(i).word())) {
      i--;
    }
    boolean formed =
        i > 0
            && tokens.get(i).name() == null
            && THROUGH.contains(tokens.get(i).word())
            && tokens.get(i - 1).name() == null
            && FORMING.contains(tokens.get(i - 1).word());
    return formed ? i - 1 : -1;
  }

  /** "Brightwell won it under a joint venture called Greenvale with the charity Redwell". */
  private void addVentureCalled(Tokens tokens, int noun, int called) {
    int name = tokens.is(called + 1, "as") ? called + 2 : called + 1;
    List<Clauses.Party> ventures = parties.agents(tokens, name);
    if (ventures.size() != 1) {
      return;
    }
    int with = ventures.get(0).to();
    if (tokens.is(with, ",")) {
      with++;
    }
    if (with >= tokens.size() || !MEMBERS.contains(tokens.get(with).word())) {
      return;
    }
    List<Clauses.Party> members = new ArrayList<>(members(tokens, with));
    if (tokens.is(with, "with") && !members.isEmpty()) {
      for (int i = 0; i < noun; i++) {
        Name first = tokens.get(i).name();
        if (first != null && OwnershipWords.OWNERS.test(first.entity())) {
          members.add(new Clauses.Party(first.entity(), i, i + 1));
          break;
        }
      }
    }
    addVenture(tokens, noun, ventures, members);
  }

  /** "Greenvale is a joint venture in which Brightwell is the main partner alongside Oakwood". */
  private void addVentureInWhich(Tokens tokens, int noun, int from) {
    List<Clauses.Party> members = new ArrayList<>();
    for (int i = from; i < tokens.size() && !tokens.is(i, ".") && !tokens.is(i, ";"); i++) {
      Name name = tokens.get(i).name();
      if (name != null && OwnershipWords.OWNERS.test(name.entity())) {
        members.add(new Clauses.Party(name.entity(), i, i + 1));
      }
    }
    List<Clauses.Party> ventures = subjectOfBe(tokens, noun);
    addVenture(
        tokens,
        noun,
        ventures.isEmpty() ? clauses.antecedent(tokens, noun - 1, OwnershipWords.OWNERS) : ventures,
        members);
  }

  /** Who "is a joint venture", whose noun stands at a token. */
  private List<Clauses.Party> subjectOfBe(Tokens tokens, int noun) {
    int start = noun;
    while (start > 0 && tokens.get(start - 1).isWord() && !Clauses.isBe(tokens, start - 1)) {
      start--;
    }
    return Clauses.isBe(tokens, start - 1)
        ? clauses.subject(
            tokens, clauses.group(tokens, start - 1, start).from(), OwnershipWords.OWNERS)
        : List.of();
  }

  /** "Greenvale was formed in 2014 by Brightwell", "Brightwell and Oakwood formed Greenvale". */
  private void addFormed(Tokens tokens, int at) {
    boolean brings = COMPRISING.contains(tokens.get(at).word());
    int by = brings ? -1 : parties.agent(tokens, at + 1);
    if (by < 0 && tokens.is(at + 1, "of")) {
      by = at + 2;
    }
    if (by < 0 && (tokens.is(at + 1, "up") && tokens.is(at + 2, "of"))) {
      by = at + 3;
    }
    Clauses.Group group = clauses.group(tokens, at, at + 1);
    if (by > 0 || brings) {
      int from = by > 0 ? by : tokens.is(at + 1, "together") ? at + 2 : at + 1;
      List<Clauses.Party> ventures =
          group.from() < at || brings
              ? clauses.subject(tokens, group.from(), OwnershipWords.OWNERS)
              : clauses.antecedent(tokens, at - 1, OwnershipWords.OWNERS);
      boolean together =
          !INVOLVING.contains(tokens.get(at).word())
              || (ventures.size() == 1 && isJoint(tokens, ventures.get(0)));
      addVenture(
          tokens,
          at,
          together ? ventures : List.<Clauses.Party>of(),
          parties.members(tokens, from));
      return;
    }
    List<Clauses.Party> ventures = parties.agents(tokens, at + 1);
    if (ventures.size() == 1
        && !group.passive()
        && group.real()
        && !isLinked(tokens, at + 1, ventures.get(0).from())) {
      addVenture(
          tokens, at, ventures, clauses.subject(tokens, group.from(), OwnershipWords.OWNERS));
    }
  }

  /** Whether a preposition stands somewhere: "made new terms with Greenvale" forms nothing. */
  private static boolean isLinked(Tokens tokens, int from, int to) {
    for (int i = from; i < to; i++) {
      if (tokens.get(i).name() == null && Grammar.isPreposition(tokens.get(i).word())) {
        return true;
      }
    }
    return false;
  }

  /** "the Greenvale partnership", "Greenvale Partnership", or what a venture was said to be. */
  private boolean isJoint(Tokens tokens, Clauses.Party party) {
    if (clauses.venture().filter(party.entity()::equals).isPresent()) {
      return true;
    }
    for (int i = Math.max(0, party.from()); i <= party.to() && i < tokens.size(); i++) {
      String word = tokens.get(i).word().toLowerCase(Locale.ROOT);
      if (words.isJoint(word.substring(word.lastIndexOf(' ') + 1))) {
        return true;
      }
    }
    return false;
  }

  /** "Greenvale, whose shareholders are Brightwell and Oakwood". */
  private void addShareholders(Tokens tokens, int at) {
    int whose = at - 1;
    while (whose >= 0
        && at - whose < 5
        && tokens.get(whose).isWord()
        && !WHOSE.contains(tokens.get(whose).word())) {
      whose--;
    }
    if (whose < 0 || !WHOSE.contains(tokens.get(whose).word())) {
      return;
    }
    int are = at + 1;
    while (are < tokens.size()
        && are - at < 4
        && !Clauses.isBe(tokens, are)
        && !tokens.is(are, "include")
        && !tokens.is(are, "includes")) {
      are++;
    }
    List<Clauses.Party> members = members(tokens, are);
    List<Clauses.Party> ventures = clauses.antecedent(tokens, whose - 1, OwnershipWords.OWNERS);
    addVenture(tokens, at, ventures, members);
  }

  /** "Brightwell leads the partnership", "Greenvale, led by Brightwell". */
  private void addLeader(Tokens tokens, int at) {
    int noun = at + 1;
    while (noun < tokens.size()
        && noun - at < 4
        && tokens.get(noun).isWord()
        && !words.isJoint(tokens.get(noun).word())) {
      noun++;
    }
    boolean isJoint =
        noun < tokens.size()
            && tokens.get(noun).name() == null
            && words.isJoint(tokens.get(noun).word());
    if (!isJoint || noun == at + 1) {
      return;
    }
    Clauses.Group group = clauses.group(tokens, at, at + 1);
    for (Clauses.Party leader : clauses.subject(tokens, group.from(), OwnershipWords.OWNERS)) {
      topics
          .otherCompany(tokens.get(at).range().from(), leader.entity())
          .ifPresent(
              venture -> {
                clauses.note(venture);
                finds.add(
                    OwnershipRule.LEADS,
                    leader.entity(),
                    venture,
                    OwnershipFinds.range(tokens, at, leader, List.of()));
              });
    }
  }

  private void addVenture(
      Tokens tokens, int at, List<Clauses.Party> ventures, List<Clauses.Party> members) {
    if (ventures.size() != 1) {
      return;
    }
    clauses.note(ventures.get(0).entity());
    for (Clauses.Party member : members) {
      finds.add(
          OwnershipRule.CONSORTIUM,
          member.entity(),
          ventures.get(0).entity(),
          OwnershipFinds.range(tokens, at, member, ventures));
    }
  }
}
