/** Programs for the command line, in the same jar. */
package io.agreements.proof.cli;
