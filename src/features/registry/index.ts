import type { Feature } from '../../platform/http/application.ts'
import { addRegistryApi } from './api.ts'
import { registryCommands } from './cli.ts'
import { registryMessages } from './messages/index.ts'
import { navigation } from './navigation.ts'
import { addRegistryRoutes } from './routes.tsx'

export { writeActivity } from './activities/commands.ts'
export { writeAgreement } from './agreements/commands.ts'
export { activityKinds, agreementKinds, agreementStates, intentions, statuses, themes } from './codes.ts'
export { addCooperation } from './cooperations/commands.ts'
export { type NewEvidence, writeDispute, writeEvidence } from './evidence/commands.ts'
export { countFigures, type Figures } from './figures/queries.ts'
export { addInterest } from './interests/commands.ts'
export { type Locator, makeLocator } from './locators.ts'
export { writeNote } from './notes/commands.ts'
export { type Passage, readPassages } from './passages.ts'
export { resolveReference } from './references.ts'
export { writeResolution } from './resolutions/commands.ts'
export { addSource, loadSourceText } from './sources/commands.ts'

/** What is known of each network's cooperations, on whose word, and what became of them. */
export const registry: Feature = {
  name: 'registry',
  messages: registryMessages,
  routes: addRegistryRoutes,
  api: addRegistryApi,
  navigation,
  commands: registryCommands,
}
