-- A campaign writes invitations by the thousand. Trigrams of one row at a time cost four fifths of its writing; gathered in
-- a list of 8 MB they are sorted in together. A search reads that list as well, which takes some milliseconds.
ALTER INDEX invitation_search SET (fastupdate = on, gin_pending_list_limit = 8192);
