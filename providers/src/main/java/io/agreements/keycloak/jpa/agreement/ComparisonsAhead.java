package io.agreements.keycloak.jpa.agreement;

import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.agreement.Text;
import io.agreements.keycloak.agreement.Version;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Compares what has been published with what its readers are likely to know before the first of them asks: one pair after the
 * other, on a thread that leaves the processor to users.
 */
final class ComparisonsAhead implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(ComparisonsAhead.class);

    /** What waits at most; of more, such as a first import of everything, the first who asks has it compared. */
    private static final int MOST = 200;

    private static final int SECONDS_IDLE = 10;

    private final RenderedTexts rendered;
    private final Executor executor;
    private final Runnable end;

    private ComparisonsAhead(RenderedTexts rendered, Executor executor, Runnable end) {
        this.rendered = rendered;
        this.executor = executor;
        this.end = end;
    }

    /** On a thread of its own, which is there while there is something to do. */
    static ComparisonsAhead inBackground(RenderedTexts rendered) {
        ThreadPoolExecutor thread = new ThreadPoolExecutor(
                1,
                1,
                SECONDS_IDLE,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(MOST),
                ComparisonsAhead::thread,
                new ThreadPoolExecutor.DiscardPolicy());
        thread.allowCoreThreadTimeOut(true);
        return new ComparisonsAhead(rendered, thread, thread::shutdownNow);
    }

    static ComparisonsAhead on(Executor executor, RenderedTexts rendered) {
        return new ComparisonsAhead(rendered, executor, () -> {});
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "agreements-comparing");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        return thread;
    }

    /**
     * Has a version compared, in each language, with the one published before it.
     *
     * @param agreement with all its versions
     * @param published the version, with its texts
     * @param source gives the Markdown of a text in UTF-8, whenever it is asked; empty if it is not there
     */
    void compare(Agreement agreement, Version published, Function<Text, Optional<byte[]>> source) {
        before(agreement, published)
                .ifPresent(older -> published
                        .texts()
                        .forEach(newer -> older.text(newer.locale())
                                .ifPresent(before -> executor.execute(() -> compare(before, newer, source)))));
    }

    private static Optional<Version> before(Agreement agreement, Version published) {
        return agreement.versions().stream()
                .filter(older -> older.number() < published.number())
                .filter(older -> older.timeline().publishedAt() != null
                        && older.timeline().retractedAt() == null)
                .max(Comparator.comparingInt(Version::number));
    }

    /** Whoever asks for them has what fails here tried again, and is told. */
    private void compare(Text older, Text newer, Function<Text, Optional<byte[]>> source) {
        try {
            rendered.changes(older, newer, source);
        } catch (RuntimeException e) {
            LOG.debugf(e, "The texts with the digests %s and %s are compared later", older.digest(), newer.digest());
        }
    }

    @Override
    public void close() {
        end.run();
    }
}
