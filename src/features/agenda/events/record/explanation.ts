import type { Context } from '../../../../platform/context/context.ts'
import { parseEdtf } from '../../../../platform/dates/index.ts'
import { chooseName, chooseText } from '../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import type { PlainMessageKey } from '../../../../platform/i18n/translate.ts'
import { isCode } from '../../../../platform/input/code.ts'
import type { Change } from '../../../../platform/records/difference.ts'
import {
  isLocalizedText,
  isObject,
  isPassage,
  type RecordDocument,
  type RecordValue,
} from '../../../../platform/records/record-document.ts'
import type { RecordNetwork } from '../../../../platform/records/record-head.ts'
import type { ExplainedChange } from '../../../../platform/records/record-kind.ts'
import { clockWords } from '../../../../ui/text/clock-lines.tsx'
import { dayWords } from '../../../../ui/text/date-words.ts'
import { languageInWords } from '../../../../ui/text/language-in-words.ts'
import { countryName, shortNames } from '../../../directory/index.ts'
import { listOrganisationRefs } from '../../../directory/picking/index.ts'
import { themes } from '../../../networks/index.ts'
import { trades } from '../../../networks/themes/index.ts'
import { outcomesBelow } from '../../commitments/codes.ts'
import { countryNames, massFields, massWords } from '../../commitments/explanation.ts'
import { actorKinds } from '../../missions/codes.ts'
import { organisationIdsOf } from '../../missions/document/schema.ts'
import { entryNames, missionFields } from '../../missions/explanation.ts'
import {
  dayNames,
  recurrenceFields,
  recurrenceValueWords,
  seriesWords,
} from '../../recurrence/explanation.ts'
import { attendances, eventKinds, eventRoles, eventStates, firmnesses } from '../codes.ts'
import { type EventDocument, eventDocument, publications } from '../document/schema.ts'
import { mayReadInside } from '../policy.ts'
import { listTiesWith } from '../ties/queries.ts'
import { tieWords } from '../ties/tie-words.ts'

const fieldKeys: Readonly<Record<string, PlainMessageKey>> = {
  kind: 'agenda.filter.kind',
  title: 'agenda.text.title',
  summary: 'agenda.text.summary',
  when: 'agenda.event.when',
  words: 'agenda.text.dateWords',
  startsAt: 'agenda.form.start',
  endsAt: 'agenda.form.end',
  zone: 'agenda.form.zone',
  previously: 'agenda.text.formerDate',
  state: 'agenda.form.state',
  firmness: 'agenda.form.firmness',
  placeId: 'agenda.event.where',
  venue: 'agenda.text.venue',
  attendance: 'agenda.event.attendance',
  conferenceUrl: 'agenda.form.conferenceUrl',
  frame: 'agenda.event.frame',
  organisers: 'agenda.event.organisers',
  credit: 'agenda.event.credit',
  link: 'agenda.event.link',
  resources: 'agenda.event.resources',
  guestCountries: 'agenda.event.guestCountries',
  themes: 'agenda.event.themes',
  languages: 'agenda.event.languages',
  interpretation: 'agenda.event.interpretation',
  organisations: 'agenda.form.people',
  role: 'agenda.form.role',
  cooperations: 'agenda.event.ties',
  visibility: 'agenda.form.visibility',
  ...missionFields,
  ...massFields,
}

interface Words {
  reader: Reader
  network: RecordNetwork
  zone: string | null
  names: ReadonlyMap<string, string>
  /** How it repeated before and repeats after. */
  series: { before: string | null; after: string | null }
}

/** Changes of an event in the reader's words; the link to a conference is shown to the people of the network alone. */
export async function explainEvent(
  context: Context,
  reader: Reader,
  network: RecordNetwork,
  changes: Change[],
  versions: { before: RecordDocument; after: RecordDocument },
): Promise<ExplainedChange[]> {
  const documents = [eventDocument.parse(versions.before), eventDocument.parse(versions.after)]
  const names = await findNames(context, reader, network, documents)
  const zone = documents[1]?.zone ?? documents[0]?.zone ?? null
  const untold = new Set(['knownOn', ...(mayReadInside(context.actor, network.id) ? [] : ['conferenceUrl'])])
  const series = {
    before: seriesWords(reader, documents[0]),
    after: seriesWords(reader, documents[1]),
  }
  const words: Words = { reader, network, zone, names, series }
  return changes
    .filter(({ path }) => !path.some((step) => untold.has(step)))
    .map(({ path, language, before, after }) => ({
      label: path.flatMap((step) => labelOf(words, path, step)),
      language,
      before: isWholeSeries(path) ? words.series.before : valueWords(words, path, before),
      after: isWholeSeries(path) ? words.series.after : valueWords(words, path, after),
    }))
}

async function findNames(
  context: Context,
  reader: Reader,
  network: RecordNetwork,
  documents: EventDocument[],
): Promise<Map<string, string>> {
  const ids = documents.flatMap(({ organisations, placeId, mission, criticalMass }) => [
    ...organisations.map(({ id }) => id),
    ...[placeId, criticalMass?.smaller.placeId ?? null].filter((each) => each !== null),
    ...organisationIdsOf(mission),
  ])
  const ties = documents.flatMap(({ cooperations }) => cooperations.map(({ id }) => id))
  const [refs, concerned] = await Promise.all([
    listOrganisationRefs(context, ids),
    ties.length === 0 ? [] : listTiesWith(context, network.id, [], ties),
  ])
  return new Map([
    ...[...refs].map(([id, ref]) => [id, chooseName(shortNames(ref), reader.language).text] as const),
    ...concerned.map((tie) => [tie.id, tieWords(reader, tie)] as const),
    ...documents.flatMap(({ mission }) => entryNames(reader, mission, refs)),
    ...documents.flatMap((document) => dayNames(reader, document)),
    ...documents.flatMap(({ criticalMass }) => countryNames(reader, criticalMass)),
  ])
}

const isWholeSeries = (path: readonly string[]) => path.length === 1 && path[0] === 'recurrence'
const isOfSeries = ([first]: readonly string[]) => first === 'recurrence'

function labelOf({ reader, names }: Words, path: readonly string[], step: string): string[] {
  const key = (isOfSeries(path) ? recurrenceFields[step] : undefined) ?? fieldKeys[step]
  if (key) return [reader.t(key)]
  const name = names.get(step)
  return name === undefined ? [] : [name]
}

function valueWords(words: Words, path: readonly string[], value: RecordValue | undefined): string | null {
  const { reader, names } = words
  if (value === undefined || value === null || value === '') return null
  if (isPassage(value)) return value.text
  if (isLocalizedText(value)) return chooseText(value, reader.language)?.text ?? null
  const ofSeries = isOfSeries(path) && !isObject(value) && !Array.isArray(value)
  const told = ofSeries ? recurrenceValueWords(reader, path.at(-1) ?? '', value) : null
  if (told !== null) return told
  if (Array.isArray(value)) return value.map((each) => valueWords(words, path, each) ?? '').join(', ')
  if (isObject(value)) {
    if (typeof value.id === 'string') return entryWords(words, path, value)
    if (typeof value.label === 'string') return [value.label, value.url].filter(Boolean).join(' ')
    const whole = massWords(reader, value) ?? valueWords(words, ['when'], value.when)
    return whole ?? valueWords(words, ['startsAt'], value.startsAt)
  }
  if (typeof value !== 'string') return String(value)
  return names.get(value) ?? codeWords(words, path.at(-1) ?? '', value)
}

// An organisation with its role, a tie; of an entry of a sheet what it is called, and all that it holds.
function entryWords(
  words: Words,
  path: readonly string[],
  { id, role, ...held }: { readonly [field: string]: RecordValue | undefined },
) {
  const name = typeof id === 'string' ? (words.names.get(id) ?? '') : ''
  const rest = Object.entries(held).map(
    ([field, each]) => valueWords(words, [...path.slice(0, 1), field], each) ?? '',
  )
  return [name, valueWords(words, ['role'], role) ?? '', ...rest].filter(Boolean).join(', ')
}

function codeWords({ reader, network, zone }: Words, field: string, code: string): string {
  const { t } = reader
  if (field === 'when') return 'problem' in parseEdtf(code) ? code : dayWords(reader, code)
  if ((field === 'startsAt' || field === 'endsAt') && zone !== null)
    return clockWords(reader, {
      countries: network.countries,
      hours: { startsAt: new Date(code), endsAt: null, zone },
    })
  if (field === 'kind' && isCode(actorKinds, code)) return t(`agenda.actor.${code}`)
  if (field === 'kind' && isCode(eventKinds, code)) return t(`agenda.eventKind.${code}`)
  if (field === 'state' && isCode(eventStates, code)) return t(`agenda.state.${code}`)
  if (field === 'firmness' && isCode(firmnesses, code)) return t(`agenda.firmness.${code}`)
  if (field === 'below' && isCode(outcomesBelow, code)) return t(`agenda.commitments.below.${code}`)
  if (field === 'role' && isCode(eventRoles, code)) return t(`agenda.role.${code}`)
  if (field === 'attendance' && isCode(attendances, code)) return t(`agenda.attendance.${code}`)
  if (field === 'visibility' && isCode(publications, code)) return t(`agenda.form.visibility.${code}`)
  if (field === 'themes' && isCode(themes, code)) return t(`networks.theme.${code}`)
  if (field === 'trades' && isCode(trades, code)) return t(`contacts.trade.${code}`)
  if (field === 'guestCountries') return countryName(reader, code)
  if (field === 'languages' || field === 'interpretation' || field === 'language')
    return languageInWords(reader, code)
  return code
}
