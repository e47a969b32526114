import java.io.IOException;
import java.util.Map;
import java.util.Set;

/** The user profile, as a whole: out of a realm where one of this product's validators is in it. */
final class UserProfile implements Part {
    private static final String FILE = "user-profile.json";
    private static final String PATH = "/users/profile";
    private static final Set<String> OURS = Set.of("birthdate", "phone-number", "prohibited-content");

    private final AdminRest rest;

    UserProfile(AdminRest rest) {
        this.rest = rest;
    }

    @Override
    public void apply(Configuration files, Changes changes) throws IOException {
        Object wanted = files.json(FILE).orElse(null);
        if (wanted != null && !Values.covers(rest.get(PATH), wanted)) {
            changes.make("user profile: another one", () -> rest.put(PATH, wanted));
        }
    }

    @Override
    public void export(Configuration files) throws IOException {
        Map<String, Object> profile = Values.object(rest.get(PATH));
        boolean ours = Values.objects(profile.get("attributes")).stream()
                .flatMap(attribute -> Values.object(attribute.get("validations")).keySet().stream())
                .anyMatch(OURS::contains);
        files.write(FILE, ours ? Json.write(profile) : "");
    }
}
