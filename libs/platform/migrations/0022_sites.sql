-- Where things take place, and how long it takes to get from one to another (docs/decisions/places.md).
ALTER TABLE pool_interval ADD COLUMN site text;
ALTER TABLE busy ADD COLUMN site text;
-- Set where a moved programme, and not staff, made two things fall together.
ALTER TABLE busy ADD COLUMN moved boolean NOT NULL DEFAULT false;

CREATE TABLE site_travel (
  conference_id uuid NOT NULL,
  -- In the order of their keys; both empty: between any two that are not listed.
  site text COLLATE "C" NOT NULL,
  other_site text COLLATE "C" NOT NULL,
  minutes integer NOT NULL CHECK (minutes BETWEEN 0 AND 1440),
  PRIMARY KEY (conference_id, site, other_site),
  CHECK (site < other_site OR (site = '' AND other_site = ''))
);

-- The time it takes from one to the other; none where either is unknown.
CREATE FUNCTION travel_between(conference uuid, one text, another text) RETURNS interval LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN one IS NULL OR another IS NULL OR one = another THEN interval '0' ELSE coalesce(
    (SELECT minutes FROM site_travel WHERE conference_id = conference
      AND site = least(one COLLATE "C", another COLLATE "C") AND other_site = greatest(one COLLATE "C", another COLLATE "C")),
    (SELECT minutes FROM site_travel WHERE conference_id = conference AND site = '' AND other_site = ''), 0) * interval '1 minute' END $$;

-- What begins as another ends is not too close, unless there is a way between them that takes longer.
CREATE FUNCTION too_close(conference uuid, one tstzrange, site text, another tstzrange, other_site text) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT tstzrange(lower(one) - travel_between(conference, site, other_site), upper(one) + travel_between(conference, site, other_site)) && another $$;
