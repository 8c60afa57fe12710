package org.crcgraph.extract;

import java.util.List;
import org.crcgraph.lexicon.Lexicon;
import org.crcgraph.model.Annotation;
import org.crcgraph.model.EntityKind;
import org.crcgraph.model.TextRange;

/**
 * Who delivers a service to whom, or works for it as a subcontractor or partner. Verbs of serving
 * and buying are read with their subject and object ({@link Clauses}); whom "its partner" or "our
 * contact centre" belongs to, and for whom somebody works who delivers without saying so, is told
 * by the section. Each family of rules has a class of its own.
 */
final class SupplyExtractor implements RecordExtractor {
  /** What a public body buys, in sentences that name no company. */
  static final List<String> SERVICES =
      List.of("service", "intervention", "programme", "provision", "activities", "rate card");

  private final SupplyWords words;
  private final Clauses.Words clauseWords;
  private final SupplyPatterns patterns;

  SupplyExtractor(Lexicon lexicon) {
    words = SupplyWords.of(lexicon);
    clauseWords = new Clauses.Words(lexicon);
    patterns = new SupplyPatterns(lexicon);
  }

  @Override
  public List<Annotation.Supply> extract(Reading reading) {
    SupplyRecords records = new SupplyRecords(reading, words);
    SupplyParties parties = new SupplyParties(reading, new Clauses(reading, clauseWords));
    Families families = new Families(parties, records);
    Dictionary.Marks opening =
        reading
            .vocabulary()
            .dictionary()
            .marks(this, word -> words.openers().contains(word) ? 1 : 0);
    List<Reading.Sentence> sentences = reading.sentences();
    for (int i = 0; i < sentences.size(); i++) {
      TextRange range = sentences.get(i).range();
      boolean bought = reading.has(Triggers.Kind.SERVICE, i);
      if (mayTell(reading, range, bought)) {
        Tokens tokens = reading.tokens(i);
        if (tokens.flags(opening) != 0) {
          families.read(tokens);
        }
        patterns.read(tokens, parties, records);
      }
    }
    new SupplyLists(parties, records).addLists(sentences);
    return records.found();
  }

  /** Whether a sentence names a company, or a body and a service, or speaks of "it". */
  private static boolean mayTell(Reading reading, TextRange range, boolean bought) {
    boolean crc = false;
    boolean customer = false;
    for (Name name : reading.names(range)) {
      crc |= name.entity().kind() == EntityKind.CRC;
      customer |= SupplyKinds.isCustomerOfCrcs(name.entity());
      switch (name.entity().kind()) {
        case SUPPLIER, COMPANY, OWNER -> {
          return true;
        }
        case PUBLIC_BODY, NPS_DIVISION, CRC -> {
          if (bought || SupplyKinds.isLocalBody(name.entity())) {
            return true;
          }
        }
        default -> {
          // Nobody else sells or buys.
        }
      }
    }
    if (crc && customer) {
      return true;
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

  /** The families of rules, entered at the words that open them. */
  private final class Families {
    private final SupplyDeliveries deliveries;
    private final SupplyPurchases purchases;
    private final SupplyPartners partners;
    private final SupplyPartnerships partnerships;
    private final SupplyGroups groups;
    private final SupplyAgreements agreements;
    private final SupplyTransfers transfers;

    Families(SupplyParties parties, SupplyRecords records) {
      deliveries = new SupplyDeliveries(parties, records);
      purchases = new SupplyPurchases(parties, records);
      partners = new SupplyPartners(parties, records);
      partnerships = new SupplyPartnerships(parties, records);
      groups = new SupplyGroups(parties, records, words);
      agreements = new SupplyAgreements(parties, records);
      transfers = new SupplyTransfers(parties, records);
    }

    void read(Tokens tokens) {
      for (int i = 0; i < tokens.size(); i++) {
        if (tokens.get(i).name() != null || !words.openers().contains(tokens.get(i).word())) {
          continue;
        }
        int length = words.serving().longestAt(tokens, i);
        if (length > 0) {
          deliveries.addDelivery(tokens, i, i + length);
        } else {
          length = words.servingFor().longestAt(tokens, i);
          if (length > 0) {
            deliveries.addService(tokens, i, i + length);
          }
        }
        length = words.buying().longestAt(tokens, i);
        if (length > 0) {
          purchases.addPurchase(tokens, i, i + length);
        }
        length = words.leaving().longestAt(tokens, i);
        if (length > 0) {
          transfers.addWithdrawal(tokens, i, i + length);
          i += length - 1;
          continue;
        }
        length = words.handing().longestAt(tokens, i);
        if (length > 0) {
          transfers.addHanded(tokens, i, i + length);
        }
        String word = tokens.get(i).word();
        if (SupplyWords.isPartner(word) || (word.equals("chain") && tokens.is(i - 1, "supply"))) {
          partners.addPartner(tokens, i);
        } else if (SupplyWords.isAgreement(word) && !tokens.is(i - 1, "in")) {
          agreements.addAgreement(tokens, i);
        } else if ((word.equals("work") && tokens.is(i + 1, "for"))
            || (word.equals("fee") && tokens.is(i + 1, "from"))) {
          agreements.addReversed(tokens, i, i + 1);
        } else if (word.startsWith("referr")) {
          transfers.addReferral(tokens, i);
        }
        if (word.startsWith("refer") && !word.endsWith("al") && !word.endsWith("als")) {
          transfers.addReferring(tokens, i);
        } else if (SupplyPartnerships.isNoun(word)) {
          partnerships.addPartnership(tokens, i);
        } else if (word.equals("one") && tokens.is(i - 1, ",") && tokens.is(i + 1, "of")) {
          partners.addOneOf(tokens, i);
        } else if (SupplyWords.isOwed(word)) {
          agreements.addOwed(tokens, i);
        }
        if (SupplyGroups.isNoun(word)) {
          groups.addGroup(tokens, i);
        }
      }
    }
  }
}
