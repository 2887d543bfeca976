import type { Context } from '../../../../platform/context/context.ts'
import { chooseText } from '../../../../platform/i18n/localized-text.ts'
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
import { kindName, type OrganisationRef } from '../../../directory/index.ts'
import { listOrganisationRefs } from '../../../directory/picking/index.ts'
import { themes } from '../../../networks/index.ts'
import { organisationWords, valueWords } from '../../cooperations/record/field-words.ts'
import { organisationDocument, shareOf } from '../document/schema.ts'

const fieldKeys: Readonly<Record<string, PlainMessageKey>> = {
  about: 'registry.form.aboutText',
  codes: 'registry.form.codes',
  country: 'registry.form.country',
  kind: 'registry.form.organisationKind',
  machineNames: 'registry.form.machineNames',
  name: 'registry.form.names',
  shortName: 'registry.form.shortNames',
  parentId: 'registry.form.parentOrganisation',
  place: 'registry.form.point',
  population: 'registry.form.population',
  populationYear: 'registry.form.populationYear',
  validFrom: 'registry.form.validFrom',
  validUntil: 'registry.form.validUntil',
  seeks: 'registry.form.seeks',
  offers: 'registry.form.offers',
  themes: 'registry.cooperation.themes',
  notes: 'registry.record.notes',
  label: 'registry.field.title',
  value: 'registry.field.figure',
  url: 'registry.record.url',
  cog: 'registry.form.code.cog',
  siren: 'registry.form.code.siren',
  kr: 'registry.form.code.kr',
  kr10: 'registry.form.code.kr10',
  latitude: 'ui.point.latitude',
  longitude: 'ui.point.longitude',
}

/** Changes of an organisation in the reader’s words, without the shares of other networks. */
export async function explainOrganisation(
  context: Context,
  reader: Reader,
  network: RecordNetwork,
  changes: Change[],
  versions: { before: RecordDocument; after: RecordDocument },
): Promise<ExplainedChange[]> {
  const ids = [versions.before, versions.after].flatMap(({ parentId }) =>
    typeof parentId === 'string' ? [parentId] : [],
  )
  const organisations = await listOrganisationRefs(context, ids)
  const labels = new Map(
    [versions.before, versions.after].flatMap((document) =>
      shareOf(organisationDocument.parse(document), network.id).notes.map(({ id, label }) => [
        id,
        chooseText(label, reader.language)?.text ?? '',
      ]),
    ),
  )
  return changes
    .flatMap((change) => unfolded(change, network.id))
    .filter(({ path }) => path.at(-1) !== 'knownOn')
    .map((change) => explain({ reader, organisations }, labels, change))
}

// A share that came or went as a whole is explained by its content, without its place in the document.
function unfolded(change: Change, networkId: string): Change[] {
  const [first, second, ...rest] = change.path
  if (first !== 'networks') return [change]
  if (second !== networkId) return []
  const field = rest[0] === 'interest' ? rest.slice(1) : rest
  if (field.length > 0) return [{ ...change, path: field }]
  const [before, after] = [fieldsOf(change.before), fieldsOf(change.after)]
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((name) =>
    unfolded(
      { ...change, path: [...change.path, name], before: before[name], after: after[name] },
      networkId,
    ),
  )
}

function fieldsOf(value: RecordValue | undefined): { readonly [field: string]: RecordValue | undefined } {
  return isObject(value) ? value : {}
}

function explain(
  call: { reader: Reader; organisations: ReadonlyMap<string, OrganisationRef> },
  labels: ReadonlyMap<string, string>,
  { path, language, before, after }: Change,
): ExplainedChange {
  const { reader } = call
  const [field = '', inner] = path
  const isName = field === 'name' || field === 'shortName'
  const steps = path.filter((step) => !(isName && step === inner))
  const words = (value: RecordValue | undefined) => wordsOf(call, field, value)
  return {
    label: steps.map((step) => {
      const key = fieldKeys[step]
      return key ? reader.t(key) : (labels.get(step) ?? step)
    }),
    language: isName ? (inner ?? null) : language,
    before: words(before),
    after: words(after),
  }
}

function wordsOf(
  call: { reader: Reader; organisations: ReadonlyMap<string, OrganisationRef> },
  field: string,
  value: RecordValue | undefined,
): string | null {
  const { reader } = call
  if (value === null || value === undefined) return null
  if (Array.isArray(value)) {
    if (field === 'themes')
      return value
        .map(String)
        .map((each) => (isCode(themes, each) ? reader.t(`networks.theme.${each}`) : each))
        .join(', ')
    return value.map((each) => wordsOf(call, field, each) ?? '').join(', ') || null
  }
  if (field === 'kind' && typeof value === 'string') return kindName(reader, value)
  if (field === 'parentId' && typeof value === 'string') return organisationWords(call, value)
  if (field === 'notes' && isObject(value)) return valueWords(call, 'notes', 'label', value.label)
  if (field === 'place' && isObject(value)) return `${value.latitude}, ${value.longitude}`
  return valueWords(call, field, field === 'validFrom' || field === 'validUntil' ? 'on' : field, value)
}
