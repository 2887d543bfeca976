import { describeDate, parseEdtf } from '../../../platform/dates/index.ts'
import { numberFormatter } from '../../../platform/i18n/formatters.ts'
import { chooseName, chooseText } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import type { PlainMessageKey } from '../../../platform/i18n/translate.ts'
import { languageInWords } from '../../../ui/text/language-in-words.ts'
import type { FactChange, FactValue, ReportFacts } from '../facts.ts'

/** A change in the words of a reader. */
export interface ChangeWords {
  /** What it is about, and in which respect. */
  title: string
  /** The respect alone, for a change beneath the name of its tie. */
  field: string
  /** '' where there was, or is, nothing. */
  before: string
  after: string
  /** Why, by whom, since when it is known; of what only time moved, that nobody said it. */
  note: string
}

/**
 * The words of a change, with keys of `reports.print.` and of closed lists alone: frozen ones will do. `words` are those of the facts: by
 * them it knows which texts are keys.
 */
export function changeWords(
  person: Reader,
  words: ReportFacts['words'],
  { about, field, change, ...said }: FactChange,
): ChangeWords {
  const reader = { ...person, known: words[person.interfaceLanguage] ?? {} }
  const { t, language } = reader
  const day = said.knownOn && dateWords(reader, said.knownOn)
  const note =
    change === 'time'
      ? [t('reports.print.change.byTime'), day && t('reports.print.change.lastNews', { day })]
      : [chooseText(said.why, language)?.text, said.by, day && t('reports.print.change.knownOn', { day })]
  const respect = fieldWords(reader, field)
  return {
    title: [chooseName(about.name, language).text, respect].filter(Boolean).join(' – '),
    field: respect,
    before: valueWords(reader, said.before),
    after: valueWords(reader, said.after),
    note: note.filter(Boolean).join(' · '),
  }
}

interface WordReader extends Reader {
  known: Record<string, string>
}

/** What a field of a record is called, in the words that the reader knows. */
export function fieldWords(reader: WordReader, field: string): string {
  const { t } = reader
  const [head = '', part = ''] = field.split('/')
  const own = keyWord(reader, `reports.print.field.${head}`) ?? keyWord(reader, `registry.field.${head}`)
  const word = own ?? t('reports.print.field.other')
  const about: Record<string, string> = {
    agreement: `registry.agreementState.${part}`,
    exchange: `reports.print.change.exchange.${part}`,
    actions: `reports.print.change.actions.${part}`,
    dispute: `reports.print.field.${part}`,
  }
  const partWord =
    head === 'name' && part ? languageInWords(reader, part) : keyWord(reader, about[head] ?? '')
  return partWord === null ? word : t('reports.print.field.part', { field: word, part: partWord })
}

function valueWords(reader: WordReader, value: FactValue | null): string {
  const { language, interfaceLanguage } = reader
  switch (value?.kind) {
    case 'words':
      return value.keys.map((key) => keyWord(reader, key) ?? key).join(', ')
    case 'text':
      return chooseText(value.text, language)?.text ?? ''
    case 'date':
      return dateWords(reader, value.edtf)
    case 'number':
      return numberFormatter(interfaceLanguage, {}).format(value.number)
    case 'code':
      return value.code
    case 'names':
      return value.names
        .map((name) => chooseName(name, language).text)
        .map((name) => ('problem' in parseEdtf(name) ? name : dateWords(reader, name)))
        .join(' / ')
    default:
      return ''
  }
}

function dateWords({ interfaceLanguage, today }: Reader, edtf: string): string {
  return describeDate(edtf, interfaceLanguage, null, today)
}

function keyWord({ t, known }: WordReader, key: string): string | null {
  const isKey = (text: string): text is PlainMessageKey => Object.hasOwn(known, text)
  return isKey(key) ? t(key) : null
}
