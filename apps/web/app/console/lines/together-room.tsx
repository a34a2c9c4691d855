import type { Route } from './+types/together-room.js';
import { apiContext } from '../../api/context.js';
import { graphql } from '../../api/graphql.js';
import { useTexts } from '../../i18n/use-texts.js';
import { ConferenceNav } from '../conference-nav.js';

const Which = graphql(`query TogetherIn($slug: String!) { conference(slug: $slug) { id title timeZone } }`);
const Together = graphql(`
  query HeldTogether($id: ID!) {
    heldTogether(conferenceId: $id) { cause registration { id code person { names { full } } } one { subjectId title startsAt endsAt } other { subjectId title startsAt endsAt } }
  }
`);

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const api = context.get(apiContext);
  const { conference } = await api.ask(request, params.locale, Which, { slug: params.slug });
  if (conference === null) throw new Response(null, { status: 404 });
  const { heldTogether } = await api.ask(request, params.locale, Together, { id: conference.id });
  return { conference, pairs: heldTogether };
}

/** Who holds two things at one time, and why. */
export default function TogetherRoom({ loaderData, params }: Route.ComponentProps): React.ReactElement {
  const { t, own, span } = useTexts();
  const { conference, pairs } = loaderData;
  const desk = `/${params.locale}/console/conferences/${params.slug}`;
  return (
    <>
      <h1>{t('console.together.title')}</h1>
      <p className="quiet">{own(conference.title)}</p>
      <ConferenceNav locale={params.locale} slug={params.slug} here="lines" />
      <p><a href={`${desk}/lines`}>{t('console.lines.all')}</a></p>
      {pairs.length === 0 ? <p className="empty">{t('console.together.none')}</p> : (
        <div className="table stack" tabIndex={0} role="region" aria-label={t('console.together.title')}>
          <table>
            <thead><tr><th>{t('console.registrations.name')}</th><th>{t('console.together.one')}</th><th>{t('console.together.other')}</th><th>{t('console.together.why')}</th></tr></thead>
            <tbody>{pairs.map(({ registration, one, other, cause }) => (
              <tr key={`${registration.id} ${one.subjectId} ${other.subjectId} ${one.startsAt}`}>
                <td><a href={`${desk}/registrations/${registration.id}`}><bdi>{registration.person.names.full === '' ? registration.code : registration.person.names.full}</bdi></a></td>
                {[one, other].map((item) => <td data-label={t('console.together.one')} key={item.subjectId}>{own(item.title)}<div className="quiet">{span(item.startsAt, item.endsAt, conference.timeZone)}</div></td>)}
                <td data-label={t('console.together.other')}><span className={cause === 'OVERRIDDEN' ? 'chip plain' : 'chip wait'}>{t(`console.together.cause.${cause}`)}</span></td>
              </tr>
            ))}</tbody>
          </table>
        </div>
      )}
    </>
  );
}
