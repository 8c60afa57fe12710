package org.crcgraph.serve.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a reply carries: complete before the status line is sent. */
public sealed interface Body extends AutoCloseable {
  /** Number of bytes. */
  long length();

  /** Writes all bytes. */
  void writeTo(OutputStream out) throws IOException;

  /** Frees what the body holds; the server calls it once after sending. */
  @Override
  default void close() throws IOException {}

  /** Bytes in memory. */
  @SuppressWarnings("ArrayRecordComponent") // never compared, and not copied: bodies are large
  record Bytes(byte[] bytes) implements Body {
    @Override
    public long length() {
      return bytes.length;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
      out.write(bytes);
    }
  }

  /** A file that stays. */
  record Stored(Path file, long length) implements Body {
    @Override
    public void writeTo(OutputStream out) throws IOException {
      Files.copy(file, out);
    }
  }

  /** An answer in a buffer of its own. */
  record Buffered(SpillBuffer buffer) implements Body {
    @Override
    public long length() {
      return buffer.length();
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
      buffer.writeTo(out);
    }

    @Override
    public void close() throws IOException {
      buffer.discard();
    }
  }
}
