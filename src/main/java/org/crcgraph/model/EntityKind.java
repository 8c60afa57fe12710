package org.crcgraph.model;

import java.util.Optional;

/** What sort of thing a name can mean, with the words of the annotation guideline. */
public enum EntityKind {
  CRC("crc", "crc"),
  NPS_DIVISION("nps-division", "organisation"),
  OWNER("owner", "organisation"),
  SUPPLIER("supplier", "organisation"),
  PUBLIC_BODY("public-body", "organisation"),
  UNION("union", "organisation"),
  COMPANY("company", "organisation"),
  PERSON("person", "person"),
  AREA("area", "area"),
  PROGRAMME("programme", "programme"),
  PUBLICATION("publication", "publication");

  private final String label;
  private final String segment;

  EntityKind(String label, String segment) {
    this.label = label;
    this.segment = segment;
  }

  /** The word that records use, such as {@code public-body}. */
  public String label() {
    return label;
  }

  /** The KIND part of {@code id/KIND/SLUG}. */
  public String segment() {
    return segment;
  }

  /** The kind that a record's word names. */
  public static Optional<EntityKind> ofLabel(String label) {
    for (EntityKind kind : values()) {
      if (kind.label.equals(label)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /** Whether the thing is an organisation in the sense of W3C ORG. */
  public boolean isOrganisation() {
    return segment.equals("organisation") || this == CRC;
  }
}
