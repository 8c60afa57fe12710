/** Reports and exports of the graph. */
@NullMarked
package org.crcgraph.publish;

import org.jspecify.annotations.NullMarked;
