import type { Feature } from '../../platform/http/application.ts'
import { listIssuePages } from './issues/listed-pages/queries.ts'
import { eraseFromIssues } from './issues/personal-data/commands.ts'
import { listIssueData } from './issues/personal-data/queries.ts'
import { addIssueRoutes } from './issues/routes.tsx'
import { newsletterMessages } from './messages/index.ts'

/** The letter of a network: what it tells, to whom, and how it gets there. */
export const newsletter: Feature = {
  name: 'newsletter',
  messages: newsletterMessages,
  routes: addIssueRoutes,
  navigation: [{ path: '/newsletter', label: 'newsletter.issues.title' }],
  sitemap: listIssuePages,
  personalData: { collect: listIssueData, erase: eraseFromIssues },
}
