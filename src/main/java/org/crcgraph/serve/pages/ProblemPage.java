package org.crcgraph.serve.pages;

import java.util.List;
import org.crcgraph.serve.html.Attributes;
import org.crcgraph.serve.html.Html;
import org.crcgraph.serve.html.Layout;
import org.crcgraph.serve.http.Escape;
import org.crcgraph.serve.http.Problem;
import org.crcgraph.serve.http.Reply;
import org.crcgraph.serve.http.Request;

/** A problem for people. */
public final class ProblemPage {
  private ProblemPage() {}

  /** The page, with the status of the problem. */
  public static Reply of(Request request, Problem problem, String version) {
    List<Html> candidates =
        problem.candidates().stream()
            .map(c -> Html.of("li", candidate(request, problem, c)))
            .toList();
    Html page =
        Layout.page(
            problem.title(),
            request.path(),
            version,
            Html.NONE,
            Html.all(
                Html.of("h1", problem.title()),
                Html.of("p", Attributes.of("class", "lead"), problem.detail()),
                candidates.isEmpty()
                    ? Html.NONE
                    : Html.all(
                        Html.of("p", "Perhaps:"), Html.of("ul", Attributes.NONE, candidates)),
                SearchPage.box("")));
    Reply reply = Layout.reply(problem.status(), page);
    return problem.status() == 503 ? reply.with("Retry-After", "5") : reply;
  }

  private static Html candidate(Request request, Problem problem, Problem.Candidate candidate) {
    String text =
        candidate.label().equals(candidate.value()) || candidate.label().startsWith("/")
            ? candidate.value()
            : candidate.label() + " (" + candidate.value() + ")";
    if (candidate.label().startsWith("/")) {
      return Html.link(candidate.label(), text);
    }
    return problem.parameter().isEmpty() || !request.query().names().contains(problem.parameter())
        ? Html.text(text)
        : Html.link(
            Escape.path(request.path())
                + "?"
                + request.query().with(problem.parameter(), candidate.value()).encoded(),
            text);
  }
}
