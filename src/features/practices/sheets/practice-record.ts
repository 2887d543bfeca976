import type { Context } from '../../../platform/context/context.ts'
import { chooseName, chooseText, plainText } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import type { Change } from '../../../platform/records/difference.ts'
import { explainFields } from '../../../platform/records/fields/explanation.ts'
import type { RecordDocument, RecordValue } from '../../../platform/records/record-document.ts'
import type { RecordHead, RecordNetwork } from '../../../platform/records/record-head.ts'
import type { ExplainedChange, RecordKind } from '../../../platform/records/record-kind.ts'
import { notFound } from '../../../platform/refusal.ts'
import { countryName, shortNames } from '../../directory/index.ts'
import { listOrganisationRefs } from '../../directory/picking/index.ts'
import { paths } from '../paths.ts'
import { insertPractice, writePractice } from './commands.ts'
import { emptyPractice, practiceDocument, practiceFields } from './fields.ts'
import { newPracticeForm, practiceParts } from './practice-forms.tsx'
import { practiceProgram } from './practice-program.ts'
import { practiceTexts } from './practice-texts.commands.ts'
import { listAlikePractices, listPracticeDocuments, lookUpPractice } from './queries.ts'

/** Sheets of practices as members write, suggest, compare and restore them. */
export const practiceRecord: RecordKind = {
  kind: 'practice',
  segment: 'practices',
  noun: 'practices.practice.noun',
  lookUp: lookUpHead,
  read: async (context, network, id) =>
    (await listPracticeDocuments(context, network.id, [id])).get(id) ?? notFound(id),
  readEach: (context, network, ids) => listPracticeDocuments(context, network.id, ids),
  write: (context, { network, head, before, after }) =>
    writePractice(
      context,
      { id: head.id, networkId: network.id },
      practiceDocument.parse(before),
      practiceDocument.parse(after),
    ),
  add: async (context, network, document) => {
    const id = await insertPractice(context, network.id, practiceDocument.parse(document))
    const head = await lookUpHead(context, network, { id })
    if (!head) throw new Error(`The practice ${id} was not written`)
    return head
  },
  tellDone: (before, after) => {
    const [was, is] = [before && practiceDocument.parse(before), practiceDocument.parse(after)]
    return was !== null && was.publication !== is.publication ? is.publication : null
  },
  blank: () => emptyPractice,
  newPart: newPracticeForm,
  ownersOf: (document) => {
    const { holderId } = practiceDocument.parse(document)
    return holderId === null ? [] : [holderId]
  },
  listAlike: async (context, reader, network, document) => {
    const alike = await listAlikePractices(context, network.id, practiceDocument.parse(document))
    return alike.map(({ id, slug, title, holder }) => {
      const chosen = chooseText(title, reader.language)
      return {
        id,
        title: chosen?.text ?? slug,
        language: chosen?.language ?? reader.language,
        details: chooseName(shortNames(holder), reader.language).text,
        href: paths.practice(reader, network.slug, slug),
      }
    })
  },
  parts: practiceParts,
  sharedField: null,
  texts: {
    owners: [practiceTexts],
    within: async (_context, _network, ids) => ids.map((id) => ({ kind: 'practice', id })),
    listRecordsWith: async (_context, _network, { kind, id }) => (kind === 'practice' ? [id] : []),
  },
  program: practiceProgram,
  explain: explainPractice,
}

/** A sheet that the reader may see, by slug or id, with who may change it: its holder. */
async function lookUpHead(
  context: Context,
  network: RecordNetwork,
  by: { slug: string } | { id: string },
): Promise<RecordHead | null> {
  const practice = await lookUpPractice(context, network.id, by)
  if (!practice) return null
  const { id, slug, title, holder } = practice
  return { id, slug, title: plainText(title), organisationIds: [holder.id] }
}

const lists = {
  partners: 'practices.field.partners',
  results: 'practices.field.results',
  transfers: 'practices.form.transfer',
  links: 'practices.field.links',
} as const

/** Changes in the reader’s words; those of a list under its name, with the entry. */
async function explainPractice(
  context: Context,
  reader: Reader,
  _network: RecordNetwork,
  changes: Change[],
  versions: { before: RecordDocument; after: RecordDocument },
): Promise<ExplainedChange[]> {
  const documents = [versions.before, versions.after].map((version) => practiceDocument.parse(version))
  const ids = documents.flatMap(({ holderId, partners }) => [
    ...(holderId ? [holderId] : []),
    ...partners.map(({ id }) => id),
  ])
  const refs = await listOrganisationRefs(context, ids)
  const nameOf = (id: string) => {
    const ref = refs.get(id)
    return ref ? chooseName(shortNames(ref), reader.language).text : id
  }
  const own = explainFields(practiceFields, reader, changes, nameOf)
  const listed = changes.flatMap((change): ExplainedChange[] => {
    const [list = '', entry = '', field] = change.path
    if (!isList(list)) return []
    const named =
      list === 'partners' ? nameOf(entry) : list === 'transfers' ? countryName(reader, entry) : null
    const label = [reader.t(lists[list]), ...(named === null ? [] : [named])]
    if (
      field === 'needs' ||
      field === 'hinders' ||
      field === 'measure' ||
      field === 'on' ||
      field === 'evidence'
    )
      label.push(reader.t(`practices.field.${field}`))
    const words = (value: RecordValue | undefined) =>
      wordsOf(reader, value) ?? (value === undefined ? null : (named ?? ''))
    return [{ label, language: change.language, before: words(change.before), after: words(change.after) }]
  })
  return [...own, ...listed]
}

const isList = (name: string): name is keyof typeof lists => Object.hasOwn(lists, name)

function wordsOf(reader: Reader, value: RecordValue | undefined): string | null {
  if (value === null || value === undefined || value === '') return null
  if (typeof value !== 'object' || Array.isArray(value)) return String(value)
  if ('text' in value && typeof value.text === 'string') return value.text
  const measure = practiceDocument.shape.results.element.shape.measure.safeParse(
    'measure' in value ? value.measure : value,
  )
  return measure.success ? (chooseText(measure.data, reader.language)?.text ?? null) : null
}
