package org.crcgraph.extract;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.crcgraph.lexicon.Lexicon;
import org.crcgraph.model.EntityKind;
import org.jspecify.annotations.Nullable;

/**
 * A pattern over the tokens of a sentence, written as words separated by blanks:
 *
 * <ul>
 *   <li>{@code run|runs} one of these words or marks;
 *   <li>{@code @owning} an entry of the word list {@code data/lexicon/words/owning.txt};
 *   <li>{@code OWNER}, {@code CRC}, … a linked name of that {@linkplain Sort sort};
 *   <li>{@code NUMBER} a numeral or a number in words;
 *   <li>{@code ~5} at most five tokens of any other sort, as few as possible, none of them a name
 *       or an end of clause; {@code ~~5} likewise, but names may stand among them.
 * </ul>
 *
 * <p>{@code x=…} keeps what matched as {@code x}; an ending {@code ?}, {@code *} or {@code +} says
 * how often; an ending {@code ,} lets a name stand for a list of names ("A, B and the C").
 */
final class Phrase {
  private static final WordSet LIST_MARKS =
      WordSet.of(",", "and", "&", "/", "or", "the", "both", "also", "as", "well");

  /** Marks that a gap never runs across. */
  private static final WordSet CLAUSE_ENDS = WordSet.of(";", ":", ".", "?", "!", "•");

  private static final List<String> NUMBERS =
      List.of(
          "one",
          "two",
          "three",
          "four",
          "five",
          "six",
          "seven",
          "eight",
          "nine",
          "ten",
          "eleven",
          "twelve",
          "several",
          "some",
          "all",
          "most",
          "many",
          "both",
          "other",
          "remaining");

  private static final WordSet NUMBER_WORDS = WordSet.of(NUMBERS);

  private final List<Element> elements;

  /** What must stand in a sentence for the pattern to match in it. */
  private final List<Openers> needed = new ArrayList<>();

  private Phrase(List<Element> elements) {
    this.elements = elements;
    for (Element element : elements) {
      if (element.least > 0) {
        needed.add(element.atom.openers());
      }
    }
  }

  /** What an element can begin with: one of some sorts of names, or one of some words. */
  private static final class Openers {
    /** Bits as {@link Tokens#sorts} has them. */
    private final int sorts;

    /** Bits as {@link Tokens#bit} places them. */
    private final long[] words;

    private Openers(int sorts, long[] words) {
      this.sorts = sorts;
      this.words = words;
    }

    static Openers of(int sorts, Iterable<String> words) {
      long[] bits = new long[Tokens.WORD_BITS / 64];
      for (String word : words) {
        int bit = Tokens.bit(word);
        bits[bit >> 6] |= 1L << bit;
      }
      return new Openers(sorts, bits);
    }

    boolean mayStandIn(Tokens tokens) {
      return (tokens.sorts() & sorts) != 0 || tokens.mayHave(words);
    }

    boolean mayBe(Tokens.Token token) {
      if (token.name() != null) {
        return (Tokens.sort(token.name()) & sorts) != 0;
      }
      int bit = Tokens.bit(token.word());
      return (words[bit >> 6] & 1L << bit) != 0 || (sorts & Tokens.NUMERAL) != 0;
    }
  }

  /** What a linked name must mean to match a word in capitals. */
  enum Sort {
    /** A company that held CRC contracts. */
    OWNER(EnumSet.of(EntityKind.OWNER)),
    /** A company that is no CRC. */
    COMPANY(EnumSet.of(EntityKind.OWNER, EntityKind.COMPANY, EntityKind.SUPPLIER)),
    SUPPLIER(EnumSet.of(EntityKind.SUPPLIER)),
    /** One CRC. */
    CRC(EnumSet.of(EntityKind.CRC)),
    /** The CRCs as a class. */
    CRCS(EnumSet.of(EntityKind.CRC)),
    DIVISION(EnumSet.of(EntityKind.NPS_DIVISION)),
    BODY(EnumSet.of(EntityKind.PUBLIC_BODY)),
    PERSON(EnumSet.of(EntityKind.PERSON)),
    AREA(EnumSet.of(EntityKind.AREA)),
    PROGRAMME(EnumSet.of(EntityKind.PROGRAMME)),
    PUBLICATION(EnumSet.of(EntityKind.PUBLICATION)),
    ORGANISATION(
        EnumSet.of(
            EntityKind.OWNER,
            EntityKind.COMPANY,
            EntityKind.SUPPLIER,
            EntityKind.CRC,
            EntityKind.NPS_DIVISION,
            EntityKind.PUBLIC_BODY,
            EntityKind.UNION)),
    NAME(EnumSet.allOf(EntityKind.class));

    private final Set<EntityKind> kinds;

    Sort(Set<EntityKind> kinds) {
      this.kinds = kinds;
    }

    /** The bits that names of this sort have in {@link Tokens#sorts}. */
    int bits() {
      int bits = 0;
      for (EntityKind kind : kinds) {
        bits |= Tokens.sort(kind);
      }
      boolean crcs = kinds.contains(EntityKind.CRC) && this != CRC;
      return this == CRCS ? Tokens.CLASS_OF_CRCS : crcs ? bits | Tokens.CLASS_OF_CRCS : bits;
    }

    boolean matches(Name name) {
      if (!kinds.contains(name.entity().kind())) {
        return false;
      }
      boolean isClass = Field.isClass(name.entity());
      return switch (this) {
        case CRC -> !isClass;
        case CRCS -> isClass;
        default -> true;
      };
    }
  }

  /**
   * A match.
   *
   * @param from first token
   * @param to one past the last token
   * @param kept tokens of each labelled element, {@code {from, to}} pairs in order
   */
  record Match(Tokens tokens, int from, int to, Map<String, List<int[]>> kept) {
    /** The names that a labelled element matched, in order. */
    List<Name> names(String label) {
      List<Name> names = new ArrayList<>();
      for (int[] part : kept.getOrDefault(label, List.of())) {
        for (int i = part[0]; i < part[1]; i++) {
          Name name = tokens.get(i).name();
          if (name != null) {
            names.add(name);
          }
        }
      }
      return names;
    }

    /** The words that a labelled element matched, in lower case; empty where it matched nothing. */
    String text(String label) {
      StringBuilder text = new StringBuilder();
      for (int[] part : kept.getOrDefault(label, List.of())) {
        for (int i = part[0]; i < part[1]; i++) {
          text.append(text.length() == 0 ? "" : " ").append(tokens.get(i).word());
        }
      }
      return text.toString();
    }

    /** The text range of the whole match. */
    org.crcgraph.model.TextRange range() {
      return tokens.range(from, to);
    }
  }

  /** Reads a pattern. */
  static Phrase of(String pattern, Lexicon lexicon) {
    List<Element> elements = new ArrayList<>();
    for (String part : pattern.trim().split("\\s+")) {
      elements.add(Element.of(part, lexicon));
    }
    return new Phrase(List.copyOf(elements));
  }

  /** The matches from left to right; each begins after the end of the one before. */
  List<Match> matches(Tokens tokens) {
    for (Openers some : needed) {
      if (!some.mayStandIn(tokens)) {
        return List.of();
      }
    }
    List<Match> matches = new ArrayList<>();
    int i = 0;
    Openers first = elements.get(0).least > 0 ? needed.get(0) : null;
    while (i < tokens.size()) {
      Match match = first != null && !first.mayBe(tokens.get(i)) ? null : matchAt(tokens, i);
      if (match == null) {
        i++;
      } else {
        matches.add(match);
        i = Math.max(match.to(), i + 1);
      }
    }
    return matches;
  }

  /** The match that begins at a token, or null. */
  @Nullable Match matchAt(Tokens tokens, int start) {
    if (elements.get(0).length(tokens, start) < 0 && elements.get(0).least > 0) {
      return null;
    }
    Run run = new Run(tokens);
    int end = run.match(0, start, 0);
    return end < 0 ? null : new Match(tokens, start, end, run.kept);
  }

  /** One attempt; backtracks over how often each element is taken. */
  private final class Run {
    private final Tokens tokens;
    private final Map<String, List<int[]>> kept = new HashMap<>(4);

    Run(Tokens tokens) {
      this.tokens = tokens;
    }

    /** The end of the match of the elements from {@code e} on, at token {@code i}, or -1. */
    int match(int e, int i, int taken) {
      if (e == elements.size()) {
        return i;
      }
      Element element = elements.get(e);
      if (element.lazy && taken >= element.least) {
        int end = match(e + 1, i, 0);
        if (end >= 0) {
          return end;
        }
      }
      if (taken < element.most) {
        int length = element.length(tokens, i);
        if (length > 0) {
          keep(element, i, i + length);
          int end = match(e, i + length, taken + 1);
          if (end >= 0) {
            return end;
          }
          unkeep(element);
        }
      }
      return !element.lazy && taken >= element.least ? match(e + 1, i, 0) : -1;
    }

    private void keep(Element element, int from, int to) {
      if (element.label != null) {
        kept.computeIfAbsent(element.label, label -> new ArrayList<>()).add(new int[] {from, to});
      }
    }

    private void unkeep(Element element) {
      if (element.label != null) {
        List<int[]> parts = kept.getOrDefault(element.label, List.of());
        parts.remove(parts.size() - 1);
      }
    }
  }

  /** One word of the pattern. */
  private record Element(
      @Nullable String label, Atom atom, int least, int most, boolean lazy, boolean list) {

    static Element of(String part, Lexicon lexicon) {
      String rest = part;
      String label = null;
      int equals = rest.indexOf('=');
      if (equals > 0) {
        label = rest.substring(0, equals);
        rest = rest.substring(equals + 1);
      }
      if (rest.startsWith("~")) {
        boolean names = rest.startsWith("~~");
        int most = Integer.parseInt(rest.substring(names ? 2 : 1));
        return new Element(label, new Gap(names), 0, most, true, false);
      }
      int least = 1;
      int most = 1;
      boolean list = false;
      if (rest.length() > 1) {
        switch (rest.charAt(rest.length() - 1)) {
          case '?' -> least = 0;
          case '*' -> {
            least = 0;
            most = 8;
          }
          case '+' -> most = 8;
          case ',' -> list = true;
          default -> most = 1;
        }
        if (least != 1 || most != 1 || list) {
          rest = rest.substring(0, rest.length() - 1);
        }
      }
      return new Element(label, Atom.of(rest, lexicon), least, most, false, list);
    }

    /** How many tokens the element takes once at {@code i}, or -1. */
    int length(Tokens tokens, int i) {
      if (i >= tokens.size()) {
        return -1;
      }
      int length = atom.length(tokens, i);
      if (!list || length < 0) {
        return length;
      }
      int end = i + length;
      while (true) {
        int next = end;
        while (next < tokens.size()
            && next - end < 4
            && LIST_MARKS.contains(tokens.get(next).word())) {
          next++;
        }
        if (next == end || next >= tokens.size() || atom.length(tokens, next) < 0) {
          return end - i;
        }
        end = next + atom.length(tokens, next);
      }
    }
  }

  /** What one element matches. */
  private sealed interface Atom {
    int length(Tokens tokens, int i);

    /** What it can begin with; asked only of elements that must stand there. */
    Openers openers();

    static Atom of(String text, Lexicon lexicon) {
      if (text.startsWith("@")) {
        return new Words(text.substring(1), lexicon);
      }
      if (text.equals("NUMBER")) {
        return new Numeral();
      }
      if (Character.isUpperCase(text.charAt(0))) {
        List<Sort> sorts = new ArrayList<>();
        for (String sort : text.split("\\|")) {
          sorts.add(Sort.valueOf(sort));
        }
        return new Names(sorts);
      }
      return text.equals("|") ? new Literals("|") : new Literals(text.split("\\|"));
    }
  }

  private record Gap(boolean names) implements Atom {
    @Override
    public Openers openers() {
      throw new IllegalStateException("a gap may always be empty");
    }

    @Override
    public int length(Tokens tokens, int i) {
      Tokens.Token token = tokens.get(i);
      if (token.name() != null) {
        return names ? 1 : -1;
      }
      return CLAUSE_ENDS.contains(token.word()) ? -1 : 1;
    }
  }

  private record Numeral() implements Atom {
    @Override
    public Openers openers() {
      return Openers.of(Tokens.NUMERAL, NUMBERS);
    }

    @Override
    public int length(Tokens tokens, int i) {
      Tokens.Token token = tokens.get(i);
      return token.name() == null && (token.isNumeral() || NUMBER_WORDS.contains(token.word()))
          ? 1
          : -1;
    }
  }

  private record Names(List<Sort> sorts) implements Atom {
    @Override
    public Openers openers() {
      int bits = 0;
      for (Sort sort : sorts) {
        bits |= sort.bits();
      }
      return Openers.of(bits, List.of());
    }

    @Override
    public int length(Tokens tokens, int i) {
      Name name = tokens.get(i).name();
      if (name != null) {
        for (Sort sort : sorts) {
          if (sort.matches(name)) {
            return 1;
          }
        }
      }
      return -1;
    }
  }

  private record Literals(List<String> list, WordSet words) implements Atom {
    Literals(String... words) {
      this(List.of(words), WordSet.of(words));
    }

    @Override
    public Openers openers() {
      return Openers.of(0, list);
    }

    @Override
    public int length(Tokens tokens, int i) {
      Tokens.Token token = tokens.get(i);
      return token.name() == null && words.contains(token.word()) ? 1 : -1;
    }
  }

  /** A word list; entries of several words are tried longest first. */
  private record Words(WordList list) implements Atom {
    Words(String name, Lexicon lexicon) {
      this(WordList.of(lexicon, name));
    }

    @Override
    public Openers openers() {
      return Openers.of(0, list.firstWords());
    }

    @Override
    public int length(Tokens tokens, int i) {
      return list.longestAt(tokens, i);
    }
  }
}
