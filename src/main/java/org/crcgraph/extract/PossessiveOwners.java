package org.crcgraph.extract;

import java.util.List;
import org.crcgraph.model.EntityKind;
import org.crcgraph.model.EntityRef;
import org.crcgraph.model.TextRange;
import org.jspecify.annotations.Nullable;

/** Whose CRCs "its CRCs" are, and whose "its subsidiary". */
final class PossessiveOwners {
  /** The names of a list stand within this many code units of its announcement. */
  private static final int LONGEST_LIST = 400;

  private final OwnershipFinds finds;
  private final OwnershipWords words;
  private final Reading reading;
  private final Topics topics;
  private final Clauses clauses;

  PossessiveOwners(OwnershipFinds finds) {
    this.finds = finds;
    this.words = finds.words();
    this.reading = finds.reading();
    this.topics = finds.reading().topics();
    this.clauses = finds.clauses();
  }

  /** "its six CRCs": the owner named last. */
  void addIts(Tokens tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      if (!tokens.is(i, "its") && !tokens.is(i, "their")) {
        continue;
      }
      List<Clauses.Party> owned =
          clauses.object(
              tokens, i + 1, e -> e.kind() == EntityKind.CRC, OwnershipWords::isOwnDescription);
      if (owned.isEmpty()) {
        continue;
      }
      EntityRef owner = ownerBefore(tokens, i);
      if (owner == null) {
        continue;
      }
      for (Clauses.Party crc : owned) {
        EntityRef meant = crc.entity();
        TextRange range = tokens.range(i, crc.to());
        for (Name name : reading.names(new TextRange(tokens.range().from(), range.from()))) {
          if (name.entity().equals(owner)) {
            range = new TextRange(name.range().from(), range.to());
            break;
          }
        }
        finds.add(OwnershipRule.ITS, owner, meant, range);
      }
      addNamedNext(owner, tokens, i, owned.get(owned.size() - 1).to());
    }
  }

  /** "its justice arm, Greenvale", "the company’s Greenvale unit": whose it is. */
  void addSubsidiaries(Tokens tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).name() != null || words.subsidiaries().longestAt(tokens, i) < 0) {
        continue;
      }
      int length = words.subsidiaries().longestAt(tokens, i);
      Name before = i > 0 ? tokens.get(i - 1).name() : null;
      int after = tokens.is(i + length, ",") ? i + length + 1 : i + length;
      Name named = before != null || after >= tokens.size() ? before : tokens.get(after).name();
      int whose = whose(tokens, before == null ? i : i - 1);
      if (named == null || whose < 0 || !OwnershipWords.OWNED.test(named.entity())) {
        continue;
      }
      TextRange range = tokens.range(whose, Math.min(after + 1, tokens.size()));
      clauses
          .lastNamed(tokens, whose, OwnershipWords.OWNERS)
          .ifPresent(
              owner -> finds.add(OwnershipRule.ITS_SUBSIDIARY, owner, named.entity(), range));
    }
  }

  /** The "its" or "the company’s" shortly before a token, or -1. */
  private static int whose(Tokens tokens, int noun) {
    for (int i = noun - 1; i >= 0 && noun - i < 5; i--) {
      if (tokens.get(i).name() != null) {
        return -1;
      }
      if (tokens.is(i, "its")) {
        return i;
      }
      boolean firm =
          tokens.is(i, "'s")
              && (tokens.is(i - 1, "company")
                  || tokens.is(i - 1, "group")
                  || tokens.is(i - 1, "firm"))
              && tokens.is(i - 2, "the");
      if (firm) {
        return i - 2;
      }
      if (!tokens.get(i).isWord() && !tokens.is(i, "-")) {
        return -1;
      }
    }
    return -1;
  }

  /** Whose "its CRC" is: the owner named last, unless a public body stands in between. */
  private @Nullable EntityRef ownerBefore(Tokens tokens, int at) {
    EntityRef last = null;
    for (int i = 0; i < at; i++) {
      Name name = tokens.get(i).name();
      if (name != null) {
        switch (name.entity().kind()) {
          case OWNER, COMPANY -> last = name.entity();
          case PUBLIC_BODY, UNION -> last = last == null ? null : last;
          default -> {
            // Nobody else has CRCs.
          }
        }
      }
    }
    return last != null ? last : topics.owner(tokens.get(at).range().from()).orElse(null);
  }

  /** "Its three CRCs": where the same or the next sentence names exactly three, they are meant. */
  private void addNamedNext(EntityRef owner, Tokens tokens, int at, int end) {
    Quantity number = null;
    for (int i = at + 1; i < end && number == null; i++) {
      number = Quantities.at(tokens, i);
    }
    if (number == null || number.value().intValue() < 2) {
      return;
    }
    TextRange scope = topics.scope(tokens.get(at).range().from());
    int to = Math.min(scope.to(), tokens.range().to() + LONGEST_LIST);
    TextRange next = nextSentence(tokens.range(), to);
    List<EntityRef> crcs =
        reading.names(next).stream().map(Name::entity).filter(Field::isOneCrc).distinct().toList();
    if (crcs.size() == number.value().intValue()) {
      TextRange range = new TextRange(tokens.get(at).range().from(), next.to());
      crcs.forEach(crc -> finds.add(OwnershipRule.NAMED_NEXT, owner, crc, range));
    }
  }

  /** The rest of a sentence and the one after it. */
  private TextRange nextSentence(TextRange sentence, int limit) {
    int to = sentence.to();
    for (Reading.Sentence other : reading.sentences(new TextRange(sentence.from(), limit))) {
      if (other.range().from() >= sentence.to()) {
        to = other.range().to();
        break;
      }
    }
    return new TextRange(sentence.from(), to);
  }
}
