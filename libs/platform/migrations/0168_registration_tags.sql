-- Words that staff put on registrations to find them again; who registered never sees them.
ALTER TABLE registration ADD COLUMN tags text[] NOT NULL DEFAULT '{}' CHECK (cardinality(tags) <= 20);
-- Most registrations bear none and cost nothing here.
CREATE INDEX registration_tagged ON registration (conference_id, id) WHERE tags <> '{}';

ALTER TABLE registration_run ADD COLUMN tag text;
ALTER TABLE registration_run DROP CONSTRAINT registration_run_deed_check;
ALTER TABLE registration_run ADD CHECK (deed IN ('APPROVE', 'DECLINE', 'CANCEL', 'SEND_LINK', 'TAG', 'UNTAG'));
ALTER TABLE registration_run ADD CHECK ((deed IN ('TAG', 'UNTAG')) = (tag IS NOT NULL));

-- Which columns a kept view shows; all of them where null.
ALTER TABLE registration_view ADD COLUMN columns text[];
