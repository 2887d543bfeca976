import type { Feature } from '../../platform/http/feature.ts'
import { eventLink } from './assignment/event-link.ts'
import { assignmentJobs } from './assignment/jobs.ts'
import { eraseFromMeetings } from './assignment/personal-data.commands.ts'
import { listMeetingsData } from './assignment/personal-data.queries.ts'
import { meetingAnswers } from './assignment/publication/calendar-answers.commands.ts'
import { answerTexts } from './expectations/answering/answer-texts.queries.ts'
import { addExpectationsApi } from './expectations/api.ts'
import { expectationTexts } from './expectations/expectation-texts.commands.ts'
import { expectationJobs } from './expectations/jobs.ts'
import { lateExpectations } from './expectations/late-expectations.tsx'
import { foundExpectations } from './expectations/list/found-expectations.tsx'
import { eraseFromExpectations } from './expectations/personal-data.commands.ts'
import { listExpectationData } from './expectations/personal-data.queries.ts'
import { introductionJobs } from './introductions/jobs.ts'
import { eraseFromIntroductions } from './introductions/personal-data.commands.ts'
import { listIntroductionData } from './introductions/personal-data.queries.ts'
import { partnersMessages } from './messages/index.ts'
import { addPartnersRoutes } from './pages.tsx'
import { roundPath, suggestionsPath } from './paths.ts'
import { mayReadAmongMembers } from './policy.ts'
import { eraseFromVisitCounts } from './reciprocity/personal-data.commands.ts'
import { reciprocityLink } from './reciprocity/reciprocity-link.ts'
import { reciprocityOfGroup } from './reciprocity/views/group-part.tsx'
import { roundJobs } from './rounds/jobs.ts'
import { eraseFromRounds } from './rounds/personal-data.commands.ts'
import { roundLink } from './rounds/round-link.ts'
import { roundTexts } from './rounds/round-texts.commands.ts'
import { foundInRounds } from './rounds/search/found-in-rounds.tsx'
import { suggestionCommands } from './suggestions/cli.ts'
import { partnersToDo } from './to-do.queries.ts'
import { addWishesApi } from './wishes/api.ts'
import { foundWishes, lookingForPartner } from './wishes/board/network-parts.tsx'
import { immersionWishes } from './wishes/immersion-wishes.tsx'
import { wishJobs } from './wishes/jobs.ts'
import { newWishes } from './wishes/new-wishes.ts'
import { partnerSearches } from './wishes/partner-searches.ts'
import { eraseFromWishes } from './wishes/personal-data.commands.ts'
import { linkToWishes } from './wishes/record-link.ts'
import { listWishPages } from './wishes/sitemap.queries.ts'
import { wishRecord } from './wishes/wish-record.ts'
import { wishTexts } from './wishes/wish-texts.commands.ts'

const door = 'partners'

/** Wishes, expectations and suggested partners. */
export const partners: Feature = {
  name: 'partners',
  messages: partnersMessages,
  routes: addPartnersRoutes,
  commands: suggestionCommands,
  toDo: partnersToDo,
  navigation: [
    { path: '/partners', label: 'partners.tabs.board', door },
    { path: '/expectations', label: 'partners.tabs.expectations', door },
    { path: '/reciprocity', label: 'partners.tabs.reciprocity', door },
    { path: suggestionsPath(), label: 'partners.tabs.suggestions', door, isFor: mayReadAmongMembers },
    {
      path: '/partners/introductions',
      label: 'partners.tabs.introductions',
      door,
      isFor: mayReadAmongMembers,
    },
    { path: roundPath(), label: 'partners.tabs.rounds', door, isFor: mayReadAmongMembers },
  ],
  recordSection: immersionWishes,
  answers: meetingAnswers,
  api(app, application) {
    addWishesApi(app, application)
    addExpectationsApi(app, application)
  },
  jobs: (application) => [
    ...wishJobs(application),
    ...introductionJobs(application),
    ...expectationJobs(application),
    ...assignmentJobs(application),
    ...roundJobs(application),
  ],
  mails: {
    'partners.expiry': 'partners.wish.expiryMail.kind',
    'partners.introduction': 'partners.introduction.mail.kind',
    'partners.expectation': 'partners.expectationMail.kind',
    'partners.expectationLink': 'partners.expectationMail.linkKind',
    'partners.meetings': 'partners.assignmentMail.kind',
  },
  sitemap: listWishPages,
  records: [wishRecord],
  partnerSearches,
  // The pages of a tie lead to its ledger, those of an authority to its wishes, of an event to its bilateral meetings, of a meeting to its round.
  recordLink: async (call) =>
    (await reciprocityLink(call)) ?? (await linkToWishes(call)) ?? (await eventLink(call)) ?? roundLink(call),
  texts: [wishTexts, expectationTexts, roundTexts],
  apartTexts: [answerTexts],
  networkParts: [
    lookingForPartner,
    foundWishes,
    foundExpectations,
    foundInRounds,
    lateExpectations,
    reciprocityOfGroup,
  ],
  letterSources: [newWishes],
  personalData: {
    collect: async (context, subject) => [
      ...(await listIntroductionData(context, subject)),
      ...(await listExpectationData(context, subject)),
      ...(await listMeetingsData(context, subject)),
    ],
    erase: async (context, subject) => {
      await eraseFromWishes(context, subject)
      await eraseFromIntroductions(context, subject)
      await eraseFromExpectations(context, subject)
      await eraseFromVisitCounts(context, subject)
      await eraseFromMeetings(context, subject)
      await eraseFromRounds(context, subject)
    },
  },
}
