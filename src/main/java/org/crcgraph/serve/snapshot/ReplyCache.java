package org.crcgraph.serve.snapshot;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.apache.jena.atlas.lib.Cache;
import org.apache.jena.atlas.lib.CacheFactory;
import org.crcgraph.serve.http.Body;
import org.crcgraph.serve.http.Reply;

/**
 * Finished replies of one version of the graph: a bounded number of bounded size. Many clients that
 * ask for the same at once wait for one computation.
 */
public final class ReplyCache {
  private static final int MOST = 400;
  private static final int LARGEST = 256 * 1024;

  private final Cache<String, Reply> replies = CacheFactory.createCache(MOST);
  private final ConcurrentMap<String, CompletableFuture<Reply>> underWay =
      new ConcurrentHashMap<>();

  /** The reply kept under this key, or a fresh one, which is kept unless it is large. */
  public Reply get(String key, Supplier<Reply> fresh) {
    Reply known = replies.getIfPresent(key);
    if (known != null) {
      return known;
    }
    CompletableFuture<Reply> mine = new CompletableFuture<>();
    CompletableFuture<Reply> others = underWay.putIfAbsent(key, mine);
    if (others != null) {
      return joined(others);
    }
    try {
      Reply reply = fresh.get();
      keep(key, reply);
      mine.complete(reply);
      return reply;
    } catch (RuntimeException | Error e) {
      mine.completeExceptionally(e);
      throw e;
    } finally {
      underWay.remove(key);
    }
  }

  private static Reply joined(CompletableFuture<Reply> others) {
    try {
      return others.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  private void keep(String key, Reply reply) {
    if (reply.status() == 200
        && reply.body() instanceof Body.Bytes bytes
        && bytes.length() <= LARGEST) {
      replies.put(key, reply);
    }
  }
}
