package app.tomoni.process.engine;

import app.tomoni.process.gate.ModelRefused;
import app.tomoni.process.gate.ProcessContract;
import java.util.HashMap;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;

/** Stands inside every deployment, whoever makes it, before the engine reads a line of it. */
final class GateKeeper implements Deployer {

    private final ProcessContract contract;

    GateKeeper(ProcessContract contract) {
        this.contract = contract;
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        if (!deployment.isNew()) {
            return;
        }
        var files = new HashMap<String, byte[]>();
        deployment.getResources().forEach((name, resource) -> files.put(name, resource.getBytes()));
        var findings = contract.check(files);
        if (!findings.isEmpty()) {
            throw new ModelRefused(findings);
        }
    }
}
