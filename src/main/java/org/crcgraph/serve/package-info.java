/** The SPARQL endpoint, the stored-query API and the pages. */
@NullMarked
package org.crcgraph.serve;

import org.jspecify.annotations.NullMarked;
