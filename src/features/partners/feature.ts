import type { Feature } from '../../platform/http/application.ts'
import { addExpectationsApi } from './expectations/api.ts'
import { expectationJobs } from './expectations/jobs.ts'
import { eraseFromExpectations } from './expectations/personal-data/commands.ts'
import { listExpectationData } from './expectations/personal-data/queries.ts'
import { lateExpectations } from './expectations/watch/views/late-expectations.tsx'
import { partnersMessages } from './messages/index.ts'
import { eraseFromVisitCounts } from './reciprocity/personal-data/commands.ts'
import { reciprocityLink } from './reciprocity/reciprocity-link.ts'
import { reciprocityOfGroup } from './reciprocity/views/group-part.tsx'
import { addPartnersRoutes } from './routes.tsx'
import { suggestionCommands } from './suggestions/cli.ts'

/** Who looks for whom, what is expected of whom, and who would suit whom. */
export const partners: Feature = {
  name: 'partners',
  messages: partnersMessages,
  routes: addPartnersRoutes,
  commands: suggestionCommands,
  api: addExpectationsApi,
  navigation: [{ path: '/expectations', label: 'partners.expectations.title' }],
  jobs: expectationJobs,
  mails: {
    'partners.expectation': 'partners.expectationMail.kind',
    'partners.expectationLink': 'partners.expectationMail.linkKind',
  },
  networkParts: [lateExpectations, reciprocityOfGroup],
  recordLink: reciprocityLink,
  personalData: {
    collect: listExpectationData,
    erase: async (context, subject) => {
      await eraseFromExpectations(context, subject)
      await eraseFromVisitCounts(context, subject)
    },
  },
}
