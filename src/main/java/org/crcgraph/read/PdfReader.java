package org.crcgraph.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.crcgraph.model.Document;
import org.crcgraph.model.Document.BlockKind;
import org.crcgraph.model.Issue;
import org.crcgraph.model.Place;

/**
 * PDF: the text in reading order, columns one after the other, without what is repeated at the top
 * and bottom of the pages.
 */
final class PdfReader implements DocumentReader {
  /** A report has hundreds of pages; a file with more than this is none. */
  private static final int MOST_PAGES = 5_000;

  /** The part of a page's height, at its top and at its bottom, where running lines stand. */
  private static final double MARGIN = 0.1;

  @Override
  public Document read(String name, String file, byte[] bytes, String sha256, List<Issue> issues)
      throws UnreadableDocumentException {
    List<List<PdfLine>> pages = new ArrayList<>();
    List<Double> heights = new ArrayList<>();
    try (PDDocument pdf = Loader.loadPDF(bytes)) {
      int count = pdf.getNumberOfPages();
      if (count > MOST_PAGES) {
        issues.add(
            Issue.warning(
                Place.of(file),
                count + " pages, of which the first " + MOST_PAGES + " are read",
                "split the file"));
      }
      PdfLines lines = new PdfLines();
      for (int page = 1; page <= Math.min(count, MOST_PAGES); page++) {
        pages.add(lines.of(pdf, page));
        heights.add(height(pdf.getPage(page - 1)));
      }
    } catch (InvalidPasswordException e) {
      throw new UnreadableDocumentException(
          Issue.error(
              Place.of(file),
              "an encrypted PDF",
              "save a copy without its password and give that"));
    } catch (IOException | RuntimeException e) {
      // PDFBox throws unchecked exceptions too on damaged files.
      throw new UnreadableDocumentException(
          Issue.error(
              Place.of(file),
              "a damaged PDF (" + e.getMessage() + ")",
              "fetch it again, or print it to a new PDF"));
    }
    dropRunningLines(pages, heights);
    ComposedText text = compose(pages);
    if (text.isEmpty()) {
      throw new UnreadableDocumentException(
          Issue.error(
              Place.of(file),
              "a PDF without text (its pages are pictures)",
              "run text recognition (OCR) on it first"));
    }
    return text.document(name, file, sha256, null, null, null);
  }

  /** Headers, footers and page numbers: what stands at the edge of most pages. */
  private static void dropRunningLines(List<List<PdfLine>> pages, List<Double> heights) {
    Map<String, Integer> seen = new HashMap<>();
    for (int i = 0; i < pages.size(); i++) {
      margins(pages.get(i), heights.get(i)).stream()
          .map(PdfReader::shape)
          .distinct()
          .forEach(s -> seen.merge(s, 1, Integer::sum));
    }
    int often = Math.max(2, (pages.size() + 2) / 3);
    for (int i = 0; i < pages.size(); i++) {
      List<PdfLine> running =
          margins(pages.get(i), heights.get(i)).stream()
              .filter(
                  line -> seen.getOrDefault(shape(line), 0) >= often || isPageNumber(line.text()))
              .toList();
      pages.get(i).removeAll(running);
    }
  }

  private static double height(PDPage page) {
    boolean turned = page.getRotation() % 180 != 0;
    return turned ? page.getCropBox().getWidth() : page.getCropBox().getHeight();
  }

  private static List<PdfLine> margins(List<PdfLine> page, double height) {
    return page.stream()
        .filter(line -> line.top() < MARGIN * height || line.top() > (1 - MARGIN) * height)
        .toList();
  }

  /** Page numbers differ from page to page, the rest does not. */
  private static String shape(PdfLine line) {
    return line.text().replaceAll("\\d+", "#").strip();
  }

  private static boolean isPageNumber(String text) {
    return text.length() <= 20
        && text.strip().matches("(?i)(?:page )?[-–]? ?\\d{1,4} ?[-–]?(?: ?(?:of|/) ?\\d{1,4})?");
  }

  private static ComposedText compose(List<List<PdfLine>> pages) {
    ComposedText text = new ComposedText();
    double body = bodySize(pages);
    StringBuilder open = new StringBuilder();
    PdfLine before = null;
    boolean heading = false;
    boolean newPage = false;
    for (List<PdfLine> page : pages) {
      boolean first = true;
      for (PdfLine line : page) {
        boolean large = line.size() > body * 1.12 || (line.bold() && line.text().length() < 90);
        boolean joins =
            before != null
                && (first
                    ? !large && !heading && runsOn(before.text(), line.text())
                    : large == heading && isSameParagraph(before, line));
        if (!joins) {
          flush(text, open, heading);
          if (first) {
            text.beginPage();
          }
        } else if (first) {
          // The paragraph runs over the page break: its page begins inside it.
          newPage = true;
        }
        if (newPage) {
          text.beginPageAfter(open.length() + 1);
          newPage = false;
        }
        append(open, line.text());
        heading = large;
        before = line;
        first = false;
      }
      if (first) {
        // An empty page still counts, so that page numbers stay right.
        flush(text, open, heading);
        text.beginPage();
        before = null;
      }
    }
    flush(text, open, heading);
    return text;
  }

  private static void flush(ComposedText text, StringBuilder open, boolean heading) {
    String words = open.toString();
    open.setLength(0);
    if (words.isBlank()) {
      return;
    }
    Line line = new Line(0, words.length(), 0, true);
    String bullet = words.stripLeading();
    if (Blocks.isSeparator(words, line)) {
      text.add(words, BlockKind.SEPARATOR);
    } else if (!bullet.isEmpty() && "•▪●■‣⁃◦".indexOf(bullet.charAt(0)) >= 0) {
      text.add(bullet.substring(1), BlockKind.LIST_ITEM);
    } else {
      text.add(words, heading ? BlockKind.HEADING : BlockKind.PARAGRAPH);
    }
  }

  private static void append(StringBuilder open, String words) {
    if (open.length() == 0) {
      open.append(words);
      return;
    }
    char end = open.charAt(open.length() - 1);
    if (end == '\u00ad') {
      // A soft hyphen parts a word only at the end of its line.
      open.setLength(open.length() - 1);
    } else if (end != '-' || !Character.isLetter(words.charAt(0))) {
      open.append(' ');
    }
    open.append(words);
  }

  private static boolean isSameParagraph(PdfLine before, PdfLine line) {
    double step = line.top() - before.top();
    boolean bullet = "•▪●■‣⁃◦".indexOf(line.text().charAt(0)) >= 0;
    boolean numbered =
        line.text().matches("\\d{1,2}(?:\\.\\d{1,2}){0,2}\\.?\\s.*") && endsSentence(before.text());
    return !bullet
        && !numbered
        && step > 0
        && step <= before.size() * 1.75
        && Math.abs(line.size() - before.size()) < 1.5
        && !(before.right() < line.blockRight() - 90 && endsSentence(before.text()));
  }

  private static boolean runsOn(String before, String after) {
    return !endsSentence(before) && Character.isLowerCase(after.charAt(0));
  }

  private static boolean endsSentence(String words) {
    return ".!?:;”\"".indexOf(words.charAt(words.length() - 1)) >= 0;
  }

  /** The type size in which most characters are set. */
  private static double bodySize(List<List<PdfLine>> pages) {
    Map<Long, Integer> characters = new HashMap<>();
    for (List<PdfLine> page : pages) {
      for (PdfLine line : page) {
        characters.merge(Math.round(line.size() * 2), line.text().length(), Integer::sum);
      }
    }
    return characters.entrySet().stream()
        .max(Map.Entry.<Long, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(e -> e.getKey() / 2.0)
        .orElse(11.0);
  }
}
