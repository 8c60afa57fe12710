package org.crcgraph.cli;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Works on several things at once and hands over what comes of them in their order. */
final class InOrder {
  /** So many things for each worker are begun before the first of them is handed over. */
  private static final int AHEAD = 3;

  private InOrder() {}

  /** What is done with a thing, on any thread. */
  interface Work<A, B> {
    B of(A thing) throws IOException;
  }

  /** Where results go, one after another. */
  interface Sink<B> {
    void accept(B result) throws IOException;
  }

  /**
   * Works on all things.
   *
   * @param jobs how many at once; one needs no further thread
   */
  static <A, B> void run(List<A> things, int jobs, Work<A, B> work, Sink<B> sink)
      throws IOException, InterruptedException {
    if (jobs <= 1 || things.size() <= 1) {
      for (A thing : things) {
        sink.accept(work.of(thing));
      }
      return;
    }
    ExecutorService workers = Executors.newFixedThreadPool(Math.min(jobs, things.size()));
    try {
      Deque<Future<B>> begun = new ArrayDeque<>();
      for (A thing : things) {
        begun.add(workers.submit(() -> work.of(thing)));
        if (begun.size() >= jobs * AHEAD) {
          sink.accept(result(begun.remove()));
        }
      }
      while (!begun.isEmpty()) {
        sink.accept(result(begun.remove()));
      }
    } finally {
      workers.shutdownNow();
    }
  }

  private static <B> B result(Future<B> future) throws IOException, InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      if (cause instanceof RuntimeException failure) {
        throw failure;
      }
      if (cause instanceof Error failure) {
        throw failure;
      }
      throw new IOException("a document could not be read", cause);
    }
  }
}
