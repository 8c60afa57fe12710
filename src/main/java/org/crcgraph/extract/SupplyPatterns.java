package org.crcgraph.extract;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.crcgraph.lexicon.Lexicon;
import org.crcgraph.model.EntityKind;
import org.crcgraph.model.EntityRef;

/** The rules of supplying that are patterns over the words of a sentence. */
final class SupplyPatterns {
  private final Map<SupplyRule, List<Phrase>> phrases = new EnumMap<>(SupplyRule.class);

  SupplyPatterns(Lexicon lexicon) {
    for (SupplyRule rule : SupplyRule.values()) {
      phrases.put(rule, rule.patterns().stream().map(p -> Phrase.of(p, lexicon)).toList());
    }
  }

  /** Reads a sentence by every pattern. */
  void read(Tokens tokens, SupplyParties parties, SupplyRecords records) {
    phrases.forEach(
        (rule, all) ->
            all.forEach(
                phrase ->
                    phrase
                        .matches(tokens)
                        .forEach(match -> addMatch(rule, match, parties, records))));
  }

  /** The names of a pattern. */
  private static void addMatch(
      SupplyRule rule, Phrase.Match match, SupplyParties parties, SupplyRecords records) {
    Tokens tokens = match.tokens();
    Topics topics = parties.topics();
    List<EntityRef> customers = meanings(topics, match, "c");
    List<EntityRef> suppliers = meanings(topics, match, "s");
    if (rule == SupplyRule.RESPONSIBLE) {
      customers = parties.ofSection(tokens, match.from());
    }
    if (rule == SupplyRule.WORKS_WITH && isOfVenture(tokens, match.from(), match.to())) {
      return;
    }
    if (rule == SupplyRule.USES) {
      suppliers = topics.crc(match.range().from()).map(List::of).orElse(List.of());
      customers =
          customers.stream()
              .filter(c -> c.kind() == EntityKind.NPS_DIVISION || c.equals(Field.NPS))
              .toList();
    }
    if (rule == SupplyRule.RATE_CARD) {
      // Services on a CRC's rate card are there for the NPS, whichever division speaks.
      customers = List.of(Field.NPS);
      suppliers = List.of(topics.crc(match.range().from()).orElse(Field.CRCS));
    }
    for (EntityRef supplier : suppliers) {
      for (EntityRef customer : customers) {
        records.add(
            rule, supplier, customer, match.range(), null, tokens, match.from(), match.to());
      }
    }
  }

  /** "Brightwell is the majority partner alongside Redwell": they own something together. */
  private static boolean isOfVenture(Tokens tokens, int from, int to) {
    for (int i = from; i < to; i++) {
      if (tokens.is(i, "partner") || tokens.is(i, "shareholder") || tokens.is(i, "majority")) {
        return true;
      }
    }
    return false;
  }

  private static List<EntityRef> meanings(Topics topics, Phrase.Match match, String label) {
    List<EntityRef> meanings = new ArrayList<>();
    for (int[] part : match.kept().getOrDefault(label, List.of())) {
      for (int i = part[0]; i < part[1]; i++) {
        Name name = match.tokens().get(i).name();
        if (name != null) {
          meanings.add(topics.meaning(match.tokens(), i, name));
        }
      }
    }
    return meanings;
  }
}
