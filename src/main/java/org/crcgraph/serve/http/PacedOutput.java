package org.crcgraph.serve.http;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;

/** Gives up a client that reads its answer too slowly, so that its thread is free for others. */
final class PacedOutput extends OutputStream {
  /** How long a client may be slow. */
  static final Duration GRACE = Duration.ofSeconds(20);

  /** Bytes a second that a client reads at least, after the grace. */
  static final long SLOWEST = 16 << 10;

  private static final int CHUNK = 32 << 10;

  private final OutputStream out;
  private final Duration grace;
  private final long slowest;
  private final long start = System.nanoTime();
  private long written;

  PacedOutput(OutputStream out, Duration grace, long slowest) {
    this.out = out;
    this.grace = grace;
    this.slowest = slowest;
  }

  @Override
  public void write(int b) throws IOException {
    out.write(b);
    written++;
  }

  @Override
  public void write(byte[] bytes, int from, int count) throws IOException {
    for (int at = from; at < from + count; at += CHUNK) {
      int now = Math.min(CHUNK, from + count - at);
      out.write(bytes, at, now);
      written += now;
      checkPace(System.nanoTime() - start);
    }
  }

  private void checkPace(long nanos) throws IOException {
    if (nanos > grace.toNanos() && written < slowest * (nanos / 1e9)) {
      throw new IOException("the client reads less than " + slowest + " bytes a second");
    }
  }
}
