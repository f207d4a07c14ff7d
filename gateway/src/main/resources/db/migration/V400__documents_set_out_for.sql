-- What an import found before it set out to take a document in. A replica that dies between the intake and its account leaves the document
-- recorded; without this, the replica that goes on would take it for one that was there before the import, and undoing would keep it.
CREATE TABLE import_setting_out (
    import_id    uuid    NOT NULL REFERENCES import_job ON DELETE CASCADE,
    document_key text    NOT NULL,
    -- Whether the document was not recorded then.
    is_new       boolean NOT NULL,
    PRIMARY KEY (import_id, document_key)
);
