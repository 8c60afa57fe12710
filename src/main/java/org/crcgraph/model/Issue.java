package org.crcgraph.model;

/**
 * A problem with an input, as a value that is collected so that a user sees every one of them.
 *
 * @param severity whether the input can still be used
 * @param place where it stands
 * @param what what is wrong, with the offending value
 * @param remedy what to do about it
 */
public record Issue(Severity severity, Place place, String what, String remedy) {
  /** Whether the input can still be used. */
  public enum Severity {
    /** The input, or this part of it, cannot be used; the command exits with 1. */
    ERROR,
    /** The input is used; somebody should look. */
    WARNING,
    /** The program itself failed over this input; the command goes on and exits with 3. */
    FAILURE
  }

  /** An error. */
  public static Issue error(Place place, String what, String remedy) {
    return new Issue(Severity.ERROR, place, what, remedy);
  }

  /** A warning. */
  public static Issue warning(Place place, String what, String remedy) {
    return new Issue(Severity.WARNING, place, what, remedy);
  }

  /** A failure of the program. */
  public static Issue failure(Place place, String what, String remedy) {
    return new Issue(Severity.FAILURE, place, what, remedy);
  }

  /** {@code FILE:LINE:COLUMN: what is wrong; what to do}. */
  @Override
  public String toString() {
    return place + ": " + what + "; " + remedy;
  }
}
