package org.crcgraph.serve.snapshot;

import java.util.Optional;
import org.apache.jena.atlas.lib.Cache;
import org.apache.jena.atlas.lib.CacheFactory;
import org.crcgraph.serve.http.Body;
import org.crcgraph.serve.http.Reply;

/** Finished replies of one version of the graph: a bounded number of bounded size. */
public final class ReplyCache {
  private static final int MOST = 400;
  private static final int LARGEST = 256 * 1024;

  private final Cache<String, Reply> replies = CacheFactory.createCache(MOST);

  /** The reply that was kept under this key. */
  public Optional<Reply> get(String key) {
    return Optional.ofNullable(replies.getIfPresent(key));
  }

  /** Keeps a reply, unless it is large, and gives it back. */
  public Reply keep(String key, Reply reply) {
    if (reply.status() == 200 && reply.body() instanceof Body.Bytes bytes) {
      if (bytes.length() <= LARGEST) {
        replies.put(key, reply);
      }
    }
    return reply;
  }
}
