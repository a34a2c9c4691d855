import { index, layout, prefix, route } from '@react-router/dev/routes';
import type { RouteConfig } from '@react-router/dev/routes';

export default [
  index('i18n/choose-language.ts'),
  route(':locale', 'layout/site.tsx', [
    index('conferences/home.tsx'),
    route('sign-in', 'identity/sign-in.tsx'),
    route('sign-in/link', 'identity/sign-in-link.tsx'),
    route('sign-out', 'identity/sign-out.ts'),
    route('me', 'identity/my-page.tsx'),
    route('me/confirm-address', 'identity/confirm-address.tsx'),
    ...prefix('staff', [
      route('sign-in', 'staff/sign-in.tsx'),
      route('second-factor', 'staff/second-factor.tsx'),
      route('second-factor/new', 'staff/new-second-factor.tsx'),
      route('invitation', 'staff/invitation.tsx'),
    ]),
    route('conferences/:slug', 'conferences/conference.tsx', [
      index('conferences/overview.tsx'),
      route('programme', 'programme/programme.tsx'),
      route('programme/:forum', 'programme/forum.tsx'),
      route('visits', 'visits/visits.tsx'),
      route('visits/:visit', 'visits/visit.tsx'),
      route('agenda', 'agenda/my-agenda.tsx'),
      route('register', 'registration/choose-category.tsx'),
    ]),
    route('registrations/:id', 'registration/status.tsx'),
    route('registrations/:id/:step', 'registration/step.tsx'),
    route('offers/:id', 'agenda/offer.tsx'),
    route('speakers/:id', 'programme/speaker-answer.tsx'),
    ...prefix('console', [
      layout('console/console.tsx', [
        index('console/conferences.tsx'),
        route('conferences/new', 'console/new-conference.tsx'),
        route('conferences/:slug', 'console/conference.tsx'),
        route('conferences/:slug/registrations', 'console/registrations.tsx'),
        route('conferences/:slug/registrations/:id', 'console/registration.tsx'),
        route('conferences/:slug/programme', 'console/programme/draft-room.tsx'),
        route('conferences/:slug/programme/release', 'console/programme/release-room.tsx'),
        route('conferences/:slug/programme/sessions/:session', 'console/programme/session-room.tsx'),
        route('conferences/:slug/forums', 'console/forums.tsx'),
        route('conferences/:slug/visits', 'console/visits.tsx'),
        route('conferences/:slug/visits/:visit', 'console/visits/visit-room.tsx'),
        route('conferences/:slug/visits/:visit/departures/:departure', 'console/visits/departure-room.tsx'),
        route('conferences/:slug/lines', 'console/lines/lines-room.tsx'),
        route('conferences/:slug/lines/together', 'console/lines/together-room.tsx'),
        route('conferences/:slug/lines/:pool', 'console/lines/line-room.tsx'),
        route('conferences/:slug/letters', 'console/letters.tsx'),
      ]),
    ]),
    route('*', 'layout/not-found.tsx'),
  ]),
] satisfies RouteConfig;
