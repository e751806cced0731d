package app.tomoni.account.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import app.tomoni.account.Offices;
import app.tomoni.account.People;
import app.tomoni.shared.PublicAddress;
import app.tomoni.shared.Refusal;
import app.tomoni.shared.Translations;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.test.util.ReflectionTestUtils;

class FirstAdministratorTwiceTest {

    private static final String CODE = "AAAA-BBBB-CCCC-DDDD";

    private final Offices offices = mock(Offices.class);
    private final People people = mock(People.class);
    private final FirstAdministrator first = new FirstAdministrator(
            offices,
            people,
            mock(Passwords.class),
            new Translations(),
            new PublicAddress("http://localhost"),
            Clock.systemUTC());

    @Test
    @SuppressWarnings("unchecked")
    void aDoubleClickOnWhatWillNotDoLeavesTheCodeGood() throws Exception {
        ((AtomicReference<String>) ReflectionTestUtils.getField(first, "code")).set(CODE);
        when(people.add(any(), any(), any())).thenThrow(new Refusal("account.person.name.missing"));
        var secondIsThere = new CountDownLatch(1);
        var firstIsThrough = new CountDownLatch(1);
        var second = new AtomicReference<CompletableFuture<Void>>();
        when(offices.everHadAdministrator())
                .thenAnswer(asked -> {
                    second.set(CompletableFuture.runAsync(this::make));
                    return !secondIsThere.await(10, TimeUnit.SECONDS);
                })
                .thenAnswer(asked -> {
                    secondIsThere.countDown();
                    return !firstIsThrough.await(10, TimeUnit.SECONDS);
                });

        assertThatThrownBy(this::make).hasMessageContaining("name.missing");
        firstIsThrough.countDown();
        assertThatThrownBy(second.get()::join).hasMessageContaining("first.wrong");

        assertThat(first.right(CODE)).isTrue();
    }

    private void make() {
        first.make(CODE, "", "", "hajime@example.jp", "");
    }
}
