import type { Feature } from '../../platform/http/feature.ts'
import { addMinutesApi } from './api.ts'
import { convocationAnswers } from './convocations/calendar-answers.commands.ts'
import { decisionsOfGroup } from './decisions/group-decisions.tsx'
import { decisions } from './decisions.ts'
import { minutesJobs } from './jobs.ts'
import { listMeetingPages } from './meetings/queries.ts'
import { foundMeetings, nextMeeting, overdueActions } from './meetings/views/network-parts.tsx'
import { minutesMessages } from './messages/index.ts'
import { minutesTexts } from './minutes-texts.commands.ts'
import { addMinutesRoutes } from './pages.tsx'
import { eraseFromMeetings } from './personal-data.commands.ts'
import { listMeetingData } from './personal-data.queries.ts'
import { minutesToDo } from './to-do.queries.ts'

/** Meetings of a network, from convocation to outcome. */
export const minutes: Feature = {
  name: 'minutes',
  messages: minutesMessages,
  routes: addMinutesRoutes,
  api: addMinutesApi,
  jobs: minutesJobs,
  answers: convocationAnswers,
  toDo: minutesToDo,
  navigation: [{ path: '/meetings', label: 'minutes.list.title', door: 'meetings' }],
  networkParts: [decisionsOfGroup, nextMeeting, overdueActions, foundMeetings],
  mails: {
    'minutes.convocation': 'minutes.convocationMail.kind',
    'minutes.meetingChange': 'minutes.changeMail.kind',
  },
  sitemap: listMeetingPages,
  texts: minutesTexts,
  letterSources: [decisions],
  personalData: { collect: listMeetingData, erase: eraseFromMeetings },
}
