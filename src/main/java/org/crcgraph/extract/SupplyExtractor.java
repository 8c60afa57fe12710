package org.crcgraph.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.crcgraph.lexicon.Lexicon;
import org.crcgraph.model.Annotation;
import org.crcgraph.model.EntityKind;
import org.crcgraph.model.EntityRef;
import org.crcgraph.model.TextRange;
import org.jspecify.annotations.Nullable;

/** Who delivers a service to whom, or works for it as a subcontractor or partner. */
final class SupplyExtractor implements RecordExtractor {

  /** The rules: s is the supplier, c the customer, v the service as printed. */
  enum Rule {
    DELIVERS(
        "s=SUPPLIER|COMPANY ~6 @serving v=~8 for|to|with|at|within|of|in ~2 c=CRC|CRCS|OWNER|BODY|DIVISION",
        "Redwell delivers mentoring for Eastshire CRC."),
    BUYS(
        "c=CRC|CRCS|OWNER|BODY|DIVISION ~5 @buying v=~8 from|with|by|to|through ~3 s=SUPPLIER|COMPANY,",
        "Eastshire CRC buys mentoring from Redwell."),
    WORKS_WITH(
        "c=CRC|CRCS|OWNER|DIVISION ~4 @partnering @determiners* ~3 s=SUPPLIER,",
        "Eastshire CRC works in partnership with Redwell."),
    WORKS_FOR(
        "s=SUPPLIER ~5 @partnering-of @determiners* ~2 c=CRC|CRCS|OWNER",
        "Redwell, a subcontractor to Eastshire CRC, has closed."),
    PARTNER(
        "c=CRC|CRCS|OWNER '|'s|and its? ~3 partner|partners|subcontractor|subcontractors|supplier|suppliers ,|(|:? ~2"
            + " s=SUPPLIER,",
        "Eastshire CRC and its partner Redwell run the centre."),
    FROM_CRCS(
        "c=BODY|DIVISION ~~8 @services ~6 from|by ~3 s=CRC|CRCS",
        "The NPS buys few services from CRCs."),
    STRATEGIC(
        "c=BODY ~3 s=COMPANY ~8 strategic|key|major|main supplier|contractor",
        "The Ministry of Justice calls Brightwell a strategic supplier."),
    STRATEGIC_TO(
        "s=COMPANY ~6 supplier|suppliers|contractor|contractors to|of|for ~2 c=BODY",
        "Brightwell is one of the largest suppliers to the Ministry of Justice."),
    OF_THE_CRC(
        "s=SUPPLIER|COMPANY ~10 @serving v=~10",
        "Redwell provides a day service. (In a report on Eastshire CRC.)");

    private final String pattern;
    private final String example;

    Rule(String pattern, String example) {
      this.pattern = pattern;
      this.example = example;
    }

    String example() {
      return example;
    }

    String id() {
      return "supply." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private final Map<Rule, Phrase> phrases = new LinkedHashMap<>();
  private final WordList ended;
  private final WordList planned;

  SupplyExtractor(Lexicon lexicon) {
    Arrays.stream(Rule.values())
        .forEach(rule -> phrases.put(rule, Phrase.of(rule.pattern, lexicon)));
    ended = WordList.of(lexicon, "supply-ended");
    planned = WordList.of(lexicon, "supply-planned");
  }

  @Override
  public List<Annotation.Supply> extract(Reading reading) {
    Topics topics = new Topics(reading);
    List<Annotation.Supply> supplies = new ArrayList<>();
    Set<List<EntityRef>> pairs = new HashSet<>();
    for (Reading.Sentence sentence : reading.sentences()) {
      if (reading.names(sentence.range()).stream().anyMatch(n -> mayTakePart(n.entity()))) {
        Tokens tokens = Tokens.of(reading, sentence.range());
        phrases.forEach(
            (rule, phrase) -> {
              for (Phrase.Match match : phrase.matches(tokens)) {
                add(reading, topics, rule, match, pairs, supplies);
              }
            });
      }
    }
    return supplies;
  }

  private static boolean mayTakePart(EntityRef entity) {
    return switch (entity.kind()) {
      case SUPPLIER, COMPANY, OWNER, CRC, NPS_DIVISION, PUBLIC_BODY -> true;
      default -> false;
    };
  }

  private void add(
      Reading reading,
      Topics topics,
      Rule rule,
      Phrase.Match match,
      Set<List<EntityRef>> pairs,
      List<Annotation.Supply> supplies) {
    Tokens tokens = match.tokens();
    List<EntityRef> customers = meanings(topics, match, "c");
    if (rule == Rule.OF_THE_CRC) {
      customers = topics.onlyCrc(tokens.range().from()).map(List::of).orElse(List.of());
    }
    for (EntityRef supplier : meanings(topics, match, "s")) {
      for (EntityRef customer : customers) {
        if (supplier.equals(customer)
            || (rule != Rule.STRATEGIC
                && rule != Rule.STRATEGIC_TO
                && rule != Rule.FROM_CRCS
                && supplier.kind() == EntityKind.OWNER
                && customer.kind() == EntityKind.CRC)
            || !pairs.add(List.of(supplier, customer))) {
          continue;
        }
        TextRange evidence = match.range();
        supplies.add(
            new Annotation.Supply(
                reading.evidence(evidence, rule.id()),
                supplier,
                customer,
                service(reading, match),
                status(tokens, match)));
      }
    }
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

  private static @Nullable String service(Reading reading, Phrase.Match match) {
    List<int[]> parts = match.kept().getOrDefault("v", List.of());
    if (parts.isEmpty()) {
      return null;
    }
    int from = parts.get(0)[0];
    int to = parts.get(parts.size() - 1)[1];
    return reading.text(match.tokens().range(from, to)).replaceAll("\\s+", " ");
  }

  private Annotation.SupplyStatus status(Tokens tokens, Phrase.Match match) {
    if (ended.in(tokens, match.from(), match.to() + 4)) {
      return Annotation.SupplyStatus.ENDED;
    }
    return planned.in(tokens, match.from(), match.to())
        ? Annotation.SupplyStatus.PLANNED
        : Annotation.SupplyStatus.CURRENT;
  }
}
