/** Which entity a name means: linked, ambiguous or unlinked, never dropped in silence. */
@NullMarked
package org.crcgraph.resolve;

import org.jspecify.annotations.NullMarked;
