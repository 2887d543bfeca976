import { sql } from 'kysely'
import type { Feature } from '../../platform/http/feature.ts'
import { addAgendaApi } from './api.ts'
import { eventTexts } from './event-texts.commands.ts'
import { comingEvents, foundEvents } from './events/list/network-parts.tsx'
import { mayReadInside } from './events/policy.ts'
import { listEventPages } from './events/queries.ts'
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
import { listAgendaPages } from './sitemap.queries.ts'
import { agendaToDo } from './to-do.queries.ts'

/** What authorities do together, and when to meet: the days of every country, the hours that offices share, what conflicts with a date. */
export const agenda: Feature = {
  name: 'agenda',
  messages: agendaMessages,
  routes: addAgendaRoutes,
  api: addAgendaApi,
  navigation: [
    { path: '/agenda', label: 'agenda.list.title' },
    { path: '/agenda/polls', label: 'agenda.polls.title', isFor: mayReadInside },
    { path: '/agenda/proposals', label: 'agenda.proposals.title', isFor: mayModerateProposals },
  ],
  toDo: agendaToDo,
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
  networkParts: [comingEvents, foundEvents, calendarOfGroup, overdueDebriefs],
  letterSources: agendaLetterSources,
  accountSection: ownFeedsSection,
  personalData: { collect: listAgendaData, erase: eraseFromAgenda },
}
