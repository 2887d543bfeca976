import { readFile } from 'node:fs/promises'
import type { FastifyInstance } from 'fastify'
import { anonymous } from '../../../platform/context/actor.ts'
import { dayOf, ownDay, readOnce } from '../../../platform/context/clock.ts'
import type { Context } from '../../../platform/context/context.ts'
import { openToOtherSites } from '../../../platform/http/api/other-sites.ts'
import type { Application } from '../../../platform/http/application.ts'
import { openToFrames, showOwnFrames } from '../../../platform/http/security.ts'
import { pagesOf, type Visit } from '../../../platform/http/visit.ts'
import { interfaceLanguages, isInterfaceLanguage } from '../../../platform/i18n/languages.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { notFound } from '../../../platform/refusal.ts'
import { projectPath } from '../../../platform/settings/project-path.ts'
import { CopyField } from '../../../ui/form/copy-field.tsx'
import { renderFor, useReader } from '../../../ui/reader.tsx'
import { PageHeading, Section } from '../../../ui/text/headings.tsx'
import {
  cachedByNetwork,
  findNetwork,
  loadNetworkRequest,
  type Network,
  renderNetworkPage,
} from '../../networks/index.ts'
import {
  type EventFilter,
  eventParameters,
  filterParameters,
  readFeedFilter,
  readFilter,
  spanParameters,
} from '../events/list/event-filter.ts'
import { listEvents } from '../events/list/queries.ts'
import { paths as eventPaths } from '../events/paths.ts'
import { type FeedEntry, feedEntry } from '../feeds/feed-entry.ts'
import { feedTitle } from '../feeds/feed-links.ts'
import { feedParameters } from '../feeds/paths.ts'
import { ChosenFilter } from '../feeds/subscribing.frame.tsx'
import { embedPaths } from './paths.ts'
import { type Embedded, frameSnippet, scriptSnippet } from './snippet.ts'

const eventsAtMost = 50

/** The agenda on other sites: as a frame, as an element that a script renders, and the page with what to copy. */
export function addEmbedRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, { config: { kept: cachedByNetwork(['lang', ...eventParameters]) } })
  pages.get('/embed/:network/agenda', sendFrame)
  pages
    .with({ config: { kept: { parameters: [], scope: () => '' } } })
    .get(embedPaths.script, async ({ reply }) => {
      openToOtherSites(reply)
      return reply
        .type('text/javascript; charset=utf-8')
        .header('cache-control', 'public, max-age=3600')
        .send(await readScript())
    })
  pages
    .with({ config: { kept: cachedByNetwork(eventParameters) } })
    .get('/:language/:network/agenda/embed', sendMaking)
}

async function sendFrame(visit: Visit) {
  const { application, request, reply } = visit
  const { context, reader, network } = await loadEmbedRequest(visit)
  const { baseUrl } = application.settings
  const filter = readFilter(request.query)
  const events = await listEvents(context, network.id, filter, {
    limit: eventsAtMost + 1,
    isReversed: filter.span === 'past',
  })
  const feeding = { baseUrl, reader, network, isInside: false }
  const html = renderFor(reader, () => (
    <EmbeddedAgenda
      title={feedTitle(reader, network)}
      css={application.assets.embedCss}
      home={baseUrl + eventPaths.agenda(reader, network.slug, spanParameters(filter))}
      entries={events.slice(0, eventsAtMost).map((event) => feedEntry(feeding, event))}
      isCut={events.length > eventsAtMost}
      none={reader.t(`agenda.spanEmpty.${filter.span}`)}
    />
  ))
  openToFrames(reply)
  return reply
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-cache')
    .header('x-robots-tag', 'noindex')
    .send(`<!doctype html>${html}`)
}

async function sendMaking(visit: Visit) {
  const { request, application, reply } = visit
  const loaded = await loadNetworkRequest(visit)
  const { reader, network } = loaded
  const filter = readFeedFilter(request.query)
  const { baseUrl } = application.settings
  const parameters = feedParameters(filter)
  showOwnFrames(reply)
  return renderNetworkPage(loaded, {
    title: reader.t('agenda.embed.heading'),
    description: reader.t('agenda.embed.lead'),
    path: '/agenda/embed',
    width: 'reading',
    children: (
      <MakingPage
        network={network}
        filter={filter}
        embedded={{
          baseUrl,
          network: network.slug,
          language: reader.language,
          parameters,
          title: feedTitle(reader, network),
          home: baseUrl + eventPaths.agenda({ ...reader, now: null }, network.slug, filterParameters(filter)),
        }}
      />
    ),
  })
}

// Other sites refer to this script, so its name never changes: it is not among the files whose names follow their contents.
async function readScript(): Promise<string> {
  return readFile(projectPath('dist', 'embed', 'agenda.js'), 'utf8').catch(() => notFound('agenda.js'))
}

interface EmbeddedAgendaProps {
  title: string
  css: string
  home: string
  entries: FeedEntry[]
  /** Whether there is more than is shown. */
  isCut: boolean
  none: string
}

/** A small page for a frame on another site: no script, no cookie, nothing from elsewhere; its links leave the frame. */
function EmbeddedAgenda({ title, css, home, entries, isCut, none }: EmbeddedAgendaProps) {
  const reader = useReader()
  const { t } = reader
  const away = { target: '_blank', rel: 'noopener' }
  return (
    <html lang={reader.interfaceLanguage} dir="ltr">
      <head>
        <meta charset="utf-8" />
        <title>{title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content="light dark" />
        <link rel="canonical" href={home} />
        <link rel="stylesheet" href={css} />
      </head>
      <body>
        <main aria-labelledby="title">
          <h1 id="title">
            <a href={home} {...away}>
              {title}
            </a>
          </h1>
          {entries.length === 0 ? <p>{none}</p> : null}
          <ul>
            {entries.map((entry) => (
              <li key={entry.id}>
                <h2 lang={entry.language === reader.interfaceLanguage ? undefined : entry.language}>
                  <a href={entry.address} {...away}>
                    {entry.title}
                  </a>
                </h2>
                {entry.when.map((line) => (
                  <p key={line} class="when">
                    {line}
                  </p>
                ))}
                {entry.status.map((line) => (
                  <p key={line} class="standing">
                    {line}
                  </p>
                ))}
                <p class="about">{[entry.place, ...entry.categories].filter(Boolean).join(' · ')}</p>
              </li>
            ))}
          </ul>
          {isCut ? (
            <p>
              <a href={home} {...away}>
                {t('agenda.list.emptyAll')}
              </a>
            </p>
          ) : null}
        </main>
      </body>
    </html>
  )
}

interface MakingPageProps {
  network: Network
  filter: EventFilter
  embedded: Embedded
}

/** What to copy to show the agenda on another site, each way with a preview. */
function MakingPage({ network, filter, embedded }: MakingPageProps) {
  const reader = useReader()
  const { t } = reader
  const { language, parameters, title, home } = embedded
  return (
    <>
      <PageHeading
        kicker={<a href={eventPaths.agenda(reader, network.slug)}>{t('agenda.list.title')}</a>}
        lead={t('agenda.embed.lead')}
      >
        {t('agenda.embed.heading')}
      </PageHeading>
      <ChosenFilter network={network} filter={filter} />
      <Section id="frame" title={t('agenda.embed.frame')}>
        <CopyField
          name="frame"
          label={t('agenda.embed.code')}
          hint={t('agenda.embed.frameHint')}
          text={frameSnippet(embedded)}
          rows={4}
        />
        <h3>{t('agenda.embed.preview')}</h3>
        <iframe
          class="embed-preview"
          src={embedPaths.page(network.slug, language, parameters)}
          title={title}
          loading="lazy"
        />
      </Section>
      <Section id="script" title={t('agenda.embed.script')}>
        <CopyField
          name="script"
          label={t('agenda.embed.code')}
          hint={t('agenda.embed.scriptHint')}
          text={scriptSnippet(embedded)}
          rows={6}
        />
        <h3>{t('agenda.embed.preview')}</h3>
        <script src={embedPaths.script} async />
        <div class="embed-preview">
          <entente-agenda network={network.slug} lang={language} level="4" {...joined(parameters)}>
            <a href={home}>{title}</a>
          </entente-agenda>
        </div>
      </Section>
    </>
  )
}

/** Parameters as attributes: several values share one. */
function joined(parameters: Embedded['parameters']): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [
      name,
      (Array.isArray(value) ? value.join(' ') : value) || undefined,
    ]),
  )
}

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'entente-agenda': HTMLAttributes<HTMLElement> & Record<string, unknown>
    }
  }
}

/** Loads the agenda for a page of another site: as an anonymous visitor reads it, in `?lang=` or the network’s first language. */
async function loadEmbedRequest({
  application,
  request,
}: Visit): Promise<{ context: Context; reader: Reader; network: Network }> {
  const { settings, database } = application
  const clock = readOnce(application.clock)
  const asking = { actor: anonymous, clock, database, today: dayOf(clock) }
  const network = await findNetwork(asking, parameterOf(request.params, 'network') ?? '')
  const known: string[] = [...interfaceLanguages, ...network.languages]
  const asked = parameterOf(request.query, 'lang')
  const language = known.find((each) => each === asked) ?? network.languages[0] ?? interfaceLanguages[2]
  const interfaceLanguage = isInterfaceLanguage(language) ? language : interfaceLanguages[2]
  const today = ownDay({ settings, clock }, network.opensOn)
  return {
    network,
    context: { ...asking, today },
    reader: { language, interfaceLanguage, t: application.translate(interfaceLanguage), today, now: null },
  }
}
