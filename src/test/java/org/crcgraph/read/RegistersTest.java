package org.crcgraph.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.crcgraph.model.Entity;
import org.crcgraph.model.Issue;
import org.crcgraph.model.PartialDate;
import org.crcgraph.model.Register;
import org.crcgraph.model.RegisterRow;
import org.crcgraph.model.Tenure;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the project's own registers must hold. */
final class RegistersTest {
  private static final LocalDate HANDOVER = LocalDate.of(2015, 2, 1);
  private static final LocalDate END = LocalDate.of(2021, 6, 25);

  private static final List<Issue> ISSUES = new ArrayList<>();
  private static final Map<String, Register> REGISTERS = new TreeMap<>();

  @BeforeAll
  static void load() throws IOException {
    RegisterReader.read(Path.of("data/registers"), ISSUES)
        .forEach(register -> REGISTERS.put(register.name(), register));
  }

  @Test
  void noRegisterHasAFault() {
    assertThat(ISSUES).isEmpty();
  }

  @Test
  void thereAre21AreasAndACompanyForEach() {
    assertThat(rows("areas")).hasSize(21);
    assertThat(rows("crcs").stream().map(row -> row.value("area_slug").orElseThrow()))
        .containsExactlyInAnyOrderElementsOf(
            rows("areas").stream().map(row -> row.value("slug").orElseThrow()).toList());
  }

  @Test
  void everyCompanyHasExactlyOneOwnerOnEachDayFromTheHandoverToTheEnd() {
    for (RegisterRow company : rows("crcs")) {
      String slug = company.value("slug").orElseThrow();
      List<RegisterRow> owners =
          rows("ownership").stream()
              .filter(row -> row.value("crc_slug").orElseThrow().equals(slug))
              .filter(
                  row -> List.of("direct", "operator").contains(row.value("kind").orElseThrow()))
              .toList();
      for (LocalDate day = LocalDate.of(2014, 6, 1); !day.isAfter(END); day = day.plusDays(1)) {
        assertThat(holders(owners, day)).as("%s on %s", slug, day).hasSize(1);
      }
      assertThat(holders(owners, LocalDate.of(2014, 5, 31))).as(slug).isEmpty();
      assertThat(holders(owners, END.plusDays(1))).as(slug).isEmpty();
      assertThat(holders(owners, HANDOVER)).as(slug).doesNotContain("ministry-of-justice");
    }
  }

  @Test
  void workingLinksGaveWayToSeetecOn15February2019() {
    for (String crc :
        List.of(
            "wales-crc",
            "dorset-devon-and-cornwall-crc",
            "bristol-gloucestershire-somerset-and-wiltshire-crc")) {
      List<RegisterRow> owners =
          rows("ownership").stream()
              .filter(row -> row.value("crc_slug").orElseThrow().equals(crc))
              .toList();
      assertThat(holders(owners, LocalDate.of(2019, 2, 14))).containsExactly("working-links");
      assertThat(holders(owners, LocalDate.of(2019, 2, 15))).containsExactly("seetec");
    }
  }

  @Test
  void controlOfPurpleFuturesPassedToInterserveGroupOn15March2019() {
    List<RegisterRow> controlling =
        rows("parents").stream()
            .filter(row -> row.value("child_slug").orElseThrow().equals("purple-futures"))
            .filter(row -> row.value("controls").orElseThrow().equals("true"))
            .toList();
    assertThat(parents(controlling, LocalDate.of(2019, 3, 14))).containsExactly("interserve-plc");
    assertThat(parents(controlling, LocalDate.of(2019, 3, 15))).containsExactly("interserve-group");
  }

  @Test
  void noOrganisationHasTwoControllingParentsOnOneDay() {
    for (RegisterRow a : rows("parents")) {
      for (RegisterRow b : rows("parents")) {
        if (!a.key().equals(b.key())
            && a.value("child_slug").equals(b.value("child_slug"))
            && a.value("controls").orElseThrow().equals("true")
            && b.value("controls").orElseThrow().equals("true")) {
          assertThat(last(a).isBefore(first(b)) || last(b).isBefore(first(a)))
              .as("%s and %s", a.key(), b.key())
              .isTrue();
        }
      }
    }
  }

  @Test
  void namesAreCanonicalAndLegalNamesAreFound() {
    List<Entity> entities = RegisterEntities.of(List.copyOf(REGISTERS.values()));
    assertThat(entities)
        .anySatisfy(
            entity -> {
              assertThat(entity.id()).isEqualTo("organisation/seetec");
              assertThat(entity.name()).isEqualTo("Seetec");
              assertThat(entity.aliases()).contains("Seetec Business Technology Centre Limited");
            })
        .anySatisfy(
            entity -> {
              assertThat(entity.id()).isEqualTo("crc/kent-surrey-and-sussex-crc");
              assertThat(entity.aliases()).contains("KSS CRC");
            });
    assertThat(entities.stream().map(Entity::id)).doesNotHaveDuplicates();
  }

  @Test
  void tenuresTellWhoHeldAPostOnADay() {
    List<Register> registers = List.copyOf(REGISTERS.values());
    List<Tenure> tenures = RegisterTenures.of(registers, RegisterEntities.of(registers));

    assertThat(tenures)
        .filteredOn(t -> t.post().equals("HM Chief Inspector of Probation"))
        .filteredOn(t -> t.holdsOn(LocalDate.of(2018, 4, 1)))
        .map(t -> t.person().name())
        .containsExactly("Glenys Stacey");
  }

  private static List<RegisterRow> rows(String register) {
    return REGISTERS.get(register).rows();
  }

  private static List<String> holders(List<RegisterRow> ownerships, LocalDate day) {
    return ownerships.stream()
        .filter(row -> holds(row, day))
        .map(row -> row.value("owner_slug").orElseThrow())
        .toList();
  }

  private static List<String> parents(List<RegisterRow> links, LocalDate day) {
    return links.stream()
        .filter(row -> holds(row, day))
        .map(row -> row.value("parent_slug").orElseThrow())
        .toList();
  }

  private static boolean holds(RegisterRow row, LocalDate day) {
    return !first(row).isAfter(day) && !last(row).isBefore(day);
  }

  private static LocalDate first(RegisterRow row) {
    return row.value("from")
        .flatMap(PartialDate::parse)
        .map(PartialDate::firstDay)
        .orElse(LocalDate.MIN);
  }

  private static LocalDate last(RegisterRow row) {
    return row.value("to")
        .flatMap(PartialDate::parse)
        .map(PartialDate::lastDay)
        .orElse(LocalDate.MAX);
  }
}
