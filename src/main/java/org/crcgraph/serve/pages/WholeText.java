package org.crcgraph.serve.pages;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.crcgraph.model.Document;
import org.crcgraph.model.PublicText;
import org.crcgraph.model.SourceText;
import org.crcgraph.model.Span;
import org.crcgraph.model.TextRange;
import org.crcgraph.publish.MarkedText;
import org.crcgraph.serve.DocumentTexts;
import org.crcgraph.serve.html.Attributes;
import org.crcgraph.serve.html.Html;

/**
 * The text of a document, paragraph by paragraph, with what was taken from it marked by type and
 * told beside it. Names of people who may not be published are withheld; of readers' comments only
 * the passages are shown that carry a published claim.
 */
final class WholeText {
  private final Document document;
  private final PublicText words;
  private final Takings takings;
  private final Passages passages;

  WholeText(DocumentTexts.AtHand readable, Takings takings, Passages passages) {
    this.document = readable.document();
    this.words = readable.words();
    this.takings = takings;
    this.passages = passages;
  }

  Html html() {
    List<Html> contents = new ArrayList<>();
    contents.add(Html.of("h2", Attributes.of("id", "records"), "The text, and what was taken"));
    contents.add(Html.of("p", Attributes.of("class", "quiet"), explanation()));
    contents.add(takings.legend(true));
    Set<Span> elsewhere = new TreeSet<>(takings.places());
    Deque<Span> ahead = new ArrayDeque<>(takings.places());
    List<Span> reached = new ArrayList<>();
    for (Document.Block block : document.layout().blocks()) {
      if (block.comment() < 0) {
        Span span = document.text().span(block.range());
        while (!ahead.isEmpty() && ahead.element().start() < span.end()) {
          reached.add(ahead.remove());
        }
        reached.removeIf(place -> place.end() <= span.start());
        List<Span> places = List.copyOf(reached);
        List<Span> begun = places.stream().filter(elsewhere::contains).toList();
        elsewhere.removeAll(begun);
        contents.add(part(block.kind(), span, places, begun));
      }
    }
    if (!elsewhere.isEmpty()) {
      contents.addAll(passages.of(elsewhere));
    }
    return Html.of("section", Attributes.of("aria-labelledby", "records"), contents);
  }

  private String explanation() {
    return "The text as it was given to this server, without page furniture."
        + (words.withheld().isEmpty()
            ? ""
            : " Names of people who hold no public post and speak for nobody are withheld.")
        + (document.layout().comments().isEmpty()
            ? ""
            : " Of readers’ comments only the passages are shown that carry a published claim.");
  }

  /**
   * A paragraph.
   *
   * @param places all that was taken from it, or from a passage that reaches into it
   * @param begun those places that begin in it, whose records are told here
   */
  private Html part(Document.BlockKind kind, Span span, List<Span> places, List<Span> begun) {
    Shown shown = new Shown(document.text(), words, span);
    Html text = new Html(MarkedText.html(shown.text, takings.marks(span, places, shown::range)));
    Html paragraph =
        switch (kind) {
          case TITLE, HEADING -> Html.of("h3", text);
          case LIST_ITEM -> Html.of("p", Attributes.of("class", "text item"), text);
          case PARAGRAPH, SEPARATOR -> Html.of("p", Attributes.of("class", "text"), text);
        };
    Attributes attributes = Attributes.of("class", "part").and("id", "at-" + span.start());
    return begun.isEmpty()
        ? Html.of("div", attributes, paragraph)
        : Html.of("div", attributes, paragraph, takings.records(begun));
  }

  /** A stretch of the text as it is shown, where names may be longer or shorter than they were. */
  private static final class Shown {
    private final Span span;
    private final String text;
    private final List<Piece> pieces = new ArrayList<>();

    private Shown(SourceText source, PublicText words, Span span) {
      this.span = span;
      StringBuilder shown = new StringBuilder();
      int at = span.start();
      for (Span name : words.withheld()) {
        if (name.overlaps(span)) {
          add(shown, source, new Span(at, Math.max(at, name.start())));
          int end = Math.min(name.end(), span.end());
          pieces.add(
              new Piece(
                  new Span(Math.max(at, name.start()), end),
                  shown.length(),
                  shown.append(PublicText.WITHHELD).length(),
                  true));
          at = end;
        }
      }
      add(shown, source, new Span(at, span.end()));
      text = shown.toString();
    }

    /**
     * A part of the stretch.
     *
     * @param from where it begins in what is shown, in UTF-16 code units
     * @param to where it ends, exclusive
     * @param isName whether a name is withheld here
     */
    private record Piece(Span source, int from, int to, boolean isName) {}

    private void add(StringBuilder shown, SourceText source, Span piece) {
      pieces.add(
          new Piece(piece, shown.length(), shown.append(source.string(piece)).length(), false));
    }

    /** Where a place is shown, as far as it lies in the stretch; a name is marked whole. */
    private TextRange range(Span place) {
      int from = at(Math.max(place.start(), span.start()), false);
      return new TextRange(from, Math.max(from, at(Math.min(place.end(), span.end()), true)));
    }

    private int at(int codePoint, boolean isEnd) {
      for (Piece piece : pieces) {
        boolean inside =
            isEnd
                ? piece.source().start() < codePoint && codePoint <= piece.source().end()
                : piece.source().start() <= codePoint && codePoint < piece.source().end();
        if (inside) {
          return piece.isName()
              ? isEnd ? piece.to() : piece.from()
              : text.offsetByCodePoints(piece.from(), codePoint - piece.source().start());
        }
      }
      return isEnd ? 0 : text.length();
    }
  }
}
