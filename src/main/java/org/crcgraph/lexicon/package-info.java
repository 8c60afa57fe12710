/** The words that rules are made of, read from {@code data/lexicon/}. */
@NullMarked
package org.crcgraph.lexicon;

import org.jspecify.annotations.NullMarked;
