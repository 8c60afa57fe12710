package org.crcgraph.extract;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.crcgraph.model.Annotation;
import org.crcgraph.model.EntityKind;
import org.crcgraph.model.EntityRef;
import org.crcgraph.model.TextRange;
import org.jspecify.annotations.Nullable;

/** The values of contracts in lists and tables. */
final class ContractTables {
  /** How many lines a table has at most. */
  private static final int LONGEST_TABLE = 25;

  private static final BigDecimal MILLION = new BigDecimal(1_000_000);

  private ContractTables() {}

  /**
   * "The forecast values are: Eastshire £3 million; Northshire £4 million" after a sentence about
   * contracts, and lines of names and numbers under "contracts … value (£m)".
   */
  static void addRows(
      Reading reading,
      Topics topics,
      List<Reading.Sentence> sentences,
      int at,
      List<ContractCandidate> candidates) {
    TextRange range = sentences.get(at).range();
    String text = reading.text(range);
    boolean values = text.contains("value") || text.contains("Value");
    if (!values) {
      return;
    }
    String around =
        reading
            .text()
            .substring(Math.max(0, range.from() - ContractPhrases.BEFORE), range.to())
            .toLowerCase(Locale.ROOT);
    if (!around.contains("contract")) {
      return;
    }
    if (text.contains("£m")) {
      for (int i = at + 1; i < Math.min(sentences.size(), at + LONGEST_TABLE); i++) {
        Tokens row = reading.tokens(i);
        Name head = row.size() > 1 ? row.get(0).name() : null;
        int last = row.size() - 1;
        if (head == null || !ContractParties.isParty(head.entity()) || !row.get(last).isNumeral()) {
          return;
        }
        Quantity number = Quantities.at(row, last);
        if (number != null) {
          candidates.add(
              row(
                  reading,
                  topics,
                  ContractRule.TABLE,
                  row.range(),
                  head.entity(),
                  number.value().multiply(MILLION),
                  around.contains("award") ? Annotation.ContractEvent.AWARD : null));
        }
      }
      return;
    }
    // The values may stand in the sentence itself or go on after its colon.
    Tokens intro = reading.tokens(at);
    int colon = intro.size() - 1;
    while (colon >= 0 && !intro.is(colon, ":")) {
      colon--;
    }
    int end = colon < 0 ? at : colon == intro.size() - 1 ? at + 2 : at + 1;
    for (int i = at; i < Math.min(sentences.size(), end); i++) {
      Tokens tokens = reading.tokens(i);
      for (Quantity quantity : Quantities.of(tokens)) {
        int before = quantity.from() - 1;
        Name name = before >= 0 ? tokens.get(before).name() : null;
        boolean listed = i > at || before > colon;
        if (listed
            && quantity.form() == Quantity.Form.MONEY
            && name != null
            && ContractParties.isPartyOrArea(name.entity())) {
          candidates.add(
              row(
                  reading,
                  topics,
                  ContractRule.LISTED,
                  tokens.range(before, quantity.to()),
                  name.entity(),
                  quantity.value(),
                  null));
        }
      }
    }
  }

  private static ContractCandidate row(
      Reading reading,
      Topics topics,
      ContractRule rule,
      TextRange range,
      EntityRef named,
      BigDecimal value,
      Annotation.@Nullable ContractEvent event) {
    EntityRef crc = named.kind() == EntityKind.AREA ? reading.areas().whole(named) : named;
    return new ContractCandidate(
        new Annotation.Contract(
            reading.evidence(range, rule.id()),
            Field.MINISTRY,
            crc == null ? Field.CRCS : crc,
            value,
            "GBP",
            null,
            null,
            null,
            event),
        topics.scope(range.from()),
        4);
  }
}
