package org.crcgraph.fetch;

import java.time.Duration;

/**
 * How pages are fetched.
 *
 * @param userAgent what the program calls itself; its first word is looked for in robots.txt
 * @param delay least time between two requests to a host
 * @param timeout longest time to wait for an answer, and for the next bytes of it
 * @param mostBytes a larger document is refused
 * @param allowPrivate whether addresses of the own machine and of private networks may be asked
 * @param refresh whether a document that was fetched before is fetched again
 */
public record FetchSettings(
    String userAgent,
    Duration delay,
    Duration timeout,
    long mostBytes,
    boolean allowPrivate,
    boolean refresh) {
  /** What the program calls itself unless told otherwise. */
  public static final String USER_AGENT = "crcgraph/0.1 (+https://w3id.org/crcgraph/)";

  public FetchSettings {
    if (userAgent.isBlank() || mostBytes < 1 || delay.isNegative()) {
      throw new IllegalArgumentException("a name, a positive size and a delay are needed");
    }
  }
}
