package app.tomoni.form.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;

/**
 * An explanation in a form as its drawer meant it: with the headings, lists, emphasis and links of Markdown. It is drawn
 * of elements of ours, never of its HTML, which stays text as an image stays its words, and a link leads to a page or a
 * mail address or is none.
 */
final class ProseText extends Div {

    private static final Parser PARSER = Parser.builder()
            .enabledBlockTypes(Set.of(Heading.class, ListBlock.class, BlockQuote.class, ThematicBreak.class))
            .build();

    private static final Pattern LEADS_SOMEWHERE = Pattern.compile("(https?://|mailto:)\\S+", Pattern.CASE_INSENSITIVE);

    private static final int LOWEST_HEADING = 6;

    /** @param above the level of the heading that this stands below */
    ProseText(String markdown, int above) {
        addClassNames("prose", "stack-s");
        var text = PARSER.parse(markdown);
        text.accept(new Drawing(getElement(), text, above));
    }

    /** Draws into one element after the other. */
    private static final class Drawing extends AbstractVisitor {

        private final TreeSet<Integer> levels = new TreeSet<>();
        private final int above;
        private Element into;
        private int last;

        Drawing(Element root, Node text, int above) {
            this.into = root;
            this.above = above;
            this.last = above;
            text.accept(new AbstractVisitor() {
                @Override
                public void visit(Heading heading) {
                    levels.add(heading.getLevel());
                }
            });
        }

        private void element(String tag, Node content) {
            inside(new Element(tag), content);
        }

        private void inside(Element drawn, Node content) {
            var around = into;
            around.appendChild(drawn);
            into = drawn;
            visitChildren(content);
            into = around;
        }

        private void words(String text) {
            into.appendChild(Element.createText(text));
        }

        /** The levels that are used, from the one below the page's own and never one left out. */
        @Override
        public void visit(Heading heading) {
            var wanted = above + levels.headSet(heading.getLevel(), true).size();
            last = Math.min(LOWEST_HEADING, Math.min(wanted, last + 1));
            element("h" + last, heading);
        }

        @Override
        public void visit(Paragraph paragraph) {
            if (paragraph.getParent() instanceof ListItem item
                    && item.getParent() instanceof ListBlock list
                    && list.isTight()) {
                visitChildren(paragraph);
            } else {
                element("p", paragraph);
            }
        }

        @Override
        public void visit(BulletList list) {
            element("ul", list);
        }

        @Override
        public void visit(OrderedList list) {
            var drawn = new Element("ol");
            if (list.getMarkerStartNumber() != null && list.getMarkerStartNumber() != 1) {
                drawn.setAttribute("start", list.getMarkerStartNumber().toString());
            }
            inside(drawn, list);
        }

        @Override
        public void visit(ListItem item) {
            element("li", item);
        }

        @Override
        public void visit(BlockQuote quotation) {
            element("blockquote", quotation);
        }

        @Override
        public void visit(ThematicBreak line) {
            into.appendChild(new Element("hr"));
        }

        @Override
        public void visit(Emphasis emphasis) {
            element("em", emphasis);
        }

        @Override
        public void visit(StrongEmphasis emphasis) {
            element("strong", emphasis);
        }

        @Override
        public void visit(Link link) {
            if (LEADS_SOMEWHERE.matcher(link.getDestination()).matches()) {
                var drawn = new Anchor(link.getDestination(), "");
                drawn.setRouterIgnore(true);
                drawn.getElement().setAttribute("rel", "noopener noreferrer");
                inside(drawn.getElement(), link);
            } else {
                visitChildren(link);
            }
        }

        @Override
        public void visit(Code code) {
            words(code.getLiteral());
        }

        @Override
        public void visit(HtmlInline html) {
            words(html.getLiteral());
        }

        @Override
        public void visit(Text text) {
            words(text.getLiteral());
        }

        @Override
        public void visit(SoftLineBreak end) {
            words("\n");
        }

        @Override
        public void visit(HardLineBreak end) {
            words("\n");
        }
    }
}
