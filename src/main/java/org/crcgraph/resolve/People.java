package org.crcgraph.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.crcgraph.model.EntityRef;

/** The persons whom a document names in full, in order. */
final class People {
  private final List<Person> persons = new ArrayList<>();

  private record Person(
      int offset, String honorific, String forename, String surname, EntityRef entity) {}

  void add(int offset, String honorific, EntityRef entity) {
    String name = entity.name().toLowerCase(Locale.ROOT);
    int space = name.lastIndexOf(' ');
    persons.add(
        new Person(
            offset,
            honorific,
            space < 0 ? "" : name.substring(0, name.indexOf(' ')),
            name.substring(space + 1),
            entity));
  }

  /**
   * The persons whom a surname or forename alone can mean at a place: one where the text leaves no
   * doubt, several where it does, none where nobody bears the name.
   *
   * @param honorific the title before it ("Dame"), or empty
   */
  List<EntityRef> called(String word, int offset, String honorific) {
    String name = word.toLowerCase(Locale.ROOT);
    List<EntityRef> bySurname = distinct(name, true, Integer.MAX_VALUE);
    if (bySurname.size() == 1) {
      return bySurname;
    }
    if (bySurname.size() > 1) {
      // The one named last before this place, where only one was named by then.
      List<EntityRef> before = distinct(name, true, offset);
      return before.size() == 1 ? before : bySurname;
    }
    List<EntityRef> byForename = distinct(name, false, Integer.MAX_VALUE);
    return byForename.isEmpty() ? titled(name, honorific) : byForename;
  }

  /** "Dame G", or a forename that was misheard: the only one of that title and initial. */
  private List<EntityRef> titled(String name, String honorific) {
    List<EntityRef> some = new ArrayList<>();
    if (honorific.equals("Dame") || honorific.equals("Sir")) {
      for (Person person : persons) {
        if (person.honorific().equals(honorific)
            && person.forename().charAt(0) == name.charAt(0)
            && !some.contains(person.entity())) {
          some.add(person.entity());
        }
      }
    }
    return some.size() == 1 ? some : List.of();
  }

  private List<EntityRef> distinct(String name, boolean surname, int before) {
    List<EntityRef> some = new ArrayList<>();
    for (Person person : persons) {
      if (person.offset() < before
          && name.equals(surname ? person.surname() : person.forename())
          && !some.contains(person.entity())) {
        some.add(person.entity());
      }
    }
    return some;
  }
}
