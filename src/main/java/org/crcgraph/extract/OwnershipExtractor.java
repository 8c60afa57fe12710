package org.crcgraph.extract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.crcgraph.lexicon.Lexicon;
import org.crcgraph.model.Annotation;
import org.crcgraph.model.EntityKind;
import org.crcgraph.model.EntityRef;
import org.crcgraph.model.TextRange;
import org.jspecify.annotations.Nullable;

/**
 * Who owns, runs or is the parent of whom. Verbs of owning are read with their subject and object
 * ({@link Clauses}); nouns, possessives and names side by side are patterns; what stands in a list
 * or table goes by its heading or its line.
 */
final class OwnershipExtractor implements RecordExtractor {

  /**
   * The rules, the surest first. In patterns o is the owner and c what it owns; a rule without a
   * pattern is read from the clause or the layout.
   */
  enum Rule {
    ACTIVE("Brightwell, the services group which now runs Eastshire CRC, was paid more."),
    PASSIVE("Eastshire CRC, which has been owned since 2015 by Brightwell, has moved."),
    TRANSFER(
        "Eastshire CRC and Northshire CRC have been handed to a competitor, Brightwell.",
        "o=COMPANY ,? who|which|that? has|have|had? ~1 sold|sells|selling @determiners* c=COMPANY|CRC,"),
    TAKEOVER("Brightwell’s takeover of Eastshire CRC went well."),
    ADJACENT(
        "I am in the Brightwell CRC; any CRC Brightwell staff will say so.",
        "o=OWNER|COMPANY - run|owned|led|managed|operated|controlled|backed @determiners* ~2"
            + " c=CRC|CRCS|COMPANY,",
        "o=OWNER /? c=CRC|CRCS",
        "c=CRC|CRCS /? o=OWNER",
        "NUMBER ~1 o=OWNER ~1 companies|contracts|crcs|areas",
        "the|eight|of|other owners|providers , o=OWNER,",
        "owners|companies|firms|providers|contractors|those that|which|who @have* @owning ~2 c=CRCS ~1"
            + " such|including|like|notably as? o=OWNER,",
        "work|works|worked|working|employed ~2 o=OWNER ,|in? a=AREA"),
    POSSESSIVE(
        "Brightwell’s two failing CRCs are small.",
        "o=COMPANY '|'s @determiners* ~3 c=CRC|CRCS",
        "o=OWNER , whose NUMBER? ~1 c=CRC|CRCS",
        "c=CRC ,|(|–|- a|an o=OWNER business|company|firm|operation|outfit|contract|area|crc",
        "o=OWNER '|'s ~3 outfit|operation|service|services|business|contract|company|patch|arm in|for|of|across"
            + " a=AREA|CRC,"),
    ITS("Brightwell has cut the budget of its CRC."),
    NAMED_NEXT("Brightwell has two CRCs. Its two CRCs are poor: Eastshire CRC and Northshire CRC."),
    IN_BRACKETS(
        "Eastshire CRC (Brightwell) was second.",
        "c=CRC ( @have* @owned-by? by? ~2 o=COMPANY",
        "c=CRC ( owner|owners|parent|operator :? o=COMPANY",
        "o=OWNER ( ~2 c=CRC, )"),
    ROLE(
        "Eastshire CRC’s troubled parent company, Brightwell, is in debt.",
        "o=COMPANY ,|(|-|–|is|was ~3 @parent-nouns of|to|behind @determiners* ~2 c=CRC|CRCS|COMPANY,",
        "c=CRC|CRCS|COMPANY '|'s ~2 @parent-nouns ,|(|is|was|–? ~2 o=COMPANY,",
        "c=CRC|CRCS|COMPANY and its ~1 @parent-nouns ,|(? ~1 o=COMPANY",
        "c=CRC|CRCS ~1 @parent-nouns ,|(? o=COMPANY",
        "o=COMPANY ,|(|–|- the|its? c=CRC|CRCS '|'s ~2 @parent-nouns"),
    SUBSIDIARY(
        "Brightwell, through its justice subsidiary Greenvale, bid for it.",
        "o=COMPANY ,? '|'s|through|via|and @determiners* its? ~3 @subsidiary-nouns ,|(|–? ~1"
            + " c=COMPANY|CRC",
        "o=COMPANY ~~24 through|via its|a @determiners* ~3 @subsidiary-nouns ,? c=COMPANY|CRC",
        "o=COMPANY ~1 @subsidiary-nouns ,? c=COMPANY|CRC",
        "o=COMPANY '|'s ~2 c=COMPANY @subsidiary-nouns",
        "o=COMPANY ~~8 whose ~2 @subsidiary-nouns ,? ~1 c=COMPANY|CRC",
        "c=COMPANY|CRC ,|(|–|- @determiners* ~2 o=COMPANY '|'s ~3 @subsidiary-nouns",
        "c=COMPANY|CRC ,|(|–|- @determiners* ~2 o=COMPANY ~1 @subsidiary-nouns"),
    IN_CHARGE(
        "In Eastshire the company in charge, Brightwell, was fined.",
        "in a=AREA ,? @determiners* ~1 company|firm|provider|owner|contractor ~3 , o=OWNER"),
    STAKE(
        "Brightwell and Oakwood each have a stake in Greenvale.",
        "o=COMPANY, ~~10 have|has|hold|holds|took|take ~4 stake|stakes|share|shareholding in"
            + " @determiners* c=COMPANY|CRC"),
    GAPPED("Brightwell runs six CRCs, Oakwood five."),
    CONSORTIUM(
        "Greenvale, a joint venture between Brightwell and the charity Oakwood, was the bidder.",
        "c=COMPANY ,|(|–|- @determiners* ~2 o=COMPANY - led|run|owned|backed|controlled ~2"
            + " @joint-venture-nouns",
        "o=COMPANY - led|run|owned|backed|controlled ~2 @joint-venture-nouns ,? c=COMPANY"),
    LEADS("Greenvale was chosen. Brightwell, the services group, leads the partnership."),
    THROUGH("Brightwell, which delivers probation services through two CRCs, has grown."),
    LIST("Brightwell will cut these posts:\nEastshire: 5\nNorthshire: 7"),
    TABLE("Eastshire – Brightwell in partnership with a charity"),
    NEAR("Brightwell has grown. Bosses say that nothing will change at Eastshire CRC."),
    SOLE(
        "Brightwell and the union met again.\nBrightwell is in trouble.\nOne day passed.\n"
            + "Another day passed.\nMore time passed.\nEastshire CRC was closed on Friday;"
            + " Northshire CRC was not.");

    private final String example;
    private final List<String> patterns;

    Rule(String example, String... patterns) {
      this.example = example;
      this.patterns = List.of(patterns);
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

  /** A line of a table is no longer than this, in UTF-16 code units. */
  private static final int LONGEST_ROW = 160;

  /** How far a verb of giving may stand from its "to", in tokens. */
  private static final int REACH = 18;

  private static final Predicate<EntityRef> OWNERS = Field::isCompany;
  private static final Predicate<EntityRef> OWNED = OwnershipExtractor::canBeOwned;
  private static final Predicate<EntityRef> RUN = OwnershipExtractor::canBeRun;

  private static boolean canBeOwned(EntityRef entity) {
    return entity.kind() == EntityKind.CRC || Field.isCompany(entity);
  }

  private static boolean canBeRun(EntityRef entity) {
    return canBeOwned(entity) || entity.kind() == EntityKind.AREA;
  }

  private static final Set<String> CLASS_NOUNS =
      Set.of("companies", "contracts", "areas", "packages", "crcs", "regions", "providers");

  /** Verbs that take their object in between: "took the contracts over". */
  private static final Set<String> TAKING = Set.of("take", "takes", "took", "taken", "taking");

  private static final Set<String> TAKING_WORDS =
      Set.of("take", "takes", "took", "taken", "taking", "has", "have", "had", "through", "via");

  private final List<Pattern> patterns = new ArrayList<>();
  private final WordList owning;
  private final WordList ownedBy;
  private final WordList belonging;
  private final WordList transferring;
  private final WordList takeovers;
  private final Set<String> joint;
  private final Set<String> matter;
  private final Clauses.Words clauseWords;

  /** The words that can open a verb or noun of owning: any other token is passed over. */
  private final WordSet openers;

  private final CrcAreas areas;

  private record Pattern(Rule rule, Phrase phrase) {}

  OwnershipExtractor(Lexicon lexicon) {
    for (Rule rule : Rule.values()) {
      for (String pattern : rule.patterns) {
        patterns.add(new Pattern(rule, Phrase.of(pattern, lexicon)));
      }
    }
    owning = WordList.of(lexicon, "owning");
    ownedBy = WordList.of(lexicon, "owned-by");
    belonging = WordList.of(lexicon, "belonging");
    transferring = WordList.of(lexicon, "transferring");
    takeovers = WordList.of(lexicon, "takeovers");
    joint = lexicon.words("joint-venture-nouns");
    matter = lexicon.words("owned-matter");
    clauseWords = new Clauses.Words(lexicon);
    areas = CrcAreas.of(lexicon);
    Set<String> words = new HashSet<>(TAKING_WORDS);
    for (WordList list : List.of(owning, ownedBy, belonging, transferring, takeovers)) {
      words.addAll(list.firstWords());
    }
    openers = WordSet.of(words);
  }

  @Override
  public List<Annotation.Ownership> extract(Reading reading) {
    Found found = new Found(reading);
    Dictionary.Marks marks = reading.vocabulary().dictionary().marks(this, this::flags);
    List<Reading.Sentence> sentences = reading.sentences();
    for (int i = 0; i < sentences.size(); i++) {
      if (namesParty(reading.names(sentences.get(i).range()))) {
        Tokens tokens = reading.tokens(i);
        int flags = tokens.flags(marks);
        if ((flags & VERB) != 0) {
          found.addVerbs(tokens);
        }
        for (Pattern pattern : patterns) {
          for (Phrase.Match match : pattern.phrase().matches(tokens)) {
            found.add(pattern.rule(), match);
          }
        }
        if ((flags & VENTURE) != 0) {
          found.addConsortia(tokens);
        }
        if ((flags & VERB) != 0) {
          found.addGapped(tokens);
        }
        if ((flags & HIS) != 0) {
          found.addIts(tokens);
        }
      }
    }
    found.addRows(sentences);
    found.addNear(sentences);
    found.addLists(sentences);
    found.addSole();
    return found.records;
  }

  private static final int VERB = 1;
  private static final int VENTURE = 1 << 1;
  private static final int HIS = 1 << 2;

  /** The rules that a word is needed for. */
  private int flags(String word) {
    boolean venture =
        word.equals("joint")
            || joint.contains(word)
            || SHAREHOLDERS.contains(word)
            || FORMING.contains(word)
            || LEADING.contains(word);
    return (openers.contains(word) ? VERB : 0)
        | (venture ? VENTURE : 0)
        | (word.equals("its") || word.equals("their") ? HIS : 0);
  }

  private static boolean namesParty(List<Name> names) {
    for (Name name : names) {
      if (Field.isCompany(name.entity()) || name.entity().kind() == EntityKind.CRC) {
        return true;
      }
    }
    return false;
  }

  /** The CRC of an area, or null. */
  private @Nullable EntityRef crcOf(EntityRef entity, boolean wholeOnly) {
    if (entity.kind() != EntityKind.AREA) {
      return entity;
    }
    return wholeOnly ? areas.whole(entity) : areas.part(entity);
  }

  private boolean isMatter(String word) {
    return matter.contains(word)
        || Grammar.isDeterminer(word)
        || COUNTS.contains(word)
        || word.endsWith("-risk");
  }

  private static final Set<String> COUNTS =
      Set.of(
          "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "half", "its",
          "what", "is");

  /** Words before the name of an owner: "by the American services group". */
  private static boolean isDescription(String word) {
    return !Grammar.isFinite(word)
        && !Grammar.isSubordinator(word)
        && !Grammar.isSubjectPronoun(word)
        && Character.isLetter(word.charAt(0))
        && !Set.of("in", "on", "at", "to", "for", "after", "before", "said", "and").contains(word);
  }

  /** Words between "its" and "CRCs". */
  private static boolean isOwnDescription(String word) {
    return Character.isLetter(word.charAt(0))
        && !Grammar.isFinite(word)
        && !Grammar.isPreposition(word)
        && !Grammar.isSubordinator(word);
  }

  private static final Set<String> LINKS = Set.of(",", "and", "&", ", and", "/", "or");

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

  private static final Set<String> NUMBERS =
      Set.of(
          "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "several", "some",
          "most", "both", "many");

  private static final Set<String> TO_HOLD =
      Set.of("responsible", "in", "charge", "owner", "owners");

  private static final Set<String> NOMINAL =
      Set.of(
          "owner",
          "owners",
          "operator",
          "operators",
          "holder",
          "parent",
          "company",
          "firm",
          "group",
          "responsible",
          "in",
          "charge");

  private static final Set<String> WINNING =
      Set.of(
          "won", "win", "wins", "winning", "awarded", "given", "handed", "holds", "hold", "held",
          "has", "had", "have", "secured", "granted", "got", "landed", "signed");

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
          "made",
          "consists",
          "consisting",
          "set");

  private static final Set<String> COMPRISING =
      Set.of("comprises", "comprising", "brings", "bringing");

  private static final Set<String> DELIVERING =
      Set.of(
          "delivers",
          "deliver",
          "delivered",
          "delivering",
          "provides",
          "provide",
          "provided",
          "providing",
          "supervises",
          "supervise",
          "works",
          "operates",
          "operate",
          "operated",
          "runs");

  private static final Set<String> SHAREHOLDERS =
      Set.of("shareholders", "owners", "members", "backers");

  private static final Set<String> WHOSE = Set.of("whose", "its", "their");

  private static final Set<String> LEADING = Set.of("leads", "led", "leading", "heads", "lead");

  /** The records of one document; a pair counts once in each sentence. */
  private final class Found {
    private final Reading reading;
    private final Topics topics;
    private final Clauses clauses;
    private final List<Annotation.Ownership> records = new ArrayList<>();
    private final Set<List<EntityRef>> pairs = new LinkedHashSet<>();
    private final Set<List<Object>> seen = new LinkedHashSet<>();

    Found(Reading reading) {
      this.reading = reading;
      this.topics = reading.topics();
      this.clauses = new Clauses(reading, clauseWords);
    }

    /** Verbs and nouns of owning and giving, with what stands around them. */
    void addVerbs(Tokens tokens) {
      for (int i = 0; i < tokens.size(); i++) {
        if (tokens.get(i).name() != null || !openers.contains(tokens.get(i).word())) {
          continue;
        }
        int length = ownedBy.longestAt(tokens, i);
        if (length > 0) {
          int by = agent(tokens, i + length);
          if (by > 0) {
            addPassive(tokens, i, i + length, by);
            i = by;
            continue;
          }
        }
        length = owning.longestAt(tokens, i);
        if (length > 0 && addActive(tokens, i, i + length)) {
          i += length - 1;
          continue;
        }
        boolean split = TAKING.contains(tokens.get(i).word());
        if ((split || isHaving(tokens, i)) && addActive(tokens, i, i + 1)) {
          continue;
        }
        length = belonging.longestAt(tokens, i);
        if (length > 0) {
          addPassive(tokens, i, i + length, i + length);
          i += length - 1;
          continue;
        }
        if (tokens.is(i, "through") || tokens.is(i, "via")) {
          addThrough(tokens, i);
          continue;
        }
        length = transferring.longestAt(tokens, i);
        if (length > 0) {
          addTransfer(tokens, i, i + length);
          continue;
        }
        length = takeovers.longestAt(tokens, i);
        if (length > 0) {
          addTakeover(tokens, i, i + length);
        }
      }
    }

    /** "Brightwell, which also has Eastshire CRC". */
    private static boolean isHaving(Tokens tokens, int i) {
      boolean have = tokens.is(i, "has") || tokens.is(i, "have") || tokens.is(i, "had");
      int next = tokens.is(i + 1, "the") ? i + 2 : i + 1;
      Name name = next < tokens.size() ? tokens.get(next).name() : null;
      return have && name != null && RUN.test(name.entity());
    }

    /** The token after "by" where a participle's agent begins, or -1. */
    private int agent(Tokens tokens, int from) {
      for (int i = from; i < Math.min(from + 9, tokens.size()); i++) {
        if (tokens.is(i, "by")) {
          return i + 1;
        }
        boolean ends =
            tokens.get(i).name() != null
                ? OWNED.test(nameAt(tokens, i).entity())
                : !(tokens.get(i).isWord() || tokens.get(i).isNumeral());
        if (ends || tokens.is(i, "which") || tokens.is(i, "who")) {
          return -1;
        }
      }
      return -1;
    }

    private static Name nameAt(Tokens tokens, int i) {
      return Objects.requireNonNull(tokens.get(i).name());
    }

    private void addPassive(Tokens tokens, int from, int to, int by) {
      List<Clauses.Party> owners = agents(tokens, by);
      if (owners.isEmpty()) {
        return;
      }
      Clauses.Group group = clauses.group(tokens, from, to);
      if (!group.real()) {
        return;
      }
      boolean finite = group.from() < from || tokens.get(from).word().startsWith("belong");
      List<Clauses.Party> owned =
          finite
              ? subject(tokens, group.from())
              : clauses.antecedent(tokens, group.from() - 1, OWNED);
      Set<EntityRef> all = new LinkedHashSet<>();
      owned.forEach(party -> all.add(party.entity()));
      if (countsClass(tokens, group.from() - 1)) {
        all.add(Field.CRCS);
      }
      List<Clauses.Party> everyOwner = new ArrayList<>(owners);
      everyOwner.addAll(throughAfter(tokens, owners.get(owners.size() - 1).to()));
      everyOwner.forEach(
          owner ->
              all.forEach(
                  crc ->
                      add(Rule.PASSIVE, owner.entity(), crc, range(tokens, from, owner, owned))));
    }

    /** ", through its subsidiary Greenvale": who owns it for the owner. */
    private List<Clauses.Party> throughAfter(Tokens tokens, int from) {
      int i = tokens.is(from, ",") ? from + 1 : from;
      boolean through = tokens.is(i, "through") || tokens.is(i, "via");
      return through && tokens.is(i + 1, "its") ? agents(tokens, i + 1) : List.of();
    }

    /** "by Brightwell", "by the services group Brightwell", "by a consortium of A and B". */
    private List<Clauses.Party> agents(Tokens tokens, int from) {
      return clauses.object(tokens, from, OWNERS, OwnershipExtractor::isDescription);
    }

    /** "between Brightwell and the charity Oakwood", "by Brightwell, with Oakwood". */
    private List<Clauses.Party> members(Tokens tokens, int from) {
      return clauses.agents(
          tokens,
          from,
          OWNERS.or(entity -> entity.kind() == EntityKind.PUBLIC_BODY),
          OwnershipExtractor::isDescription);
    }

    /** "one of three", "five of the contracts", "the two companies": the CRCs as a class. */
    private boolean countsClass(Tokens tokens, int last) {
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
        if (isNumber(tokens, k)) {
          return noun
              ? topics.isOfCrcs(tokens.range().from())
              : k > 1 && tokens.is(k - 1, "of") && topics.isOfCrcs(tokens.range().from());
        }
      }
      return false;
    }

    private boolean addActive(Tokens tokens, int from, int to) {
      Clauses.Group group = clauses.group(tokens, from, to);
      int start = group.from();
      boolean awarded = group.passive() && TO_HOLD.contains(tokens.get(from).word());
      if (!group.real() || (group.passive() && !awarded && isParticiple(tokens, from))) {
        return false;
      }
      // "won the contract to run": the first verb has the subject.
      int contract = contractBefore(tokens, start);
      if (contract >= 0) {
        start = clauses.group(tokens, contract, contract + 1).from();
      }
      List<Clauses.Party> owned = ownedAfter(tokens, from, to);
      boolean inverted = false;
      if (owned.isEmpty()) {
        owned = ownedBefore(tokens, start);
        inverted = !owned.isEmpty();
      }
      if (owned.isEmpty()) {
        return false;
      }
      List<Clauses.Party> owners = clauses.subject(tokens, start, OWNERS);
      if (owners.isEmpty() && !group.passive() && start == from) {
        owners = clauses.antecedent(tokens, start - 1, OWNERS);
        if (inverted || !isNominal(tokens, from)) {
          owners = inverted ? clauses.subject(tokens, start, OWNERS) : List.of();
        }
      }
      if (owners.isEmpty() && isNominal(tokens, from)) {
        int verb = copulaBefore(tokens, start);
        owners =
            verb >= 0
                ? clauses.subject(tokens, clauses.group(tokens, verb, verb + 1).from(), OWNERS)
                : clauses.antecedent(tokens, start - 1, OWNERS);
      }
      if (owners.isEmpty() && !inverted) {
        owners = namedAfter(tokens, owned.get(owned.size() - 1).to());
      }
      for (Clauses.Party owner : owners) {
        for (Clauses.Party crc : owned) {
          add(Rule.ACTIVE, owner.entity(), crc.entity(), range(tokens, to - 1, owner, owned));
        }
      }
      return !owners.isEmpty();
    }

    /** "The firm which runs Eastshire CRC, Brightwell, said": the name between commas. */
    private static List<Clauses.Party> namedAfter(Tokens tokens, int comma) {
      Name name = comma + 1 < tokens.size() ? tokens.get(comma + 1).name() : null;
      boolean between = tokens.is(comma, ",") && tokens.is(comma + 2, ",");
      return between && name != null && OWNERS.test(name.entity())
          ? List.of(new Clauses.Party(name.entity(), comma + 1, comma + 2))
          : List.of();
    }

    /** The "is" or "becomes" before "the legal owner of", or -1. */
    private static int copulaBefore(Tokens tokens, int at) {
      for (int i = at - 1; i >= 0 && at - i < 6; i--) {
        if (tokens.get(i).name() != null || !tokens.get(i).isWord()) {
          return -1;
        }
        if (isBe(tokens, i) || tokens.get(i).word().startsWith("bec")) {
          return i;
        }
      }
      return -1;
    }

    private static boolean isNominal(Tokens tokens, int from) {
      String word = tokens.get(from).word();
      return NOMINAL.contains(word) || word.endsWith("ing");
    }

    private static boolean isParticiple(Tokens tokens, int from) {
      String word = tokens.get(from).word();
      return word.endsWith("ed")
          || word.equals("run")
          || word.equals("bought")
          || word.equals("held")
          || word.equals("won")
          || word.equals("taken");
    }

    private static boolean isContract(Tokens tokens, int i) {
      return tokens.is(i, "contract")
          || tokens.is(i, "right")
          || tokens.is(i, "contracts")
          || tokens.is(i, "deal")
          || tokens.is(i, "deals")
          || tokens.is(i, "job");
    }

    /** The verb of "won the five-year contract to", or -1. */
    private int contractBefore(Tokens tokens, int start) {
      int i = start - 1;
      if (tokens.is(i, "to") || tokens.is(i, "for")) {
        i--;
      }
      int noun = i;
      while (noun >= 0 && i - noun < 7 && !isContract(tokens, noun)) {
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

    /** What stands after a verb of owning. */
    private List<Clauses.Party> ownedAfter(Tokens tokens, int from, int to) {
      List<Clauses.Party> owned = new ArrayList<>();
      if (tokens.is(to, "for")) {
        // "a course that Redwell runs for the CRC"
        return owned;
      }
      List<Clauses.Party> named =
          clauses.object(tokens, to, RUN, OwnershipExtractor.this::isMatter);
      boolean bare = !named.isEmpty() && named.get(0).from() - to <= 1;
      boolean run =
          tokens.get(from).word().startsWith("r")
              || tokens.get(from).word().startsWith("ha")
              || tokens.get(from).word().startsWith("look");
      boolean all = !named.isEmpty() && isClassNoun(tokens, named.get(named.size() - 1).to());
      if (to < tokens.size() && isPronoun(tokens, to)) {
        meant(tokens, to).ifPresent(crc -> owned.add(new Clauses.Party(crc, to, to + 1)));
      }
      boolean taking = TAKING.contains(tokens.get(from).word()) && to == from + 1;
      for (Clauses.Party party : named) {
        boolean gap = party.entity().kind() == EntityKind.OWNER && isNumber(tokens, party.to());
        if (gap || (Field.isCompany(party.entity()) && isClassNoun(tokens, party.to()))) {
          // "Brightwell runs six CRCs, Oakwood five": Oakwood is not run.
          continue;
        }
        EntityRef crc = crcOf(party.entity(), bare && !run && !all && named.size() == 1);
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
        int noun = classAfter(tokens, to);
        if (noun > 0) {
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
        EntityRef crc = crcOf(name.entity(), false);
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
              || (tokens.get(i).name() != null && Field.isClass(nameAt(tokens, i).entity())));
    }

    /** "five of the 21 contracts", "the three Brightwell companies": the noun, or -1. */
    private int classAfter(Tokens tokens, int from) {
      boolean number = false;
      for (int i = from; i < Math.min(from + 8, tokens.size()); i++) {
        Tokens.Token token = tokens.get(i);
        if (token.name() != null) {
          if (!Field.isCompany(nameAt(tokens, i).entity())) {
            return -1;
          }
          continue;
        }
        number |= isNumber(tokens, i);
        if (number && CLASS_NOUNS.contains(token.word())) {
          return topics.isOfCrcs(tokens.range().from()) ? i : -1;
        }
        if (!isMatter(token.word()) && !token.isNumeral()) {
          return -1;
        }
      }
      return -1;
    }

    private static boolean isNumber(Tokens tokens, int i) {
      return tokens.get(i).name() == null
          && (tokens.get(i).isNumeral() || NUMBERS.contains(tokens.get(i).word()));
    }

    /** "the six CRCs that Brightwell acquired": what a relative clause's object is. */
    private List<Clauses.Party> ownedBefore(Tokens tokens, int start) {
      int i = start - 1;
      while (i >= 0 && tokens.get(i).name() != null && OWNERS.test(nameAt(tokens, i).entity())) {
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
        return clauses.antecedent(tokens, i - 1, OWNED);
      }
      // "the CRCs Brightwell runs"
      return i >= 0
              && tokens.get(i).name() != null
              && nameAt(tokens, i).entity().kind() == EntityKind.CRC
              && i > 0
              && tokens.get(i - 1).name() == null
              && !tokens.is(i - 1, "of")
          ? List.of(new Clauses.Party(topics.meaning(tokens, i, nameAt(tokens, i)), i, i + 1))
          : List.of();
    }

    /** "Eastshire CRC passed to Brightwell", "handed the CRCs to Brightwell". */
    private void addTransfer(Tokens tokens, int from, int to) {
      Clauses.Group group = clauses.group(tokens, from, to);
      if (!group.real()) {
        return;
      }
      int low = to;
      for (int i = to; i < Math.min(to + REACH, tokens.size()); i++) {
        if (!tokens.is(i, "to")) {
          continue;
        }
        List<Clauses.Party> owners = agents(tokens, i + 1);
        if (owners.isEmpty()) {
          return;
        }
        List<Clauses.Party> owned = new ArrayList<>();
        clauses
            .object(tokens, low, RUN, OwnershipExtractor.this::isMatter)
            .forEach(party -> addCrc(party, true, owned));
        if (owned.isEmpty() || owned.get(0).from() >= i) {
          owned.clear();
          owned.addAll(
              low == i || !isThing(tokens, low, i) ? subject(tokens, group.from()) : List.of());
          if (isPronoun(tokens, low)) {
            meant(tokens, low).ifPresent(crc -> owned.add(new Clauses.Party(crc, 0, 0)));
          }
        }
        for (Clauses.Party crc : owned) {
          if (crc.entity().kind() == EntityKind.CRC) {
            for (Clauses.Party owner : owners) {
              add(Rule.TRANSFER, owner.entity(), crc.entity(), range(tokens, from, owner, owned));
            }
          }
        }
        return;
      }
    }

    private void addCrc(Clauses.Party party, boolean wholeOnly, List<Clauses.Party> to) {
      EntityRef crc = crcOf(party.entity(), wholeOnly);
      if (crc != null) {
        to.add(new Clauses.Party(crc, party.from(), party.to()));
      }
    }

    /** The owned thing before a verb, also in "the contracts for Eastshire and Northshire". */
    private List<Clauses.Party> subject(Tokens tokens, int verb) {
      List<Clauses.Party> subject = clauses.subject(tokens, verb, OWNED);
      if (!subject.isEmpty()) {
        return subject;
      }
      List<Clauses.Party> owned = new ArrayList<>();
      int i = verb - 1;
      while (i >= 0) {
        Name name = tokens.get(i).name();
        if (name != null) {
          if (!RUN.test(name.entity())) {
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

    /** What a pronoun means: "them" is more than one company, so the class. */
    private Optional<EntityRef> meant(Tokens tokens, int pronoun) {
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
        if (name != null && OWNED.test(name.entity())) {
          first = first == null ? topics.meaning(tokens, i, name) : first;
          last = name.entity();
        }
      }
      return first == null || first.equals(last) || Field.isClass(first)
          ? Optional.empty()
          : Optional.of(first);
    }

    private static boolean isPronoun(Tokens tokens, int i) {
      return tokens.is(i, "it") || tokens.is(i, "them");
    }

    /** Whether a noun phrase stands between a verb and its "to". */
    private static boolean isThing(Tokens tokens, int from, int to) {
      for (int i = from; i < to && !tokens.is(i, "from"); i++) {
        if (tokens.get(i).name() != null || Grammar.isDeterminer(tokens.get(i).word())) {
          return true;
        }
      }
      return isPronoun(tokens, from);
    }

    /** "Brightwell delivers probation services in the north through two CRCs". */
    private void addThrough(Tokens tokens, int at) {
      List<Clauses.Party> owned =
          clauses.object(
              tokens,
              at + 1,
              e -> e.kind() == EntityKind.CRC,
              OwnershipExtractor::isOwnDescription);
      if (owned.isEmpty()) {
        return;
      }
      for (int i = at - 1; i >= 0 && at - i < REACH; i--) {
        if (tokens.get(i).name() == null && DELIVERING.contains(tokens.get(i).word())) {
          Clauses.Group group = clauses.group(tokens, i, i + 1);
          int contract = contractBefore(tokens, group.from());
          int verb =
              contract < 0 ? group.from() : clauses.group(tokens, contract, contract + 1).from();
          for (Clauses.Party owner : clauses.subject(tokens, verb, OWNERS)) {
            owned.forEach(
                crc ->
                    add(
                        Rule.THROUGH,
                        owner.entity(),
                        crc.entity(),
                        range(tokens, at, owner, owned)));
          }
          return;
        }
      }
    }

    /** "Brightwell’s takeover of Eastshire CRC", "the sale of Eastshire CRC to Brightwell". */
    private void addTakeover(Tokens tokens, int from, int to) {
      if (!tokens.is(to, "of")) {
        return;
      }
      List<Clauses.Party> owned =
          clauses.object(tokens, to + 1, RUN, OwnershipExtractor.this::isMatter);
      if (owned.isEmpty()) {
        return;
      }
      List<Clauses.Party> owners = new ArrayList<>();
      int before = from - 1;
      while (before >= 0 && from - before < 4 && tokens.get(before).isWord()) {
        before--;
      }
      boolean possessive =
          tokens.is(before, "'s") || tokens.is(before, "'") || tokens.is(before, "’");
      if (possessive && !tokens.is(from, "sale")) {
        owners.addAll(
            before > 0 && tokens.get(before - 1).name() != null
                ? clauses.antecedent(tokens, before - 1, OWNERS)
                : List.of());
      }
      int after = owned.get(owned.size() - 1).to();
      boolean sale = tokens.is(from, "sale") || tokens.is(from, "transfer");
      if (owners.isEmpty() && tokens.is(after, sale ? "to" : "by")) {
        owners.addAll(agents(tokens, after + 1));
      }
      for (Clauses.Party owner : owners) {
        for (Clauses.Party party : owned) {
          EntityRef crc = crcOf(party.entity(), false);
          if (crc != null) {
            add(Rule.TAKEOVER, owner.entity(), crc, range(tokens, from, owner, owned));
          }
        }
      }
    }

    /** "Greenvale, a joint venture between Brightwell and Oakwood". */
    void addConsortia(Tokens tokens) {
      for (int i = 0; i < tokens.size(); i++) {
        if (tokens.get(i).name() != null) {
          continue;
        }
        String word = tokens.get(i).word();
        int length = word.equals("joint") && tokens.is(i + 1, "venture") ? 2 : 1;
        if (length == 2 || joint.contains(word)) {
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

    /** "Brightwell runs six CRCs, Oakwood five": the verb and its object are left out. */
    void addGapped(Tokens tokens) {
      int counted = -1;
      for (int i = 1; i < tokens.size() && counted < 0; i++) {
        Name name = tokens.get(i).name();
        boolean crcs = name != null && Field.isClass(name.entity()) && isNumber(tokens, i - 1);
        counted = crcs && owning.in(tokens, i - 5, i) ? i : -1;
      }
      if (counted < 0) {
        return;
      }
      List<Name> waiting = new ArrayList<>();
      for (int i = counted + 1; i < tokens.size(); i++) {
        Name name = tokens.get(i).name();
        if (name != null && name.entity().kind() == EntityKind.OWNER) {
          waiting.add(name);
          if (isNumber(tokens, i + 1)) {
            for (Name owner : waiting) {
              add(Rule.GAPPED, owner.entity(), Field.CRCS, tokens.range(counted - 1, i + 2));
            }
            waiting.clear();
          }
        } else if (name != null
            || !(tokens.is(i, ",")
                || tokens.is(i, "and")
                || tokens.is(i, "the")
                || tokens.is(i, "apiece")
                || isNumber(tokens, i))) {
          return;
        }
      }
    }

    private void addConsortium(Tokens tokens, int from, int to) {
      boolean alongside = tokens.is(from, "partnership") && tokens.is(from - 1, "in");
      if (tokens.is(to, "in") && tokens.is(to + 1, "which")) {
        addVentureInWhich(tokens, from, to + 2);
        return;
      }
      int i = to;
      while (i < tokens.size() && i - to < 6 && !MEMBERS.contains(tokens.get(i).word())) {
        if (tokens.get(i).name() != null || !tokens.get(i).isWord()) {
          return;
        }
        i++;
      }
      List<Clauses.Party> members = members(tokens, i + 1);
      if (members.isEmpty()) {
        clauses.antecedent(tokens, from - 1, OWNERS).forEach(party -> clauses.note(party.entity()));
        return;
      }
      if (alongside && members.stream().allMatch(m -> m.entity().kind() == EntityKind.SUPPLIER)) {
        // "Brightwell, in partnership with the charity Redwell": a supplier owns nothing.
        return;
      }
      int last = members.get(members.size() - 1).to();
      List<Clauses.Party> ventures = List.of();
      Name possessor = tokens.is(from - 1, "'s") && from > 1 ? tokens.get(from - 2).name() : null;
      if (possessor != null && OWNERS.test(possessor.entity()) && tokens.is(last, ",")) {
        // "Brightwell’s joint venture with Redwell, the Greenvale Partnership"
        ventures = agents(tokens, last + 1);
        members = new ArrayList<>(members);
        members.add(new Clauses.Party(possessor.entity(), from - 2, from - 1));
      }
      for (int k = last; k < Math.min(last + 4, tokens.size()); k++) {
        if (tokens.is(k, "called") || tokens.is(k, "named") || tokens.is(k, "known")) {
          ventures = agents(tokens, tokens.is(k + 1, "as") ? k + 2 : k + 1);
        }
      }
      if (ventures.isEmpty()) {
        ventures = clauses.antecedent(tokens, from - 1, OWNERS);
      }
      if (ventures.isEmpty()) {
        int start = from;
        while (start > 0 && tokens.get(start - 1).isWord() && !isBe(tokens, start - 1)) {
          start--;
        }
        ventures =
            isBe(tokens, start - 1)
                ? clauses.subject(tokens, clauses.group(tokens, start - 1, start).from(), OWNERS)
                : List.of();
      }
      addVenture(tokens, from, ventures, members);
    }

    /** "Greenvale is a joint venture in which Brightwell is the main partner alongside Oakwood". */
    private void addVentureInWhich(Tokens tokens, int noun, int from) {
      List<Clauses.Party> members = new ArrayList<>();
      for (int i = from; i < tokens.size() && !tokens.is(i, ".") && !tokens.is(i, ";"); i++) {
        Name name = tokens.get(i).name();
        if (name != null && OWNERS.test(name.entity())) {
          members.add(new Clauses.Party(name.entity(), i, i + 1));
        }
      }
      int start = noun;
      while (start > 0 && tokens.get(start - 1).isWord() && !isBe(tokens, start - 1)) {
        start--;
      }
      List<Clauses.Party> ventures =
          isBe(tokens, start - 1)
              ? clauses.subject(tokens, clauses.group(tokens, start - 1, start).from(), OWNERS)
              : clauses.antecedent(tokens, noun - 1, OWNERS);
      addVenture(tokens, noun, ventures, members);
    }

    private static boolean isBe(Tokens tokens, int i) {
      return tokens.is(i, "is")
          || tokens.is(i, "was")
          || tokens.is(i, "are")
          || tokens.is(i, "were")
          || tokens.is(i, "be")
          || tokens.is(i, "been");
    }

    /** "Greenvale was formed in 2014 by Brightwell", "Brightwell and Oakwood formed Greenvale". */
    private void addFormed(Tokens tokens, int at) {
      int by = agent(tokens, at + 1);
      if (by < 0 && tokens.is(at + 1, "of")) {
        by = at + 2;
      }
      if (by < 0 && (tokens.is(at + 1, "up") && tokens.is(at + 2, "of"))) {
        by = at + 3;
      }
      Clauses.Group group = clauses.group(tokens, at, at + 1);
      boolean brings = COMPRISING.contains(tokens.get(at).word());
      if (by > 0 || brings) {
        int from = by > 0 ? by : tokens.is(at + 1, "together") ? at + 2 : at + 1;
        List<Clauses.Party> ventures =
            group.from() < at || brings
                ? clauses.subject(tokens, group.from(), OWNERS)
                : clauses.antecedent(tokens, at - 1, OWNERS);
        addVenture(tokens, at, ventures, members(tokens, from));
        return;
      }
      List<Clauses.Party> ventures = agents(tokens, at + 1);
      if (ventures.size() == 1 && !group.passive() && group.real()) {
        addVenture(tokens, at, ventures, clauses.subject(tokens, group.from(), OWNERS));
      }
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
          && !isBe(tokens, are)
          && !tokens.is(are, "include")
          && !tokens.is(are, "includes")) {
        are++;
      }
      List<Clauses.Party> members = members(tokens, are + 1);
      List<Clauses.Party> ventures = clauses.antecedent(tokens, whose - 1, OWNERS);
      addVenture(tokens, at, ventures, members);
    }

    /** "Brightwell leads the partnership", "Greenvale, led by Brightwell". */
    private void addLeader(Tokens tokens, int at) {
      int noun = at + 1;
      while (noun < tokens.size()
          && noun - at < 4
          && tokens.get(noun).isWord()
          && !joint.contains(tokens.get(noun).word())) {
        noun++;
      }
      boolean isJoint =
          noun < tokens.size()
              && tokens.get(noun).name() == null
              && joint.contains(tokens.get(noun).word());
      if (!isJoint || noun == at + 1) {
        return;
      }
      Clauses.Group group = clauses.group(tokens, at, at + 1);
      for (Clauses.Party leader : clauses.subject(tokens, group.from(), OWNERS)) {
        topics
            .otherCompany(tokens.get(at).range().from(), leader.entity())
            .ifPresent(
                venture -> {
                  clauses.note(venture);
                  add(Rule.LEADS, leader.entity(), venture, range(tokens, at, leader, List.of()));
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
        add(
            Rule.CONSORTIUM,
            member.entity(),
            ventures.get(0).entity(),
            range(tokens, at, member, ventures));
      }
    }

    /** "its six CRCs": the owner named last. */
    void addIts(Tokens tokens) {
      for (int i = 0; i < tokens.size(); i++) {
        if (!tokens.is(i, "its") && !tokens.is(i, "their")) {
          continue;
        }
        List<Clauses.Party> owned =
            clauses.object(
                tokens,
                i + 1,
                e -> e.kind() == EntityKind.CRC,
                OwnershipExtractor::isOwnDescription);
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
          add(Rule.ITS, owner, meant, range);
        }
        addNamedNext(owner, tokens, i, owned.get(owned.size() - 1).to());
      }
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

    /**
     * "Its three CRCs": where the same or the next sentence names exactly three, they are meant.
     */
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
          reading.names(next).stream()
              .map(Name::entity)
              .filter(Field::isOneCrc)
              .distinct()
              .toList();
      if (crcs.size() == number.value().intValue()) {
        TextRange range = new TextRange(tokens.get(at).range().from(), next.to());
        crcs.forEach(crc -> add(Rule.NAMED_NEXT, owner, crc, range));
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

    /** A pattern's owners and what they own. */
    void add(Rule rule, Phrase.Match match) {
      if (rule == Rule.ADJACENT && isWorkOf(match)) {
        return;
      }
      for (Name owner : match.names("o")) {
        for (Name name : match.names("c")) {
          @Nullable EntityRef owned = name.entity();
          boolean singular =
              Field.isClass(owned)
                  && reading.text(name.range()).matches("(?i)crc|community rehabilitation company");
          if (rule == Rule.ROLE && singular) {
            owned = topics.crc(name.range().from()).orElse(null);
          }
          if (owned == null) {
            continue;
          }
          add(rule, owner.entity(), owned, match.range());
        }
        if (match.names("c").isEmpty()
            && match.names("a").isEmpty()
            && topics.isOfCrcs(match.range().from())) {
          add(rule, owner.entity(), Field.CRCS, match.range());
        }
        for (Name area : match.names("a")) {
          EntityRef crc = crcOf(area.entity(), false);
          if (crc != null) {
            add(rule, owner.entity(), crc, match.range());
          }
        }
      }
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

    /** The stretch from the first to the last of some tokens and parties. */
    private TextRange range(Tokens tokens, int at, Clauses.Party owner, List<Clauses.Party> owned) {
      int from = at;
      int to = at + 1;
      List<Clauses.Party> all = new ArrayList<>(owned);
      all.add(owner);
      for (Clauses.Party party : all) {
        if (party.to() > party.from()) {
          from = Math.min(from, party.from());
          to = Math.max(to, party.to());
        }
      }
      return tokens.range(from, to);
    }

    /** Adds a pair, once for each place: the surest rule comes first. */
    private void add(Rule rule, EntityRef owner, EntityRef owned, TextRange range) {
      if (rule == Rule.ACTIVE
          && owner.kind() == EntityKind.SUPPLIER
          && !Field.isOneCrc(owned)
          && (Field.isClass(owned) || reading.text(range).matches("(?s).*(,| and ).*"))) {
        // Charities run services and centres, not each other.
        return;
      }
      if (owner.equals(owned)
          || !(Field.isCompany(owner) || owner.kind() == EntityKind.PUBLIC_BODY)
          || !OWNED.test(owned)
          || !seen.add(List.of(owner, owned, range.from() / LONGEST_LIST))) {
        return;
      }
      pairs.add(List.of(owner, owned));
      records.add(new Annotation.Ownership(reading.evidence(range, rule.id()), owner, owned));
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
          List<Name> crcs = crcs(around);
          if (!crcs.isEmpty()) {
            addIfOnlyPair(owners.get(0), crcs, around);
            break;
          }
        }
      }
    }

    /** The CRCs named in a range; an area beside one in a list is one too. */
    private List<Name> crcs(TextRange range) {
      List<Name> names = reading.names(range);
      List<Name> crcs = new ArrayList<>();
      for (int i = 0; i < names.size(); i++) {
        Name name = names.get(i);
        EntityRef whole = crcOf(name.entity(), true);
        boolean beside =
            (i > 0 && isListed(names.get(i - 1), name))
                || (i + 1 < names.size() && isListed(name, names.get(i + 1)));
        if (Field.isOneCrc(name.entity())) {
          crcs.add(name);
        } else if (name.entity().kind() == EntityKind.AREA && whole != null && beside) {
          crcs.add(new Name(name.range(), whole));
        }
      }
      return crcs;
    }

    private boolean isListed(Name first, Name second) {
      return (Field.isOneCrc(first.entity()) || Field.isOneCrc(second.entity()))
          && isList(List.of(first, second));
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
          add(Rule.LIST, owners.get(0), crc, new TextRange(intro.from(), line.to()));
        }
      }
    }

    /** Lines of a table: "Eastshire – Brightwell", "Brightwell: Eastshire, Northshire". */
    void addRows(List<Reading.Sentence> sentences) {
      for (Reading.Sentence sentence : sentences) {
        TextRange line = sentence.range();
        if (line.length() > LONGEST_ROW) {
          continue;
        }
        if (!mayCut(line)) {
          continue;
        }
        String text = reading.text(line);
        int cut = cut(text);
        if (cut < 0) {
          continue;
        }
        int from = line.from() + cut;
        EntityRef crc = areas.named(text.substring(0, cut));
        List<Name> after = reading.names(new TextRange(from, line.to()));
        if (crc != null) {
          boolean company =
              !after.isEmpty()
                  && after.get(0).entity().kind() == EntityKind.OWNER
                  && after.get(0).range().from() - from <= 6;
          if (company) {
            add(Rule.TABLE, after.get(0).entity(), crc, line);
          }
          continue;
        }
        List<Name> before = reading.names(new TextRange(line.from(), from));
        boolean owner =
            before.size() == 1
                && before.get(0).entity().kind() == EntityKind.OWNER
                && before.get(0).range().length() + 3 >= cut;
        if (owner) {
          for (String part : text.substring(cut).split("[;•|]")) {
            addItems(before.get(0).entity(), part.split(","), line);
          }
        }
      }
    }

    /** CRCs in a list parted by commas, some of which stand within their names. */
    private void addItems(EntityRef owner, String[] parts, TextRange line) {
      for (int from = 0; from < parts.length; from++) {
        for (int to = parts.length; to > from; to--) {
          EntityRef crc = areas.named(parts, from, to);
          if (crc != null) {
            add(Rule.TABLE, owner, crc, line);
            from = to - 1;
            break;
          }
        }
      }
    }

    /** Whether a character of the marks that {@link #cut} looks for stands in a line. */
    private boolean mayCut(TextRange line) {
      char[] text = reading.characters();
      for (int i = line.from(); i < line.to(); i++) {
        switch (text[i]) {
          case '–', '-', '—', ':', '\t', '|' -> {
            return true;
          }
          default -> {}
        }
      }
      return false;
    }

    private static int cut(String line) {
      for (String mark : List.of(" – ", " - ", " — ", ": ", "\t", " | ")) {
        int at = line.indexOf(mark);
        if (at > 0) {
          return at;
        }
      }
      return -1;
    }

    private @Nullable EntityRef firstName(TextRange line) {
      String head = reading.text(line).split("[:\u2013(]| - ", 2)[0];
      EntityRef crc = areas.named(head);
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
                add(Rule.SOLE, owner, crc.entity(), crc.range());
              }
            }
          });
    }

    private void addIfOnlyPair(EntityRef owner, List<Name> crcs, TextRange around) {
      boolean one = crcs.stream().map(Name::entity).distinct().count() == 1;
      if ((!one && !isList(crcs)) || owners(around).size() != 1 || isDenied(around)) {
        return;
      }
      for (Name name : one ? crcs.subList(0, 1) : crcs) {
        EntityRef crc = name.entity();
        if (pairs.stream().anyMatch(pair -> pair.get(1).equals(crc))) {
          // The text says in so many words whose it is.
          continue;
        }
        int from = around.to();
        int to = around.from();
        for (Name other : reading.names(around)) {
          if (other.entity().equals(owner) || other.entity().equals(crc)) {
            from = Math.min(from, other.range().from());
            to = Math.max(to, other.range().to());
          }
        }
        add(Rule.NEAR, owner, crc, new TextRange(from, to));
      }
    }

    /** What makes it doubtful that an owner and a CRC side by side belong together. */
    private static final List<String> UNREAL =
        List.of(" not bid", " lost ", " bid for ", " could ", " would ", " might ");

    /** Whether the names follow each other with nothing but "and" or a comma in between. */
    private boolean isList(List<Name> crcs) {
      for (int i = 1; i < crcs.size(); i++) {
        TextRange between = new TextRange(crcs.get(i - 1).range().to(), crcs.get(i).range().from());
        if (!LINKS.contains(reading.text(between).strip())) {
          return false;
        }
      }
      return true;
    }

    /** "did not bid for", or the two side by side as equals: "Eastshire CRC and Brightwell". */
    private boolean isDenied(TextRange around) {
      List<Name> names = reading.names(around);
      for (int i = 1; i < names.size(); i++) {
        EntityRef first = names.get(i - 1).entity();
        EntityRef second = names.get(i).entity();
        boolean pair =
            (first.kind() == EntityKind.OWNER && Field.isOneCrc(second))
                || (Field.isOneCrc(first) && second.kind() == EntityKind.OWNER);
        TextRange between =
            new TextRange(names.get(i - 1).range().to(), names.get(i).range().from());
        if (pair && LINKS.contains(reading.text(between).strip())) {
          return true;
        }
      }
      String text = reading.text(around);
      for (String word : UNREAL) {
        if (text.contains(word)) {
          return true;
        }
      }
      return false;
    }

    private List<EntityRef> owners(TextRange range) {
      boolean any = false;
      for (Name name : reading.names(range)) {
        any |= name.entity().kind() == EntityKind.OWNER;
      }
      if (!any) {
        return List.of();
      }
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
