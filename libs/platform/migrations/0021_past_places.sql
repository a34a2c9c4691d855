-- Places that were given back: a calendar that was told of them must be told that they are gone.
CREATE TABLE past_place (
  place_id uuid PRIMARY KEY,
  conference_id uuid NOT NULL,
  pool_id uuid NOT NULL REFERENCES pool (id),
  holder_id uuid NOT NULL REFERENCES holder (registration_id),
  party integer NOT NULL,
  given_back_at timestamptz NOT NULL
);
CREATE INDEX past_place_holder ON past_place (holder_id);
