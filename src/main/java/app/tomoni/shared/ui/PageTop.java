package app.tomoni.shared.ui;

/** A frame that can say something at the head of the page it shows. */
public interface PageTop {

    /** Puts the note above the page, in place of the one before, and leads the reader to it. */
    void say(Note note);

    /** Takes away what was said, when the reader does something else. */
    void beSilent();

    /** Counts anew what is new for the reader, who has seen some of it without leaving the page. */
    void count();
}
