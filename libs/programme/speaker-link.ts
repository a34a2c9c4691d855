/** The purpose of the link in a speaker's letter (LinkTokens): it answers for this one appearance and opens nothing else. */
export const SPEAKER_LINK = 'speaker';
