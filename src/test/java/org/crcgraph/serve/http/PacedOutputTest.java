package org.crcgraph.serve.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Which readers are given up. */
final class PacedOutputTest {
  private static final byte[] ANSWER = new byte[1 << 20];

  @Test
  void aReaderBelowThePaceIsGivenUpAfterTheGrace() {
    OutputStream slow =
        new OutputStream() {
          @Override
          public void write(int b) {}

          @Override
          public void write(byte[] bytes, int from, int count) throws IOException {
            try {
              Thread.sleep(60);
            } catch (InterruptedException e) {
              throw new IOException(e);
            }
          }
        };
    assertThatThrownBy(() -> new PacedOutput(slow, Duration.ofMillis(50), 100 << 20).write(ANSWER))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("reads less than");
  }

  @Test
  void aReaderAboveThePaceGetsEverything() throws IOException {
    ByteArrayOutputStream fast = new ByteArrayOutputStream();
    try (PacedOutput out = new PacedOutput(fast, Duration.ZERO, 1)) {
      out.write(ANSWER);
      out.write(7);
    }
    assertThat(fast.size()).isEqualTo(ANSWER.length + 1);
  }
}
