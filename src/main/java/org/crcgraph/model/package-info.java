/** The immutable facts that travel between the stages. */
@NullMarked
package org.crcgraph.model;

import org.jspecify.annotations.NullMarked;
