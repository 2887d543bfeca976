import { z } from 'zod'
import { textStates } from '../../../platform/i18n/localized-text.ts'
import { documentOf, emptyOf } from '../../../platform/records/fields/field.ts'
import {
  code,
  codes,
  count,
  decimal,
  isoDay,
  languages,
  line,
  optionalDay,
  reference,
  vagueDate,
} from '../../../platform/records/fields/kinds.ts'
import { publicText } from '../../../platform/records/fields/public-text.ts'
import { languageInWords } from '../../../ui/text/language-in-words.ts'
import { trades } from '../../contacts/index.ts'
import { themeGroups, themes } from '../../networks/index.ts'
import { failedStates, licences, linkKinds, publications, saidStates } from './practice.ts'

/** The currencies on offer; EUR stands in a sheet that gives no amount. */
const currencies = [
  'EUR',
  'KRW',
  'USD',
  'GBP',
  'CHF',
  'CAD',
  'JPY',
  'CNY',
  'XOF',
  'XAF',
  'MAD',
  'TND',
] as const

/** A code that programs may leave out: nobody has said it then. */
function mayWait<F extends ReturnType<typeof code>>(field: F): F {
  return { ...field, program: field.program.default(field.empty) }
}

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
  trades: codes(trades, { label: 'practices.field.trades', words: (trade) => `contacts.trade.${trade}` }),
  problem: publicText({
    label: 'practices.field.problem',
    hint: 'practices.form.problemHint',
    max: 1500,
    rows: 4,
  }),
  done: publicText({ label: 'practices.field.done', hint: 'practices.form.doneHint', max: 3000, rows: 8 }),
  period: vagueDate({ label: 'practices.field.period' }),
  endedOn: optionalDay({ label: 'practices.field.ended' }),
  costSaid: mayWait(
    code(saidStates, {
      label: 'practices.field.costSaid',
      words: (said) => `practices.said.${said}`,
    }),
  ),
  costAmount: count({ label: 'practices.field.costAmount', wrong: 'practices.error.number' }),
  costCurrency: mayWait(
    code(currencies, {
      label: 'practices.field.costCurrency',
      words: (currency) => `practices.currency.${currency}`,
    }),
  ),
  costYear: count({ label: 'practices.field.costYear', wrong: 'practices.error.number' }),
  costCovers: publicText({ label: 'practices.field.costCovers', max: 300, rows: 2 }),
  staffSaid: mayWait(
    code(saidStates, {
      label: 'practices.field.staffSaid',
      words: (said) => `practices.said.${said}`,
    }),
  ),
  staffFte: decimal({ label: 'practices.field.staffFte', wrong: 'practices.error.decimal' }),
  staffMonths: count({ label: 'practices.field.staffMonths', wrong: 'practices.error.number' }),
  failedSaid: mayWait(
    code(failedStates, {
      label: 'practices.field.failedSaid',
      hint: 'practices.form.failedHint',
      words: (said) => `practices.failed.${said}`,
    }),
  ),
  failed: publicText({ label: 'practices.field.failed', max: 1500, rows: 4 }),
  nothingSaidAs: line({ label: 'practices.field.nothingSaidAs' }),
  contactId: reference({ label: 'practices.field.contact' }),
  languages: languages({ label: 'practices.field.languages', words: languageInWords }),
  licence: mayWait(
    code(licences, {
      label: 'practices.field.licence',
      words: (licence) => `practices.licence.${licence}`,
    }),
  ),
  url: line({ label: 'practices.field.url' }),
  publication: code(publications, {
    label: 'practices.field.publication',
    words: (publication) => `practices.publication.${publication}`,
  }),
  knownOn: { ...isoDay({ label: null }), program: null },
}

const text = z.record(z.string(), z.object({ text: z.string(), state: z.enum(textStates) }))

const result = z.object({
  id: z.uuid(),
  measure: text,
  on: z.string().max(100).nullable(),
  evidence: z.string(),
})
/** The id is the code of a country. */
const transfer = z.object({ id: z.string(), needs: text, hinders: text })

/** A sheet as one value: its versions keep it, its forms change it. */
export const practiceDocument = documentOf(practiceFields).extend({
  partners: z.array(z.object({ id: z.uuid() })),
  results: z.array(result),
  transfers: z.array(transfer),
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
