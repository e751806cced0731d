package app.tomoni.process.engine;

import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptEngineResolver;

/** There is no script engine here, whatever a model asks for. */
final class NoScripts implements ScriptEngineResolver {

    @Override
    public void addScriptEngineFactory(ScriptEngineFactory factory) {
        throw new IllegalStateException("scripts are refused");
    }

    @Override
    public ScriptEngineManager getScriptEngineManager() {
        throw new IllegalStateException("scripts are refused");
    }

    @Override
    public ScriptEngine getScriptEngine(String language, boolean cached) {
        throw new IllegalStateException("scripts are refused: " + language);
    }
}
