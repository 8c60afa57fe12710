package org.crcgraph.extract;

import org.crcgraph.model.EntityRef;
import org.crcgraph.model.TextRange;
import org.jspecify.annotations.Nullable;

/**
 * A name in the text that was linked to an entity.
 *
 * @param range exactly the name
 * @param entity what it means
 */
public record Name(TextRange range, EntityRef entity) {
  /**
   * Written out, because rules ask it for every word and a record's own takes ten times as long.
   */
  @Override
  public boolean equals(@Nullable Object other) {
    return other == this
        || (other instanceof Name that && range.equals(that.range) && entity.equals(that.entity));
  }

  @Override
  public int hashCode() {
    return range.hashCode() * 31 + entity.hashCode();
  }
}
