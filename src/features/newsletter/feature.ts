import type { Feature } from '../../platform/http/feature.ts'
import { addIssuesApi } from './issues/api/api.ts'
import { latestLetter } from './issues/archive/latest-letter.tsx'
import { listIssuePages } from './issues/queries.ts'
import { newsletterJobs } from './jobs.ts'
import { newsletterMessages } from './messages/index.ts'
import { addNewsletterRoutes } from './pages.tsx'
import { eraseFromNewsletter } from './personal-data.commands.ts'
import { listNewsletterData } from './personal-data.queries.ts'
import { mayKeepSubscribers } from './policy.ts'
import { hearOfReturn } from './subscribers/returns/commands.ts'
import { newsletterToDo } from './to-do.queries.ts'

/** The letter of a network: its contents, its readers, and its way to them. */
export const newsletter: Feature = {
  name: 'newsletter',
  messages: newsletterMessages,
  routes: addNewsletterRoutes,
  api: addIssuesApi,
  jobs: newsletterJobs,
  toDo: newsletterToDo,
  navigation: [
    { path: '/newsletter', label: 'newsletter.issues.title', door: 'letter' },
    {
      path: '/newsletter/subscribers',
      label: 'newsletter.subscribers.list',
      door: 'letter',
      isFor: mayKeepSubscribers,
    },
  ],
  networkParts: [latestLetter],
  mails: { 'newsletter.subscription': 'newsletter.subscribers.mail.kind' },
  hearReturn: hearOfReturn,
  sitemap: listIssuePages,
  personalData: { collect: listNewsletterData, erase: eraseFromNewsletter },
}
