/** Files to documents (text and layout) and register rows. */
@NullMarked
package org.crcgraph.read;

import org.jspecify.annotations.NullMarked;
