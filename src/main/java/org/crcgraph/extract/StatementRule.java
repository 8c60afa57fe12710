package org.crcgraph.extract;

/**
 * The rules that find statements, each with an example of our own and with how often it was right
 * on annotated documents.
 */
enum StatementRule {
  SAID_BEFORE(
      "statement.direct.said-before", 0.97, "Ada Marsh told staff: “The new office opens in May.”"),
  SAID_AFTER("statement.direct.said-after", 0.97, "“The new office opens in May,” Ada Marsh said."),
  SAID_BETWEEN(
      "statement.direct.said-between",
      0.95,
      "“The new office,” said Ada Marsh, “will open in May.”"),
  PARTIAL(
      "statement.direct.partial",
      0.85,
      "Ada Marsh insisted that the office “will open before the summer ends”."),
  PARAGRAPH_BEFORE(
      "statement.direct.paragraph-before",
      0.97,
      "Ada Marsh said:\n“The new office opens in May. We are glad of it.”"),
  COLON(
      "statement.direct.colon",
      0.85,
      "Ada Marsh's reply on the website:\n“The new office opens in May.”"),
  CONTINUED(
      "statement.direct.continued",
      0.9,
      "“The new office opens in May,” Ada Marsh said. “It will be bigger than the old one.”"),
  SIGNED_OFF("statement.direct.signed-off", 0.85, "“The new office opens in May.” – Ada Marsh"),
  UNATTRIBUTED(
      "statement.direct.unattributed",
      0.7,
      "Overheard in the corridor yesterday.\n“Nobody has told us where we will be sitting in May.”"),
  REPEATED(
      "statement.direct.repeated",
      0.9,
      """
      Ada Marsh said: “The new office opens in May and has a lift.”
      --
      “The new office opens in May and has a lift.” Where is it then?"""),
  COPIED(
      "statement.direct.copied",
      0.8,
      """
      Ada Marsh said: “The new office opens in May, and all who work on the old site get a desk.”
      # The new office opens in May, and all who work on the old site get a desk."""),
  TURN(
      "statement.direct.turn",
      0.97,
      """
      Ada Marsh (Eastshire)
      When does the new office open, and for whom?
      Tom Reyes
      It opens in May for everybody on the old site.
      Ada Marsh
      That is later than we were led to believe."""),
  SIGNED_TEXT(
      "statement.direct.signed-text",
      0.95,
      """
      Foreword
      The old office was too small for the people who came to it, and colder than it should be. \
      We looked for two years before we found another.
      The new one opens in May. It has a lift, a yard and four rooms where people can talk in \
      private, which is more than we dared to hope for.
      Ada Marsh
      Director"""),
  SAID_THAT(
      "statement.reported.said-that",
      0.93,
      "Ada Marsh said that the new office would open in May."),
  FRONTED(
      "statement.reported.fronted",
      0.9,
      "While the old site was cold, the report said the new office had heating."),
  POSTPOSED(
      "statement.reported.postposed", 0.95, "The new office will open in May, Ada Marsh said."),
  ACCORDING_TO(
      "statement.reported.according-to",
      0.92,
      "The new office will open in May, according to Ada Marsh."),
  AS_SAID(
      "statement.reported.as-said",
      0.9,
      "As Ada Marsh said on the radio, offices do not open themselves."),
  DESCRIBED_BY(
      "statement.reported.described-by",
      0.7,
      "The move has been described as a waste by Oakfield."),
  CONCERN(
      "statement.reported.concern",
      0.85,
      "Oakfield expressed concern that the new office would open late."),
  ORDER(
      "statement.reported.order", 0.75, "Ada Marsh urged ministers to open the new office in May."),
  TOLD(
      "statement.reported.told",
      0.75,
      "The staff have been told that the new office will open in May."),
  ABOUT(
      "statement.reported.about",
      0.8,
      "Some practitioners complained about the noise of the new office."),
  PREDICATE(
      "statement.reported.predicate",
      0.85,
      "Ada Marsh described the new office as “a palace of glass”."),
  FINDINGS_LIST(
      "statement.reported.findings-list",
      0.85,
      "Inspectors came to three conclusions:\n• The new office had opened too late for the staff.");

  private final String id;
  private final double confidence;
  private final String example;

  StatementRule(String id, double confidence, String example) {
    this.id = id;
    this.confidence = confidence;
    this.example = example;
  }

  /** The id that evidence carries. */
  String id() {
    return id;
  }

  /** How often the rule is right, 0 to 1. */
  double confidence() {
    return confidence;
  }

  /** Text in which the rule finds a statement. */
  String example() {
    return example;
  }
}
