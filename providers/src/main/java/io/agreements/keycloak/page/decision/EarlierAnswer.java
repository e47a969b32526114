package io.agreements.keycloak.page.decision;

import io.agreements.keycloak.acceptance.obligation.Obligation;
import io.agreements.keycloak.page.AgreementView;

/** What a page that is shown again has of the answer before. */
public interface EarlierAnswer {

    /** There was none. */
    EarlierAnswer NONE = new EarlierAnswer() {
        @Override
        public boolean isTicked(Obligation obligation) {
            return false;
        }

        @Override
        public String seen(AgreementView view) {
            return "";
        }
    };

    /** Whether the user has ticked the box of just that version. */
    boolean isTicked(Obligation obligation);

    /** Which clauses of just that text have come into view, as the form's field has them. */
    String seen(AgreementView view);
}
