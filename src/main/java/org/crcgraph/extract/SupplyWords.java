package org.crcgraph.extract;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.crcgraph.lexicon.Lexicon;

/** The words by which supplying is told, and which of them open a rule. */
record SupplyWords(
    WordList serving,
    WordList servingFor,
    WordList buying,
    WordList leaving,
    WordList handing,
    WordList ended,
    WordList planned,
    WordSet openers) {
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

  /** The lists of the lexicon. */
  static SupplyWords of(Lexicon lexicon) {
    WordList serving = WordList.of(lexicon, "serving");
    WordList servingFor = WordList.of(lexicon, "serving-for");
    WordList buying = WordList.of(lexicon, "buying");
    WordList leaving = WordList.of(lexicon, "leaving");
    WordList handing = WordList.of(lexicon, "transferring");
    Set<String> openers = new HashSet<>(PARTNERS);
    openers.addAll(AGREEMENTS);
    openers.addAll(OWED);
    openers.addAll(
        List.of(
            "chain",
            "referrals",
            "referral",
            "referred",
            "refers",
            "refer",
            "partnership",
            "alliance",
            "relationship",
            "collaboration",
            "charities",
            "organisations",
            "agencies",
            "enterprises",
            "groups",
            "specialists",
            "one",
            "work",
            "fee"));
    for (WordList list : List.of(serving, servingFor, buying, leaving, handing)) {
      openers.addAll(list.firstWords());
    }
    return new SupplyWords(
        serving,
        servingFor,
        buying,
        leaving,
        handing,
        WordList.of(lexicon, "supply-ended"),
        WordList.of(lexicon, "supply-planned"),
        WordSet.of(openers));
  }

  static boolean isPartner(String word) {
    return PARTNERS.contains(word);
  }

  static boolean isAgreement(String word) {
    return AGREEMENTS.contains(word);
  }

  static boolean isOwed(String word) {
    return OWED.contains(word);
  }
}
