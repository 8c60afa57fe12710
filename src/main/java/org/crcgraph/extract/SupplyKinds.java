package org.crcgraph.extract;

import java.util.Set;
import java.util.function.Predicate;
import org.crcgraph.model.EntityKind;
import org.crcgraph.model.EntityRef;

/** Which sorts of organisation can sell a service, and which can buy one. */
final class SupplyKinds {
  static final Predicate<EntityRef> SELLERS = Field::isCompany;

  static final Predicate<EntityRef> CHARITIES = SupplyKinds::isCharity;

  static final Predicate<EntityRef> BUYERS = SupplyKinds::canBuy;

  static final Predicate<EntityRef> CRCS_OR_OWNERS =
      entity -> entity.kind() == EntityKind.CRC || entity.kind() == EntityKind.OWNER;

  private SupplyKinds() {}

  /** Whether a body lets the contracts of the field. */
  static boolean isOfField(EntityRef entity) {
    return BODIES_OF_THE_FIELD.contains(entity.name());
  }

  private static boolean isCharity(EntityRef entity) {
    return entity.kind() == EntityKind.SUPPLIER
        || entity.kind() == EntityKind.COMPANY
        || isLocalBody(entity);
  }

  /** Councils and colleges sell services too. */
  static boolean isLocalBody(EntityRef entity) {
    return entity.kind() == EntityKind.PUBLIC_BODY
        && (entity.name().endsWith(" Council")
            || entity.name().endsWith(" College")
            || entity.name().contains("Fire and Rescue")
            || entity.name().startsWith("University ")
            || entity.name().endsWith(" University"));
  }

  /** The public probation service, or a division of it. */
  static boolean isProbation(EntityRef entity) {
    return entity.kind() == EntityKind.NPS_DIVISION || entity.equals(Field.NPS);
  }

  /** A public body that buys from CRCs, as those that let their contracts do not. */
  static boolean isCustomerOfCrcs(EntityRef entity) {
    return isProbation(entity)
        || isLocalBody(entity)
        || (isOtherBody(entity)
            && (entity.name().contains("Authority") || entity.name().contains("Commissioner")));
  }

  static boolean canBuy(EntityRef entity) {
    return switch (entity.kind()) {
      case CRC, OWNER, NPS_DIVISION -> true;
      case COMPANY -> true;
      case PUBLIC_BODY ->
          !entity.name().startsWith("HM Inspectorate") && !entity.name().startsWith("HMP ");
      default -> false;
    };
  }

  /** Bodies that are no market for the field: a contract with them makes nobody their supplier. */
  static boolean isOtherBody(EntityRef entity) {
    return entity.kind() == EntityKind.PUBLIC_BODY
        && canBuy(entity)
        && !BODIES_OF_THE_FIELD.contains(entity.name())
        && !entity.name().endsWith("Committee");
  }

  /** Those who let the contracts of the field, and who audit them. */
  private static final Set<String> BODIES_OF_THE_FIELD =
      Set.of(
          Field.MINISTRY.name(),
          "HM Prison and Probation Service",
          "National Offender Management Service",
          "UK Government",
          "National Audit Office");
}
