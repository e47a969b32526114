/** What a ledger proves by: reads and writes public formats, needs neither Keycloak nor a database nor a network. */
package io.agreements.proof;
