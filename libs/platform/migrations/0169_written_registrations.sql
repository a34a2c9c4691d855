-- Which registration somebody was written to about, where a campaign writes to registrations rather than to contacts.
ALTER TABLE campaign_recipient ADD COLUMN registration_id uuid;
