package org.crcgraph.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.crcgraph.model.EntityRef;

/** The persons whom a document names in full, in order. */
final class People {
  private final List<Person> persons = new ArrayList<>();

  private record Person(int offset, String forename, String surname, EntityRef entity) {}

  void add(int offset, EntityRef entity) {
    String name = entity.name().toLowerCase(Locale.ROOT);
    int space = name.lastIndexOf(' ');
    persons.add(
        new Person(
            offset,
            space < 0 ? "" : name.substring(0, name.indexOf(' ')),
            name.substring(space + 1),
            entity));
  }

  /** The same person as a register or lexicon knows it, where the document names it so. */
  EntityRef known(EntityRef entity) {
    return entity;
  }

  /**
   * The persons whom a surname or forename alone can mean at a place: one where the text leaves no
   * doubt, several where it does, none where nobody bears the name.
   */
  List<EntityRef> called(String word, int offset, boolean titled) {
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
    return distinct(name, false, titled ? Integer.MAX_VALUE : offset);
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
