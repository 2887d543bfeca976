import type { FastifyInstance, FastifyReply } from 'fastify'
import { everything } from '../../platform/activity/activity.ts'
import { dayOf, ownDay, readOnce } from '../../platform/context/clock.ts'
import type { Application, SitemapEntry } from '../../platform/http/application.ts'
import { limits } from '../../platform/http/limits.ts'
import { loadPageRequest } from '../../platform/http/page-request.ts'
import { pagesOf } from '../../platform/http/visit.ts'
import { interfaceLanguages, negotiateLanguage } from '../../platform/i18n/languages.ts'
import { addressFor, type Reader } from '../../platform/i18n/reader.ts'
import { parameterOf } from '../../platform/input/parameters.ts'
import { notFound } from '../../platform/refusal.ts'
import type { Settings } from '../../platform/settings/settings.ts'
import { useReader } from '../../ui/reader.tsx'
import { type SitePage, sitePage } from '../../ui/shell/site-page.tsx'
import { PageHeading } from '../../ui/text/headings.tsx'
import { Name } from '../../ui/text/name.tsx'
import { listNetworks, type Network } from '../networks/index.ts'
import { countAccounts } from '../people/index.ts'
import { countFigures } from '../registry/index.ts'
import { addReferenceRoutes } from './api-reference/pages.tsx'
import { addDateRoutes } from './dates.pages.tsx'
import { countSitemaps, robots, sitemap, sitemapIndex } from './sitemap.ts'
import { HomePage } from './views/home-page.tsx'
import { LegalPage, LicencesPage, Paragraphs, Points } from './views/legal-pages.tsx'

const kept = { parameters: ['now'], scope: () => '' }
// The home and the page about the site list every network.
const keptWithNetworks = { parameters: ['now'], scope: () => everything }

export function addSiteRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, { config: { kept: keptWithNetworks } })
  addReferenceRoutes(app, application)
  addDateRoutes(app, application)

  addHome(app, application)

  pages.get('/:language/about', async (visit) => {
    const { reply } = visit
    const { context, reader } = loadPageRequest(visit)
    const networks = await listNetworks(context)
    return send(application, reply, reader, {
      title: reader.t('site.about.title'),
      description: reader.t('site.about.lead'),
      path: '/about',
      children: <AboutPage networks={networks} />,
    })
  })

  for (const { path, title, lead, Page } of texts) {
    pages.with({ config: { kept } }).get(`/:language${path}`, async (visit) => {
      const { reply } = visit
      const { reader } = loadPageRequest(visit)
      const children = <Page legal={application.settings.legal} />
      return send(application, reply, reader, {
        title: reader.t(title),
        description: reader.t(lead),
        path,
        children,
      })
    })
  }

  addCrawlerFiles(app, application)
  pages.with({}).get('/favicon.ico', async ({ reply }) => {
    return reply.redirect('/favicon.svg', 301)
  })
}

/** The pages of the site itself, for search engines. */
export async function listSitePages(): Promise<SitemapEntry[]> {
  return sitePaths.map((path) => ({ path, changedAt: null }))
}

const texts = [
  { path: '/legal', title: 'site.legal.title', lead: 'site.legal.lead', Page: LegalPage },
  {
    path: '/accessibility',
    title: 'site.accessibility.title',
    lead: 'site.accessibility.lead',
    Page: AccessibilityPage,
  },
  { path: '/licences', title: 'site.licences.title', lead: 'site.licences.lead', Page: LicencesPage },
] as const

function addHome(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  pages.get('/', async ({ request, reply }) => {
    const language = negotiateLanguage(parameterOf(request.headers, 'accept-language'))
    return reply
      .header('vary', 'accept-language')
      .header('cache-control', 'no-cache')
      .redirect(`/${language}`, 302)
  })

  pages.with({ config: { kept: keptWithNetworks } }).get('/:language', async (visit) => {
    const { reply } = visit
    const { context, reader } = loadPageRequest(visit)
    const networks = await listNetworks(context)
    const clock = readOnce(application.clock)
    const actualDay = dayOf(clock)
    const entries = await Promise.all(
      networks.map(async (network) => {
        const today = reader.now ?? ownDay({ ...application, clock }, network.opensOn)
        return {
          network,
          today,
          figures: await countFigures({ ...context, today }, network.id, application.partnerSearches),
        }
      }),
    )
    return send(application, reply, reader, {
      title: reader.t('ui.site.name'),
      description: reader.t('site.home.description'),
      path: '',
      children: (
        <HomePage
          entries={entries}
          actualDay={actualDay}
          isNobodyHere={(await countAccounts(context)).people === 0}
        />
      ),
    })
  })
}

function addCrawlerFiles(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  const { baseUrl } = application.settings

  pages.get('/.well-known/security.txt', async ({ reply }) => {
    const text = securityText(application.settings, dayOf(application.clock))
    return reply.type('text/plain; charset=utf-8').send(text ?? notFound('security.txt'))
  })
  pages.get('/robots.txt', async ({ reply }) => {
    return reply
      .type('text/plain; charset=utf-8')
      .header('cache-control', 'public, max-age=3600')
      .send(robots(baseUrl))
  })

  pages.with(limits.sitemaps).get('/sitemap.xml', async ({ reply }) => {
    const pages = await application.sitemap()
    const files = countSitemaps(pages.length, interfaceLanguages.length)
    return sendXml(
      reply,
      files === 1 ? sitemap(pages, interfaceLanguages, baseUrl) : sitemapIndex(files, baseUrl),
    )
  })

  pages.with(limits.sitemaps).get('/sitemap-:number.xml', async ({ request, reply }) => {
    const pages = await application.sitemap()
    const number = Number(parameterOf(request.params, 'number'))
    const files = countSitemaps(pages.length, interfaceLanguages.length)
    if (!Number.isInteger(number) || number < 1 || number > files) notFound('sitemap')
    return sendXml(reply, sitemap(pages, interfaceLanguages, baseUrl, number))
  })
}

function send(
  application: Application,
  reply: FastifyReply,
  reader: Reader,
  rendered: SitePage,
): FastifyReply {
  const html = sitePage(application, reader, rendered)
  return reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(html)
}

function sendXml(reply: FastifyReply, xml: string): FastifyReply {
  return reply
    .type('application/xml; charset=utf-8')
    .header('cache-control', 'public, max-age=3600')
    .send(xml)
}

/** What was checked, what was not, and where to report: after RGAA’s model of a statement. */
function AccessibilityPage() {
  const { t } = useReader()
  return (
    <>
      <PageHeading lead={t('site.accessibility.lead')}>{t('site.accessibility.title')}</PageHeading>
      <div class="prose">
        <h2>{t('site.accessibility.stateTitle')}</h2>
        <Paragraphs
          keys={[
            'site.accessibility.stateFrance',
            'site.accessibility.stateKorea',
            'site.accessibility.stateAim',
          ]}
        />
        <h2>{t('site.accessibility.testedTitle')}</h2>
        <Points
          keys={[
            'site.accessibility.testedAxe',
            'site.accessibility.testedKeyboard',
            'site.accessibility.testedScript',
            'site.accessibility.testedLanguage',
          ]}
        />
        <h2>{t('site.accessibility.openTitle')}</h2>
        <Points
          keys={[
            'site.accessibility.openReaders',
            'site.accessibility.openAudit',
            'site.accessibility.openDocuments',
            'site.accessibility.openUsers',
          ]}
        />
        <h2>{t('site.accessibility.contactTitle')}</h2>
        <Paragraphs keys={['site.accessibility.contact', 'site.accessibility.recourse']} />
      </div>
    </>
  )
}

/** What Entente is, who uses it, and how reliable it is. */
function AboutPage({ networks }: { networks: Network[] }) {
  const reader = useReader()
  const { t } = reader
  return (
    <>
      <PageHeading lead={t('site.about.lead')}>{t('site.about.title')}</PageHeading>
      <div class="prose">
        <h2>{t('site.about.whatTitle')}</h2>
        <Paragraphs keys={['site.about.whatGroups', 'site.about.whatDirectory']} />
        <h2>{t('site.about.whomTitle')}</h2>
        <Paragraphs keys={['site.about.whom', 'site.about.whomEqual']} />
        <h2>{t('site.about.factsTitle')}</h2>
        <Paragraphs
          keys={[
            'site.about.factsSource',
            'site.about.factsDates',
            'site.about.factsKnown',
            'site.about.factsStatus',
          ]}
        />
        <h2>{t('site.about.disputeTitle')}</h2>
        <Paragraphs keys={['site.about.dispute']} />
        <h2>{t('site.about.machineTitle')}</h2>
        <Paragraphs keys={['site.about.machine']} />
        <h2 id="contact">{t('site.about.contactTitle')}</h2>
        <Paragraphs keys={['site.about.contact']} />
        {networks.length > 0 ? <p>{t('site.about.contactGroups')}</p> : null}
        {networks.length > 0 ? (
          <ul>
            {networks.map((network) => (
              <li key={network.slug}>
                <a href={addressFor(reader, `/${network.slug}`)}>
                  <Name name={network.name} />
                </a>
              </li>
            ))}
          </ul>
        ) : null}
      </div>
    </>
  )
}

/** The pages of the site itself, by the part of their addresses after the language. */
const sitePaths = ['', '/about', '/legal', '/accessibility', '/licences'] as const

const validDays = 180

/**
 * The text of `/.well-known/security.txt` (RFC 9116): the contact for faults of this installation is the first web or mail address in
 * PUBLISHER_CONTACT. Null if it has none: a false contact is worse than none.
 */
function securityText({ baseUrl, legal }: Settings, today: string): string | null {
  const [web] = /https:\/\/[^\s,;<>()]+[^\s,;<>().]/.exec(legal.contact ?? '') ?? []
  const [mail] = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/.exec(legal.contact ?? '') ?? []
  if (web === undefined && mail === undefined) return null
  // By the day, so that the text is the same all day.
  const expires = Temporal.PlainDate.from(today).add({ days: validDays })
  return [
    `Contact: ${web ?? `mailto:${mail}`}`,
    `Expires: ${expires}T00:00:00Z`,
    'Preferred-Languages: fr, ko, en',
    `Canonical: ${baseUrl}/.well-known/security.txt`,
    '',
  ].join('\n')
}
