package org.crcgraph.model;

/** A copy of each annotation with other evidence. */
record WithEvidence(Evidence evidence) implements Annotation.Visitor<Annotation> {
  @Override
  public Annotation documentHead(Annotation.DocumentHead head) {
    return new Annotation.DocumentHead(evidence, head.title(), head.date(), head.kind());
  }

  @Override
  public Annotation section(Annotation.Section section) {
    return new Annotation.Section(
        evidence, section.kind(), section.publisher(), section.date(), section.title());
  }

  @Override
  public Annotation comment(Annotation.Comment comment) {
    return new Annotation.Comment(evidence, comment.author(), comment.parent());
  }

  @Override
  public Annotation mention(Annotation.Mention mention) {
    return new Annotation.Mention(evidence, mention.entity());
  }

  @Override
  public Annotation ownership(Annotation.Ownership ownership) {
    return new Annotation.Ownership(evidence, ownership.owner(), ownership.owned());
  }

  @Override
  public Annotation postHolding(Annotation.PostHolding post) {
    return new Annotation.PostHolding(
        evidence, post.person(), post.post(), post.organisation(), post.status());
  }

  @Override
  public Annotation statement(Annotation.Statement statement) {
    return new Annotation.Statement(
        evidence, statement.speaker(), statement.role(), statement.mode(), statement.about());
  }

  @Override
  public Annotation inspection(Annotation.Inspection inspection) {
    return new Annotation.Inspection(
        evidence,
        inspection.inspector(),
        inspection.subjects(),
        inspection.title(),
        inspection.area(),
        inspection.period(),
        inspection.published(),
        inspection.sample());
  }

  @Override
  public Annotation contract(Annotation.Contract contract) {
    return new Annotation.Contract(
        evidence,
        contract.buyer(),
        contract.supplier(),
        contract.value(),
        contract.currency(),
        contract.duration(),
        contract.start(),
        contract.end(),
        contract.event());
  }

  @Override
  public Annotation supply(Annotation.Supply supply) {
    return new Annotation.Supply(
        evidence, supply.supplier(), supply.customer(), supply.service(), supply.status());
  }

  @Override
  public Annotation figure(Annotation.Figure figure) {
    return new Annotation.Figure(
        evidence,
        figure.subject(),
        figure.indicator(),
        figure.value(),
        figure.unit(),
        figure.period());
  }
}
