package io.agreements.keycloak.account.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.ConnectException;
import org.junit.jupiter.api.Test;
import org.keycloak.email.EmailException;

final class DeliveryTest {

    private static final Address[] NONE = {};

    @Test
    void anAddressThatTheServerNamesIsRefused() throws AddressException {
        Address[] invalid = {new InternetAddress("nobody@example.org")};

        assertThat(of(new SendFailedException("Invalid Addresses", null, NONE, NONE, invalid)))
                .isEqualTo(Delivery.REFUSED);
    }

    @Test
    void whatMayGoWellLaterHasFailed() throws AddressException {
        Address[] unsent = {new InternetAddress("busy@example.org")};

        assertThat(of(new SendFailedException("Busy", null, NONE, unsent, NONE)))
                .isEqualTo(Delivery.FAILED);
        assertThat(of(new SendFailedException("Sender refused"))).isEqualTo(Delivery.FAILED);
    }

    @Test
    void aServerThatIsAwayOrLetsNobodyInHasFailed() {
        assertThat(of(new MessagingException("no connection", new ConnectException())))
                .isEqualTo(Delivery.FAILED);
        assertThat(of(new AuthenticationFailedException())).isEqualTo(Delivery.FAILED);
    }

    private static Delivery of(Exception cause) {
        return Delivery.of(new EmailException("not sent", cause));
    }
}
