-- A document may have no address (an agency's copy, a printed page), and a newsroom in a hurry leaves its title and what kind of
-- outlet printed it for later. NULL is 'not given yet'; what is incomplete is found by these indexes.
alter table document
    alter url drop not null,
    alter title drop not null,
    -- how a text without an address can be found: the agency's item, the issue and page
    add citation text;
alter table outlet alter kind drop not null;
create index document_to_complete on document (published_at, id)
    where is_current and not retracted and (title is null or (url is null and citation is null));
create index outlet_to_complete on outlet (name_key, id) where is_current and not retracted and kind is null;
