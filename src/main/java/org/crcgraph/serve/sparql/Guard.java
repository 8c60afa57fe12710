package org.crcgraph.serve.sparql;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Watches one running query. ARQ 5.6 looks at its own cancel signal between solutions only; paths,
 * regular expressions and string functions ask the guard while they work.
 */
public final class Guard {
  /** Why a query was ended. */
  public enum Stop {
    /** It ran too long. */
    TIME,
    /** The memory ran short. */
    MEMORY,
    /** A string that it built grew too long. */
    STRING,
    /** The server is stopping. */
    SHUTDOWN
  }

  private final long deadline;
  private final int stringLength;
  private final Thread thread = Thread.currentThread();
  private final long allocatedBefore;
  private final AtomicReference<@Nullable Stop> stop = new AtomicReference<>();
  private volatile @Nullable Runnable abort;

  Guard(long deadline, int stringLength) {
    this.deadline = deadline;
    this.stringLength = stringLength;
    allocatedBefore =
        ManagementFactory.getThreadMXBean() instanceof ThreadMXBean threads
            ? threads.getThreadAllocatedBytes(thread.getId())
            : 0;
  }

  /** Ends the query with an exception if it has been stopped. */
  void check() {
    if (stop.get() != null) {
      throw new QueryStoppedException();
    }
  }

  /** Ends the query if a string that it builds is too long. */
  void checkLength(long length) {
    if (length > stringLength) {
      stop(Stop.STRING);
      throw new QueryStoppedException();
    }
  }

  /** Stops the query from any thread. */
  void stop(Stop why) {
    stop.compareAndSet(null, why);
    Runnable action = abort;
    if (action != null) {
      action.run();
    }
  }

  void onStop(Runnable action) {
    abort = action;
    if (stop.get() != null) {
      action.run();
    }
  }

  boolean isOver(long now) {
    return now - deadline > 0;
  }

  /** Bytes that the query's thread has allocated since the query began. */
  long allocatedBy(ThreadMXBean threads) {
    return threads.getThreadAllocatedBytes(thread.getId()) - allocatedBefore;
  }

  @Nullable Stop stopped() {
    return stop.get();
  }
}
