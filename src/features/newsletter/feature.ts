import type { Feature } from '../../platform/http/application.ts'
import { newsletterJobs } from './jobs.ts'
import { newsletterMessages } from './messages/index.ts'
import { mayKeepSubscribers } from './policy.ts'
import { eraseSubscriber } from './subscribers/personal-data/commands.ts'
import { listSubscriberData } from './subscribers/personal-data/queries.ts'
import { addSubscriberRoutes } from './subscribers/routes.tsx'

/** The letter of a network: who reads it. */
export const newsletter: Feature = {
  name: 'newsletter',
  messages: newsletterMessages,
  routes: addSubscriberRoutes,
  jobs: newsletterJobs,
  navigation: [
    {
      path: '/newsletter/subscribers',
      label: 'newsletter.subscribers.list',
      isFor: mayKeepSubscribers,
    },
  ],
  mails: { 'newsletter.subscription': 'newsletter.subscribers.mail.kind' },
  personalData: { collect: listSubscriberData, erase: eraseSubscriber },
}
