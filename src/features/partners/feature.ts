import type { Feature } from '../../platform/http/application.ts'
import { partnersMessages } from './messages/index.ts'
import { addPartnersRoutes } from './routes.tsx'
import { suggestionCommands } from './suggestions/cli.ts'

/** Who looks for whom, what is expected of whom, and who would suit whom. */
export const partners: Feature = {
  name: 'partners',
  messages: partnersMessages,
  routes: addPartnersRoutes,
  commands: suggestionCommands,
}
