import { parseEdtf } from '../../../../platform/dates/index.ts'
import { chooseName, chooseText } from '../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import type { PlainMessageKey } from '../../../../platform/i18n/translate.ts'
import { isCode } from '../../../../platform/input/code.ts'
import { isLocalizedText, isPassage, type RecordValue } from '../../../../platform/records/record-document.ts'
import { dayWords } from '../../../../ui/text/date-words.ts'
import { eventKinds, eventStates, firmnesses } from '../../../agenda/events/index.ts'
import { type OrganisationRef, shortNames } from '../../../directory/index.ts'
import { themes } from '../../../networks/index.ts'
import { agreementKinds, agreementStates, intentions, statuses } from '../../codes.ts'

export interface WordsCall {
  reader: Reader
  organisations: ReadonlyMap<string, OrganisationRef>
}

const fieldKeys: Readonly<Record<string, PlainMessageKey>> = {
  capacity: 'registry.record.capacity',
  confirmedOn: 'registry.record.confirmedOn',
  currency: 'registry.record.currency',
  firmness: 'registry.record.firmness',
  frame: 'registry.record.frame',
  guestCountries: 'registry.record.guestCountries',
  horizon: 'registry.record.horizon',
  intention: 'registry.cooperation.intention',
  kind: 'registry.field.kind',
  label: 'registry.field.title',
  listed: 'registry.export.listed',
  object: 'registry.record.object',
  on: 'registry.record.date',
  organisations: 'registry.record.organisations',
  parentId: 'registry.export.parent',
  parties: 'registry.cooperation.parties',
  placeId: 'registry.field.place',
  plannedAmount: 'registry.record.plannedAmount',
  reason: 'registry.record.reason',
  reference: 'registry.record.reference',
  role: 'registry.record.role',
  saidBy: 'registry.record.saidBy',
  signatory: 'registry.record.signatory',
  state: 'registry.export.status',
  statedOn: 'registry.record.statedOn',
  status: 'registry.export.status',
  steps: 'registry.record.steps',
  text: 'registry.record.text',
  title: 'registry.field.title',
  url: 'registry.record.url',
  value: 'registry.field.figure',
  when: 'registry.record.date',
  wished: 'registry.record.wished',
  words: 'registry.record.words',
}

/** The name of a field; null for what people need not know of. */
export function fieldWords({ t }: Reader, field: string): string | null {
  const key = fieldKeys[field]
  return key ? t(key) : null
}

/** The name of an organisation in the reader’s language; its id if it is no longer known. */
export function organisationWords({ reader, organisations }: WordsCall, id: string): string {
  const found = organisations.get(id)
  return found ? chooseName(shortNames(found), reader.language).text : id
}

/** The value of a field in words; null for none. */
export function valueWords(
  call: WordsCall,
  part: string,
  field: string,
  value: RecordValue | undefined,
): string | null {
  const { reader } = call
  if (value === undefined || value === null || value === '') return null
  if (isPassage(value)) return value.text
  if (isLocalizedText(value)) return chooseText(value, reader.language)?.text ?? null
  if (typeof value === 'boolean') return reader.t(value ? 'registry.record.yes' : 'registry.record.no')
  if (Array.isArray(value)) return value.map((each) => valueWords(call, part, field, each) ?? '').join(', ')
  if (typeof value !== 'string') return String(value)
  if (idFields.has(field)) return organisationWords(call, value)
  if (dateFields.has(field)) return 'problem' in parseEdtf(value) ? value : dayWords(reader, value)
  return codeWords(reader, part, field, value)
}

const idFields = new Set(['placeId', 'saidBy', 'organisations', 'parties', 'actors'])
const dateFields = new Set(['on', 'when', 'horizon', 'statedOn', 'confirmedOn', 'happenedOn'])

function codeWords({ t }: Reader, part: string, field: string, code: string): string {
  if (part === 'agreements' && field === 'kind' && isCode(agreementKinds, code))
    return t(`registry.agreementKind.${code}`)
  if (part === 'activities' && field === 'kind' && isCode(eventKinds, code))
    return t(`agenda.eventKind.${code}`)
  if (part === 'agreements' && field === 'state' && isCode(agreementStates, code))
    return t(`registry.agreementState.${code}`)
  if (field === 'status' && isCode(statuses, code)) return t(`ui.status.${code}`)
  if (field === 'intention' && isCode(intentions, code)) return t(`registry.intention.${code}`)
  if (part === 'themes' && isCode(themes, code)) return t(`networks.theme.${code}`)
  if (part === 'activities' && field === 'state' && isCode(eventStates, code))
    return t(`agenda.state.${code}`)
  if (field === 'firmness' && isCode(firmnesses, code)) return t(`agenda.firmness.${code}`)
  if (field === 'capacity' && isCode(capacities, code)) return t(`registry.record.capacity.${code}`)
  return code
}

export const capacities = ['party', 'ecosystem'] as const
