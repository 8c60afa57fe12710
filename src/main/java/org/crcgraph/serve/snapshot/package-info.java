/** One version of the graph and what is computed from it; a new build is a new snapshot. */
@NullMarked
package org.crcgraph.serve.snapshot;

import org.jspecify.annotations.NullMarked;
