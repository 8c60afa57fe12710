/**
 * Compares extracted records with a person's annotations: precision, recall, and what each rule is
 * worth.
 */
@NullMarked
package org.crcgraph.evaluate;

import org.jspecify.annotations.NullMarked;
