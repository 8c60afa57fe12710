package org.crcgraph.extract;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.crcgraph.lexicon.Lexicon;
import org.crcgraph.model.Annotation;
import org.crcgraph.model.Document;
import org.crcgraph.model.Entity;
import org.crcgraph.model.EntityKind;
import org.crcgraph.model.EntityRef;
import org.crcgraph.model.InventedDocument;
import org.crcgraph.model.Issue;
import org.crcgraph.model.PartialDate;
import org.crcgraph.model.Tenure;
import org.crcgraph.model.TextRange;

/** Invented companies and places, and readings of short texts about them. */
final class Invented {
  static final Entity BRIGHTWELL = owner("brightwell", "Brightwell");
  static final Entity OAKWOOD = owner("oakwood", "Oakwood");
  static final Entity GREENVALE =
      new Entity("organisation/greenvale", "Greenvale", EntityKind.COMPANY, List.of());
  static final Entity REDWELL =
      new Entity("organisation/redwell", "Redwell", EntityKind.SUPPLIER, List.of());
  static final Entity EASTSHIRE = crc("eastshire-crc", "Eastshire CRC");
  static final Entity NORTHSHIRE = crc("northshire-crc", "Northshire CRC");
  static final Entity CRCS =
      new Entity(
          "crc/community-rehabilitation-companies",
          "Community Rehabilitation Companies",
          EntityKind.CRC,
          List.of("CRCs", "CRC"));
  static final Entity MINISTRY =
      new Entity(
          "organisation/ministry-of-justice",
          "Ministry of Justice",
          EntityKind.PUBLIC_BODY,
          List.of("MoJ"));
  static final Entity NPS =
      new Entity(
          "organisation/national-probation-service",
          "National Probation Service",
          EntityKind.PUBLIC_BODY,
          List.of("NPS"));
  static final Entity INSPECTORATE =
      new Entity(
          "organisation/hm-inspectorate-of-probation",
          "HM Inspectorate of Probation",
          EntityKind.PUBLIC_BODY,
          List.of());
  static final Entity ACCOUNTS =
      new Entity(
          "organisation/public-accounts-committee",
          "Public Accounts Committee",
          EntityKind.PUBLIC_BODY,
          List.of());

  static final Entity HOME_OFFICE =
      new Entity("organisation/home-office", "Home Office", EntityKind.PUBLIC_BODY, List.of());

  private static final List<Entity> ENTITIES =
      List.of(
          BRIGHTWELL,
          OAKWOOD,
          GREENVALE,
          REDWELL,
          EASTSHIRE,
          NORTHSHIRE,
          CRCS,
          MINISTRY,
          NPS,
          INSPECTORATE,
          ACCOUNTS,
          HOME_OFFICE,
          new Entity("area/eastshire", "Eastshire", EntityKind.AREA, List.of()),
          new Entity("area/northshire", "Northshire", EntityKind.AREA, List.of()),
          new Entity("area/middleham", "Middleham", EntityKind.AREA, List.of()));

  private Invented() {}

  private static Entity owner(String slug, String name) {
    return new Entity("organisation/" + slug, name, EntityKind.OWNER, List.of());
  }

  private static Entity crc(String slug, String name) {
    return new Entity("crc/" + slug, name, EntityKind.CRC, List.of());
  }

  /** The project's word lists with the invented names. */
  static Lexicon lexicon() {
    List<Issue> issues = new ArrayList<>();
    Lexicon lexicon = Lexicon.load(Path.of("data"), ENTITIES, issues);
    if (!issues.isEmpty()) {
      throw new IllegalStateException(issues.toString());
    }
    return lexicon.with(
        List.of(
            new Tenure(
                EntityRef.found("Orla Marlow", EntityKind.PERSON),
                "HM Chief Inspector of Probation",
                INSPECTORATE.ref(),
                new PartialDate(2016, 3, 0),
                null)));
  }

  /** A reading of a text in which every invented name is linked; each line is a block. */
  static Reading reading(String text) {
    List<Name> names = new ArrayList<>();
    int i = 0;
    while (i < text.length()) {
      Name longest = null;
      for (Entity entity : ENTITIES) {
        for (String name : names(entity)) {
          boolean whole =
              text.startsWith(name, i)
                  && (i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1)))
                  && (i + name.length() == text.length()
                      || !Character.isLetterOrDigit(text.charAt(i + name.length())));
          if (whole && (longest == null || name.length() > longest.range().length())) {
            longest = new Name(new TextRange(i, i + name.length()), entity.ref());
          }
        }
      }
      if (longest == null) {
        i++;
      } else {
        names.add(longest);
        i = longest.range().to();
      }
    }
    return new Reading(
        InventedDocument.of(
            text,
            new Document.Layout(
                null,
                new PartialDate(2018, 6, 15),
                Annotation.DocumentKind.BLOG_POST,
                InventedDocument.paragraphs(text),
                List.of(),
                List.of())),
        names,
        CrcAreas.of(lexicon()),
        RuleCounts.of(lexicon()));
  }

  private static List<String> names(Entity entity) {
    List<String> names = new ArrayList<>(entity.aliases());
    names.add(entity.name());
    return names;
  }
}
