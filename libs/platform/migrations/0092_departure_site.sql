-- Where one meets, as a key that others use too, such as a venue's id: travel times are told by it. NULL: a place of its own.
ALTER TABLE departure ADD COLUMN site text;
