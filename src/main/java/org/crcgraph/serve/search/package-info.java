/** Search over names and quotations, in memory, forgiving typing errors. */
@NullMarked
package org.crcgraph.serve.search;

import org.jspecify.annotations.NullMarked;
