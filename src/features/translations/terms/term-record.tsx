import { chooseText, plainText } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { addressFor } from '../../../platform/i18n/reader.ts'
import { type FieldError, fieldError } from '../../../platform/input/form.ts'
import { explainFields } from '../../../platform/records/fields/explanation.ts'
import { personalErrors } from '../../../platform/records/fields/public-text.ts'
import type { RecordKind } from '../../../platform/records/record-kind.ts'
import { recordPart } from '../../../platform/records/record-part.ts'
import { storedDocuments, textsUnder } from '../../../platform/records/stored-documents.ts'
import { fold } from '../../../platform/search/index.ts'
import { formOf } from '../../../ui/form/record-fields.tsx'
import { insertTerm, writeTerm } from './commands.ts'
import { listGroupTerms, listTermDocuments, lookUpTerm } from './queries.ts'
import { chosenWords, emptyTerm, type TermDocument, termDocument, termFields } from './term.ts'
import { termTexts } from './term-texts.commands.ts'

const parse = (document: object) => termDocument.parse(document)
const said = formOf(termFields, ['word', 'note', 'confused'])
const state = formOf(termFields, ['state'])

// A word in one language alone says nothing of how the others call it.
function errorsOf(typed: Pick<TermDocument, 'word'>): FieldError[] {
  const isOne = Object.keys(chosenWords(typed.word)).length < 2
  return [...personalErrors(typed), ...(isOne ? [fieldError('word', 'translations.term.oneWord')] : [])]
}

const newTermForm = recordPart(parse, {
  key: 'new',
  title: 'translations.term.new',
  lead: 'translations.term.newLead',
  reasonHint: 'translations.term.reasonHint',
  values: (call) => said.values(call),
  schema: (call) => said.schema(call),
  write: ({ context, document }, typed) => {
    const errors = errorsOf(typed)
    return errors.length > 0 ? errors : { ...document, ...typed, knownOn: context.today }
  },
  form: (call) => said.form(call),
})

const termParts = [
  recordPart(parse, {
    ...{ key: 'about', title: 'translations.term.about', lead: 'translations.term.newLead' },
    words: ({ reader, document }) => chooseText(document.word, reader.language)?.text ?? '',
    ...said,
    write: ({ document }, typed) => {
      const errors = errorsOf(typed)
      return errors.length > 0 ? errors : { ...document, ...typed }
    },
  }),
  recordPart(parse, {
    ...{ key: 'state', title: 'translations.term.state', lead: 'translations.term.stateLead' },
    words: ({ reader, document }) => reader.t(`translations.term.state.${document.state}`),
    ...state,
    write: ({ document }, typed) => ({ ...document, ...typed }),
  }),
] as const

const href = (reader: Reader, network: string, slug: string) =>
  addressFor({ ...reader, now: null }, `/${network}/terms/${slug}`)

/** The terms that a group adds to the glossary: its coordinators write them, and whoever else has a role in it suggests. */
export const termRecord: RecordKind = {
  ...storedDocuments({
    kind: 'term',
    lookUp: async (context, network, by) => {
      const term = await lookUpTerm(context, network.id, by)
      return term && { id: term.id, slug: term.slug, title: plainText(term.word), organisationIds: [] }
    },
    parse,
    list: listTermDocuments,
    write: writeTerm,
    insert: insertTerm,
  }),
  segment: 'terms',
  noun: 'translations.term.noun',
  blank: () => emptyTerm,
  newPart: newTermForm,
  ownersOf: () => [],
  isOfGroup: true,
  listAlike: async (context, reader, network, document) => {
    const wanted = new Set(wordsOf(parse(document)))
    const terms = await listGroupTerms(context, network.id, { isWhole: true })
    return terms
      .filter((term) => wordsOf(term).some((word) => wanted.has(word)))
      .map(({ id, slug, word, state: is }) => {
        const chosen = chooseText(word, reader.language)
        return {
          ...{ id, title: chosen?.text ?? slug, language: chosen?.language ?? reader.language },
          details: reader.t(`translations.term.state.${is}`),
          href: href(reader, network.slug, slug),
        }
      })
  },
  parts: termParts,
  sharedField: null,
  texts: textsUnder('term', termTexts),
  program: null,
  explain: async (_context, reader, _network, changes) => explainFields(termFields, reader, changes, String),
}

const wordsOf = ({ word }: Pick<TermDocument, 'word'>) =>
  Object.entries(chosenWords(word)).map(([language, text]) => `${language} ${fold(text)}`)
