import { useOutletContext } from 'react-router';
import type { ConferenceData } from './conference.js';

/** The conference whose frame surrounds the page. */
export function useConference(): ConferenceData {
  return useOutletContext<ConferenceData>();
}
