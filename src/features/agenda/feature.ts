import { sql } from 'kysely'
import type { Feature } from '../../platform/http/feature.ts'
import type { Door } from '../../platform/http/navigation.ts'
import { addAgendaApi } from './api.ts'
import { eventTexts } from './event-texts.commands.ts'
import { comingEvents, foundEvents, latestPicture } from './events/list/network-parts.tsx'
import { agendaViews, pathOfView } from './events/paths.ts'
import { mayReadInside } from './events/policy.ts'
import { listEventPages } from './events/queries.ts'
import { newEventOfTie } from './events/ties/new-event-link.ts'
import { ownFeedsSection } from './feeds/own/frame.tsx'
import { agendaJobs } from './jobs.ts'
import { agendaLetterSources } from './letter/sources.ts'
import { agendaMessages } from './messages/index.ts'
import { overdueDebriefs } from './missions/overdue-debriefs.tsx'
import { addAgendaRoutes } from './pages.tsx'
import { eraseFromAgenda } from './personal-data.commands.ts'
import { listAgendaData } from './personal-data.queries.ts'
import { calendarOfGroup } from './planning/calendar-part.tsx'
import { mayModerateProposals } from './policy.ts'
import { registrationAnswers } from './registration/calendar-answers.commands.ts'
import { listAgendaPages } from './sitemap.queries.ts'
import { agendaToDo } from './to-do.queries.ts'

const door: Door = 'agenda'

/** What authorities do together, and when to meet: the days of every country, the hours that offices share, what conflicts with a date. */
export const agenda: Feature = {
  name: 'agenda',
  messages: agendaMessages,
  routes: addAgendaRoutes,
  api: addAgendaApi,
  navigation: [
    ...agendaViews.map((view) => ({ path: pathOfView(view), label: `agenda.view.${view}` as const, door })),
    { path: '/agenda/polls', label: 'agenda.polls.title', door, isFor: mayReadInside },
    { path: '/agenda/proposals', label: 'agenda.proposals.title', door, isFor: mayModerateProposals },
    { path: '/agenda/holidays', label: 'agenda.holidays.all', door },
  ],
  toDo: agendaToDo,
  recordLink: newEventOfTie,
  firstSteps: [
    {
      place: 5,
      label: 'agenda.start.event',
      action: 'agenda.start.add',
      path: '/agenda/new',
      isFor: mayModerateProposals,
      isDone: (networkId) =>
        sql<boolean>`exists (select 1 from agenda_event e where e.network_id = ${networkId})`,
    },
  ],
  jobs: agendaJobs,
  answers: registrationAnswers,
  mails: {
    'agenda.proposal': 'agenda.mail.proposal',
    'agenda.moderation': 'agenda.mail.moderation',
    'agenda.seats': 'agenda.seatsMail.kind',
    'agenda.poll': 'agenda.pollMail.kind',
    'agenda.pollLink': 'agenda.pollMail.linkKind',
    'agenda.commitments': 'agenda.commitmentsMail.kind',
    'agenda.registration': 'agenda.registrationMail.kind',
  },
  sitemap: async (application) => [
    ...(await listEventPages(application)),
    ...(await listAgendaPages(application)),
  ],
  texts: [eventTexts],
  networkParts: [comingEvents, latestPicture, foundEvents, calendarOfGroup, overdueDebriefs],
  letterSources: agendaLetterSources,
  accountSection: ownFeedsSection,
  personalData: { collect: listAgendaData, erase: eraseFromAgenda },
}
