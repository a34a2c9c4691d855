-- By what right somebody registered, and for which delegation.
ALTER TABLE registration
  ADD COLUMN invitation_id uuid REFERENCES invitation (id),
  ADD COLUMN delegation_id uuid REFERENCES delegation (id);
CREATE INDEX registration_by_invitation ON registration (invitation_id) WHERE invitation_id IS NOT NULL;
CREATE INDEX registration_by_delegation ON registration (delegation_id, id) WHERE delegation_id IS NOT NULL;

-- The live registrations that use a place of an invitation, of a delegation's quota, or of both.
CREATE TABLE invited_place (
  registration_id uuid PRIMARY KEY REFERENCES registration (id),
  conference_id uuid NOT NULL,
  category_id uuid NOT NULL,
  invitation_id uuid REFERENCES invitation (id),
  delegation_id uuid REFERENCES delegation (id),
  CHECK (invitation_id IS NOT NULL OR delegation_id IS NOT NULL)
);
CREATE INDEX invited_place_of_invitation ON invited_place (invitation_id);
CREATE INDEX invited_place_of_delegation ON invited_place (delegation_id, category_id);
