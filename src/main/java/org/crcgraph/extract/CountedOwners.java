package org.crcgraph.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.crcgraph.model.EntityKind;
import org.crcgraph.model.EntityRef;
import org.crcgraph.model.TextRange;
import org.jspecify.annotations.Nullable;

/** Owners told by how many CRCs each has, where what is counted was named before. */
final class CountedOwners {
  /** Verbs of having, beside those of owning, that need no noun after the number. */
  private static final Set<String> HAVING = Set.of("got", "has", "have", "gets", "get");

  /** What may stand after the number instead of the thing counted. */
  private static final Set<String> AFTER_COUNT =
      Set.of(
          ",",
          ";",
          ".",
          "and",
          "each",
          "apiece",
          "areas",
          "regions",
          "contracts",
          "packages",
          "services",
          "companies",
          "more",
          ")");

  /** There were no more CRCs. */
  private static final int MOST = 21;

  private final OwnershipFinds finds;
  private final Reading reading;

  CountedOwners(OwnershipFinds finds) {
    this.finds = finds;
    this.reading = finds.reading();
  }

  /**
   * Reads a sentence that has a number.
   *
   * @param before the sentence before, or null
   */
  void add(Tokens tokens, Reading.@Nullable Sentence before) {
    addInBrackets(tokens);
    int from = before == null ? tokens.range().from() : before.range().from();
    if (namesClass(new TextRange(from, tokens.range().to()))) {
      addTaken(tokens);
      addGiven(tokens);
    }
    if (reading.topics().isOfCrcs(tokens.range().from())) {
      addAfterColon(tokens);
    }
  }

  /** "These are Brightwell (6), Oakwood (5) and Greenvale (1)". */
  private void addInBrackets(Tokens tokens) {
    List<Integer> counted = new ArrayList<>();
    for (int i = 0; i + 3 < tokens.size(); i++) {
      boolean one =
          isOwner(tokens, i)
              && tokens.is(i + 1, "(")
              && tokens.get(i + 2).isNumeral()
              && tokens.is(i + 3, ")");
      if (one) {
        counted.add(i);
      }
    }
    if (counted.size() > 1 && reading.topics().isOfCrcs(tokens.range().from())) {
      for (int i : counted) {
        add(tokens, i, i + 4);
      }
    }
  }

  /** "The CRCs have new owners. Brightwell took six and Oakwood five." */
  private void addTaken(Tokens tokens) {
    boolean gapped = false;
    for (int i = 0; i + 1 < tokens.size(); i++) {
      if (!isOwner(tokens, i)) {
        continue;
      }
      int number = gapped && isCount(tokens, i + 1) ? i + 1 : afterVerb(tokens, i + 1);
      if (number > 0 && isCount(tokens, number)) {
        add(tokens, i, number + 1);
        gapped = true;
      }
    }
  }

  private int afterVerb(Tokens tokens, int at) {
    if (at >= tokens.size() || tokens.get(at).name() != null) {
      return -1;
    }
    int length = finds.words().owning().longestAt(tokens, at);
    String word = tokens.get(at).word();
    boolean having = HAVING.contains(word) || OwnershipWords.TAKING.contains(word);
    return length > 0 ? at + length : having ? at + 1 : -1;
  }

  /** "The CRCs were sold. Three went to Brightwell." */
  private void addGiven(Tokens tokens) {
    for (int i = 0; i + 2 < tokens.size(); i++) {
      if (!isNumber(tokens, i)) {
        continue;
      }
      int verb = tokens.is(i + 1, "of") && tokens.is(i + 2, "them") ? i + 3 : i + 1;
      while (tokens.is(verb, "more") || tokens.is(verb, "others") || tokens.is(verb, "were")) {
        verb++;
      }
      int length = verb < tokens.size() ? finds.words().transferring().longestAt(tokens, verb) : 0;
      int owner = verb + length + 1;
      if (length > 0 && tokens.is(owner - 1, "to") && isOwner(tokens, owner)) {
        add(tokens, owner, i);
      }
    }
  }

  /** "• Brightwell, a catering group: six areas, from Eastshire to Northshire". */
  private void addAfterColon(Tokens tokens) {
    int colon = 0;
    while (colon < tokens.size() && !tokens.is(colon, ":")) {
      colon++;
    }
    int first = 0;
    while (first < colon && tokens.get(first).name() == null && !tokens.get(first).isWord()) {
      first++;
    }
    if (!isOwner(tokens, first) || !isCount(tokens, colon + 1)) {
      return;
    }
    for (int i = first; i < colon; i++) {
      if (isOwner(tokens, i)) {
        add(tokens, i, colon + 2);
        addAreas(tokens, tokens.nameAt(i).entity(), first, colon + 2);
      } else if (!tokens.is(i, ",") && !tokens.is(i, "and")) {
        return;
      }
    }
  }

  private void addAreas(Tokens tokens, EntityRef owner, int first, int from) {
    for (int i = from; i < tokens.size(); i++) {
      Name name = tokens.get(i).name();
      EntityRef crc = name == null ? null : finds.words().crcOf(name.entity(), true);
      if (crc != null && Field.isOneCrc(crc)) {
        finds.add(OwnershipRule.COUNTED, owner, crc, tokens.range(first, i + 1));
      }
    }
  }

  private boolean namesClass(TextRange range) {
    for (Name name : reading.names(range)) {
      if (Field.isClass(name.entity())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOwner(Tokens tokens, int i) {
    return i < tokens.size()
        && tokens.get(i).name() != null
        && tokens.nameAt(i).entity().kind() == EntityKind.OWNER;
  }

  private static boolean isNumber(Tokens tokens, int i) {
    if (i >= tokens.size() || tokens.get(i).name() != null) {
      return false;
    }
    if (!tokens.get(i).isNumeral()) {
      return OwnershipWords.isNumberWord(tokens.get(i).word());
    }
    String word = tokens.get(i).word();
    return word.length() <= 2
        && word.chars().allMatch(Character::isDigit)
        && Integer.parseInt(word) <= MOST;
  }

  /** A number without the thing counted: "six", "five areas", "one each". */
  private static boolean isCount(Tokens tokens, int i) {
    return isNumber(tokens, i)
        && (i + 1 >= tokens.size()
            || (tokens.get(i + 1).name() == null
                && AFTER_COUNT.contains(tokens.get(i + 1).word())));
  }

  private void add(Tokens tokens, int owner, int number) {
    finds.add(
        OwnershipRule.COUNTED,
        tokens.nameAt(owner).entity(),
        Field.CRCS,
        tokens.range(Math.min(owner, number), Math.max(owner + 1, number)));
  }
}
