import type { Feature } from '../../platform/http/feature.ts'
import { dataSection } from './account-section.tsx'
import { personalDataCommands } from './cli.ts'
import { personalDataMessages } from './messages/index.ts'
import { addPersonalDataRoutes } from './pages.tsx'

/** The data kept about a person: shown to them, and erased at their request. */
export const personalData: Feature = {
  name: 'personal-data',
  messages: personalDataMessages,
  routes: addPersonalDataRoutes,
  commands: personalDataCommands,
  accountSection: dataSection,
}
