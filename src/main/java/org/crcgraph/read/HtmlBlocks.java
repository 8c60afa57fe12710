package org.crcgraph.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.crcgraph.model.Document.BlockKind;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** Cuts an element into paragraphs as a browser lays them out. */
final class HtmlBlocks implements NodeVisitor {
  private static final Set<String> BLOCKS =
      Set.of(
          "p",
          "div",
          "section",
          "article",
          "main",
          "header",
          "footer",
          "blockquote",
          "ul",
          "ol",
          "li",
          "dl",
          "dt",
          "dd",
          "table",
          "thead",
          "tbody",
          "tfoot",
          "tr",
          "caption",
          "figure",
          "figcaption",
          "pre",
          "address",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "hr",
          "details",
          "summary",
          "fieldset",
          "center",
          "body",
          "br");

  private static final Set<String> HIDDEN =
      Set.of("script", "style", "noscript", "template", "head", "title");

  private static final Pattern NOTE_MARK =
      Pattern.compile("\\[?(?:\\d{1,3}|[*†‡])\\]?(?:,? ?\\[?\\d{1,3}\\]?){0,4}");

  private final List<Piece> pieces = new ArrayList<>();
  private final StringBuilder open = new StringBuilder();
  private BlockKind kind = BlockKind.PARAGRAPH;
  private boolean blankBefore = true;
  private int hidden;

  /** A paragraph, heading, list item or separator. */
  record Piece(String words, BlockKind kind) {}

  private HtmlBlocks() {}

  static List<Piece> of(Element element) {
    HtmlBlocks blocks = new HtmlBlocks();
    NodeTraversor.traverse(blocks, element);
    blocks.flush();
    return blocks.pieces;
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof TextNode text) {
      if (hidden == 0) {
        append(text.getWholeText());
      }
      return;
    }
    String name = node.normalName();
    if (HIDDEN.contains(name) || isNoteMark(node)) {
      hidden++;
    } else if (BLOCKS.contains(name)) {
      flush();
      if (name.equals("hr")) {
        pieces.add(new Piece("---", BlockKind.SEPARATOR));
      } else if (name.equals("li")) {
        kind = BlockKind.LIST_ITEM;
      } else if (isHeading(name)) {
        kind = BlockKind.HEADING;
      }
    } else if (name.equals("td") || name.equals("th")) {
      append(" ");
    }
  }

  @Override
  public void tail(Node node, int depth) {
    String name = node.normalName();
    if (HIDDEN.contains(name) || isNoteMark(node)) {
      hidden--;
    } else if (BLOCKS.contains(name) && !name.equals("br")) {
      flush();
      kind = BlockKind.PARAGRAPH;
    }
  }

  /** A raised number is the mark of a note, and no number of the text. */
  private static boolean isNoteMark(Node node) {
    return node instanceof Element element
        && element.normalName().equals("sup")
        && NOTE_MARK.matcher(element.text().strip()).matches();
  }

  private static boolean isHeading(String name) {
    return name.length() == 2 && name.charAt(0) == 'h' && Character.isDigit(name.charAt(1));
  }

  /** White space counts as one space, but a no-break space is a character of the text. */
  private void append(String words) {
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f') {
        if (!blankBefore) {
          open.append(' ');
          blankBefore = true;
        }
      } else {
        open.append(c);
        blankBefore = false;
      }
    }
  }

  private void flush() {
    String words = open.toString();
    open.setLength(0);
    blankBefore = true;
    if (words.isBlank()) {
      return;
    }
    Line line = new Line(0, words.stripTrailing().length(), 0, true);
    boolean separator = line.length() > 0 && Blocks.isSeparator(words, line);
    pieces.add(new Piece(words, separator ? BlockKind.SEPARATOR : kind));
  }
}
