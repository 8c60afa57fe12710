package org.crcgraph.resolve;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.crcgraph.model.EntityRef;

/** The persons whom a document names in full. */
final class People {
  private final Map<String, Map<EntityRef, Integer>> bySurname = new HashMap<>();
  private final Map<String, Map<EntityRef, Integer>> byForename = new HashMap<>();

  /** Persons with a title by the title and the first letter of the forename. */
  private final Map<String, Set<EntityRef>> byInitial = new HashMap<>();

  void add(int offset, String honorific, EntityRef entity) {
    String name = entity.name().toLowerCase(Locale.ROOT);
    int space = name.lastIndexOf(' ');
    put(bySurname, name.substring(space + 1), entity, offset);
    if (space >= 0) {
      put(byForename, name.substring(0, name.indexOf(' ')), entity, offset);
    }
    if (space > 0 && isTitle(honorific)) {
      byInitial
          .computeIfAbsent(honorific + name.charAt(0), key -> new LinkedHashSet<>())
          .add(entity);
    }
  }

  /** Keeps where each person was first called so. */
  private static void put(
      Map<String, Map<EntityRef, Integer>> index, String name, EntityRef entity, int offset) {
    index.computeIfAbsent(name, key -> new LinkedHashMap<>()).merge(entity, offset, Math::min);
  }

  private static boolean isTitle(String honorific) {
    return honorific.equals("Dame") || honorific.equals("Sir");
  }

  /**
   * The persons whom a surname or forename alone can mean at a place: one where the text leaves no
   * doubt, several where it does, none where nobody bears the name.
   *
   * @param honorific the title before it ("Dame"), or empty
   */
  List<EntityRef> called(String word, int offset, String honorific) {
    String name = word.toLowerCase(Locale.ROOT);
    Map<EntityRef, Integer> surname = bySurname.getOrDefault(name, Map.of());
    if (surname.size() > 1) {
      // The one named last before this place, where only one was named by then.
      List<EntityRef> before =
          surname.entrySet().stream()
              .filter(person -> person.getValue() < offset)
              .map(Map.Entry::getKey)
              .toList();
      return before.size() == 1 ? before : List.copyOf(surname.keySet());
    }
    if (surname.size() == 1) {
      return List.copyOf(surname.keySet());
    }
    Map<EntityRef, Integer> forename = byForename.getOrDefault(name, Map.of());
    return forename.isEmpty() ? titled(name, honorific) : List.copyOf(forename.keySet());
  }

  /** "Dame G", or a forename that was misheard: the only one of that title and initial. */
  private List<EntityRef> titled(String name, String honorific) {
    Set<EntityRef> some =
        isTitle(honorific)
            ? byInitial.getOrDefault(honorific + name.charAt(0), Set.of())
            : Set.<EntityRef>of();
    return some.size() == 1 ? List.copyOf(some) : List.of();
  }
}
