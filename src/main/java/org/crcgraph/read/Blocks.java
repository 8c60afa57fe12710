package org.crcgraph.read;

import java.util.ArrayList;
import java.util.List;
import org.crcgraph.model.Document.Block;
import org.crcgraph.model.Document.BlockKind;
import org.crcgraph.model.TextRange;
import org.jspecify.annotations.Nullable;

/** Gathers lines into paragraphs, headings, list items and separators. */
final class Blocks {
  /** A line shorter than this can be a heading. */
  private static final int HEADING = 120;

  /** Hard-wrapped text has no line longer than this. */
  private static final int WRAPPED = 110;

  private final String text;
  private final List<Block> blocks = new ArrayList<>();

  Blocks(String text) {
    this.text = text;
  }

  List<Block> list() {
    return blocks;
  }

  /** Adds the lines of the post ({@code comment} -1) or of a comment. */
  void add(List<Line> lines, int comment, @Nullable TextRange title) {
    boolean wrapped = isWrapped(lines);
    int i = 0;
    while (i < lines.size()) {
      Line line = lines.get(i);
      if (title != null && line.from() == title.from()) {
        blocks.add(new Block(title, BlockKind.TITLE, comment));
        while (i < lines.size() && lines.get(i).from() < title.to()) {
          i++;
        }
        continue;
      }
      if (isSeparator(text, line)) {
        blocks.add(new Block(line.range(), BlockKind.SEPARATOR, comment));
        i++;
        continue;
      }
      int item = itemStart(line);
      int last = i;
      while (wrapped && last + 1 < lines.size() && continues(lines, last)) {
        last++;
      }
      int words = item > 0 ? item : afterNumber(line);
      TextRange range = new TextRange(words, lines.get(last).to());
      BlockKind kind =
          item > 0
              ? BlockKind.LIST_ITEM
              : last == i && isHeading(lines, i) ? BlockKind.HEADING : BlockKind.PARAGRAPH;
      blocks.add(new Block(range, kind, comment));
      i = last + 1;
    }
  }

  /** Whether line ends stand inside sentences: many lines open in lower case. */
  private boolean isWrapped(List<Line> lines) {
    int adjacent = 0;
    int running = 0;
    for (int i = 0; i + 1 < lines.size(); i++) {
      Line line = lines.get(i);
      Line next = lines.get(i + 1);
      if (line.length() > 3 * WRAPPED) {
        return false;
      }
      if (line.length() > 30 && !next.afterGap() && itemStart(next) < 0) {
        adjacent++;
        if (line.length() <= WRAPPED && opensLow(next)) {
          running++;
        }
      }
    }
    return running >= 3 && running * 5 > adjacent * 2;
  }

  private boolean opensLow(Line line) {
    return Character.isLowerCase(text.charAt(line.from()));
  }

  private boolean continues(List<Line> lines, int last) {
    Line next = lines.get(last + 1);
    Line line = lines.get(last);
    return !next.afterGap()
        && next.from() > line.to()
        && itemStart(next) < 0
        && afterNumber(next) == next.from()
        && !isSeparator(text, next)
        // A line that ends early ends its paragraph, unless the sentence plainly goes on.
        && (line.length() >= 45 || opensLow(next));
  }

  /** Where the words of a list item start, after its bullet or number, or -1. */
  private int itemStart(Line line) {
    int i = line.from();
    char c = text.charAt(i);
    if ("•·◦▪●■‣⁃*-–".indexOf(c) >= 0) {
      i++;
      boolean spaced = i < line.to() && Line.isBlank(text.charAt(i));
      if (!spaced && "•▪●■‣⁃".indexOf(c) < 0) {
        return -1;
      }
    } else {
      boolean bracket = c == '(';
      if (bracket) {
        i++;
      }
      int digits = i;
      while (i < line.to() && i - digits < 3 && Character.isDigit(text.charAt(i))) {
        i++;
      }
      if (i == digits && bracket && i < line.to() && Character.isLowerCase(text.charAt(i))) {
        i++;
      }
      boolean closed =
          i > digits
              && i + 1 < line.to()
              && (text.charAt(i) == ')' || (!bracket && text.charAt(i) == '.'))
              && Line.isBlank(text.charAt(i + 1));
      if (!closed) {
        return -1;
      }
      i++;
    }
    while (i < line.to() && Line.isBlank(text.charAt(i))) {
      i++;
    }
    return i < line.to() ? i : -1;
  }

  /**
   * Where the words of a numbered paragraph or chapter start when the page has lost the blank after
   * the number, or the number has points in it: "91.In", "4Owners", "2.3 The". The start of the
   * line where no such number opens it.
   */
  private int afterNumber(Line line) {
    int i = line.from();
    int points = 0;
    while (i < line.to() && i - line.from() < 8 && (isDigit(i) || text.charAt(i) == '.')) {
      if (text.charAt(i) == '.') {
        if (i == line.from() || !isDigit(i - 1)) {
          return line.from();
        }
        points++;
      }
      i++;
    }
    int words = i;
    while (words < line.to() && Line.isBlank(text.charAt(words))) {
      words++;
    }
    if (i == line.from()
        || words + 1 >= line.to()
        || !Character.isUpperCase(text.charAt(words))
        || (words > i && points == 0)) {
      return line.from();
    }
    // "3SC", "21CRCs": a name; "4Owners" over a chapter, "91.In", "1.A".
    boolean word = Character.isLowerCase(text.charAt(words + 1));
    return word || points > 0 ? words : line.from();
  }

  private boolean isDigit(int at) {
    return text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }

  private boolean isHeading(List<Line> lines, int i) {
    Line line = lines.get(i);
    if (line.length() > HEADING || i + 1 == lines.size()) {
      return false;
    }
    char end = text.charAt(line.to() - 1);
    int first = text.codePointAt(line.from());
    if (line.startsWith(text, "By ") || line.startsWith(text, "Dear ") || runsOn(line)) {
      return false;
    }
    return ".,;:!\"”…-".indexOf(end) < 0
        && (Character.isUpperCase(first)
            || Character.isDigit(first)
            || first == '\''
            || first == '‘')
        && lines.get(i + 1).length() > line.length();
  }

  /** Whether a sentence ends inside the line. */
  private boolean runsOn(Line line) {
    for (int i = line.from(); i + 2 < line.to(); i++) {
      char c = text.charAt(i);
      if ((c == '?'
              || c == '!'
              || (c == '.' && i > line.from() && Character.isLowerCase(text.charAt(i - 1))))
          && Line.isBlank(text.charAt(i + 1))
          && Character.isUpperCase(text.charAt(i + 2))) {
        return true;
      }
    }
    return false;
  }

  /** "--oo00oo--", "***", "- - -", "_____": nothing but strokes, dots, stars and noughts. */
  static boolean isSeparator(String text, Line line) {
    if (line.length() < 3 || line.length() > 200) {
      return false;
    }
    int strokes = 0;
    int others = 0;
    for (int i = line.from(); i < line.to(); i++) {
      char c = text.charAt(i);
      if ("-–—―=_*~#+•═─".indexOf(c) >= 0) {
        strokes++;
      } else if (c == 'o' || c == 'O' || c == '0' || c == '.' || c == '·' || c == '<' || c == '>') {
        others++;
      } else if (!Line.isBlank(c)) {
        return false;
      }
    }
    return strokes >= 2 || (strokes == 0 && others >= 3 && isRow(text, line));
  }

  /** "oOo", "ooOOoo": a row of the letter o in both cases. */
  private static boolean isRow(String text, Line line) {
    boolean small = false;
    boolean capital = false;
    for (int i = line.from(); i < line.to(); i++) {
      small |= text.charAt(i) == 'o';
      capital |= text.charAt(i) == 'O' || text.charAt(i) == '0';
      if (".·<>".indexOf(text.charAt(i)) >= 0) {
        return false;
      }
    }
    return small && capital;
  }
}
