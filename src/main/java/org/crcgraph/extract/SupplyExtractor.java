package org.crcgraph.extract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
 * Who delivers a service to whom, or works for it as a subcontractor or partner. Verbs of serving
 * and buying are read with their subject and object ({@link Clauses}); whom "its partner" or "our
 * contact centre" belongs to, and for whom somebody works who delivers without saying so, is told
 * by the section.
 */
final class SupplyExtractor implements RecordExtractor {

  /**
   * The rules. In patterns s is the supplier and c the customer; a rule without a pattern is read
   * from the clause.
   */
  enum Rule {
    DELIVERS("Redwell delivers mentoring for Eastshire CRC; unpaid work is run by Greenvale."),
    BUYS("Eastshire CRC has commissioned a mentoring scheme from Redwell."),
    PARTNER("Eastshire CRC and its partners, the charity Redwell and others, run the centre."),
    WORKS_WITH(
        "Eastshire CRC works closely with Redwell.",
        "c=CRC|CRCS|OWNER|DIVISION ~4 @partnering @determiners* ~3 s=SUPPLIER|COMPANY,"),
    SERVES("Redwell mentors prison leavers for Eastshire CRC."),
    ALONGSIDE("Brightwell runs Eastshire CRC in partnership with the charity Redwell."),
    ONE_OF("Redwell, one of the charities with which Brightwell works, has closed."),
    OWED("Brightwell still owes £20,000 to Redwell."),
    CONTRACT("Eastshire CRC has ended its contract with Redwell."),
    REVERSED("Redwell has ended its agreement with Eastshire CRC."),
    TABLE("Who we buy from:\nOrganisation\tWhat they do for Eastshire CRC\nRedwell\tmentoring"),
    RESPONSIBLE(
        "At Eastshire CRC, housing advice was the responsibility of Redwell.",
        "responsibility|job|task of @determiners* s=SUPPLIER"),
    OF_BODY("Brightwell holds two contracts with the Home Office."),
    WITHDRAWN("Redwell has pulled out of Eastshire CRC."),
    REFERRED("Referrals to Redwell have dried up at Eastshire CRC."),
    HANDED("Eastshire CRC has handed the work to Redwell."),
    LISTED("Eastshire CRC has named its subcontractors:\nRedwell, which does mentoring"),
    WORKS_FOR(
        "Brightwell already works for the Ministry of Justice.",
        "s=COMPANY @have* works|work|worked|working for|with @determiners* c=BODY,"),
    RATE_CARD("The NPS buys little from the CRCs through the rate card.", "rate card"),
    FROM_CRCS(
        "The NPS buys few services from CRCs.",
        "c=BODY|DIVISION ~~12 @services ~6 from|by ~3 s=CRC|CRCS"),
    USES(
        "The NPS makes little use of the services of Eastshire CRC.",
        "c=BODY|DIVISION ~6 use|uses|used|using of? @determiners* ~3 @services"),
    STRATEGIC(
        "The Ministry of Justice calls Brightwell a strategic supplier.",
        "c=BODY ~3 s=COMPANY ~8 strategic|key|major|main supplier|contractor",
        "s=COMPANY ~6 supplier|suppliers|contractor|contractors to|of|for ~2 c=BODY");

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
      return "supply." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** How many tokens a clause goes on after its verb at most. */
  private static final int REACH = 22;

  /** How far back, in code units, "it" looks for a supplier. */
  private static final int LAST_SENTENCE = 160;

  private static final Predicate<EntityRef> SELLERS = Field::isCompany;
  private static final Predicate<EntityRef> CHARITIES = SupplyExtractor::isCharity;
  private static final Predicate<EntityRef> BUYERS = SupplyExtractor::canBuy;

  private static boolean isCharity(EntityRef entity) {
    return entity.kind() == EntityKind.SUPPLIER
        || entity.kind() == EntityKind.COMPANY
        || isLocalBody(entity);
  }

  /** Councils and colleges sell services too. */
  private static boolean isLocalBody(EntityRef entity) {
    return entity.kind() == EntityKind.PUBLIC_BODY
        && (entity.name().endsWith(" Council")
            || entity.name().endsWith(" College")
            || entity.name().contains("Fire and Rescue")
            || entity.name().startsWith("University ")
            || entity.name().endsWith(" University"));
  }

  private static boolean canBuy(EntityRef entity) {
    return switch (entity.kind()) {
      case CRC, OWNER, NPS_DIVISION -> true;
      case COMPANY -> true;
      case PUBLIC_BODY ->
          !entity.name().startsWith("HM Inspectorate") && !entity.name().startsWith("HMP ");
      default -> false;
    };
  }

  /** Bodies that are no market for the field: a contract with them makes nobody their supplier. */
  private static boolean isOtherBody(EntityRef entity) {
    return entity.kind() == EntityKind.PUBLIC_BODY
        && canBuy(entity)
        && !BODIES_OF_THE_FIELD.contains(entity.name())
        && !entity.name().endsWith("Committee");
  }

  /** Those who let the contracts of the field, and who audit them. */
  private static final Set<String> BODIES_OF_THE_FIELD =
      Set.of(
          Field.MINISTRY.name(),
          "HM Prison and Probation Service",
          "National Offender Management Service",
          "UK Government",
          "National Audit Office");

  private static final Predicate<EntityRef> CRCS_OR_OWNERS =
      entity -> entity.kind() == EntityKind.CRC || entity.kind() == EntityKind.OWNER;

  /** What a public body buys, in sentences that name no company. */
  static final List<String> SERVICES =
      List.of("service", "intervention", "programme", "provision", "activities", "rate card");

  private static final Set<String> TO_CUSTOMER =
      Set.of("for", "to", "with", "at", "within", "of", "in", "by");

  private static final Set<String> FROM_SUPPLIER = Set.of("from", "with", "by", "to", "through");

  private static final Set<String> PARTNERS =
      Set.of(
          "partner",
          "partners",
          "subcontractor",
          "subcontractors",
          "supplier",
          "suppliers",
          "sub-contractor",
          "sub-contractors",
          "contractor",
          "contractors",
          "provider",
          "providers");

  private static final Set<String> AGREEMENTS =
      Set.of(
          "contract",
          "contracts",
          "subcontract",
          "subcontracts",
          "agreement",
          "agreements",
          "order",
          "deal",
          "deals",
          "terms",
          "partnership");

  private static final Set<String> ENDS = Set.of(".", ";", ":", "?", "!", "•");

  private final Map<Rule, List<Phrase>> phrases = new LinkedHashMap<>();
  private final WordList serving;
  private final WordList servingFor;
  private final WordList buying;
  private final WordList leaving;
  private final WordList handing;
  private final WordList ended;
  private final WordList planned;
  private final Clauses.Words clauseWords;

  /** The words that can open a verb or noun of supplying: any other token is passed over. */
  private final WordSet openers;

  SupplyExtractor(Lexicon lexicon) {
    for (Rule rule : Rule.values()) {
      phrases.put(rule, rule.patterns.stream().map(p -> Phrase.of(p, lexicon)).toList());
    }
    serving = WordList.of(lexicon, "serving");
    servingFor = WordList.of(lexicon, "serving-for");
    buying = WordList.of(lexicon, "buying");
    leaving = WordList.of(lexicon, "leaving");
    handing = WordList.of(lexicon, "transferring");
    ended = WordList.of(lexicon, "supply-ended");
    planned = WordList.of(lexicon, "supply-planned");
    clauseWords = new Clauses.Words(lexicon);
    Set<String> words = new HashSet<>(PARTNERS);
    words.addAll(AGREEMENTS);
    words.addAll(
        List.of(
            "chain",
            "referrals",
            "referral",
            "referred",
            "refers",
            "refer",
            "partnership",
            "one",
            "work",
            "fee"));
    words.addAll(OWED);
    for (WordList list : List.of(serving, servingFor, buying, leaving, handing)) {
      words.addAll(list.firstWords());
    }
    openers = WordSet.of(words);
  }

  @Override
  public List<Annotation.Supply> extract(Reading reading) {
    Found found = new Found(reading);
    Dictionary.Marks opening =
        reading.vocabulary().dictionary().marks(this, word -> openers.contains(word) ? 1 : 0);
    List<Reading.Sentence> sentences = reading.sentences();
    for (int i = 0; i < sentences.size(); i++) {
      TextRange range = sentences.get(i).range();
      boolean bought = reading.has(Triggers.Kind.SERVICE, i);
      if (mayTell(reading, range, bought)) {
        Tokens tokens = reading.tokens(i);
        if (tokens.flags(opening) != 0) {
          found.read(tokens);
        }
        phrases.forEach(
            (rule, all) ->
                all.forEach(
                    phrase ->
                        phrase.matches(tokens).forEach(match -> found.addMatch(rule, match))));
      }
    }
    found.addLists(sentences);
    return found.supplies;
  }

  /** Whether a sentence names a company, or a body and a service, or speaks of "it". */
  private static boolean mayTell(Reading reading, TextRange range, boolean bought) {
    for (Name name : reading.names(range)) {
      switch (name.entity().kind()) {
        case SUPPLIER, COMPANY, OWNER -> {
          return true;
        }
        case PUBLIC_BODY, NPS_DIVISION, CRC -> {
          if (bought || isLocalBody(name.entity())) {
            return true;
          }
        }
        default -> {
          // Nobody else sells or buys.
        }
      }
    }
    if (!reading.names(range).isEmpty() && hasUs(reading.characters(), range)) {
      return true;
    }
    return reading.text().startsWith("It ", range.from())
        || reading.text().startsWith("They ", range.from());
  }

  /** Whether " us " stands in a range. */
  private static boolean hasUs(char[] text, TextRange range) {
    for (int i = range.from(); i + 3 < range.to(); i++) {
      if (text[i] == ' ' && text[i + 1] == 'u' && text[i + 2] == 's' && text[i + 3] == ' ') {
        return true;
      }
    }
    return false;
  }

  private static @Nullable EntityRef entityAt(Tokens tokens, int i) {
    Name name = i >= 0 && i < tokens.size() ? tokens.get(i).name() : null;
    return name == null ? null : name.entity();
  }

  private static boolean describes(String word) {
    return Character.isLetter(word.charAt(0))
        && !Grammar.isFinite(word)
        && !Grammar.isPreposition(word)
        && !Grammar.isSubordinator(word)
        && !Grammar.isSubjectPronoun(word);
  }

  /** The records of one document. */
  private final class Found {
    private final Reading reading;
    private final Topics topics;
    private final Clauses clauses;
    private final Set<List<EntityRef>> pairs = new HashSet<>();
    private final List<Annotation.Supply> supplies = new ArrayList<>();

    Found(Reading reading) {
      this.reading = reading;
      this.topics = reading.topics();
      this.clauses = new Clauses(reading, clauseWords);
    }

    void read(Tokens tokens) {
      for (int i = 0; i < tokens.size(); i++) {
        if (tokens.get(i).name() != null || !openers.contains(tokens.get(i).word())) {
          continue;
        }
        int length = serving.longestAt(tokens, i);
        if (length > 0) {
          addDelivery(tokens, i, i + length);
        } else {
          length = servingFor.longestAt(tokens, i);
          if (length > 0) {
            addService(tokens, i, i + length);
          }
        }
        length = buying.longestAt(tokens, i);
        if (length > 0) {
          addPurchase(tokens, i, i + length);
        }
        length = leaving.longestAt(tokens, i);
        if (length > 0) {
          addWithdrawal(tokens, i, i + length);
          i += length - 1;
          continue;
        }
        length = handing.longestAt(tokens, i);
        if (length > 0) {
          addHanded(tokens, i, i + length);
        }
        String word = tokens.get(i).word();
        if (PARTNERS.contains(word) || (word.equals("chain") && tokens.is(i - 1, "supply"))) {
          addPartner(tokens, i);
        } else if (AGREEMENTS.contains(word) && !tokens.is(i - 1, "in")) {
          addAgreement(tokens, i);
        } else if ((word.equals("work") && tokens.is(i + 1, "for"))
            || (word.equals("fee") && tokens.is(i + 1, "from"))) {
          addReversed(tokens, i, i + 1);
        } else if (word.startsWith("referr")) {
          addReferral(tokens, i);
        }
        if (word.startsWith("refer") && !word.endsWith("al") && !word.endsWith("als")) {
          addReferring(tokens, i);
        } else if (word.equals("partnership")
            && tokens.is(i - 1, "in")
            && tokens.is(i + 1, "with")) {
          addAlongside(tokens, i);
        } else if (word.equals("one") && tokens.is(i - 1, ",") && tokens.is(i + 1, "of")) {
          addOneOf(tokens, i);
        } else if (OWED.contains(word)) {
          addOwed(tokens, i);
        }
      }
    }

    /** "Redwell delivers mentoring for Eastshire CRC", "unpaid work is run by Redwell". */
    private void addDelivery(Tokens tokens, int from, int to) {
      Clauses.Group group = clauses.group(tokens, from, to);
      if (!group.real()) {
        return;
      }
      int by = -1;
      List<EntityRef> between = new ArrayList<>();
      for (int i = to; i < Math.min(to + 7, tokens.size()) && by < 0; i++) {
        by = tokens.is(i, "by") ? i + 1 : -1;
        EntityRef entity = entityAt(tokens, i);
        if (entity != null && !BUYERS.test(entity)) {
          break;
        }
        if (entity != null) {
          between.add(topics.meaning(tokens, i, nameAt(tokens, i)));
        }
      }
      if (by > 0) {
        List<Clauses.Party> sellers = sellers(tokens, by);
        int[] service = nounBefore(tokens, group.from());
        List<EntityRef> customers =
            between.isEmpty() ? customersOf(tokens, service[0], group.from(), sellers) : between;
        add(Rule.DELIVERS, tokens, from, to, sellers, customers, service);
        return;
      }
      if (group.passive() && !tokens.get(from).word().endsWith("ing")) {
        return;
      }
      List<Clauses.Party> sellers = clauses.subject(tokens, group.from(), CHARITIES);
      if (sellers.isEmpty()
          && (tokens.is(group.from() - 1, "it") || tokens.is(group.from() - 1, "they"))) {
        sellers =
            supplierBefore(tokens.range())
                .map(e -> List.of(new Clauses.Party(e, 0, 0)))
                .orElse(List.of());
      }
      if (sellers.isEmpty() && tokens.get(from).word().endsWith("ing")) {
        sellers = clauses.antecedent(tokens, group.from() - 1, CHARITIES);
      }
      if (sellers.isEmpty()) {
        sellers = supplierNear(tokens, group.from());
      }
      if (sellers.isEmpty()) {
        return;
      }
      int end = clauseEnd(tokens, to);
      List<EntityRef> customers = customersAfter(tokens, to, end, sellers);
      add(Rule.DELIVERS, tokens, from, to, sellers, customers, new int[] {to, end});
    }

    /**
     * Whoever is named as a seller from a token on: "A, B and C", "A for mentoring, B for housing
     * and C", "A, mentoring by B".
     */
    private List<Clauses.Party> sellers(Tokens tokens, int from) {
      List<Clauses.Party> sellers =
          new ArrayList<>(clauses.object(tokens, from, CHARITIES, SupplyExtractor::describes));
      if (sellers.isEmpty()) {
        return sellers;
      }
      int i = sellers.get(sellers.size() - 1).to();
      while (i < tokens.size()) {
        int next = nextSeller(tokens, i);
        if (next < 0) {
          return sellers;
        }
        List<Clauses.Party> more =
            clauses.object(tokens, next, CHARITIES, SupplyExtractor::describes);
        if (more.isEmpty()) {
          return sellers;
        }
        sellers.addAll(more);
        i = more.get(more.size() - 1).to();
      }
      return sellers;
    }

    /** How many words may say what a seller does before the next one is named. */
    private static final int TASK = 9;

    /** "A for mentoring, B": the next name of the list after what the one before does, or -1. */
    private static int nextSeller(Tokens tokens, int from) {
      int i = from;
      if (tokens.is(i, "(")) {
        while (i < tokens.size() && i - from < TASK && !tokens.is(i, ")")) {
          i++;
        }
        i++;
      } else if (!tokens.is(i, "for") && !tokens.is(i, "on") && !tokens.is(i, ",")) {
        return -1;
      }
      int mark = -1;
      for (int k = i; k < tokens.size() && k - i < 2 * TASK; k++) {
        Tokens.Token token = tokens.get(k);
        if (token.name() != null) {
          boolean listed = mark >= 0 && (k == mark + 1 || tokens.is(k - 1, "the") || by(tokens, k));
          return listed && CHARITIES.test(token.name().entity()) ? k : -1;
        }
        if (token.is(",") || token.is("and") || token.is(";") || token.is("while")) {
          mark = k;
        } else if ((!token.isWord() && !token.is("-"))
            || Grammar.isFinite(token.word())
            || token.is("which")
            || token.is("who")) {
          return -1;
        }
      }
      return -1;
    }

    private static boolean by(Tokens tokens, int i) {
      return tokens.is(i - 1, "by")
          || tokens.is(i - 1, "with")
          || tokens.is(i - 1, "from")
          || tokens.is(i - 1, "to");
    }

    /**
     * "Redwell mentors prisoners for Eastshire CRC", "training is done by Redwell": what may be no
     * service counts where a CRC or owner stands after "for" or the like.
     */
    private void addService(Tokens tokens, int from, int to) {
      Clauses.Group group = clauses.group(tokens, from, to);
      if (!group.real()) {
        return;
      }
      int end = clauseEnd(tokens, to);
      if (group.passive()) {
        if (!tokens.is(to, "by") || !DONE.contains(tokens.get(from).word())) {
          return;
        }
        int[] service = nounBefore(tokens, group.from());
        List<Clauses.Party> all =
            clauses.object(tokens, to + 1, SELLERS, SupplyExtractor::describes);
        EntityRef body = null;
        for (int i = to + 1; i < end; i++) {
          EntityRef entity = entityAt(tokens, i);
          body = entity != null && canBuy(entity) && isBodyServed(tokens, i) ? entity : body;
        }
        List<Clauses.Party> sellers = body != null ? all : sellers(tokens, to + 1);
        List<EntityRef> customers =
            body != null ? List.of(body) : customersOf(tokens, 1, group.from(), sellers);
        if (service[1] > service[0]) {
          add(Rule.SERVES, tokens, from, to, sellers, customers, service);
        }
        return;
      }
      List<Clauses.Party> sellers = clauses.subject(tokens, group.from(), CHARITIES);
      if (sellers.isEmpty()) {
        return;
      }
      List<EntityRef> customers = new ArrayList<>();
      for (int i = to; i < end; i++) {
        EntityRef entity = entityAt(tokens, i);
        if (entity != null && CRCS_OR_OWNERS.test(entity) && isServed(tokens, i, to)) {
          customers.addAll(meant(tokens, i));
        }
      }
      add(Rule.SERVES, tokens, from, to, sellers, customers, new int[] {from, end});
    }

    /** What a name means; "the CRCs in Eastshire and in Northshire" are those of the areas. */
    private List<EntityRef> meant(Tokens tokens, int i) {
      List<EntityRef> ofAreas = new ArrayList<>();
      if (Field.isClass(nameAt(tokens, i).entity()) && tokens.is(i + 1, "in")) {
        for (int k = i + 2; k < Math.min(i + 10, tokens.size()); k++) {
          Name name = tokens.get(k).name();
          EntityRef crc =
              name != null && name.entity().kind() == EntityKind.AREA
                  ? reading.areas().part(name.entity())
                  : null;
          if (crc != null) {
            ofAreas.add(crc);
          } else if (!tokens.is(k, "and") && !tokens.is(k, "in") && !tokens.is(k, ",")) {
            break;
          }
        }
      }
      return ofAreas.isEmpty() ? List.of(topics.meaning(tokens, i, nameAt(tokens, i))) : ofAreas;
    }

    /** "for Eastshire CRC", "on Brightwell’s behalf", "to people supervised by the CRC". */
    private static boolean isServed(Tokens tokens, int i, int verb) {
      if (isBehalf(tokens, i)) {
        return true;
      }
      for (int k = i - 1; k >= verb && i - k <= 5; k--) {
        if (tokens.get(k).name() != null) {
          return tokens.is(k + 1, "and") && k > verb && isServed(tokens, k, verb);
        }
        switch (tokens.get(k).word()) {
          case "for", "with", "alongside", "behalf" -> {
            return true;
          }
          case "by", "of" -> {
            String before = k > 0 ? tokens.get(k - 1).word() : "";
            boolean some = before.equals("one") || before.equals("some") || before.equals("all");
            if (some || Quantities.at(tokens, k - 1) != null) {
              continue;
            }
            return before.equals("behalf")
                || before.equals("supervised")
                || before.equals("managed")
                || before.equals("clients")
                || before.equals("referred");
          }
          default -> {
            if (!describes(tokens.get(k).word()) && !tokens.get(k).isNumeral()) {
              return false;
            }
          }
        }
      }
      return false;
    }

    /** "on Brightwell’s behalf". */
    private static boolean isBehalf(Tokens tokens, int i) {
      return tokens.is(i - 1, "on") && (tokens.is(i + 1, "behalf") || tokens.is(i + 2, "behalf"));
    }

    /** "Brightwell, which runs six CRCs in partnership with the charity Redwell". */
    private void addAlongside(Tokens tokens, int at) {
      List<Clauses.Party> sellers =
          clauses.object(
              tokens, at + 2, e -> e.kind() == EntityKind.SUPPLIER, SupplyExtractor::describes);
      if (sellers.isEmpty()) {
        return;
      }
      EntityRef owner = null;
      EntityRef crc = null;
      for (int i = at - 1; i >= 0 && at - i < REACH; i--) {
        EntityRef entity = entityAt(tokens, i);
        if (entity != null && entity.kind() == EntityKind.OWNER && owner == null) {
          owner = entity;
        } else if (entity != null && entity.kind() == EntityKind.CRC && crc == null) {
          crc = topics.meaning(tokens, i, nameAt(tokens, i));
        } else if (entity == null && ENDS.contains(tokens.get(i).word())) {
          break;
        }
      }
      EntityRef customer = owner != null ? owner : crc;
      if (customer != null) {
        add(Rule.ALONGSIDE, tokens, at, at + 2, sellers, List.of(customer), new int[] {at, at});
      }
    }

    /** "Redwell, one of five charities that Brightwell pays". */
    private void addOneOf(Tokens tokens, int at) {
      EntityRef seller = entityAt(tokens, at - 2);
      if (seller == null || !CHARITIES.test(seller)) {
        return;
      }
      boolean group = false;
      EntityRef customer = null;
      for (int i = at + 2; i < Math.min(at + REACH, tokens.size()); i++) {
        EntityRef entity = entityAt(tokens, i);
        if (entity != null) {
          customer =
              CRCS_OR_OWNERS.test(entity) && !entity.equals(seller)
                  ? topics.meaning(tokens, i, nameAt(tokens, i))
                  : customer;
        } else if (tokens.is(i, ",") || ENDS.contains(tokens.get(i).word())) {
          break;
        } else {
          group |= GROUPS.contains(tokens.get(i).word());
          if (tokens.is(i, "its") || tokens.is(i, "their")) {
            customer = customerBefore(tokens, i, List.of()).orElse(customer);
          }
        }
      }
      if (group && customer != null) {
        add(
            Rule.ONE_OF,
            tokens,
            at - 2,
            at + 2,
            List.of(new Clauses.Party(seller, at - 2, at - 1)),
            List.of(customer),
            new int[] {at, at});
      }
    }

    /** "Redwell is owed £20,000 by Brightwell", "Brightwell owes Redwell", "unpaid invoices". */
    private void addOwed(Tokens tokens, int at) {
      EntityRef debtor = null;
      List<Clauses.Party> sellers = new ArrayList<>();
      for (int i = 0; i < tokens.size(); i++) {
        EntityRef entity = entityAt(tokens, i);
        if (entity == null) {
          continue;
        }
        if (CRCS_OR_OWNERS.test(entity) && !Field.isClass(entity)) {
          boolean owes = i < at || tokens.is(i - 1, "by") || tokens.is(i - 1, "from");
          debtor = owes && (debtor == null || tokens.is(i - 1, "by")) ? entity : debtor;
        } else if (entity.kind() == EntityKind.SUPPLIER || entity.kind() == EntityKind.COMPANY) {
          if (!(tokens.is(i + 1, ",") && tokens.is(i + 2, "which"))) {
            sellers.add(new Clauses.Party(entity, i, i + 1));
          }
        }
      }
      boolean money = false;
      for (int i = 0; i < tokens.size() && !money; i++) {
        money = tokens.is(i, "£") || tokens.is(i, "invoices") || tokens.is(i, "invoice");
      }
      if (!money || sellers.isEmpty()) {
        return;
      }
      EntityRef customer =
          debtor != null ? debtor : topics.leadingOwner(tokens.get(at).range().from()).orElse(null);
      if (customer != null) {
        add(Rule.OWED, tokens, at, at + 1, sellers, List.of(customer), new int[] {at, at});
      }
    }

    /** "Redwell, to which the CRC refers women", "the CRC refers them to Redwell". */
    private void addReferring(Tokens tokens, int at) {
      Clauses.Group group = clauses.group(tokens, at, at + 1);
      if (group.passive()) {
        return;
      }
      List<EntityRef> customers = entities(clauses.subject(tokens, group.from(), CRCS_OR_OWNERS));
      if (customers.isEmpty()) {
        return;
      }
      List<Clauses.Party> sellers = new ArrayList<>();
      for (int i = at + 1; i < clauseEnd(tokens, at + 1); i++) {
        EntityRef entity = entityAt(tokens, i);
        if (entity != null && CHARITIES.test(entity) && tokens.is(i - 1, "to")) {
          sellers.add(new Clauses.Party(entity, i, i + 1));
        }
      }
      for (int i = group.from() - 1; i > 0 && group.from() - i < 5 && sellers.isEmpty(); i--) {
        if ((tokens.is(i, "which") || tokens.is(i, "whom")) && tokens.is(i - 1, "to")) {
          sellers.addAll(supplierNear(tokens, i - 1));
        }
      }
      add(Rule.REFERRED, tokens, at, at + 1, sellers, customers, new int[] {at, at});
    }

    /** "Redwell, the mutual that set out to deliver": a supplier close before, alone. */
    private static List<Clauses.Party> supplierNear(Tokens tokens, int at) {
      for (int i = at - 1; i >= 0 && at - i <= 12; i--) {
        EntityRef entity = entityAt(tokens, i);
        if (entity != null) {
          return entity.kind() == EntityKind.SUPPLIER
              ? List.of(new Clauses.Party(entity, i, i + 1))
              : List.of();
        }
        if (ENDS.contains(tokens.get(i).word()) || tokens.is(i, "by")) {
          return List.of();
        }
      }
      return List.of();
    }

    /** Who is served, as told after the verb, or else by the section. */
    private List<EntityRef> customersAfter(
        Tokens tokens, int from, int end, List<Clauses.Party> sellers) {
      List<EntityRef> named = new ArrayList<>();
      for (int i = from; i < end; i++) {
        EntityRef entity = entityAt(tokens, i);
        if (entity == null) {
          if (tokens.is(i, "our")) {
            return ours(tokens, i);
          }
          if (tokens.is(i, "its") || tokens.is(i, "their")) {
            Optional<EntityRef> theirs = customerBefore(tokens, i, sellers);
            if (theirs.isPresent()) {
              return List.of(theirs.get());
            }
          }
          continue;
        }
        boolean body = entity.kind() == EntityKind.PUBLIC_BODY;
        if (BUYERS.test(entity)
            && (isBehalf(tokens, i) || (body ? isBodyServed(tokens, i) : isObject(tokens, i)))) {
          named.add(topics.meaning(tokens, i, nameAt(tokens, i)));
        }
      }
      return named.isEmpty() ? ofSection(tokens, from) : named;
    }

    /** "for the Home Office": a body is no customer for what goes on "at" or "with" it. */
    private static boolean isBodyServed(Tokens tokens, int i) {
      int at = tokens.is(i - 1, "the") ? i - 2 : i - 1;
      return tokens.is(at, "for") || tokens.is(at, "to") || tokens.is(at, "of");
    }

    private static Name nameAt(Tokens tokens, int i) {
      Name name = tokens.get(i).name();
      if (name == null) {
        throw new IllegalArgumentException("no name at token " + i);
      }
      return name;
    }

    /** Whether a preposition or "and" stands before a name, perhaps with "the" in between. */
    private static boolean isObject(Tokens tokens, int i) {
      for (int k = i - 1; k >= 0 && i - k <= 4; k--) {
        if (tokens.get(k).name() != null) {
          return tokens.is(k + 1, "and") || tokens.is(k + 1, ",");
        }
        if (TO_CUSTOMER.contains(tokens.get(k).word())) {
          return true;
        }
        if (!tokens.get(k).isWord() || Grammar.isFinite(tokens.get(k).word())) {
          return false;
        }
      }
      return false;
    }

    /** Whose a service is that stands before its verb: "its courses", "the CRC's courses". */
    private List<EntityRef> customersOf(
        Tokens tokens, int from, int to, List<Clauses.Party> sellers) {
      for (int i = Math.max(0, from - 1); i < to; i++) {
        EntityRef entity = entityAt(tokens, i);
        if (entity != null && BUYERS.test(entity)) {
          return List.of(topics.meaning(tokens, i, nameAt(tokens, i)));
        }
        if (tokens.is(i, "our")) {
          return ours(tokens, i);
        }
        if (tokens.is(i, "its") || tokens.is(i, "their")) {
          return customerBefore(tokens, i, sellers).map(List::of).orElse(List.of());
        }
      }
      return ofSection(tokens, to);
    }

    private List<EntityRef> ours(Tokens tokens, int at) {
      int offset = tokens.get(at).range().from();
      return clauses
          .self(tokens, at, BUYERS.or(CHARITIES))
          .or(() -> topics.onlyCrcBefore(offset))
          .or(() -> topics.isPersonal(offset) ? topics.crcOfAreaHere(offset) : Optional.empty())
          .map(List::of)
          .orElse(List.of());
    }

    private List<EntityRef> ofSection(Tokens tokens, int at) {
      int offset = tokens.get(Math.min(at, tokens.size() - 1)).range().from();
      return topics
          .onlyCrcBefore(offset)
          .or(() -> topics.leadingCrc(offset))
          .or(() -> clauses.self(tokens, at, e -> e.kind() == EntityKind.OWNER))
          .map(List::of)
          .orElse(List.of());
    }

    /**
     * Whose "its" is: the first CRC or owner that the sentence names before it, else a partnership
     * of which the sentence before spoke, else the first CRC or owner of a sentence before.
     */
    private Optional<EntityRef> customerBefore(Tokens tokens, int at, List<Clauses.Party> sellers) {
      Set<EntityRef> not = new HashSet<>();
      sellers.forEach(party -> not.add(party.entity()));
      for (int i = 0; i < at; i++) {
        EntityRef entity = entityAt(tokens, i);
        if (entity != null && CRCS_OR_OWNERS.test(entity) && !not.contains(entity)) {
          EntityRef meant = topics.meaning(tokens, i, nameAt(tokens, i));
          if (!Field.isClass(meant)) {
            return Optional.of(meant);
          }
        }
      }
      int offset = tokens.get(at).range().from();
      String before =
          reading
              .text()
              .substring(Math.max(0, tokens.range().from() - LAST_SENTENCE), tokens.range().from());
      if (before.contains("partnership") || before.contains("consortium")) {
        Optional<EntityRef> venture =
            topics.otherCompany(offset, topics.owner(tokens.range().from()).orElse(null));
        if (venture.isPresent()) {
          return venture;
        }
      }
      return clauses
          .lastNamed(tokens, at, CRCS_OR_OWNERS.and(e -> !not.contains(e)))
          .or(() -> topics.onlyCrcBefore(offset));
    }

    /** The supplier that the sentence before ends with or speaks of. */
    private Optional<EntityRef> supplierBefore(TextRange sentence) {
      TextRange before =
          new TextRange(Math.max(0, sentence.from() - LAST_SENTENCE), sentence.from());
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

    private static int clauseEnd(Tokens tokens, int from) {
      int end = from;
      while (end < tokens.size()
          && end - from < REACH
          && !(tokens.get(end).name() == null
              && (ENDS.contains(tokens.get(end).word())
                  || tokens.is(end, "which")
                  || tokens.is(end, "who")
                  || tokens.is(end, "while")
                  || tokens.is(end, "but")
                  || tokens.is(end, "because")
                  || (tokens.is(end, ",")
                      && end + 1 < tokens.size()
                      && tokens.get(end + 1).name() == null
                      && AFTER_RELATIVE.contains(tokens.get(end + 1).word()))))) {
        end++;
      }
      return end;
    }

    /** The noun phrase that ends before a token: from the word after the last mark or verb. */
    private static int[] nounBefore(Tokens tokens, int at) {
      int to = at;
      while (to > 0
          && (tokens.is(to - 1, ",") || tokens.is(to - 1, "which") || tokens.is(to - 1, "that"))) {
        to--;
      }
      int from = to;
      while (from > 0
          && to - from < 8
          && (tokens.get(from - 1).name() != null
              || ((tokens.get(from - 1).isWord()
                      || tokens.is(from - 1, "-")
                      || tokens.is(from - 1, "'s"))
                  && !Grammar.isFinite(tokens.get(from - 1).word())
                  && !Grammar.isSubordinator(tokens.get(from - 1).word())))) {
        from--;
      }
      return new int[] {from, to};
    }

    /** "Eastshire CRC buys mentoring from Redwell", "Redwell was commissioned by Eastshire CRC". */
    private void addPurchase(Tokens tokens, int from, int to) {
      Clauses.Group group = clauses.group(tokens, from, to);
      if (!group.real()) {
        return;
      }
      int end = clauseEnd(tokens, to);
      int by = tokens.is(to, "by") ? to + 1 : -1;
      for (int i = to; i < end && by < 0 && group.passive(); i++) {
        by = tokens.is(i, "by") ? i + 1 : -1;
      }
      if (by > 0) {
        List<Clauses.Party> customers =
            clauses.object(tokens, by, BUYERS, SupplyExtractor::describes);
        List<Clauses.Party> sellers =
            group.passive()
                ? clauses.subject(tokens, group.from(), CHARITIES)
                : clauses.antecedent(tokens, group.from() - 1, CHARITIES);
        int after = customers.isEmpty() ? by : customers.get(customers.size() - 1).to();
        if (tokens.is(after, "to")) {
          List<Clauses.Party> given =
              clauses.object(tokens, after + 1, CHARITIES, SupplyExtractor::describes);
          sellers = given.isEmpty() ? sellers : given;
        }
        add(Rule.BUYS, tokens, from, to, sellers, entities(customers), new int[] {to, to});
        return;
      }
      List<Clauses.Party> sellers = new ArrayList<>();
      if (tokens.is(to, "us") || (tokens.is(to, "from") && tokens.is(to + 1, "us"))) {
        // "The NPS paid us": whoever the page is of.
        clauses
            .self(tokens, to, CRCS_OR_OWNERS.or(CHARITIES))
            .ifPresent(e -> sellers.add(new Clauses.Party(e, 0, 0)));
        List<EntityRef> payers =
            entities(
                clauses.subject(
                    tokens, group.from(), e -> BUYERS.test(e) && !sellersHave(sellers, e)));
        add(Rule.BUYS, tokens, from, to, sellers, payers, new int[] {to, to});
        return;
      }
      int last = to;
      for (int i = to; i < end; i++) {
        EntityRef entity = entityAt(tokens, i);
        boolean takeover =
            entity != null
                && isBuyingVerb(tokens.get(from).word())
                && i - to <= 3
                && !tokens.is(i - 1, "from")
                && !tokens.is(to, "in");
        if (entity != null && !takeover && SELLERS.test(entity) && isSold(tokens, i, to)) {
          sellers.add(new Clauses.Party(entity, i, i + 1));
          last = i;
        }
      }
      boolean participle = tokens.is(to, "from") || tokens.is(to, "through");
      if (participle && tokens.get(from).word().equals("brought")) {
        return;
      }
      if (!sellers.isEmpty()) {
        int next = nextSeller(tokens, last + 1);
        if (next > 0) {
          sellers.addAll(sellers(tokens, next));
        }
      }
      List<EntityRef> customers =
          group.passive() || participle ? ofSection(tokens, from) : buyers(tokens, group.from());
      if (customers.isEmpty() && tokens.is(group.from() - 1, "we")) {
        customers = ours(tokens, group.from() - 1);
      }
      if (participle && customers.isEmpty()) {
        return;
      }
      if (sellers.isEmpty() && !customers.isEmpty()) {
        // "Redwell, which Eastshire CRC pays to", "to which we have sublet".
        int relative = group.from() - 1;
        while (relative >= 0
            && group.from() - relative < 8
            && !tokens.is(relative, "which")
            && !tokens.is(relative, "whom")
            && !tokens.is(relative, "that")) {
          relative--;
        }
        if (relative > 0 && group.from() - relative < 8) {
          int before =
              tokens.is(relative - 1, "to") || tokens.is(relative - 1, "from")
                  ? relative - 2
                  : relative - 1;
          sellers.addAll(clauses.antecedent(tokens, before, CHARITIES));
        }
      }
      add(Rule.BUYS, tokens, from, Math.max(to, last), sellers, customers, new int[] {to, end});
    }

    /** The subject of a verb of buying; "it" is a CRC or owner rather than anybody else. */
    private List<EntityRef> buyers(Tokens tokens, int verb) {
      List<EntityRef> ofField = entities(clauses.subject(tokens, verb, CRCS_OR_OWNERS));
      if (!ofField.isEmpty()) {
        return ofField;
      }
      return tokens.is(verb - 1, "it")
          ? ofSection(tokens, verb)
          : entities(clauses.subject(tokens, verb, BUYERS));
    }

    /** "bought Redwell" is a takeover, "bought from Redwell" is none. */
    private static boolean isBuyingVerb(String word) {
      return word.equals("bought")
          || word.equals("buy")
          || word.equals("buys")
          || word.equals("buying");
    }

    private static boolean sellersHave(List<Clauses.Party> sellers, EntityRef entity) {
      return sellers.stream().anyMatch(seller -> seller.entity().equals(entity));
    }

    private static List<EntityRef> entities(List<Clauses.Party> parties) {
      return parties.stream().map(Clauses.Party::entity).toList();
    }

    /** Whether a name after a verb of buying is who sells: its object, or after "from" or "to". */
    private static boolean isSold(Tokens tokens, int i, int verb) {
      for (int k = i - 1; k >= verb && i - k <= 6; k--) {
        if (tokens.get(k).name() != null) {
          return tokens.is(k + 1, "and") || tokens.is(k + 1, ",") || tokens.is(k + 1, "&");
        }
        if (FROM_SUPPLIER.contains(tokens.get(k).word())) {
          return true;
        }
        if (!describes(tokens.get(k).word())) {
          return false;
        }
      }
      return i - verb <= 6;
    }

    /** "its partner Redwell", "Redwell, a subcontractor to Eastshire CRC". */
    private void addPartner(Tokens tokens, int at) {
      List<EntityRef> customers = possessor(tokens, at);
      int after = at + 1;
      boolean toldAfter = false;
      if (tokens.is(after, "of")
          || tokens.is(after, "to")
          || tokens.is(after, "for")
          || tokens.is(after, "at")
          || tokens.is(after, "in")) {
        boolean at_ = tokens.is(after, "at");
        List<Clauses.Party> told =
            at_ ? List.of() : clauses.object(tokens, after + 1, BUYERS, SupplyExtractor::describes);
        if (!told.isEmpty() && customers.isEmpty()) {
          customers = entities(told);
          toldAfter = true;
        }
      }
      // "its partners are A, B and C", "partners, including A", "partners such as A"
      int next = at + 1;
      while (next < tokens.size()
          && next - at < 10
          && tokens.get(next).name() == null
          && isLink(tokens, next)) {
        next++;
      }
      EntityRef place = entityAt(tokens, next);
      if (place != null && place.kind() == EntityKind.AREA) {
        next++;
        while ((next < tokens.size() && tokens.get(next).name() != null)
            || tokens.is(next, "and")
            || tokens.is(next, ",")) {
          next++;
        }
        while (next < tokens.size()
            && tokens.get(next).name() == null
            && isLink(tokens, next)
            && next - at < 12) {
          next++;
        }
      }
      List<Clauses.Party> sellers = new ArrayList<>();
      boolean listed = next > at + 1 && tokens.get(at).word().endsWith("s");
      if ((!customers.isEmpty() && !toldAfter) || (customers.isEmpty() && listed)) {
        sellers.addAll(
            customers.isEmpty()
                ? sellers(tokens, next)
                : clauses.object(tokens, next, SELLERS, SupplyExtractor::describes));
        if (!sellers.isEmpty() && customers.isEmpty()) {
          customers = ofSection(tokens, at);
        }
        if (!sellers.isEmpty()) {
          int after2 = nextSeller(tokens, sellers.get(sellers.size() - 1).to());
          if (after2 > 0) {
            sellers.addAll(sellers(tokens, after2));
          }
        }
      }
      // "Redwell, a national provider" is nobody's in particular.
      boolean loose = customers.isEmpty() && tokens.get(at).word().startsWith("provider");
      if (sellers.isEmpty() && !loose) {
        sellers.addAll(sellersBefore(tokens, at));
        if (customers.isEmpty() && !sellers.isEmpty()) {
          customers = ofSection(tokens, at);
        }
      }
      int[] service = serviceAround(tokens, at);
      add(Rule.PARTNER, tokens, at, at + 1, sellers, customers, service);
    }

    private static boolean isLink(Tokens tokens, int i) {
      String word = tokens.get(i).word();
      return LINKS.contains(word);
    }

    /** Whom the possessive before "partner" means: "its", "our", "Eastshire CRC’s". */
    private List<EntityRef> possessor(Tokens tokens, int at) {
      for (int i = at - 1; i >= 0 && at - i < 7; i--) {
        if (tokens.is(i, "its") || tokens.is(i, "their")) {
          return customerBefore(tokens, i, List.of()).map(List::of).orElse(List.of());
        }
        if (tokens.is(i, "our")) {
          return ours(tokens, i);
        }
        if (tokens.is(i, "'s") || tokens.is(i, "'") || tokens.is(i, "’")) {
          EntityRef owner = entityAt(tokens, i - 1);
          return owner != null && CRCS_OR_OWNERS.test(owner)
              ? List.of(topics.meaning(tokens, i - 1, nameAt(tokens, i - 1)))
              : List.of();
        }
        if (tokens.get(i).name() != null) {
          EntityRef owner = entityAt(tokens, i);
          return i == at - 1 && owner != null && CRCS_OR_OWNERS.test(owner)
              ? List.of(topics.meaning(tokens, i, nameAt(tokens, i)))
              : List.of();
        }
        if (!tokens.get(i).isWord() && !tokens.is(i, "-")) {
          return List.of();
        }
      }
      return List.of();
    }

    /** "Redwell, a subcontractor", "with Redwell as its partner", "Redwell is a partner". */
    private List<Clauses.Party> sellersBefore(Tokens tokens, int at) {
      int i = at - 1;
      while (i >= 0
          && at - i < 9
          && (tokens.get(i).isWord()
              || tokens.is(i, "-")
              || tokens.is(i, "'s")
              || (tokens.get(i).name() != null
                  && (tokens.is(i + 1, "'s") || !SELLERS.test(nameAt(tokens, i).entity()))))) {
        if (tokens.is(i, "as")) {
          for (int k = i - 1; k >= 0 && i - k < 8; k--) {
            EntityRef entity = entityAt(tokens, k);
            if (entity != null && SELLERS.test(entity)) {
              return List.of(new Clauses.Party(entity, k, k + 1));
            }
            if (tokens.is(k, "named") || tokens.is(k, "appointed") || tokens.is(k, "chosen")) {
              return clauses.subject(tokens, clauses.group(tokens, k, k + 1).from(), SELLERS);
            }
          }
          return List.of();
        }
        if (tokens.is(i, "is")
            || tokens.is(i, "was")
            || tokens.is(i, "are")
            || tokens.is(i, "been")
            || tokens.is(i, "became")
            || tokens.is(i, "become")
            || tokens.is(i, "remains")
            || tokens.is(i, "were")) {
          return clauses.subject(tokens, clauses.group(tokens, i, i + 1).from(), SELLERS);
        }
        i--;
      }
      boolean apposed =
          i > 0
              && (tokens.is(i, ",") || tokens.is(i, "(") || tokens.is(i, "–") || tokens.is(i, "-"));
      return apposed && i < at - 1 ? clauses.antecedent(tokens, i, SELLERS) : List.of();
    }

    private static int[] serviceAround(Tokens tokens, int at) {
      if (tokens.is(at + 1, "for") || tokens.is(at + 1, "on")) {
        int end = at + 2;
        while (end < tokens.size()
            && end - at < 10
            && (tokens.get(end).isWord() || tokens.is(end, "-"))
            && !Grammar.isPreposition(tokens.get(end).word())
            && !Grammar.isFinite(tokens.get(end).word())) {
          end++;
        }
        return new int[] {at + 2, end};
      }
      int from = at;
      while (from > 0
          && at - from < 5
          && (tokens.get(from - 1).isWord() || tokens.get(from - 1).name() != null)
          && !Grammar.isDeterminer(tokens.get(from - 1).word())
          && describes(tokens.get(from - 1).word())) {
        from--;
      }
      return new int[] {from, at};
    }

    /** "has ended its contract with Redwell", "agreed terms with Redwell for the supply of". */
    private void addAgreement(Tokens tokens, int at) {
      int with = at + 1;
      while (with < tokens.size()
          && with - at < 5
          && tokens.get(with).isWord()
          && !tokens.is(with, "with")) {
        with++;
      }
      if (!tokens.is(with, "with")) {
        addOfBody(tokens, at);
        return;
      }
      List<Clauses.Party> sellers =
          clauses.object(tokens, with + 1, CHARITIES, SupplyExtractor::describes);
      if (sellers.isEmpty()) {
        addOfBody(tokens, at);
        addReversed(tokens, at, with);
        return;
      }
      List<EntityRef> customers = possessor(tokens, at);
      if (customers.isEmpty()) {
        for (int i = at - 1; i >= 0 && at - i < 10 && customers.isEmpty(); i--) {
          if (tokens.get(i).name() == null && SIGNING.contains(tokens.get(i).word())) {
            Clauses.Group group = clauses.group(tokens, i, i + 1);
            customers = entities(clauses.subject(tokens, group.from(), CRCS_OR_OWNERS));
            if (customers.isEmpty() && tokens.is(group.from() - 1, "we")) {
              customers = ours(tokens, group.from() - 1);
            }
          }
        }
      }
      if (customers.isEmpty()) {
        customers = ofSection(tokens, at);
      }
      int end = clauseEnd(tokens, with);
      int service = end;
      for (int i = with; i < end; i++) {
        if (tokens.is(i, "for") || tokens.is(i, "of")) {
          service = i + 1;
        }
      }
      add(Rule.CONTRACT, tokens, at, with, sellers, customers, new int[] {service, end});
    }

    /** "our agreement with Eastshire CRC", "Redwell’s work for Brightwell". */
    private void addReversed(Tokens tokens, int at, int with) {
      List<EntityRef> customers = new ArrayList<>();
      for (int i = with + 1; i < Math.min(with + 4, tokens.size()) && customers.isEmpty(); i++) {
        EntityRef entity = entityAt(tokens, i);
        if (entity != null && CRCS_OR_OWNERS.test(entity) && !Field.isClass(entity)) {
          customers.add(topics.meaning(tokens, i, nameAt(tokens, i)));
        }
      }
      if (customers.isEmpty()) {
        return;
      }
      EntityRef seller = null;
      for (int i = at - 1; i >= 0 && at - i < 5 && seller == null; i--) {
        if (tokens.is(i, "our")) {
          seller = clauses.self(tokens, i, CHARITIES).orElse(null);
        } else if (tokens.is(i, "its") || tokens.is(i, "their")) {
          seller = clauses.lastNamed(tokens, i, SELLERS).filter(CHARITIES).orElse(null);
        } else if (tokens.is(i, "'s")) {
          EntityRef owner = entityAt(tokens, i - 1);
          seller = owner != null && CHARITIES.test(owner) ? owner : null;
        } else if (tokens.get(i).name() != null || Grammar.isPreposition(tokens.get(i).word())) {
          return;
        }
      }
      if (seller != null) {
        add(
            Rule.REVERSED,
            tokens,
            at,
            with + 2,
            List.of(new Clauses.Party(seller, 0, 0)),
            customers,
            new int[] {at, at});
      }
    }

    /** "holds contracts for jobcentre work from the Home Office": whoever is the subject. */
    private void addOfBody(Tokens tokens, int at) {
      int body = -1;
      for (int i = at + 1; i < Math.min(at + REACH, tokens.size()) && body < 0; i++) {
        EntityRef entity = entityAt(tokens, i);
        if (entity == null && ENDS.contains(tokens.get(i).word())) {
          return;
        }
        if (entity != null && isOtherBody(entity) && isFrom(tokens, i)) {
          body = i;
        }
      }
      if (body < 0) {
        return;
      }
      for (int i = at - 1; i >= 0 && at - i < REACH; i--) {
        if (tokens.get(i).name() != null) {
          EntityRef entity = nameAt(tokens, i).entity();
          boolean possessor = tokens.is(i + 1, "'s");
          if (possessor && SELLERS.test(entity)) {
            addOfBody(tokens, at, body, entity, i);
            return;
          }
          continue;
        }
        if (HOLDING.contains(tokens.get(i).word())) {
          Clauses.Group group = clauses.group(tokens, i, i + 1);
          for (Clauses.Party seller : clauses.subject(tokens, group.from(), SELLERS)) {
            addOfBody(tokens, at, body, seller.entity(), seller.to() > 0 ? seller.from() : i);
          }
          return;
        }
        if (tokens.is(i, "under") || tokens.is(i, "through")) {
          // "which worked for Brightwell under a contract with the Home Office"
          EntityRef entity = entityAt(tokens, i - 1);
          if (entity != null && entity.kind() == EntityKind.OWNER) {
            addOfBody(tokens, at, body, entity, i - 1);
          }
          return;
        }
      }
    }

    private void addOfBody(Tokens tokens, int at, int body, EntityRef seller, int from) {
      add(
          Rule.OF_BODY,
          seller,
          nameAt(tokens, body).entity(),
          tokens.range(Math.min(from, at), body + 1),
          null,
          tokens,
          Math.min(from, at),
          body + 1);
    }

    private static boolean isFrom(Tokens tokens, int i) {
      int at = tokens.is(i - 1, "the") ? i - 2 : i - 1;
      return tokens.is(at, "with")
          || tokens.is(at, "from")
          || tokens.is(at, "by")
          || tokens.is(at, "for");
    }

    /** "withdrew their bids", "pulled out of the bidding": what was never given has not ended. */
    private static boolean isBid(Tokens tokens, int from) {
      for (int i = from; i < Math.min(from + 4, tokens.size()); i++) {
        switch (tokens.get(i).word()) {
          case "bid", "bids", "bidding", "tender", "tenders", "race" -> {
            return true;
          }
          default -> {}
        }
      }
      return false;
    }

    /** "Redwell has pulled out of mentoring". */
    private void addWithdrawal(Tokens tokens, int from, int to) {
      Clauses.Group group = clauses.group(tokens, from, to);
      List<Clauses.Party> sellers = clauses.subject(tokens, group.from(), CHARITIES);
      if (sellers.isEmpty() || !group.real() || isBid(tokens, to)) {
        return;
      }
      int limit = tokens.range().to() + LAST_SENTENCE;
      int end = clauseEnd(tokens, to);
      List<EntityRef> customers = new ArrayList<>();
      for (int i = to; i < end && customers.isEmpty(); i++) {
        if (tokens.is(i, "its") || tokens.is(i, "their")) {
          customerBefore(tokens, i, sellers).ifPresent(customers::add);
        }
      }
      if (!customers.isEmpty()) {
        add(Rule.WITHDRAWN, tokens, from, to, sellers, customers, new int[] {to, end});
        return;
      }
      for (Name name :
          reading.names(
              new TextRange(
                  tokens.get(from).range().from(),
                  Math.min(limit, topics.scope(tokens.range().from()).to())))) {
        if (CRCS_OR_OWNERS.test(name.entity()) && !Field.isClass(name.entity())) {
          customers.add(name.entity());
          break;
        }
      }
      add(
          Rule.WITHDRAWN,
          tokens,
          from,
          to,
          sellers,
          customers.isEmpty() ? ofSection(tokens, from) : customers,
          new int[] {to, Math.min(to + 4, clauseEnd(tokens, to))});
    }

    /** "referrals to Redwell, which provides mentoring, and to Greenvale". */
    private void addReferral(Tokens tokens, int at) {
      List<Clauses.Party> sellers = new ArrayList<>();
      for (int i = at; i < Math.min(at + REACH, tokens.size()); i++) {
        EntityRef entity = entityAt(tokens, i);
        if (entity != null
            && entity.kind() == EntityKind.SUPPLIER
            && (tokens.is(i - 1, "to")
                || (!sellers.isEmpty() && (tokens.is(i - 1, "and") || tokens.is(i - 1, ","))))) {
          sellers.add(new Clauses.Party(entity, i, i + 1));
        }
      }
      add(Rule.REFERRED, tokens, at, at + 1, sellers, ofSection(tokens, at), new int[] {at, at});
    }

    /** "has handed the work to Redwell". */
    private void addHanded(Tokens tokens, int from, int to) {
      int i = to;
      boolean work = false;
      while (i < tokens.size() && i - to < 6 && tokens.get(i).isWord() && !tokens.is(i, "to")) {
        work |= WORK.contains(tokens.get(i).word());
        i++;
      }
      if (!tokens.is(i, "to")) {
        return;
      }
      Clauses.Group group = clauses.group(tokens, from, to);
      if (!work && i == to && group.real()) {
        // "Housing advice will pass to Redwell."
        List<Clauses.Party> sellers =
            clauses.object(tokens, i + 1, CHARITIES, SupplyExtractor::describes);
        boolean service = !sellers.isEmpty() && isServiceBefore(tokens, group.from());
        if (service) {
          add(
              Rule.HANDED,
              tokens,
              from,
              i,
              sellers,
              ofSection(tokens, from),
              nounBefore(tokens, group.from()));
        }
        return;
      }
      if (!work) {
        return;
      }
      List<Clauses.Party> sellers =
          clauses.object(tokens, i + 1, CHARITIES, SupplyExtractor::describes);
      List<EntityRef> customers = entities(clauses.subject(tokens, group.from(), CRCS_OR_OWNERS));
      add(
          Rule.HANDED,
          tokens,
          from,
          i,
          sellers,
          customers.isEmpty() ? ofSection(tokens, from) : customers,
          new int[] {to, i});
    }

    /** Whether the sentence up to a verb names a service, and neither a CRC nor an owner. */
    private static boolean isServiceBefore(Tokens tokens, int to) {
      boolean service = false;
      for (int i = Math.max(0, to - REACH); i < to; i++) {
        EntityRef entity = entityAt(tokens, i);
        if (entity != null && CRCS_OR_OWNERS.test(entity)) {
          return false;
        }
        service |= entity == null && SERVICE_NOUNS.contains(tokens.get(i).word());
      }
      return service;
    }

    /** Lines that begin with suppliers, under a line that speaks of partners. */
    void addLists(List<Reading.Sentence> sentences) {
      for (int i = 0; i + 1 < sentences.size(); i++) {
        TextRange intro = sentences.get(i).range();
        if (intro.length() > 0 && isHead(intro)) {
          addTable(sentences, i);
          continue;
        }
        if (intro.length() == 0 || reading.text().charAt(intro.to() - 1) != ':') {
          continue;
        }
        List<EntityRef> customers = null;
        for (int k = i + 1; k < sentences.size() && k - i < 16; k++) {
          Tokens item = reading.tokens(k);
          int first = 0;
          while (first < item.size()
              && first < 3
              && !item.get(first).isWord()
              && item.get(first).name() == null) {
            first++;
          }
          if (item.is(first, "the")) {
            first++;
          }
          EntityRef head = entityAt(item, first);
          if (head == null || head.kind() != EntityKind.SUPPLIER) {
            break;
          }
          if (customers == null) {
            customers = customersOfIntro(reading.tokens(i), intro);
          }
          if (customers.isEmpty()) {
            break;
          }
          List<Clauses.Party> sellers =
              clauses.object(item, first, CHARITIES, SupplyExtractor::describes);
          add(
              Rule.LISTED,
              item,
              first,
              first + 1,
              sellers,
              customers,
              new int[] {first + 1, clauseEnd(item, first + 1)});
        }
      }
    }

    /** "Organisation TAB What they do for us": the head of a table of suppliers. */
    private boolean isHead(TextRange line) {
      // Not with indexOf on the text: without a tab it would read on to the end for each line.
      int tab = line.from();
      while (tab < line.to() && reading.characters()[tab] != '\t') {
        tab++;
      }
      if (tab >= line.to()) {
        return false;
      }
      String text = reading.text(line).toLowerCase(Locale.ROOT);
      return text.startsWith("organisation")
          || text.startsWith("partner")
          || text.startsWith("supplier")
          || text.startsWith("provider")
          || text.startsWith("charity")
          || text.startsWith("subcontractor");
    }

    private void addTable(List<Reading.Sentence> sentences, int head) {
      Tokens intro = reading.tokens(head);
      List<EntityRef> customers = new ArrayList<>();
      for (int i = 0; i < intro.size(); i++) {
        EntityRef entity = entityAt(intro, i);
        if (entity != null && CRCS_OR_OWNERS.test(entity)) {
          customers.add(entity);
        } else if (intro.is(i, "us") || intro.is(i, "our")) {
          customers.addAll(ours(intro, i));
        }
      }
      if (customers.isEmpty()) {
        customers.addAll(ofSection(intro, 0));
      }
      for (int k = head + 1; k < sentences.size() && k - head < 25; k++) {
        Tokens row = reading.tokens(k);
        boolean cells = reading.text(sentences.get(k).range()).indexOf('\t') > 0;
        if (!cells) {
          return;
        }
        EntityRef first = entityAt(row, row.is(0, "the") ? 1 : 0);
        if (first != null && CHARITIES.test(first)) {
          int from = row.is(0, "the") ? 1 : 0;
          add(
              Rule.TABLE,
              row,
              from,
              from + 1,
              List.of(new Clauses.Party(first, from, from + 1)),
              customers,
              new int[] {from + 1, clauseEnd(row, from + 1)});
        }
      }
    }

    /** Whose partners a line announces; nobody's if it speaks of no partners. */
    private List<EntityRef> customersOfIntro(Tokens tokens, TextRange intro) {
      int offset = intro.from();
      TextRange scope = topics.scope(offset);
      TextRange around =
          new TextRange(Math.max(scope.from(), offset - 3 * LAST_SENTENCE), intro.to());
      String text = reading.text(around).toLowerCase(Locale.ROOT);
      boolean partners = false;
      for (String word :
          List.of("partner", "subcontract", "supplier", "supply chain", "signed up", "voluntary")) {
        partners |= text.contains(word);
      }
      if (!partners) {
        return List.of();
      }
      return customerBefore(tokens, tokens.size() - 1, List.of())
          .map(List::of)
          .or(() -> clauses.self(tokens, 0, BUYERS).map(List::of))
          .orElse(List.of());
    }

    /** The names of a pattern. */
    void addMatch(Rule rule, Phrase.Match match) {
      Tokens tokens = match.tokens();
      List<EntityRef> customers = meanings(match, "c");
      List<EntityRef> suppliers = meanings(match, "s");
      if (rule == Rule.RESPONSIBLE) {
        customers = ofSection(tokens, match.from());
      }
      if (rule == Rule.WORKS_WITH && isOfVenture(tokens, match.from(), match.to())) {
        return;
      }
      if (rule == Rule.USES) {
        suppliers = topics.crc(match.range().from()).map(List::of).orElse(List.of());
        customers =
            customers.stream()
                .filter(c -> c.kind() == EntityKind.NPS_DIVISION || c.equals(Field.NPS))
                .toList();
      }
      if (rule == Rule.RATE_CARD) {
        // Services on a CRC's rate card are there for the NPS, whichever division speaks.
        customers = List.of(Field.NPS);
        suppliers = List.of(topics.crc(match.range().from()).orElse(Field.CRCS));
      }
      for (EntityRef supplier : suppliers) {
        for (EntityRef customer : customers) {
          add(rule, supplier, customer, match.range(), null, tokens, match.from(), match.to());
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

    private List<EntityRef> meanings(Phrase.Match match, String label) {
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

    private void add(
        Rule rule,
        Tokens tokens,
        int from,
        int to,
        List<Clauses.Party> sellers,
        List<EntityRef> customers,
        int[] service) {
      for (Clauses.Party seller : sellers) {
        for (EntityRef customer : new LinkedHashSet<>(customers)) {
          boolean here = seller.to() > seller.from();
          int first = here ? Math.min(from, seller.from()) : from;
          int last = Math.max(to, here ? seller.to() : to);
          last = Math.max(last, Math.min(service[1], tokens.size()));
          add(
              rule,
              seller.entity(),
              customer,
              tokens.range(first, Math.max(first + 1, last)),
              text(tokens, service),
              tokens,
              first,
              last);
        }
      }
    }

    private @Nullable String text(Tokens tokens, int[] service) {
      int from = service[0];
      int to = Math.min(service[1], Math.min(tokens.size(), service[0] + 8));
      while (from < to
          && (Grammar.isDeterminer(tokens.get(from).word())
              || Grammar.isPreposition(tokens.get(from).word()))) {
        from++;
      }
      for (int i = from; i < to; i++) {
        if (tokens.is(i, ",") || tokens.is(i, "for") || tokens.is(i, "to") || tokens.is(i, "(")) {
          to = i;
        }
      }
      return from < to ? reading.text(tokens.range(from, to)).replaceAll("\\s+", " ") : null;
    }

    private void add(
        Rule rule,
        EntityRef supplier,
        EntityRef customer,
        TextRange evidence,
        @Nullable String service,
        Tokens tokens,
        int from,
        int to) {
      boolean body =
          rule == Rule.STRATEGIC
              || rule == Rule.FROM_CRCS
              || rule == Rule.RATE_CARD
              || rule == Rule.USES
              || rule == Rule.OF_BODY
              || rule == Rule.WORKS_FOR;
      boolean owner = supplier.kind() == EntityKind.OWNER && customer.kind() == EntityKind.CRC;
      if (supplier.equals(customer)
          || customer.name().startsWith("HM Inspectorate")
          || (!body && owner)
          || !pairs.add(List.of(supplier, customer))) {
        return;
      }
      supplies.add(
          new Annotation.Supply(
              reading.evidence(evidence, rule.id()),
              supplier,
              customer,
              service,
              rule == Rule.WITHDRAWN ? Annotation.SupplyStatus.ENDED : status(tokens, from, to)));
    }

    private Annotation.SupplyStatus status(Tokens tokens, int from, int to) {
      if (ended.in(tokens, from - 3, to + 4)) {
        return Annotation.SupplyStatus.ENDED;
      }
      return planned.in(tokens, from, to)
          ? Annotation.SupplyStatus.PLANNED
          : Annotation.SupplyStatus.CURRENT;
    }
  }

  /** Verbs that go on with a sentence after a relative clause. */
  private static final Set<String> AFTER_RELATIVE =
      Set.of(
          "is",
          "are",
          "was",
          "were",
          "has",
          "have",
          "had",
          "said",
          "says",
          "told",
          "will",
          "would",
          "did",
          "does",
          "confirmed",
          "declined");

  /** Participles of work that somebody does for others. */
  private static final Set<String> DONE =
      Set.of(
          "done",
          "carried",
          "undertaken",
          "handled",
          "looked",
          "maintained",
          "cleaned",
          "organised",
          "arranged",
          "processed",
          "monitored",
          "made");

  private static final Set<String> OWED =
      Set.of(
          "owed",
          "owes",
          "owe",
          "owing",
          "unpaid",
          "outstanding",
          "overdue",
          "arrears",
          "creditor",
          "creditors",
          "pocket");

  private static final Set<String> GROUPS =
      Set.of(
          "charities",
          "partners",
          "organisations",
          "groups",
          "providers",
          "suppliers",
          "subcontractors",
          "contractors",
          "enterprises",
          "firms",
          "companies",
          "agencies");

  private static final Set<String> LINKS =
      Set.of(
          "is",
          "are",
          "include",
          "includes",
          "including",
          "was",
          "were",
          ",",
          ":",
          "such",
          "as",
          "(",
          "the",
          "like",
          "at",
          "in",
          "for",
          "on",
          "–",
          "charity",
          "charities",
          "be",
          "will",
          "also",
          "both",
          "and",
          "-",
          "there",
          "here",
          "consists",
          "of",
          "comprises");

  private static final Set<String> SERVICE_NOUNS =
      Set.of(
          "advice",
          "mentoring",
          "support",
          "service",
          "services",
          "work",
          "resettlement",
          "accommodation",
          "housing",
          "courses",
          "training",
          "centre",
          "programme",
          "provision",
          "counselling",
          "payback",
          "catering",
          "cleaning",
          "monitoring",
          "coaching");

  private static final Set<String> HOLDING =
      Set.of(
          "holds",
          "hold",
          "held",
          "has",
          "have",
          "had",
          "won",
          "signed",
          "wins",
          "delivers",
          "runs");

  private static final Set<String> SIGNING =
      Set.of(
          "signed",
          "agreed",
          "ended",
          "cancelled",
          "has",
          "have",
          "had",
          "won",
          "struck",
          "made",
          "announced",
          "terminated",
          "let",
          "renewed",
          "extended",
          "reached",
          "entered");

  private static final Set<String> WORK =
      Set.of("work", "service", "services", "contract", "job", "task", "provision", "running");
}
