import { graphql } from '../../api/graphql.js';
import type { VariablesOf } from '../../api/graphql.js';
import { chosen, line } from '../../forms/problems.js';
import { words } from './template-data.js';

export const CampaignOf = graphql(`
  query ConsoleCampaign($id: ID!) {
    campaign(id: $id) {
      id name purpose state version fromName replyTo replyBy recipients createdAt startedAt startsAt finishedAt
      template { id name texts { locale } } audience { id name } isToRegistrations registrations { picked search states categories { title } nationalities tags } remindsOf { id name }
      schedule { kind at day } pace { perMinute domainPerMinute warmUp quietFrom quietUntil }
      invitation { category { id title } places locked expiresAt sponsor }
      estimate { count { matched suppressed registered invited written recipients } byLocale { locale count } inFallback startsAt endsAt }
      progress { total settled ratePerMinute expectedEnd nextAt counts { state count } alerts { name answer until } }
      reminderRules { id whom afterDays beforeDays atMost stoppedAt template { id name } }
    }
  }
`);
export const Ingredients = graphql(`
  query CampaignIngredients($id: ID!) {
    templates(conferenceId: $id, first: 200) { edges { node { id name purpose } } }
    audiences(conferenceId: $id, first: 200) { edges { node { id name } } }
  }
`);
export const MatchingRegistrations = graphql(`query CampaignRegistrants($id: ID!, $filter: RegistrationFilter) { registrations(conferenceId: $id, filter: $filter, first: 1) { totalCount } }`);
export const CreateCampaign = graphql(`
  mutation NewCampaign($input: CreateCampaignInput!, $key: String) {
    result: createCampaign(input: $input, idempotencyKey: $key) { __typename ... on Campaign { id } ... on Refusal { message } ... on InvalidInput { problems { path message } } }
  }
`);
export const UpdateCampaign = graphql(`
  mutation ChangeCampaign($input: UpdateCampaignInput!) {
    result: updateCampaign(input: $input) { __typename ... on Campaign { id } ... on Refusal { message } ... on InvalidInput { problems { path message } } }
  }
`);
export const Start = graphql(`
  mutation StartCampaign($id: ID!, $recipients: Int!) { result: startCampaign(id: $id, recipients: $recipients) { __typename ... on Campaign { id } ... on Refusal { message } } }
`);
export const Pause = graphql(`mutation PauseCampaign($id: ID!) { result: pauseCampaign(id: $id) { __typename ... on Refusal { message } } }`);
export const Resume = graphql(`mutation ResumeCampaign($id: ID!) { result: resumeCampaign(id: $id) { __typename ... on Refusal { message } } }`);
export const Cancel = graphql(`mutation CancelCampaign($id: ID!) { result: cancelCampaign(id: $id) { __typename ... on Refusal { message } } }`);

export const ArchiveCampaign = graphql(`mutation PutAwayCampaign($id: ID!) { result: archiveCampaign(id: $id) { __typename ... on Refusal { message } } }`);

export const SCHEDULES = ['NOW', 'AT', 'MORNING'] as const;
type CampaignInput = Omit<VariablesOf<typeof CreateCampaign>['input'], 'conferenceId'>;

/** A campaign as its form says it. */
export function campaignInput(form: FormData): CampaignInput {
  const number = (name: string): number | null => {
    const text = line(form, name);
    return text === null ? null : Number.isInteger(Number(text)) ? Number(text) : 0;
  };
  return {
    name: line(form, 'name') ?? '', templateId: line(form, 'templateId') ?? '', audienceId: line(form, 'audienceId'), fromName: line(form, 'fromName'), replyTo: line(form, 'replyTo'),
    replyBy: line(form, 'replyBy'),
    schedule: { kind: SCHEDULES.find((one) => one === form.get('schedule.kind')) ?? 'NOW', at: line(form, 'schedule.at'), day: line(form, 'schedule.day') },
    pace: {
      perMinute: number('pace.perMinute'), domainPerMinute: number('pace.domainPerMinute'), warmUp: words(line(form, 'pace.warmUp')).map(Number).map((most) => (Number.isInteger(most) ? most : 0)),
      quietFrom: line(form, 'pace.quietFrom'), quietUntil: line(form, 'pace.quietUntil'),
    },
    invitation: {
      categoryId: line(form, 'invitation.categoryId'), places: number('invitation.places') ?? 1, locked: chosen(form, 'invitation.locked').includes('yes'),
      expiresAt: line(form, 'invitation.expiresAt'), sponsor: line(form, 'invitation.sponsor'),
    },
  };
}

/** An instant as the wall clock of a zone shows it, for a field that asks for one: 2026-05-01T18:00. */
export function wallClock(instant: string | null | undefined, zone: string): string | null {
  return instant === null || instant === undefined ? null : Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' });
}
