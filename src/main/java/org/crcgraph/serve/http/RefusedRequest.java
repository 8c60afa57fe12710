package org.crcgraph.serve.http;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * What the server below our routes refuses (line ends in a path, folded headers, two lengths), told
 * as every other problem is, and without a word of the request, which may be hostile.
 */
public final class RefusedRequest implements Request.Handler {
  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    int status = response.getStatus();
    String title = HttpStatus.getMessage(status);
    Object reason = request.getAttribute(ErrorHandler.ERROR_MESSAGE);
    Problem problem =
        Problem.of(
            status,
            title,
            status < 500 && reason != null
                ? "This is no request that the server takes: " + reason + "."
                : title + ".");
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
    response.getHeaders().put("X-Content-Type-Options", "nosniff");
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    Content.Sink.write(response, true, problem.json(), callback);
    return true;
  }
}
