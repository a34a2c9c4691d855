import { data } from 'react-router';
import type { Route } from './+types/speaker-answer.js';
import { apiContext } from '../api/context.js';
import { graphql } from '../api/graphql.js';
import { line } from '../forms/problems.js';
import { textsFor } from '../i18n/texts.js';
import { useTexts } from '../i18n/use-texts.js';

const Answer = graphql(`
  mutation AnswerAsSpeaker($input: ConfirmSpeakerInput!) {
    result: confirmSpeaker(input: $input) { __typename ... on SpeakerAnswered { answer } ... on Refusal { code message } }
  }
`);

export function loader({ request }: Route.LoaderArgs) {
  return { token: new URL(request.url).searchParams.get('token') ?? '' };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await request.formData();
  const answer = form.get('answer') === 'DECLINED' ? 'DECLINED' as const : 'CONFIRMED' as const;
  const { result } = await context.get(apiContext).ask(request, params.locale, Answer, { input: { speakerId: params.id, token: line(form, 'token') ?? '', answer } });
  if (result.__typename === 'SpeakerAnswered') return { answer: result.answer };
  return data({ answer: undefined, message: result.message }, { status: 409 });
}

export const meta: Route.MetaFunction = ({ params }) => [{ title: textsFor(params.locale).t('programme.speaker.title') }, { name: 'robots', content: 'noindex' }];

/** Opening the letter's link changes nothing; a button answers, and the other one answers otherwise. */
export default function SpeakerAnswerPage({ loaderData, actionData }: Route.ComponentProps): React.ReactElement {
  const { t } = useTexts();
  return (
    <main id="main" className="narrow">
      <h1>{t('programme.speaker.title')}</h1>
      <p className="lead">{t('programme.speaker.lead')}</p>
      {actionData?.answer !== undefined && <p className="note good" role="status">{t('programme.speaker.answered', { answer: actionData.answer })}</p>}
      {actionData !== undefined && 'message' in actionData && <p className="note bad" role="alert">{actionData.message}</p>}
      <form method="post">
        <input type="hidden" name="token" value={loaderData.token} />
        <div className="row">
          <button type="submit" name="answer" value="CONFIRMED">{t('programme.speaker.confirm')}</button>
          <button className="second" type="submit" name="answer" value="DECLINED">{t('programme.speaker.decline')}</button>
        </div>
      </form>
    </main>
  );
}
