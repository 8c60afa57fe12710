package org.crcgraph.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
        "s=SUPPLIER|COMPANY ~6 @serving v=~8 for|to|with|at|within|of|in ~2"
            + " c=CRC|CRCS|OWNER|BODY|DIVISION",
        "Redwell delivers mentoring for Eastshire CRC."),
    WORKS(
        "s=COMPANY @have* works|work|worked|working for|with @determiners* c=BODY,",
        "Brightwell already works for the Ministry of Justice."),
    BUYS(
        "c=CRC|CRCS|OWNER|BODY|DIVISION ~5 @buying v=~8 from|with|by|to|through ~3"
            + " s=SUPPLIER|COMPANY,",
        "Eastshire CRC buys mentoring from Redwell."),
    WORKS_WITH(
        "c=CRC|CRCS|OWNER|DIVISION ~4 @partnering @determiners* ~3 s=SUPPLIER,",
        "Eastshire CRC works in partnership with Redwell."),
    WITH_AS_PARTNER(
        "c=CRC|OWNER ~~6 with @determiners* ~3 s=SUPPLIER|COMPANY, as its|their ~2"
            + " partner|partners|subcontractor|subcontractors",
        "Brightwell runs Eastshire CRC with the charity Redwell as its partner."),
    WORKS_FOR(
        "s=SUPPLIER ~5 @partnering-of @determiners* ~2 c=CRC|CRCS|OWNER",
        "Redwell, a subcontractor to Eastshire CRC, has closed."),
    PARTNER(
        "c=CRC|CRCS|OWNER '|'s|and its? ~3"
            + " partner|partners|subcontractor|subcontractors|supplier|suppliers ,|(|:? ~2"
            + " s=SUPPLIER,",
        "Eastshire CRC and its partner Redwell run the centre."),
    ITS_PARTNERS(
        "its|their ~2 partner|partners|subcontractor|subcontractors|supplier|suppliers"
            + " is|are|include|includes|was|were|,|: @determiners* ~3 s=SUPPLIER|COMPANY,",
        "Brightwell was chosen. Its partners are the charity Redwell and others."),
    AS_ITS_PARTNER(
        "s=SUPPLIER|COMPANY ~6 as its|their ~2 partner|subcontractor|supplier ~2",
        "Brightwell was alone once Greenvale dropped out as its partner on unpaid work."),
    ITS_SUBCONTRACTOR(
        "s=SUPPLIER|COMPANY , its|their|the ~~3 subcontractor|partner|supplier|provider",
        "Eastshire CRC was slow, and Redwell, its resettlement subcontractor, was slower."),
    ITS_CONTRACT(
        "its|their ~2 contract|contracts|agreement|deal with @determiners* s=SUPPLIER|COMPANY,",
        "Eastshire CRC has ended its contract with Redwell."),
    HANDED(
        "handed|passed|given|gave|moved|transferred the|this|its|that ~2"
            + " work|service|services|contract to @determiners* s=SUPPLIER",
        "Eastshire CRC has handed the work to Redwell."),
    RATE_CARD(
        "c=BODY|DIVISION ~~20 rate card",
        "The NPS buys little from the CRCs through the rate card."),
    FROM_CRCS(
        "c=BODY|DIVISION ~~12 @services ~6 from|by ~3 s=CRC|CRCS",
        "The NPS buys few services from CRCs."),
    STRATEGIC(
        "c=BODY ~3 s=COMPANY ~8 strategic|key|major|main supplier|contractor",
        "The Ministry of Justice calls Brightwell a strategic supplier."),
    STRATEGIC_TO(
        "s=COMPANY ~6 supplier|suppliers|contractor|contractors to|of|for ~2 c=BODY",
        "Brightwell is one of the largest suppliers to the Ministry of Justice."),
    OF_THE_CRC(
        "s=SUPPLIER|COMPANY ~10 @serving v=~10",
        "Redwell provides a day service. (In a report on Eastshire CRC.)"),
    IT_PROVIDES(
        "it|they @serving v=~10",
        "Redwell is well known. It provides a day service. (In a report on Eastshire CRC.)");

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
    Topics topics = reading.topics();
    List<Annotation.Supply> supplies = new ArrayList<>();
    Set<List<EntityRef>> pairs = new HashSet<>();
    Triggers services = new Triggers(reading.text(), SERVICES);
    List<Reading.Sentence> sentences = reading.sentences();
    for (int i = 0; i < sentences.size(); i++) {
      TextRange range = sentences.get(i).range();
      boolean bought = services.in(range);
      if (mayTell(reading, range, bought)) {
        Tokens tokens = reading.tokens(i);
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

  /** What a public body buys, in sentences that name no company. */
  private static final List<String> SERVICES =
      List.of("service", "intervention", "programme", "provision", "activities", "rate card");

  /** Whether a sentence names a company, or a body and a service, or speaks of "it". */
  private static boolean mayTell(Reading reading, TextRange range, boolean bought) {
    for (Name name : reading.names(range)) {
      switch (name.entity().kind()) {
        case SUPPLIER, COMPANY, OWNER -> {
          return true;
        }
        case PUBLIC_BODY, NPS_DIVISION -> {
          if (bought) {
            return true;
          }
        }
        default -> {
          // Nobody else sells or buys.
        }
      }
    }
    return reading.text().startsWith("It ", range.from())
        || reading.text().startsWith("They ", range.from());
  }

  private void add(
      Reading reading,
      Topics topics,
      Rule rule,
      Phrase.Match match,
      Set<List<EntityRef>> pairs,
      List<Annotation.Supply> supplies) {
    Tokens tokens = match.tokens();
    int offset = match.range().from();
    List<EntityRef> customers = meanings(topics, match, "c");
    List<EntityRef> suppliers = meanings(topics, match, "s");
    switch (rule) {
      case OF_THE_CRC, IT_PROVIDES -> {
        customers = topics.onlyCrcBefore(offset).map(List::of).orElse(List.of());
        if (rule == Rule.IT_PROVIDES) {
          suppliers = supplierBefore(reading, tokens.range()).map(List::of).orElse(List.of());
        }
      }
      case ITS_PARTNERS, AS_ITS_PARTNER ->
          customers = ownerBefore(reading, topics, tokens, offset).map(List::of).orElse(List.of());
      case ITS_SUBCONTRACTOR, ITS_CONTRACT, HANDED ->
          customers =
              topics
                  .onlyCrcBefore(offset)
                  .or(() -> customerBefore(reading, topics, tokens, offset))
                  .map(List::of)
                  .orElse(List.of());
      case RATE_CARD -> {
        // Services on a CRC's rate card are there for the NPS, whichever division speaks.
        customers = List.of(Field.NPS);
        suppliers = List.of(topics.crc(offset).orElse(Field.CRCS));
      }
      default -> {
        // The pattern names both.
      }
    }
    for (EntityRef supplier : suppliers) {
      for (EntityRef customer : customers) {
        if (supplier.equals(customer)
            || customer.name().startsWith("HM Inspectorate")
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

  /** Whose partners "its partners" are: an owner's, or a partnership's if that was named last. */
  private static Optional<EntityRef> ownerBefore(
      Reading reading, Topics topics, Tokens tokens, int offset) {
    EntityRef last = null;
    for (Name name : reading.names(new TextRange(tokens.range().from(), offset))) {
      last = name.entity().kind() == EntityKind.OWNER ? name.entity() : last;
    }
    if (last != null) {
      return Optional.of(last);
    }
    EntityRef owner = topics.owner(offset).orElse(null);
    String before = reading.text().substring(Math.max(0, offset - LAST_SENTENCE), offset);
    return before.contains("partnership") || before.contains("consortium")
        ? topics.otherCompany(offset, owner)
        : Optional.ofNullable(owner);
  }

  /** Whose "its" is: the CRC or owner named last in the sentence, or else the section's. */
  private static Optional<EntityRef> customerBefore(
      Reading reading, Topics topics, Tokens tokens, int offset) {
    EntityRef last = null;
    for (Name name : reading.names(new TextRange(tokens.range().from(), offset))) {
      EntityKind kind = name.entity().kind();
      if (Field.isOneCrc(name.entity()) || kind == EntityKind.OWNER) {
        last = name.entity();
      }
    }
    if (last != null) {
      return Optional.of(last);
    }
    return topics.latestCrcOrOwner(offset);
  }

  /** The supplier that the sentence before ends with or speaks of. */
  private static Optional<EntityRef> supplierBefore(Reading reading, TextRange sentence) {
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

  /** How far back, in code units, "it" looks for a supplier. */
  private static final int LAST_SENTENCE = 120;

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
