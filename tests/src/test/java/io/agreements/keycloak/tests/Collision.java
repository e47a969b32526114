package io.agreements.keycloak.tests;

import io.agreements.keycloak.testing.server.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;

/**
 * A transaction that has the standings of a user, and wants the user's row once the next request about that user has it: each
 * waits for the other, until the database refuses one of the two. It changes nothing.
 */
final class Collision {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Database database;
    private final String userId;
    private final CountDownLatch ready = new CountDownLatch(1);
    private final CompletableFuture<Boolean> outcome;

    private Collision(Database database, String userId) {
        this.database = database;
        this.userId = userId;
        this.outcome = CompletableFuture.supplyAsync(this::run);
    }

    /** Comes back when the standings are taken. */
    static Collision with(Database database, String userId) {
        Collision collision = new Collision(database, userId);
        try {
            collision.ready.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return collision;
    }

    /** Waits for its end. */
    boolean wasTheRequestsLoss() {
        return outcome.join();
    }

    private boolean run() {
        try (Connection own = database.connect();
                Connection probe = database.connect()) {
            own.setAutoCommit(false);
            try {
                change(own, "update agr_standing set decided_at = decided_at + 1 where user_id = ?");
                change(own, "update agr_record set occurred_at = occurred_at + 1 where user_id = ?");
                ready.countDown();
                awaitRequest(probe);
                return wins(own);
            } finally {
                own.rollback();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } finally {
            ready.countDown();
        }
    }

    private boolean wins(Connection own) {
        try {
            change(own, "update user_entity set not_before = not_before + 1 where id = ?");
            return true;
        } catch (SQLException refused) {
            return false;
        }
    }

    private void awaitRequest(Connection probe) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (isFree(probe)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("No request came about " + userId);
            }
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    private boolean isFree(Connection probe) {
        try {
            query(probe);
            return true;
        } catch (SQLException held) {
            return false;
        }
    }

    private void query(Connection probe) throws SQLException {
        try (PreparedStatement statement =
                probe.prepareStatement("select id from user_entity where id = ? for update nowait")) {
            statement.setString(1, userId);
            statement.executeQuery().close();
        }
    }

    private void change(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, userId);
            statement.executeUpdate();
        }
    }
}
