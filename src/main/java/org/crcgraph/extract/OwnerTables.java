package org.crcgraph.extract;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.crcgraph.model.EntityKind;
import org.crcgraph.model.EntityRef;
import org.crcgraph.model.TextRange;

/** Owners told by tables: an owner beside a CRC or area, and columns headed "owner". */
final class OwnerTables {
  /** A line of a table is no longer than this, in UTF-16 code units. */
  private static final int LONGEST_ROW = 160;

  /** Last words of the heading of a column of owners. */
  private static final Set<String> OWNER_HEADS =
      Set.of("owner", "owners", "provider", "company", "operator", "contractor", "supplier");

  /** Last words of the heading of a column of CRCs or of how many an owner has. */
  private static final Set<String> CRC_HEADS =
      Set.of("crc", "crcs", "contract", "contracts", "area", "areas", "cpa", "cpas", "companies");

  private final OwnershipFinds finds;
  private final Reading reading;
  private final CrcAreas areas;

  OwnerTables(OwnershipFinds finds) {
    this.finds = finds;
    this.reading = finds.reading();
    this.areas = finds.words().areas();
  }

  /** Rows under a line that heads one column "owner" and another "contracts" or "CRC". */
  void addColumns(List<Reading.Sentence> sentences) {
    for (int i = 0; i + 1 < sentences.size(); i++) {
      TextRange head = sentences.get(i).range();
      if (head.length() > LONGEST_ROW || reading.text(head).indexOf('\t') < 0) {
        continue;
      }
      String[] heads = reading.text(head).split("\t");
      int owners = column(heads, OWNER_HEADS);
      int crcs = column(heads, CRC_HEADS);
      if (owners < 0 || crcs < 0) {
        continue;
      }
      for (int k = i + 1; k < sentences.size(); k++) {
        TextRange line = sentences.get(k).range();
        String[] cells = reading.text(line).split("\t");
        if (cells.length <= Math.max(owners, crcs)) {
          break;
        }
        addRow(line, cells, owners, crcs);
      }
    }
  }

  private void addRow(TextRange line, String[] cells, int owners, int crcs) {
    int from = line.from();
    for (int i = 0; i < owners; i++) {
      from += cells[i].length() + 1;
    }
    List<EntityRef> named = finds.owners(new TextRange(from, from + cells[owners].length()));
    if (named.size() != 1) {
      return;
    }
    boolean number =
        !cells[crcs].isBlank() && cells[crcs].strip().chars().allMatch(Character::isDigit);
    if (number) {
      finds.add(OwnershipRule.TABLE, named.get(0), Field.CRCS, line);
      return;
    }
    for (String part : cells[crcs].split("[;•|]")) {
      addItems(named.get(0), part.split(","), line);
    }
  }

  private static int column(String[] heads, Set<String> words) {
    for (int i = 0; i < heads.length; i++) {
      String head = heads[i].strip().toLowerCase(Locale.ROOT);
      if (words.contains(head.substring(head.lastIndexOf(' ') + 1))) {
        return i;
      }
    }
    return -1;
  }

  /** Lines of a table: "Eastshire – Brightwell", "Brightwell: Eastshire, Northshire". */
  void addRows(List<Reading.Sentence> sentences) {
    for (Reading.Sentence sentence : sentences) {
      TextRange line = sentence.range();
      if (line.length() > LONGEST_ROW) {
        continue;
      }
      if (!mayCut(line)) {
        continue;
      }
      String text = reading.text(line);
      int cut = cut(text);
      if (cut < 0) {
        continue;
      }
      int from = line.from() + cut;
      EntityRef crc = areas.named(text.substring(0, cut));
      List<Name> after = reading.names(new TextRange(from, line.to()));
      if (crc != null) {
        boolean company =
            !after.isEmpty()
                && after.get(0).entity().kind() == EntityKind.OWNER
                && after.get(0).range().from() - from <= 6;
        if (company) {
          finds.add(OwnershipRule.TABLE, after.get(0).entity(), crc, line);
        }
        continue;
      }
      List<Name> before = reading.names(new TextRange(line.from(), from));
      boolean owner =
          before.size() == 1
              && before.get(0).entity().kind() == EntityKind.OWNER
              && before.get(0).range().length() + 3 >= cut;
      if (owner) {
        for (String part : text.substring(cut).split("[;•|]")) {
          addItems(before.get(0).entity(), part.split(","), line);
        }
      }
    }
  }

  /** CRCs in a list parted by commas, some of which stand within their names. */
  private void addItems(EntityRef owner, String[] parts, TextRange line) {
    for (int from = 0; from < parts.length; from++) {
      for (int to = parts.length; to > from; to--) {
        EntityRef crc = areas.named(parts, from, to);
        if (crc != null) {
          finds.add(OwnershipRule.TABLE, owner, crc, line);
          from = to - 1;
          break;
        }
      }
    }
  }

  /** Whether a character of the marks that {@link #cut} looks for stands in a line. */
  private boolean mayCut(TextRange line) {
    char[] text = reading.characters();
    for (int i = line.from(); i < line.to(); i++) {
      switch (text[i]) {
        case '–', '-', '—', ':', '\t', '|' -> {
          return true;
        }
        default -> {}
      }
    }
    return false;
  }

  private static int cut(String line) {
    for (String mark : List.of(" – ", " - ", " — ", ": ", "\t", " | ")) {
      int at = line.indexOf(mark);
      if (at > 0) {
        return at;
      }
    }
    return -1;
  }
}
