import type { Feature } from '../../platform/http/application.ts'
import { siteMessages } from './messages/index.ts'
import { addSiteRoutes } from './routes.tsx'

export { drawSitePage } from './draw-site-page.tsx'
export { problemPages } from './problem-pages.tsx'

/** The pages that belong to no network: home, about, legal notice, accessibility, licences, sitemap, what went wrong. */
export const site: Feature = { name: 'site', messages: siteMessages, routes: addSiteRoutes }
