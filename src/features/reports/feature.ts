import type { Feature } from '../../platform/http/feature.ts'
import { addReportsApi } from './api.ts'
import { reportCommands } from './cli.ts'
import { addDifferenceApi } from './difference/api.ts'
import { addDifferenceRoutes } from './difference/pages.tsx'
import { reportJobs } from './drafting/jobs.ts'
import { newReports } from './drafting/letter-source.ts'
import { addReportRoutes } from './drafting/pages.tsx'
import { reportToDo } from './drafting/to-do.queries.ts'
import { addEditionRoutes } from './files/pages.tsx'
import { reportsMessages } from './messages/index.ts'
import { navigation } from './paths.ts'
import { eraseFromReports } from './personal-data.commands.ts'
import { listReportData } from './personal-data.queries.ts'
import { visitPart } from './visit-part.ts'

/** What a group tells both governments: editions for a period, frozen, signed by both sides, and comparable. */
export const reports: Feature = {
  name: 'reports',
  messages: reportsMessages,
  routes: (app, application) => {
    addReportRoutes(app, application)
    addEditionRoutes(app, application)
    addDifferenceRoutes(app, application)
  },
  api: (app, application) => {
    addReportsApi(app, application)
    addDifferenceApi(app, application)
  },
  commands: reportCommands,
  visitPart,
  jobs: reportJobs,
  toDo: reportToDo,
  navigation,
  letterSources: [newReports],
  mails: { 'reports.lines': 'reports.mail.kind' },
  personalData: { collect: listReportData, erase: eraseFromReports },
}
