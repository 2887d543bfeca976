import type { Feature } from '../../platform/http/application.ts'
import { agendaMessages } from './messages/index.ts'
import { eraseFromEvents } from './personal-data/commands.ts'
import { eventTexts } from './texts/event-texts.ts'

/** What authorities do together, past and planned, as one agenda. */
export const agenda: Feature = {
  name: 'agenda',
  messages: agendaMessages,
  texts: [eventTexts],
  personalData: { collect: async () => [], erase: eraseFromEvents },
}
