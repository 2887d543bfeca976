import type { Feature } from '../../platform/http/feature.ts'
import { addContributionsApi } from './api.ts'
import { contributionJobs } from './jobs.ts'
import { contributionsMessages } from './messages/index.ts'
import { addContributionRoutes } from './pages.tsx'
import { eraseContributor } from './personal-data.commands.ts'
import { listContributionData } from './personal-data.queries.ts'
import { maySuggest } from './policy.ts'
import { suggestionToDo } from './suggestions/to-do.queries.ts'

/** Changes of records by people: editing, versions, suggestions, the queue of a network, its activity. */
export const contributions: Feature = {
  name: 'contributions',
  messages: contributionsMessages,
  routes: addContributionRoutes,
  toDo: suggestionToDo,
  navigation: [
    { path: '/contributions', label: 'contributions.queue.title', door: 'group', isFor: maySuggest },
    { path: '/activity', label: 'contributions.feed.title', door: 'group', isFor: maySuggest },
  ],
  api: addContributionsApi,
  jobs: contributionJobs,
  mails: {
    'contributions.correction': 'contributions.mail.correction',
    'contributions.suggestion': 'contributions.mail.suggestion',
  },
  personalData: { collect: listContributionData, erase: eraseContributor },
}
