package org.crcgraph.extract;

import org.crcgraph.model.EntityKind;
import org.crcgraph.model.EntityRef;

/** The things of the field that texts leave unnamed: "the inspectors", "the CRCs", "ministers". */
final class Field {
  /** The CRCs as a class. */
  static final EntityRef CRCS =
      new EntityRef(
          "Community Rehabilitation Companies",
          EntityKind.CRC,
          "crc/community-rehabilitation-companies");

  static final EntityRef INSPECTORATE =
      new EntityRef(
          "HM Inspectorate of Probation",
          EntityKind.PUBLIC_BODY,
          "organisation/hm-inspectorate-of-probation");

  static final EntityRef PRISONS_INSPECTORATE =
      new EntityRef(
          "HM Inspectorate of Prisons",
          EntityKind.PUBLIC_BODY,
          "organisation/hm-inspectorate-of-prisons");

  static final EntityRef AUDIT_OFFICE =
      new EntityRef(
          "National Audit Office", EntityKind.PUBLIC_BODY, "organisation/national-audit-office");

  static final EntityRef MINISTRY =
      new EntityRef(
          "Ministry of Justice", EntityKind.PUBLIC_BODY, "organisation/ministry-of-justice");

  static final EntityRef NPS =
      new EntityRef(
          "National Probation Service",
          EntityKind.PUBLIC_BODY,
          "organisation/national-probation-service");

  static final EntityRef PROGRAMME =
      new EntityRef(
          "Transforming Rehabilitation",
          EntityKind.PROGRAMME,
          "programme/transforming-rehabilitation");

  private Field() {}

  /** Whether an entity is the CRCs as a class, not one of them. */
  static boolean isClass(EntityRef entity) {
    return entity.equals(CRCS) || entity.name().equals(CRCS.name());
  }

  /** Whether an entity is one CRC. */
  static boolean isOneCrc(EntityRef entity) {
    return entity.kind() == EntityKind.CRC && !isClass(entity);
  }

  /** Whether an entity is a company that is no CRC. */
  static boolean isCompany(EntityRef entity) {
    return switch (entity.kind()) {
      case OWNER, COMPANY, SUPPLIER -> true;
      default -> false;
    };
  }
}
