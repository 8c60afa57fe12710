package org.crcgraph.extract;

import org.crcgraph.model.EntityRef;
import org.crcgraph.model.TextRange;

/**
 * A name in the text that was linked to an entity.
 *
 * @param range exactly the name
 * @param entity what it means
 */
public record Name(TextRange range, EntityRef entity) {}
