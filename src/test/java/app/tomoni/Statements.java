package app.tomoni;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.jspecify.annotations.Nullable;

/** The SQL statements that a piece of work sends to the database from the thread it runs on. */
public final class Statements {

    private static final ThreadLocal<@Nullable List<String>> SENT = new ThreadLocal<>();

    private Statements() {}

    /** The statements in the order they were sent, with placeholders for values; a batch counts once. */
    public static List<String> of(Runnable work) {
        var sent = new ArrayList<String>();
        SENT.set(sent);
        try {
            work.run();
        } finally {
            SENT.remove();
        }
        return sent;
    }

    /** How often each statement that reads was sent. */
    public static Map<String, Integer> reads(List<String> statements) {
        var counts = new TreeMap<String, Integer>();
        statements.stream()
                .filter(sql -> sql.regionMatches(true, 0, "select", 0, 6) || sql.regionMatches(true, 0, "with", 0, 4))
                .forEach(sql -> counts.merge(sql, 1, Integer::sum));
        return counts;
    }

    static DataSource watched(DataSource source) {
        return ProxyDataSourceBuilder.create(source)
                .afterQuery((execution, queries) -> {
                    var sent = SENT.get();
                    if (sent != null) {
                        queries.forEach(query -> sent.add(query.getQuery()
                                .strip()
                                .replaceAll("\\?(\\s*,\\s*\\?)+", "?, …")
                                .replaceAll("\\(\\?, …\\)(, \\(\\?, …\\))+", "(?, …), …")));
                    }
                })
                .build();
    }
}
