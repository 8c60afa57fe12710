package org.crcgraph.graph;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * The terms of {@code ontology/crcgraph.ttl}, each spelled once. A test holds the two against each
 * other.
 */
public final class Terms {
  /** Namespace of the ontology. */
  public static final String NS = "https://w3id.org/crcgraph/ontology#";

  // Classes and concepts.
  public static final Node COMMUNITY_REHABILITATION_COMPANY =
      term("CommunityRehabilitationCompany");
  public static final Node OWNER = term("Owner");
  public static final Node PUBLIC_BODY = term("PublicBody");
  public static final Node NPS_DIVISION = term("NpsDivision");
  public static final Node UNION = term("Union");
  public static final Node SUPPLIER = term("Supplier");
  public static final Node COMPANY = term("Company");
  public static final Node CONTRACT_PACKAGE_AREA = term("ContractPackageArea");
  public static final Node PLACE = term("Place");
  public static final Node PROGRAMME = term("Programme");
  public static final Node PUBLICATION = term("Publication");
  public static final Node DATED_RELATION = term("DatedRelation");
  public static final Node OWNERSHIP = term("Ownership");
  public static final Node PARENT_LINK = term("ParentLink");
  public static final Node CONTROL_PERIOD = term("ControlPeriod");
  public static final Node DIRECT_OWNERSHIP = term("DirectOwnership");
  public static final Node OPERATION = term("Operation");
  public static final Node ULTIMATE_OWNERSHIP = term("UltimateOwnership");
  public static final Node DELIVERY_PARTNERSHIP = term("DeliveryPartnership");
  public static final Node PREFERRED_BIDDER = term("PreferredBidder");
  public static final Node OWNERSHIP_KINDS = term("OwnershipKinds");
  public static final Node CONTRACT = term("Contract");
  public static final Node POST_HOLDING = term("PostHolding");
  public static final Node INSPECTION = term("Inspection");
  public static final Node SUPPLY = term("Supply");
  public static final Node FIGURE = term("Figure");
  public static final Node STATEMENT = term("Statement");
  public static final Node DOCUMENT = term("Document");
  public static final Node SECTION = term("Section");
  public static final Node COMMENT = term("Comment");
  public static final Node CLAIM = term("Claim");
  public static final Node STANDINGS = term("Standings");
  public static final Node CHOSEN = term("Chosen");
  public static final Node CONTESTED = term("Contested");
  public static final Node CORROBORATING = term("Corroborating");
  public static final Node UNSOURCED = term("Unsourced");
  public static final Node EXTRACTED = term("Extracted");
  public static final Node REVIEWED = term("Reviewed");
  public static final Node EVIDENCE_SPAN = term("EvidenceSpan");
  public static final Node REGISTER = term("Register");
  public static final Node REGISTER_ROW = term("RegisterRow");
  public static final Node SOURCE = term("Source");
  public static final Node CONFLICT = term("Conflict");

  // Properties.
  public static final Node AREA = term("area");
  public static final Node AREA_NUMBER = term("areaNumber");
  public static final Node POLICE_FORCE_AREA = term("policeForceArea");
  public static final Node REGION = term("region");
  public static final Node LEGAL_NAME = term("legalName");
  public static final Node COMPANY_NUMBER = term("companyNumber");
  public static final Node CHARITY_NUMBER = term("charityNumber");
  public static final Node ORGANISATION_KIND = term("organisationKind");
  public static final Node GROUP = term("group");
  public static final Node ESTABLISHED = term("established");
  public static final Node ENDED = term("ended");
  public static final Node FROM = term("from");
  public static final Node TO = term("to");
  public static final Node FROM_DAY = term("fromDay");
  public static final Node TO_DAY = term("toDay");
  public static final Node ROLE = term("role");
  public static final Node OWNER_PROPERTY = term("owner");
  public static final Node OWNED = term("owned");
  public static final Node OWNERSHIP_KIND = term("ownershipKind");
  public static final Node OWNED_BY = term("ownedBy");
  public static final Node CHILD = term("child");
  public static final Node PARENT = term("parent");
  public static final Node CONTROLS = term("controls");
  public static final Node OF_OWNERSHIP = term("ofOwnership");
  public static final Node ULTIMATE_OWNER = term("ultimateOwner");
  public static final Node BUYER = term("buyer");
  public static final Node SUPPLIER_PROPERTY = term("supplier");
  public static final Node VALUE = term("value");
  public static final Node CURRENCY = term("currency");
  public static final Node AWARDED = term("awarded");
  public static final Node ORIGINAL_END = term("originalEnd");
  public static final Node DURATION = term("duration");
  public static final Node EVENT = term("event");
  public static final Node NOTE = term("note");
  public static final Node POST_TITLE = term("postTitle");
  public static final Node POST_STATUS = term("postStatus");
  public static final Node INSPECTOR = term("inspector");
  public static final Node INSPECTED = term("inspected");
  public static final Node INSPECTION_PROGRAMME = term("inspectionProgramme");
  public static final Node INSPECTED_AREA = term("inspectedArea");
  public static final Node FIELDWORK = term("fieldwork");
  public static final Node PUBLISHED = term("published");
  public static final Node RATING = term("rating");
  public static final Node SAMPLE = term("sample");
  public static final Node PAGE = term("page");
  public static final Node CUSTOMER = term("customer");
  public static final Node SERVICE = term("service");
  public static final Node SUPPLY_STATUS = term("supplyStatus");
  public static final Node FIGURE_SUBJECT = term("figureSubject");
  public static final Node INDICATOR = term("indicator");
  public static final Node UNIT = term("unit");
  public static final Node PERIOD = term("period");
  public static final Node SPEAKER = term("speaker");
  public static final Node SPEAKER_ROLE = term("speakerRole");
  public static final Node MODE = term("mode");
  public static final Node TEXT = term("text");
  public static final Node ABOUT = term("about");
  public static final Node SAID = term("said");
  public static final Node REPLY_TO = term("replyTo");
  public static final Node DOCUMENT_KIND = term("documentKind");
  public static final Node PUBLISHER_NAME = term("publisherName");
  public static final Node ISSUED = term("issued");
  public static final Node SHA_256 = term("sha256");
  public static final Node LENGTH = term("length");
  public static final Node MENTIONS = term("mentions");
  public static final Node MENTION_COUNT = term("mentionCount");
  public static final Node CLAIM_SUBJECT = term("claimSubject");
  public static final Node CLAIM_PROPERTY = term("claimProperty");
  public static final Node CLAIM_VALUE = term("claimValue");
  public static final Node VALID_FROM = term("validFrom");
  public static final Node VALID_TO = term("validTo");
  public static final Node SAID_ON = term("saidOn");
  public static final Node SAID_DAY = term("saidDay");
  public static final Node EVIDENCE = term("evidence");
  public static final Node RULE = term("rule");
  public static final Node CONFIDENCE = term("confidence");
  public static final Node STANDING = term("standing");
  public static final Node REVIEWER = term("reviewer");
  public static final Node REVIEWED_ON = term("reviewedOn");
  public static final Node SUPPORTS = term("supports");
  public static final Node DISPUTES = term("disputes");
  public static final Node SPAN_START = term("spanStart");
  public static final Node SPAN_END = term("spanEnd");
  public static final Node QUOTE_SHA_256 = term("quoteSha256");
  public static final Node PAGE_NUMBER = term("pageNumber");
  public static final Node FILE = term("file");
  public static final Node LINE = term("line");
  public static final Node CONFLICT_SUBJECT = term("conflictSubject");
  public static final Node CONFLICT_PROPERTY = term("conflictProperty");
  public static final Node CHOSEN_CLAIM = term("chosenClaim");
  public static final Node REJECTED_CLAIM = term("rejectedClaim");
  public static final Node RESOLUTION = term("resolution");
  public static final Node SOURCE_KIND = term("sourceKind");
  public static final Node CLAIMS = term("claims");
  public static final Node CHOSEN_CLAIMS = term("chosenClaims");
  public static final Node CORROBORATING_CLAIMS = term("corroboratingClaims");
  public static final Node CONTESTED_CLAIMS = term("contestedClaims");
  public static final Node UNSOURCED_CLAIMS = term("unsourcedClaims");
  public static final Node REVIEWED_CLAIMS = term("reviewedClaims");
  public static final Node EXTRACTED_CLAIMS = term("extractedClaims");
  public static final Node FIRST_SAID = term("firstSaid");
  public static final Node LAST_SAID = term("lastSaid");
  public static final Node SCHEME = term("scheme");
  public static final Node LINK = term("link");
  public static final Node IDENTIFIES = term("identifies");
  public static final Node MATCH_CONFIDENCE = term("matchConfidence");

  private Terms() {}

  private static Node term(String name) {
    return NodeFactory.createURI(NS + name);
  }
}
