package org.crcgraph.extract;

import java.util.List;
import org.crcgraph.model.Labels;

/**
 * The rules of owning, the surest first. In patterns o is the owner, c what it owns and a the area
 * of what it owns; a rule without a pattern is read from the clause or the layout.
 */
enum OwnershipRule {
  ACTIVE("Brightwell, the services group which now runs Eastshire CRC, was paid more."),
  PASSIVE("Eastshire CRC, which has been owned since 2015 by Brightwell, has moved."),
  TRANSFER(
      "Eastshire CRC and Northshire CRC have been handed to a competitor, Brightwell.",
      "o=COMPANY ,? who|which|that? has|have|had? ~1 sold|sells|selling @determiners* c=COMPANY|CRC,"),
  TAKEOVER("Brightwell’s takeover of Eastshire CRC went well."),
  ADJACENT(
      "I am in the Brightwell CRC; any CRC Brightwell staff will say so.",
      "o=OWNER|COMPANY - run|owned|led|managed|operated|controlled|backed @determiners* ~2"
          + " c=CRC|CRCS|COMPANY,",
      "o=OWNER /? c=CRC|CRCS",
      "c=CRC|CRCS /? o=OWNER",
      "NUMBER ~1 o=OWNER ~1 companies|contracts|crcs|areas",
      "the|eight|of|other owners|providers , o=OWNER,",
      "owners|companies|firms|providers|contractors|those that|which|who @have* @owning ~2 c=CRCS ~1"
          + " such|including|like|notably as? o=OWNER,",
      "work|works|worked|working|employed ~2 o=OWNER ,|in? a=AREA"),
  POSSESSIVE(
      "Brightwell’s two failing CRCs are small.",
      "o=COMPANY '|'s @determiners* ~3 c=CRC|CRCS",
      "o=OWNER , whose NUMBER? ~1 c=CRC|CRCS",
      "c=CRC ,|(|–|- a|an|another o=OWNER business|company|firm|operation|outfit|contract|area|crc",
      "o=OWNER '|'s ~3 outfit|operation|service|services|business|contract|company|patch|arm in|for|of|across"
          + " a=AREA|CRC,"),
  ITS("Brightwell has cut the budget of its CRC."),
  NAMED_NEXT("Brightwell has two CRCs. Its two CRCs are poor: Eastshire CRC and Northshire CRC."),
  IN_BRACKETS(
      "Eastshire CRC (Brightwell) was second.",
      "c=CRC ( @have* @owned-by? by? ~2 o=COMPANY",
      "c=CRC ( owner|owners|parent|operator :? o=COMPANY",
      "o=OWNER ( ~2 c=CRC, )"),
  ROLE(
      "Eastshire CRC’s troubled parent company, Brightwell, is in debt.",
      "o=COMPANY ,|(|-|–|is|was ~3 @parent-nouns of|to|behind @determiners* ~2 c=CRC|CRCS|COMPANY,",
      "c=CRC|CRCS|COMPANY '|'s ~2 @parent-nouns ,|(|is|was|–? ~2 o=COMPANY,",
      "c=CRC|CRCS|COMPANY and its ~1 @parent-nouns ,|(? ~1 o=COMPANY",
      "c=CRC|CRCS ~1 @parent-nouns ,|(? o=COMPANY",
      "c=COMPANY @parent-nouns ,|(? o=COMPANY",
      "o=COMPANY ,|(|–|- the|its? c=CRC|CRCS '|'s ~2 @parent-nouns"),
  THE_OWNER(
      "Eastshire CRC has moved. Brightwell, the new owner, has sold its office.",
      "o=OWNER ,|(|– the|its|their|your|our new|current|former|previous|old|then|present owner|owners"
          + " ,|)|–",
      "the|its|their|your|our new|current|former|previous|old|then|present owner|owners"
          + " ,|(|–|is|was|are? o=OWNER",
      "o=OWNER ~3 became|become|becomes|is|are|as your|our|its|their|the"
          + " new|current|former|previous|present owner|owners"),
  NAMED_PROVIDER(
      "In Eastshire, Brightwell was named as the new provider of probation services.",
      "in @determiners* a=AREA ~2 ,? ~3 o=OWNER ~3 named|chosen|confirmed|announced|selected|appointed"
          + " as? the|a new? provider|owner|operator",
      "o=OWNER ~3 named|chosen|confirmed|announced|selected|appointed as? the|a new?"
          + " provider|owner|operator of|for ~4 in|for|across|covering @determiners* a=AREA,",
      "in @determiners* a=AREA ~4 , ~8 o=OWNER ~~4 is|are|will? be? run|runs|running|manage|manages"
          + "|managing @determiners* services|service|contract|crc|company"),
  ONE_OF(
      "Eastshire CRC is one of the six CRCs in the Brightwell group.",
      "one of @determiners* NUMBER ~2 c=CRCS in|within|under @determiners* o=OWNER"),
  SUBSIDIARY(
      "Brightwell, through its justice subsidiary Greenvale, bid for it.",
      "o=COMPANY ,? '|'s|through|via @determiners* its? ~3 @subsidiary-nouns ,|(|–? ~1"
          + " c=COMPANY|CRC",
      "o=COMPANY ,? and its ~3 @subsidiary-nouns ,|(|–? ~1 c=COMPANY|CRC",
      "o=COMPANY ~~24 through|via its|a @determiners* ~3 @subsidiary-nouns ,? c=COMPANY|CRC",
      "o=COMPANY ~1 @subsidiary-nouns ,? c=COMPANY|CRC",
      "o=COMPANY '|'s ~2 c=COMPANY @subsidiary-nouns",
      "o=COMPANY ~~8 whose ~2 @subsidiary-nouns ,? ~1 c=COMPANY|CRC",
      "c=COMPANY|CRC ,|(|–|- @determiners* ~2 o=COMPANY '|'s ~3 @subsidiary-nouns",
      "c=COMPANY|CRC ,|(|–|- @determiners* ~2 o=COMPANY ~1 @subsidiary-nouns"),
  IN_CHARGE(
      "In Eastshire the company in charge, Brightwell, was fined.",
      "in a=AREA ,? @determiners* ~1 company|firm|provider|owner|contractor ~3 , o=OWNER"),
  STAKE(
      "Brightwell and Oakwood each have a stake in Greenvale.",
      "o=COMPANY, ~~14 have|has|had|hold|holds|held|took|take|takes|acquired|acquires|bought|buys"
          + "|owns|retains ~4 stake|stakes|share|shareholding in|of"
          + " @determiners* c=COMPANY|CRC"),
  ITS_SUBSIDIARY(
      "Brightwell is proud of the group’s Greenvale unit and of its charitable arm, Redwell."),
  GAPPED("Brightwell runs six CRCs, Oakwood five."),
  CONSORTIUM(
      "Greenvale, a joint venture between Brightwell and the charity Oakwood, was the bidder.",
      "c=COMPANY ,|(|–|- @determiners* ~2 o=COMPANY - led|run|owned|backed|controlled ~2"
          + " @joint-venture-nouns",
      "o=COMPANY - led|run|owned|backed|controlled ~2 @joint-venture-nouns ,? c=COMPANY"),
  LEADS("Greenvale was chosen. Brightwell, the services group, leads the partnership."),
  THROUGH("Brightwell, which delivers probation services through two CRCs, has grown."),
  SERVICES("Brightwell will provide probation services in Eastshire."),
  LIST("Brightwell will cut these posts:\nEastshire: 5\nNorthshire: 7"),
  COUNTED("The CRCs have two owners: Brightwell (6) and Oakwood (5)."),
  TABLE("Eastshire – Brightwell in partnership with a charity"),
  NEAR("Brightwell has grown. Bosses say that nothing will change at Eastshire CRC."),
  SOLE(
      "Brightwell and the union met again.\nBrightwell is in trouble.\nOne day passed.\n"
          + "Another day passed.\nMore time passed.\nEastshire CRC was closed on Friday;"
          + " Northshire CRC was not.");

  private final String example;
  private final List<String> patterns;

  OwnershipRule(String example, String... patterns) {
    this.example = example;
    this.patterns = List.of(patterns);
  }

  /** A text about invented companies in which the rule finds an ownership. */
  String example() {
    return example;
  }

  /** The patterns over a sentence's tokens, as {@link Phrase} reads them; most rules have none. */
  List<String> patterns() {
    return patterns;
  }

  String id() {
    return "ownership." + Labels.of(this);
  }
}
