import type { Context } from '../../../platform/context/context.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import type { Change } from '../../../platform/records/difference.ts'
import { explainFields } from '../../../platform/records/fields/explanation.ts'
import { isPassage, type RecordValue } from '../../../platform/records/record-document.ts'
import type { RecordHead, RecordNetwork } from '../../../platform/records/record-head.ts'
import type { ExplainedChange, RecordKind } from '../../../platform/records/record-kind.ts'
import { textsUnder } from '../../../platform/records/stored-documents.ts'
import { notFound } from '../../../platform/refusal.ts'
import { countryNames } from '../../directory/index.ts'
import { listBodies } from '../drawing/brief.ts'
import { overflowErrors } from '../drawing/drawing.ts'
import { briefTexts } from './brief-texts.commands.ts'
import { writeBrief } from './commands.ts'
import { briefDocument, briefIdOf, emptyBrief } from './document.ts'
import { itemFields } from './item.ts'
import { itemForms } from './item-form.tsx'
import { listBriefDocuments } from './queries.ts'
import { isItemKey } from './skeleton.ts'

/** The briefs of the countries of a group, as people edit, suggest, compare and restore them: an item is a form. Nobody adds one. */
export const briefRecord: RecordKind = {
  kind: 'brief',
  segment: 'brief',
  noun: 'briefs.brief.noun',
  lookUp: async (context, network, by) => {
    const country = network.countries.find((each) =>
      'slug' in by ? by.slug === each.toLowerCase() : by.id === briefIdOf(each),
    )
    return country === undefined ? null : headOf(context, network, country)
  },
  read: async (context, network, id) => (await readEach(context, network, [id])).get(id) ?? notFound(id),
  readEach,
  check: overflowErrors,
  write: (context, { network, head, before, after }) =>
    writeBrief(context, {
      country: countryOf(network, head.id) ?? notFound(head.id),
      networkId: network.id,
      before: briefDocument.parse(before),
      after: briefDocument.parse(after),
    }),
  add: async () => notFound('brief'),
  blank: () => emptyBrief,
  newPart: null,
  ownersOf: () => [],
  listAlike: async () => [],
  parts: itemForms,
  sharedField: 'networks',
  texts: textsUnder('brief', briefTexts),
  program: null,
  explain: async (_context, reader, network, changes) =>
    changes.flatMap((change) => explainChange(reader, network, change)),
}

/** Each side’s own bodies in the group edit what is said of their country; the members of the other suggest. */
async function headOf(context: Context, network: RecordNetwork, country: string): Promise<RecordHead> {
  const bodies = await listBodies(context, network.id, country)
  return {
    id: briefIdOf(country),
    slug: country.toLowerCase(),
    title: countryNames(country),
    organisationIds: bodies.map(({ organisationId }) => organisationId),
  }
}

function countryOf(network: RecordNetwork, id: string): string | undefined {
  return network.countries.find((country) => briefIdOf(country) === id)
}

async function readEach(context: Context, network: RecordNetwork, ids: readonly string[]) {
  const countries = ids.flatMap((id) => countryOf(network, id) ?? [])
  const documents = await listBriefDocuments(context, countries)
  return new Map([...documents].map(([country, document]) => [briefIdOf(country), document]))
}

/** A change in the reader’s words; what other groups say beside is left out. */
function explainChange(reader: Reader, network: RecordNetwork, change: Change): ExplainedChange[] {
  const [part, first = '', second = '', third = ''] = change.path
  const isLine = part === 'networks'
  if (isLine && first !== network.id) return []
  const key = isLine ? third : first
  if (!isItemKey(key)) return []
  const field = isLine || second === '' ? 'text' : second
  const said = { ...change, path: [field], before: wordsIn(change.before), after: wordsIn(change.after) }
  return explainFields(itemFields, reader, [said], String).map(({ label, ...words }) => {
    const named = isLine ? [reader.t('briefs.form.line')] : second === '' ? [] : label
    return { ...words, label: [reader.t(`briefs.item.${key}`), ...named] }
  })
}

// An item that came or went as a whole is explained by its words.
function wordsIn(value: RecordValue | undefined): RecordValue | undefined {
  const isItem = typeof value === 'object' && value !== null && 'text' in value && !isPassage(value)
  return isItem ? value.text : value
}
