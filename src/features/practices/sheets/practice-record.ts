import type { Context } from '../../../platform/context/context.ts'
import { chooseName, chooseText, plainText } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import type { PlainMessageKey } from '../../../platform/i18n/translate.ts'
import type { Change } from '../../../platform/records/difference.ts'
import { explainFields, fieldWords } from '../../../platform/records/fields/explanation.ts'
import type { Fields } from '../../../platform/records/fields/field.ts'
import { isObject, type RecordDocument, type RecordValue } from '../../../platform/records/record-document.ts'
import type { RecordHead, RecordNetwork } from '../../../platform/records/record-head.ts'
import type { ExplainedChange, RecordKind } from '../../../platform/records/record-kind.ts'
import { storedDocuments, textsUnder } from '../../../platform/records/stored-documents.ts'
import { amendRecord } from '../../contributions/index.ts'
import { countryName, shortNames } from '../../directory/index.ts'
import { findNames } from '../../directory/picking/index.ts'
import { paths } from '../paths.ts'
import { insertPractice, writePractice } from './commands.ts'
import {
  emptyPractice,
  type PracticeDocument,
  practiceDocument,
  practiceFields,
  resultFields,
  transferFields,
} from './fields.ts'
import { newPracticeForm, practiceParts } from './practice-forms.tsx'
import { practiceProgram } from './practice-program.ts'
import { practiceTexts } from './practice-texts.commands.ts'
import { listAlikePractices, listPracticeDocuments, lookUpPractice, type Practice } from './queries.ts'
import { practiceTitle } from './sheet-words.ts'

/** Sheets of practices as members write, suggest, compare and restore them. */
export const practiceRecord: RecordKind = {
  ...storedDocuments({
    kind: 'practice',
    lookUp: lookUpHead,
    parse: (document) => practiceDocument.parse(document),
    list: listPracticeDocuments,
    write: writePractice,
    insert: insertPractice,
  }),
  segment: 'practices',
  noun: 'practices.practice.noun',
  tellDone: (before, after) => {
    const [was, is] = [before && practiceDocument.parse(before), practiceDocument.parse(after)]
    if (was !== null && was.publication !== is.publication) return is.publication
    return is.publication === 'published' ? null : 'saved'
  },
  isPublic: (document) => practiceDocument.parse(document).publication === 'published',
  blank: () => emptyPractice,
  newPart: newPracticeForm,
  ownersOf: (document) => {
    const { holderId } = practiceDocument.parse(document)
    return holderId === null ? [] : [holderId]
  },
  listAlike: async (context, reader, network, document) => {
    const alike = await listAlikePractices(context, network.id, practiceDocument.parse(document))
    return alike.map(({ id, slug, title, holder }) => ({
      id,
      title: practiceTitle(reader, { title, slug }),
      language: chooseText(title, reader.language)?.language ?? reader.language,
      details: chooseName(shortNames(holder), reader.language).text,
      href: paths.practice(reader, network.slug, slug),
    }))
  },
  parts: practiceParts,
  sharedField: null,
  texts: textsUnder('practice', practiceTexts),
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
  return practice && headOf(practice)
}

const headOf = ({ id, slug, title, holder }: Practice): RecordHead => ({
  ...{ id, slug, title: plainText(title), organisationIds: [holder.id] },
})

/** Ends a sheet, or decides on it, by a press instead of a form, with the reason in its history. */
export async function amendPractice(
  context: Context,
  { reader, network, practice }: { reader: Reader; network: RecordNetwork; practice: Practice },
  reason: string,
  change: Partial<PracticeDocument>,
): Promise<void> {
  const amending = {
    network,
    kind: practiceRecord,
    origin: 'edit' as const,
    language: reader.interfaceLanguage,
  }
  await amendRecord(
    context,
    { ...amending, head: headOf(practice), organisationId: practice.holder.id, reason },
    (stored) => ({ ...practiceDocument.parse(stored), ...change }),
  )
}

const lists: Readonly<Record<string, { label: PlainMessageKey; fields: Fields }>> = {
  partners: { label: 'practices.field.partners', fields: {} },
  results: { label: 'practices.field.results', fields: resultFields },
  transfers: { label: 'practices.form.transfer', fields: transferFields },
  links: { label: 'practices.field.links', fields: {} },
}

/** Changes in the reader’s words; those of a list under its name, with the entry. */
async function explainPractice(
  context: Context,
  reader: Reader,
  _network: RecordNetwork,
  changes: Change[],
  versions: { before: RecordDocument; after: RecordDocument },
): Promise<ExplainedChange[]> {
  const documents = [versions.before, versions.after].map((version) => practiceDocument.parse(version))
  const ids = documents.flatMap(({ holderId, partners }) =>
    [holderId ?? [], partners.map(({ id }) => id)].flat(2),
  )
  const nameOf = await findNames(context, reader, ids)
  const own = explainFields(practiceFields, reader, changes, nameOf)
  const listed = changes.flatMap((change): ExplainedChange[] => {
    const [list = '', entry = '', field] = change.path
    const of = lists[list]
    if (!of) return []
    const name = list === 'partners' ? nameOf(entry) : list === 'transfers' ? countryName(reader, entry) : ''
    const label = [reader.t(of.label), ...(name === '' ? [] : [name])]
    const within = field === undefined ? [] : [{ ...change, path: [field] }]
    const explained = explainFields(of.fields, reader, within, nameOf)
    if (explained.length > 0) return explained.map((each) => ({ ...each, label: [...label, ...each.label] }))
    // An entry came or went whole: a result is told by its measure.
    const words = (value: RecordValue | undefined) =>
      value === undefined
        ? null
        : (isObject(value) && fieldWords(resultFields.measure, reader, value.measure)) || name
    return [{ label, language: change.language, before: words(change.before), after: words(change.after) }]
  })
  return [...own, ...listed]
}
