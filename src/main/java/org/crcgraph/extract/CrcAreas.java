package org.crcgraph.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.crcgraph.lexicon.Lexicon;
import org.crcgraph.model.Entity;
import org.crcgraph.model.EntityKind;
import org.crcgraph.model.EntityRef;
import org.jspecify.annotations.Nullable;

/** Which CRC is named after which area: "Eastshire CRC" after Eastshire. */
final class CrcAreas {
  /** CRCs by each area of their names, in lower case. */
  private final Map<String, EntityRef> byPart = new HashMap<>();

  /** CRCs whose whole name is one area: "wales". */
  private final Map<String, EntityRef> byWhole = new HashMap<>();

  /** CRCs by the words of their names, as lists and tables write them. */
  private final Map<String, EntityRef> byKey = new HashMap<>();

  private CrcAreas() {}

  /** The areas of no CRC. */
  static CrcAreas none() {
    return new CrcAreas();
  }

  /** The areas of the lexicon's CRCs. */
  static CrcAreas of(Lexicon lexicon) {
    CrcAreas areas = new CrcAreas();
    for (Entity entity : lexicon.entities()) {
      if (Field.isOneCrc(entity.ref())) {
        areas.add(entity);
      }
    }
    return areas;
  }

  private void add(Entity crc) {
    byKey.put(key(crc.name()), crc.ref());
    crc.aliases().forEach(alias -> byKey.putIfAbsent(key(alias), crc.ref()));
    String area = crc.name().replaceFirst(" CRC$", "").toLowerCase(Locale.ROOT);
    byPart.put(area, crc.ref());
    byWhole.put(area, crc.ref());
    for (String part : area.split(", | and ")) {
      byPart.putIfAbsent(part, crc.ref());
    }
  }

  /** The words of an area's name without what joins them: "east north shire". */
  private static String key(String area) {
    String words = area.toLowerCase(Locale.ROOT);
    StringBuilder key = new StringBuilder(words.length());
    int i = 0;
    while (i < words.length()) {
      int end = i;
      while (end < words.length() && isWordPart(words.charAt(end))) {
        end++;
      }
      boolean joins = end - i == 3 && (words.startsWith("and", i) || words.startsWith("crc", i));
      boolean gap = true;
      for (int k = i; k < end && !joins; k++) {
        char c = words.charAt(k);
        boolean letter = c >= 'a' && c <= 'z';
        if (letter) {
          key.append(gap && key.length() > 0 ? " " : "").append(c);
        }
        gap = !letter;
      }
      i = end + 1;
    }
    return key.toString();
  }

  private static boolean isWordPart(char c) {
    return (c >= 'a' && c <= 'z') || c == '_' || Character.isLetterOrDigit(c);
  }

  /** The CRC whose name or whose area's name a string is, or null. */
  @Nullable EntityRef named(String text) {
    return byKey.get(key(text));
  }

  /** The CRC that some parts of a list, joined, name, or null. */
  @Nullable EntityRef named(String[] parts, int from, int to) {
    return named(String.join(" ", Arrays.copyOfRange(parts, from, to)));
  }

  /** The CRC that is named after exactly this area, or null. */
  @Nullable EntityRef whole(EntityRef area) {
    return area.kind() == EntityKind.AREA
        ? byWhole.get(area.name().toLowerCase(Locale.ROOT))
        : null;
  }

  /** The CRC that is named after this area, alone or with others, or null. */
  @Nullable EntityRef part(EntityRef area) {
    if (area.kind() != EntityKind.AREA) {
      return null;
    }
    String name = area.name().toLowerCase(Locale.ROOT);
    EntityRef crc = byPart.get(name);
    return crc != null || !name.contains(" and ") ? crc : ofParts(name);
  }

  /** "Avon and Somerset": the one CRC whose area its parts lie in, or null. */
  private @Nullable EntityRef ofParts(String name) {
    EntityRef found = null;
    for (String part : name.split(", | and ")) {
      EntityRef crc = byPart.get(part);
      if (part.equals("england") || (crc != null && found != null && !crc.equals(found))) {
        return null;
      }
      found = crc == null ? found : crc;
    }
    return found;
  }

  /** The names that are areas of CRCs, each with its CRC instead. */
  List<Name> crcs(List<Name> names, boolean wholeOnly) {
    List<Name> crcs = new ArrayList<>();
    for (Name name : names) {
      EntityRef crc = wholeOnly ? whole(name.entity()) : part(name.entity());
      if (crc != null) {
        crcs.add(new Name(name.range(), crc));
      }
    }
    return crcs;
  }
}
