package app.tomoni.account.signin;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;

import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

class PasswordsTest {

    @Test
    void theStartDoesNotWaitForAPasswordToBeHashed() {
        var encoder = mock(PasswordEncoder.class);

        new Passwords(mock(JdbcClient.class), encoder, Clock.systemUTC());

        verifyNoInteractions(encoder);
    }
}
