package org.crcgraph.serve.pages;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.crcgraph.model.Span;
import org.crcgraph.model.TextRange;
import org.crcgraph.publish.MarkedText;
import org.crcgraph.serve.html.Attributes;
import org.crcgraph.serve.html.Html;
import org.jspecify.annotations.Nullable;

/**
 * The passages of a document that carry published claims, in the order of its text, marked by type:
 * what a page shows where the text is not at hand, and of readers' comments always.
 *
 * <p>The text belongs to its publisher, and the comments under it name and quote private people. So
 * this shows only what the graph publishes, the quotation that is evidence of a claim, under the
 * heading of the section where it stands. Passages that lie close together in one section are
 * joined by the few words between them; nothing is added before or after, and in comments not even
 * between, where signatures stand.
 */
final class Passages {
  private final Takings takings;
  private final List<DocumentParts.Part> parts;

  Passages(Takings takings, List<DocumentParts.Part> parts) {
    this.takings = takings;
    this.parts = parts;
  }

  /** Passages that overlap or nearly touch, with their words, if they are at hand. */
  private static final class Run {
    private final int start;
    private int end;
    private final StringBuilder text = new StringBuilder();
    private final List<Span> places = new ArrayList<>();

    private Run(int start) {
      this.start = start;
      this.end = start;
    }

    /** Adds what of the words lies beyond the end, which must not be behind their start. */
    private void add(int from, int to, String quote) {
      if (to > end) {
        text.append(quote.substring(quote.offsetByCodePoints(0, end - from)));
        end = to;
      }
    }

    private TextRange range(int from, int to) {
      String all = text.toString();
      return new TextRange(
          all.offsetByCodePoints(0, from - start), all.offsetByCodePoints(0, to - start));
    }
  }

  /** All passages, with a legend. */
  Html html() {
    if (takings.isEmpty()) {
      return Html.NONE;
    }
    boolean isAtHand = !takings.quoted().isEmpty();
    List<Html> contents = new ArrayList<>();
    contents.add(Html.of("h2", Attributes.of("id", "records"), "What was taken from it"));
    contents.add(
        isAtHand
            ? Html.of(
                "p",
                Attributes.of("class", "quiet"),
                "Passages that carry a published claim, in the order of the text. What lies between"
                    + " them is not published.")
            : Html.of(
                "p",
                Attributes.of("class", "notice"),
                "The text is not at hand: it belongs to its publisher and was not given to this"
                    + " build of the graph. Places are counted in characters from its beginning;"
                    + " who holds the document finds the words there, and a build with it shows"
                    + " the passages here."));
    contents.add(takings.legend(isAtHand));
    contents.addAll(listed(isAtHand ? runs(takings.places()) : places()));
    return Html.of("section", Attributes.of("aria-labelledby", "records"), contents);
  }

  /** These passages, each under the heading of its section. */
  List<Html> of(Collection<Span> places) {
    return listed(runs(places));
  }

  private List<Html> listed(List<Run> runs) {
    List<Html> contents = new ArrayList<>();
    List<Html> items = new ArrayList<>();
    Optional<DocumentParts.Part> at = Optional.empty();
    for (Run run : runs) {
      Optional<DocumentParts.Part> part = partOf(run.start, run.end);
      if (!heading(part).equals(heading(at)) || items.isEmpty()) {
        contents.add(list(items));
        items.clear();
        contents.add(Html.of("h3", heading(part)));
        at = part;
      }
      items.add(item(run));
    }
    contents.add(list(items));
    return contents;
  }

  private static Html list(List<Html> items) {
    return items.isEmpty()
        ? Html.NONE
        : Html.of("ol", Attributes.of("class", "passages"), List.copyOf(items));
  }

  private List<Run> places() {
    List<Run> runs = new ArrayList<>();
    for (Span place : takings.places()) {
      Run run = new Run(place.start());
      run.end = place.end();
      run.places.add(place);
      runs.add(run);
    }
    return runs;
  }

  private List<Run> runs(Collection<Span> places) {
    List<Run> runs = new ArrayList<>();
    @Nullable Run run = null;
    String after = "";
    for (Span place : places) {
      Takings.Words words = takings.quoted().get(place);
      if (words == null) {
        // It names somebody who is not published: its place is all that can be told.
        Run alone = new Run(place.start());
        alone.end = place.end();
        alone.places.add(place);
        runs.add(alone);
        continue;
      }
      if (run == null || !reaches(run, after, place)) {
        run = new Run(place.start());
        runs.add(run);
      } else if (place.start() > run.end) {
        run.add(run.end, place.start(), cut(after, place.start() - run.end));
      }
      if (place.end() > run.end) {
        after = words.suffix();
      }
      run.add(place.start(), place.end(), words.quote());
      run.places.add(place);
    }
    return runs;
  }

  private static String cut(String text, int codePoints) {
    return text.substring(0, text.offsetByCodePoints(0, codePoints));
  }

  /** Whether a passage overlaps the run, or the words between them are known and no comment's. */
  private boolean reaches(Run run, String after, Span place) {
    int gap = place.start() - run.end;
    return gap <= 0
        || (gap <= after.codePointCount(0, after.length())
            && partOf(run.start, place.end()).filter(part -> !part.isComment()).isPresent()
            && partOf(run.start, place.end()).equals(partOf(run.start, run.end))
            && partOf(run.start, place.end()).equals(partOf(place.start(), place.end())));
  }

  /** The smallest section or comment that holds a place. */
  private Optional<DocumentParts.Part> partOf(int start, int end) {
    return parts.stream()
        .filter(part -> part.holds(start, end))
        .min(Comparator.comparingInt(part -> part.end() - part.start()));
  }

  private static String heading(Optional<DocumentParts.Part> part) {
    if (part.isEmpty()) {
      return "Outside any section";
    }
    if (part.get().isComment()) {
      return "In a reader’s comment";
    }
    return part.get().title().isEmpty()
        ? part.get().words().isEmpty() ? "Section without a title" : part.get().words()
        : part.get().title();
  }

  private Html item(Run run) {
    Attributes attributes = Attributes.of("id", "at-" + run.start);
    Html place =
        Html.of("span", Attributes.of("class", "quiet"), "Characters " + run.start + "–" + run.end);
    if (run.text.length() == 0) {
      return Html.of("li", attributes, place, takings.records(run.places));
    }
    return Html.of(
        "li",
        attributes,
        Html.of("blockquote", Html.of("p", Attributes.of("class", "text"), marked(run))),
        takings.records(run.places),
        place);
  }

  private Html marked(Run run) {
    return new Html(
        MarkedText.html(
            run.text.toString(),
            takings.marks(
                new Span(run.start, run.end),
                run.places,
                place -> run.range(place.start(), place.end()))));
  }
}
