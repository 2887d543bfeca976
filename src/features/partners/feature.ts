import type { Feature } from '../../platform/http/application.ts'
import { introductionJobs } from './introductions/jobs.ts'
import { eraseFromIntroductions } from './introductions/personal-data/commands.ts'
import { listIntroductionData } from './introductions/personal-data/queries.ts'
import { partnersMessages } from './messages/index.ts'
import { mayReadAmongMembers } from './policy.ts'
import { addPartnersRoutes } from './routes.tsx'
import { addWishesApi } from './wishes/api.ts'
import { foundWishes, lookingForPartner } from './wishes/board/views/network-parts.tsx'
import { wishJobs } from './wishes/jobs.ts'
import { newWishes } from './wishes/letter/new-wishes.ts'
import { listWishPages } from './wishes/listed-pages/queries.ts'
import { linkToWishes } from './wishes/of-authority/record-link.ts'
import { eraseFromWishes } from './wishes/personal-data/commands.ts'
import { wishRecord } from './wishes/record/wish-record.ts'
import { wishTexts } from './wishes/texts/wish-texts.ts'

/** Who looks for whom, what is expected of whom, and who would suit whom. */
export const partners: Feature = {
  name: 'partners',
  messages: partnersMessages,
  routes: addPartnersRoutes,
  navigation: [
    { path: '/partners', label: 'partners.board.nav' },
    {
      path: '/partners/introductions',
      label: 'partners.introduction.list.title',
      isFor: mayReadAmongMembers,
    },
  ],
  api: addWishesApi,
  jobs: (application) => [...wishJobs(application), ...introductionJobs(application)],
  mails: {
    'partners.expiry': 'partners.wish.expiryMail.kind',
    'partners.introduction': 'partners.introduction.mail.kind',
  },
  sitemap: listWishPages,
  records: [wishRecord],
  recordLink: linkToWishes,
  texts: [wishTexts],
  networkParts: [lookingForPartner, foundWishes],
  letterSources: [newWishes],
  personalData: {
    collect: listIntroductionData,
    erase: async (context, subject) => {
      await eraseFromWishes(context, subject)
      await eraseFromIntroductions(context, subject)
    },
  },
}
