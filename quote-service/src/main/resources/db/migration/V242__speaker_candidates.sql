-- Who said it may be unknown; then the column beside it says who it may have been, [] where nothing is known:
-- [{speaker or name, confidence}]
alter table quote
    alter speaker_id drop not null,
    add column speaker_candidates jsonb;
alter table quote add constraint quote_speaker_or_candidates check ((speaker_id is null) = (speaker_candidates is not null));
