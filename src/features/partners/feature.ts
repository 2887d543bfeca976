import type { Feature } from '../../platform/http/application.ts'
import { eventLink } from './assignment/event-link.ts'
import { assignmentJobs } from './assignment/jobs.ts'
import { eraseFromMeetings } from './assignment/personal-data/commands.ts'
import { listMeetingsData } from './assignment/personal-data/queries.ts'
import { partnersMessages } from './messages/index.ts'
import { addPartnersRoutes } from './routes.tsx'

/** Who looks for whom, what is expected of whom, and who would suit whom. */
export const partners: Feature = {
  name: 'partners',
  messages: partnersMessages,
  routes: addPartnersRoutes,
  jobs: (application) => [...assignmentJobs(application)],
  mails: {
    'partners.meetings': 'partners.assignmentMail.kind',
  },
  recordLink: eventLink,
  personalData: {
    collect: async (context, subject) => [...(await listMeetingsData(context, subject))],
    erase: async (context, subject) => {
      await eraseFromMeetings(context, subject)
    },
  },
}
