package org.crcgraph.extract;

import org.crcgraph.model.Labels;

/** The rules that find inspections, each with an example. */
enum InspectionRule {
  OF("An inspection of Eastshire CRC was published today."),
  AREA("HM Inspectorate of Probation reported that work in Middleham had declined."),
  THEME("The thematic inspection of resettlement was bleak."),
  WATCHDOG("The Public Accounts Committee’s report was harsh."),
  RATED("Eastshire CRC, which was rated ‘Inadequate’ in 2016, has moved."),
  VISITED("Eastshire CRC was inspected in May 2016."),
  HEARING("Public Accounts Committee\nOral evidence: Transforming Rehabilitation: the cost, HC 12"),
  FIRST_PERSON(
      "Public Accounts Committee\nWe concluded in March 2016 that the reforms had failed."),
  STAY("Inspectors were in Eastshire in June 2017."),
  SAID("The inspectorate found in March 2017 that the CRC was slow."),
  OWN(
      "Report by the Comptroller and Auditor General\nPayments to Community Rehabilitation"
          + " Companies"),
  OUR("Public Accounts Committee\nIn our 2016 report we asked for more."),
  THAT_ON(
      "The inspectorate’s report on Eastshire was based on 87 cases, and that on Northshire"
          + " (October 2017) on 91."),
  TOPIC("The inspectorate’s report on supply chains appeared in April."),
  PASSIVE("Eastshire CRC was criticised by inspectors in June 2017."),
  WHICH(
      "HM Inspectorate of Probation\nNorthshire CRC, which we inspected in May 2017, did better."),
  BY("Eastshire CRC has changed. An audit by Brightwell in 2017 had asked for it."),
  MAIN("Inspectors found late plans. The inspectorate said that it was sad.");

  private final String example;

  InspectionRule(String example) {
    this.example = example;
  }

  String example() {
    return example;
  }

  String id() {
    return "inspection." + Labels.of(this);
  }
}
