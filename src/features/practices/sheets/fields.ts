import { z } from 'zod'
import { documentOf, emptyOf } from '../../../platform/records/fields/field.ts'
import {
  code,
  codes,
  count,
  decimal,
  isoDay,
  languages,
  optionalDay,
  reference,
  shortLine,
  vagueDate,
  webAddress,
} from '../../../platform/records/fields/kinds.ts'
import { publicText } from '../../../platform/records/fields/public-text.ts'
import { languageInWords } from '../../../ui/text/language-in-words.ts'
import { trades } from '../../contacts/index.ts'
import { themeGroups, themes } from '../../networks/index.ts'
import { failedStates, licences, linkKinds, publications, saidStates } from './practice.ts'

/** The currencies on offer; EUR stands in a sheet that gives no amount. */
const currencies = [
  ...(['EUR', 'KRW', 'USD', 'GBP', 'CHF', 'CAD'] as const),
  ...(['JPY', 'CNY', 'XOF', 'XAF', 'MAD', 'TND'] as const),
] as const

/** The plain fields of a sheet; its lists follow in the document. */
export const practiceFields = {
  holderId: reference({ label: 'practices.field.holder' }),
  title: publicText({
    label: 'practices.field.title',
    hint: 'practices.form.titleHint',
    max: 150,
    rows: 1,
    isRequired: true,
  }),
  themes: codes(themes, {
    label: 'practices.field.themes',
    words: (theme) => `networks.theme.${theme}`,
    groups: themeGroups,
    none: { form: 'practices.error.theme', program: 'one theme at least' },
  }),
  trades: codes(trades, {
    label: 'practices.field.trades',
    words: (trade) => `contacts.trade.${trade}`,
    addLabel: 'contacts.field.tradesAdd',
  }),
  problem: publicText({
    label: 'practices.field.problem',
    hint: 'practices.form.problemHint',
    max: 1500,
    rows: 4,
  }),
  done: publicText({ label: 'practices.field.done', hint: 'practices.form.doneHint', max: 3000, rows: 8 }),
  period: vagueDate({ label: 'practices.field.period' }),
  endedOn: optionalDay({ label: 'practices.field.ended' }),
  costSaid: code(saidStates, {
    label: 'practices.field.costSaid',
    words: (said) => `practices.said.${said}`,
    mayWait: true,
  }),
  costAmount: count({ label: 'practices.field.costAmount', wrong: 'practices.error.number' }),
  costCurrency: code(currencies, {
    label: 'practices.field.costCurrency',
    words: (currency) => `practices.currency.${currency}`,
    mayWait: true,
  }),
  costYear: count({ label: 'practices.field.costYear', wrong: 'practices.error.number' }),
  costCovers: publicText({ label: 'practices.field.costCovers', max: 300, rows: 2 }),
  staffSaid: code(saidStates, {
    label: 'practices.field.staffSaid',
    words: (said) => `practices.said.${said}`,
    mayWait: true,
  }),
  staffFte: decimal({ label: 'practices.field.staffFte', wrong: 'practices.error.decimal' }),
  staffMonths: count({ label: 'practices.field.staffMonths', wrong: 'practices.error.number' }),
  failedSaid: code(failedStates, {
    label: 'practices.field.failedSaid',
    hint: 'practices.form.failedHint',
    words: (said) => `practices.failed.${said}`,
    mayWait: true,
  }),
  failed: publicText({ label: 'practices.field.failed', max: 1500, rows: 4 }),
  nothingSaidAs: shortLine({
    label: 'practices.field.nothingSaidAs',
    hint: 'practices.form.nothingSaidAsHint',
    max: 120,
    about: {
      answer: 'In which function somebody says that nothing is known to have failed',
      program: 'In which function somebody says that nothing is known to have failed',
    },
  }),
  contactId: reference({ label: 'practices.field.contact' }),
  languages: languages({ label: 'practices.field.languages', words: languageInWords }),
  licence: code(licences, {
    label: 'practices.field.licence',
    words: (licence) => `practices.licence.${licence}`,
    mayWait: true,
  }),
  // In the API `url` is the address of the sheet itself.
  url: { ...webAddress({ label: 'practices.field.url' }), answer: null, program: null },
  publication: code(publications, {
    label: 'practices.field.publication',
    words: (publication) => `practices.publication.${publication}`,
  }),
  knownOn: { ...isoDay({ label: null }), program: null },
}

/** What came of a practice, each with its date and what shows it. */
export const resultFields = {
  measure: publicText({
    label: 'practices.field.measure',
    hint: 'practices.form.measureHint',
    max: 300,
    isRequired: true,
  }),
  on: vagueDate({ label: 'practices.field.on' }),
  evidence: webAddress({ label: 'practices.field.evidence' }),
}

/** What a practice needs in a country, and what would hinder it there. */
export const transferFields = {
  needs: publicText({ label: 'practices.field.needs', max: 600 }),
  hinders: publicText({ label: 'practices.field.hinders', max: 600 }),
}

/** A sheet as one value: its versions keep it, its forms change it. */
export const practiceDocument = documentOf(practiceFields).extend({
  partners: z.array(z.object({ id: z.uuid() })),
  results: z.array(documentOf(resultFields).extend({ id: z.uuid() })),
  // The id is the code of a country.
  transfers: z.array(documentOf(transferFields).extend({ id: z.string() })),
  links: z.array(z.object({ id: z.uuid(), kind: z.enum(linkKinds) })),
})
export type PracticeDocument = z.output<typeof practiceDocument>

export const emptyPractice: PracticeDocument = {
  ...emptyOf(practiceFields),
  publication: 'draft',
  partners: [],
  results: [],
  transfers: [],
  links: [],
}
