import type { Feature } from '../../platform/http/application.ts'
import { importsMessages } from './messages/index.ts'
import { eraseFromImports } from './personal-data/commands.ts'
import { listImportData } from './personal-data/queries.ts'
import { mayImport } from './policy.ts'
import { textCommands } from './texts/cli.ts'
import { textJobs } from './texts/jobs.ts'
import { addTextRoutes } from './texts/routes.tsx'

/** What coordinators bring in from elsewhere: texts, understood and decided on fact by fact. */
export const imports: Feature = {
  name: 'imports',
  messages: importsMessages,
  routes: addTextRoutes,
  jobs: textJobs,
  commands: textCommands,
  navigation: [{ path: '/imports', label: 'imports.text.page.title', isFor: mayImport }],
  personalData: { collect: listImportData, erase: eraseFromImports },
}
