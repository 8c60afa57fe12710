package org.crcgraph.model;

/** The type word of each annotation. */
enum TypeName implements Annotation.Visitor<String> {
  INSTANCE;

  @Override
  public String documentHead(Annotation.DocumentHead head) {
    return "document";
  }

  @Override
  public String section(Annotation.Section section) {
    return "section";
  }

  @Override
  public String comment(Annotation.Comment comment) {
    return "comment";
  }

  @Override
  public String mention(Annotation.Mention mention) {
    return "mention";
  }

  @Override
  public String ownership(Annotation.Ownership ownership) {
    return "ownership";
  }

  @Override
  public String postHolding(Annotation.PostHolding post) {
    return "post";
  }

  @Override
  public String statement(Annotation.Statement statement) {
    return "statement";
  }

  @Override
  public String inspection(Annotation.Inspection inspection) {
    return "inspection";
  }

  @Override
  public String contract(Annotation.Contract contract) {
    return "contract";
  }

  @Override
  public String supply(Annotation.Supply supply) {
    return "supply";
  }

  @Override
  public String figure(Annotation.Figure figure) {
    return "figure";
  }
}
