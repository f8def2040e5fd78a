package io.kanilint.access;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;

/** Where a request comes from. */
final class Source {
    private static final int BYTES_OF_A_NETWORK = 8;
    private static final int LONGEST = 100;

    private Source() {}

    /** The network address. */
    static String address(HttpServletRequest request) {
        String address = request.getRemoteAddr();
        return address == null ? "" : address;
    }

    /** Whom one who guesses is taken for: of IPv6 the first half, as anybody at home has the whole second half. */
    static String network(String address) {
        try {
            if (InetAddress.ofLiteral(address) instanceof Inet6Address six) {
                return HexFormat.of().formatHex(six.getAddress(), 0, BYTES_OF_A_NETWORK) + "::/64";
            }
        } catch (IllegalArgumentException _) {
            // A proxy may write what it likes.
        }
        return address.substring(0, Math.min(address.length(), LONGEST));
    }
}
