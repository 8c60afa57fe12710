package org.crcgraph.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.crcgraph.model.EntityKind;
import org.crcgraph.model.EntityRef;
import org.crcgraph.model.TextRange;

/** Suppliers told in lists and tables, under a line that announces them. */
final class SupplyLists {
  private final SupplyParties parties;
  private final SupplyRecords records;
  private final Clauses clauses;
  private final Topics topics;
  private final Reading reading;

  SupplyLists(SupplyParties parties, SupplyRecords records) {
    this.parties = parties;
    this.records = records;
    this.clauses = parties.clauses();
    this.topics = parties.topics();
    this.reading = parties.reading();
  }

  /** Lines that begin with suppliers, under a line that speaks of partners. */
  void addLists(List<Reading.Sentence> sentences) {
    for (int i = 0; i + 1 < sentences.size(); i++) {
      TextRange intro = sentences.get(i).range();
      if (intro.length() > 0 && isHead(intro)) {
        addTable(sentences, i);
        continue;
      }
      if (intro.length() == 0 || reading.text().charAt(intro.to() - 1) != ':') {
        continue;
      }
      List<EntityRef> customers = null;
      for (int k = i + 1; k < sentences.size() && k - i < 16; k++) {
        Tokens item = reading.tokens(k);
        int first = 0;
        while (first < item.size()
            && first < 3
            && !item.get(first).isWord()
            && item.get(first).name() == null) {
          first++;
        }
        if (item.is(first, "the")) {
          first++;
        }
        EntityRef head = SupplyPhrases.entityAt(item, first);
        if (head == null || head.kind() != EntityKind.SUPPLIER) {
          break;
        }
        if (customers == null) {
          customers = customersOfIntro(reading.tokens(i), intro);
        }
        if (customers.isEmpty()) {
          break;
        }
        List<Clauses.Party> sellers =
            clauses.object(item, first, SupplyKinds.CHARITIES, SupplyPhrases::describes);
        records.add(
            SupplyRule.LISTED,
            item,
            first,
            first + 1,
            sellers,
            customers,
            new int[] {first + 1, SupplyPhrases.clauseEnd(item, first + 1)});
      }
    }
  }

  /** "Organisation TAB What they do for us": the head of a table of suppliers. */
  private boolean isHead(TextRange line) {
    // Not with indexOf on the text: without a tab it would read on to the end for each line.
    int tab = line.from();
    while (tab < line.to() && reading.characters()[tab] != '\t') {
      tab++;
    }
    if (tab >= line.to()) {
      return false;
    }
    String text = reading.text(line).toLowerCase(Locale.ROOT);
    return text.startsWith("organisation")
        || text.startsWith("partner")
        || text.startsWith("supplier")
        || text.startsWith("provider")
        || text.startsWith("charity")
        || text.startsWith("subcontractor");
  }

  private void addTable(List<Reading.Sentence> sentences, int head) {
    Tokens intro = reading.tokens(head);
    List<EntityRef> customers = new ArrayList<>();
    for (int i = 0; i < intro.size(); i++) {
      EntityRef entity = SupplyPhrases.entityAt(intro, i);
      if (entity != null && SupplyKinds.CRCS_OR_OWNERS.test(entity)) {
        customers.add(entity);
      } else if (intro.is(i, "us") || intro.is(i, "our")) {
        customers.addAll(parties.ours(intro, i));
      }
    }
    if (customers.isEmpty()) {
      customers.addAll(parties.ofSection(intro, 0));
    }
    for (int k = head + 1; k < sentences.size() && k - head < 25; k++) {
      Tokens row = reading.tokens(k);
      boolean cells = reading.text(sentences.get(k).range()).indexOf('\t') > 0;
      if (!cells) {
        return;
      }
      EntityRef first = SupplyPhrases.entityAt(row, row.is(0, "the") ? 1 : 0);
      if (first != null && SupplyKinds.CHARITIES.test(first)) {
        int from = row.is(0, "the") ? 1 : 0;
        records.add(
            SupplyRule.TABLE,
            row,
            from,
            from + 1,
            List.of(new Clauses.Party(first, from, from + 1)),
            customers,
            new int[] {from + 1, SupplyPhrases.clauseEnd(row, from + 1)});
      }
    }
  }

  /** Whose partners a line announces; nobody's if it speaks of no partners. */
  private List<EntityRef> customersOfIntro(Tokens tokens, TextRange intro) {
    int offset = intro.from();
    TextRange scope = topics.scope(offset);
    TextRange around =
        new TextRange(Math.max(scope.from(), offset - 3 * SupplyParties.LAST_SENTENCE), intro.to());
    String text = reading.text(around).toLowerCase(Locale.ROOT);
    boolean partners = false;
    for (String word :
        List.of("partner", "subcontract", "supplier", "supply chain", "signed up", "voluntary")) {
      partners |= text.contains(word);
    }
    if (!partners) {
      return List.of();
    }
    return parties
        .customerBefore(tokens, tokens.size() - 1, List.of())
        .map(List::of)
        .or(() -> clauses.self(tokens, 0, SupplyKinds.BUYERS).map(List::of))
        .orElse(List.of());
  }
}
