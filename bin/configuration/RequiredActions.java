import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Required actions: out of a realm those of this product, into one all that the file has. */
final class RequiredActions implements Part {
    private static final String FIELD = "requiredActions";
    private static final String PATH = "/authentication/required-actions";
    private static final String OURS = "agreement-";
    private static final List<String> FIELDS =
            List.of("alias", "name", "providerId", "enabled", "defaultAction", "priority", "config");

    private final AdminRest rest;

    RequiredActions(AdminRest rest) {
        this.rest = rest;
    }

    @Override
    public void apply(Configuration files, Changes changes) throws IOException {
        List<Map<String, Object>> wanted = Values.objects(files.realm().get(FIELD));
        if (wanted.isEmpty()) {
            return;
        }
        List<Map<String, Object>> actual = Values.objects(rest.get(PATH));
        for (Map<String, Object> action : wanted) {
            String alias = Values.text(action, "alias");
            Optional<Map<String, Object>> there = Values.named(actual, "alias", alias);
            if (there.isEmpty()) {
                changes.make("required action " + alias + ": added", () -> {
                    rest.post("/authentication/register-required-action", Values.only(action, List.of("providerId", "name")));
                    rest.put(path(alias), Values.merged(Values.object(rest.get(path(alias))), action));
                });
            } else if (!Values.covers(there.get(), action)) {
                changes.make(
                        "required action " + alias + ": other settings",
                        () -> rest.put(path(alias), Values.merged(there.get(), action)));
            }
        }
    }

    @Override
    public void export(Configuration files) throws IOException {
        List<Object> ours = new ArrayList<>();
        Values.objects(rest.get(PATH)).stream()
                .filter(action -> Values.text(action, "providerId").startsWith(OURS))
                .map(action -> Values.only(action, FIELDS))
                .forEach(ours::add);
        files.realm().put(FIELD, ours);
    }

    private static String path(String alias) {
        return PATH + "/" + AdminRest.encoded(alias);
    }
}
