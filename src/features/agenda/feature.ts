import type { Feature } from '../../platform/http/application.ts'
import { addAgendaApi } from './api.ts'
import { comingEvents, foundEvents } from './events/list/views/network-parts.tsx'
import { listEventPages } from './events/listed-pages/queries.ts'
import { ownFeedsSection } from './feeds/own/page.tsx'
import { listAgendaPages } from './listed-pages/queries.ts'
import { agendaMessages } from './messages/index.ts'
import { overdueDebriefs } from './missions/debriefs/views/overdue-debriefs.tsx'
import { listMissionData } from './missions/personal-data/queries.ts'
import { eraseFromAgenda } from './personal-data/commands.ts'
import { listFeedData } from './personal-data/queries.ts'
import { calendarOfGroup } from './planning/views/calendar-part.tsx'
import { addAgendaRoutes } from './routes.tsx'
import { eventTexts } from './texts/event-texts.ts'

/** What authorities do together, and when to meet: the days of every country, the hours that offices share, what stands in the way of a date. */
export const agenda: Feature = {
  name: 'agenda',
  messages: agendaMessages,
  routes: addAgendaRoutes,
  api: addAgendaApi,
  navigation: [{ path: '/agenda', label: 'agenda.list.title' }],
  sitemap: async (application) => [
    ...(await listEventPages(application)),
    ...(await listAgendaPages(application)),
  ],
  texts: [eventTexts],
  networkParts: [comingEvents, foundEvents, calendarOfGroup, overdueDebriefs],
  mails: { 'agenda.seats': 'agenda.seatsMail.kind' },
  accountSection: ownFeedsSection,
  personalData: {
    collect: async (context, subject) => [
      ...(await listMissionData(context, subject)),
      ...(await listFeedData(context, subject)),
    ],
    erase: eraseFromAgenda,
  },
}
