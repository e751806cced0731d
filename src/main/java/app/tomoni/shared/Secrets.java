package app.tomoni.shared;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;

/** Makes what only its receiver may know: links and codes, of which only the hash is kept. */
public final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();
    /** Without letters and digits that look alike in print. */
    private static final String LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

    private Secrets() {}

    /** 256 random bits for a link or a cookie. */
    public static String token() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** A code to print and type, in groups of four: about 79 random bits. */
    public static String code() {
        var code = new StringBuilder();
        for (var i = 0; i < 16; i++) {
            if (i > 0 && i % 4 == 0) {
                code.append('-');
            }
            code.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return code.toString();
    }

    /** A code as typed, in full or half width, with or without hyphens, large or small. */
    public static String typed(String code) {
        return JapaneseText.folded(code).toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }

    /** What is kept of a secret. */
    public static String hash(String secret) {
        return Sha256.of(secret);
    }
}
