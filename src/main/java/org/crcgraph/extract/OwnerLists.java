package org.crcgraph.extract;

import java.util.List;
import org.crcgraph.model.EntityKind;
import org.crcgraph.model.EntityRef;
import org.crcgraph.model.TextRange;
import org.jspecify.annotations.Nullable;

/** Owners told by layout: lists under a line that names the owner, and lines of a table. */
final class OwnerLists {
  /** A line of a list is no longer than this, in UTF-16 code units. */
  private static final int LONGEST_ITEM = 80;

  /** A line of a table is no longer than this, in UTF-16 code units. */
  private static final int LONGEST_ROW = 160;

  private final OwnershipFinds finds;
  private final Reading reading;
  private final CrcAreas areas;

  OwnerLists(OwnershipFinds finds) {
    this.finds = finds;
    this.reading = finds.reading();
    this.areas = finds.words().areas();
  }

  /** "Brightwell will cut these posts:" above lines that begin with the names of CRCs. */
  void addLists(List<Reading.Sentence> sentences) {
    for (int i = 0; i + 1 < sentences.size(); i++) {
      TextRange intro = sentences.get(i).range();
      if (intro.length() == 0 || reading.text().charAt(intro.to() - 1) != ':') {
        continue;
      }
      List<EntityRef> owners = finds.owners(intro);
      for (int k = i + 1; owners.size() == 1 && k < sentences.size(); k++) {
        TextRange line = sentences.get(k).range();
        EntityRef crc = firstName(line);
        if (crc == null || line.length() > LONGEST_ITEM) {
          break;
        }
        finds.add(OwnershipRule.LIST, owners.get(0), crc, new TextRange(intro.from(), line.to()));
      }
    }
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

  private @Nullable EntityRef firstName(TextRange line) {
    String head = reading.text(line).split("[:\u2013(]| - ", 2)[0];
    EntityRef crc = areas.named(head);
    if (crc != null) {
      return crc;
    }
    List<Name> names = reading.names(line);
    return !names.isEmpty()
            && names.get(0).range().from() <= line.from() + 4
            && Field.isOneCrc(names.get(0).entity())
        ? names.get(0).entity()
        : null;
  }
}
