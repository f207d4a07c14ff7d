-- Names compared by trigrams with accents set aside; a name is similar when one of the names or aliases is.
create function name_similarity(keys text[], name text) returns real
    language sql immutable parallel safe
    return (select max(public.similarity(key, name)) from unnest(keys) key);
