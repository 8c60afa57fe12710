package org.crcgraph.extract;

/** The rules that find statements, with how often each is right on annotated documents. */
enum StatementRule {
  SAID_BEFORE("statement.direct.said-before", 0.95),
  SAID_AFTER("statement.direct.said-after", 0.95),
  SAID_BETWEEN("statement.direct.said-between", 0.95),
  PARTIAL("statement.direct.partial", 0.85),
  PARAGRAPH_BEFORE("statement.direct.paragraph-before", 0.95),
  COLON("statement.direct.colon", 0.8),
  CONTINUED("statement.direct.continued", 0.85),
  SIGNED_OFF("statement.direct.signed-off", 0.85),
  UNATTRIBUTED("statement.direct.unattributed", 0.6),
  REPEATED("statement.direct.repeated", 0.8),
  COPIED("statement.direct.copied", 0.7),
  TURN("statement.direct.turn", 0.95),
  SIGNED_TEXT("statement.direct.signed-text", 0.9),
  BLOCK("statement.direct.block", 0.7),
  SAID_THAT("statement.reported.said-that", 0.85),
  FRONTED("statement.reported.fronted", 0.8),
  POSTPOSED("statement.reported.postposed", 0.85),
  ACCORDING_TO("statement.reported.according-to", 0.85),
  AS_SAID("statement.reported.as-said", 0.85),
  DESCRIBED_BY("statement.reported.described-by", 0.7),
  CONCERN("statement.reported.concern", 0.8),
  ORDER("statement.reported.order", 0.7),
  TOLD("statement.reported.told", 0.7),
  ABOUT("statement.reported.about", 0.7),
  PREDICATE("statement.reported.predicate", 0.7),
  FINDINGS_LIST("statement.reported.findings-list", 0.7);

  private final String id;
  private final double confidence;

  StatementRule(String id, double confidence) {
    this.id = id;
    this.confidence = confidence;
  }

  /** The id that evidence carries. */
  String id() {
    return id;
  }

  /** How often the rule is right, 0 to 1. */
  double confidence() {
    return confidence;
  }
}
