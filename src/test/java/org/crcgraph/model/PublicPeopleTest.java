package org.crcgraph.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class PublicPeopleTest {
  private static final EntityRef JO = EntityRef.found("Jo Bloggs", EntityKind.PERSON);

  private static boolean isPublic(String post, @Nullable String organisation) {
    Annotation holding =
        new Annotation.PostHolding(
            Evidence.of(new Span(0, 1), "test"),
            JO,
            post,
            organisation == null ? null : EntityRef.found(organisation, EntityKind.COMPANY),
            Annotation.PostStatus.CURRENT);
    return PublicPeople.of(List.of(holding)).includes(JO);
  }

  @Test
  void whoHoldsAPostInAnOrganisationIsPublic() {
    assertThat(isPublic("director", "Brightwell")).isTrue();
  }

  @Test
  void aPublicOfficeNeedsNoOrganisation() {
    assertThat(isPublic("MP", null)).isTrue();
    assertThat(isPublic("prisons minister", null)).isTrue();
  }

  @Test
  void aTradeIsNoPost() {
    assertThat(isPublic("probation officer", null)).isFalse();
  }

  @Test
  void whoSpeaksOrHoldsAPostActs() {
    Evidence evidence = Evidence.of(new Span(0, 1), "test");
    Annotation words =
        new Annotation.Statement(evidence, JO, null, Annotation.StatementMode.DIRECT, List.of());
    EntityRef firm = EntityRef.found("Brightwell", EntityKind.COMPANY);
    assertThat(PublicPeople.of(List.of(words)).acts(JO)).isTrue();
    assertThat(PublicPeople.of(List.of()).acts(JO)).isFalse();
    assertThat(PublicPeople.of(List.of()).acts(firm)).isTrue();
  }

  @Test
  void whoIsOnlyNamedStaysOutUnlessARegisterKnowsThem() {
    assertThat(PublicPeople.of(List.of()).includes(JO)).isFalse();
    assertThat(
            PublicPeople.of(List.of())
                .includes(new EntityRef("Jo Bloggs", EntityKind.PERSON, "person/jo-bloggs")))
        .isTrue();
  }
}
