import { data, redirect } from 'react-router';
import type { Route } from './+types/sign-in.js';
import { cookiesIn } from '../api/client.js';
import { apiContext } from '../api/context.js';
import { Summary, TextField } from '../forms/field.js';
import { line, typedIn } from '../forms/problems.js';
import { textsFor } from '../i18n/texts.js';
import { useTexts } from '../i18n/use-texts.js';
import { signInOf } from '../identity/signed-in.js';
import { askStaffDoor, nextOf } from './staff-door.js';

export function loader({ request }: Route.LoaderArgs) {
  const next = new URL(request.url).searchParams.get('next') ?? '';
  return { next, isProof: next !== '' && signInOf(request) === 'DELEGATE' };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await request.formData();
  const next = nextOf(line(form, 'next'), params.locale);
  const password = form.get('password');
  const answer = await askStaffDoor(context.get(apiContext), request, params.locale, '/sign-in/email', { email: line(form, 'email') ?? '', password: typeof password === 'string' ? password : '' });
  if (!answer.ok) {
    form.delete('password');
    return data({ message: answer.message ?? textsFor(params.locale).t('web.staff.wrong'), problems: [], values: typedIn(form) }, { status: answer.status === 429 ? 429 : 422 });
  }
  const step = answer.needsCode ? 'second-factor' : 'second-factor/new';
  return redirect(`/${params.locale}/staff/${step}?next=${encodeURIComponent(next)}`, { headers: cookiesIn(answer.headers) });
}

export const meta: Route.MetaFunction = ({ params }) => [{ title: textsFor(params.locale).t('web.staff.title') }, { name: 'robots', content: 'noindex' }];

export default function StaffSignIn({ loaderData, actionData, params }: Route.ComponentProps): React.ReactElement {
  const { t } = useTexts();
  return (
    <main id="main" className="narrow">
      <h1>{t('web.staff.title')}</h1>
      <p className="lead">{t(loaderData.isProof ? 'web.staff.proof' : 'web.staff.lead')}</p>
      <form method="post" noValidate>
        <Summary answer={actionData} />
        <input type="hidden" name="next" value={loaderData.next} />
        <TextField name="email" type="email" label={t('web.field.email')} answer={actionData} required ltr autoComplete="username" />
        <TextField name="password" type="password" label={t('web.staff.password')} required ltr autoComplete="current-password" />
        <button type="submit">{t('web.staff.continue')}</button>
      </form>
      <p className="quiet">{t('web.staff.lost')}</p>
      <p className="quiet"><a href={`/${params.locale}/sign-in`}>{t('web.staff.delegates')}</a></p>
    </main>
  );
}
