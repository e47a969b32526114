package io.agreements.keycloak.rest.admin.audit;

import io.agreements.keycloak.RealmTimeZone;
import io.agreements.keycloak.agreement.Limits;
import io.agreements.keycloak.audit.AuditYear;
import io.agreements.keycloak.audit.Audits;
import io.agreements.keycloak.page.PageMessages;
import io.agreements.keycloak.rest.admin.AdminContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a compliance audit of one year asks for: exact figures, each with what it was counted from. */
public final class AuditResource {

    private static final String CSV = "text/csv";
    private static final Pattern YEAR = Pattern.compile("\\d{4}");

    private final AdminContext admin;
    private final String year;

    public AuditResource(AdminContext admin, String year) {
        this.admin = admin;
        this.year = year;
    }

    /**
     * The figures. Small numbers are not joined, so it takes {@code view-realm} and {@code view-users}.
     *
     * @param locale language of the words, such as zh-Hans; that of Accept-Language if left out
     */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public AuditRepresentation get(@QueryParam("locale") String locale) {
        return audit(messages(locale));
    }

    /**
     * The same as a table, a line for each figure. Needs {@code view-realm} and {@code view-users}.
     *
     * @param locale as above
     */
    @GET
    @Produces(CSV)
    public Response table(@QueryParam("locale") String locale) {
        return file(AuditTable.of(audit(messages(locale))), CSV + ";charset=UTF-8;header=present", "csv");
    }

    /**
     * The same as one file to be printed, without a script. Needs {@code view-realm} and {@code view-users}.
     *
     * @param locale as above
     */
    @GET
    @Produces(MediaType.TEXT_HTML)
    public Response page(@QueryParam("locale") String locale) {
        PageMessages messages = messages(locale);
        return file(
                new AuditPage(admin.session(), messages).of(audit(messages)),
                MediaType.TEXT_HTML + ";charset=UTF-8",
                "html");
    }

    private Response file(String content, String type, String ending) {
        return Response.ok(content, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit-" + year + "." + ending + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private AuditRepresentation audit(PageMessages messages) {
        AuditYear wanted = wanted();
        return new AuditRepresentations(admin.realm(), new Audits(admin.session()).of(admin.realm(), wanted), messages)
                .all();
    }

    private AuditYear wanted() {
        if (!YEAR.matcher(year).matches()) {
            throw AdminContext.badRequest("year must have four digits, such as 2026");
        }
        try {
            return AuditYear.of(
                    Integer.parseInt(year),
                    RealmTimeZone.of(admin.realm()),
                    admin.clock().instant());
        } catch (IllegalArgumentException e) {
            throw AdminContext.badRequest(e.getMessage());
        }
    }

    /** Permissions come first: who lacks them learns nothing by what is refused. */
    private PageMessages messages(String locale) {
        admin.auth().realm().requireViewRealm();
        admin.auth().users().requireView();
        return PageMessages.of(admin.session(), admin.realm(), language(locale));
    }

    private Locale language(String locale) {
        if (locale != null && !locale.isEmpty()) {
            AdminContext.check(() -> Limits.requireLocale("locale", locale));
            return Locale.forLanguageTag(locale);
        }
        return admin.session().getContext().getHttpRequest().getHttpHeaders().getAcceptableLanguages().stream()
                .filter(accepted -> !accepted.getLanguage().equals("*"))
                .findFirst()
                .orElse(Locale.ENGLISH);
    }
}
