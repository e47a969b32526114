// Makes of the words for the consoles what the compiler and an editor need to know about them.
import { writeTypes } from "./words.mjs";

writeTypes();
