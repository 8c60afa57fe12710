package org.crcgraph.fetch;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves names to public addresses only. The connection is made to the very addresses that were
 * checked here, so that a name which changes its address between check and use (DNS rebinding)
 * gains nothing.
 */
final class PublicAddresses implements DnsResolver {
  /** A name that leads to an address which must not be asked. */
  static final class PrivateAddressException extends UnknownHostException {
    private static final long serialVersionUID = 1L;

    PrivateAddressException(String host, InetAddress address) {
      super(host + " is at the private address " + address.getHostAddress());
    }
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    InetAddress[] all = InetAddress.getAllByName(host);
    for (InetAddress address : all) {
      if (!isPublic(address)) {
        throw new PrivateAddressException(host, address);
      }
    }
    return all;
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }

  /** Whether an address is one of the public Internet (IANA special-purpose registries). */
  static boolean isPublic(InetAddress address) {
    if (address.isLoopbackAddress()
        || address.isAnyLocalAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return false;
    }
    byte[] bytes = address.getAddress();
    if (address instanceof Inet6Address) {
      return isPublic6(bytes);
    }
    int a = bytes[0] & 0xff;
    int b = bytes[1] & 0xff;
    int c = bytes[2] & 0xff;
    boolean reserved =
        a == 0
            || (a == 100 && b >= 64 && b < 128)
            || (a == 192 && b == 0 && (c == 0 || c == 2))
            || (a == 198 && (b == 18 || b == 19 || (b == 51 && c == 100)))
            || (a == 203 && b == 0 && c == 113)
            || a >= 240;
    return !reserved;
  }

  /**
   * Only global unicast (2000::/3) is public, and not those parts of it that carry an IPv4 address
   * or are for documentation.
   */
  private static boolean isPublic6(byte[] bytes) {
    boolean global = (bytes[0] & 0xe0) == 0x20;
    boolean teredo = startsWith(bytes, 0x20, 0x01, 0x00, 0x00);
    boolean documentation = startsWith(bytes, 0x20, 0x01, 0x0d, 0xb8);
    boolean sixToFour = startsWith(bytes, 0x20, 0x02);
    return global && !teredo && !documentation && !sixToFour;
  }

  private static boolean startsWith(byte[] bytes, int... start) {
    byte[] wanted = new byte[start.length];
    for (int i = 0; i < start.length; i++) {
      wanted[i] = (byte) start[i];
    }
    return Arrays.equals(Arrays.copyOf(bytes, start.length), wanted);
  }
}
