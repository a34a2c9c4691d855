-- What one registration is searched by makes a hundred entries of the index. They wait in its pending list, which every
-- search reads too, and go in by the thousand, where one entry takes many registrations (docs/decisions/search-index.md).
ALTER INDEX registration_search SET (fastupdate = on, gin_pending_list_limit = 4096);
