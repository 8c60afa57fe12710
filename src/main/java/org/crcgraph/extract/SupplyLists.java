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
    for (int i = 0; i < sentences.size(); i++) {
      TextRange intro = sentences.get(i).range();
      if (intro.length() > 0 && isHead(intro)) {
        addTable(sentences, i);
        continue;
      }
      if (intro.length() == 0) {
        continue;
      }
      if (intro.length() < LONGEST_LABELLED && isLabelled(intro)) {
        addService(reading.tokens(i));
      }
      boolean opens = reading.text().charAt(intro.to() - 1) == ':';
      if (opens || isHeading(intro) || isIntroduction(intro, sentences, i)) {
        addItems(sentences, i, opens);
      }
    }
  }

  /** How many lines a list of suppliers has at most. */
  private static final int LONGEST_LIST = 16;

  private void addItems(List<Reading.Sentence> sentences, int head, boolean colon) {
    List<EntityRef> customers = null;
    for (int k = head + 1; k < sentences.size() && k - head < LONGEST_LIST; k++) {
      Tokens item = reading.tokens(k);
      int first = 0;
      while (first < item.size()
          && first < 3
          && !item.get(first).isWord()
          && item.get(first).name() == null) {
        first++;
      }
      boolean bullet = first > 0 && !item.get(0).isNumeral();
      if (item.is(first, "the")) {
        first++;
      }
      EntityRef supplier = SupplyPhrases.entityAt(item, first);
      if (supplier == null || supplier.kind() != EntityKind.SUPPLIER) {
        if (bullet && item.size() < SHORT) {
          continue;
        }
        return;
      }
      if (!colon && !bullet && item.size() > SHORT) {
        // A sentence under a heading is read as any other.
        return;
      }
      if (customers == null) {
        customers = customersOfIntro(reading.tokens(head), sentences.get(head).range());
      }
      if (customers.isEmpty()) {
        return;
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

  /** An item of a list has fewer tokens than this. */
  private static final int SHORT = 14;

  /** A heading has at most so many characters. */
  private static final int LONGEST_HEADING = 60;

  /** "Our supply chain": a short line without a full stop that announces suppliers. */
  private boolean isHeading(TextRange line) {
    if (line.length() > LONGEST_HEADING
        || !Character.isLetterOrDigit(reading.characters()[line.to() - 1])) {
      return false;
    }
    String text = reading.text(line).toLowerCase(Locale.ROOT);
    return text.endsWith("partners")
        || text.endsWith("supply chain")
        || text.endsWith("subcontractors")
        || text.endsWith("suppliers")
        || text.endsWith("providers")
        || text.endsWith("work with");
  }

  /** "We commission several organisations." before a line that begins with one of them. */
  private boolean isIntroduction(TextRange line, List<Reading.Sentence> sentences, int at) {
    if (at + 1 >= sentences.size() || sentences.get(at + 1).range().length() == 0) {
      return false;
    }
    TextRange next = sentences.get(at + 1).range();
    List<Name> names = reading.names(next);
    boolean item =
        !names.isEmpty()
            && names.get(0).entity().kind() == EntityKind.SUPPLIER
            && names.get(0).range().from() - next.from() < 6
            && next.length() < LONGEST_LABELLED;
    if (!item || line.length() > 3 * LONGEST_LABELLED) {
      return false;
    }
    String text = reading.text(line).toLowerCase(Locale.ROOT);
    return (text.contains("organisations")
            || text.contains("charities")
            || text.contains("partners"))
        && (text.contains("commission")
            || text.contains("work with")
            || text.contains("on our behalf"));
  }

  /** "Housing advice: Redwell and Greenvale", on a page of the CRC. */
  private void addService(Tokens line) {
    int colon = 0;
    boolean service = false;
    while (colon < line.size() && colon < LONGEST_LABEL && !line.is(colon, ":")) {
      Tokens.Token token = line.get(colon);
      service |=
          token.name() == null
              ? SupplyTransfers.isServiceNoun(token.word())
              : token.name().entity().kind() == EntityKind.PROGRAMME;
      if (token.name() != null && token.name().entity().kind() != EntityKind.PROGRAMME) {
        return;
      }
      colon++;
    }
    if (!service || !line.is(colon, ":") || colon + 1 >= line.size()) {
      return;
    }
    List<Clauses.Party> sellers =
        clauses.object(line, colon + 1, e -> e.kind() == EntityKind.SUPPLIER, word -> false);
    if (sellers.isEmpty()) {
      return;
    }
    int end = sellers.get(sellers.size() - 1).to();
    if (end < line.size() - 1) {
      return;
    }
    records.add(
        SupplyRule.LABELLED,
        line,
        0,
        line.size(),
        sellers,
        clauses
            .self(line, 0, SupplyKinds.CRCS_OR_OWNERS)
            .map(List::of)
            .orElseGet(() -> parties.ofSection(line, 0)),
        new int[] {0, colon});
  }

  /** A line with a label has at most so many characters. */
  private static final int LONGEST_LABELLED = 120;

  /** Whether a colon stands inside a line that names a supplier. */
  private boolean isLabelled(TextRange line) {
    char[] text = reading.characters();
    int colon = line.from();
    while (colon < line.to() && text[colon] != ':') {
      colon++;
    }
    return colon < line.to() - 1
        && reading.names(line).stream()
            .anyMatch(name -> name.entity().kind() == EntityKind.SUPPLIER);
  }

  /** How many tokens the label before a colon has at most. */
  private static final int LONGEST_LABEL = 7;

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
    if (tokens.size() > 0 && tokens.is(0, "our")) {
      return parties.ours(tokens, 0);
    }
    boolean partners = false;
    for (String word :
        List.of(
            "partner",
            "subcontract",
            "supplier",
            "supply chain",
            "signed up",
            "voluntary",
            "provider",
            "work with")) {
      partners |= text.contains(word);
    }
    if (!partners) {
      return List.of();
    }
    return parties
        .customerBefore(tokens, tokens.size() - 1, List.of())
        .map(List::of)
        .or(() -> clauses.self(tokens, 0, SupplyKinds.BUYERS).map(List::of))
        .orElseGet(
            () -> tokens.is(tokens.size() - 1, ":") ? List.of() : parties.ofSection(tokens, 0));
  }
}
