-- Searching for a part of a name in a million findings takes an index of trigrams. A database that does not let us have the
-- extension is searched row by row: slower, and right all the same.
DO $$
BEGIN
    CREATE EXTENSION IF NOT EXISTS pg_trgm;
    CREATE INDEX finding_by_text ON finding USING gin ((lower(job || ' ' || file)) gin_trgm_ops);
EXCEPTION
    WHEN insufficient_privilege OR undefined_file OR feature_not_supported OR undefined_object THEN
        RAISE NOTICE 'No index for searching: %', SQLERRM;
END
$$;
