package app.tomoni.process.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Looks at the running engine's settings at every start: one that has been loosened stops the application. */
@Component
class EngineSafety implements SmartInitializingSingleton {

    /** FEEL, and the engine's own name for its expressions, which our resolver never hands out. */
    private static final Set<String> HARMLESS = Set.of(
            "org.camunda.feel.impl.script.FeelScriptEngineFactory",
            "org.camunda.feel.impl.script.FeelUnaryTestsScriptEngineFactory",
            "org.camunda.bpm.engine.impl.scripting.engine.JuelScriptEngineFactory");

    private final SpringProcessEngineConfiguration settings;

    EngineSafety(SpringProcessEngineConfiguration settings) {
        this.settings = settings;
    }

    @Override
    public void afterSingletonsInstantiated() {
        checks().forEach((what, holds) -> {
            if (!holds) {
                throw new IllegalStateException("The engine is not safe: " + what);
            }
        });
    }

    Map<String, Boolean> checks() {
        var checks = new LinkedHashMap<String, Boolean>();
        checks.put("external entities are off", !settings.isEnableXxeProcessing());
        checks.put("scripts have no host access", !settings.isConfigureScriptEngineHostAccess());
        checks.put("scripts load nothing", !settings.isEnableScriptEngineLoadExternalResources());
        checks.put("no Nashorn compatibility", !settings.isEnableScriptEngineNashornCompatibility());
        checks.put("no expressions in queries", !settings.isEnableExpressionsInAdhocQueries());
        checks.put("no expressions in stored queries", !settings.isEnableExpressionsInStoredQueries());
        checks.put("no case models", !settings.isCmmnEnabled());
        checks.put("our expressions", settings.getExpressionManager() instanceof StrictExpressions);
        checks.put("no scripts", settings.getScriptEngineResolver() instanceof NoScripts);
        checks.put("no classes", settings.getArtifactFactory() instanceof SecondLock);
        checks.put("the gate", settings.getCustomPreDeployers().stream().anyMatch(GateKeeper.class::isInstance));
        checks.put("types are checked", settings.isDeserializationTypeValidationEnabled());
        checks.put("no Java serialisation", !settings.isJavaSerializationFormatEnabled());
        checks.put("authorisations", settings.isAuthorizationEnabled());
        checks.put("results are limited", settings.getQueryMaxResultsLimit() <= 1_000);
        checks.put("time to live is asked for", settings.isEnforceHistoryTimeToLive());
        checks.put("full history", settings.getHistoryLevel() == HistoryLevel.HISTORY_LEVEL_FULL);
        checks.put("jobs of every deployment", !settings.isJobExecutorDeploymentAware());
        checks.put(
                "no script engines but " + HARMLESS + " on the class path",
                new ScriptEngineManager()
                        .getEngineFactories().stream()
                                .map(factory -> factory.getClass().getName())
                                .allMatch(HARMLESS::contains));
        checks.put(
                "no engine web applications on the class path",
                isAbsent("org.camunda.bpm.engine.rest.impl.CamundaRestResources")
                        && isAbsent("org.camunda.bpm.webapp.impl.security.auth.AuthenticationFilter"));
        return checks;
    }

    private static boolean isAbsent(String className) {
        return EngineSafety.class.getClassLoader().getResource(className.replace('.', '/') + ".class") == null;
    }
}
