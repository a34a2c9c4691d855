/** Where an audience's people are read from: SQL that has the columns of contacts and is called `contact`, and what of its rows they were. */
export interface Source {
  readonly from: string;
  readonly contactId: string;
  readonly registrationId: string;
  readonly registrationCode: string;
}

export const CONTACTS: Source = { from: 'contact', contactId: 'contact.id', registrationId: 'NULL::uuid', registrationCode: 'NULL::text' };

/**
 * People by their registrations, `ids` being SQL that gives these: an address that manages several is written to once, by the name
 * of the first. What only contacts have is not theirs; letters are in the language that they registered in.
 */
export function registrants(ids: string): Source {
  return {
    contactId: 'NULL::uuid', registrationId: 'contact.id', registrationCode: 'contact.code',
    from: `(
      SELECT DISTINCT ON (lower(r.email)) r.id, r.code, lower(r.email) AS address_key, r.email AS address, p.native_name, p.salutation, r.job_title AS title, r.organisation,
        coalesce(p.residence, r.nationality) AS country, r.locale, r.person_id,
        nullif(CASE p.name_order WHEN 'FAMILY_FIRST' THEN concat_ws(' ', p.latin_family, p.latin_given) ELSE concat_ws(' ', p.latin_given, p.latin_family) END, '') AS latin_name
      FROM registration r LEFT JOIN person p ON p.id = r.person_id WHERE r.id IN (${ids}) ORDER BY lower(r.email), r.id) contact`,
  };
}
