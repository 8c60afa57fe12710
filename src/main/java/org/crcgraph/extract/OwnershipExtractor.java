package org.crcgraph.extract;

import java.util.List;
import org.crcgraph.lexicon.Lexicon;
import org.crcgraph.model.Annotation;

/**
 * Who owns, runs or is the parent of whom. Verbs of owning are read with their subject and object
 * ({@link OwningVerbs}); nouns, possessives and names side by side are patterns ({@link
 * OwnershipRule}); what stands in a list or table goes by its heading or its line.
 */
final class OwnershipExtractor implements RecordExtractor {
  private static final int VERB = 1;
  private static final int VENTURE = 1 << 1;
  private static final int HIS = 1 << 2;
  private static final int COUNT = 1 << 4;
  private static final int SUBSIDIARY = 1 << 3;

  private final OwnershipWords words;
  private final OwnershipPatterns patterns;
  private final Clauses.Words clauseWords;

  OwnershipExtractor(Lexicon lexicon) {
    words = new OwnershipWords(lexicon);
    patterns = new OwnershipPatterns(lexicon);
    clauseWords = new Clauses.Words(lexicon);
  }

  @Override
  public List<Annotation.Ownership> extract(Reading reading) {
    OwnershipFinds finds = new OwnershipFinds(reading, words, new Clauses(reading, clauseWords));
    OwningVerbs verbs = new OwningVerbs(finds);
    JointVentures ventures = new JointVentures(finds);
    OwnerLists lists = new OwnerLists(finds);
    CountedOwners counts = new CountedOwners(finds);
    PossessiveOwners possessives = new PossessiveOwners(finds);
    Dictionary.Marks marks = reading.vocabulary().dictionary().marks(this, this::flags);
    List<Reading.Sentence> sentences = reading.sentences();
    for (int i = 0; i < sentences.size(); i++) {
      if (!namesParty(reading.names(sentences.get(i).range()))) {
        continue;
      }
      Tokens tokens = reading.tokens(i);
      int flags = tokens.flags(marks);
      if ((flags & VERB) != 0) {
        verbs.addVerbs(tokens);
      }
      patterns.addAll(tokens, finds);
      if ((flags & COUNT) != 0 || (tokens.sorts() & Tokens.NUMERAL) != 0) {
        counts.add(tokens, i == 0 ? null : sentences.get(i - 1));
      }
      if ((flags & VENTURE) != 0) {
        ventures.addConsortia(tokens);
      }
      if ((flags & VERB) != 0) {
        verbs.addGapped(tokens);
      }
      if ((flags & HIS) != 0) {
        possessives.addIts(tokens);
      }
      if ((flags & SUBSIDIARY) != 0) {
        possessives.addSubsidiaries(tokens);
      }
    }
    NearbyOwners nearby = new NearbyOwners(finds);
    OwnerTables tables = new OwnerTables(finds);
    tables.addRows(sentences);
    tables.addColumns(sentences);
    lists.addBrackets(sentences);
    lists.addHeadings(sentences);
    lists.addMembers(sentences);
    nearby.addNear(sentences);
    lists.addLists(sentences);
    nearby.addSole();
    return finds.records();
  }

  /** The rules that a word is needed for. */
  private int flags(String word) {
    return (words.opensVerb(word) ? VERB : 0)
        | (words.isJoint(word) || JointVentures.isOpener(word) ? VENTURE : 0)
        | (words.subsidiaries().firstWords().contains(word) ? SUBSIDIARY : 0)
        | (OwnershipWords.isNumberWord(word) ? COUNT : 0)
        | (word.equals("its") || word.equals("their") ? HIS : 0);
  }

  private boolean namesParty(List<Name> names) {
    for (Name name : names) {
      boolean party =
          switch (name.entity().kind()) {
            case OWNER, COMPANY, SUPPLIER, CRC -> true;
            case AREA -> words.crcOf(name.entity(), false) != null;
            default -> false;
          };
      if (party) {
        return true;
      }
    }
    return false;
  }
}
