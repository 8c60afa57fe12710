package org.crcgraph.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a page in reading order. Pieces of text are placed by where they stand, not by where
 * they come in the file: the page is cut along its gutters into columns, and between them across.
 */
final class PdfLines extends PDFTextStripper {
  /** A gutter between columns is at least this wide, in points. */
  private static final double GUTTER = 10;

  /** A column is at least this wide; narrower ones are those of a table, which is read by rows. */
  private static final double COLUMN = 110;

  private static final int LINES_OF_COLUMN = 4;

  private final List<PdfLine> fragments = new ArrayList<>();

  PdfLines() {
    setSortByPosition(true);
    setSuppressDuplicateOverlappingText(true);
  }

  /** The lines of a page, counted from 1. */
  List<PdfLine> of(PDDocument pdf, int page) throws IOException {
    fragments.clear();
    setStartPage(page);
    setEndPage(page);
    getText(pdf);
    List<PdfLine> lines = new ArrayList<>();
    cut(new ArrayList<>(fragments), lines, 0);
    return lines;
  }

  @Override
  protected void writeString(String text, List<TextPosition> positions) {
    int start = 0;
    for (int i = 1; i <= positions.size(); i++) {
      if (i == positions.size() || isGap(positions.get(i - 1), positions.get(i))) {
        add(positions.subList(start, i));
        start = i;
      }
    }
  }

  private static boolean isGap(TextPosition a, TextPosition b) {
    double gap = b.getXDirAdj() - (a.getXDirAdj() + a.getWidthDirAdj());
    return gap > Math.max(GUTTER, a.getFontSizeInPt() * 0.9);
  }

  private void add(List<TextPosition> positions) {
    StringBuilder words = new StringBuilder();
    TextPosition before = null;
    for (TextPosition position : positions) {
      if (before != null) {
        double gap = position.getXDirAdj() - (before.getXDirAdj() + before.getWidthDirAdj());
        double space = Math.max(1, before.getWidthOfSpace() * 0.5);
        boolean spaced = words.length() > 0 && words.charAt(words.length() - 1) == ' ';
        if (gap > space && !spaced && !position.getUnicode().equals(" ")) {
          words.append(' ');
        }
      }
      words.append(position.getUnicode());
      before = position;
    }
    String text = words.toString().strip();
    if (text.isEmpty()) {
      return;
    }
    TextPosition first = positions.get(0);
    TextPosition last = positions.get(positions.size() - 1);
    String font = first.getFont() == null ? null : first.getFont().getName();
    fragments.add(
        new PdfLine(
            text,
            first.getXDirAdj(),
            last.getXDirAdj() + last.getWidthDirAdj(),
            first.getYDirAdj(),
            Math.max(1, first.getFontSizeInPt()),
            isBold(font),
            0));
  }

  private static boolean isBold(@Nullable String font) {
    return font != null && font.toLowerCase(Locale.ROOT).matches(".*(?:bold|black|heavy).*");
  }

  /** Cuts a region into columns where it has a gutter, else across its widest gap. */
  private static void cut(List<PdfLine> region, List<PdfLine> out, int depth) {
    double gutter = depth < 40 ? gutter(region) : -1;
    if (gutter > 0) {
      cut(region.stream().filter(l -> l.right() <= gutter).toList(), out, depth + 1);
      cut(region.stream().filter(l -> l.left() >= gutter).toList(), out, depth + 1);
      return;
    }
    double gap = depth < 40 ? widestGap(region) : -1;
    if (gap > 0) {
      cut(region.stream().filter(l -> l.top() < gap).toList(), out, depth + 1);
      cut(region.stream().filter(l -> l.top() >= gap).toList(), out, depth + 1);
      return;
    }
    rows(region, out);
  }

  /** Where a vertical strip of white parts two columns, or -1. */
  private static double gutter(List<PdfLine> region) {
    if (region.size() < 2 * LINES_OF_COLUMN) {
      return -1;
    }
    List<PdfLine> byLeft =
        region.stream().sorted(Comparator.comparingDouble(PdfLine::left)).toList();
    double reach = byLeft.get(0).right();
    double best = -1;
    double width = GUTTER;
    for (int i = 1; i < byLeft.size(); i++) {
      double gap = byLeft.get(i).left() - reach;
      if (gap >= width
          && isColumn(byLeft.subList(0, i))
          && isColumn(byLeft.subList(i, byLeft.size()))) {
        best = reach + gap / 2;
        width = gap;
      }
      reach = Math.max(reach, byLeft.get(i).right());
    }
    return best;
  }

  private static boolean isColumn(List<PdfLine> lines) {
    long wide = lines.stream().filter(l -> l.right() - l.left() >= COLUMN).count();
    return wide >= LINES_OF_COLUMN && wide * 2 >= lines.size();
  }

  /** The height of the widest white strip across the region where columns may begin, or -1. */
  private static double widestGap(List<PdfLine> region) {
    if (region.size() < 2 * LINES_OF_COLUMN) {
      return -1;
    }
    List<PdfLine> byTop = region.stream().sorted(Comparator.comparingDouble(PdfLine::top)).toList();
    double best = -1;
    double widest = 0;
    for (int i = 1; i < byTop.size(); i++) {
      double gap = byTop.get(i).top() - byTop.get(i - 1).top();
      if (gap > byTop.get(i).size() * 1.6 && gap > widest) {
        widest = gap;
        best = byTop.get(i).top() - byTop.get(i).size() * 0.8;
      }
    }
    return best;
  }

  /** Puts what stands at one height on one line, from top to bottom. */
  private static void rows(List<PdfLine> region, List<PdfLine> out) {
    List<PdfLine> byTop = region.stream().sorted(Comparator.comparingDouble(PdfLine::top)).toList();
    double right = region.stream().mapToDouble(PdfLine::right).max().orElse(0);
    int i = 0;
    while (i < byTop.size()) {
      int end = i + 1;
      while (end < byTop.size()
          && byTop.get(end).top() - byTop.get(i).top() < byTop.get(i).size() * 0.4) {
        end++;
      }
      List<PdfLine> row =
          byTop.subList(i, end).stream().sorted(Comparator.comparingDouble(PdfLine::left)).toList();
      StringBuilder words = new StringBuilder();
      for (PdfLine fragment : row) {
        words.append(words.isEmpty() ? "" : " ").append(fragment.text());
      }
      PdfLine first = row.get(0);
      out.add(
          new PdfLine(
              words.toString(),
              first.left(),
              row.get(row.size() - 1).right(),
              first.top(),
              first.size(),
              first.bold(),
              right));
      i = end;
    }
  }
}
