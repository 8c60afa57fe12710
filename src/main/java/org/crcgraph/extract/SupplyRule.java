package org.crcgraph.extract;

import java.util.List;
import org.crcgraph.model.Labels;

/**
 * The rules. In patterns s is the supplier and c the customer; a rule without a pattern is read
 * from the clause.
 */
enum SupplyRule {
  DELIVERS("Redwell delivers mentoring for Eastshire CRC; unpaid work is run by Greenvale."),
  BUYS("Eastshire CRC has commissioned a mentoring scheme from Redwell."),
  PARTNER("Eastshire CRC and its partners, the charity Redwell and others, run the centre."),
  WORKS_WITH(
      "Eastshire CRC works closely with Redwell.",
      "c=CRC|CRCS|OWNER|DIVISION ~4 @partnering @determiners* ~3 s=SUPPLIER|COMPANY,"),
  SERVES("Redwell mentors prison leavers for Eastshire CRC."),
  FOR_BODY("Eastshire CRC runs courses for the National Probation Service."),
  ALONGSIDE("Brightwell runs Eastshire CRC in partnership with the charity Redwell."),
  GROUP("Eastshire CRC works with charities such as Redwell."),
  ONE_OF("Redwell, one of the charities with which Brightwell works, has closed."),
  OWED("Brightwell still owes £20,000 to Redwell."),
  CONTRACT("Eastshire CRC has ended its contract with Redwell."),
  REVERSED("Redwell has ended its agreement with Eastshire CRC."),
  LABELLED("Eastshire CRC has two helpers.\nHousing advice: Redwell"),
  TABLE("Who we buy from:\nOrganisation\tWhat they do for Eastshire CRC\nRedwell\tmentoring"),
  RESPONSIBLE(
      "At Eastshire CRC, housing advice was the responsibility of Redwell.",
      "responsibility|job|task of @determiners* s=SUPPLIER"),
  OF_BODY("Brightwell holds two contracts with the Home Office."),
  WITHDRAWN("Redwell has pulled out of Eastshire CRC."),
  REFERRED("Referrals to Redwell have dried up at Eastshire CRC."),
  HANDED("Eastshire CRC has handed the work to Redwell."),
  LISTED("Eastshire CRC has named its subcontractors:\nRedwell, which does mentoring"),
  WORKS_FOR(
      "Brightwell already works for the Ministry of Justice.",
      "s=COMPANY @have* works|work|worked|working for|with @determiners* c=BODY,"),
  RATE_CARD("The NPS buys little from the CRCs through the rate card.", "rate card"),
  FROM_CRCS(
      "The NPS buys few services from CRCs.",
      "c=BODY|DIVISION ~~12 @services ~6 from|by ~3 s=CRC|CRCS"),
  USES(
      "The NPS makes little use of the services of Eastshire CRC.",
      "c=BODY|DIVISION ~6 use|uses|used|using of? @determiners* ~3 @services"),
  STRATEGIC(
      "The Ministry of Justice calls Brightwell a strategic supplier.",
      "c=BODY ~3 s=COMPANY ~8 strategic|key|major|main supplier|contractor",
      "s=COMPANY ~6 supplier|suppliers|contractor|contractors to|of|for ~2 c=BODY");

  private final String example;
  private final List<String> patterns;

  SupplyRule(String example, String... patterns) {
    this.example = example;
    this.patterns = List.of(patterns);
  }

  String example() {
    return example;
  }

  String id() {
    return "supply." + Labels.of(this);
  }

  List<String> patterns() {
    return patterns;
  }

  /** Whether a company serves a public body by it: an owner may serve one without a partner. */
  boolean isOfBody() {
    return switch (this) {
      case STRATEGIC, FOR_BODY, FROM_CRCS, RATE_CARD, USES, OF_BODY, WORKS_FOR -> true;
      default -> false;
    };
  }
}
