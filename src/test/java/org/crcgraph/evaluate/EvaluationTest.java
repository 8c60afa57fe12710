package org.crcgraph.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.crcgraph.model.Issue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Agreement of found records with annotated ones, type by type. */
final class EvaluationTest {
  @TempDir private Path folder;
  private Evaluation evaluation = new Evaluation(new CanonicalNames());

  @BeforeEach
  void readNames() throws IOException {
    Files.writeString(
        folder.resolve("entities.tsv"),
        "Brightwell\towner\tBright Well|BW\nEastshire CRC\tcrc\tEastshire\n");
    evaluation = new Evaluation(CanonicalNames.of(folder));
  }

  private static List<Item> items(String... lines) throws JsonProcessingException {
    List<Item> items = new ArrayList<>();
    for (String line : lines) {
      items.add(Item.parse(line.replace('\'', '"')));
    }
    return items;
  }

  private Evaluation.Row row(String name) {
    return evaluation.rows().stream().filter(r -> r.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void namesMeanTheSameByTheirOtherNames() throws IOException {
    evaluation.add(
        items(
            "{'type':'ownership','start':0,'end':9,'owner':'Brightwell','owned':'Eastshire CRC'}"),
        items(
            "{'type':'ownership','start':50,'end':60,'owner':'The BW','owned':"
                + "'Eastshire Community Rehabilitation Company','rule':'ownership.active'}",
            "{'type':'ownership','start':70,'end':80,'owner':'bright well','owned':'Eastshire'}"));

    assertThat(row("ownership")).isEqualTo(new Evaluation.Row("ownership", 1, 1, 1));
    assertThat(evaluation.rules()).containsExactly(new Evaluation.Row("ownership.active", 1, 0, 1));
  }

  @Test
  void aFigureAgreesByValueUnitAndPlace() throws IOException {
    evaluation.add(
        items(
            "{'type':'figure','start':0,'end':20,'value':61,'unit':'percent'}",
            "{'type':'figure','start':30,'end':40,'value':21,'unit':'organisations'}"),
        items(
            "{'type':'figure','start':15,'end':25,'value':61.0,'unit':'percentage'}",
            "{'type':'figure','start':30,'end':40,'value':21,'unit':'people'}"));

    assertThat(row("figure")).isEqualTo(new Evaluation.Row("figure", 1, 2, 2));
  }

  @Test
  void aStatementNeedsItsSpeaker() throws IOException {
    evaluation.add(
        items("{'type':'statement','start':0,'end':100,'speaker':'Ann Lee','mode':'direct'}"),
        items("{'type':'statement','start':0,'end':70,'speaker':'Bo Ray','mode':'direct'}"));

    assertThat(row("statement").right()).isZero();
    assertThat(row("statement span").right()).isEqualTo(1);
    assertThat(evaluation.overlaps())
        .containsExactly(
            new Evaluation.Row("statement strict", 0, 1, 1),
            new Evaluation.Row("statement loose", 1, 1, 1));
    assertThat(evaluation.speakerAccuracy()).isEqualByComparingTo("0");
  }

  @Test
  void aReplyNeedsTheMatchOfItsParent() throws IOException {
    evaluation.add(
        items(
            "{'type':'comment','start':0,'end':100,'parent':null}",
            "{'type':'comment','start':110,'end':200,'parent':0}"),
        items(
            "{'type':'comment','start':5,'end':100,'parent':null}",
            "{'type':'comment','start':110,'end':200,'parent':5}"));

    assertThat(row("comment thread").right()).isEqualTo(2);
  }

  @Test
  void anInspectionMayBeLessPreciseButNotOtherwise() throws IOException {
    evaluation.add(
        items(
            "{'type':'inspection','start':0,'end':9,'subject':['Eastshire CRC'],'published':'2018-04-17'}",
            "{'type':'inspection','start':20,'end':29,'subject':['Northshire CRC'],'published':'2018'}"),
        items(
            "{'type':'inspection','start':90,'end':99,'subject':['Eastshire'],'published':'2018-04'}",
            "{'type':'inspection','start':20,'end':29,'subject':['Northshire CRC'],'published':'2019'}"));

    assertThat(row("inspection")).isEqualTo(new Evaluation.Row("inspection", 1, 2, 2));
  }

  @Test
  void aLineThatIsNoJsonIsReportedWithItsPlace() throws IOException {
    Files.writeString(folder.resolve("one.jsonl"), "{\"type\":\"figure\"}\nnot json\n");
    List<Issue> issues = new ArrayList<>();

    Gold.read(folder, issues);

    assertThat(issues).hasSize(1);
    assertThat(issues.get(0).toString()).contains("one.jsonl:2:");
  }
}
