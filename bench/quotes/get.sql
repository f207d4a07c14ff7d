\set n random(1, 100000)
select q.id, q.revision, q.revision_type, q.reason, q.recorded_from, q.recorded_by, q.retracted, q.role, q.cue, q.content, q.kind,
    q.said_from, q.said_precision, q.channel, q.reporting_chain, q.language, q.original, q.about_parties, q.about_agreements,
    q.about_topics, q.anchor_checks, q.verification, q.verification_detail, q.verified_at, q.verified_sha256,
    q.verified_text_kind, q.sort_at, q.occurrence_of, coalesce(n.occurrences, 1), coalesce(n.independent, 1),
    s.id, s.name, s.kind, s.party, d.id, d.url, d.title, d.published_at, d.published_whole_day, o.id, o.name, o.kind, e.near
from quote q
left join speaker a on a.id = q.speaker_id and a.is_current
left join speaker s on s.id = a.canonical_id and s.is_current
join document d on d.id = q.document_id and d.is_current
join outlet o on o.id = d.outlet_id and o.is_current
left join occurrence_count n on n.id = q.occurrence_of and n.is_current
left join lateral (select jsonb_agg(jsonb_build_object('quote', w.other, 'difference', w.difference) order by w.other) near
    from near_quote w where w.id = q.id and w.is_current) e on true
where q.id = (select id from bench_id where n = :n) and q.is_current;
