package khos.api;

import java.util.Locale;
import khos.language.Messages;
import khos.terminology.StaleConcept;
import khos.translation.Refused;
import khos.translation.StaleSegment;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Says what was wrong with a request to the interface as problem details (RFC 9457); the site has pages for that. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice(basePackageClasses = Problems.class)
class Problems extends ResponseEntityExceptionHandler {
    /** Refuses a request that its sender can mend: 400 with {@code detail}. */
    static ErrorResponseException malformed(String detail) {
        return new ErrorResponseException(
                HttpStatus.BAD_REQUEST, ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, detail), null);
    }

    @ExceptionHandler
    ProblemDetail unreadable(InvalidParameterException unreadable) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.BAD_REQUEST, "parameters are UTF-8, percent-encoded (RFC 3986, section 2.1)");
    }

    static ErrorResponseException notFound(String detail) {
        return new ErrorResponseException(
                HttpStatus.NOT_FOUND, ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, detail), null);
    }

    /** The words for whoever asks: Chinese when they want that, else English. */
    static Messages messages(Locale locale) {
        return Messages.of(locale.getLanguage().equals("zh") ? Locale.CHINESE : Locale.ENGLISH);
    }

    /** The domain's reason, in the words of the interface; {@code reason} is the same for programs. */
    @ExceptionHandler
    ProblemDetail refused(Refused refused, Locale locale) {
        HttpStatus status = switch (refused.key()) {
            case "refused.no-document", "refused.no-segment" -> HttpStatus.NOT_FOUND;
            default -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
        var problem = ProblemDetail.forStatusAndDetail(
                status, messages(locale).text(refused.key(), refused.arguments().toArray()));
        problem.setProperty("reason", refused.key());
        return problem;
    }

    /** Somebody else changed the segment meanwhile; {@code current} is how it is now. */
    @ExceptionHandler
    ProblemDetail stale(StaleSegment stale) {
        var problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.CONFLICT,
                "the segment is at version " + stale.current().version() + " now");
        problem.setProperty("current", SegmentAnswer.of(stale.current()));
        return problem;
    }

    @ExceptionHandler
    ProblemDetail stale(StaleConcept stale) {
        var problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.CONFLICT,
                "the concept is at version " + stale.current().version() + " now");
        problem.setProperty("current", ConceptAnswer.of(stale.current()));
        return problem;
    }

    @ExceptionHandler
    ProblemDetail denied(AccessDeniedException denied) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.FORBIDDEN, "the owner of the token may not do this: " + denied.getMessage());
    }
}
