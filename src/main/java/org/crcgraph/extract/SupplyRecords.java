package org.crcgraph.extract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.crcgraph.model.Annotation;
import org.crcgraph.model.EntityKind;
import org.crcgraph.model.EntityRef;
import org.crcgraph.model.TextRange;
import org.jspecify.annotations.Nullable;

/** The records of one document: a supplier and its customer are told once. */
final class SupplyRecords {
  private final Reading reading;
  private final SupplyWords words;
  private final Set<List<EntityRef>> pairs = new HashSet<>();
  private final List<Annotation.Supply> supplies = new ArrayList<>();

  SupplyRecords(Reading reading, SupplyWords words) {
    this.reading = reading;
    this.words = words;
  }

  /** The records so far, in the order in which they were found. */
  List<Annotation.Supply> found() {
    return supplies;
  }

  void add(
      SupplyRule rule,
      Tokens tokens,
      int from,
      int to,
      List<Clauses.Party> sellers,
      List<EntityRef> customers,
      int[] service) {
    for (Clauses.Party seller : sellers) {
      for (EntityRef customer : new LinkedHashSet<>(customers)) {
        boolean here = seller.to() > seller.from();
        int first = here ? Math.min(from, seller.from()) : from;
        int last = Math.max(to, here ? seller.to() : to);
        last = Math.max(last, Math.min(service[1], tokens.size()));
        add(
            rule,
            seller.entity(),
            customer,
            tokens.range(first, Math.max(first + 1, last)),
            text(tokens, service),
            tokens,
            first,
            last);
      }
    }
  }

  void add(
      SupplyRule rule,
      EntityRef supplier,
      EntityRef customer,
      TextRange evidence,
      @Nullable String service,
      Tokens tokens,
      int from,
      int to) {
    boolean owners = supplier.kind() == EntityKind.OWNER && customer.kind() == EntityKind.OWNER;
    boolean ofField =
        supplier.kind() == EntityKind.OWNER
            && SupplyKinds.isOfField(customer)
            && rule == SupplyRule.BUYS;
    boolean owner = supplier.kind() == EntityKind.OWNER && customer.kind() == EntityKind.CRC;
    if (supplier.equals(customer)
        || customer.name().startsWith("HM Inspectorate")
        || (!rule.isOfBody() && owner)
        || owners
        || ofField
        || !pairs.add(List.of(supplier, customer))) {
      return;
    }
    supplies.add(
        new Annotation.Supply(
            reading.evidence(evidence, rule.id()),
            supplier,
            customer,
            service,
            rule == SupplyRule.WITHDRAWN
                ? Annotation.SupplyStatus.ENDED
                : status(tokens, from, to)));
  }

  private @Nullable String text(Tokens tokens, int[] service) {
    int from = service[0];
    int to = Math.min(service[1], Math.min(tokens.size(), service[0] + 8));
    while (from < to
        && (Grammar.isDeterminer(tokens.get(from).word())
            || Grammar.isPreposition(tokens.get(from).word()))) {
      from++;
    }
    for (int i = from; i < to; i++) {
      if (tokens.is(i, ",") || tokens.is(i, "for") || tokens.is(i, "to") || tokens.is(i, "(")) {
        to = i;
      }
    }
    return from < to ? reading.text(tokens.range(from, to)).replaceAll("\\s+", " ") : null;
  }

  private Annotation.SupplyStatus status(Tokens tokens, int from, int to) {
    if (words.ended().in(tokens, from - 3, to + 4)) {
      return Annotation.SupplyStatus.ENDED;
    }
    return words.planned().in(tokens, from, to)
        ? Annotation.SupplyStatus.PLANNED
        : Annotation.SupplyStatus.CURRENT;
  }
}
