package org.crcgraph.serve.sparql;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.time.Duration;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryException;
import org.apache.jena.sparql.engine.http.QueryExceptionHTTP;
import org.apache.jena.sparql.exec.QueryExec;
import org.crcgraph.serve.http.Problem;
import org.crcgraph.serve.http.ProblemException;

/**
 * Runs queries under limits. A query over its time, over its share of memory, or without a turn
 * ends with a problem; its thread is free again soon after, whatever the query was.
 */
public final class QueryDesk implements AutoCloseable {
  private static final long TICK_MILLIS = 20;
  private static final double FULL = 0.80;
  private static final long HUNGRY = 64L << 20;
  private static final long BREATH_NANOS = 500_000_000L;

  private final Limits limits;
  private final Semaphore turns;
  private final Set<Guard> running = ConcurrentHashMap.newKeySet();
  private final LongAdder started = new LongAdder();
  private final LongAdder stopped = new LongAdder();
  private final LongAdder refused = new LongAdder();
  private final Thread watchdog = new Thread(this::watch, "query-watchdog");
  private volatile boolean closed;

  /** What is done with a query that is ready to run. */
  @FunctionalInterface
  public interface Work<T> {
    /** Runs the query and reads its answer. */
    T with(QueryExec execution) throws IOException;
  }

  /** How many queries were run, ended by the desk, turned away, and are running. */
  public record Figures(long started, long stopped, long refused, int running) {}

  /** With these limits for all queries together. */
  public QueryDesk(Limits limits) {
    this.limits = limits;
    turns = new Semaphore(limits.concurrent(), true);
    watchdog.setDaemon(true);
    watchdog.start();
  }

  /** The limits of this desk. */
  public Limits limits() {
    return limits;
  }

  /** Counts so far. */
  public Figures figures() {
    return new Figures(started.sum(), stopped.sum(), refused.sum(), running.size());
  }

  /** Runs a query for as long as the limits allow. */
  public <T> T run(Backend backend, Query query, Work<T> work) throws IOException {
    return run(backend, query, limits.time(), work);
  }

  /** Runs a query for no longer than this, and no longer than the limits allow. */
  public <T> T run(Backend backend, Query query, Duration longest, Work<T> work)
      throws IOException {
    Duration time = longest.compareTo(limits.time()) < 0 ? longest : limits.time();
    takeTurn();
    try {
      return guarded(backend, query, time, work);
    } finally {
      turns.release();
    }
  }

  private void takeTurn() {
    if (closed || turns.getQueueLength() > limits.waiting()) {
      throw busy();
    }
    try {
      if (!turns.tryAcquire(limits.patience().toMillis(), TimeUnit.MILLISECONDS)) {
        throw busy();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw busy();
    }
  }

  private ProblemException busy() {
    refused.increment();
    return new ProblemException(
        Problem.of(
            503,
            "Too many queries",
            limits.concurrent() + " queries run at the same time; try again in a few seconds."));
  }

  private <T> T guarded(Backend backend, Query query, Duration time, Work<T> work)
      throws IOException {
    Guard guard = new Guard(System.nanoTime() + time.toNanos(), limits.stringLength());
    running.add(guard);
    started.increment();
    try (Backend.Reading reading = backend.read();
        QueryExec execution = reading.prepare(query, guard, time.toMillis())) {
      guard.onStop(execution::abort);
      T result = work.with(execution);
      guard.check();
      return result;
    } catch (QueryCancelledException e) {
      throw ended(guard, time);
    } catch (OutOfMemoryError e) {
      guard.stop(Guard.Stop.MEMORY);
      throw ended(guard, time);
    } catch (StackOverflowError e) {
      throw new ProblemException(
          Problem.of(400, "Query too deep", "The query is nested too deeply to be answered."));
    } catch (QueryExceptionHTTP e) {
      throw new ProblemException(
          Problem.of(502, "Endpoint failed", "The SPARQL endpoint behind this server failed."));
    } catch (QueryException e) {
      if (guard.stopped() != null) {
        throw ended(guard, time);
      }
      throw new ProblemException(
          Problem.of(400, "Query cannot be answered", String.valueOf(e.getMessage())));
    } catch (ProblemException e) {
      throw e;
    } catch (RuntimeException e) {
      // An iterator that is closed under a query's feet may fail in any way.
      throw guard.stopped() == null ? e : ended(guard, time);
    } finally {
      running.remove(guard);
    }
  }

  private ProblemException ended(Guard guard, Duration time) {
    stopped.increment();
    Guard.Stop why = guard.stopped();
    return new ProblemException(
        switch (why == null ? Guard.Stop.TIME : why) {
          case TIME ->
              Problem.of(
                  503,
                  "Query timed out",
                  "The query ran longer than "
                      + time.toMillis() / 1000.0
                      + " seconds and was ended; nothing of its answer is sent.");
          case MEMORY ->
              Problem.of(
                  503,
                  "Query needs too much memory",
                  "The query was ended because the memory ran short; nothing of it is sent.");
          case STRING ->
              Problem.of(
                  413,
                  "String too long",
                  "The query builds a string of more than "
                      + limits.stringLength()
                      + " characters.");
          case SHUTDOWN -> Problem.of(503, "Stopping", "The server is stopping.");
        });
  }

  private void watch() {
    long relieved = System.nanoTime() - BREATH_NANOS;
    while (!closed) {
      try {
        Thread.sleep(TICK_MILLIS);
      } catch (InterruptedException e) {
        return;
      }
      long now = System.nanoTime();
      for (Guard guard : running) {
        if (guard.isOver(now)) {
          guard.stop(Guard.Stop.TIME);
        }
      }
      if (!running.isEmpty() && now - relieved > BREATH_NANOS && memoryIsShort()) {
        stopTheHungriest();
        relieved = now;
      }
    }
  }

  /** What survives in the old generation: with G1 always current, else after a collection. */
  private static boolean memoryIsShort() {
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      if (pool.getType() != MemoryType.HEAP || !pool.getName().matches(".*(Old|Tenured).*")) {
        continue;
      }
      MemoryUsage usage = pool.getName().startsWith("G1") ? pool.getUsage() : collected(pool);
      if (usage.getMax() > 0 && usage.getUsed() > FULL * usage.getMax()) {
        return true;
      }
    }
    return false;
  }

  private static MemoryUsage collected(MemoryPoolMXBean pool) {
    MemoryUsage usage = pool.getCollectionUsage();
    return usage == null ? pool.getUsage() : usage;
  }

  private void stopTheHungriest() {
    if (ManagementFactory.getThreadMXBean() instanceof ThreadMXBean threads) {
      running.stream()
          .filter(g -> g.stopped() == null && g.allocatedBy(threads) > HUNGRY)
          .max(Comparator.comparingLong(g -> g.allocatedBy(threads)))
          .ifPresent(g -> g.stop(Guard.Stop.MEMORY));
    }
  }

  /** Stops the running queries and takes no more. */
  @Override
  public void close() {
    closed = true;
    watchdog.interrupt();
    running.forEach(guard -> guard.stop(Guard.Stop.SHUTDOWN));
  }
}
