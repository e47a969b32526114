package io.agreements.keycloak.setup.page;

/** What is wrong with a page on which users decide, as far as its HTML tells; how it looks only a browser can tell. */
enum PageFault {
    /** It cannot be made, or lacks the text of an agreement. */
    INCOMPLETE("pages"),
    /** A box is ticked before anybody has. */
    TICKED("page-boxes"),
    /** A button that decides stands before a text it decides on. */
    BUTTON_FIRST("page-order"),
    /** There is no button to decline, or it is of another kind than the one to accept. */
    REFUSAL("page-refusal"),
    /** A text cannot be got at with a keyboard. */
    KEYBOARD("page-keyboard");

    private final String condition;

    PageFault(String condition) {
        this.condition = condition;
    }

    /** Id of the condition that says so. */
    String condition() {
        return condition;
    }
}
