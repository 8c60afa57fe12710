package org.crcgraph.extract;

import java.util.ArrayList;
import java.util.List;
import org.crcgraph.lexicon.Lexicon;
import org.crcgraph.model.Annotation;
import org.crcgraph.model.EntityKind;

/**
 * Contracts of the field: a sentence with the noun counts where it says what they are worth, how
 * long they run, with whom they are, or what happens to them.
 */
final class ContractExtractor implements RecordExtractor {
  static final List<String> TRIGGERS =
      List.of(
          "ontract",
          " deal",
          "greement",
          "referred bidder",
          "variation",
          " them ",
          " order",
          "pilot",
          " terms",
          "xtension",
          "ompetition",
          " tender",
          "rocurement",
          "hey ",
          "hese ",
          "hose ",
          "alue",
          "It ",
          " framework");

  private final ContractWords words;
  private final Clauses.Words clauseWords;
  private final ContractPatterns patterns;

  ContractExtractor(Lexicon lexicon) {
    words = new ContractWords(lexicon);
    clauseWords = new Clauses.Words(lexicon);
    patterns = new ContractPatterns(lexicon, words);
  }

  @Override
  public List<Annotation.Contract> extract(Reading reading) {
    Topics topics = reading.topics();
    ContractRoles roles = new ContractRoles(reading, new Clauses(reading, clauseWords), words);
    ContractNouns nouns = new ContractNouns(words, reading, roles);
    List<ContractCandidate> candidates = new ArrayList<>();
    List<Reading.Sentence> sentences = reading.sentences();
    for (int i = 0; i < sentences.size(); i++) {
      if (reading.has(Triggers.Kind.CONTRACT, i)) {
        Tokens tokens = reading.tokens(i);
        List<ContractCandidate> here = nouns.candidates(tokens);
        if (here.isEmpty()) {
          nouns.addPronoun(tokens, candidates);
        }
        candidates.addAll(here);
        if (!here.isEmpty()) {
          continue;
        }
      }
      if (mayTell(reading.names(sentences.get(i).range()))) {
        patterns.addVerbs(reading, topics, roles, reading.tokens(i), candidates);
      }
      if (reading.text().startsWith("(£m)", sentences.get(i).range().to() - 4)
          || reading.has(Triggers.Kind.CONTRACT, i)) {
        ContractTables.addRows(reading, topics, sentences, i, candidates);
      }
    }
    return ContractChoice.best(topics, candidates);
  }

  private static boolean mayTell(List<Name> names) {
    for (Name name : names) {
      if (Field.isCompany(name.entity()) || name.entity().kind() == EntityKind.CRC) {
        return true;
      }
    }
    return false;
  }
}
