package org.crcgraph.extract;

import org.crcgraph.model.EntityKind;
import org.crcgraph.model.EntityRef;
import org.jspecify.annotations.Nullable;

/**
 * Who buys and who supplies.
 *
 * @param named whether the sentence or its section names somebody of the field
 */
record ContractParties(
    @Nullable EntityRef buyer, @Nullable EntityRef supplier, boolean named, boolean charity) {
  static ContractParties of(Topics topics, Tokens tokens, int at) {
    EntityRef buyer = null;
    EntityRef supplier = null;
    int distance = Integer.MAX_VALUE;
    boolean named = false;
    boolean charity = false;
    for (int i = 0; i < tokens.size(); i++) {
      Name name = tokens.get(i).name();
      if (name == null) {
        named |=
            tokens.is(i, "ministers") || tokens.is(i, "probation") || tokens.is(i, "outsourcing");
        continue;
      }
      EntityRef meant = topics.meaning(tokens, i, name);
      int away = Math.abs(i - at);
      switch (meant.kind()) {
        case PUBLIC_BODY -> {
          if (isBuyer(meant)) {
            buyer = meant.name().equals("UK Government") ? Field.MINISTRY : meant;
            named = true;
          }
        }
        case CRC, OWNER, SUPPLIER, COMPANY -> {
          named = true;
          charity |=
              i > at && (meant.kind() == EntityKind.SUPPLIER || meant.kind() == EntityKind.COMPANY);
          if (away < distance) {
            supplier = meant;
            distance = away;
          }
        }
        case PROGRAMME -> named |= meant.name().equals("Transforming Rehabilitation");
        default -> {
          // Other names are no parties.
        }
      }
    }
    EntityRef seller = null;
    EntityRef customer = null;
    for (int i = 0; i < tokens.size() && buyer == null; i++) {
      Name name = tokens.get(i).name();
      if (name == null || Field.isClass(name.entity())) {
        continue;
      }
      EntityKind kind = name.entity().kind();
      if (kind == EntityKind.SUPPLIER || kind == EntityKind.COMPANY) {
        seller = seller == null ? name.entity() : seller;
      } else if (kind == EntityKind.OWNER || kind == EntityKind.CRC) {
        customer = customer == null ? topics.meaning(tokens, i, name) : customer;
      }
    }
    if (seller != null && customer != null) {
      // Charities have their contracts with CRCs and owners, not with the ministry.
      buyer = customer;
      supplier = seller;
    }
    return new ContractParties(
        buyer, supplier, named || topics.isOfCrcs(tokens.range().from()), charity);
  }

  private static boolean isBuyer(EntityRef body) {
    return body.kind() == EntityKind.PUBLIC_BODY
        && (body.equals(Field.MINISTRY)
            || body.name().equals(Field.MINISTRY.name())
            || body.name().equals("UK Government")
            || body.name().equals("HM Prison and Probation Service")
            || body.name().equals("National Offender Management Service")
            || body.name().equals("Home Office")
            || body.name().equals("Department for Work and Pensions"));
  }

  static boolean isParty(EntityRef entity) {
    return Field.isCompany(entity) || entity.kind() == EntityKind.CRC;
  }

  static boolean isPartyOrArea(EntityRef entity) {
    return isParty(entity) || entity.kind() == EntityKind.AREA;
  }

  /** Whether one CRC, a company or a buying body stands right after "with". */
  static boolean isPartyAfter(Tokens tokens, int from) {
    for (int i = from; i < Math.min(from + 5, tokens.size()); i++) {
      Name name = tokens.get(i).name();
      if (name != null) {
        return !Field.isClass(name.entity()) && isParty(name.entity());
      }
    }
    return false;
  }

  /** The CRC or owner that a sentence names: whose supplier a charity becomes. */
  static @Nullable EntityRef customer(Tokens tokens, Topics topics) {
    for (int i = 0; i < tokens.size(); i++) {
      Name name = tokens.get(i).name();
      if (name != null
          && (name.entity().kind() == EntityKind.CRC || name.entity().kind() == EntityKind.OWNER)) {
        return topics.meaning(tokens, i, name);
      }
    }
    return topics.onlyCrcBefore(tokens.range().from()).orElse(null);
  }
}
