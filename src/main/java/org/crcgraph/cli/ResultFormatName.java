package org.crcgraph.cli;

import org.crcgraph.query.ResultFormat;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a result format. */
final class ResultFormatName implements ITypeConverter<ResultFormat> {
  @Override
  public ResultFormat convert(String value) {
    return ResultFormat.ofLabel(value)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    value + " is no format; use table, csv, tsv, json, md or html"));
  }
}
