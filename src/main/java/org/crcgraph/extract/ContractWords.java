package org.crcgraph.extract;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.crcgraph.lexicon.Lexicon;
import org.crcgraph.model.Annotation;
import org.jspecify.annotations.Nullable;

/** The words by which contracts are told. */
final class ContractWords {
  private final WordList nouns;
  private final WordList others;
  private final WordList terminations;
  private final WordList awards;
  private final WordList extensions;
  private final WordList variations;
  private final WordList expiries;
  private final WordList beginnings;
  private final WordList supposing;
  private final WordList handing;
  private final WordList takingOver;
  private final WordList winning;
  private final WordList giving;
  private final WordList holding = WordList.of(List.of("hold", "holds", "held", "holding"));
  private final Map<Annotation.ContractEvent, WordList> verbs;

  ContractWords(Lexicon lexicon) {
    nouns = WordList.of(lexicon, "contract-nouns");
    others = WordList.of(lexicon, "contract-others");
    terminations = WordList.of(lexicon, "contract-terminations");
    awards = WordList.of(lexicon, "contract-awards");
    extensions = WordList.of(lexicon, "contract-extensions");
    variations = WordList.of(lexicon, "contract-variations");
    expiries = WordList.of(lexicon, "contract-expiries");
    beginnings = WordList.of(lexicon, "contract-beginnings");
    supposing = WordList.of(lexicon, "supposing");
    handing = WordList.of(lexicon, "transferring");
    takingOver = WordList.of(lexicon, "contract-takings");
    winning = WordList.of(lexicon, "contract-winning");
    giving = WordList.of(lexicon, "contract-giving");
    verbs = verbs(lexicon);
  }

  private static Map<Annotation.ContractEvent, WordList> verbs(Lexicon lexicon) {
    Map<Annotation.ContractEvent, List<String>> lists =
        new EnumMap<>(Annotation.ContractEvent.class);
    for (String line : lexicon.words("contract-verbs")) {
      String[] cells = line.split(" ", 2);
      Annotation.ContractEvent event =
          Annotation.ContractEvent.valueOf(cells[0].toUpperCase(Locale.ROOT));
      lists.computeIfAbsent(event, e -> new ArrayList<>()).add(cells[1]);
    }
    Map<Annotation.ContractEvent, WordList> verbs = new EnumMap<>(Annotation.ContractEvent.class);
    lists.forEach((event, words) -> verbs.put(event, WordList.of(words)));
    return verbs;
  }

  /** Nouns for a contract. */
  WordList nouns() {
    return nouns;
  }

  /** Phrases with such a noun that are no contract of the field. */
  WordList others() {
    return others;
  }

  /** What ends a contract. */
  WordList terminations() {
    return terminations;
  }

  /** What gives one. */
  WordList awards() {
    return awards;
  }

  /** What prolongs one. */
  WordList extensions() {
    return extensions;
  }

  /** What changes one. */
  WordList variations() {
    return variations;
  }

  /** What says when one runs out. */
  WordList expiries() {
    return expiries;
  }

  /** What says when one begins. */
  WordList beginnings() {
    return beginnings;
  }

  /** What makes an event a demand or a fear. */
  WordList supposing() {
    return supposing;
  }

  /** Verbs of handing something to somebody. */
  WordList handing() {
    return handing;
  }

  /** Verbs of taking something over. */
  WordList takingOver() {
    return takingOver;
  }

  /** Verbs whose subject gets, has or loses a contract. */
  WordList winning() {
    return winning;
  }

  /** Verbs whose object gets or loses a contract, and whose subject does in the passive. */
  WordList giving() {
    return giving;
  }

  /** Verbs of having a contract. */
  WordList holding() {
    return holding;
  }

  /**
   * The verbs that tell an event and have a contract as their object; null where there are none.
   */
  @Nullable WordList verbs(Annotation.ContractEvent event) {
    return verbs.get(event);
  }
}
