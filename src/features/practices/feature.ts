import { anonymous } from '../../platform/context/actor.ts'
import { dayOf } from '../../platform/context/clock.ts'
import type { Feature } from '../../platform/http/feature.ts'
import { addPracticesApi } from './api.ts'
import { addSheetFileRoutes } from './files/pages.tsx'
import { practicesMessages } from './messages/index.ts'
import { foundPractices, linkToPractices, newPractices } from './network-parts.tsx'
import { addPeopleRoutes } from './people.pages.tsx'
import { eraseFromPractices } from './personal-data.commands.ts'
import { addPrintingRoutes } from './printing/pages.tsx'
import { proposalJob } from './proposals/jobs.ts'
import { addProposalRoutes } from './proposals/pages.tsx'
import { forgetReviewers } from './reviews/commands.ts'
import { addReviewRoutes } from './reviews/pages.tsx'
import { listPracticePages } from './sheets/list.queries.ts'
import { addSheetRoutes } from './sheets/pages.tsx'
import { practiceRecord } from './sheets/practice-record.ts'
import { practiceTexts } from './sheets/practice-texts.commands.ts'
import { practicesToDo } from './to-do.queries.ts'
import { addTradesApi } from './trades.api.ts'
import { addUsesApi } from './uses/api.ts'
import { addUseRoutes } from './uses/pages.tsx'
import { takeUpSection } from './uses/take-up-section.tsx'

/** What authorities did, what failed, and who took it up. */
export const practices: Feature = {
  name: 'practices',
  messages: practicesMessages,
  navigation: [{ path: '/practices', label: 'practices.list.title', door: 'partners', also: ['/questions'] }],
  routes: (app, application) => {
    addSheetRoutes(app, application)
    addSheetFileRoutes(app, application)
    addPrintingRoutes(app, application)
    addUseRoutes(app, application)
    addReviewRoutes(app, application)
    addPeopleRoutes(app, application)
    addProposalRoutes(app, application)
  },
  api: (app, application) => {
    addPracticesApi(app, application)
    addUsesApi(app, application)
    addTradesApi(app, application)
  },
  records: [practiceRecord],
  texts: [practiceTexts],
  mails: { 'practices.review': 'practices.review.mail.kind' },
  jobs: (application) => [
    proposalJob(application),
    {
      name: 'practices.forget',
      cron: '55 2 * * *',
      run: () => {
        const { clock, database } = application
        return forgetReviewers({ actor: anonymous, clock, database, today: dayOf(clock) })
      },
    },
  ],
  toDo: practicesToDo,
  sitemap: listPracticePages,
  recordLink: linkToPractices,
  recordSection: takeUpSection,
  networkParts: [foundPractices],
  letterSources: [newPractices],
  personalData: { collect: async () => [], erase: eraseFromPractices },
}
