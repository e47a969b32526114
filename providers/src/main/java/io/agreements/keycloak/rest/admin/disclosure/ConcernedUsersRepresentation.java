package io.agreements.keycloak.rest.admin.disclosure;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.agreements.keycloak.rest.SentJson;
import java.util.List;

/**
 * Further users whom an entry of the register concerns.
 *
 * @param userIds ids or names of the users, 1 to 1000
 */
@JsonDeserialize(using = SentJson.class)
public record ConcernedUsersRepresentation(List<String> userIds) {}
