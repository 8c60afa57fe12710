package org.crcgraph.extract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.crcgraph.lexicon.Lexicon;
import org.crcgraph.model.EntityKind;
import org.crcgraph.model.EntityRef;
import org.crcgraph.model.TextRange;
import org.jspecify.annotations.Nullable;

/**
 * Who stands where around a verb: a shallow reading of a sentence for the relation rules. It knows
 * verb groups, relative clauses, appositions, lists, and what pronouns and "the company" mean.
 */
final class Clauses {
  /** How many tokens back a parenthesis between subject and verb may begin. */
  private static final int LONGEST_ASIDE = 40;

  /** How many words may stand before the head of a noun phrase. */
  private static final int LONGEST_PHRASE = 12;

  private static final Set<String> AUXILIARIES =
      Set.of(
          "is",
          "are",
          "was",
          "were",
          "be",
          "been",
          "being",
          "am",
          "has",
          "have",
          "had",
          "having",
          "do",
          "does",
          "did",
          "will",
          "shall",
          "'s",
          "'re",
          "'ve",
          "got",
          "gets",
          "get",
          "getting",
          "can",
          "must",
          "currently",
          "now",
          "also",
          "already",
          "once",
          "then",
          "itself",
          "themselves",
          "both",
          "all",
          "still",
          "first",
          "later",
          "soon",
          "again",
          "today",
          "only",
          "just",
          "even",
          "originally",
          "formerly",
          "previously",
          "recently",
          "jointly",
          "wholly",
          "effectively",
          "together",
          "each",
          "too",
          "never",
          "not",
          "would",
          "could",
          "should",
          "might",
          "may");

  /** Verbs and adjectives that a second verb follows with "to": "was chosen to run". */
  private static final Set<String> CHAINS =
      Set.of(
          "chosen",
          "selected",
          "appointed",
          "set",
          "due",
          "continue",
          "continues",
          "continued",
          "began",
          "begins",
          "begin",
          "started",
          "starts",
          "hired",
          "paid",
          "contracted",
          "commissioned",
          "picked",
          "named",
          "trusted",
          "licensed",
          "went",
          "goes",
          "came",
          "used",
          "supposed",
          "engaged",
          "brought",
          "in",
          "agreed",
          "agrees",
          "agreeing",
          "about",
          "going",
          "ready");

  /** What makes a verb tell of no fact. */
  private static final Set<String> UNREAL =
      Set.of(
          "not",
          "never",
          "would",
          "could",
          "should",
          "might",
          "may",
          "refused",
          "declined",
          "failed",
          "unable",
          "wants",
          "want",
          "wanted",
          "hopes",
          "hope",
          "hoped",
          "hoping",
          "bid",
          "bids",
          "bidding",
          "tried",
          "trying",
          "n't",
          "cannot",
          "didn't",
          "doesn't",
          "don't",
          "won't",
          "wouldn't",
          "isn't",
          "wasn't",
          "aren't",
          "weren't",
          "lost",
          "compete",
          "competing",
          "competed",
          "threatened",
          "applied");

  private static final Set<String> RELATIVES = Set.of("which", "who", "that", "whom");

  private static final Set<String> PRONOUNS = Set.of("it", "they", "we");

  private static final Set<String> DEFINITE =
      Set.of("the", "this", "that", "these", "those", "its", "their", "our", "both");

  private static final Set<String> LIST_WORDS =
      Set.of(",", "and", "&", "/", "or", "plus", "both", "also", "as", "well");

  private static final Set<String> AGENT_LIST_WORDS =
      Set.of(
          ",",
          "and",
          "&",
          "/",
          "or",
          "plus",
          "both",
          "also",
          "as",
          "well",
          "with",
          "alongside",
          "together");

  private static final Set<String> DASHES = Set.of("-", "–", "—");

  private static final Set<String> ENDS = Set.of(".", ";", ":", "?", "!", "•", "“", "”", "\"");

  private final Reading reading;
  private final Topics topics;
  private final Words words;
  private @Nullable EntityRef venture;

  /** The word lists that the reading of clauses needs. */
  static final class Words {
    private final Set<String> firms;
    private final Set<String> joint;

    Words(Lexicon lexicon) {
      Set<String> all = new HashSet<>(lexicon.words("firm-nouns"));
      all.addAll(lexicon.words("subsidiary-nouns"));
      firms = Set.copyOf(all);
      joint = lexicon.words("joint-venture-nouns");
    }

    /** Whether a noun stands for a company named before. */
    boolean isFirm(String noun) {
      return firms.contains(noun) || joint.contains(noun);
    }

    /** Whether a plural noun stands for companies named before. */
    boolean isFirms(String noun) {
      return noun.equals("companies")
          || (noun.endsWith("s") && firms.contains(noun.substring(0, noun.length() - 1)));
    }

    /** Whether a noun says that several own a thing together. */
    boolean isJoint(String noun) {
      return joint.contains(noun);
    }
  }

  /**
   * A thing that takes part in a clause.
   *
   * @param from first token that stands for it
   * @param to one past the last
   */
  record Party(EntityRef entity, int from, int to) {}

  /**
   * A verb with its auxiliaries.
   *
   * @param from first token
   * @param to one past the last
   * @param passive whether a form of "be" stands before a participle
   * @param real whether it tells of a fact, neither denied nor supposed
   */
  record Group(int from, int to, boolean passive, boolean real) {}

  Clauses(Reading reading, Words words) {
    this.reading = reading;
    this.topics = reading.topics();
    this.words = words;
  }

  /** Remembers what "the partnership" means from here on. */
  void note(EntityRef jointVenture) {
    venture = jointVenture;
  }

  /** What "the partnership" means so far. */
  Optional<EntityRef> venture() {
    return Optional.ofNullable(venture);
  }

  /** The verb at tokens {@code from} to {@code to}, with what stands before it. */
  Group group(Tokens tokens, int from, int to) {
    int start = from;
    boolean passive = false;
    boolean real = true;
    while (start > 0) {
      int before = start - 1;
      String word = tokens.get(before).word();
      if (tokens.get(before).name() != null) {
        break;
      }
      boolean chained =
          word.equals("to")
              && before > 0
              && (CHAINS.contains(tokens.get(before - 1).word())
                  || UNREAL.contains(tokens.get(before - 1).word()));
      boolean part =
          AUXILIARIES.contains(word)
              || UNREAL.contains(word)
              || (word.length() > 4 && word.endsWith("ly"))
              || word.endsWith("n't")
              || (word.equals("responsible") && start == from)
              || (word.equals("for") && before > 0 && tokens.is(before - 1, "responsible"))
              || (CHAINS.contains(word) && tokens.is(start, "to"))
              || chained;
      if (!part) {
        break;
      }
      real &= !UNREAL.contains(word) && !word.endsWith("n't");
      passive |= (start == from || passive) && isBe(word);
      start = before;
    }
    boolean be = false;
    for (int i = start; i < from; i++) {
      be |= isBe(tokens.get(i).word());
      if (tokens.is(i, "to")) {
        be = false;
      }
    }
    return new Group(start, to, be, real);
  }

  /** Whether a token is a form of "be", or of "get" as in "got sold". */
  static boolean isBe(Tokens tokens, int i) {
    return i >= 0
        && i < tokens.size()
        && tokens.get(i).name() == null
        && isBe(tokens.get(i).word());
  }

  private static boolean isBe(String word) {
    return switch (word) {
      case "is", "are", "was", "were", "be", "been", "being", "got", "gets", "get", "getting" ->
          true;
      default -> false;
    };
  }

  /** Who or what stands before a verb group that begins at a token. */
  List<Party> subject(Tokens tokens, int verb, Predicate<EntityRef> sort) {
    return phraseBefore(tokens, verb - 1, sort, 0);
  }

  private List<Party> phraseBefore(Tokens tokens, int at, Predicate<EntityRef> sort, int depth) {
    int i = at;
    if (i < 0 || depth > 6) {
      return List.of();
    }
    Tokens.Token token = tokens.get(i);
    if (token.name() != null) {
      return named(tokens, i, sort, depth);
    }
    String word = token.word();
    if (RELATIVES.contains(word) && !(word.equals("that") && isSaying(tokens, i - 1))) {
      return antecedent(tokens, i - 1, sort, depth + 1);
    }
    if (word.equals("and") || word.equals("but")) {
      return conjoined(tokens, i, sort, depth);
    }
    if (word.equals(")")) {
      int open = opening(tokens, i);
      return open < 0 ? List.of() : phraseBefore(tokens, open - 1, sort, depth + 1);
    }
    if (word.equals(",") || DASHES.contains(word)) {
      return aside(tokens, i, sort, depth);
    }
    if (PRONOUNS.contains(word)) {
      return pronoun(tokens, i, sort);
    }
    if (token.isWord() && !Grammar.isPreposition(word)) {
      return common(tokens, i, sort);
    }
    return List.of();
  }

  private static boolean isSaying(Tokens tokens, int i) {
    return i >= 0
        && tokens.get(i).name() == null
        && (tokens.get(i).word().endsWith("ed")
            || Set.of("said", "say", "says", "told", "found", "so", "now", "means")
                .contains(tokens.get(i).word()));
  }

  /** The list of names that ends at a token, if it is the head of its noun phrase. */
  private List<Party> named(Tokens tokens, int at, Predicate<EntityRef> sort, int depth) {
    List<Party> found = new ArrayList<>();
    int i = at;
    int first = at;
    while (i >= 0 && at - i < LONGEST_ASIDE) {
      Name name = tokens.get(i).name();
      if (name == null) {
        break;
      }
      EntityRef meant = topics.meaning(tokens, i, name);
      if (sort.test(meant) && !isUnknownCrc(tokens, i, meant)) {
        found.add(0, new Party(meant, i, i + 1));
      }
      first = i;
      int mark = beforeMarks(tokens, i - 1);
      int described = beforeDescription(tokens, i - 1);
      if (described > 0) {
        mark = beforeMarks(tokens, described);
      }
      boolean joined = mark < i - 1 && !(mark == i - 2 && tokens.is(i - 1, "the"));
      if (joined && mark > 2 && tokens.get(mark).isWord() && tokens.is(mark + 1, ",")) {
        // "A, the company under review, B and C"
        int comma = mark - 1;
        while (comma > 0 && mark - comma < 8 && !tokens.is(comma, ",")) {
          comma--;
        }
        if (tokens.is(comma, ",") && tokens.get(comma - 1).name() != null) {
          mark = comma - 1;
        }
      }
      if (!joined || mark < 0 || tokens.get(mark).name() == null) {
        break;
      }
      // "In 2015 Brightwell, Oakwood said": a list needs an "and" or names of one sort.
      if (!sort.test(topics.meaning(tokens, mark, name(tokens, mark)))) {
        break;
      }
      i = mark;
    }
    int before = first - 1;
    int words = 0;
    while (before >= 0
        && words < 5
        && tokens.get(before).isWord()
        && !Grammar.isPreposition(tokens.get(before).word())
        && !Grammar.isSubordinator(tokens.get(before).word())
        && !tokens.is(before, "and")) {
      before--;
      words++;
    }
    boolean inPhrase =
        before > 0
            && tokens.get(before).name() == null
            && Set.of("of", "at", "for", "by", "from", "with", "between", "on")
                .contains(tokens.get(before).word())
            && tokens.get(before - 1).isWord();
    if (!inPhrase) {
      return found;
    }
    String head = tokens.get(before - 1).word();
    if (this.words.isJoint(head) || head.equals("each") || head.equals("both")) {
      return found;
    }
    // "The owner of Eastshire CRC runs": whoever that is, it is not the CRC.
    return tokens.is(before, "of") || tokens.is(before, "at") || tokens.is(before, "for")
        ? common(tokens, before - 1, sort)
        : depth > 0 ? List.of() : found;
  }

  /** The token before "and", "as well as", "and the". */
  private static int beforeMarks(Tokens tokens, int at) {
    int mark = at;
    while (mark >= 0
        && at - mark < 4
        && tokens.get(mark).name() == null
        && (LIST_WORDS.contains(tokens.get(mark).word()) || tokens.is(mark, "the"))) {
      mark--;
    }
    return mark;
  }

  /** The "and" before "the social enterprise", which describes the name after it; or -1. */
  private static int beforeDescription(Tokens tokens, int at) {
    int i = at;
    while (i > 0
        && at - i < 4
        && tokens.get(i).isWord()
        && !LIST_WORDS.contains(tokens.get(i).word())
        && !Grammar.isPreposition(tokens.get(i).word())
        && !Grammar.isSubordinator(tokens.get(i).word())
        && !Grammar.isFinite(tokens.get(i).word())) {
      i--;
    }
    return i < at && i > 0 && tokens.is(i + 1, "the") && LIST_WORDS.contains(tokens.get(i).word())
        ? i
        : -1;
  }

  /** "The CRC" where no CRC is named: it is one, but nobody can tell which. */
  private static boolean isUnknownCrc(Tokens tokens, int i, EntityRef meant) {
    return Field.isClass(meant)
        && (tokens.is(i - 1, "the") || tokens.is(i - 1, "this") || tokens.is(i - 1, "our"))
        && !(tokens.get(i).word().endsWith("s") || tokens.get(i).word().endsWith("S"));
  }

  private static Name name(Tokens tokens, int i) {
    Name name = tokens.get(i).name();
    if (name == null) {
      throw new IllegalArgumentException("no name at token " + i);
    }
    return name;
  }

  /** What a relative pronoun after this token stands for. */
  List<Party> antecedent(Tokens tokens, int at, Predicate<EntityRef> sort) {
    return antecedent(tokens, at, sort, 0);
  }

  private List<Party> antecedent(Tokens tokens, int at, Predicate<EntityRef> sort, int depth) {
    int i = at;
    if (depth > 6) {
      return List.of();
    }
    while (i >= 0 && tokens.get(i).name() == null && isBreak(tokens.get(i).word())) {
      if (tokens.is(i, ")")) {
        int open = opening(tokens, i);
        if (open < 0) {
          return List.of();
        }
        i = open;
      }
      i--;
    }
    if (i < 0) {
      return List.of();
    }
    Name name = tokens.get(i).name();
    if (name != null
        && name.entity().kind() == EntityKind.AREA
        && i > 2
        && tokens.is(i - 1, "in")) {
      // "Redwell, a charity in Eastshire, to which"
      return apposed(tokens, i - 2, sort, depth);
    }
    if (name != null) {
      return closest(tokens, i, sort);
    }
    if (isOneCompany(tokens, i)) {
      return common(tokens, i, sort);
    }
    if (tokens.get(i).isWord()) {
      return apposed(tokens, i, sort, depth);
    }
    return List.of();
  }

  /** "the Community Rehabilitation Company", written in full, ends at a token. */
  private static boolean isOneCompany(Tokens tokens, int i) {
    return i > 2
        && tokens.is(i, "company")
        && tokens.is(i - 1, "rehabilitation")
        && tokens.is(i - 2, "community")
        && DEFINITE.contains(tokens.get(i - 3).word());
  }

  /** The name at a token, or the list that ends there if its parts are joined by "and". */
  private List<Party> closest(Tokens tokens, int i, Predicate<EntityRef> sort) {
    List<Party> list = new ArrayList<>();
    int at = i;
    while (at >= 0) {
      Name name = tokens.get(at).name();
      if (name == null) {
        break;
      }
      EntityRef meant = topics.meaning(tokens, at, name);
      if (!sort.test(meant)) {
        break;
      }
      list.add(0, new Party(meant, at, at + 1));
      boolean and = tokens.is(at - 1, "and") || tokens.is(at - 1, ",") || tokens.is(at - 1, "&");
      if (!and || at < 2 || tokens.get(at - 2).name() == null) {
        break;
      }
      at -= 2;
    }
    return list;
  }

  private static boolean isBreak(String word) {
    return word.equals(",") || word.equals("(") || word.equals(")") || DASHES.contains(word);
  }

  /**
   * What a noun phrase with the head at a token says of a name before it: "Brightwell, the firm",
   * "Brightwell is the firm", "one of three".
   */
  private List<Party> apposed(Tokens tokens, int head, Predicate<EntityRef> sort, int depth) {
    boolean determined = false;
    for (int i = head; i >= 0 && head - i < 14; i--) {
      Tokens.Token token = tokens.get(i);
      if (token.name() != null) {
        // "the Brightwell group", "the Eastshire company".
        EntityRef meant = topics.meaning(tokens, i, name(tokens, i));
        if (i + 1 == head && sort.test(meant) && words.isFirm(tokens.get(head).word())) {
          return List.of(new Party(meant, i, head + 1));
        }
        continue;
      }
      boolean hyphen = DASHES.contains(token.word()) && tokens.touches(i);
      determined |= Grammar.isDeterminer(token.word());
      boolean listed =
          token.is(",") && !determined && i > 0 && tokens.get(i - 1).isWord() && i + 1 < head;
      if (listed) {
        // "a public, private and voluntary company"
        continue;
      }
      if (isBreak(token.word()) && !hyphen) {
        int before = i - 1;
        if (before >= 0 && tokens.is(before, ")")) {
          before = opening(tokens, before) - 1;
        }
        return before >= 0 && tokens.get(before).name() != null
            ? closest(tokens, before, sort)
            : common(tokens, head, sort);
      }
      if (isBe(token.word()) || token.is("became") || token.is("becomes")) {
        return phraseBefore(tokens, group(tokens, i, i + 1).from() - 1, sort, depth + 1);
      }
      if (ENDS.contains(token.word())) {
        break;
      }
    }
    return common(tokens, head, sort);
  }

  /** "The company", "this partnership": who was named last and can be meant. */
  private List<Party> common(Tokens tokens, int head, Predicate<EntityRef> sort) {
    String noun = tokens.get(head).word();
    if (words.isFirms(noun)) {
      return several(tokens, head, sort);
    }
    if (!words.isFirm(noun)) {
      return List.of();
    }
    Name called = head > 0 ? tokens.get(head - 1).name() : null;
    if (called != null && sort.test(called.entity()) && !noun.startsWith("own")) {
      return List.of(new Party(topics.meaning(tokens, head - 1, called), head - 1, head + 1));
    }
    int i = head - 1;
    if (isOneCompany(tokens, head) && sort.test(Field.CRCS)) {
      return topics
          .crc(tokens.get(head).range().from())
          .map(crc -> List.of(new Party(crc, head - 3, head + 1)))
          .orElse(List.of());
    }
    if (tokens.is(i, "sister")) {
      return Optional.ofNullable(venture)
          .or(() -> topics.owner(tokens.get(head).range().from()))
          .filter(sort)
          .map(owner -> List.of(new Party(owner, 0, 0)))
          .orElse(List.of());
    }
    while (i >= 0 && head - i < 5 && tokens.get(i).isWord()) {
      if (DEFINITE.contains(tokens.get(i).word())) {
        int offset = tokens.get(head).range().from();
        return lastNamed(tokens, i, sort, words.isJoint(noun))
            .map(entity -> List.of(new Party(entity, 0, 0)))
            .orElseGet(
                () ->
                    sort.test(Field.CRCS)
                        ? topics
                            .crc(offset)
                            .map(crc -> List.of(new Party(crc, 0, 0)))
                            .orElse(List.of())
                        : List.of());
      }
      i--;
    }
    return List.of();
  }

  /** "the two companies": those of the sentence before; "A and its sister companies": A. */
  private List<Party> several(Tokens tokens, int head, Predicate<EntityRef> sort) {
    int i = head - 1;
    while (i >= 0
        && head - i < 4
        && tokens.get(i).isWord()
        && !DEFINITE.contains(tokens.get(i).word())) {
      i--;
    }
    if (i < 0 || tokens.get(i).name() != null) {
      return List.of();
    }
    if ((tokens.is(i, "its") || tokens.is(i, "their")) && tokens.is(i - 1, "and") && i > 1) {
      return tokens.get(i - 2).name() == null ? List.of() : named(tokens, i - 2, sort, 1);
    }
    if (!DEFINITE.contains(tokens.get(i).word()) || tokens.is(i, "its") || tokens.is(i, "their")) {
      return List.of();
    }
    int sentence = tokens.range().from();
    TextRange scope = topics.scope(sentence);
    List<Reading.Sentence> before =
        reading.sentences(new TextRange(Math.max(scope.from(), sentence - LOOK_BACK), sentence));
    Set<EntityRef> meant = new LinkedHashSet<>();
    if (!before.isEmpty()) {
      for (Name name : reading.names(before.get(before.size() - 1).range())) {
        if (sort.test(name.entity()) && !Field.isClass(name.entity())) {
          meant.add(name.entity());
        }
      }
    }
    return meant.size() < 2 ? List.of() : meant.stream().map(m -> new Party(m, 0, 0)).toList();
  }

  private List<Party> pronoun(Tokens tokens, int at, Predicate<EntityRef> sort) {
    if (tokens.is(at, "we")) {
      return self(tokens, at, sort).map(e -> List.of(new Party(e, 0, 0))).orElse(List.of());
    }
    return lastNamed(tokens, at, sort, false)
        .map(entity -> List.of(new Party(entity, 0, 0)))
        .orElse(List.of());
  }

  /**
   * Who "we" are: whoever a press release or letter is of, which it names first. Others say "we" in
   * quotation marks, and of nobody whom the text names.
   */
  Optional<EntityRef> self(Tokens tokens, int at, Predicate<EntityRef> sort) {
    TextRange scope = topics.scope(tokens.range().from());
    if (!topics.isOfOrganisation(tokens.range().from()) || isQuoted(tokens, at)) {
      return Optional.empty();
    }
    for (Name name : reading.names(scope)) {
      EntityKind kind = name.entity().kind();
      if (kind != EntityKind.AREA
          && kind != EntityKind.PERSON
          && kind != EntityKind.PROGRAMME
          && !Field.isClass(name.entity())) {
        return Optional.of(name.entity()).filter(sort);
      }
    }
    return Optional.empty();
  }

  /** How far back, in UTF-16 code units, the mark is looked for that opens a quotation. */
  private static final int LONGEST_QUOTED = 4_000;

  private boolean isQuoted(Tokens tokens, int at) {
    int offset = at < tokens.size() ? tokens.get(at).range().from() : tokens.range().to();
    int from = offset;
    while (from > 0 && offset - from < LONGEST_QUOTED && reading.text().charAt(from - 1) != '\n') {
      from--;
    }
    boolean open = false;
    for (int i = from; i < offset; i++) {
      char c = reading.text().charAt(i);
      open = c == '“' || (c == '"' ? !open : open && c != '”');
    }
    if (open) {
      return true;
    }
    for (int i = at; i >= 0; i--) {
      if (tokens.is(i, "”")) {
        return false;
      }
      if (tokens.is(i, "“") || tokens.is(i, "\"") || tokens.is(i, "‘")) {
        return true;
      }
    }
    return false;
  }

  /** How many code units before a sentence a pronoun looks for its name. */
  private static final int LOOK_BACK = 600;

  /** What "its" at a token means. */
  Optional<EntityRef> lastNamed(Tokens tokens, int at, Predicate<EntityRef> sort) {
    return lastNamed(tokens, at, sort, false);
  }

  /**
   * The thing that a pronoun or "the company" at a token means: the first that its sentence names
   * before it, or else the first of the nearest sentence before that names one.
   */
  private Optional<EntityRef> lastNamed(
      Tokens tokens, int at, Predicate<EntityRef> sort, boolean joint) {
    Predicate<EntityRef> meant = joint ? sort.and(entity -> entity.kind() != EntityKind.CRC) : sort;
    int sentence = tokens.range().from();
    int offset = tokens.get(at).range().from();
    if (joint && venture != null && sort.test(venture)) {
      return Optional.of(venture);
    }
    List<Name> here = reading.names(new TextRange(sentence, offset));
    for (Name name : here) {
      if (meant.test(name.entity()) && !Field.isClass(name.entity())) {
        return Optional.of(name.entity());
      }
    }
    TextRange scope = topics.scope(sentence);
    int from = Math.max(scope.from(), sentence - LOOK_BACK);
    List<Reading.Sentence> before = reading.sentences(new TextRange(from, sentence));
    for (int s = before.size() - 1; s >= 0; s--) {
      for (Name name : reading.names(before.get(s).range())) {
        if (meant.test(name.entity()) && !Field.isClass(name.entity())) {
          return Optional.of(name.entity());
        }
      }
    }
    return Optional.empty();
  }

  /** A verb after "and" has the subject of the verb before it: the first name of the clause. */
  private List<Party> conjoined(Tokens tokens, int and, Predicate<EntityRef> sort, int depth) {
    int from = and - 1;
    while (from >= 0
        && and - from < LONGEST_ASIDE
        && !ENDS.contains(tokens.get(from).word())
        && !(tokens.get(from).name() == null
            && Grammar.isSubordinator(tokens.get(from).word())
            && !RELATIVES.contains(tokens.get(from).word()))) {
      if (tokens.is(from, "which") || tokens.is(from, "who")) {
        List<Party> found = antecedent(tokens, from - 1, sort, depth + 1);
        if (!found.isEmpty()) {
          return found;
        }
      }
      from--;
    }
    for (int i = from + 1; i < and; i++) {
      Name name = tokens.get(i).name();
      if (name != null
          && sort.test(name.entity())
          && !(i > 0
              && tokens.get(i - 1).name() == null
              && Grammar.isPreposition(tokens.get(i - 1).word()))) {
        return List.of(new Party(topics.meaning(tokens, i, name), i, i + 1));
      }
      if (name == null && PRONOUNS.contains(tokens.get(i).word())) {
        return pronoun(tokens, i, sort);
      }
    }
    return List.of();
  }

  /** "Brightwell, the services group, runs": what stands before the other comma. */
  private List<Party> aside(Tokens tokens, int mark, Predicate<EntityRef> sort, int depth) {
    String word = tokens.get(mark).word();
    List<Party> apposed = List.of();
    for (int i = mark - 1; i > 0 && mark - i < LONGEST_ASIDE; i--) {
      Tokens.Token token = tokens.get(i);
      if (token.is(")") && opening(tokens, i) > 0) {
        i = opening(tokens, i);
        continue;
      }
      if (token.name() == null && ENDS.contains(token.word())) {
        break;
      }
      if (token.name() != null || !(token.is(word) || (DASHES.contains(word) && isDash(token)))) {
        continue;
      }
      int before = i - 1;
      if (tokens.is(before, ")")) {
        before = opening(tokens, before) - 1;
      }
      if (before >= 0 && tokens.get(before).name() != null) {
        List<Party> found = named(tokens, before, sort, depth + 1);
        if (!found.isEmpty() && i + 1 < mark) {
          return found;
        }
      } else if (before >= 0 && tokens.get(before).isWord()) {
        List<Party> found = common(tokens, before, sort);
        if (!found.isEmpty()) {
          return found;
        }
        if (DASHES.contains(word) && tokens.get(before).word().endsWith("s")) {
          // "The companies – A, B and C – were sold", "The owners – A, a firm – run".
          List<Party> told = namesBetween(tokens, i + 1, mark, sort);
          if (told.size() > 1 || (told.size() == 1 && told.get(0).from() == i + 1)) {
            return told;
          }
        }
        if (mark - i < 8) {
          // "Another founder, the charity Redwell, left".
          apposed = named(tokens, mark - 1, sort, depth + 1);
          if (!apposed.isEmpty()) {
            break;
          }
        }
      }
    }
    return apposed;
  }

  private List<Party> namesBetween(Tokens tokens, int from, int to, Predicate<EntityRef> sort) {
    List<Party> names = new ArrayList<>();
    for (int i = from; i < to; i++) {
      Name name = tokens.get(i).name();
      if (name != null && sort.test(name.entity()) && !Field.isClass(name.entity())) {
        names.add(new Party(name.entity(), i, i + 1));
      }
    }
    return names;
  }

  private static boolean isDash(Tokens.Token token) {
    return DASHES.contains(token.word());
  }

  private static int opening(Tokens tokens, int close) {
    for (int i = close - 1; i >= 0 && close - i < LONGEST_ASIDE; i--) {
      if (tokens.is(i, "(")) {
        return i;
      }
    }
    return -1;
  }

  /**
   * The names that stand as the object from a token on, lists and appositions included.
   *
   * @param path which words may stand before the first name
   */
  List<Party> object(Tokens tokens, int from, Predicate<EntityRef> sort, Predicate<String> path) {
    return object(tokens, from, sort, path, LIST_WORDS);
  }

  /** The names that stand after "by" or "to", where "A with B" is a list too. */
  List<Party> agents(Tokens tokens, int from, Predicate<EntityRef> sort, Predicate<String> path) {
    return object(tokens, from, sort, path, AGENT_LIST_WORDS);
  }

  private List<Party> object(
      Tokens tokens,
      int from,
      Predicate<EntityRef> sort,
      Predicate<String> path,
      Set<String> marks) {
    int i = from;
    while (i < tokens.size() && i - from < LONGEST_PHRASE) {
      Tokens.Token token = tokens.get(i);
      if (token.name() != null) {
        boolean possessor = tokens.is(i + 1, "'s") || tokens.is(i + 1, "'");
        if (sort.test(token.name().entity()) && !possessor) {
          return list(tokens, i, sort, marks);
        }
        if (token.name().entity().kind() != EntityKind.AREA && !possessor) {
          return List.of();
        }
        i++;
        continue;
      }
      String word = token.word();
      boolean of = word.equals("'s") || word.equals("'");
      boolean quote =
          of || word.equals("“") || word.equals("‘") || word.equals("\"") || word.equals("-");
      boolean compound = tokens.is(i - 1, "-") || tokens.is(i + 1, "-");
      boolean named = word.equals(",") && i > from + 1 && isNamedNext(tokens, i, from, sort);
      boolean passes =
          quote || compound || named || token.isNumeral() || joinsWords(tokens, i, from);
      if (!passes && !path.test(word)) {
        return List.of();
      }
      i++;
    }
    return List.of();
  }

  /** "a competitor, Brightwell": the name after the comma says who is meant. */
  private boolean isNamedNext(Tokens tokens, int comma, int from, Predicate<EntityRef> sort) {
    Name next = comma + 1 < tokens.size() ? tokens.get(comma + 1).name() : null;
    boolean indefinite = tokens.is(from, "a") || tokens.is(from, "an") || tokens.is(from, "its");
    return next != null
        && sort.test(next.entity())
        && (indefinite || words.isFirm(tokens.get(comma - 1).word()));
  }

  /** "the prisons and skills company A": an "and" between the words of a description. */
  private static boolean joinsWords(Tokens tokens, int and, int from) {
    return tokens.is(and, "and")
        && and > from
        && and + 1 < tokens.size()
        && tokens.get(and - 1).isWord()
        && tokens.get(and + 1).isWord()
        && !Grammar.isDeterminer(tokens.get(and + 1).word());
  }

  /** The list that begins with the name at a token: "A, the services group, B and C". */
  private List<Party> list(Tokens tokens, int first, Predicate<EntityRef> sort, Set<String> marks) {
    List<Party> found = new ArrayList<>();
    int i = first;
    while (i < tokens.size()) {
      Name name = tokens.get(i).name();
      if (name == null || !sort.test(name.entity())) {
        break;
      }
      EntityRef meant = topics.meaning(tokens, i, name);
      if (!isUnknownCrc(tokens, i, meant)) {
        found.add(new Party(meant, i, i + 1));
      }
      int next = i + 1;
      if (tokens.is(next, "(")) {
        int close = next + 1;
        while (close < tokens.size() && close - next < 10 && !tokens.is(close, ")")) {
          close++;
        }
        next = tokens.is(close, ")") ? close + 1 : next;
      }
      int after = nextInList(tokens, next, sort, marks);
      if (after < 0) {
        break;
      }
      i = after;
    }
    return found;
  }

  /** The next name of a list whose last one ended before a token, or -1. */
  private static int nextInList(
      Tokens tokens, int from, Predicate<EntityRef> sort, Set<String> marks) {
    int i = from;
    if (tokens.is(i, ",") && isAside(tokens, i + 1, sort)) {
      int close = i + 1;
      while (close < tokens.size()
          && close - i < LONGEST_ASIDE
          && !tokens.is(close, ",")
          && !(tokens.get(close).name() == null && ENDS.contains(tokens.get(close).word()))) {
        close++;
      }
      if (!tokens.is(close, ",")) {
        return -1;
      }
      i = close;
    }
    boolean joined = false;
    int words = 0;
    for (; i < tokens.size() && words < 5; i++) {
      Tokens.Token token = tokens.get(i);
      if (token.name() != null) {
        return joined && sort.test(token.name().entity()) ? i : -1;
      }
      String word = token.word();
      if (marks.contains(word)) {
        joined = true;
        words = 0;
        continue;
      }
      boolean describes =
          joined
              && (token.isWord() || token.is("-"))
              && !(tokens.is(i - 1, ",") && (word.equals("called") || word.equals("named")))
              && !Grammar.isSubordinator(word)
              && !Grammar.isPreposition(word)
              && !Grammar.isFinite(word)
              && !word.startsWith("includ");
      if (!describes) {
        return -1;
      }
      words++;
    }
    return -1;
  }

  /** "a services group from Eastshire," or "which holds most shares,", but not "the charity A". */
  private static boolean isAside(Tokens tokens, int at, Predicate<EntityRef> sort) {
    if (tokens.is(at, "a")
        || tokens.is(at, "an")
        || tokens.is(at, "which")
        || tokens.is(at, "who")) {
      return true;
    }
    if (!tokens.is(at, "the") && !tokens.is(at, "its")) {
      return false;
    }
    for (int i = at + 1; i < Math.min(at + 7, tokens.size()); i++) {
      Name name = tokens.get(i).name();
      if (name != null) {
        return !sort.test(name.entity());
      }
      if (Grammar.isPreposition(tokens.get(i).word()) || tokens.is(i, ",")) {
        return true;
      }
    }
    return true;
  }
}
