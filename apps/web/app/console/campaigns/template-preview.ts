import type { Route } from './+types/template-preview.js';
import { apiContext } from '../../api/context.js';
import { Previews } from './template-data.js';

/** A letter needs its own styles, and nothing else: no script, no picture, nothing from elsewhere; only our pages may frame it. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'; sandbox";

/** One letter of a preview as a page of its own, to be framed. */
export async function loader({ request, params, context }: Route.LoaderArgs): Promise<Response> {
  const query = new URL(request.url).searchParams;
  const { previewTemplate } = await context.get(apiContext).ask(request, params.locale, Previews, { id: params.template, locale: query.get('lang'), audienceId: query.get('audience'), campaignId: query.get('campaign') });
  const letter = previewTemplate[Number(query.get('n') ?? 0)];
  if (letter === undefined) throw new Response(null, { status: 404 });
  return new Response(letter.html, {
    headers: {
      'content-type': 'text/html; charset=utf-8', 'content-security-policy': POLICY, 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'cache-control': 'private, no-store',
    },
  });
}
