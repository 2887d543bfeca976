import type { Feature } from '../../platform/http/application.ts'
import { addEventsApi } from './events/api.ts'
import { listAgendaPages } from './events/listed-pages/queries.ts'
import { addEventRoutes } from './events/routes.tsx'
import { agendaMessages } from './messages/index.ts'
import { eraseFromEvents } from './personal-data/commands.ts'
import { eventTexts } from './texts/event-texts.ts'

/** What authorities do together, past and planned, as one agenda. */
export const agenda: Feature = {
  name: 'agenda',
  messages: agendaMessages,
  routes: addEventRoutes,
  api: addEventsApi,
  navigation: [{ path: '/agenda', label: 'agenda.list.title' }],
  sitemap: listAgendaPages,
  texts: [eventTexts],
  personalData: { collect: async () => [], erase: eraseFromEvents },
}
