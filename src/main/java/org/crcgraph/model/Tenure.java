package org.crcgraph.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * That a person held a post for a time, as a register has it.
 *
 * @param post title of the post
 * @param organisation whose post it is, or null
 * @param from the first day, or null where the register does not know it
 * @param to the last day, or null where it does not know it or the person still holds the post
 */
public record Tenure(
    EntityRef person,
    String post,
    @Nullable EntityRef organisation,
    @Nullable PartialDate from,
    @Nullable PartialDate to) {

  /** Whether the person held the post on a day; no, where the register does not say since when. */
  public boolean holdsOn(LocalDate day) {
    return from != null
        && !from.firstDay().isAfter(day)
        && (to == null || !to.lastDay().isBefore(day));
  }
}
