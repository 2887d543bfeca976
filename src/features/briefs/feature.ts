import type { Feature } from '../../platform/http/feature.ts'
import { addBriefApi } from './api.ts'
import { briefCommands } from './cli.ts'
import { addEditionRoutes } from './editions/pages.tsx'
import { briefRecord } from './items/brief-record.ts'
import { briefTexts } from './items/brief-texts.commands.ts'
import { briefJobs } from './jobs.ts'
import { addLegalPathApi } from './legal-path/api.ts'
import { addLegalPathRoutes } from './legal-path/pages.tsx'
import { briefsMessages } from './messages/index.ts'
import { addBriefRoutes, listBriefPages } from './pages.tsx'
import { linkToLegalPath, navigation } from './paths.ts'
import { eraseFromBriefs } from './personal-data.commands.ts'
import { listQuestionData } from './personal-data.queries.ts'
import { briefToDo } from './to-do.queries.ts'
import { visitPages } from './visit-pages.ts'

/** What one side needs to know of the administration of the other, in two pages. */
export const briefs: Feature = {
  name: 'briefs',
  messages: briefsMessages,
  routes: (app, application) => {
    addBriefRoutes(app, application)
    addEditionRoutes(app, application)
    addLegalPathRoutes(app, application)
  },
  api: (app, application) => {
    addBriefApi(app, application)
    addLegalPathApi(app, application)
  },
  recordLink: linkToLegalPath,
  commands: briefCommands,
  navigation,
  sitemap: listBriefPages,
  records: [briefRecord],
  texts: [briefTexts],
  visitPages,
  jobs: briefJobs,
  toDo: [briefToDo],
  mails: { 'briefs.questions': 'briefs.questionsMail.kind' },
  personalData: { collect: listQuestionData, erase: eraseFromBriefs },
}
