package org.crcgraph.lexicon;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.crcgraph.model.Entity;
import org.crcgraph.model.EntityKind;

/**
 * Composes the forms of a name that a grammar gives, so that registers and lexicon need not list
 * them: "&" for "and", the long form of "CRC", legal suffixes, "HM" for "Her Majesty's", and the
 * commas of a list of areas.
 */
public final class NameForms {
  private static final List<String> LONG_CRC =
      List.of(
          "Community Rehabilitation Company",
          "Community Rehabilitation Company Limited",
          "Community Rehabilitation Company Ltd",
          "CRC Limited",
          "CRC Ltd");

  private NameForms() {}

  /** Every form of the entity's names, the names themselves first. */
  public static Set<String> of(Entity entity) {
    Set<String> forms = new LinkedHashSet<>();
    forms.add(entity.name());
    forms.addAll(entity.aliases());
    if (entity.kind() == EntityKind.CRC && !entity.name().endsWith("Companies")) {
      for (String form : List.copyOf(forms)) {
        if (form.equals(form.strip()) && !form.contains("CRC") && !form.contains("Company")) {
          forms.add(form + " CRC");
        }
      }
      for (String form : List.copyOf(forms)) {
        if (form.endsWith(" CRC")) {
          String area = form.substring(0, form.length() - 4);
          LONG_CRC.forEach(company -> forms.add(area + " " + company));
          // "the Anyshire and Othershire CRCs"
          forms.add(form + "s");
        }
      }
    }
    for (String form : List.copyOf(forms)) {
      addVariants(form, forms);
    }
    return forms;
  }

  private static void addVariants(String form, Set<String> forms) {
    int and = form.indexOf(" and ");
    if (and > 0 && form.endsWith(" CRC") && form.indexOf(", ") < 0) {
      forms.add(form.replace(" and ", "/"));
      forms.add(form.substring(0, form.length() - 4).replace(" and ", "/"));
    }
    if (and > 0 && form.indexOf(", ") > 0) {
      String serial = form.substring(0, and) + "," + form.substring(and);
      forms.add(serial);
      forms.add(form.replace(",", ""));
    }
    if (form.endsWith(" Probation Trust")) {
      forms.add(form.substring(0, form.length() - " Trust".length()));
    }
    if (form.startsWith("HM ")) {
      String rest = form.substring(3);
      for (String crown : List.of("Her Majesty's ", "Her Majesty’s ", "His Majesty's ", "H M ")) {
        forms.add(crown + rest);
      }
    }
  }
}
