import type { Feature } from '../../platform/http/feature.ts'
import { mayTranslate } from '../networks/index.ts'
import { addBatchRoutes } from './batches/pages.tsx'
import { addEditorRoutes } from './editor/pages.tsx'
import { translationJobs } from './jobs.ts'
import { translationsMessages } from './messages/index.ts'
import { eraseFromTranslations } from './personal-data.commands.ts'
import { listTranslationData } from './personal-data.queries.ts'
import { addRequestRoutes, fillMarks } from './requests/pages.tsx'
import { termRecord } from './terms/term-record.tsx'
import { termTexts } from './terms/term-texts.commands.ts'
import { translationsToDo } from './to-do.queries.ts'
import { addWaitingRoutes } from './waiting/pages.tsx'

/** The texts of a network in its languages: which are reliable, which wait, and who translates them. */
export const translations: Feature = {
  name: 'translations',
  messages: translationsMessages,
  routes: (app, application) => {
    for (const add of [addWaitingRoutes, addBatchRoutes, addRequestRoutes, addEditorRoutes])
      add(app, application)
  },
  jobs: translationJobs,
  toDo: translationsToDo,
  mails: { 'translations.ready': 'translations.mail.kind' },
  fillMarks,
  records: [termRecord],
  texts: [termTexts],
  personalData: { collect: listTranslationData, erase: eraseFromTranslations },
  navigation: [
    { path: '/translations', label: 'translations.list.title', door: 'group', isFor: mayTranslate },
  ],
}
