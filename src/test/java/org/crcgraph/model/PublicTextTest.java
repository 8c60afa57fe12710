package org.crcgraph.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which names are withheld from a document's text, and what is left. */
final class PublicTextTest {
  private static final String TEXT =
      "The Heron chief, Ada Quill 𝔸, wrote of Bo Thorn. Thorn fled.";
  private static final EntityRef VICTIM = EntityRef.found("Bo Thorn", EntityKind.PERSON);

  private static Span at(String words) {
    int start = TEXT.indexOf(words);
    return SourceText.of(TEXT).span(start, start + words.length());
  }

  private static Annotation mention(EntityRef entity, Span span) {
    return new Annotation.Mention(Evidence.of(span, "test"), entity);
  }

  private static PublicText text(Annotation... more) {
    List<Annotation> records = new ArrayList<>();
    records.add(
        mention(
            new EntityRef("Ada Quill", EntityKind.PERSON, "person/ada-quill"), at("Ada Quill")));
    records.add(mention(VICTIM, at("Bo Thorn")));
    records.add(mention(VICTIM, new Span(at("Thorn fled").start(), at("Thorn fled").end() - 5)));
    records.addAll(List.of(more));
    return PublicText.of(SourceText.of(TEXT), records);
  }

  @Test
  void aPersonWithoutPostIsNotNamedButOneInARegisterIs() {
    assertThat(text().words(at(TEXT)))
        .isEqualTo(
            "The Heron chief, Ada Quill 𝔸, wrote of [name withheld]. [name withheld] fled.");
  }

  @Test
  void whoHoldsAPostInTheDocumentIsNamed() {
    Annotation post =
        new Annotation.PostHolding(
            Evidence.of(at("Bo Thorn"), "test"),
            VICTIM,
            "director",
            EntityRef.found("Heron", EntityKind.COMPANY),
            Annotation.PostStatus.CURRENT);
    assertThat(text(post).words(at(TEXT))).isEqualTo(TEXT);
  }

  @Test
  void nothingIsLeftOfANameThatIsCut() {
    assertThat(text().words(at("wrote of Bo"))).isEqualTo("wrote of [name withheld]");
    assertThat(text().words(at("Thorn. Thorn"))).isEqualTo("[name withheld]. [name withheld]");
    assertThat(text().isWhole(at("wrote of B"))).isFalse();
    assertThat(text().isWhole(at("wrote of "))).isTrue();
  }

  @Test
  void contextEndsBeforeANameAndBeginsAfterOne() {
    SourceText source = SourceText.of(TEXT);
    assertThat(source.string(text().beforeNames(at("wrote of Bo Thorn. Th"))))
        .isEqualTo("wrote of ");
    assertThat(source.string(text().afterNames(at("of Bo Thorn. Thorn fled")))).isEqualTo(" fled");
    assertThat(text().afterNames(at("chief"))).isEqualTo(at("chief"));
    assertThat(text().beforeNames(at("chief"))).isEqualTo(at("chief"));
  }

  @Test
  void aTitleIsTreatedAsItsTextWouldBe() {
    assertThat(text().titled("Why Bo Thorn fled, by Ada Quill; Thornton in tears"))
        .isEqualTo("Why [name withheld] fled, by Ada Quill; Thornton in tears");
  }

  @Test
  void aTextThatNamesNobodyStaysAsItIs() {
    PublicText plain = PublicText.of(SourceText.of(TEXT), List.of());
    assertThat(plain.words(at(TEXT))).isEqualTo(TEXT);
    assertThat(plain.titled("Bo Thorn")).isEqualTo("Bo Thorn");
  }
}
