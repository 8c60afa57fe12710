package org.crcgraph.extract;

import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.crcgraph.lexicon.Lexicon;
import org.jspecify.annotations.Nullable;

/** The verbs of saying and the nouns that can be their subject, from the lexicon. */
final class SpeechWords {
  private final Map<String, Saying> verbs = new HashMap<>();
  private final Set<String> forms = Collections.unmodifiableSet(verbs.keySet());
  private final Map<String, SpeakingNoun> nouns = new HashMap<>();
  private final Set<String> acts;

  /** What may follow a verb of saying; see {@code data/lexicon/words/verbs-of-saying.txt}. */
  enum Complement {
    CLAUSE,
    THAT,
    FINITE,
    QUOTE,
    ADDRESSEE,
    OBJECT,
    DOCUMENT,
    OF,
    ABOUT,
    TO,
    FOR,
    AGAINST,
    PREDICATE,
    CONCERN,
    CAUSE,
    ORDER
  }

  /** Which form of a verb a word is. */
  enum Form {
    BASE,
    PRESENT,
    PAST,
    ING,
    PARTICIPLE
  }

  /**
   * A form of a verb of saying.
   *
   * @param base the verb
   * @param form the form, the finite one where two are spelt alike
   * @param complements what may follow
   */
  record Saying(String base, Form form, Set<Complement> complements) {
    boolean takes(Complement complement) {
      return complements.contains(complement);
    }
  }

  /** What a subject noun stands for; see {@code data/lexicon/words/speaking-nouns.txt}. */
  enum NounSort {
    DOCUMENT,
    WATCHDOG,
    SPOKESPERSON,
    POST,
    BODY,
    GOVERNMENT,
    OFFICIALS,
    PEOPLE
  }

  /**
   * A noun that can be the subject of a verb of saying.
   *
   * @param body for {@link NounSort#BODY} the word that names the sort of body, else empty
   */
  record SpeakingNoun(NounSort sort, String body) {}

  SpeechWords(Lexicon lexicon) {
    acts = lexicon.words("acts-of-speakers");
    for (String line : lexicon.words("verbs-of-saying")) {
      addVerb(line);
    }
    for (String line : lexicon.words("speaking-nouns")) {
      String[] cells = line.split("\t", -1);
      nouns.put(
          cells[0],
          new SpeakingNoun(
              NounSort.valueOf(cells[1].toUpperCase(Locale.ROOT)),
              cells.length > 2 ? cells[2] : ""));
    }
  }

  private void addVerb(String line) {
    String[] cells = line.split("\t", -1);
    String[] forms = cells[0].split(" ", -1);
    Set<Complement> complements = EnumSet.noneOf(Complement.class);
    for (String word : cells[1].split(" ", -1)) {
      complements.add(Complement.valueOf(word.toUpperCase(Locale.ROOT)));
    }
    for (int i = 0; i < forms.length; i++) {
      verbs.putIfAbsent(forms[i], new Saying(forms[0], Form.values()[i], complements));
    }
  }

  /** The forms of all verbs of saying. */
  Set<String> verbs() {
    return forms;
  }

  /** The verb of which the word is a form, or null. */
  @Nullable Saying verb(String word) {
    return verbs.get(word);
  }

  /** Whether the verb tells of what a speaker does beside saying something: "cited", "praised". */
  boolean isAct(String word) {
    return acts.contains(word);
  }

  /** What the noun stands for as a speaker, or null. A possessive ending is left off. */
  @Nullable SpeakingNoun noun(String word) {
    return nouns.get(stem(word));
  }

  /** The word without a possessive ending. */
  static String stem(String word) {
    return word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
  }
}
