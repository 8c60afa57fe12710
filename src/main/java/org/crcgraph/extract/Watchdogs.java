package org.crcgraph.extract;

import java.util.Set;
import org.crcgraph.lexicon.Lexicon;
import org.crcgraph.model.EntityKind;
import org.crcgraph.model.EntityRef;
import org.jspecify.annotations.Nullable;

/** Who inspects and audits in the field, as a sentence names or describes them. */
final class Watchdogs {
  private final Set<String> names;
  private final Set<String> chiefs;

  Watchdogs(Lexicon lexicon) {
    names = lexicon.words("watchdogs");
    chiefs = lexicon.words("chief-inspectors");
  }

  /** The watchdog named nearest before a noun, or after it; "inspectors" are those of probation. */
  @Nullable EntityRef nearest(Tokens tokens, int at) {
    EntityRef nearest = null;
    int distance = 30;
    for (int i = 0; i < tokens.size(); i++) {
      EntityRef here = at(tokens, i);
      int away = i <= at ? at - i : i - at + 2;
      if (here != null && away < distance) {
        nearest = here;
        distance = away;
      }
    }
    return nearest;
  }

  /** The watchdog that is the subject of a verb: within a few tokens before it. */
  @Nullable EntityRef before(Tokens tokens, int at) {
    return before(tokens, at, 6);
  }

  /** The watchdog within so many tokens before a verb. */
  @Nullable EntityRef before(Tokens tokens, int at, int reach) {
    for (int i = at - 1; i >= 0 && at - i <= reach; i--) {
      EntityRef here = at(tokens, i);
      if (here != null) {
        return here;
      }
    }
    return null;
  }

  @Nullable EntityRef at(Tokens tokens, int i) {
    Tokens.Token token = tokens.get(i);
    if (token.name() != null) {
      EntityRef entity = token.name().entity();
      return names.contains(entity.name()) ? entity : null;
    }
    return switch (token.word()) {
      case "comptroller" -> Field.AUDIT_OFFICE;
      case "watchdog" ->
          tokens.is(i - 1, "spending")
              ? Field.AUDIT_OFFICE
              : tokens.is(i - 1, "probation") ? Field.INSPECTORATE : null;
      case "inspectorate" -> Field.INSPECTORATE;
      case "inspector", "inspectors" ->
          tokens.is(i + 1, "of") && tokens.is(i + 2, "prisons")
              ? Field.PRISONS_INSPECTORATE
              : Field.INSPECTORATE;
      default -> null;
    };
  }

  /** The watchdog before a verb, or the last one named where "they" go. */
  @Nullable EntityRef ofVerb(Tokens tokens, int at) {
    EntityRef near = before(tokens, at);
    if (near != null) {
      return near;
    }
    return tokens.is(at - 1, "they") || tokens.is(at - 1, "after") || tokens.is(at, "visiting")
        ? nearest(tokens, at)
        : null;
  }

  /** The watchdog whose chief a person in the sentence is, or null. */
  @Nullable EntityRef chief(Tokens tokens, int at) {
    for (int i = Math.min(at, tokens.size() - 1); i >= 0; i--) {
      Name name = tokens.get(i).name();
      if (name != null && name.entity().kind() == EntityKind.PERSON) {
        return chiefs.contains(name.entity().name()) ? Field.INSPECTORATE : null;
      }
    }
    return null;
  }
}
