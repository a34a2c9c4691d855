import type { Page } from 'playwright-core';
import { invitationPictures } from './invitation-pictures.js';
import { housePictures } from './house-pictures.js';
import { campaignPictures } from './campaign-pictures.js';
import { deskPictures } from './desk-pictures.js';
import { contactPictures } from './contact-pictures.js';
import { asAdministrator } from './set-the-stage.js';
import { statePictures } from './state-pictures.js';
import { enterAsAdministrator } from './staff.js';
import type { Stage } from './stage.js';

export type Visitor = 'nobody' | 'delegate' | 'staff';

/** One page as someone sees it; `press` is pressed one after the other: a form that is sent empty shows what the page has to say of that. */
export interface Picture {
  readonly name: string;
  readonly visitor: Visitor;
  readonly path: string;
  readonly press?: string | readonly string[];
}

/** Browser states to begin contexts with, signed in. */
export type Visitors = Readonly<Record<Visitor, Awaited<ReturnType<ReturnType<Page['context']>['storageState']>>>>;

const DELEGATE = 'elamin@example.org';
const names = { native: 'محمد الأمين', latinFamily: 'Elamin', latinGiven: 'Mohamed' };
const details = { names, nationality: 'SD', residence: 'EG', phone: '+20 100 123 4567', organisation: 'Nile Voices', languages: ['ar', 'en'], locale: 'en' };

/** Every page of the site with something on it, and who sees it. Paths are below the language. */
export async function hang(stage: Stage): Promise<{ pictures: readonly Picture[]; visitors: Visitors }> {
  const { slug, conferenceId } = stage.scenery;
  const make = async (mutation: string, type: string, input: object): Promise<{ id: string }> => {
    const { result } = await asAdministrator<{ result: { __typename: string; id: string } }>(
      stage.running, `mutation($input: ${mutation[0]?.toUpperCase() ?? ''}${mutation.slice(1)}Input!) { result: ${mutation}(input: $input) { __typename ... on ${type} { id } ... on Refusal { message } ${type === 'AgendaItem' ? '' : '... on InvalidInput { problems { path message } }'} } }`, { input },
    );
    if (result.__typename !== type) throw new Error(`${mutation}: ${JSON.stringify(result)}`);
    return result;
  };
  const onBehalf = { email: DELEGATE, origin: 'PHONE' };
  const consents = [{ key: 'privacy', textVersion: '2026-01' }];
  const confirmed = await make('registerDelegate', 'Registration', { conferenceId, category: 'delegate', onBehalf, details: { ...details, consents } });
  const travelDocument = { kind: 'PASSPORT', number: 'P00123456', issuedBy: 'SD', expiresOn: '2039-01-01' };
  const draft = await make('startRegistration', 'Registration', { conferenceId, category: 'press', onBehalf, details: { ...details, names: { ...names, native: 'آمنة الأمين', latinGiven: 'Amna' }, travelDocument } });
  const inReview = await make('registerDelegate', 'Registration', {
    conferenceId, category: 'press', onBehalf: { email: 'silva@example.org', origin: 'PAPER' },
    details: { ...details, names: { latinFamily: 'Silva', latinGiven: 'João' }, nationality: 'BR', residence: 'BR', travelDocument: { ...travelDocument, number: 'FZ998877', issuedBy: 'BR' }, answers: [{ question: 'outlet', choices: ['radio'] }], consents },
  });
  const { programme, visits } = await asAdministrator<{ programme: { forums: { id: string; slug: string; sessions: { id: string }[] }[] }; visits: { edges: { node: { departures: { id: string; places: { poolId: string } }[] } }[] } }>(
    stage.running, 'query($slug: String!) { programme(conferenceSlug: $slug) { forums { id slug sessions { id } } } visits(conferenceSlug: $slug) { edges { node { departures { id places { poolId } } } } } }', { slug },
  );
  const [boat, afternoon] = visits.edges[0]?.node.departures ?? [];
  const ports = programme.forums.find((forum) => forum.slug === 'ports');
  await make('chooseForum', 'AgendaItem', { registrationId: confirmed.id, forumId: ports?.id });
  await make('bookDeparture', 'AgendaItem', { registrationId: confirmed.id, departureId: boat?.id });
  const invited = await invitationPictures(stage, DELEGATE);
  const [delegate, staff] = [await stage.page(), await stage.page()];
  await stage.signIn(delegate, DELEGATE);
  await enterAsAdministrator(stage, staff);
  const conference = `/conferences/${slug}`;
  const desk = `/console/conferences/${slug}`;
  const [mine, form] = [`/registrations/${confirmed.id}`, `/registrations/${draft.id}`];
  const seenBy = (visitor: Visitor, paths: Readonly<Record<string, string>>): Picture[] => Object.entries(paths).map(([name, path]) => ({ name, visitor, path }));
  const submit = 'main form button[type=submit]';
  return {
    visitors: { nobody: { cookies: [], origins: [] }, delegate: await delegate.context().storageState(), staff: await staff.context().storageState() },
    pictures: [
      ...seenBy('nobody', {
        'home': '', 'conference': conference, 'programme': `${conference}/programme`, 'programme-search': `${conference}/programme?q=okafor`, 'programme-nothing': `${conference}/programme?q=zebra`, 'speakers': `${conference}/speakers`, 'series': `/series/two-rivers`, 'forum': `${conference}/programme/ports`,
        'visits': `${conference}/visits`, 'visit': `${conference}/visits/boat`, 'register': `${conference}/register`, 'sign-in': '/sign-in', 'sign-in-link': '/sign-in/link?token=x', 'offer': '/offers/01980000-0000-7000-8000-000000000001?token=x',
        'confirm-address': '/me/confirm-address?token=x', 'staff-sign-in': '/staff/sign-in', 'staff-code': '/staff/second-factor', 'staff-invitation': '/staff/invitation?token=x', 'not-found': '/nowhere',
        'speaker-answer': '/speakers/01980000-0000-7000-8000-000000000001?token=x', 'unsubscribe': '/unsubscribe/x', 'unsubscribe-done': '/unsubscribe/x?done', 'unsubscribe-unknown': '/unsubscribe/x?unknown',
      }),
      { name: 'sign-in-wrong', visitor: 'nobody', path: '/sign-in', press: submit },
      { name: 'sign-in-link-dead', visitor: 'nobody', path: '/sign-in/link?token=x', press: submit },
      { name: 'speaker-answer-unknown', visitor: 'nobody', path: '/speakers/01980000-0000-7000-8000-000000000001?token=x', press: submit },
      ...seenBy('delegate', {
        'me': '/me', 'register-again': `${conference}/register`, 'status': mine, 'status-withdraw': `${mine}?withdraw=1`, 'edit-contact': `${mine}/contact`, 'agenda': `${conference}/agenda`, 'agenda-two-clocks': `${conference}/agenda?zone=America/St_Johns`, 'alternatives': `/departures/${boat?.id ?? ''}/alternatives?registration=${confirmed.id}`, 'forum-ahead': `${conference}/programme/press-forum`, 'forum-mine': `${conference}/programme/ports`, 'visit-mine': `${conference}/visits/boat`,
        'step-names': `${form}/names`, 'step-contact': `${form}/contact`, 'step-document': `${form}/document`, 'step-questions': `${form}/questions`, 'step-consent': `${form}/consent`, 'step-review': `${form}/review`, 'not-allowed': '/console',
      }),
      { name: 'step-consent-wrong', visitor: 'delegate', path: `${form}/review`, press: submit },
      { name: 'forum-clash', visitor: 'delegate', path: `${conference}/programme/press-forum`, press: '.choosing button' },
      ...seenBy('staff', {
        'console': '/console', 'console-new': '/console/conferences/new', 'console-conference': desk, 'console-next': `${desk}/next`, 'console-registrations': `${desk}/registrations`, 'console-registration': `${desk}/registrations/${inReview.id}`,
        'console-forums': `${desk}/forums`, 'console-programme': `${desk}/programme`, 'console-programme-search': `${desk}/programme?q=okafor`, 'console-session': `${desk}/programme/sessions/${ports?.sessions[0]?.id ?? ''}`, 'console-release': `${desk}/programme/release`,
        'console-visit': `${desk}/visits/boat`, 'console-departure': `${desk}/visits/boat/departures/${boat?.id ?? ''}?manifest=1`, 'console-departure-empty': `${desk}/visits/boat/departures/${afternoon?.id ?? ''}`, 'console-lines': `${desk}/lines`, 'console-line': `${desk}/lines/${boat?.places.poolId ?? ''}`, 'console-together': `${desk}/lines/together`, 'console-visits': `${desk}/visits`, 'console-letters': `${desk}/letters`,
      }),
      ...invited,
      ...await campaignPictures(stage),
      ...await housePictures(stage),
      ...await deskPictures(stage),
      ...await contactPictures(stage),
      ...await statePictures(stage, DELEGATE),
      { name: 'console-release-unsure', visitor: 'staff', path: `${desk}/programme/release`, press: 'button[value=release]' },
      { name: 'console-next-wrong', visitor: 'staff', path: `${desk}/next`, press: submit },
      { name: 'console-new-wrong', visitor: 'staff', path: '/console/conferences/new', press: submit },
    ],
  };
}

/** Goes to a page in a language and presses what is to be pressed. */
export async function show(page: Page, stage: Stage, picture: Picture, locale: string): Promise<void> {
  await page.goto(`${stage.site}/${locale}${picture.path}`);
  for (const press of [picture.press ?? []].flat()) await page.locator(press).first().click();
}
