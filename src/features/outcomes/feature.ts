import type { Feature } from '../../platform/http/feature.ts'
import { addLinkRoutes } from './answering/by-link.pages.tsx'
import { outcomeSection } from './answering/outcome-section.tsx'
import { addOutcomeRoutes } from './answering/pages.tsx'
import { addOutcomeApi } from './api.ts'
import { outcomeCommands } from './cli.ts'
import { outcomeJobs } from './jobs.ts'
import { outcomesMessages } from './messages/index.ts'
import { outcomeTexts } from './outcome-texts.commands.ts'
import { eraseFromOutcomes } from './personal-data.commands.ts'
import { listOutcomeData } from './personal-data.queries.ts'
import { outcomeToDo } from './to-do.queries.ts'

/** What came of an exchange, asked once of each of its holders. */
export const outcomes: Feature = {
  name: 'outcomes',
  messages: outcomesMessages,
  routes: (app, application) => {
    addOutcomeRoutes(app, application)
    addLinkRoutes(app, application)
  },
  api: addOutcomeApi,
  recordSection: outcomeSection,
  jobs: outcomeJobs,
  commands: outcomeCommands,
  toDo: outcomeToDo,
  texts: [outcomeTexts],
  mails: { 'outcomes.ask': 'outcomes.mail.kind' },
  personalData: { collect: listOutcomeData, erase: eraseFromOutcomes },
}
