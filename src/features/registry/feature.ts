import type { Feature } from '../../platform/http/feature.ts'
import { addRegistryApi } from './api.ts'
import { registryCommands } from './cli.ts'
import { confirmationToDo } from './confirmations/to-do.queries.ts'
import { cooperationRecord } from './cooperations/record/cooperation-record.ts'
import { declaredEventRecord } from './event-record.ts'
import { factSources } from './evidence/dispute-list.tsx'
import { groupSteps } from './group/first-steps.queries.ts'
import { ownTies } from './home/own-ties.tsx'
import { registryLetterSources } from './letter-sources.ts'
import { registryMessages } from './messages/index.ts'
import { organisationRecord } from './organisations/record/organisation-record.ts'
import { addRegistryRoutes } from './pages.tsx'
import { navigation } from './paths.ts'
import { eraseFromRecords } from './personal-data.commands.ts'
import { listConfirmationData } from './personal-data.queries.ts'
import { listRegistryPages } from './queries.ts'
import { registryTexts } from './registry-texts.commands.ts'

/** Each network’s cooperations, with their sources and their history. */
export const registry: Feature = {
  name: 'registry',
  messages: registryMessages,
  routes: addRegistryRoutes,
  api: addRegistryApi,
  sitemap: listRegistryPages,
  navigation,
  firstSteps: groupSteps,
  toDo: [confirmationToDo],
  networkParts: [ownTies],
  commands: registryCommands,
  records: [cooperationRecord, organisationRecord, declaredEventRecord],
  mails: {
    'registry.confirmation': 'registry.confirmationMail.kind',
    'registry.dispute': 'registry.disputeMail.kind',
  },
  texts: registryTexts,
  letterSources: registryLetterSources,
  factSources,
  personalData: { collect: listConfirmationData, erase: eraseFromRecords },
}
