import type { Route } from './+types/sample.js';
import { apiContext } from '../../api/context.js';
import { textsFor } from '../../i18n/texts.js';
import { loadDraft } from './draft.js';
import { sampleTable } from './sample-table.js';

/** The sample of a programme's table, to be filled in. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { conference, venues } = await loadDraft(context.get(apiContext), request, params.locale, params.slug);
  const texts = textsFor(params.locale);
  const rooms = venues.flatMap((venue) => venue.rooms.map((room) => texts.own(room.name)));
  return new Response(sampleTable(texts, { startsOn: conference.startsOn, rooms }), {
    headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': 'attachment; filename="programme.csv"', 'cache-control': 'private, no-store' },
  });
}
