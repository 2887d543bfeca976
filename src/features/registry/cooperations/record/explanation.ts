import type { Context } from '../../../../platform/context/context.ts'
import { chooseText, type LocalizedText } from '../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import type { PlainMessageKey } from '../../../../platform/i18n/translate.ts'
import { isCode } from '../../../../platform/input/code.ts'
import type { Change } from '../../../../platform/records/difference.ts'
import {
  isObject,
  type RecordDocument,
  type RecordValue,
} from '../../../../platform/records/record-document.ts'
import type { RecordNetwork } from '../../../../platform/records/record-head.ts'
import type { ExplainedChange } from '../../../../platform/records/record-kind.ts'
import { dayWords } from '../../../../ui/text/date-words.ts'
import { listOrganisationRefs } from '../../../directory/picking/index.ts'
import { themes } from '../../../networks/index.ts'
import { type CooperationDocument, cooperationDocument } from '../document/schema.ts'
import { fieldWords, organisationWords, valueWords, type WordsCall } from './field-words.ts'

/** Changes of a cooperation in the reader’s words. Its evidence, which follows from the facts, is one line. */
export async function explainCooperation(
  context: Context,
  reader: Reader,
  _network: RecordNetwork,
  changes: Change[],
  versions: { before: RecordDocument; after: RecordDocument },
): Promise<ExplainedChange[]> {
  const before = cooperationDocument.parse(versions.before)
  const after = cooperationDocument.parse(versions.after)
  const ids = [...organisationIds(before), ...organisationIds(after)]
  const call = { reader, organisations: await listOrganisationRefs(context, ids) }
  const told = changes.filter(({ path }) => !untold.has(path[0] ?? '') && path.at(-1) !== 'knownOn')
  return [
    ...told.map((change) => explain(call, change, before, after)),
    ...sources(reader, changes, before, after),
  ]
}

const untold = new Set(['evidence', 'disputes', 'sources'])

function explain(
  call: WordsCall,
  { path, language, before, after }: Change,
  was: CooperationDocument,
  is: CooperationDocument,
): ExplainedChange {
  const [part = '', id, ...rest] = path
  const entry = id === undefined ? null : (entryWords(call, part, id, is) ?? entryWords(call, part, id, was))
  const field = rest.length > 0 ? rest[0] : part === 'since' || part === 'inheritance' ? id : undefined
  const deeper = rest.slice(1).map((step) => fieldWords(call.reader, step) ?? organisationOr(call, step))
  const label = [
    partWords(call.reader, part),
    ...(entry !== null && part !== 'since' && part !== 'inheritance' ? [entry] : []),
    ...(field === undefined ? [] : [fieldWords(call.reader, field) ?? field]),
    ...deeper.filter((words) => words !== ''),
  ]
  const innermost = [...path].reverse().find((step) => fieldWords(call.reader, step) !== null) ?? part
  const words = (value: RecordValue | undefined) =>
    isObject(value) && typeof value.id === 'string'
      ? (wholeEntry(call, part, rest, value) ?? entry)
      : valueWords(call, part, innermost, value)
  return { label, language, before: words(before), after: words(after) }
}

// Numbers of steps mean nothing to readers.
function organisationOr(call: WordsCall, step: string): string {
  return call.organisations.has(step) ? organisationWords(call, step) : ''
}

function wholeEntry(
  call: WordsCall,
  part: string,
  rest: string[],
  value: { readonly [field: string]: RecordValue },
): string | null {
  if (rest[0] === 'steps') {
    const state = valueWords(call, part, 'state', value.state)
    const on = valueWords(call, part, 'on', value.on)
    return [state, on].filter(Boolean).join(', ')
  }
  return call.organisations.has(String(value.id)) ? organisationWords(call, String(value.id)) : null
}

function sources(
  { t }: Reader,
  changes: Change[],
  before: CooperationDocument,
  after: CooperationDocument,
): ExplainedChange[] {
  if (!changes.some(({ path }) => path[0] === 'evidence')) return []
  const count = ({ evidence }: CooperationDocument) =>
    t('registry.record.evidenceCount', { count: evidence.length })
  return [
    { label: [t('registry.record.evidence')], language: null, before: count(before), after: count(after) },
  ]
}

/** Every organisation in a cooperation. */
export function organisationIds(document: CooperationDocument): string[] {
  return [
    ...document.parties.map(({ id }) => id),
    ...document.actors.map(({ id }) => id),
    ...document.agreements.flatMap(({ parties }) => parties.map(({ id }) => id)),
    ...document.activities.flatMap(({ organisations, placeId }) => [
      ...organisations.map(({ id }) => id),
      ...(placeId ? [placeId] : []),
    ]),
    ...document.standings.flatMap(({ saidBy }) => saidBy ?? []),
    ...(document.inheritance ? [document.inheritance.fromId, document.inheritance.toId] : []),
  ]
}

const partKeys: Readonly<Record<string, PlainMessageKey>> = {
  listed: 'registry.export.listed',
  parties: 'registry.cooperation.parties',
  summary: 'registry.record.summary',
  since: 'registry.field.since',
  standings: 'registry.cooperation.status',
  themes: 'registry.cooperation.themes',
  agreements: 'registry.cooperation.agreements',
  activities: 'registry.record.activities',
  actors: 'registry.cooperation.actors',
  prospects: 'registry.cooperation.prospects',
  notes: 'registry.record.notes',
  disputes: 'registry.cooperation.disputes',
  evidence: 'registry.record.evidence',
  inheritance: 'registry.cooperation.inherited',
}

/** The name of a part of a cooperation. */
export function partWords({ t }: Reader, part: string): string {
  const key = partKeys[part]
  return key ? t(key) : part
}

/** The name of an entry of a list. */
export function entryWords(
  call: WordsCall,
  part: string,
  id: string,
  document: CooperationDocument,
): string | null {
  const { reader } = call
  const text = (value: LocalizedText | undefined) =>
    value ? chooseText(value, reader.language)?.text : undefined
  const find = <T extends { id: string }>(entries: T[]) => entries.find((each) => each.id === id)
  switch (part) {
    case 'parties':
    case 'actors':
      return organisationWords(call, id)
    case 'themes':
      return isCode(themes, id) ? reader.t(`networks.theme.${id}`) : id
    case 'agreements': {
      const found = find(document.agreements)
      if (!found) return null
      const on = found.steps.at(-1)?.on
      return [reader.t(`registry.agreementKind.${found.kind}`), on ? dayWords(reader, on) : '']
        .filter(Boolean)
        .join(', ')
    }
    case 'activities':
      return text(find(document.activities)?.title) ?? null
    case 'prospects':
      return text(find(document.prospects)?.text) ?? null
    case 'notes':
      return text(find(document.notes)?.label) ?? null
    case 'standings': {
      const found = find(document.standings)
      return found ? `${reader.t(`ui.status.${found.status}`)}, ${dayWords(reader, found.statedOn)}` : null
    }
    default:
      return null
  }
}
