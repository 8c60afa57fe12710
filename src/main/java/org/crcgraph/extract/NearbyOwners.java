package org.crcgraph.extract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.crcgraph.model.EntityKind;
import org.crcgraph.model.EntityRef;
import org.crcgraph.model.TextRange;

/** Owners told by nothing but where names stand: the only owner near the only CRC. */
final class NearbyOwners {
  /**
   * A company and one CRC named within this many sentences of each other, and no other of either.
   */
  private static final int NEAR = 2;

  private static final Set<String> LINKS = Set.of(",", "and", "&", ", and", "/", "or");

  /** What makes it doubtful that an owner and a CRC side by side belong together. */
  private static final List<String> UNREAL =
      List.of(" not bid", " lost ", " bid for ", " could ", " would ", " might ");

  private final OwnershipFinds finds;
  private final OwnershipWords words;
  private final Reading reading;
  private final Topics topics;

  NearbyOwners(OwnershipFinds finds) {
    this.finds = finds;
    this.words = finds.words();
    this.reading = finds.reading();
    this.topics = finds.reading().topics();
  }

  /**
   * An owner and a CRC that stand near each other with no second owner or CRC around them: the text
   * takes for granted that they belong together.
   */
  void addNear(List<Reading.Sentence> sentences) {
    for (int i = 0; i < sentences.size(); i++) {
      List<EntityRef> owners = finds.owners(sentences.get(i).range());
      if (owners.size() != 1 || onlyQualifies(sentences.get(i).range(), owners.get(0))) {
        continue;
      }
      TextRange around = sentences.get(i).range();
      TextRange scope = topics.scope(around.from());
      for (int far = 0; far <= NEAR; far++) {
        around = around(sentences, i, far, scope);
        List<Name> crcs = crcs(around);
        if (!crcs.isEmpty()) {
          addIfOnlyPair(owners.get(0), crcs, around);
          break;
        }
      }
    }
  }

  /** Whether an owner is named only to say what else it runs: "a Brightwell-run prison". */
  private boolean onlyQualifies(TextRange range, EntityRef owner) {
    for (Name name : reading.names(range)) {
      int end = name.range().to();
      boolean hyphen =
          end + 2 < reading.text().length()
              && reading.text().charAt(end) == '-'
              && Character.isLetter(reading.text().charAt(end + 1));
      if (name.entity().equals(owner) && !hyphen) {
        return false;
      }
    }
    return true;
  }

  /** The CRCs named in a range; an area beside one in a list is one too. */
  private List<Name> crcs(TextRange range) {
    List<Name> names = reading.names(range);
    List<Name> crcs = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      Name name = names.get(i);
      EntityRef whole = words.crcOf(name.entity(), true);
      boolean beside =
          (i > 0 && isListed(names.get(i - 1), name))
              || (i + 1 < names.size() && isListed(name, names.get(i + 1)));
      if (Field.isOneCrc(name.entity())) {
        crcs.add(name);
      } else if (name.entity().kind() == EntityKind.AREA && whole != null && beside) {
        crcs.add(new Name(name.range(), whole));
      }
    }
    return crcs;
  }

  private boolean isListed(Name first, Name second) {
    return (Field.isOneCrc(first.entity()) || Field.isOneCrc(second.entity()))
        && isList(List.of(first, second));
  }

  /**
   * In a section that names one owner alone, and more than once, the CRCs that it names are that
   * owner's.
   */
  void addSole() {
    Map<TextRange, List<Name>> owners = new LinkedHashMap<>();
    Map<TextRange, List<Name>> crcs = new LinkedHashMap<>();
    for (Name name : reading.names()) {
      EntityRef entity = name.entity();
      Map<TextRange, List<Name>> kind =
          entity.kind() == EntityKind.OWNER ? owners : Field.isOneCrc(entity) ? crcs : null;
      if (kind != null) {
        kind.computeIfAbsent(topics.scope(name.range().from()), scope -> new ArrayList<>())
            .add(name);
      }
    }
    owners.forEach(
        (scope, names) -> {
          EntityRef owner = names.get(0).entity();
          boolean sole = names.size() > 1 && names.stream().allMatch(n -> n.entity().equals(owner));
          for (Name crc : sole ? crcs.getOrDefault(scope, List.<Name>of()) : List.<Name>of()) {
            if (!finds.has(owner, crc.entity())) {
              finds.add(OwnershipRule.SOLE, owner, crc.entity(), crc.range());
            }
          }
        });
  }

  private void addIfOnlyPair(EntityRef owner, List<Name> crcs, TextRange around) {
    boolean one = crcs.stream().map(Name::entity).distinct().count() == 1;
    if ((!one && !isList(crcs)) || finds.owners(around).size() != 1 || isDenied(around)) {
      return;
    }
    for (Name name : one ? crcs.subList(0, 1) : crcs) {
      EntityRef crc = name.entity();
      if (finds.hasOwnerOf(crc)) {
        // The text says in so many words whose it is.
        continue;
      }
      int from = around.to();
      int to = around.from();
      for (Name other : reading.names(around)) {
        if (other.entity().equals(owner) || other.entity().equals(crc)) {
          from = Math.min(from, other.range().from());
          to = Math.max(to, other.range().to());
        }
      }
      finds.add(OwnershipRule.NEAR, owner, crc, new TextRange(from, to));
    }
  }

  /** Whether the names follow each other with nothing but "and" or a comma in between. */
  private boolean isList(List<Name> crcs) {
    for (int i = 1; i < crcs.size(); i++) {
      if (!isLinked(crcs.get(i - 1), crcs.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Whether nothing but "and" or a comma stands between two names, which may overlap. */
  private boolean isLinked(Name first, Name second) {
    int from = first.range().to();
    int to = second.range().from();
    return from <= to && LINKS.contains(reading.text(new TextRange(from, to)).strip());
  }

  /** "did not bid for", or the two side by side as equals: "Eastshire CRC and Brightwell". */
  private boolean isDenied(TextRange around) {
    List<Name> names = reading.names(around);
    for (int i = 1; i < names.size(); i++) {
      EntityRef first = names.get(i - 1).entity();
      EntityRef second = names.get(i).entity();
      boolean pair =
          (first.kind() == EntityKind.OWNER && Field.isOneCrc(second))
              || (Field.isOneCrc(first) && second.kind() == EntityKind.OWNER);
      if (pair && isLinked(names.get(i - 1), names.get(i))) {
        return true;
      }
    }
    String text = reading.text(around);
    for (String word : UNREAL) {
      if (text.contains(word)) {
        return true;
      }
    }
    return false;
  }

  private static TextRange around(
      List<Reading.Sentence> sentences, int i, int far, TextRange scope) {
    int from = i;
    int to = i;
    while (from > 0 && i - from < far && scope.contains(sentences.get(from - 1).range())) {
      from--;
    }
    while (to + 1 < sentences.size()
        && to - i < far
        && scope.contains(sentences.get(to + 1).range())) {
      to++;
    }
    return new TextRange(sentences.get(from).range().from(), sentences.get(to).range().to());
  }
}
