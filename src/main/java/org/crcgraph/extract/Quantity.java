package org.crcgraph.extract;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A number in a sentence with the unit that is written at it.
 *
 * @param from first token
 * @param to one past the last token, unit included
 * @param value the number; a share is given in percent
 * @param form how it is written
 * @param unit {@code percent}, {@code GBP}, {@code days} …, or null for a bare number
 */
record Quantity(int from, int to, BigDecimal value, Form form, @Nullable String unit) {
  /** How a quantity is written. */
  enum Form {
    /** "260,000". */
    DIGITS,
    /** "three". */
    WORDS,
    /** "61 per cent". */
    PERCENT,
    /** "two-thirds", "one in three". */
    SHARE,
    /** "£3.7 billion". */
    MONEY,
    /** "six weeks". */
    DURATION,
    /** "none", "not one". */
    NONE
  }

  /** Whether the number has no unit of its own, so that a noun after it says what it counts. */
  boolean isBare() {
    return form == Form.DIGITS || form == Form.WORDS;
  }
}
