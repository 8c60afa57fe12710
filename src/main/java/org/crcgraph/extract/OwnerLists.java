package org.crcgraph.extract;

import java.util.ArrayList;
import java.util.List;
import org.crcgraph.model.EntityKind;
import org.crcgraph.model.EntityRef;
import org.crcgraph.model.TextRange;
import org.jspecify.annotations.Nullable;

/** Owners told by layout: lists of CRCs or areas under or beside an owner, and lists of owners. */
final class OwnerLists {
  /** A line of a list is no longer than this, in UTF-16 code units. */
  private static final int LONGEST_ITEM = 80;

  /** A line with areas in brackets is no longer than this, in UTF-16 code units. */
  private static final int LONGEST_BRACKETS = 400;

  /** A name opens its line where no more code units stand before it: a bullet, "The". */
  private static final int OPENING = 6;

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

  /** "Brightwell" on a line of its own above lines that are the names of CRCs or their areas. */
  void addHeadings(List<Reading.Sentence> sentences) {
    for (int i = 0; i + 2 < sentences.size(); i++) {
      TextRange heading = sentences.get(i).range();
      if (heading.length() > LONGEST_ITEM || !isNamed(sentences.get(i + 1))) {
        continue;
      }
      List<Name> names = reading.names(heading);
      boolean alone =
          names.size() == 1
              && names.get(0).entity().kind() == EntityKind.OWNER
              && heading.length() - names.get(0).range().length() <= OPENING;
      if (!alone || !isNamed(sentences.get(i + 2))) {
        continue;
      }
      for (int k = i + 1; k < sentences.size(); k++) {
        TextRange line = sentences.get(k).range();
        EntityRef crc = areas.named(reading.text(line));
        if (crc == null) {
          break;
        }
        TextRange range = new TextRange(heading.from(), line.to());
        finds.add(OwnershipRule.LIST, names.get(0).entity(), crc, range);
      }
    }
  }

  private boolean isNamed(Reading.Sentence line) {
    return line.range().length() <= LONGEST_ITEM && areas.named(reading.text(line.range())) != null;
  }

  /** "Brightwell (Eastshire; Northshire)" on a line of a list. */
  void addBrackets(List<Reading.Sentence> sentences) {
    for (Reading.Sentence sentence : sentences) {
      TextRange line = sentence.range();
      if (line.length() > LONGEST_BRACKETS || reading.text().charAt(line.to() - 1) != ')') {
        continue;
      }
      Name owner = opening(line);
      String words = reading.text(line);
      int open = words.indexOf('(');
      if (owner == null
          || owner.entity().kind() != EntityKind.OWNER
          || line.from() + open < owner.range().to()) {
        continue;
      }
      List<EntityRef> crcs = crcs(words.substring(open + 1, words.length() - 1).split("[;•|]"));
      crcs.forEach(crc -> finds.add(OwnershipRule.TABLE, owner.entity(), crc, line));
    }
  }

  /** The CRCs that the parts of a list name, or none where a part names something else. */
  private List<EntityRef> crcs(String[] parts) {
    List<EntityRef> crcs = new ArrayList<>();
    for (String part : parts) {
      EntityRef whole = areas.named(part);
      String[] places = whole == null ? part.split(",") : new String[] {part};
      for (String place : places) {
        EntityRef crc = areas.named(place);
        if (crc == null) {
          return List.of();
        }
        crcs.add(crc);
      }
    }
    return crcs;
  }

  /** The name with which a line begins, or null. */
  private @Nullable Name opening(TextRange line) {
    List<Name> names = reading.names(line);
    return !names.isEmpty() && names.get(0).range().from() - line.from() <= OPENING
        ? names.get(0)
        : null;
  }

  /** "Greenvale is a joint venture of:" above lines that begin with the names of companies. */
  void addMembers(List<Reading.Sentence> sentences) {
    for (int i = 0; i + 1 < sentences.size(); i++) {
      TextRange intro = sentences.get(i).range();
      Name venture = isIntroduction(intro) ? venture(reading.tokens(i)) : null;
      if (venture == null) {
        continue;
      }
      for (int k = i + 1; k < sentences.size(); k++) {
        TextRange line = sentences.get(k).range();
        Name member = opening(line);
        if (member == null
            || !Field.isCompany(member.entity())
            || reading.names(intro).stream().anyMatch(n -> n.entity().equals(member.entity()))) {
          break;
        }
        TextRange range = new TextRange(intro.from(), member.range().to());
        finds.add(OwnershipRule.CONSORTIUM, member.entity(), venture.entity(), range);
        if (isIntroduction(line)) {
          // What follows belongs to this member.
          break;
        }
      }
    }
  }

  private boolean isIntroduction(TextRange line) {
    return line.length() > 0 && reading.text().charAt(line.to() - 1) == ':';
  }

  /** The company whose members are announced: the last before the noun for a venture; or null. */
  private @Nullable Name venture(Tokens tokens) {
    Name last = null;
    Name venture = null;
    for (int i = 0; i < tokens.size(); i++) {
      Name name = tokens.get(i).name();
      if (name == null) {
        boolean noun = finds.words().isJoint(tokens.get(i).word()) || tokens.is(i, "shareholders");
        venture = noun ? last : venture;
      } else if (Field.isCompany(name.entity())) {
        last = name;
      }
    }
    return venture;
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
