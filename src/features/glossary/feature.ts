import type { Feature } from '../../platform/http/feature.ts'
import { glossaryMessages } from './messages/index.ts'
import { addGlossaryRoutes } from './pages.tsx'

/** The terms of a group and those of the field, to read; the terms themselves are of the translations. */
export const glossary: Feature = {
  name: 'glossary',
  messages: glossaryMessages,
  navigation: [{ path: '/terms', label: 'glossary.list.title', door: 'group' }],
  routes: addGlossaryRoutes,
}
