-- One person, one registration, whatever name or document it is handed in with.
CREATE UNIQUE INDEX registration_same_person ON registration (conference_id, person_id)
  WHERE person_id IS NOT NULL AND state IN ('SUBMITTED', 'IN_REVIEW', 'CONFIRMED', 'WAITLISTED');
