package org.crcgraph.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.crcgraph.model.Document;
import org.crcgraph.model.Document.BlockKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PdfReaderTest {
  private static final PDType1Font PLAIN = new PDType1Font(FontName.HELVETICA);

  @TempDir private Path folder;

  /** A line at a place, in points from the lower left corner. */
  private record Print(String words, float x, float y, float size) {}

  private Path pdf(List<List<Print>> pages) throws IOException {
    Path file = folder.resolve("test.pdf");
    try (PDDocument pdf = new PDDocument()) {
      for (List<Print> prints : pages) {
        PDPage page = new PDPage();
        pdf.addPage(page);
        try (PDPageContentStream out = new PDPageContentStream(pdf, page)) {
          for (Print print : prints) {
            out.beginText();
            out.setFont(PLAIN, print.size());
            out.newLineAtOffset(print.x(), print.y());
            out.showText(print.words());
            out.endText();
          }
        }
      }
      pdf.save(file.toFile());
    }
    return file;
  }

  private static List<Print> column(float x, float top, String... lines) {
    List<Print> prints = new ArrayList<>();
    for (int i = 0; i < lines.length; i++) {
      prints.add(new Print(lines[i], x, top - 14 * i, 11));
    }
    return prints;
  }

  private static List<String> words(Document document) {
    return document.layout().blocks().stream().map(b -> document.text().string(b.range())).toList();
  }

  @Test
  void columnsAreReadOneAfterTheOtherHoweverTheFileOrdersThem() throws Exception {
    List<Print> page = new ArrayList<>();
    // The file holds the right column first.
    page.addAll(
        column(
            320,
            600,
            "The second column begins here and",
            "goes on about toner for a line or",
            "two more than anybody would have",
            "wanted, and then it stops at last.",
            "Nobody misses it after that."));
    page.addAll(
        column(
            60,
            600,
            "The first column begins here, under",
            "the title, and tells of cartridges",
            "that went into a lake in the county",
            "of Larchshire, where they lay for a",
            "long time until divers came."));
    page.add(new Print("Toner in the lake: a review of what went wrong", 60, 700, 20));
    Document document = DocumentFormat.read(pdf(List.of(page)), new ArrayList<>());
    assertThat(words(document))
        .containsExactly(
            "Toner in the lake: a review of what went wrong",
            "The first column begins here, under the title, and tells of cartridges that went into a"
                + " lake in the county of Larchshire, where they lay for a long time until divers came.",
            "The second column begins here and goes on about toner for a line or two more than anybody"
                + " would have wanted, and then it stops at last. Nobody misses it after that.");
    assertThat(document.layout().blocks().get(0).kind()).isEqualTo(BlockKind.TITLE);
  }

  @Test
  void headersFootersAndPageNumbersAreDroppedAndPagesCounted() throws Exception {
    List<List<Print>> pages = new ArrayList<>();
    for (int i = 1; i <= 3; i++) {
      List<Print> page = new ArrayList<>();
      page.add(new Print("HM Inspectorate of Toner", 60, 760, 9));
      page.addAll(
          column(
              60,
              680,
              "Page number "
                  + i
                  + " of the report has this line, which is long enough to be prose,",
              "and this one, which ends the paragraph."));
      page.add(new Print("Larchshire review " + i, 60, 30, 9));
      page.add(new Print(String.valueOf(i), 300, 30, 9));
      pages.add(page);
    }
    Document document = DocumentFormat.read(pdf(pages), new ArrayList<>());
    assertThat(words(document)).hasSize(3).allMatch(w -> w.endsWith("ends the paragraph."));
    assertThat(document.layout().pages()).hasSize(3);
    assertThat(document.layout().pages())
        .containsExactlyElementsOf(
            document.layout().blocks().stream().map(b -> b.range().from()).toList());
  }

  @Test
  void aParagraphThatRunsOverThePageStaysOne() throws Exception {
    Document document =
        DocumentFormat.read(
            pdf(
                List.of(
                    column(60, 100, "The inspectors found that the toner of the county had been"),
                    column(60, 700, "stored in a lake, which is unusual."))),
            new ArrayList<>());
    assertThat(words(document))
        .containsExactly(
            "The inspectors found that the toner of the county had been stored in a lake, which is"
                + " unusual.");
    int second = document.layout().pages().get(1);
    assertThat(document.text().string().substring(second)).startsWith("stored in a lake");
  }

  @Test
  void rowsOfATableAreReadAcross() throws Exception {
    List<Print> page = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      page.add(new Print("Office " + i, 60, 600 - 20 * i, 11));
      page.add(new Print(String.valueOf(10 * i), 200, 600 - 20 * i, 11));
      page.add(new Print("sheets", 300, 600 - 20 * i, 11));
    }
    Document document = DocumentFormat.read(pdf(List.of(page)), new ArrayList<>());
    assertThat(document.text().string()).contains("Office 3 30 sheets");
  }

  @Test
  void anEncryptedFileIsNamedAsSuch() throws Exception {
    Path file = pdf(List.of(column(60, 600, "Secret toner.")));
    try (PDDocument pdf = org.apache.pdfbox.Loader.loadPDF(file.toFile())) {
      pdf.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
      pdf.save(folder.resolve("locked.pdf").toFile());
    }
    assertThatThrownBy(() -> DocumentFormat.read(folder.resolve("locked.pdf"), new ArrayList<>()))
        .isInstanceOf(UnreadableDocumentException.class)
        .hasMessageEndingWith(
            "locked.pdf:1:1: an encrypted PDF; save a copy without its password and give that");
  }

  @Test
  void aFileOfPicturesAndADamagedFileAreToldApart() throws Exception {
    assertThatThrownBy(() -> DocumentFormat.read(pdf(List.of(List.of())), new ArrayList<>()))
        .hasMessageContaining("a PDF without text");
    Path damaged = folder.resolve("damaged.pdf");
    Files.writeString(damaged, "%PDF-1.7\n1 0 obj << /Type /Cata");
    assertThatThrownBy(() -> DocumentFormat.read(damaged, new ArrayList<>()))
        .hasMessageContaining("a damaged PDF");
  }
}
