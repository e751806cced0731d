package app.tomoni.call;

import org.springframework.stereotype.Component;

@Component
class DeployedRelease implements CurrentRelease {
    @Override
    public String name() {
        return "";
    }
}
