import { data } from 'react-router';
import type { Route } from './+types/my-page.js';
import { apiContext } from '../api/context.js';
import { graphql } from '../api/graphql.js';
import { nodes } from '../api/nodes.js';
import { Summary, TextField } from '../forms/field.js';
import { line, typedIn } from '../forms/problems.js';
import { textsFor } from '../i18n/texts.js';
import { useTexts } from '../i18n/use-texts.js';
import { StateChip } from '../registration/state-chip.js';

const MyPage = graphql(`
  query MyPage($after: String) {
    me { id email }
    myRegistrations(after: $after) { pageInfo { hasNextPage endCursor } edges { node { id code state person { names { full } } conference { slug title startsOn endsOn } category { title } } } }
  }
`);
const ChangeAddress = graphql(`
  mutation ChangeAddress($input: RequestAddressChangeInput!) {
    result: requestAddressChange(input: $input) { __typename ... on AddressChangeRequested { validForSeconds } ... on Refusal { message } ... on InvalidInput { problems { path message } } }
  }
`);

export async function loader({ request, params, context }: Route.LoaderArgs) {
  return context.get(apiContext).ask(request, params.locale, MyPage, { after: new URL(request.url).searchParams.get('after') });
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await request.formData();
  const newEmail = line(form, 'newEmail') ?? '';
  const { result } = await context.get(apiContext).ask(request, params.locale, ChangeAddress, { input: { newEmail } });
  if (result.__typename === 'AddressChangeRequested') return { sentTo: newEmail, answer: undefined };
  const problems = result.__typename === 'InvalidInput' ? result.problems.map((problem) => ({ ...problem, path: 'newEmail' })) : [];
  return data({ sentTo: undefined, answer: { message: result.message, problems, values: typedIn(form) } }, { status: 422 });
}

export const meta: Route.MetaFunction = ({ params }) => [{ title: textsFor(params.locale).t('web.me.title') }];

export default function MyPageView({ loaderData, actionData, params }: Route.ComponentProps): React.ReactElement {
  const { t, own, days } = useTexts();
  const { pageInfo } = loaderData.myRegistrations;
  const registrations = nodes(loaderData.myRegistrations);
  return (
    <main id="main" className="wide">
      <h1>{t('web.me.title')}</h1>
      {registrations.length === 0 && <p className="empty">{t('web.me.empty')} <a href={`/${params.locale}`}>{t('web.me.find')}</a></p>}
      <ul className="cards">
        {registrations.map((registration) => (
          <li key={registration.id} className="card">
            <p className="eyebrow">{own(registration.conference.title)} · {days(registration.conference.startsOn, registration.conference.endsOn)}</p>
            <h2><a href={`/${params.locale}/registrations/${registration.id}`}><bdi>{registration.person.names.full === '' ? registration.code : registration.person.names.full}</bdi></a></h2>
            <p><StateChip state={registration.state} /> {own(registration.category.title)}</p>
          </li>
        ))}
      </ul>
      {pageInfo.hasNextPage && <p><a className="button second" href={`/${params.locale}/me?after=${pageInfo.endCursor ?? ''}`}>{t('console.next-page')}</a></p>}
      {actionData?.sentTo !== undefined && <p className="note good">{t('web.address.change-sent', { email: actionData.sentTo })}</p>}
      <div className="narrow start"><details open={actionData?.answer !== undefined}>
        <summary>{t('web.address.change')}</summary>
        <p className="quiet">{t('web.signed-in-as')} <bdi className="ltr">{loaderData.me?.email}</bdi>. {t('web.address.change-lead')}</p>
        <form method="post" noValidate>
          <Summary answer={actionData?.answer} />
          <TextField name="newEmail" type="email" label={t('web.address.new')} answer={actionData?.answer} required ltr autoComplete="email" />
          <button className="second" type="submit">{t('web.address.change-go')}</button>
        </form>
      </details></div>
      <form method="post" action={`/${params.locale}/sign-out`}><button className="second" type="submit">{t('web.sign-out')}</button></form>
    </main>
  );
}
