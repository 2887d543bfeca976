import type { Feature } from '../../platform/http/feature.ts'
import { mayTranslate } from '../networks/index.ts'
import { addBatchRoutes } from './batches/pages.tsx'
import { addEditorRoutes } from './editor/pages.tsx'
import { translationJobs } from './jobs.ts'
import { translationsMessages } from './messages/index.ts'
import { eraseFromTranslations } from './personal-data.commands.ts'
import { addWaitingRoutes } from './waiting/pages.tsx'

/** The texts of a network in its languages: which are reliable, which wait, and who translates them. */
export const translations: Feature = {
  name: 'translations',
  messages: translationsMessages,
  routes: (app, application) => {
    for (const add of [addWaitingRoutes, addBatchRoutes, addEditorRoutes]) add(app, application)
  },
  jobs: translationJobs,
  personalData: { collect: async () => [], erase: eraseFromTranslations },
  navigation: [
    { path: '/translations', label: 'translations.list.title', door: 'group', isFor: mayTranslate },
  ],
}
