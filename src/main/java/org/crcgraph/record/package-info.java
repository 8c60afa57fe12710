/** Annotations to and from the JSON Lines records that people and scorers read. */
@NullMarked
package org.crcgraph.record;

import org.jspecify.annotations.NullMarked;
