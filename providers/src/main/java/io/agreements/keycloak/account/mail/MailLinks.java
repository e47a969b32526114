package io.agreements.keycloak.account.mail;

import io.agreements.keycloak.page.AgreementUrls;
import java.net.URI;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.RealmModel;

/**
 * Where the button of a mail may lead.
 *
 * @param account where users sign in to their accounts; null where that is nowhere, or not known
 * @param myData its page that says who was given data about the user; null where {@code account} is
 * @param agreements all agreements in force; null where the address of the server is not known
 */
record MailLinks(String account, String myData, String agreements) {

    /** @param base address of the server as users know it; null where nobody knows it */
    static MailLinks of(RealmModel realm, URI base) {
        if (base == null) {
            return new MailLinks(null, null, null);
        }
        AgreementUrls urls = new AgreementUrls(base, realm);
        boolean hasAccounts = hasAccountConsole(realm);
        return new MailLinks(
                hasAccounts ? urls.account().toString() : null,
                hasAccounts ? urls.myData().toString() : null,
                urls.list().toString());
    }

    private static boolean hasAccountConsole(RealmModel realm) {
        ClientModel console = realm.getClientByClientId(Constants.ACCOUNT_CONSOLE_CLIENT_ID);
        return console != null && console.isEnabled();
    }
}
