import { data, redirect } from 'react-router';
import type { Route } from './+types/new-second-factor.js';
import { cookiesIn, staffSignIn } from '../api/client.js';
import { apiContext } from '../api/context.js';
import { Summary, TextField } from '../forms/field.js';
import { chosen, line } from '../forms/problems.js';
import { textsFor } from '../i18n/texts.js';
import { useTexts } from '../i18n/use-texts.js';
import { signInOf } from '../identity/signed-in.js';
import { EnrolmentForm } from './enrolment-form.js';
import { askStaffDoor, nextOf } from './staff-door.js';

export function loader({ request, params }: Route.LoaderArgs) {
  if (signInOf(request) !== 'STAFF') throw redirect(staffSignIn(request, params.locale));
  return { next: new URL(request.url).searchParams.get('next') ?? '' };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await request.formData();
  const api = context.get(apiContext);
  const { t } = textsFor(params.locale);
  const next = nextOf(line(form, 'next'), params.locale);
  if (form.get('do') === 'verify') {
    const answer = await askStaffDoor(api, request, params.locale, '/two-factor/verify-totp', { code: (line(form, 'code') ?? '').replace(/\s+/g, '') });
    if (answer.ok) return redirect(next, { headers: cookiesIn(answer.headers) });
    const enrolment = { uri: line(form, 'uri') ?? '', backupCodes: chosen(form, 'backup') };
    return data({ enrolment: isKey(enrolment.uri) ? enrolment : undefined, next, problems: [{ path: 'code', message: answer.message ?? t('web.staff.code.wrong') }], values: {} }, { status: 422 });
  }
  const password = form.get('password');
  const answer = await askStaffDoor(api, request, params.locale, '/two-factor/enable', { password: typeof password === 'string' ? password : '' });
  if (answer.enrolment === undefined) return data({ enrolment: undefined, next, problems: [{ path: 'password', message: answer.message ?? t('web.staff.password-wrong') }], values: {} }, { status: 422 });
  return data({ enrolment: answer.enrolment, next, problems: [], values: {} }, { headers: cookiesIn(answer.headers) });
}

/** What holds a key is never kept by a browser or proxy. */
export function headers({ actionHeaders }: Route.HeadersArgs): Headers {
  const kept = new Headers(actionHeaders);
  kept.set('Cache-Control', 'no-store');
  return kept;
}

export const meta: Route.MetaFunction = ({ params }) => [{ title: textsFor(params.locale).t('web.staff.enrol.title') }, { name: 'robots', content: 'noindex' }];

export default function NewSecondFactor({ loaderData, actionData, params }: Route.ComponentProps): React.ReactElement {
  const { t } = useTexts();
  const here = `/${params.locale}/staff/second-factor/new`;
  const answer = actionData === undefined || actionData.problems.length === 0 ? undefined : actionData;
  return (
    <main id="main" className="narrow">
      <h1>{t('web.staff.enrol.title')}</h1>
      {actionData?.enrolment !== undefined ? <EnrolmentForm enrolment={actionData.enrolment} action={here} next={actionData.next} answer={answer} /> : (
        <>
          <p className="lead">{t('web.staff.enrol.lead')}</p>
          <form method="post" noValidate>
            <Summary answer={answer} />
            <input type="hidden" name="next" value={loaderData.next} />
            <TextField name="password" type="password" label={t('web.staff.password')} answer={answer} required ltr autoComplete="current-password" />
            <button type="submit">{t('web.staff.enrol.begin')}</button>
          </form>
        </>
      )}
    </main>
  );
}

function isKey(uri: string): boolean {
  return uri.startsWith('otpauth://totp/') && URL.canParse(uri);
}
