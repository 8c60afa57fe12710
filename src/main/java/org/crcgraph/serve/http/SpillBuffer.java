package org.crcgraph.serve.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects an answer before its status line is sent: the first mebibyte in memory, the rest in a
 * temporary file, and no more than a limit.
 */
public final class SpillBuffer extends OutputStream {
  private static final int FIRST = 8 * 1024;
  private static final int LARGEST = 256 * 1024;
  private static final int IN_MEMORY = 1024 * 1024;

  private final long limit;
  private final List<byte[]> full = new ArrayList<>();
  private byte[] chunk = new byte[FIRST];
  private int used;
  private long length;
  private @Nullable Path file;
  private @Nullable OutputStream spill;

  /** An empty buffer that takes at most this many bytes. */
  public SpillBuffer(long limit) {
    this.limit = limit;
  }

  /** Bytes written so far. */
  public long length() {
    return length;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int count) throws IOException {
    length += count;
    if (length > limit) {
      throw new ProblemException(
          Problem.of(
              413,
              "Answer too large",
              "The answer is over the limit of "
                  + limit
                  + " bytes; add LIMIT, ask for fewer columns, or page through it."));
    }
    if (spill != null) {
      spill.write(bytes, from, count);
      return;
    }
    int at = from;
    int left = count;
    while (left > 0) {
      if (used == chunk.length) {
        full.add(chunk);
        chunk = new byte[Math.min(chunk.length * 2, LARGEST)];
        used = 0;
      }
      int now = Math.min(left, chunk.length - used);
      System.arraycopy(bytes, at, chunk, used, now);
      used += now;
      at += now;
      left -= now;
    }
    if (length > IN_MEMORY) {
      spillOver();
    }
  }

  private void spillOver() throws IOException {
    Path temporary = Files.createTempFile("crcgraph-answer", ".tmp");
    file = temporary;
    OutputStream out = Files.newOutputStream(temporary);
    spill = out;
    memoryTo(out);
    full.clear();
    chunk = new byte[0];
    used = 0;
  }

  private void memoryTo(OutputStream out) throws IOException {
    for (byte[] part : full) {
      out.write(part);
    }
    out.write(chunk, 0, used);
  }

  /** Writes everything collected. */
  public void writeTo(OutputStream out) throws IOException {
    if (spill != null) {
      spill.close();
    }
    if (file != null) {
      Files.copy(file, out);
    } else {
      memoryTo(out);
    }
  }

  /** The collected bytes as one array. */
  public byte[] toBytes() throws IOException {
    byte[] all = new byte[Math.toIntExact(length)];
    writeTo(
        new OutputStream() {
          private int at;

          @Override
          public void write(int b) {
            all[at++] = (byte) b;
          }

          @Override
          public void write(byte[] bytes, int from, int count) {
            System.arraycopy(bytes, from, all, at, count);
            at += count;
          }
        });
    return all;
  }

  /** Deletes the temporary file, if any. */
  public void discard() throws IOException {
    if (spill != null) {
      spill.close();
    }
    if (file != null) {
      Files.deleteIfExists(file);
    }
  }
}
