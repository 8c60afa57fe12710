package org.crcgraph.extract;

import java.util.ArrayList;
import java.util.List;
import org.crcgraph.lexicon.Lexicon;
import org.crcgraph.model.EntityKind;
import org.crcgraph.model.EntityRef;
import org.jspecify.annotations.Nullable;

/** Owners and what they own by {@link Phrase}s: names beside each other, nouns, possessives. */
final class OwnershipPatterns {
  private record Pattern(OwnershipRule rule, Phrase phrase) {}

  private final List<Pattern> patterns = new ArrayList<>();

  OwnershipPatterns(Lexicon lexicon) {
    for (OwnershipRule rule : OwnershipRule.values()) {
      for (String pattern : rule.patterns()) {
        patterns.add(new Pattern(rule, Phrase.of(pattern, lexicon)));
      }
    }
  }

  /** What the patterns find in a sentence. */
  void addAll(Tokens tokens, OwnershipFinds finds) {
    for (Pattern pattern : patterns) {
      for (Phrase.Match match : pattern.phrase().matches(tokens)) {
        add(pattern.rule(), match, finds);
      }
    }
  }

  /** A pattern's owners and what they own. */
  private static void add(OwnershipRule rule, Phrase.Match match, OwnershipFinds finds) {
    if (rule == OwnershipRule.ADJACENT && isWorkOf(match)) {
      return;
    }
    if (rule == OwnershipRule.ONE_OF) {
      addOneOf(match, finds);
      return;
    }
    if (rule == OwnershipRule.THE_OWNER) {
      addOwnerOfTheCrc(match, finds);
      return;
    }
    for (Name owner : match.names("o")) {
      for (Name name : match.names("c")) {
        @Nullable EntityRef owned = name.entity();
        boolean singular =
            Field.isClass(owned)
                && finds
                    .reading()
                    .text(name.range())
                    .matches("(?i)crc(['’]s)?|community rehabilitation company");
        EntityRef there =
            rule == OwnershipRule.POSSESSIVE && singular ? crcOfAreaAfter(match, finds) : null;
        if (there != null) {
          owned = there;
        }
        if (rule == OwnershipRule.ROLE && singular) {
          owned = finds.reading().topics().crc(name.range().from()).orElse(null);
        }
        if (owned == null) {
          continue;
        }
        finds.add(rule, owner.entity(), owned, match.range());
      }
      if (match.names("c").isEmpty()
          && match.names("a").isEmpty()
          && finds.reading().topics().isOfCrcs(match.range().from())) {
        finds.add(rule, owner.entity(), Field.CRCS, match.range());
      }
      for (Name area : match.names("a")) {
        EntityRef crc = finds.words().crcOf(area.entity(), false);
        if (crc != null) {
          finds.add(rule, owner.entity(), crc, match.range());
        }
      }
    }
  }

  /** "Eastshire CRC is one of six CRCs in Brightwell", "we are one of": which one. */
  private static void addOneOf(Phrase.Match match, OwnershipFinds finds) {
    Tokens tokens = match.tokens();
    int be = match.from() - 1;
    List<Clauses.Party> owned =
        Clauses.isBe(tokens, be)
            ? finds
                .clauses()
                .subject(
                    tokens, finds.clauses().group(tokens, be, be + 1).from(), OwnershipWords.OWNED)
            : finds.clauses().antecedent(tokens, be, OwnershipWords.OWNED);
    EntityRef one =
        owned.isEmpty()
            ? finds.reading().topics().onlyCrcHere(match.range().from()).orElse(null)
            : owned.get(0).entity();
    if (one != null && Field.isOneCrc(one)) {
      match
          .names("o")
          .forEach(o -> finds.add(OwnershipRule.ONE_OF, o.entity(), one, match.range()));
    }
  }

  /** "Brightwell’s CRC in Eastshire": the CRC of the area after the match, or null. */
  private static @Nullable EntityRef crcOfAreaAfter(Phrase.Match match, OwnershipFinds finds) {
    Tokens tokens = match.tokens();
    int at = match.to();
    boolean in = tokens.is(at, "in") || tokens.is(at, "for");
    Name name = in && at + 1 < tokens.size() ? tokens.get(at + 1).name() : null;
    return name != null && name.entity().kind() == EntityKind.AREA
        ? finds.words().crcOf(name.entity(), false)
        : null;
  }

  /** "Brightwell, the new owner": of the CRC that the section is about. */
  private static void addOwnerOfTheCrc(Phrase.Match match, OwnershipFinds finds) {
    if (match.tokens().is(match.to(), "of")) {
      return;
    }
    Topics topics = finds.reading().topics();
    int at = match.range().from();
    topics
        .onlyCrcHere(at)
        .or(() -> topics.leadingCrc(at))
        .ifPresent(
            crc ->
                match
                    .names("o")
                    .forEach(
                        owner ->
                            finds.add(
                                OwnershipRule.THE_OWNER, owner.entity(), crc, match.range())));
  }

  /** "our work for Brightwell in Eastshire": what is done for it, not who works there. */
  private static boolean isWorkOf(Phrase.Match match) {
    Tokens tokens = match.tokens();
    int at = match.from();
    boolean work = tokens.is(at, "work");
    return work
        && (tokens.is(at - 1, "our")
            || tokens.is(at - 1, "its")
            || tokens.is(at - 1, "their")
            || tokens.is(at - 1, "the"));
  }
}
