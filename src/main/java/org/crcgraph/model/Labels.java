package org.crcgraph.model;

import java.util.Locale;

/** The words of records for enum constants: lower case with hyphens. */
final class Labels {
  private Labels() {}

  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
