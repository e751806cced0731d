package app.tomoni.demo;

import app.tomoni.account.DemoMark;
import app.tomoni.installation.DataDirectory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Whether what starts here is a demo: by what is in the database, and only for an empty one by what was asked for. */
@Component
class DemoStart {

    private final DemoMark mark;
    private final ObjectProvider<DataDirectory> directory;
    private final boolean asked;

    DemoStart(DemoMark mark, ObjectProvider<DataDirectory> directory, @Value("${tomoni.demo:false}") boolean asked) {
        this.mark = mark;
        this.directory = directory;
        this.asked = asked;
    }

    /** Whether the fictional city is to be set up now. */
    boolean isFirst() {
        return asked && mark.isPossible() && directory.stream().noneMatch(DataDirectory::isOwn);
    }

    boolean isDemo() {
        return mark.set() || isFirst();
    }
}
