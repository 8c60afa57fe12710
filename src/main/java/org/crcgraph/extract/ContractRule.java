package org.crcgraph.extract;

import java.util.List;
import org.crcgraph.model.Labels;

/** The rules, each with an example. */
enum ContractRule {
  WORTH("The CRCs hold contracts worth £90 million over six years."),
  EVENT("Ministers will end the CRC contracts in 2020, two years early."),
  WITH("Owners fear for their contracts with the Ministry of Justice."),
  DEMAND("The union urges ministers to cancel the CRC contracts."),
  LISTED(
      "Brightwell holds two contracts. Their values are: Eastshire £3 million; Northshire £4 million."),
  TABLE("Contracts and their value (£m)\nBrightwell 2 790"),
  WINS(
      "Brightwell was successful in two areas.",
      "s=OWNER ~~9 won|wins|secured|landed|clinched NUMBER",
      "s=OWNER ~4 successful in NUMBER"),
  DROPS(
      "The Home Office drops Brightwell from its framework.",
      "b=BODY ~2 drops|dropped|sacks|sacked|axes|axed|strips|stripped|ditches|ditched s=COMPANY",
      "s=COMPANY was|were|been sacked|dropped|axed|stripped from|of|by|as"),
  NAMES(
      "Redwell was named as Eastshire CRC’s new provider of mentoring.",
      "named|appointed|chosen|selected|picked|unveiled|announced ~~9 as ~~6"
          + " partner|provider|supplier|contractor|subcontractor|partners|providers|suppliers"),
  BUYS(
      "Eastshire CRC has bought 40 places from Redwell, at a cost of £610,000.",
      "bought|purchased|ordered|commissioned|buys ~~9 from ~3 s=SUPPLIER|COMPANY ~8 £"),
  ENGAGES(
      "Redwell, which the Ministry of Justice engaged in 2014 to build a gateway, was late.",
      "s=COMPANY , which|whom @determiners* ~2 engaged|hired|appointed|contracted ~4 to",
      "s=COMPANY , which|whom ~3 b=BODY ~2 engaged|hired|commissioned|appointed|contracted ~4 to",
      "b=BODY ~2 engaged|hired|appointed|contracted ~2 s=COMPANY ~3 to");

  private final String example;
  private final List<String> patterns;

  ContractRule(String example, String... patterns) {
    this.example = example;
    this.patterns = List.of(patterns);
  }

  String example() {
    return example;
  }

  String id() {
    return "contract." + Labels.of(this);
  }

  List<String> patterns() {
    return patterns;
  }
}
