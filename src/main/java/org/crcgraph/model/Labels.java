package org.crcgraph.model;

import java.util.Locale;

/** The words of records for enum constants: lower case with hyphens. */
public final class Labels {
  private Labels() {}

  /** A constant's name in lower case, its parts joined by hyphens. */
  public static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
