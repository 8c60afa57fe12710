package org.crcgraph.serve.html;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Pattern;

/** Numbers for people: "924,000,000", "3.8", "21" instead of "21.0". */
public final class Numbers {
  private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,18}\\.[0-9]{1,12}");
  private static final BigDecimal GROUPED = BigDecimal.valueOf(10_000);

  private Numbers() {}

  /** A decimal in words; other text, whole numbers among them, as it stands: they may be years. */
  public static String words(String text) {
    if (!DECIMAL.matcher(text).matches()) {
      return text;
    }
    BigDecimal value = new BigDecimal(text).stripTrailingZeros();
    if (value.abs().compareTo(GROUPED) < 0) {
      return value.toPlainString();
    }
    BigDecimal whole = value.setScale(0, RoundingMode.DOWN);
    String rest = value.subtract(whole).abs().toPlainString();
    return String.format(Locale.ROOT, "%,d", whole.toBigInteger())
        + (rest.indexOf('.') < 0 ? "" : rest.substring(rest.indexOf('.')));
  }
}
