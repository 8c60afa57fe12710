package org.crcgraph.extract;

import java.util.BitSet;
import java.util.List;
import org.crcgraph.model.EntityKind;
import org.crcgraph.model.EntityRef;
import org.jspecify.annotations.Nullable;

/**
 * Who buys and who supplies.
 *
 * @param suppliers empty where the text does not tell
 * @param named whether the sentence or its section names somebody of the field
 * @param charity whether a company is named after the noun
 * @param untold whether somebody won or holds the contract whom the text leaves without a name
 */
record ContractParties(
    @Nullable EntityRef buyer,
    List<EntityRef> suppliers,
    boolean named,
    boolean charity,
    boolean untold) {

  /** The one who supplies, or the first of them. */
  @Nullable EntityRef supplier() {
    return suppliers.isEmpty() ? null : suppliers.get(0);
  }

  /** The parties of the contract whose noun stands at tokens {@code from} to {@code to}. */
  static ContractParties of(Topics topics, ContractRoles roles, Tokens tokens, int from, int to) {
    BitSet asides = ContractRoles.asides(tokens);
    EntityRef buyer = null;
    EntityRef nearest = null;
    int distance = Integer.MAX_VALUE;
    boolean named = false;
    boolean charity = false;
    EntityRef seller = null;
    EntityRef customer = null;
    int sold = -1;
    int bought = -1;
    for (int i = 0; i < tokens.size(); i++) {
      Name name = tokens.get(i).name();
      if (name == null) {
        named |=
            tokens.is(i, "ministers") || tokens.is(i, "probation") || tokens.is(i, "outsourcing");
        continue;
      }
      EntityRef meant = topics.meaning(tokens, i, name);
      switch (meant.kind()) {
        case PUBLIC_BODY -> {
          if (isBuyer(meant)) {
            buyer = meant.name().equals("UK Government") ? Field.MINISTRY : meant;
            named = true;
          }
        }
        case CRC, OWNER, SUPPLIER, COMPANY -> {
          named = true;
          if (asides.get(i)) {
            continue;
          }
          boolean company =
              meant.kind() == EntityKind.SUPPLIER || meant.kind() == EntityKind.COMPANY;
          charity |= i > from && company;
          if (Math.abs(i - from) < distance && !isOfOtherClause(tokens, i, from)) {
            nearest = meant;
            distance = Math.abs(i - from);
          }
          if (!Field.isClass(meant)) {
            if (company && (seller == null || Math.abs(i - from) < Math.abs(sold - from))) {
              seller = meant;
              sold = i;
            } else if (!company
                && (customer == null || Math.abs(i - from) < Math.abs(bought - from))) {
              customer = meant;
              bought = i;
            }
          }
        }
        case PROGRAMME -> named |= meant.name().equals("Transforming Rehabilitation");
        default -> {
          // Other names are no parties.
        }
      }
    }
    named |= topics.isOfCrcs(tokens.range().from());
    ContractRoles.Holders holders = roles.holders(tokens, from, to);
    List<EntityRef> suppliers = holders.entities();
    named |= !suppliers.isEmpty();
    boolean ofField = suppliers.stream().anyMatch(e -> e.kind() == EntityKind.OWNER || isCrc(e));
    boolean listed = isListed(tokens, Math.min(sold, bought), Math.max(sold, bought));
    if (buyer == null && seller != null && customer != null && !listed) {
      // Charities have their contracts with CRCs and owners, not with the ministry.
      if (suppliers.isEmpty() || !ofField || holders.withCompany()) {
        return new ContractParties(customer, List.of(seller), named, charity, false);
      }
    }
    if (suppliers.isEmpty() && !holders.untold() && nearest != null) {
      suppliers = List.of(nearest);
    }
    return new ContractParties(buyer, suppliers, named, charity, holders.untold());
  }

  /** "Brightwell and Redwell join forces as contracts are reshaped": other people’s contracts. */
  private static boolean isOfOtherClause(Tokens tokens, int name, int noun) {
    boolean verb = false;
    for (int i = noun - 1; i > name; i--) {
      if (tokens.is(i, "as") || tokens.is(i, "while") || tokens.is(i, "when")) {
        return !verb && tokens.get(noun).word().endsWith("s");
      }
      verb |= tokens.get(i).name() == null && Grammar.isFinite(tokens.get(i).word());
    }
    return false;
  }

  /** "Redwell and Brightwell": neither of two in one list sells to the other. */
  private static boolean isListed(Tokens tokens, int first, int last) {
    for (int i = first + 1; first >= 0 && i < last; i++) {
      boolean mark = tokens.is(i, ",") || tokens.is(i, "and") || tokens.is(i, "the");
      if (tokens.get(i).name() == null && !mark) {
        return false;
      }
    }
    return last - first > 1;
  }

  private static boolean isCrc(EntityRef entity) {
    return entity.kind() == EntityKind.CRC;
  }

  /** Whether a public body lets contracts of the field. */
  static boolean isBuyer(EntityRef body) {
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
