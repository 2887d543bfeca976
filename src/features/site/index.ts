import type { Feature } from '../../platform/http/feature.ts'
import { addReferenceApi } from './api-reference/api.ts'
import { siteMessages } from './messages/index.ts'
import { addSiteRoutes, listSitePages } from './pages.tsx'

export { problemPages } from './views/problem-pages.tsx'

/** The pages that belong to no network: home, about, legal notice, accessibility, licences, sitemap, errors. */
export const site: Feature = {
  name: 'site',
  messages: siteMessages,
  routes: addSiteRoutes,
  api: addReferenceApi,
  sitemap: listSitePages,
}
