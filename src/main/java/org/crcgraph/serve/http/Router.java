package org.crcgraph.serve.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which handler answers which path: an exact path first, then the longest prefix.
 *
 * @param routes every route
 */
public record Router(List<Route> routes) {
  /** Methods of routes that only give. */
  public static final Set<String> READ = Set.of("GET", "HEAD");

  /** Methods of routes that also take a question in the body. */
  public static final Set<String> READ_OR_ASK = Set.of("GET", "HEAD", "POST");

  /**
   * A path, or with a final {@code *} all paths that begin so, with the handler that answers.
   *
   * @param pattern path from the root
   * @param name for the log and the metrics
   * @param methods what may be asked
   * @param handler answers
   */
  public record Route(String pattern, String name, Set<String> methods, Handler handler) {
    boolean isPrefix() {
      return pattern.endsWith("*");
    }

    boolean matches(String path) {
      return isPrefix()
          ? path.startsWith(pattern.substring(0, pattern.length() - 1))
          : path.equals(pattern);
    }
  }

  public Router {
    routes = List.copyOf(routes);
  }

  /** No routes. */
  public static Router empty() {
    return new Router(List.of());
  }

  /** These routes and one more that only gives. */
  public Router get(String pattern, String name, Handler handler) {
    return with(new Route(pattern, name, READ, handler));
  }

  /** These routes and one more that also takes a question in the body. */
  public Router ask(String pattern, String name, Handler handler) {
    return with(new Route(pattern, name, READ_OR_ASK, handler));
  }

  private Router with(Route route) {
    List<Route> more = new ArrayList<>(routes);
    more.add(route);
    return new Router(more);
  }

  /** The route of a path. */
  public Optional<Route> find(String path) {
    Route best = null;
    for (Route route : routes) {
      if (!route.matches(path)) {
        continue;
      }
      if (!route.isPrefix()) {
        return Optional.of(route);
      }
      if (best == null || route.pattern.length() > best.pattern.length()) {
        best = route;
      }
    }
    return Optional.ofNullable(best);
  }
}
