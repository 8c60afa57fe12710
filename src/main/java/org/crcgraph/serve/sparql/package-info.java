/** SPARQL under limits: parsed strictly, guarded while it runs, complete before it is sent. */
@NullMarked
package org.crcgraph.serve.sparql;

import org.jspecify.annotations.NullMarked;
