package org.crcgraph.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.crcgraph.model.Issue;
import org.crcgraph.model.Register;
import org.crcgraph.model.RegisterRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One fault of each kind, in registers of invented firms, each with the place of its cell. */
final class RegisterReaderTest {
  private static final String FIRMS_HEADER =
      "slug,name,number,staff,share,listed,home,aliases,from,to,source,ruling,ruling_reason\n";
  private static final String SOUND =
      "acme,Acme,01234567,12,0.5,true,,,2015-02,2019,unverified,,\n";

  @TempDir Path folder;

  private final List<Issue> issues = new ArrayList<>();

  @Test
  void aSoundRegisterIsReadWithTypesKeysAndPlaces() throws IOException {
    firms(FIRMS_HEADER + SOUND);
    RegisterRow row = read("firms").rows().get(0);
    assertThat(problems()).isEmpty();
    assertThat(row.key()).isEqualTo("acme");
    assertThat(row.place().line()).isEqualTo(2);
    assertThat(row.cell("staff").orElseThrow().type()).isEqualTo(RegisterRow.ColumnType.INTEGER);
    assertThat(row.cell("from").orElseThrow().type()).isEqualTo(RegisterRow.ColumnType.DATE);
    assertThat(row.cell("staff").orElseThrow().place().column()).isEqualTo(20);
    assertThat(row.cell("home")).isEmpty();
  }

  @Test
  void anUnknownColumnIsReported() throws IOException {
    firms(FIRMS_HEADER.replace("share,", "share,colour,") + SOUND.replace("0.5,", "0.5,red,"));
    assertThat(problems()).singleElement().asString().startsWith("firms.csv:1:30: unknown column");
  }

  @Test
  void aMissingColumnIsReportedAtTheEndOfTheHeader() throws IOException {
    firms(FIRMS_HEADER.replace("share,", "") + SOUND.replace("0.5,", ""));
    assertThat(problems()).singleElement().asString().startsWith("firms.csv:1:79: missing column");
  }

  @Test
  void aColumnThatComesTwiceIsReported() throws IOException {
    firms(FIRMS_HEADER.replace("share,", "share,share,") + SOUND.replace("0.5,", "0.5,0.5,"));
    assertThat(problems())
        .singleElement()
        .asString()
        .startsWith("firms.csv:1:30: column \"share\" twice");
  }

  @Test
  void everyMalformedValueIsReportedWithItsCell() throws IOException {
    firms(
        FIRMS_HEADER
            + "acme,Acme,123,a dozen,half,yes,www.acme.example,A||B,2015-13,15/02/2019,see the web,,\n");
    assertThat(problems())
        .extracting(RegisterReaderTest::place)
        .containsExactly(
            "firms.csv:2:11",
            "firms.csv:2:15",
            "firms.csv:2:23",
            "firms.csv:2:28",
            "firms.csv:2:32",
            "firms.csv:2:49",
            "firms.csv:2:54",
            "firms.csv:2:62",
            "firms.csv:2:73");
  }

  @Test
  void aRowWithAFaultIsLeftOutAndTheOthersAreRead() throws IOException {
    firms(FIRMS_HEADER + SOUND.replace(",12,", ",many,") + SOUND.replace("acme,", "zeta,"));
    assertThat(read("firms").rows()).extracting(RegisterRow::key).containsExactly("zeta");
    assertThat(problems()).hasSize(1);
  }

  @Test
  void aNumberOutOfBoundsIsReported() throws IOException {
    firms(FIRMS_HEADER + SOUND.replace(",12,", ",0,"));
    assertThat(problems()).containsExactly("firms.csv:2:20: \"0\" is too small; the least is 1");
  }

  @Test
  void aRequiredBlankIsReported() throws IOException {
    firms(FIRMS_HEADER + SOUND.replace("Acme", " "));
    assertThat(problems()).containsExactly("firms.csv:2:6: \"name\" is blank; fill the cell");
  }

  @Test
  void anUnknownSlugIsReportedInTheRegisterThatNamesIt() throws IOException {
    firms(FIRMS_HEADER + SOUND);
    deals("key,firm_slugs,about\none,acme,firm/acme\ntwo,acme|apex,firm/apex\n");
    assertThat(problems())
        .containsExactly(
            "deals.csv:3:5: unknown slug \"apex\"; mend it, or add a row for it to its register",
            "deals.csv:3:15: unknown thing \"firm/apex\"; mend it, or add a row for it to its"
                + " register");
  }

  @Test
  void aReferenceToARowWithAFaultIsNoFurtherFault() throws IOException {
    firms(FIRMS_HEADER + SOUND.replace(",12,", ",many,"));
    deals("key,firm_slugs,about\none,acme,firm/acme\n");
    assertThat(problems()).hasSize(1);
  }

  @Test
  void aKeyThatComesTwiceIsReportedWithItsFirstLine() throws IOException {
    firms(FIRMS_HEADER + SOUND + SOUND.replace("Acme", "Apex"));
    assertThat(problems())
        .containsExactly(
            "firms.csv:3:1: the key \"acme\" is that of line 2; give each row a key of its own");
  }

  @Test
  void anIntervalThatEndsBeforeItStartsIsReportedAtItsEnd() throws IOException {
    firms(FIRMS_HEADER + SOUND.replace("2015-02,2019", "2019-03,2019-02-28"));
    assertThat(problems())
        .containsExactly(
            "firms.csv:2:42: the end 2019-02-28 is before the start 2019-03; mend one of the two"
                + " dates");
  }

  @Test
  void anIntervalWhoseImpreciseEndsCanMeetIsSound() throws IOException {
    firms(FIRMS_HEADER + SOUND.replace("2015-02,2019", "2019-03-05,2019-03"));
    assertThat(problems()).isEmpty();
  }

  @Test
  void aWrongNumberOfCellsIsReportedAtTheFirstTooMuchOrTheEnd() throws IOException {
    firms(FIRMS_HEADER + SOUND.replace("Acme", "Acme, Incorporated") + "zeta,Zeta\n");
    assertThat(problems())
        .extracting(RegisterReaderTest::place)
        .containsExactly("firms.csv:2:73", "firms.csv:3:10");
  }

  @Test
  void placesCountFromTheLineOnWhichACellBegins() throws IOException {
    firms(
        FIRMS_HEADER
            + SOUND.replace("Acme", "\"Acme,\n \"\"the\"\" firm\"").replace(",12,", ",x,"));
    assertThat(problems())
        .containsExactly("firms.csv:3:25: \"x\" is no whole number; write digits only");
  }

  @Test
  void columnsCountCodePoints() throws IOException {
    firms(FIRMS_HEADER + SOUND.replace("Acme", "𝒜cmé").replace(",12,", ",x,"));
    assertThat(problems()).singleElement().asString().startsWith("firms.csv:2:20: ");
  }

  @Test
  void strayQuotationMarksAreReported() throws IOException {
    firms(
        FIRMS_HEADER
            + SOUND.replace("Acme", "Ac\"me")
            + SOUND.replace("Acme", "\"Ac\" me")
            + SOUND.replace("Acme", "\"Acme"));
    assertThat(problems())
        .extracting(RegisterReaderTest::place)
        .containsExactly("firms.csv:2:8", "firms.csv:3:10", "firms.csv:4:6");
  }

  @Test
  void anEmptyLineIsReported() throws IOException {
    firms(FIRMS_HEADER + "\n" + SOUND);
    assertThat(problems()).containsExactly("firms.csv:2:1: an empty line; remove it");
  }

  @Test
  void controlCharactersAreReported() throws IOException {
    firms(FIRMS_HEADER + SOUND.replace("Acme", "Ac\tme"));
    assertThat(problems()).containsExactly("firms.csv:2:8: control character U+0009; remove it");
  }

  @Test
  void windowsLineEndsAndAByteOrderMarkAreRead() throws IOException {
    firms("\uFEFF" + (FIRMS_HEADER + SOUND.replace(",12,", ",x,")).replace("\n", "\r\n"));
    assertThat(problems()).singleElement().asString().startsWith("firms.csv:2:20: ");
  }

  @Test
  void bytesThatAreNoUtf8AreReportedEachAtItsPlace() throws IOException {
    firms("");
    Files.write(
        folder.resolve("firms/firms.csv"),
        (FIRMS_HEADER + SOUND.replace("Acme", "Acmé") + SOUND.replace("acme,Acme", "zeta,Zetá"))
            .getBytes(StandardCharsets.ISO_8859_1));
    assertThat(problems())
        .containsExactly(
            "firms.csv:2:9: byte 0xE9 is no UTF-8; save the file in UTF-8",
            "firms.csv:3:9: byte 0xE1 is no UTF-8; save the file in UTF-8");
  }

  @Test
  void aBinaryFileIsOneProblem() throws IOException {
    firms("");
    Files.write(folder.resolve("firms/firms.csv"), new byte[] {'P', 'K', 0, 3, 0, 0});
    assertThat(problems())
        .anyMatch(p -> p.equals("firms.csv:1:1: not a text file; save it as CSV in UTF-8"));
  }

  @Test
  void aRulingNeedsAReason() throws IOException {
    firms(FIRMS_HEADER + SOUND.replace("unverified,,", "unverified,chosen,"));
    assertThat(problems()).containsExactly("firms.csv:2:65: a ruling without a reason; say why");
  }

  @Test
  void aSourceBesideUnverifiedIsReported() throws IOException {
    firms(FIRMS_HEADER + SOUND.replace("unverified", "https://acme.example/ ; unverified"));
    assertThat(problems()).singleElement().asString().startsWith("firms.csv:2:47: ");
  }

  @Test
  void missingCompanionFilesAreReported() throws IOException {
    firms(FIRMS_HEADER + SOUND);
    Files.delete(folder.resolve("firms/firms.rq"));
    assertThat(problems())
        .singleElement()
        .asString()
        .contains("firms.rq:1:1: there is no such file");
  }

  @Test
  void aSchemaThatAsksForAnUnknownCheckIsRefused() throws IOException {
    firms(FIRMS_HEADER + SOUND);
    Path metadata = folder.resolve("firms/firms.csv-metadata.json");
    Files.writeString(metadata, Files.readString(metadata).replace("\"minimum\"", "\"minLength\""));
    assertThat(problems())
        .singleElement()
        .asString()
        .contains("\"minLength\" in the datatype of column \"staff\" is not understood");
  }

  @Test
  void aSchemaThatIsNoJsonIsReportedWithItsLine() throws IOException {
    firms(FIRMS_HEADER + SOUND);
    Files.writeString(folder.resolve("firms/firms.csv-metadata.json"), "{\n  \"url\": firms\n}");
    assertThat(problems()).singleElement().asString().startsWith("firms.csv-metadata.json:2:");
  }

  @Test
  void aFolderWithoutRegistersHasNone() throws IOException {
    assertThat(RegisterReader.read(folder.resolve("none"), issues)).isEmpty();
    assertThat(issues).isEmpty();
  }

  private void firms(String csv) throws IOException {
    register(
        "firms",
        csv,
        """
        {"@context": "http://www.w3.org/ns/csvw", "url": "firms.csv", "dc:title": "Firms",
         "tableSchema": {"columns": [
          {"name": "slug", "required": true, "datatype": {"base": "string", "format": "^[a-z]+$"}},
          {"name": "name", "required": true},
          {"name": "number", "datatype": {"base": "string", "format": "^[0-9]{8}$"}},
          {"name": "staff", "datatype": {"base": "integer", "minimum": "1"}},
          {"name": "share", "datatype": "decimal"},
          {"name": "listed", "datatype": "boolean"},
          {"name": "home", "datatype": "anyURI"},
          {"name": "aliases", "separator": "|"},
          {"name": "from", "datatype": {"base": "string", "dc:title": "partial-date"}},
          {"name": "to", "datatype": {"base": "string", "dc:title": "partial-date"}},
          {"name": "source", "datatype": "anyURI", "separator": " ; ", "required": true},
          {"name": "ruling"}, {"name": "ruling_reason"}],
         "primaryKey": "slug", "aboutUrl": "https://w3id.org/crcgraph/id/firm/{slug}"}}
        """);
  }

  private void deals(String csv) throws IOException {
    register(
        "deals",
        csv,
        """
        {"@context": "http://www.w3.org/ns/csvw", "url": "deals.csv",
         "tableSchema": {"columns": [
          {"name": "key", "required": true},
          {"name": "firm_slugs", "separator": "|"},
          {"name": "about", "valueUrl": "https://w3id.org/crcgraph/id/{+about}"}],
         "primaryKey": ["key"],
         "foreignKeys": [{"columnReference": "firm_slugs",
          "reference": {"resource": "../firms/firms.csv", "columnReference": "slug"}}]}}
        """);
  }

  private void register(String name, String csv, String metadata) throws IOException {
    Path register = Files.createDirectories(folder.resolve(name));
    Files.writeString(register.resolve(name + ".csv"), csv);
    Files.writeString(register.resolve(name + ".csv-metadata.json"), metadata);
    Files.writeString(register.resolve(name + ".rq"), "CONSTRUCT { } WHERE { }");
    Files.writeString(register.resolve("dataset.ttl"), "");
  }

  private Register read(String name) throws IOException {
    return RegisterReader.read(folder, issues).stream()
        .filter(register -> register.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** Every problem line, with the file's name in place of its path. */
  private List<String> problems() throws IOException {
    issues.clear();
    RegisterReader.read(folder, issues);
    return issues.stream()
        .map(i -> i.toString().replaceFirst("^.*[/\\\\](?=[a-z]+\\.(csv|rq|ttl))", ""))
        .toList();
  }

  private static String place(String problem) {
    return problem.substring(0, problem.indexOf(": "));
  }
}
