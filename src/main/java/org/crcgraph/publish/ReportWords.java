package org.crcgraph.publish;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.crcgraph.model.PartialDate;
import org.jspecify.annotations.Nullable;

/** How the report puts things to readers. */
final class ReportWords {
  static final String TITLE = "Who owned which Community Rehabilitation Company";

  private ReportWords() {}

  /** The day or the time that a report is about. */
  static String subtitle(OwnershipReport report) {
    String on = report.on();
    return on == null ? "Every period" : "On " + date(on);
  }

  /** A date for readers, as precise as it is; a dash where none is known. */
  static String date(@Nullable String iso) {
    if (iso == null) {
      return "–";
    }
    Optional<PartialDate> date = PartialDate.parse(iso);
    if (date.isEmpty() || date.get().month() == 0) {
      return iso;
    }
    String month = Month.of(date.get().month()).getDisplayName(TextStyle.SHORT, Locale.UK);
    String year = " " + date.get().year();
    return date.get().day() == 0 ? month + year : date.get().day() + " " + month + year;
  }

  /** The ultimate owner, with the part of the owner's time for which it stood behind it. */
  static String ultimateOwner(OwnershipReport.Row row) {
    return row.ultimateOwner().label() + stretch(row);
  }

  /** The part of the owner's time for which the ultimate owner stood behind it, where not all. */
  static String stretch(OwnershipReport.Row row) {
    if (!row.changedBehindTheOwner()) {
      return "";
    }
    if (Objects.equals(row.from(), row.ultimateFrom())) {
      return " (to " + date(row.ultimateTo()) + ")";
    }
    return Objects.equals(row.to(), row.ultimateTo())
        ? " (from " + date(row.ultimateFrom()) + ")"
        : " (" + date(row.ultimateFrom()) + " to " + date(row.ultimateTo()) + ")";
  }

  /** What a dissenter says, with the date of saying where known. */
  static String otherwise(OwnershipReport.Otherwise otherwise) {
    boolean isDate = PartialDate.parse(otherwise.value()).isPresent();
    String value = isDate ? date(otherwise.value()) : otherwise.value();
    return value + (otherwise.saidOn() == null ? "" : " (said " + date(otherwise.saidOn()) + ")");
  }
}
