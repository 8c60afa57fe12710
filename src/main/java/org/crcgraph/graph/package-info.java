/** IRIs, the vocabulary, claims with their provenance, SHACL, and the dataset on disk. */
@NullMarked
package org.crcgraph.graph;

import org.jspecify.annotations.NullMarked;
