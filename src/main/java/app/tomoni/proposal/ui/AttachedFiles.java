package app.tomoni.proposal.ui;

import app.tomoni.proposal.Revision.AttachedFile;
import app.tomoni.shared.FileSize;
import app.tomoni.shared.ui.PlainTable;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Set;

/** The files of a revision with their sizes and hashes. */
class AttachedFiles extends Div {

    AttachedFiles(List<AttachedFile> files) {
        addClassName("stack-s");
        add(new H3(getTranslation("proposal.receipt.files")));
        if (files.isEmpty()) {
            add(new Paragraph(getTranslation("proposal.receipt.files.none")));
            return;
        }
        var table = new PlainTable(
                getTranslation("proposal.receipt.files"),
                List.of(
                        getTranslation("proposal.file.name"),
                        getTranslation("proposal.file.size"),
                        getTranslation("proposal.file.hash")),
                Set.of(1));
        files.forEach(
                file -> table.row(new Text(file.name()), new Text(size(file.size())), ReceiptView.hash(file.sha256())));
        add(table.underHeading());
    }

    private String size(long bytes) {
        var size = new FileSize(bytes);
        return getTranslation(size.key(), size.amount());
    }
}
