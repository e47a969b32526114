package io.agreements.keycloak.agreement.file;

import java.util.List;

/**
 * What was found where agreements are looked for.
 *
 * @param agreements by key; of those with a slip in their settings, what is known
 * @param leftAside files and directories that are not of agreements
 * @param nothing what was looked for and what was found instead, where there is no agreement; null otherwise
 */
record FilesRead(List<AgreementFile> agreements, List<String> leftAside, String nothing) {}
