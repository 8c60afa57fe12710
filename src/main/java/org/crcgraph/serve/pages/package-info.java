/** The pages: start, things, documents, sources, conflicts, ontology, search, editor. */
@NullMarked
package org.crcgraph.serve.pages;

import org.jspecify.annotations.NullMarked;
