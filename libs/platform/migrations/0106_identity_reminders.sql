-- Who was reminded to give what a site needs to know before it is too late: once for each departure.
CREATE TABLE identity_reminder (
  departure_id uuid NOT NULL,
  registration_id uuid NOT NULL REFERENCES registration (id),
  conference_id uuid NOT NULL,
  written_at timestamptz NOT NULL,
  PRIMARY KEY (departure_id, registration_id),
  FOREIGN KEY (conference_id, departure_id) REFERENCES departure (conference_id, id)
);
