import { sql } from 'kysely'
import type { Feature } from '../../platform/http/feature.ts'
import { calendarCommands } from './calendars/cli.ts'
import { calendarJobs } from './calendars/running/jobs.ts'
import { importsMessages } from './messages/index.ts'
import { addImportRoutes } from './pages.tsx'
import { eraseFromImports } from './personal-data/commands.ts'
import { listImportData } from './personal-data/queries.ts'
import { mayImport } from './policy.ts'
import { tableCommands } from './tables/cli.ts'
import { tableJobs } from './tables/running/jobs.ts'
import { acceptanceJobs } from './texts/acceptance/jobs.ts'
import { textCommands } from './texts/cli.ts'
import { textJobs } from './texts/jobs.ts'
import { importsToDo } from './to-do.queries.ts'
import { understandApart } from './understanding/apart/understand-apart.ts'

/** What coordinators bring in from elsewhere: tables, and texts that are understood and decided on fact by fact. */
export const imports: Feature = {
  name: 'imports',
  messages: importsMessages,
  routes: addImportRoutes,
  jobs: (application) => [
    ...tableJobs(application),
    ...textJobs(application),
    ...acceptanceJobs(application),
    ...calendarJobs(application),
  ],
  commands: [...tableCommands, ...textCommands, ...calendarCommands],
  navigation: [
    { path: '/imports', label: 'imports.list.title', door: 'group', isFor: mayImport },
    { path: '/agenda/import', label: 'imports.calendar.list', door: 'agenda', isFor: mayImport },
  ],
  toDo: importsToDo,
  firstSteps: [
    {
      place: 4,
      label: 'imports.start.past',
      action: 'imports.start.bring',
      path: '/imports',
      other: { action: 'imports.start.enter', path: '/cooperations/new' },
      isFor: mayImport,
      isDone: (networkId) =>
        sql<boolean>`exists (select 1 from registry_cooperation c where c.network_id = ${networkId})`,
    },
  ],
  tellSentences: async (context, document, signal) =>
    (await understandApart(context, document, { signal })).sentences,
  personalData: { collect: listImportData, erase: eraseFromImports },
}
