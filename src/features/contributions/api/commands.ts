import { organisationsOf } from '../../../platform/context/actor.ts'
import type { Context } from '../../../platform/context/context.ts'
import { changedPointers, type JsonObject } from '../../../platform/http/api/json.ts'
import { versionTag } from '../../../platform/http/api/version-tag.ts'
import type { Written } from '../../../platform/http/api/writing.ts'
import type { Application } from '../../../platform/http/application.ts'
import { WrongInput } from '../../../platform/http/problems.ts'
import { type InterfaceLanguage, isInterfaceLanguage } from '../../../platform/i18n/languages.ts'
import { anyReader } from '../../../platform/i18n/reader.ts'
import { documentPath, segmentForPrograms } from '../../../platform/records/api/program-record.ts'
import type { RecordDocument } from '../../../platform/records/record-document.ts'
import type { RecordHead } from '../../../platform/records/record-head.ts'
import type { ProgramKind } from '../../../platform/records/record-kind.ts'
import { listOrganisationsBySlug } from '../../directory/index.ts'
import type { Network } from '../../networks/index.ts'
import { addContribution } from '../adding.commands.ts'
import { contribute } from '../editing/commands.ts'
import { findCurrentVersion, lookUpDocument } from '../versions/queries.ts'

/** What every write declares. */
export interface Declared {
  reason: string
  language?: InterfaceLanguage | undefined
  organisation?: string | undefined
}

interface Target {
  network: Network
  kind: ProgramKind
  head: RecordHead
}

/**
 * Changes a record from the version that a program names, or suggests the change if the owner of the token may not make it. Refused if
 * another version is current, with what changed since.
 */
export async function changeByProgram(
  application: Application,
  context: Context,
  { network, kind, head }: Target,
  bases: readonly number[],
  declared: Declared,
  changed: (shown: JsonObject) => unknown,
): Promise<Written> {
  const current = await findCurrentVersion(context, network, kind, head.id)
  if (!bases.includes(current.number)) {
    const base = Math.max(...bases)
    const former = bases.length === 0 ? null : await lookUpDocument(context, kind.kind, head.id, base)
    return refuseMeeting(context, { network, kind, head }, former, current.document)
  }
  const shown = await kind.program.show(context, network, current.document)
  const call = { context, network, head, before: current.document }
  const document = await kind.program.read(call, changed(shown))
  const result = await contribute(application, context, network, {
    network,
    kind,
    head,
    base: current.number,
    document,
    reason: declared.reason,
    language: declared.language ?? usualLanguage(network),
    origin: 'edit',
    organisationId: await findSpeakerAmong(context, network, declared, head.organisationIds),
  })
  switch (result.outcome) {
    case 'met':
      return refuseMeeting(context, { network, kind, head }, result.meeting.base, result.meeting.theirs)
    case 'suggested':
      return suggested(application, network, result.suggestionId, {
        slug: head.slug,
        version: current.number,
        document: shown,
      })
    case 'unchanged':
      return stands('unchanged', 200, head.slug, current.number, shown)
    case 'published': {
      const after = await kind.program.show(context, network, result.document)
      return stands('published', 200, head.slug, result.number, after)
    }
  }
}

/** Adds or suggests a record. Refused if it may exist already, unless the program says that it does not. */
export async function addByProgram(
  application: Application,
  context: Context,
  { network, kind }: Omit<Target, 'head'>,
  sent: object,
  declared: Declared & { anyway: boolean },
): Promise<Written> {
  const before = kind.blank(network)
  const blank = await kind.program.show(context, network, before)
  const document = await kind.program.read({ context, network, head: null, before }, { ...blank, ...sent })
  if (!declared.anyway) await refuseAlike(application, context, { network, kind }, document)
  const result = await addContribution(application, context, network, {
    kind,
    document,
    reason: declared.reason,
    language: declared.language ?? usualLanguage(network),
    organisationId: await findSpeakerAmong(context, network, declared, kind.ownersOf(document)),
  })
  if (result.outcome === 'suggested')
    return suggested(application, network, result.suggestionId, { slug: null, version: null, document: null })
  const { slug, id } = result.head
  const current = await findCurrentVersion(context, network, kind, id)
  const shown = await kind.program.show(context, network, current.document)
  const written = stands('published', 201, slug, current.number, shown)
  const location = `${application.settings.baseUrl}/api/v1/networks/${network.slug}/${segmentForPrograms(kind)}/${slug}`
  return { ...written, headers: { ...written.headers, location } }
}

async function refuseMeeting(
  context: Context,
  { network, kind }: Target,
  former: RecordDocument | null,
  current: RecordDocument,
): Promise<never> {
  const show = (document: RecordDocument) => kind.program.show(context, network, document)
  const pointers =
    former === null ? [] : changedPointers(await show(former), await show(current), [...documentPath])
  throw new WrongInput(
    pointers.map((pointer) => ({ pointer, detail: 'This has changed since' })),
    'changedMeanwhile',
    'Another version stands: read the document again, and send your change with its ETag',
  )
}

async function refuseAlike(
  application: Application,
  context: Context,
  { network, kind }: Omit<Target, 'head'>,
  document: RecordDocument,
): Promise<void> {
  const reader = anyReader('en', application.translate('en'), context.today)
  const alike = await kind.listAlike(context, reader, network, document)
  if (alike.length === 0) return
  throw new WrongInput(
    alike.map(({ title, details, href }) => ({
      pointer: '/document',
      detail: `${[title, details].filter(Boolean).join(', ')}: ${application.settings.baseUrl}${href}`,
    })),
    'taken',
    'It may be there already: change that record, or send "anyway": true',
  )
}

// The organisations for which the owner of the token may speak here; the record’s own if it belongs to some.
async function findSpeakerAmong(
  context: Context,
  network: Network,
  { organisation }: Declared,
  owners: readonly string[] | null,
): Promise<string | null> {
  const roles = ['member', 'contributor', 'coordinator', 'chair'] as const
  const own = organisationsOf(context.actor, network.id, roles)
  const usual = own.filter((id) => owners?.includes(id))
  if (organisation === undefined) return usual[0] ?? (owners === null ? own[0] : undefined) ?? null
  const [named] = await listOrganisationsBySlug(context, [organisation])
  if (named !== undefined && own.includes(named.id)) return named.id
  throw new WrongInput([
    { pointer: '/organisation', detail: 'an organisation for which you hold a role in this group' },
  ])
}

function stands(
  outcome: 'published' | 'unchanged',
  status: number,
  slug: string,
  version: number,
  document: JsonObject,
): Written {
  const body = { outcome, slug, version, document, suggestion: null }
  return { status, headers: { etag: versionTag(version) }, body }
}

function suggested(
  application: Application,
  network: Network,
  id: string,
  current: { slug: string | null; version: number | null; document: JsonObject | null },
): Written {
  const url = suggestionAddress(application, network, id)
  return {
    status: 202,
    headers: { location: url },
    body: { outcome: 'suggested', ...current, suggestion: { id, url } },
  }
}

/** The language of a reason that gives none. */
export function usualLanguage({ languages }: Network): 'fr' | 'ko' | 'en' {
  return languages.find(isInterfaceLanguage) ?? 'en'
}

/** The page on which people decide on a suggestion. */
export function suggestionAddress({ settings }: Application, network: Network, id: string): string {
  return `${settings.baseUrl}/${usualLanguage(network)}/${network.slug}/contributions/${id}`
}
