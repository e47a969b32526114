import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The realm's own list of words that nobody may use. */
final class ProhibitedWords implements Part {
    private static final String FILE = "prohibited-words.txt";
    private static final String PATH = "/agreements/prohibited-content";

    private final AdminRest rest;

    ProhibitedWords(AdminRest rest) {
        this.rest = rest;
    }

    @Override
    public void apply(Configuration files, Changes changes) throws IOException {
        Optional<String> wanted = files.text(FILE);
        if (wanted.isEmpty()) {
            return;
        }
        Map<String, Object> actual = Values.object(rest.get(PATH));
        if (!Values.text(actual, "content").equals(wanted.get())) {
            Map<String, Object> list = new LinkedHashMap<>();
            list.put("content", wanted.get());
            if (actual.get("digest") != null) {
                list.put("digest", actual.get("digest"));
            }
            changes.make("prohibited words: another list", () -> rest.put(PATH, list));
        }
    }

    @Override
    public void export(Configuration files) throws IOException {
        files.write(FILE, Values.text(Values.object(rest.get(PATH)), "content"));
    }
}
