package org.crcgraph.serve.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.Semaphore;

/**
 * Reads the bodies of requests: of bounded length, from clients that keep a pace, and so many at a
 * time that threads are left for others however slowly bodies come. The server's own least rate is
 * no use here: it counts the time that a query ran against the client.
 */
public final class BodyReader {
  private static final int AT_ONCE = 64;
  private static final long GRACE_NANOS = 5_000_000_000L;
  private static final long SLOWEST = 1024; // bytes a second, after the grace
  private static final long DRAINED_BODIES = 8;
  private static final int CHUNK = 16 << 10;

  private final long largest;
  private final Semaphore places = new Semaphore(AT_ONCE);

  /** Reads at most so many bytes. */
  public BodyReader(long largest) {
    this.largest = largest;
  }

  /** The whole body; a problem where it is too large or comes too slowly. */
  byte[] read(HttpServletRequest exchange) throws IOException {
    if (exchange.getContentLengthLong() > largest) {
      throw tooLarge();
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    read(exchange, all, largest + 1);
    if (all.size() > largest) {
      throw tooLarge();
    }
    return all.toByteArray();
  }

  /**
   * Reads what is left of the body, up to {@link #DRAINED_BODIES} times the largest. A client that
   * still writes when the connection closes loses the reply, and its next request on that
   * connection (RFC 9112, 9.6); one that writes slowly or without end has to bear that.
   */
  void drain(HttpServletRequest exchange) throws IOException {
    long most = DRAINED_BODIES * largest;
    long length = exchange.getContentLengthLong();
    boolean none = length == 0 || (length < 0 && exchange.getHeader("Transfer-Encoding") == null);
    if (none || length > most) {
      return;
    }
    try {
      read(exchange, OutputStream.nullOutputStream(), most);
    } catch (ProblemException e) {
      return; // the reply is made already
    }
  }

  private void read(HttpServletRequest exchange, OutputStream out, long most) throws IOException {
    if (!places.tryAcquire()) {
      throw new ProblemException(
          Problem.of(
              503, "Too many requests", "Too many clients send slowly; try again in a while."));
    }
    try {
      InputStream body = exchange.getInputStream();
      byte[] chunk = new byte[CHUNK];
      long start = System.nanoTime();
      long left = most;
      while (left > 0) {
        int read = part(body, chunk, left);
        if (read < 0) {
          return;
        }
        out.write(chunk, 0, read);
        left -= read;
        checkPace(System.nanoTime() - start, most - left);
      }
    } finally {
      places.release();
    }
  }

  private static int part(InputStream body, byte[] chunk, long left) {
    try {
      return body.read(chunk, 0, (int) Math.min(CHUNK, left));
    } catch (IOException e) { // the client is gone, or has sent nothing for long
      throw new ProblemException(
          Problem.of(408, "Request not complete", "The body of the request did not come."));
    }
  }

  private static void checkPace(long nanos, long bytes) {
    if (nanos > GRACE_NANOS && bytes < SLOWEST * (nanos / 1_000_000_000L)) {
      throw new ProblemException(
          Problem.of(
              408,
              "Request too slow",
              "A request comes with at least " + SLOWEST + " bytes a second."));
    }
  }

  private ProblemException tooLarge() {
    return new ProblemException(
        Problem.of(
            413, "Request too large", "The body of a request has at most " + largest + " bytes."));
  }
}
