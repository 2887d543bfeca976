import type { Feature } from '../../platform/http/application.ts'
import { dataSection } from './account-section.tsx'
import { personalDataCommands } from './cli.ts'
import { personalDataMessages } from './messages/index.ts'
import { addPersonalDataRoutes } from './pages.tsx'

/** What the house keeps about somebody: read out to them, and erased when they ask. */
export const personalData: Feature = {
  name: 'personal-data',
  messages: personalDataMessages,
  routes: addPersonalDataRoutes,
  commands: personalDataCommands,
  accountSection: dataSection,
}
