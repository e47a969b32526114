import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Clients or client scopes: out of a realm the mappers of this product that they have; into one what the file says of them. One
 * of which the file says nothing but its mappers is not made.
 */
final class Mappers implements Part {
    private static final String MAPPERS = "protocolMappers";
    private static final String OURS = "-agreements-mapper";
    private static final int PAGE = 200;
    private static final List<String> OF_MAPPER = List.of("name", "protocol", "protocolMapper", "config");

    private final AdminRest rest;
    private final String field;
    private final String path;
    private final String name;

    private Mappers(AdminRest rest, String field, String path, String name) {
        this.rest = rest;
        this.field = field;
        this.path = path;
        this.name = name;
    }

    static Part ofClients(AdminRest rest) {
        return new Mappers(rest, "clients", "/clients", "clientId");
    }

    static Part ofClientScopes(AdminRest rest) {
        return new Mappers(rest, "clientScopes", "/client-scopes", "name");
    }

    @Override
    public void apply(Configuration files, Changes changes) throws IOException {
        List<Map<String, Object>> wanted = Values.objects(files.realm().get(field));
        if (wanted.isEmpty()) {
            return;
        }
        List<Map<String, Object>> actual = all();
        for (Map<String, Object> one : wanted) {
            String called = Values.text(one, name);
            Optional<Map<String, Object>> there = Values.named(actual, name, called);
            if (there.isPresent()) {
                bring(called, one, there.get(), changes);
            } else if (Set.of(name, MAPPERS).containsAll(one.keySet())) {
                changes.note(called + " is not among the " + field + ", so its mappers wait");
            } else {
                changes.make(field + ", " + called + ": added", () -> rest.post(path, one));
            }
        }
    }

    private void bring(String called, Map<String, Object> wanted, Map<String, Object> actual, Changes changes)
            throws IOException {
        String own = path + "/" + Values.text(actual, "id");
        Map<String, Object> settings = new LinkedHashMap<>(wanted);
        settings.remove(MAPPERS);
        if (!Values.covers(actual, settings)) {
            changes.make(
                    field + ", " + called + ": other settings", () -> rest.put(own, Values.merged(actual, settings)));
        }
        List<Map<String, Object>> mappers = Values.objects(actual.get(MAPPERS));
        for (Map<String, Object> mapper : Values.objects(wanted.get(MAPPERS))) {
            String what = field + ", " + called + ", mapper " + Values.text(mapper, "name");
            Optional<Map<String, Object>> there = Values.named(mappers, "name", Values.text(mapper, "name"));
            if (there.isEmpty()) {
                changes.make(what + ": added", () -> rest.post(own + "/protocol-mappers/models", mapper));
            } else if (!Values.covers(there.get(), mapper)) {
                changes.make(
                        what + ": other settings",
                        () -> rest.put(
                                own + "/protocol-mappers/models/" + Values.text(there.get(), "id"),
                                Values.merged(there.get(), mapper)));
            }
        }
    }

    @Override
    public void export(Configuration files) throws IOException {
        List<Object> found = new ArrayList<>();
        for (Map<String, Object> one : all()) {
            List<Map<String, Object>> ours = Values.objects(one.get(MAPPERS)).stream()
                    .filter(mapper -> Values.text(mapper, "protocolMapper").endsWith(OURS))
                    .map(mapper -> Values.only(mapper, OF_MAPPER))
                    .toList();
            if (!ours.isEmpty()) {
                Map<String, Object> owner = Values.only(one, List.of(name));
                owner.put(MAPPERS, ours);
                found.add(owner);
            }
        }
        if (!found.isEmpty()) {
            files.realm().put(field, found);
        }
    }

    private List<Map<String, Object>> all() throws IOException {
        if (!field.equals("clients")) {
            return Values.objects(rest.get(path));
        }
        List<Map<String, Object>> all = new ArrayList<>();
        List<Map<String, Object>> page;
        do {
            page = Values.objects(rest.get(path + "?first=" + all.size() + "&max=" + PAGE));
            all.addAll(page);
        } while (page.size() == PAGE);
        return all;
    }
}
