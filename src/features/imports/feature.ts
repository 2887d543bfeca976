import type { Feature } from '../../platform/http/application.ts'
import { importsMessages } from './messages/index.ts'
import { mayImport } from './policy.ts'
import { tableCommands } from './tables/cli.ts'
import { addTableRoutes } from './tables/routes.tsx'
import { tableJobs } from './tables/running/jobs.ts'

/** Files that become records: tables of cooperations, organisations and contacts. */
export const imports: Feature = {
  name: 'imports',
  messages: importsMessages,
  routes: addTableRoutes,
  jobs: tableJobs,
  commands: tableCommands,
  navigation: [{ path: '/imports', label: 'imports.list.title', isFor: mayImport }],
}
