package org.crcgraph.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.crcgraph.model.Entity;
import org.crcgraph.model.EntityRef;
import org.crcgraph.model.PartialDate;
import org.crcgraph.model.Register;
import org.crcgraph.model.RegisterRow;
import org.crcgraph.model.Tenure;

/** Who held which post when, from the register of posts. */
public final class RegisterTenures {
  private RegisterTenures() {}

  /**
   * The tenures of the register of posts, in its order; a row whose person no register names is
   * left out (the register's schema reports it).
   *
   * @param entities the entities of the registers
   */
  public static List<Tenure> of(List<Register> registers, List<Entity> entities) {
    Map<String, EntityRef> byId = new HashMap<>();
    entities.forEach(entity -> byId.putIfAbsent(entity.id(), entity.ref()));
    List<Tenure> tenures = new ArrayList<>();
    for (Register register : registers) {
      if (register.name().equals("posts")) {
        for (RegisterRow row : register.rows()) {
          tenure(row, byId).ifPresent(tenures::add);
        }
      }
    }
    return List.copyOf(tenures);
  }

  private static Optional<Tenure> tenure(RegisterRow row, Map<String, EntityRef> byId) {
    EntityRef person = row.value("person_slug").map(s -> byId.get("person/" + s)).orElse(null);
    String post = row.value("post").orElse(null);
    if (person == null || post == null) {
      return Optional.empty();
    }
    EntityRef organisation =
        row.value("crc_slug")
            .map(slug -> byId.get("crc/" + slug))
            .or(() -> row.value("organisation_slug").map(s -> byId.get("organisation/" + s)))
            .orElse(null);
    return Optional.of(
        new Tenure(
            person,
            post,
            organisation,
            row.value("from").flatMap(PartialDate::parse).orElse(null),
            row.value("to").flatMap(PartialDate::parse).orElse(null)));
  }
}
