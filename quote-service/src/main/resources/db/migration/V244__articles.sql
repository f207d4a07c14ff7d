-- One article is one document: what all its addresses have in common, which only the program can tell, and what a document was
-- merged into. Null keys are those of rows that a version wrote which did not know of them; these are found by their address.
alter table document
    add column url_key text,
    add column merged_into uuid;
create index document_by_article on document (md5(url_key));
create index document_merged on document (merged_into) where merged_into is not null;
