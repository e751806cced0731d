package app.tomoni.account.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Asks before every page's handler whether the person may enter; a closed page answers as one that does not exist. */
@Component
class PageEntry implements HandlerInterceptor, WebMvcConfigurer {

    private final Entry entry;

    PageEntry(Entry entry) {
        this.entry = entry;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws Exception {
        if (!(handler instanceof HandlerMethod method)) {
            return true; // files and the views of Vaadin, which asks for itself
        }
        if (entry.open(Entry.declaring(method.getMethod(), method.getBeanType()))) {
            return true;
        }
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
        return false;
    }
}
