package org.crcgraph.extract;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.crcgraph.lexicon.Lexicon;
import org.crcgraph.model.Annotation;
import org.crcgraph.model.EntityRef;
import org.crcgraph.model.PartialDate;
import org.jspecify.annotations.Nullable;

/** Contracts that are won, lost or let in words without the noun. */
final class ContractPatterns {
  private final ContractWords words;
  private final Map<ContractRule, List<Phrase>> phrases = new EnumMap<>(ContractRule.class);

  ContractPatterns(Lexicon lexicon, ContractWords words) {
    this.words = words;
    for (ContractRule rule : ContractRule.values()) {
      phrases.put(rule, rule.patterns().stream().map(p -> Phrase.of(p, lexicon)).toList());
    }
  }

  /** Contracts that are won, lost or let in words without the noun. */
  void addVerbs(
      Reading reading,
      Topics topics,
      ContractRoles roles,
      Tokens tokens,
      List<ContractCandidate> candidates) {
    for (Map.Entry<ContractRule, List<Phrase>> entry : phrases.entrySet()) {
      for (Phrase phrase : entry.getValue()) {
        for (Phrase.Match match : phrase.matches(tokens)) {
          ContractCandidate candidate = ofVerb(reading, topics, roles, entry.getKey(), match);
          if (candidate != null) {
            candidates.add(candidate);
            return;
          }
        }
      }
    }
  }

  private @Nullable ContractCandidate ofVerb(
      Reading reading, Topics topics, ContractRoles roles, ContractRule rule, Phrase.Match match) {
    Tokens tokens = match.tokens();
    ContractParties parties = ContractParties.of(topics, roles, tokens, match.from(), match.to());
    if (!parties.named()
        || words.supposing().in(tokens, match.from(), match.to())
        || isBid(match)) {
      return null;
    }
    List<Name> suppliers = match.names("s");
    List<Name> buyers = match.names("b");
    BigDecimal value = null;
    if (rule == ContractRule.BUYS) {
      for (Quantity quantity : Quantities.of(tokens)) {
        if (quantity.form() == Quantity.Form.MONEY && value == null) {
          value = quantity.value();
        }
      }
      if (value == null) {
        return null;
      }
    }
    Dates.Dated dated = Dates.first(tokens, match.from(), Math.min(match.to() + 6, tokens.size()));
    boolean drops = rule == ContractRule.DROPS;
    PartialDate date = dated == null ? null : dated.date();
    EntityRef supplier = suppliers.isEmpty() ? parties.supplier() : suppliers.get(0).entity();
    if (rule == ContractRule.NAMES && !isNamedBefore(tokens, match.from())) {
      return null;
    }
    EntityRef buyer = Field.MINISTRY;
    if (!buyers.isEmpty()) {
      buyer = buyers.get(0).entity();
    } else if (rule != ContractRule.WINS && rule != ContractRule.DROPS) {
      EntityRef customer = ContractParties.customer(tokens, topics);
      boolean itself = customer == null || customer.equals(supplier);
      EntityRef told = parties.buyer() == null ? Field.MINISTRY : parties.buyer();
      buyer = itself ? told : customer;
    }
    return new ContractCandidate(
        new Annotation.Contract(
            reading.evidence(
                ContractPhrases.evidence(tokens, match.from(), match.to(), 0, tokens.size()),
                rule.id()),
            buyer,
            supplier,
            value,
            value == null ? null : "GBP",
            null,
            drops ? null : date,
            drops ? date : null,
            drops ? Annotation.ContractEvent.TERMINATION : Annotation.ContractEvent.AWARD),
        topics.scope(tokens.range().from()),
        value == null ? 2 : 4);
  }

  /** "The charity was named as Brightwell’s partner": it is nobody whom the sentence names. */
  private static boolean isNamedBefore(Tokens tokens, int verb) {
    for (int i = verb - 1; i >= 0; i--) {
      Name name = tokens.get(i).name();
      if (tokens.is(i, "we") || (name != null && ContractParties.isParty(name.entity()))) {
        return true;
      }
    }
    return false;
  }

  /** "is hoping to be chosen": nothing was let yet. */
  private static boolean isBid(Phrase.Match match) {
    Tokens tokens = match.tokens();
    for (int i = Math.max(0, match.from() - 4); i < match.from() + 4 && i < tokens.size(); i++) {
      if (tokens.is(i, "not")
          || tokens.is(i, "hopes")
          || tokens.is(i, "hoping")
          || tokens.is(i, "bid")) {
        return true;
      }
    }
    return false;
  }
}
