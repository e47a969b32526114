import java.io.IOException;

/** One kind of what a realm needs: brought into a realm, and taken out of one. */
interface Part {

    /** Makes the realm what the files say, where they say anything; nothing else of it is changed. */
    void apply(Configuration files, Changes changes) throws IOException;

    /** Writes what the realm has of it. */
    void export(Configuration files) throws IOException;
}
