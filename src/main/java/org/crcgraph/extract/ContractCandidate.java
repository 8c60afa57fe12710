package org.crcgraph.extract;

import java.math.BigDecimal;
import java.util.List;
import org.crcgraph.model.Annotation;
import org.crcgraph.model.EntityRef;
import org.crcgraph.model.TextRange;
import org.jspecify.annotations.Nullable;

/**
 * A record with what decides between two that say the same.
 *
 * @param scope the section, comment or document around it
 * @param worth how much it says
 * @param isHeading whether it tells an event and no more, with no full stop at the end
 */
record ContractCandidate(
    Annotation.Contract contract, TextRange scope, int worth, boolean isHeading) {
  ContractCandidate(Annotation.Contract contract, TextRange scope, int worth) {
    this(contract, scope, worth, false);
  }

  /** The same contract with each of its suppliers, where a sentence names several. */
  List<ContractCandidate> perSupplier(List<EntityRef> suppliers) {
    if (suppliers.size() < 2 || contract.value() != null) {
      return List.of(this);
    }
    return suppliers.stream()
        .map(
            supplier ->
                new ContractCandidate(
                    new Annotation.Contract(
                        contract.evidence(),
                        contract.buyer(),
                        supplier,
                        null,
                        null,
                        contract.duration(),
                        contract.start(),
                        contract.end(),
                        contract.event()),
                    scope,
                    worth,
                    isHeading))
        .toList();
  }

  /** Whether it says something that the others of its sentence do not. */
  boolean isOther(List<ContractCandidate> others) {
    boolean tells =
        contract.value() != null || contract.duration() != null || contract.event() != null;
    return tells
        && others.stream()
            .allMatch(
                o ->
                    (contract.value() != null
                            && contract.value().compareTo(or(o.contract.value())) != 0)
                        || (contract.duration() != null
                            && !contract.duration().equals(o.contract.duration()))
                        || (contract.event() != null && contract.event() != o.contract.event()));
  }

  private static BigDecimal or(@Nullable BigDecimal value) {
    return value == null ? BigDecimal.ZERO : value;
  }

  /** This contract with what the next sentence says of its price and term. */
  ContractCandidate with(Annotation.Contract told) {
    return new ContractCandidate(
        new Annotation.Contract(
            contract.evidence(),
            contract.buyer(),
            contract.supplier(),
            told.value(),
            told.currency(),
            told.duration(),
            contract.start() == null ? told.start() : contract.start(),
            contract.end() == null ? told.end() : contract.end(),
            contract.event()),
        scope,
        worth + 4);
  }
}
