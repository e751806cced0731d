package app.tomoni.account.signin;

import app.tomoni.account.ForEveryoneSignedIn;
import app.tomoni.account.ForOffices;
import app.tomoni.account.Offices;
import app.tomoni.account.SignedIn;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Decides who may enter what a class or a method declares; what declares nothing opens to nobody. */
@Component
class Entry {

    private final SignedIn signedIn;
    private final Offices offices;

    Entry(SignedIn signedIn, Offices offices) {
        this.signedIn = signedIn;
        this.offices = offices;
    }

    /** How many of the three ways to declare it are used; exactly one is right. */
    static long declarations(AnnotatedElement element) {
        return Stream.of(ForOffices.class, ForEveryoneSignedIn.class, AnonymousAllowed.class)
                .filter(element::isAnnotationPresent)
                .count();
    }

    boolean open(AnnotatedElement element) {
        if (declarations(element) != 1) {
            return false;
        }
        if (element.isAnnotationPresent(AnonymousAllowed.class)) {
            return true;
        }
        var person = signedIn.ifAny();
        if (person.isEmpty()) {
            return false;
        }
        return element.isAnnotationPresent(ForEveryoneSignedIn.class) || offices.enters(person.get(), element);
    }

    /** The method's own declaration, or that of its class. */
    static AnnotatedElement declaring(AnnotatedElement method, Class<?> owner) {
        return Arrays.stream(method.getAnnotations())
                        .anyMatch(annotation -> annotation instanceof ForOffices
                                || annotation instanceof ForEveryoneSignedIn
                                || annotation instanceof AnonymousAllowed)
                ? method
                : owner;
    }
}
