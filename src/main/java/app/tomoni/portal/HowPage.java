package app.tomoni.portal;

import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How it is decided: the processes in words and as the pictures that their designers drew. */
@Controller
@AnonymousAllowed
class HowPage {

    private static final List<String> MODELS = List.of("citizen-proposal", "screening", "selection");

    private final Map<String, ProcessPicture.Drawn> pictures = new LinkedHashMap<>();

    HowPage() throws IOException {
        for (var model : MODELS) {
            pictures.put(
                    model,
                    ProcessPicture.of(new ClassPathResource("processes/" + model + ".bpmn").getContentAsByteArray()));
        }
    }

    @GetMapping("/how")
    String how(Model model) {
        model.addAttribute("pictures", pictures);
        return "portal/how";
    }
}
