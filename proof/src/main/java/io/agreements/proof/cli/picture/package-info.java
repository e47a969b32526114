/** Draws pages by a browser that is installed. */
package io.agreements.proof.cli.picture;
