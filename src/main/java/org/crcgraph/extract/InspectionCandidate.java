package org.crcgraph.extract;

import java.util.Objects;
import java.util.Set;
import org.crcgraph.model.EntityRef;
import org.crcgraph.model.PartialDate;
import org.crcgraph.model.TextRange;
import org.jspecify.annotations.Nullable;

/**
 * An inspection as one sentence has it.
 *
 * @param named whether the sentence says by itself that an inspection took place
 * @param apart whether its date tells it from the inspection that the text is about
 */
record InspectionCandidate(
    InspectionRule rule,
    EntityRef inspector,
    Set<EntityRef> subjects,
    @Nullable String title,
    @Nullable String area,
    @Nullable PartialDate period,
    @Nullable PartialDate published,
    TextRange evidence,
    boolean named,
    boolean apart,
    @Nullable Integer sample) {
  /** One that the sentence tells by itself; what else it says is added. */
  static InspectionCandidate told(
      InspectionRule rule, EntityRef inspector, Set<EntityRef> subjects, TextRange evidence) {
    return new InspectionCandidate(
        rule, inspector, subjects, null, null, null, null, evidence, true, false, null);
  }

  InspectionCandidate about(Set<EntityRef> others) {
    return new InspectionCandidate(
        rule, inspector, others, title, area, period, published, evidence, named, apart, sample);
  }

  InspectionCandidate titled(@Nullable String ownTitle) {
    return new InspectionCandidate(
        rule, inspector, subjects, ownTitle, area, period, published, evidence, named, apart,
        sample);
  }

  InspectionCandidate in(@Nullable String otherArea) {
    return new InspectionCandidate(
        rule, inspector, subjects, title, otherArea, period, published, evidence, named, apart,
        sample);
  }

  InspectionCandidate during(@Nullable PartialDate fieldwork) {
    return new InspectionCandidate(
        rule, inspector, subjects, title, area, fieldwork, published, evidence, named, apart,
        sample);
  }

  InspectionCandidate publishedOn(@Nullable PartialDate date) {
    return new InspectionCandidate(
        rule, inspector, subjects, title, area, period, date, evidence, named, apart, sample);
  }

  InspectionCandidate named(boolean byItself) {
    return new InspectionCandidate(
        rule, inspector, subjects, title, area, period, published, evidence, byItself, apart,
        sample);
  }

  InspectionCandidate apart(boolean byDate) {
    return new InspectionCandidate(
        rule, inspector, subjects, title, area, period, published, evidence, named, byDate, sample);
  }

  InspectionCandidate sampling(@Nullable Integer cases) {
    return new InspectionCandidate(
        rule, inspector, subjects, title, area, period, published, evidence, named, apart, cases);
  }

  /** This candidate, with what only a later one says of the same inspection. */
  InspectionCandidate with(InspectionCandidate later) {
    return new InspectionCandidate(
        rule,
        inspector,
        subjects,
        title == null ? later.title : title,
        area == null ? later.area : area,
        period == null ? later.period : period,
        published == null ? later.published : published,
        evidence,
        named,
        apart,
        sample == null ? later.sample : sample);
  }

  /** Whether it says who or which place was inspected. */
  boolean isOfSomebody() {
    return !subjects.isEmpty() || area != null;
  }

  /** Whether a noun or verb of inspecting told it, not a date or place beside one. */
  boolean isOfReport() {
    return switch (rule) {
      case OF, AREA, THEME, TOPIC, WATCHDOG -> true;
      default -> false;
    };
  }

  /** Whether it is about a matter, not about anybody's work. */
  boolean isOnTopic() {
    return rule == InspectionRule.TOPIC || rule == InspectionRule.THEME;
  }

  /** Whether it says what was inspected, or when it came out: it stands for itself. */
  boolean isOwn() {
    return !subjects.isEmpty() || area != null || (named && published != null);
  }

  boolean isOfProbation() {
    return inspector.name().equals(Field.INSPECTORATE.name());
  }

  /** Whether it is of those who look at what a ministry spends. */
  boolean isOfSpending() {
    return inspector.equals(Field.AUDIT_OFFICE)
        || inspector.name().equals("Public Accounts Committee");
  }

  boolean isOfInspectorate() {
    return inspector.name().startsWith("HM Inspectorate");
  }

  private boolean isOfSameTime(InspectionCandidate other) {
    PartialDate mine = published == null ? period : published;
    PartialDate theirs = other.published == null ? other.period : other.published;
    return mine != null && theirs != null && mine.compatible(theirs);
  }

  boolean isSameAs(InspectionCandidate other) {
    if (!inspector.equals(other.inspector) || ((apart || other.apart) && !isOfSameTime(other))) {
      return false;
    }
    if (subjects.isEmpty() && other.subjects.isEmpty()) {
      return Objects.equals(area, other.area);
    }
    boolean otherPlace = area != null && other.area != null && !area.equals(other.area);
    return !otherPlace && subjects.stream().anyMatch(other.subjects::contains);
  }
}
