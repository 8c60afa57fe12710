package org.crcgraph.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.crcgraph.lexicon.Lexicon;
import org.crcgraph.model.Annotation;
import org.crcgraph.model.Entity;
import org.crcgraph.model.EntityKind;
import org.crcgraph.model.EntityRef;
import org.crcgraph.model.TextRange;
import org.jspecify.annotations.Nullable;

/**
 * Who owns, runs or is the parent of whom. Each rule is a pattern over a sentence with a company in
 * it; what the rules call "the CRC" is looked up in the section's topic.
 */
final class OwnershipExtractor implements RecordExtractor {

  /** The rules, the surest first: o is the owner, c what it owns, a the areas of the CRCs. */
  enum Rule {
    OF_AREAS(
        "o=COMPANY ~4 @owning ~5 CRCS|CRC ~3 in|for|of|across|covering ~2 a=AREA,",
        "Brightwell now runs the CRCs in Eastshire and Northshire."),
    ACTIVE(
        "o=COMPANY ,? which|who|that? @have* @owning @determiners* c=CRC|CRCS|COMPANY,",
        "Brightwell, which runs Eastshire CRC, was paid more."),
    ACTIVE_NUMBER(
        "o=COMPANY ,? which|who|that? @have* @owning @determiners* NUMBER of? @determiners* ~3"
            + " c=CRCS",
        "Brightwell runs five of the 21 CRCs."),
    ALSO(
        "o=COMPANY ~5 which|who|that @have* @owning @determiners* c=CRC|CRCS|COMPANY,",
        "Brightwell, the facilities company which owns Eastshire CRC, said no."),
    LIST_RUN(
        "c=CRC|CRCS|COMPANY, ,? (? which|who|that? @have* @owned-by @determiners* ~2 o=COMPANY,",
        "Eastshire CRC, which is owned by Brightwell, has moved."),
    RUN_FOR(
        "c=CRC|CRCS ~3 @owned-by @determiners* o=COMPANY,",
        "The six CRCs in the north run by Brightwell were rated good."),
    HYPHEN(
        "o=COMPANY - run|owned|led|managed|operated|controlled @determiners* ~2 c=CRC|CRCS|COMPANY,",
        "Brightwell-owned Eastshire CRC is short of staff."),
    IN_BRACKETS(
        "c=CRC ( @have* @owned-by? o=COMPANY )|,|;", "Eastshire CRC (Brightwell) was second."),
    OWNER_OF_LIST("o=OWNER ( ~2 c=CRC, )", "Brightwell (Eastshire CRC, Northshire CRC) was paid."),
    POSSESSIVE(
        "o=COMPANY '|'s NUMBER? @determiners* ~1 c=CRC|CRCS", "Brightwell’s Eastshire CRC failed."),
    ITS(
        "o=OWNER ~~12 its|their @determiners* ~2 c=CRC|CRCS",
        "Brightwell has cut the budget of its CRC."),
    SIDE_BY_SIDE("o=OWNER /? c=CRC|CRCS", "I am in the Brightwell CRC and so is she."),
    SIDE_BY_SIDE_TURNED(
        "c=CRC|CRCS /? owner|owners|provider|operator|parent? company|,? o=OWNER",
        "Any CRC Brightwell staff will tell you; the CRC owner Brightwell will not."),
    AT_AREA(
        "work|works|worked|working|employed ~2 o=OWNER ,|in? a=AREA",
        "I work for Brightwell Eastshire."),
    PARENT(
        "o=COMPANY ,|( ~2 parent|owner|owners company|organisation|firm|group? of|to|behind"
            + " @determiners* ~1 c=CRC|CRCS|COMPANY,",
        "Brightwell, the parent company of Eastshire CRC, is in debt."),
    PARENT_OF_IT(
        "c=CRC|COMPANY '|'s|and ~1 parent|owner|owners company|organisation|firm|group? ,|(? o=COMPANY",
        "Eastshire CRC’s parent company Brightwell is in debt."),
    CONSORTIUM(
        "c=COMPANY ,|(|is ~4 venture|consortium|partnership|subsidiary|division|company|brand"
            + " led|formed|run|owned|set|made? up? by|of|between|from @determiners* ~3 o=OWNER|COMPANY,",
        "Greenvale, a joint venture between Brightwell and Oakwood, was the bidder."),
    FORMED_BY(
        "c=COMPANY @have* formed|founded|created|launched|established ~3 by @determiners*"
            + " o=OWNER|COMPANY,",
        "Greenvale was formed in 2014 by Brightwell and Oakwood."),
    DELIVERS_THROUGH(
        "o=COMPANY ,? which|who|that? @have* delivers|delivering|deliver|provides|providing ~8"
            + " through|via NUMBER? @determiners* ~1 c=CRC|CRCS,",
        "Brightwell, which delivers probation services through two CRCs, has grown."),
    THE_COMPANY_IS_OWNED(
        "the|this company|crc|business @have* @owned-by @determiners* o=OWNER",
        "Eastshire CRC was inspected. The company is owned by Brightwell."),
    WHOSE(
        "o=COMPANY ~~8 whose ~2 subsidiary|subsidiaries|company|companies|arm|CRCs c=CRC|COMPANY",
        "Brightwell, a firm whose subsidiary Eastshire CRC is well run, has grown."),
    LEADS(
        "o=OWNER ~10 leads|led|leading|heads the|this @firm-nouns",
        "Greenvale was chosen. Brightwell, the services group, leads the partnership."),
    THE_FIRM(
        "the|this f=@firm-nouns @have* @owning @determiners* NUMBER? @determiners* ~1 c=CRC|CRCS,",
        "Brightwell was chosen: the company becomes the owner of Eastshire CRC."),
    OF_THE_FIRM(
        "its|their NUMBER? @determiners* ~2 c=CRC|CRCS",
        "Brightwell is the largest owner. Its six CRCs have many cases."),
    CRC_OWNER(
        "o=COMPANY ,|( the c=CRC|CRCS '|'s ~1 owner|owners|parent|operator",
        "Brightwell, the CRC’s former owner, has gone. (Eastshire CRC was inspected.)"),
    THAT_IT_OWNS(
        "c=CRC|CRCS, ,? that|which? o=COMPANY @have* @owning",
        "The six CRCs that Brightwell acquired were rated good."),
    COMPANIES_OF(
        "NUMBER ~1 o=OWNER ~1 companies|contracts|crcs",
        "Ministers want the three Brightwell companies back."),
    SOME_CONTRACTS(
        "o=COMPANY ,? which|who|that? @have* @owning @determiners* NUMBER of? @determiners* ~3"
            + " companies|contracts|areas|packages",
        "Brightwell, which holds five of the contracts, is in debt."),
    TOOK_ON(
        "o=OWNER @have* took|taken|taking|take the|these|those|its|their ~2 contracts|companies over|on",
        "The CRCs are safe: Brightwell had taken the contracts over."),
    PASSED_TO(
        "c=CRC|CRCS, ~~16 passed|transferred|handed|moved|sold|switched|given|pass|transfer to ~4 o=OWNER",
        "Eastshire CRC and Northshire CRC have passed to a competitor, Brightwell."),
    IN_AREA(
        "o=OWNER ~6 in a=AREA|CRC,",
        "Brightwell are at it already in Eastshire and Northshire CRC."),
    ITS_SUBSIDIARY(
        "o=COMPANY ,? '|'s|through|via @determiners* its? ~2 subsidiary|arm|brand|division|company"
            + " c=COMPANY",
        "Brightwell, through its subsidiary Greenvale, bid for it."),
    BELONGS_THROUGH(
        "the|this company|crc|business @have* @owned-by o=COMPANY ,? through|via its ~2 o=COMPANY",
        "Eastshire CRC was inspected. The company belongs to Brightwell, through its arm Greenvale."),
    TOOK_FROM(
        "o=COMPANY ,? which|who|that? @have* @owning @determiners* NUMBER? OWNER ~1"
            + " companies|contracts|crcs",
        "Oakwood, which took on the three Brightwell companies, runs them."),
    WITH_NUMBER(
        "NUMBER ~2 c=CRCS ~~14 o=OWNER", "Three CRCs had no owner after Brightwell failed.");

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
      return "ownership." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * A company and one CRC named within this many sentences of each other, and no other of either.
   */
  private static final int NEAR = 2;

  /** The names of a list stand within this many code units of its announcement. */
  private static final int LONGEST_LIST = 400;

  /** A line of a list is no longer than this, in UTF-16 code units. */
  private static final int LONGEST_ITEM = 80;

  private final Map<Rule, Phrase> phrases = new LinkedHashMap<>();

  /**
   * CRCs by the area that they are named after, lower case: "eastshire", and each part of a list.
   */
  private final Map<String, EntityRef> byArea = new HashMap<>();

  /** CRCs by the words of their names, as lists and tables write them. */
  private final Map<String, EntityRef> byKey = new HashMap<>();

  /** CRCs whose whole name is one area: "wales". */
  private final Map<String, EntityRef> byWholeArea = new HashMap<>();

  OwnershipExtractor(Lexicon lexicon) {
    Arrays.stream(Rule.values())
        .forEach(rule -> phrases.put(rule, Phrase.of(rule.pattern, lexicon)));
    for (Entity entity : lexicon.entities()) {
      if (Field.isOneCrc(entity.ref())) {
        addAreas(entity);
      }
    }
  }

  /** The words of an area's name without what joins them: "east north shire". */
  private static String key(String area) {
    return area.toLowerCase(Locale.ROOT)
        .replaceAll("\\band\\b|\\bcrc\\b|[^a-z ]", " ")
        .strip()
        .replaceAll(" +", " ");
  }

  private void addAreas(Entity crc) {
    byKey.put(key(crc.name()), crc.ref());
    crc.aliases().forEach(alias -> byKey.putIfAbsent(key(alias), crc.ref()));
    String area = crc.name().replaceFirst(" CRC$", "").toLowerCase(Locale.ROOT);
    byArea.put(area, crc.ref());
    byWholeArea.put(area, crc.ref());
    for (String part : area.split(", | and ")) {
      byArea.putIfAbsent(part, crc.ref());
    }
  }

  @Override
  public List<Annotation.Ownership> extract(Reading reading) {
    Found found = new Found(reading, reading.topics());
    List<Reading.Sentence> sentences = reading.sentences();
    for (int i = 0; i < sentences.size(); i++) {
      if (namesParty(reading.names(sentences.get(i).range()))) {
        Tokens tokens = reading.tokens(i);
        phrases.forEach(
            (rule, phrase) -> phrase.matches(tokens).forEach(match -> found.add(rule, match)));
      }
    }
    found.addNear(sentences);
    found.addLists(sentences);
    found.addSole();
    return found.records;
  }

  private static boolean namesParty(List<Name> names) {
    for (Name name : names) {
      if (Field.isCompany(name.entity()) || name.entity().kind() == EntityKind.CRC) {
        return true;
      }
    }
    return false;
  }

  /** The records of one document; a pair counts once in each sentence. */
  private final class Found {
    private final Reading reading;
    private final Topics topics;
    private final List<Annotation.Ownership> records = new ArrayList<>();
    private final Set<List<EntityRef>> pairs = new LinkedHashSet<>();
    private final Set<List<Object>> seen = new LinkedHashSet<>();
    private @Nullable EntityRef lastPartnership;

    Found(Reading reading, Topics topics) {
      this.reading = reading;
      this.topics = topics;
    }

    void add(Rule rule, Phrase.Match match) {
      List<EntityRef> owners = owners(rule, match);
      List<EntityRef> owned = owned(rule, match, owners);
      for (EntityRef owner : owners) {
        for (EntityRef crc : owned) {
          add(owner, crc, match.range(), rule.id(), match.tokens().range().from());
        }
        if (rule == Rule.OF_THE_FIRM) {
          addNamedNext(owner, match);
        }
      }
    }

    /**
     * "Its three CRCs": where the same or the next sentence names exactly three, they are meant.
     */
    private void addNamedNext(EntityRef owner, Phrase.Match match) {
      Quantity number = Quantities.at(match.tokens(), match.from() + 1);
      if (number == null || number.value().intValue() < 2) {
        return;
      }
      TextRange scope = topics.scope(match.range().from());
      int to = Math.min(scope.to(), match.tokens().range().to() + LONGEST_LIST);
      TextRange next = nextSentence(match.tokens().range(), to);
      List<EntityRef> crcs =
          reading.names(next).stream()
              .map(Name::entity)
              .filter(Field::isOneCrc)
              .distinct()
              .toList();
      if (crcs.size() == number.value().intValue()) {
        crcs.forEach(
            crc ->
                add(
                    owner,
                    crc,
                    new TextRange(match.range().from(), next.to()),
                    "ownership.named-next"));
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

    private List<EntityRef> owners(Rule rule, Phrase.Match match) {
      List<Name> named = match.names("o");
      int offset = match.range().from();
      boolean unnamed = rule == Rule.THE_FIRM || rule == Rule.OF_THE_FIRM;
      if (unnamed && named.isEmpty()) {
        String firm = match.text("f");
        EntityRef partnership =
            firm.equals("partnership") || firm.equals("consortium") || firm.equals("joint venture")
                ? lastPartnership
                : null;
        return partnership != null
            ? List.of(partnership)
            : topics.owner(offset).map(List::of).orElse(List.of());
      }
      return named.stream().map(Name::entity).toList();
    }

    private List<EntityRef> owned(Rule rule, Phrase.Match match, List<EntityRef> owners) {
      List<EntityRef> owned = new ArrayList<>();
      for (Name name : match.names("c")) {
        owned.add(meant(rule, name));
      }
      for (Name area : match.names("a")) {
        EntityRef entity = area.entity();
        boolean whole = rule != Rule.IN_AREA || match.names("a").size() > 1;
        EntityRef crc =
            Field.isOneCrc(entity)
                ? entity
                : (whole ? byArea : byWholeArea).get(entity.name().toLowerCase(Locale.ROOT));
        if (crc != null) {
          owned.add(crc);
        }
      }
      if (rule == Rule.PASSED_TO) {
        owned.clear();
        for (Name name :
            reading.names(new TextRange(match.tokens().range().from(), match.range().to()))) {
          if (name.entity().kind() == EntityKind.CRC) {
            owned.add(name.entity());
          }
        }
      }
      if (rule == Rule.BELONGS_THROUGH || rule == Rule.THE_COMPANY_IS_OWNED) {
        topics.crc(match.range().from()).ifPresent(owned::add);
      }
      boolean ofClass =
          rule == Rule.COMPANIES_OF
              || rule == Rule.TOOK_FROM
              || rule == Rule.SOME_CONTRACTS
              || rule == Rule.TOOK_ON
              || (rule == Rule.OF_AREAS && owned.isEmpty());
      if (ofClass) {
        owned.add(Field.CRCS);
      }
      if (rule == Rule.LEADS) {
        EntityRef leader = owners.isEmpty() ? null : owners.get(0);
        topics.otherCompany(match.range().from(), leader).ifPresent(owned::add);
      }
      return owned;
    }

    /** "Its CRC" is the CRC that the section is about; otherwise a name means what it says. */
    private EntityRef meant(Rule rule, Name name) {
      boolean singular =
          reading.text(name.range()).matches("(?i)crc|community rehabilitation company");
      boolean definite = rule == Rule.ITS || rule == Rule.OF_THE_FIRM || rule == Rule.CRC_OWNER;
      return definite && Field.isClass(name.entity()) && singular
          ? topics.crc(name.range().from()).orElse(name.entity())
          : name.entity();
    }

    private void add(EntityRef owner, EntityRef owned, TextRange range, String rule) {
      add(owner, owned, range, rule, range.from());
    }

    /** Adds a pair, once for each sentence: the surest rule comes first. */
    private void add(EntityRef owner, EntityRef owned, TextRange range, String rule, int sentence) {
      if (Field.isCompany(owned)) {
        lastPartnership = owned;
      }
      if (owner.equals(owned) || !seen.add(List.of(owner, owned, sentence))) {
        return;
      }
      pairs.add(List.of(owner, owned));
      records.add(new Annotation.Ownership(reading.evidence(range, rule), owner, owned));
    }

    /**
     * An owner and a CRC that stand near each other with no second owner or CRC around them: the
     * text takes for granted that they belong together.
     */
    void addNear(List<Reading.Sentence> sentences) {
      for (int i = 0; i < sentences.size(); i++) {
        List<EntityRef> owners = owners(sentences.get(i).range());
        if (owners.size() != 1) {
          continue;
        }
        TextRange around = sentences.get(i).range();
        TextRange scope = topics.scope(around.from());
        for (int far = 0; far <= NEAR; far++) {
          around = around(sentences, i, far, scope);
          List<Name> crcs =
              reading.names(around).stream().filter(n -> Field.isOneCrc(n.entity())).toList();
          if (!crcs.isEmpty()) {
            addIfOnlyPair(owners.get(0), crcs, around);
            break;
          }
        }
      }
    }

    /** "Brightwell will cut these posts:" above lines that begin with the names of CRCs. */
    void addLists(List<Reading.Sentence> sentences) {
      for (int i = 0; i + 1 < sentences.size(); i++) {
        TextRange intro = sentences.get(i).range();
        if (intro.length() == 0 || reading.text().charAt(intro.to() - 1) != ':') {
          continue;
        }
        List<EntityRef> owners = owners(intro);
        for (int k = i + 1; owners.size() == 1 && k < sentences.size(); k++) {
          TextRange line = sentences.get(k).range();
          EntityRef crc = firstName(line);
          if (crc == null || line.length() > LONGEST_ITEM) {
            break;
          }
          add(owners.get(0), crc, new TextRange(intro.from(), line.to()), "ownership.list");
        }
      }
    }

    private @Nullable EntityRef firstName(TextRange line) {
      String head = reading.text(line).split("[:\u2013(]| - ", 2)[0];
      EntityRef crc = byKey.get(key(head));
      if (crc != null) {
        return crc;
      }
      List<Name> names = reading.names(line);
      return !names.isEmpty()
              && names.get(0).range().from() <= line.from() + 4
              && Field.isOneCrc(names.get(0).entity())
          ? names.get(0).entity()
          : null;
    }

    /**
     * In a section that names one owner alone, and more than once, the CRCs that it names are that
     * owner's.
     */
    void addSole() {
      Map<TextRange, List<Name>> owners = new LinkedHashMap<>();
      Map<TextRange, List<Name>> crcs = new LinkedHashMap<>();
      for (Name name : reading.names()) {
        EntityRef entity = name.entity();
        Map<TextRange, List<Name>> kind =
            entity.kind() == EntityKind.OWNER ? owners : Field.isOneCrc(entity) ? crcs : null;
        if (kind != null) {
          kind.computeIfAbsent(topics.scope(name.range().from()), scope -> new ArrayList<>())
              .add(name);
        }
      }
      owners.forEach(
          (scope, names) -> {
            EntityRef owner = names.get(0).entity();
            boolean sole =
                names.size() > 1 && names.stream().allMatch(n -> n.entity().equals(owner));
            for (Name crc : sole ? crcs.getOrDefault(scope, List.<Name>of()) : List.<Name>of()) {
              if (!pairs.contains(List.of(owner, crc.entity()))) {
                add(owner, crc.entity(), crc.range(), "ownership.sole");
              }
            }
          });
    }

    private void addIfOnlyPair(EntityRef owner, List<Name> crcs, TextRange around) {
      EntityRef crc = crcs.get(0).entity();
      boolean oneCrc = crcs.stream().allMatch(name -> name.entity().equals(crc));
      if (!oneCrc || owners(around).size() != 1 || pairs.contains(List.of(owner, crc))) {
        return;
      }
      int from = around.to();
      int to = around.from();
      for (Name name : reading.names(around)) {
        if (name.entity().equals(owner) || name.entity().equals(crc)) {
          from = Math.min(from, name.range().from());
          to = Math.max(to, name.range().to());
        }
      }
      add(owner, crc, new TextRange(from, to), "ownership.near");
    }

    private List<EntityRef> owners(TextRange range) {
      return reading.names(range).stream()
          .map(Name::entity)
          .filter(entity -> entity.kind() == EntityKind.OWNER)
          .distinct()
          .toList();
    }

    private static TextRange around(
        List<Reading.Sentence> sentences, int i, int far, TextRange scope) {
      int from = i;
      int to = i;
      while (from > 0 && i - from < far && scope.contains(sentences.get(from - 1).range())) {
        from--;
      }
      while (to + 1 < sentences.size()
          && to - i < far
          && scope.contains(sentences.get(to + 1).range())) {
        to++;
      }
      return new TextRange(sentences.get(from).range().from(), sentences.get(to).range().to());
    }
  }
}
