/** The Reconciliation API: which thing of the graph a name in somebody's table means. */
@NullMarked
package org.crcgraph.serve.reconcile;

import org.jspecify.annotations.NullMarked;
