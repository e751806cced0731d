package app.tomoni.form;

import java.util.Optional;

/** Where the forms of a release are kept; the process module answers from what has been released. */
public interface FormSource {

    /** The bytes of the form in that release. */
    Optional<byte[]> form(String id, String release);
}
