-- An invitation opens forums and visits of its own conference alone. An array can carry no foreign key, so this stands in its
-- place; DETAIL is the id that is none of the conference's.
CREATE FUNCTION invitation_parts_known() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE stranger uuid;
BEGIN
  SELECT given.id INTO stranger FROM unnest(NEW.forum_ids) AS given(id)
  WHERE NOT EXISTS (SELECT 1 FROM forum WHERE forum.id = given.id AND forum.conference_id = NEW.conference_id) LIMIT 1;
  IF stranger IS NOT NULL THEN
    RAISE EXCEPTION 'no such forum' USING ERRCODE = 'foreign_key_violation', CONSTRAINT = 'invitation_forums', DETAIL = stranger::text;
  END IF;
  SELECT given.id INTO stranger FROM unnest(NEW.visit_ids) AS given(id)
  WHERE NOT EXISTS (SELECT 1 FROM visit WHERE visit.id = given.id AND visit.conference_id = NEW.conference_id) LIMIT 1;
  IF stranger IS NOT NULL THEN
    RAISE EXCEPTION 'no such visit' USING ERRCODE = 'foreign_key_violation', CONSTRAINT = 'invitation_visits', DETAIL = stranger::text;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER invitation_parts BEFORE INSERT ON invitation FOR EACH ROW
  WHEN (NEW.forum_ids <> '{}' OR NEW.visit_ids <> '{}') EXECUTE FUNCTION invitation_parts_known();
CREATE TRIGGER invitation_parts_changed BEFORE UPDATE OF forum_ids, visit_ids ON invitation FOR EACH ROW
  WHEN (NEW.forum_ids <> OLD.forum_ids OR NEW.visit_ids <> OLD.visit_ids) EXECUTE FUNCTION invitation_parts_known();
