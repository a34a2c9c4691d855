import { data, redirect } from 'react-router';
import type { Route } from './+types/second-factor.js';
import { cookiesIn } from '../api/client.js';
import { apiContext } from '../api/context.js';
import { Summary, TextField } from '../forms/field.js';
import { line } from '../forms/problems.js';
import { textsFor } from '../i18n/texts.js';
import { useTexts } from '../i18n/use-texts.js';
import { askStaffDoor, nextOf } from './staff-door.js';

export function loader({ request }: Route.LoaderArgs) {
  const query = new URL(request.url).searchParams;
  return { next: query.get('next') ?? '', byBackup: query.get('by') === 'backup' };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await request.formData();
  const byBackup = new URL(request.url).searchParams.get('by') === 'backup';
  // Apps show the digits in groups.
  const code = (line(form, 'code') ?? '').replace(/\s+/g, '');
  const answer = await askStaffDoor(context.get(apiContext), request, params.locale, byBackup ? '/two-factor/verify-backup-code' : '/two-factor/verify-totp', { code });
  if (answer.ok) return redirect(nextOf(line(form, 'next'), params.locale), { headers: cookiesIn(answer.headers) });
  const message = answer.message ?? textsFor(params.locale).t(byBackup ? 'web.staff.backup.wrong' : 'web.staff.code.wrong');
  return data({ problems: [{ path: 'code', message }], values: {} }, { status: answer.status === 429 ? 429 : 422 });
}

export const meta: Route.MetaFunction = ({ params }) => [{ title: textsFor(params.locale).t('web.staff.code.title') }, { name: 'robots', content: 'noindex' }];

export default function SecondFactor({ loaderData, actionData, params }: Route.ComponentProps): React.ReactElement {
  const { t } = useTexts();
  const { byBackup, next } = loaderData;
  const here = `/${params.locale}/staff/second-factor?next=${encodeURIComponent(next)}`;
  return (
    <main id="main" className="narrow">
      <h1>{t('web.staff.code.title')}</h1>
      <p className="lead">{t(byBackup ? 'web.staff.backup.lead' : 'web.staff.code.lead')}</p>
      <form method="post" noValidate>
        <Summary answer={actionData} />
        <input type="hidden" name="next" value={next} />
        <TextField name="code" label={t(byBackup ? 'web.staff.backup' : 'web.staff.code')} answer={actionData} required ltr autoComplete="one-time-code" />
        <button type="submit">{t('web.staff.code.go')}</button>
      </form>
      <p className="quiet"><a href={byBackup ? here : `${here}&by=backup`}>{t(byBackup ? 'web.staff.code.use-app' : 'web.staff.code.use-backup')}</a></p>
      <p className="quiet"><a href={`/${params.locale}/staff/sign-in?next=${encodeURIComponent(next)}`}>{t('web.staff.back')}</a></p>
    </main>
  );
}
