package app.tomoni.process.engine;

import app.tomoni.account.Office;
import app.tomoni.process.DueDates;
import app.tomoni.process.KeptRefusal;
import app.tomoni.process.gate.ProcessContract;
import app.tomoni.process.gate.Vocabulary;
import app.tomoni.shared.Ids;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.spring.ProcessEngineFactoryBean;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;

/** Sets the engine up on our data source and transactions, with every way for a model to run code closed. */
@Configuration
class EngineConfiguration {

    private final ObjectProvider<SpringJobExecutor> jobs;
    private final boolean jobsActive;

    EngineConfiguration(
            ObjectProvider<SpringJobExecutor> jobs, @Value("${tomoni.jobs.active:true}") boolean jobsActive) {
        this.jobs = jobs;
        this.jobsActive = jobsActive;
    }

    @Bean
    Vocabulary vocabulary() {
        return Vocabulary.ofInstalledCode(
                Arrays.stream(Office.values()).map(Office::key).collect(Collectors.toUnmodifiableSet()));
    }

    @Bean
    ProcessContract processContract(Vocabulary vocabulary) {
        return new ProcessContract(vocabulary);
    }

    @Bean
    SpringJobExecutor jobExecutor(
            @Value("${tomoni.jobs.threads:2}") int threads, @Value("${tomoni.jobs.wait:500}") int waitInMillis) {
        var pool = new ThreadPoolTaskExecutor();
        pool.setCorePoolSize(threads);
        pool.setMaxPoolSize(threads);
        pool.setQueueCapacity(10);
        pool.setThreadNamePrefix("jobs-");
        pool.initialize();
        var executor = new SpringJobExecutor();
        executor.setTaskExecutor(pool);
        executor.setWaitTimeInMillis(waitInMillis);
        executor.setMaxWait(2_000);
        executor.setLockTimeInMillis(5 * 60 * 1000);
        return executor;
    }

    @Bean
    SpringProcessEngineConfiguration engineSettings(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            SpringJobExecutor jobExecutor,
            Vocabulary vocabulary,
            ProcessContract contract,
            BeanFactory beans,
            ObjectProvider<DueDates> dates,
            ObjectProvider<BpmnParseListener> listeners) {
        var settings = new SpringProcessEngineConfiguration() {
            @Override
            public void initSqlSessionFactory() {
                super.initSqlSessionFactory();
                // every statement is built by now; the files they came from would stay in memory, 19 MB
                sqlSessionFactory.getConfiguration().getSqlFragments().clear();
            }
        };
        settings.setProcessEngineName("tomoni");
        settings.setDataSource(dataSource);
        settings.setTransactionManager(transactions);
        settings.setDatabaseType("postgres");
        settings.setDatabaseTablePrefix("camunda.");
        settings.setDatabaseSchemaUpdate("false");
        settings.setIdGenerator(() -> Ids.next().toString());
        settings.setHistory("full");
        settings.setEnforceHistoryTimeToLive(true);
        settings.setHistoryCleanupEnabled(false);
        settings.setMetricsEnabled(false);
        settings.setTaskMetricsEnabled(false);
        settings.setCreateDiagramOnDeploy(false);

        settings.setJobExecutor(jobExecutor);
        settings.setJobExecutorActivate(false);
        settings.setJobExecutorDeploymentAware(false);
        settings.setDefaultNumberOfRetries(3);
        settings.setFailedJobRetryTimeCycle("R3/PT5M");
        settings.setFailedJobCommandFactory((job, failure) -> new DefaultJobRetryCmd(job, KeptRefusal.of(failure)));

        settings.setExpressionManager(new StrictExpressions(beans, vocabulary.steps(), dates));
        settings.setScriptEngineResolver(new NoScripts());
        settings.setCustomPreDeployers(List.of(new GateKeeper(contract)));
        var secondLock = new SecondLock();
        settings.setArtifactFactory(secondLock);
        var after = new ArrayList<BpmnParseListener>(List.of(secondLock, new HandedOn()));
        listeners.orderedStream().forEach(after::add);
        settings.setCustomPostBPMNParseListeners(after);
        harden(settings);
        return settings;
    }

    /** What a stranger could otherwise turn against us; {@link EngineSafety} asserts each at every start. */
    private static void harden(SpringProcessEngineConfiguration settings) {
        settings.setCmmnEnabled(false);
        settings.setStandaloneTasksEnabled(false);
        settings.setEnableXxeProcessing(false);
        settings.setConfigureScriptEngineHostAccess(false);
        settings.setEnableScriptEngineLoadExternalResources(false);
        settings.setEnableScriptEngineNashornCompatibility(false);
        settings.setEnableFetchScriptEngineFromProcessApplication(false);
        settings.setEnableScriptCompilation(false);
        settings.setAutoStoreScriptVariables(false);
        settings.setEnableExpressionsInAdhocQueries(false);
        settings.setEnableExpressionsInStoredQueries(false);
        settings.setDefaultSerializationFormat("application/json");
        settings.setJavaSerializationFormatEnabled(false);
        settings.setDeserializationTypeValidationEnabled(true);
        settings.setQueryMaxResultsLimit(1_000);
        settings.setAuthorizationEnabled(true);
        settings.setDisableExceptionCode(true);
    }

    @Bean
    ProcessEngineFactoryBean processEngine(SpringProcessEngineConfiguration settings) {
        var factory = new ProcessEngineFactoryBean();
        factory.setProcessEngineConfiguration(settings);
        return factory;
    }

    @Bean
    RepositoryService repositoryService(ProcessEngine engine) {
        return engine.getRepositoryService();
    }

    @Bean
    RuntimeService runtimeService(ProcessEngine engine) {
        return engine.getRuntimeService();
    }

    @Bean
    TaskService taskService(ProcessEngine engine) {
        return engine.getTaskService();
    }

    @Bean
    ManagementService managementService(ProcessEngine engine) {
        return engine.getManagementService();
    }

    @Bean
    HistoryService historyService(ProcessEngine engine) {
        return engine.getHistoryService();
    }

    @Bean
    DecisionService decisionService(ProcessEngine engine) {
        return engine.getDecisionService();
    }

    /** Only now is every step there that a job may call. */
    @EventListener(ApplicationReadyEvent.class)
    void startJobs() {
        if (jobsActive) {
            jobs.getObject().start();
        }
    }
}
