package org.crcgraph.serve.sparql;

import java.time.Duration;

/**
 * What one request may use.
 *
 * @param time longest run of a query
 * @param rows most rows, or triples, of an answer
 * @param answerBytes most bytes of an answer
 * @param requestBytes most bytes of a request's body
 * @param concurrent most queries that run at the same time
 * @param waiting most queries that wait for their turn
 * @param patience longest wait for a turn
 * @param stringLength most characters of a string that a query builds
 */
public record Limits(
    Duration time,
    long rows,
    long answerBytes,
    long requestBytes,
    int concurrent,
    int waiting,
    Duration patience,
    int stringLength) {
  /** For a public endpoint on a small machine. */
  public static Limits standard() {
    return new Limits(
        Duration.ofSeconds(20),
        500_000,
        64L << 20,
        1L << 20,
        Math.max(4, 2 * Runtime.getRuntime().availableProcessors()),
        256,
        Duration.ofSeconds(10),
        4 << 20);
  }

  /** The same with another longest run. */
  public Limits withTime(Duration longest) {
    return new Limits(
        longest, rows, answerBytes, requestBytes, concurrent, waiting, patience, stringLength);
  }

  /** The same with another number of rows. */
  public Limits withRows(long most) {
    return new Limits(
        time, most, answerBytes, requestBytes, concurrent, waiting, patience, stringLength);
  }
}
