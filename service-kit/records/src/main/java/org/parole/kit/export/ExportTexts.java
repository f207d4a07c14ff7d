package org.parole.kit.export;

/** What the API's description says of every export alike. */
public final class ExportTexts {

    /** The tag of the operations. */
    public static final String TAG = "Exports";
    /** What the tag is about. */
    public static final String ABOUT = "Whole lists as they were at one record time, in formats that other programs read, with a manifest.";
    /** The path of the manifest beside the export. */
    public static final String MANIFEST_PATH = "datapackage.json";
    /** What is said of the file. */
    public static final String FILE = "The file";
    /** What is said of the manifest. */
    public static final String MANIFEST = "The manifest";
    /** What follows the sentence that says which records an export has. */
    public static final String OF_ONE_TIME = " All rows are of one record time: asOf, or that of the last change, which the header Export-As-Of names. The same asOf gives the same file again, and the same ETag. A file that broke off is continued from its last byte with Range and If-Range, or after its last whole row with skip.";
    /** The description of a manifest. */
    public static final String DESCRIBES = "Takes the same parameters as the export, and tells the file's hash, length, rows, columns and licences. Name the asOf of the export, so that it is the same file.";
    /** What a part of a file is. */
    public static final String PART = "The part of the file that Range names; Content-Range says which and how long the whole is.";
    /** What is said where there is no such part. */
    public static final String NO_PART = "The file is shorter than the first byte of Range; Content-Range says how long it is.";

    private ExportTexts() {
    }
}
