package org.crcgraph.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.crcgraph.model.Entity;
import org.crcgraph.model.EntityKind;
import org.crcgraph.model.Register;
import org.crcgraph.model.RegisterRow;

/** The things that registers name, for finding them in documents. */
public final class RegisterEntities {
  private RegisterEntities() {}

  /** The entities of the registers of areas, CRCs, organisations, people and subjects. */
  public static List<Entity> of(List<Register> registers) {
    List<Entity> entities = new ArrayList<>();
    for (Register register : registers) {
      for (RegisterRow row : register.rows()) {
        kind(register.name(), row).ifPresent(kind -> entities.add(entity(kind, row)));
      }
    }
    return List.copyOf(entities);
  }

  private static Optional<EntityKind> kind(String register, RegisterRow row) {
    return switch (register) {
      case "areas" -> Optional.of(EntityKind.AREA);
      case "crcs" -> Optional.of(EntityKind.CRC);
      case "people" -> Optional.of(EntityKind.PERSON);
      case "organisations", "subjects" -> row.value("kind").flatMap(EntityKind::ofLabel);
      default -> Optional.empty();
    };
  }

  private static Entity entity(EntityKind kind, RegisterRow row) {
    String name = row.value("name").orElseThrow();
    Set<String> others = new LinkedHashSet<>();
    row.value("aliases").ifPresent(a -> others.addAll(Arrays.asList(a.split("\\|"))));
    row.value("legal_name").ifPresent(others::add);
    others.remove(name);
    return new Entity(
        kind.segment() + "/" + row.value("slug").orElseThrow(),
        name,
        kind,
        others.stream().map(String::strip).toList());
  }
}
