import type { FastifyContextConfig, FastifyReply } from 'fastify'
import type { ComponentChildren } from 'preact'
import { holds, roles } from '../../platform/context/actor.ts'
import { dayOf, ownDay, readOnce } from '../../platform/context/clock.ts'
import { describeDate } from '../../platform/dates/index.ts'
import { actorOf } from '../../platform/http/identity.ts'
import { knownQuery, pathOf } from '../../platform/http/known-query.ts'
import { doors, keyOf, leadsTo, type NavigationEntry } from '../../platform/http/navigation.ts'
import { loadPageRequest, type PageRequest } from '../../platform/http/page-request.ts'
import type { Visit } from '../../platform/http/visit.ts'
import { addressFor, type Reader, writtenLanguages } from '../../platform/i18n/reader.ts'
import { parameterOf } from '../../platform/input/parameters.ts'
import { exercise } from '../../platform/settings/exercise.ts'
import { Notice } from '../../ui/blocks/notice.tsx'
import { useReader } from '../../ui/reader.tsx'
import { AccountLink } from '../../ui/shell/account-link.tsx'
import type { FeedLink, NavigationLink } from '../../ui/shell/addresses.ts'
import type { DoorLink } from '../../ui/shell/header.tsx'
import { page } from '../../ui/shell/shell.tsx'
import { findNetwork, type Network } from './queries.ts'

export interface NetworkRequest extends PageRequest {
  network: Network
  /** The day on which the network’s pages are drawn by default. */
  usualDay: string
  /** Today by the clock. */
  actualDay: string
}

/** The group in the address (or 404), with the language and the day for which its pages are drawn. */
export async function loadNetworkRequest(visit: Visit): Promise<NetworkRequest> {
  const { application, request } = visit
  const clock = readOnce(application.clock)
  const actualDay = dayOf(clock)
  const network = await findNetwork(
    { actor: actorOf(request), clock, database: application.database, today: actualDay },
    parameterOf(request.params, 'network') ?? '',
  )
  const usualDay = ownDay({ ...application, clock }, network.opensOn)
  const loaded = loadPageRequest(visit, { opensOn: usualDay, languages: network.languages })
  return {
    ...loaded,
    reader: withUnread(loaded, await withWaiting(loaded, network), network),
    network,
    usualDay,
    actualDay,
  }
}

// More are not counted: « 99+ ».
const mostShown = 99

/** The reader, with how much waits for them in a group. */
async function withWaiting(
  { application, request, writing, reader, context }: PageRequest,
  { id, slug }: Network,
): Promise<Reader> {
  const { countWaiting } = application
  if (countWaiting === null || !reader.person) return reader
  // A form that comes back leads there without a number: most answers to a press draw no page.
  const count = request.method === 'GET' ? await countWaiting(writing, id) : 0
  if (count === 0 && !holds(context.actor, id, roles)) return reader
  const waiting = {
    count: Math.min(count, mostShown),
    more: count > mostShown ? '+' : '',
    path: `/${reader.language}/${slug}/to-do`,
  }
  return { ...reader, person: { ...reader.person, waiting } }
}

/** The reader, with room for the texts that they cannot read, where they have a role in the group and so may ask for a translation. */
function withUnread({ application, request, context }: PageRequest, reader: Reader, { id }: Network): Reader {
  const mayAsk = request.method === 'GET' && holds(context.actor, id, roles)
  return application.fillMarks !== null && mayAsk ? { ...reader, unread: [] } : reader
}

export interface NetworkPage {
  title: string
  description: string
  /** The part of the address after the network, such as `/cooperations`; '' for its home. */
  path: string
  children: ComponentChildren
  /** 200 by default. */
  status?: number
  structuredData?: object
  /** The page’s content for programs: feeds to subscribe to. */
  feeds?: FeedLink[]
  searched?: string
  width?: 'wide' | 'reading'
  noindex?: boolean
  /** It is for its reader only, and no cache keeps it. */
  isNeverKept?: boolean
  /** It belongs to no entry of the navigation, whatever its path. */
  isApart?: boolean
  /** Which entry of the navigation it is (`keyOf`), where its path alone does not say. */
  entry?: string
  /** Addresses of other entries that keep what the reader chose here, by `keyOf`. */
  ways?: Readonly<Record<string, string>>
}

/** Sends a page of a network: its header and navigation, the day it is seen on, the same page in the other languages. */
export function renderNetworkPage(
  { application, request, reply, context, reader, network, usualDay, actualDay }: NetworkRequest,
  rendered: NetworkPage,
): FastifyReply {
  const base = application.settings.baseUrl
  const path = `/${network.slug}${rendered.path}`
  const languages = [...new Set([...network.languages, ...writtenLanguages(reader)])]
  // Links contain no unknown parameters: a cached page is the same for all.
  const query = knownQuery(request)
  const shownEntries = application.navigation
    .filter(({ isFor }) => isFor?.(context.actor, network.id) ?? true)
    .map((entry) => ({ ...entry, label: reader.t(entry.label) }))
  const href = ({ path, view }: ShownEntry) =>
    addressFor(reader, `/${network.slug}${path}`, view === undefined ? {} : { view })
  const drawn = page({
    reader,
    assets: { ...application.assets, fonts: application.assets.fonts[reader.interfaceLanguage] ?? [] },
    title: rendered.title,
    description: rendered.description,
    addresses: Object.fromEntries(
      languages.map((language) => [language, `${base}/${language}${path}${query ? `?${query}` : ''}`]),
    ),
    canonical: `${base}/${reader.language}${path}`,
    network: {
      name: network.name,
      path: `/${reader.language}/${network.slug}`,
      doors: doorsOf(shownEntries, rendered, href),
    },
    row: rowOf(shownEntries, rendered, href),
    account: <AccountLink path={`/${reader.language}${path}`} />,
    banner:
      network.slug === exercise || reader.today !== actualDay || reader.now !== null ? (
        <>
          {network.slug === exercise ? <p>{reader.t('platform.mail.exercise')}</p> : null}
          <SeenOn usualDay={usualDay} actualDay={actualDay} path={pathOf(request)} query={query} />
        </>
      ) : undefined,
    ...(rendered.structuredData ? { structuredData: rendered.structuredData } : {}),
    ...(rendered.feeds ? { feeds: rendered.feeds } : {}),
    ...(rendered.searched === undefined ? {} : { searched: rendered.searched }),
    ...(rendered.width ? { width: rendered.width } : {}),
    noindex: rendered.noindex ?? reader.now !== null,
    children: (
      <>
        {reader.person && parameterOf(request.query, 'done') === 'added' ? (
          <Notice kind="done" live>
            {reader.t('networks.record.added')}
          </Notice>
        ) : null}
        {rendered.children}
      </>
    ),
  })
  // 200 leaves the status that was set before.
  if (rendered.status !== undefined && rendered.status !== 200) reply.code(rendered.status)
  reply
    .type('text/html; charset=utf-8')
    .header('cache-control', rendered.isNeverKept ? 'private, no-store' : 'no-cache')
  if (application.fillMarks === null || !reader.unread?.length) return reply.send(drawn)
  // It is sent a little later, once the marks are filled: whoever awaits the reply awaits that.
  const address = request.raw.url ?? ''
  const send = (body: string | Error) => void reply.send(body)
  application.fillMarks({ context, reader, network, address }, drawn).then(send, send)
  return reply
}

type ShownEntry = Omit<NavigationEntry, 'label'> & { label: string }

/** The doors behind which the reader finds something, each leading to the first of it. */
function doorsOf(
  entries: readonly ShownEntry[],
  { path, isApart }: NetworkPage,
  href: (entry: ShownEntry) => string,
): DoorLink[] {
  return doors.flatMap((door) => {
    const behind = entries.filter((entry) => entry.door === door)
    const [first] = behind
    const current = !isApart && behind.some((entry) => leadsTo(entry, path))
    return first ? [{ door, href: href(first), current }] : []
  })
}

/** What else lies behind the door of one of its main pages; nothing on the pages beneath these, which lead back to them. */
function rowOf(
  entries: readonly ShownEntry[],
  { path, isApart, entry = path, ways = {} }: NetworkPage,
  href: (entry: ShownEntry) => string,
): NavigationLink[] {
  const here = isApart ? undefined : entries.find((each) => keyOf(each) === entry)
  const row = entries.filter(({ door }) => door === here?.door)
  if (row.length < 2) return []
  return row.map((each) => ({
    label: each.label,
    href: ways[keyOf(each)] ?? href(each),
    current: each === here,
  }))
}

/** Caches a page as long as neither its network nor the directory has changed; `parameters` are all that it reads. */
export function cachedByNetwork(parameters: readonly string[]): NonNullable<FastifyContextConfig['kept']> {
  return { parameters, scope: (request) => parameterOf(request.params, 'network') ?? null }
}

interface SeenOnProps {
  /** The day on which the network’s pages are drawn by default. */
  usualDay: string
  /** Today by the clock. */
  actualDay: string
  /** Of this page, as requested. */
  path: string
  query: string
}

/** Says on which day a page is seen if that is not today, and links to the same page on the other day. */
function SeenOn({ usualDay, actualDay, path, query }: SeenOnProps) {
  const reader = useReader()
  if (reader.today === actualDay && reader.now === null) return null
  const shown = describeDate(reader.today, reader.interfaceLanguage)
  if (reader.today !== actualDay) {
    return (
      <p>
        {reader.t('networks.seen.onDay', { day: shown })}{' '}
        <a href={withDay(path, query, actualDay)}>{reader.t('networks.seen.seeToday')}</a>
      </p>
    )
  }
  const usual = describeDate(usualDay, reader.interfaceLanguage)
  return (
    <p>
      {reader.t('networks.seen.today', { day: shown })}{' '}
      <a href={withDay(path, query, null)}>{reader.t('networks.seen.backTo', { day: usual })}</a>
    </p>
  )
}

function withDay(path: string, query: string, day: string | null): string {
  const parameters = new URLSearchParams(query)
  parameters.delete('now')
  if (day !== null) parameters.set('now', day)
  const text = parameters.toString()
  return text === '' ? path : `${path}?${text}`
}
