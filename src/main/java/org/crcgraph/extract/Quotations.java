package org.crcgraph.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.crcgraph.model.Document;
import org.crcgraph.model.TextRange;

/**
 * Pairs quotation marks: curly and straight, double and single, over paragraphs that reopen the
 * quotation or leave the mark out. A mark without a partner costs only its own paragraph.
 */
final class Quotations {
  /** Over how many paragraphs without any mark a quotation may run. */
  private static final int LONGEST_SILENCE = 12;

  private static final int LONGEST = 12_000;

  /** Bounds the search for a partner, so that marks without one cost linear time. */
  private static final int MOST_MARKS = 200;

  private final char[] text;
  private final List<Document.Block> blocks;
  private final int[] scopes;
  private final List<Quotation> found = new ArrayList<>();

  /**
   * Words between quotation marks.
   *
   * @param range the words without the outer marks
   * @param outer the words with the marks that are there
   * @param firstBlock index of the block in which it opens
   * @param lastBlock index of the block in which it ends
   * @param closed whether the closing mark was found; if not, it ends with its paragraph
   */
  record Quotation(
      TextRange range, TextRange outer, int firstBlock, int lastBlock, boolean closed) {}

  private record Mark(
      int at, int block, char style, boolean opens, boolean closes, boolean first) {}

  private Quotations(char[] text, List<Document.Block> blocks, int[] scopes) {
    this.text = text;
    this.blocks = blocks;
    this.scopes = scopes;
  }

  /**
   * The outermost quotations of a document, in order.
   *
   * @param scopes for each block a number that changes where another voice begins
   */
  static List<Quotation> of(Reading reading, int[] scopes) {
    Quotations quotations =
        new Quotations(reading.characters(), reading.document().layout().blocks(), scopes);
    List<Mark> doubles = new ArrayList<>();
    List<Mark> singles = new ArrayList<>();
    quotations.findMarks(doubles, singles);
    quotations.pairDoubles(doubles);
    quotations.pairSingles(singles);
    return quotations.outermost();
  }

  private void findMarks(List<Mark> doubles, List<Mark> singles) {
    for (int b = 0; b < blocks.size(); b++) {
      TextRange range = blocks.get(b).range();
      for (int i = range.from(); i < range.to(); i++) {
        char c = text[i];
        if (c > '\'' && c < '‘') {
          // Most characters, at one comparison or two.
          continue;
        }
        switch (c) {
          case '"', '“', '”', '„' -> doubles.add(mark(i, b, range));
          case '\'', '‘', '’' -> singles.add(mark(i, b, range));
          default -> {}
        }
      }
    }
  }

  private Mark mark(int at, int block, TextRange range) {
    char c = text[at];
    char before = at == range.from() ? ' ' : text[at - 1];
    char after = at + 1 >= range.to() ? ' ' : text[at + 1];
    boolean first = at == range.from();
    boolean spaceBefore = isSpace(before) || "([{—–-/".indexOf(before) >= 0 || isMark(before);
    boolean spaceAfter = isSpace(after);
    boolean word =
        Character.isLetterOrDigit(after)
            || after == '['
            || after == '£'
            || after == '.'
            || after == '…'
            || isMark(after)
            || after == '(';
    return switch (c) {
      case '“', '„' ->
          new Mark(at, block, '“', spaceBefore || !spaceAfter, !spaceBefore && spaceAfter, first);
      case '”' -> new Mark(at, block, '“', spaceBefore && word, !first && !isSpace(before), first);
      case '"' ->
          new Mark(at, block, '"', spaceBefore && !(spaceAfter && !isSpace(before)), !first, first);
      case '‘' ->
          new Mark(at, block, '‘', !Character.isLetterOrDigit(before) && word, false, first);
      case '’' ->
          new Mark(
              at, block, '‘', false, !isSpace(before) && !Character.isLetterOrDigit(after), first);
      default ->
          new Mark(
              at,
              block,
              '\'',
              spaceBefore && word && !Character.isDigit(after),
              !isSpace(before) && !Character.isLetterOrDigit(after),
              first);
    };
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || c == '\u00a0';
  }

  private static boolean isMark(char c) {
    return switch (c) {
      case '"', '“', '”', '‘', '’', '\'' -> true;
      default -> false;
    };
  }

  private void pairDoubles(List<Mark> marks) {
    int i = 0;
    while (i < marks.size()) {
      i = marks.get(i).opens() ? pairDouble(marks, i) : i + 1;
    }
  }

  /**
   * Finds the end of the quotation that opens at mark {@code i}; answers the next mark to look at.
   */
  private int pairDouble(List<Mark> marks, int i) {
    Mark open = marks.get(i);
    int block = open.block();
    int depth = 0;
    int nested = -1;
    for (int j = i + 1; j < marks.size(); j++) {
      Mark mark = marks.get(j);
      if (scopes[mark.block()] != scopes[open.block()]
          || mark.at() - open.at() > LONGEST
          || j - i > MOST_MARKS
          || mark.block() - block > LONGEST_SILENCE) {
        break;
      }
      if (mark.block() != block) {
        if (mark.first() && mark.opens()) {
          if (mark.block() != block + 1) {
            break;
          }
          // The next paragraph reopens the quotation.
          block = mark.block();
          depth = 0;
          continue;
        }
        if (isScareQuote(marks, j)) {
          j++;
          continue;
        }
        if (!mark.closes() || startsSentence(mark)) {
          break;
        }
        if (mark.at() + 1 < blocks.get(mark.block()).range().to() - 2 && mark.block() > block + 1) {
          // Without reopened paragraphs in between, only a mark at the end of one can close it.
          break;
        }
      }
      if (mark.closes() && depth == 0 && !(mark.opens() && !mark.closes())) {
        if (mark.style() == '"'
            && mark.opens()
            && text[mark.at() - 1] == ' '
            && endsSentence(mark.at())) {
          continue;
        }
        add(open.at(), mark.at(), open.block(), mark.block(), true);
        return j + 1;
      }
      if (mark.closes() && depth > 0) {
        depth--;
        continue;
      }
      if (mark.opens()) {
        if (endsSentence(mark.at()) && mark.style() == open.style()) {
          // Flattened paragraphs: the quotation is reopened within the block.
          continue;
        }
        if (nested < 0) {
          nested = mark.at();
        }
        depth++;
      }
    }
    int limit = nested >= 0 ? nested : blocks.get(block).range().to();
    add(open.at(), limit, open.block(), block, false);
    return i + 1;
  }

  /** A short pair inside one paragraph, such as a term. */
  private static boolean isScareQuote(List<Mark> marks, int j) {
    Mark mark = marks.get(j);
    if (!mark.opens() || mark.first() || j + 1 >= marks.size()) {
      return false;
    }
    Mark next = marks.get(j + 1);
    return next.closes() && next.block() == mark.block() && next.at() - mark.at() < 60;
  }

  private boolean startsSentence(Mark mark) {
    return mark.opens() && endsSentence(mark.at());
  }

  /** Whether the words before an offset end a sentence. */
  private boolean endsSentence(int at) {
    int i = at - 1;
    while (i >= 0 && isSpace(text[i])) {
      i--;
    }
    return i >= 0 && i < at - 1 && (".!?…".indexOf(text[i]) >= 0);
  }

  private void pairSingles(List<Mark> marks) {
    int i = 0;
    while (i < marks.size()) {
      Mark open = marks.get(i);
      int close = open.opens() ? closeOfSingle(marks, i) : -1;
      if (close < 0) {
        i++;
      } else {
        add(open.at(), marks.get(close).at(), open.block(), marks.get(close).block(), true);
        i = close + 1;
      }
    }
  }

  private int closeOfSingle(List<Mark> marks, int i) {
    Mark open = marks.get(i);
    int block = open.block();
    int doubtful = -1;
    for (int j = i + 1; j < marks.size(); j++) {
      Mark mark = marks.get(j);
      if (mark.style() != open.style() || mark.at() - open.at() > LONGEST || j - i > MOST_MARKS) {
        break;
      }
      if (mark.block() != block) {
        boolean reopened =
            doubtful < 0
                && mark.first()
                && mark.opens()
                && mark.block() == block + 1
                && scopes[mark.block()] == scopes[block];
        if (!reopened) {
          break;
        }
        block = mark.block();
        continue;
      }
      if (mark.closes()) {
        if (!isPluralPossessive(mark.at())) {
          return j;
        }
        if (doubtful < 0) {
          doubtful = j;
        }
      } else if (mark.opens()) {
        break;
      }
    }
    return doubtful;
  }

  /** "prisoners' lives": an s, the mark, and a word in lower case. */
  private boolean isPluralPossessive(int at) {
    return (text[at - 1] == 's')
        && at + 2 < text.length
        && text[at + 1] == ' '
        && Character.isLowerCase(text[at + 2]);
  }

  private void add(int open, int end, int firstBlock, int lastBlock, boolean closed) {
    int from = open + 1;
    int to = end;
    while (from < to && isSpace(text[from])) {
      from++;
    }
    while (to > from && isSpace(text[to - 1])) {
      to--;
    }
    if (from < to) {
      found.add(
          new Quotation(
              new TextRange(from, to),
              new TextRange(open, closed ? end + 1 : to),
              firstBlock,
              lastBlock,
              closed));
    }
  }

  private List<Quotation> outermost() {
    found.sort(Comparator.comparing(Quotation::outer));
    List<Quotation> outermost = new ArrayList<>();
    int end = -1;
    for (Quotation quotation : found) {
      if (!quotation.closed()) {
        // Kept even where others lie in it: only an introduction makes it count.
        outermost.add(quotation);
      } else if (quotation.outer().from() >= end) {
        outermost.add(quotation);
        end = quotation.outer().to();
      }
    }
    return outermost;
  }
}
