package org.crcgraph.extract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.crcgraph.lexicon.Lexicon;
import org.crcgraph.model.Entity;
import org.crcgraph.model.EntityKind;
import org.crcgraph.model.EntityRef;
import org.crcgraph.model.Tenure;
import org.crcgraph.model.TextRange;
import org.jspecify.annotations.Nullable;

/** A document as those read it who look for speakers, with its look-ups of names. */
final class SpokenText {
  private static final Set<String> HONORIFICS =
      Set.of(
          "mr",
          "mrs",
          "ms",
          "miss",
          "dame",
          "sir",
          "lord",
          "lady",
          "baroness",
          "dr",
          "prof",
          "professor",
          "rev",
          "hon",
          "rt",
          "right",
          "honourable");

  private final Reading reading;
  private final SpeechTokens tokens;
  private final SpeechWords words;
  private final Known known;
  private final int[] scopes;
  private final int[] quotationOf;

  /**
   * Shares the arrays, which nobody changes.
   *
   * @param scopes for each block a number that changes where another voice begins
   * @param quotationOf for each token the quotation that it lies in, or -1
   */
  SpokenText(
      Reading reading,
      SpeechTokens tokens,
      SpeechWords words,
      Known known,
      int[] scopes,
      int[] quotationOf) {
    this.reading = reading;
    this.tokens = tokens;
    this.words = words;
    this.known = known;
    this.scopes = scopes;
    this.quotationOf = quotationOf;
  }

  Reading reading() {
    return reading;
  }

  SpeechTokens tokens() {
    return tokens;
  }

  SpeechWords words() {
    return words;
  }

  Known known() {
    return known;
  }

  int[] scopes() {
    return scopes;
  }

  int[] quotationOf() {
    return quotationOf;
  }

  /** What the lexicon contributes; shared by all documents. */
  static final class Known {
    private final Map<String, EntityRef> byName = new HashMap<>();
    private final Set<String> women;
    private final Set<String> men;
    private final List<Tenure> tenures;

    Known(Lexicon lexicon) {
      for (Entity entity : lexicon.entities()) {
        byName.putIfAbsent(entity.name(), entity.ref());
      }
      for (Entity entity : lexicon.entities()) {
        for (String alias : entity.aliases()) {
          if (entity.kind() == EntityKind.PERSON && alias.indexOf(' ') > 0) {
            byName.putIfAbsent(alias, entity.ref());
          }
        }
      }
      women = lexicon.words("first-names-of-women");
      men = lexicon.words("first-names-of-men");
      tenures = lexicon.tenures();
    }

    Set<String> women() {
      return women;
    }

    Set<String> men() {
      return men;
    }

    List<Tenure> tenures() {
      return tenures;
    }

    /** The thing of that name, or null. */
    @Nullable EntityRef named(String name) {
      return byName.get(name);
    }

    /** The person of a full name: the known one, else one found in the document. */
    EntityRef person(String name) {
      EntityRef known = byName.get(name);
      return known != null && known.kind() == EntityKind.PERSON
          ? known
          : EntityRef.found(name, EntityKind.PERSON);
    }

    EntityRef body(String name) {
      EntityRef known = byName.get(name);
      return known != null ? known : EntityRef.found(name, EntityKind.PUBLIC_BODY);
    }
  }

  /** Whether the kind of thing can speak. */
  static boolean canSpeak(EntityKind kind) {
    return switch (kind) {
      case AREA, PROGRAMME -> false;
      default -> true;
    };
  }

  /** The first name of those that lie in a run of tokens and can speak, or null. */
  @Nullable Name firstName(int first, int last) {
    int end = Math.min(last, tokens.size() - 1);
    if (end < first) {
      return null;
    }
    for (Name name : reading.names(tokens.range(first, end))) {
      if (canSpeak(name.entity().kind())) {
        return name;
      }
    }
    return null;
  }

  /** The name that ends exactly where a token ends (a possessive ending may follow), or null. */
  @Nullable Name nameEndingAt(int token, int firstToken) {
    if (token < firstToken) {
      return null;
    }
    TextRange range = tokens.range(firstToken, token);
    Name last = null;
    for (Name name : reading.names(range)) {
      if (name.range().to() == tokens.to(token)
          || (tokens.word(token).endsWith("'s") && name.range().to() == tokens.to(token) - 2)) {
        last = name;
      }
    }
    return last;
  }

  /** Whether a name runs over the start of the token. */
  boolean insideName(int token) {
    int at = tokens.from(token);
    int back = Math.max(0, at - 80);
    for (Name name :
        reading.names(new TextRange(back, Math.min(reading.text().length(), at + 80)))) {
      if (name.range().from() < at && at < name.range().to()) {
        return true;
      }
    }
    return false;
  }

  /** Whether one name runs over both tokens. */
  boolean isInsideName(int first, int last) {
    int from = tokens.from(first);
    for (Name name :
        reading.names(
            new TextRange(
                Math.max(0, from - 80), Math.min(reading.text().length(), tokens.to(last) + 80)))) {
      if (name.range().from() <= from && tokens.from(last) < name.range().to()) {
        return true;
      }
    }
    return false;
  }

  /** The last token of the name that begins at a token and can speak, or -1. */
  int endOfNameAt(int token) {
    int from = tokens.from(token);
    for (Name name :
        reading.names(new TextRange(from, Math.min(reading.text().length(), from + 120)))) {
      if (name.range().from() == from && canSpeak(name.entity().kind())) {
        return tokens.atOrAfter(name.range().to()) - 1;
      }
      break;
    }
    return -1;
  }

  boolean isHonorific(String word) {
    return HONORIFICS.contains(word);
  }

  static boolean isClass(EntityRef entity) {
    return entity.name().equals("Community Rehabilitation Companies");
  }

  static @Nullable EntityRef organisation(List<Name> names) {
    for (Name name : names) {
      EntityKind kind = name.entity().kind();
      if (kind.isOrganisation() || kind == EntityKind.PUBLICATION) {
        return name.entity();
      }
    }
    return null;
  }
}
