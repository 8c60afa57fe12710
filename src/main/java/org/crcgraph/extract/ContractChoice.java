package org.crcgraph.extract;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crcgraph.model.Annotation;
import org.crcgraph.model.EntityRef;
import org.jspecify.annotations.Nullable;

/** Which of the contracts that a document tells become records: each event once in a section. */
final class ContractChoice {
  private ContractChoice() {}

  /**
   * One record for each event in a section; what the blogger or a comment says of an event gives
   * way to a reproduced source that says it.
   */
  static List<Annotation.Contract> best(Topics topics, List<ContractCandidate> candidates) {
    Map<List<Object>, ContractCandidate> best = new LinkedHashMap<>();
    for (ContractCandidate candidate : candidates) {
      Annotation.Contract contract = candidate.contract();
      List<Object> key =
          List.of(
              topics.isSection(candidate.scope()) ? candidate.scope() : "",
              contract.event() == null ? "" : contract.event(),
              contract.supplier() == null || Field.isClass(contract.supplier())
                  ? ""
                  : contract.supplier(),
              contract.value() == null ? "" : contract.value(),
              contract.duration() == null ? "" : contract.duration());
      ContractCandidate before = best.get(key);
      boolean better =
          before != null
              && (candidate.worth() > before.worth()
                  || (candidate.worth() == before.worth()
                      && before.isHeading()
                      && !candidate.isHeading()));
      if (before == null || better) {
        best.put(key, candidate);
      }
    }
    return best.values().stream()
        .filter(c -> !(c.isHeading() && isToldElsewhere(c, best)))
        .filter(
            c ->
                topics.isSection(c.scope())
                    || best.values().stream()
                        .noneMatch(
                            other ->
                                topics.isSection(other.scope())
                                    && c.contract().event() == other.contract().event()
                                    && c.worth() < other.worth()))
        .map(ContractCandidate::contract)
        .sorted(Comparator.comparing(contract -> contract.evidence().span()))
        .toList();
  }

  /** Whether the text under a heading tells the same. */
  private static boolean isToldElsewhere(
      ContractCandidate heading, Map<List<Object>, ContractCandidate> all) {
    return all.values().stream()
        .anyMatch(
            other ->
                !other.isHeading()
                    && other.contract().event() == heading.contract().event()
                    && maySupply(other.contract().supplier(), heading.contract().supplier()));
  }

  /** Whether two contracts may have the same supplier: one that nobody names may be any. */
  private static boolean maySupply(@Nullable EntityRef one, @Nullable EntityRef other) {
    return one == null
        || other == null
        || Field.isClass(one)
        || Field.isClass(other)
        || one.equals(other);
  }
}
