package org.crcgraph.serve.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Files of the class path: the site's own and those of bundled libraries. Only listed folders and
 * plain names are served.
 */
public final class AssetsHandler implements Handler {
  private static final Map<String, String> TYPES =
      Map.of(
          "css", "text/css",
          "js", "text/javascript",
          "svg", "image/svg+xml",
          "png", "image/png",
          "json", "application/json");

  private final Map<String, Reply> loaded = new ConcurrentHashMap<>();
  private final String prefix;
  private final String folder;

  /** Serves a folder of the class path below an address. */
  public AssetsHandler(String prefix, String folder) {
    this.prefix = prefix;
    this.folder = folder;
  }

  @Override
  public Reply answer(Request request) throws IOException {
    String name = request.path().substring(prefix.length());
    Reply known = loaded.get(name);
    if (known != null) {
      return conditional(request, known);
    }
    Reply reply =
        load(name)
            .orElseThrow(
                () -> new ProblemException(Problem.of(404, "Not found", "There is no such file.")));
    loaded.put(name, reply);
    return conditional(request, reply);
  }

  private static Reply conditional(Request request, Reply reply) {
    Optional<String> tag = reply.header("ETag");
    return tag.isPresent() && request.header("If-None-Match").equals(tag)
        ? Reply.empty(304).with("ETag", tag.get())
        : reply;
  }

  private Optional<Reply> load(String name) throws IOException {
    String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    if (type == null || !name.matches("[A-Za-z0-9._-]+")) {
      return Optional.empty();
    }
    try (InputStream in = AssetsHandler.class.getResourceAsStream(folder + name)) {
      if (in == null) {
        return Optional.empty();
      }
      byte[] bytes = in.readAllBytes();
      return Optional.of(
          Reply.ok(type.startsWith("text/") ? type + ";charset=utf-8" : type, bytes)
              .with("Cache-Control", "public, no-cache")
              .with("ETag", "\"" + Integer.toHexString(Arrays.hashCode(bytes)) + "\""));
    }
  }
}
