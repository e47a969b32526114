package io.agreements.keycloak.rest.admin.mailing;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.agreements.keycloak.rest.SentJson;

/**
 * How fast mail is to go out.
 *
 * @param perMinute the most mails a minute, from 1 to 60000; if left out 60 at first, and later as it was
 */
@JsonDeserialize(using = SentJson.class)
public record MailingRateRepresentation(Integer perMinute) {}
