import type { Route } from './+types/my-page.js';
import { apiContext } from '../api/context.js';
import { graphql } from '../api/graphql.js';
import { textsFor } from '../i18n/texts.js';
import { useTexts } from '../i18n/use-texts.js';
import { StateChip } from '../registration/state-chip.js';

const MyPage = graphql(`
  query MyPage {
    me { id email }
    myRegistrations { id code state person { names { full } } conference { slug title startsOn endsOn } category { title } }
  }
`);

export async function loader({ request, params, context }: Route.LoaderArgs) {
  return context.get(apiContext).ask(request, params.locale, MyPage, {});
}

export const meta: Route.MetaFunction = ({ params }) => [{ title: textsFor(params.locale).t('web.me.title') }];

export default function MyPageView({ loaderData, params }: Route.ComponentProps): React.ReactElement {
  const { t, own, days } = useTexts();
  return (
    <main id="main" className="wide">
      <h1>{t('web.me.title')}</h1>
      {loaderData.myRegistrations.length === 0 && <p className="empty">{t('web.me.empty')}</p>}
      <ul className="cards">
        {loaderData.myRegistrations.map((registration) => (
          <li key={registration.id} className="card">
            <p className="eyebrow">{own(registration.conference.title)} · {days(registration.conference.startsOn, registration.conference.endsOn)}</p>
            <h3><a href={`/${params.locale}/registrations/${registration.id}`}><bdi>{registration.person.names.full}</bdi></a></h3>
            <p><StateChip state={registration.state} /> {own(registration.category.title)}</p>
          </li>
        ))}
      </ul>
      <form method="post" action={`/${params.locale}/sign-out`}><button className="second" type="submit">{t('web.sign-out')}</button></form>
    </main>
  );
}
