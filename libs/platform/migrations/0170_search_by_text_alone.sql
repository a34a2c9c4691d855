-- The index of the search without the conference: in a large one that key's list of rows is the longest of all, and each
-- hit of a search was looked up in it, which was half of what a search read. Where a conference is a small part of all,
-- PostgreSQL joins the hits with registration_list. What waits is read by every search: at most 2 MB of it, which is as
-- many registrations as come in a second (docs/decisions/search-index.md).
DROP INDEX registration_search;
CREATE INDEX registration_search ON registration USING gin (search_text gin_trgm_ops) WITH (fastupdate = on, gin_pending_list_limit = 2048);
