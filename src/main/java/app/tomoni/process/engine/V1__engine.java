package app.tomoni.process.engine;

import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.stereotype.Component;

/** Creates the engine's tables in a schema of their own, from the scripts the engine brings along. */
@Component
class V1__engine extends BaseJavaMigration {

    private static final String[] SCRIPTS = {
        "engine", "history", "identity", "case.engine", "case.history", "decision.engine", "decision.history"
    };

    @Override
    public void migrate(Context context) throws Exception {
        try (var statement = context.getConnection().createStatement()) {
            statement.execute("CREATE SCHEMA camunda");
            statement.execute("SET LOCAL search_path TO camunda");
            for (var script : SCRIPTS) {
                ScriptUtils.executeSqlScript(
                        context.getConnection(),
                        new ClassPathResource(
                                "org/camunda/bpm/engine/db/create/activiti.postgres.create." + script + ".sql"));
            }
            statement.execute("SET LOCAL search_path TO public");
        }
    }
}
