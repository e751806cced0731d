package app.tomoni.process;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** Names a case: the id of the proposal, the call or whatever else it is about. */
public record CaseKey(UUID value) {

    public static CaseKey of(String text) {
        return new CaseKey(UUID.fromString(text));
    }

    /** The key that a row begins with. */
    static CaseKey read(ResultSet row, int number) throws SQLException {
        return new CaseKey(row.getObject(1, UUID.class));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
