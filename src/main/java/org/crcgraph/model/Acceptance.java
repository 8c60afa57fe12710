package org.crcgraph.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A person's word that a record is right.
 *
 * @param reviewer who accepted or corrected it
 * @param on when
 * @param quoteSha256 digest of the passage in UTF-8, in lower-case hexadecimal
 * @param wordsSha256 digest of the words of a statement, as {@link Sha256#ofWords} has it; null for
 *     other records
 */
public record Acceptance(
    String reviewer, LocalDate on, String quoteSha256, @Nullable String wordsSha256) {}
