/** Stored queries: loaded, checked, bound, run. */
@NullMarked
package org.crcgraph.query;

import org.jspecify.annotations.NullMarked;
