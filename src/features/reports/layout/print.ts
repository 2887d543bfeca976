import { describeDate } from '../../../platform/dates/index.ts'
import { type Chart, chartBlock, chartBytes } from '../../../platform/documents/charts.ts'
import type { ReportBlock } from '../../../platform/documents/report.ts'
import type { Passage } from '../../../platform/documents/sheet.ts'
import { createSpeaker, joined } from '../../../platform/documents/speaker.ts'
import { createCatalogue } from '../../../platform/i18n/catalogue.ts'
import { numberFormatter } from '../../../platform/i18n/formatters.ts'
import type { InterfaceLanguage } from '../../../platform/i18n/languages.ts'
import {
  chooseName,
  chooseText,
  type LocalizedName,
  type LocalizedText,
} from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import type { PlainMessageKey, Translate } from '../../../platform/i18n/translate.ts'
import { languageInWords } from '../../../ui/text/language-in-words.ts'
import { byOwnSide, countryName, shortNames } from '../../directory/index.ts'
import { fieldWords } from '../difference/change-words.ts'
import type { FactBody, FactTie, ReportFacts } from '../facts.ts'

type Between<Start extends string, End extends string, K> = K extends `${Start}${infer Key}${End}`
  ? Key
  : never
type ColumnKey = Between<'reports.print.column.', '', PlainMessageKey>
type SectionKey = Between<'reports.print.', '.title', PlainMessageKey>

/** What is written in a cell: words of the layout, or a passage. */
type Cell = string | Passage

/** The most rows of a list other than the annex; facts.json has all of them. */
const mostRows = 100

/** Writes frozen facts in one language, in their own frozen words alone: a word that is not among them throws. */
export class Print {
  readonly facts: ReportFacts
  readonly reader: Reader
  readonly t: Translate
  readonly charts: Chart[] = []
  /** What stands at the head of each page. */
  readonly head: Passage
  readonly #bodies: ReadonlyMap<string, FactBody>
  readonly #known: Record<string, string>
  readonly #speaker

  constructor(facts: ReportFacts, language: InterfaceLanguage, number: number) {
    this.facts = facts
    this.reader = printedReader(facts, language)
    this.t = this.reader.t
    this.#speaker = createSpeaker(this.reader)
    this.#known = facts.words[language] ?? {}
    this.#bodies = new Map(facts.bodies.map((body) => [body.id, body]))
    const title = this.t('reports.print.title', { number: String(number) })
    const day = this.t('reports.print.onDay', { day: this.day(facts.day) })
    this.head = this.words([chooseName(facts.network.name, language).text, title, day].join(' – '))
  }

  get semicolon(): string {
    return this.#speaker.semicolon
  }

  get usedMachine(): boolean {
    return this.#speaker.usedMachine()
  }

  /** The countries of the group, the reader’s own side first. */
  get countries(): string[] {
    return [...byOwnSide(this.reader, this.facts.network.countries)]
  }

  body(id: string): FactBody {
    const body = this.#bodies.get(id)
    if (body === undefined) throw new Error(`The facts name the body ${id}, which is not among them`)
    return body
  }

  /** Whether a key that only the facts know is among their words. */
  isWord(key: string): key is PlainMessageKey {
    return Object.hasOwn(this.#known, key)
  }

  /** A word whose key only the facts know: a part of another feature, a value that changed. */
  word(key: string): string {
    if (!this.isWord(key)) throw new Error(`No word "${key}" is frozen in ${this.reader.interfaceLanguage}`)
    return this.t(key)
  }

  field(field: string): string {
    return fieldWords({ ...this.reader, known: this.#known }, field)
  }

  words(cell: Cell): Passage {
    return typeof cell === 'string' ? this.#speaker.words(cell) : cell
  }

  strong(text: string): Passage {
    return this.#speaker.words(text, 'strong')
  }

  quiet(text: string): Passage {
    return this.#speaker.words(text, 'quiet')
  }

  number(number: number): string {
    return numberFormatter(this.reader.interfaceLanguage, {}).format(number)
  }

  /** A day, or a vaguer EDTF date; a dash for none. */
  day(edtf: string | null): string {
    return edtf === null ? '–' : describeDate(edtf, this.reader.interfaceLanguage, null, this.facts.day)
  }

  name(name: LocalizedName): Passage {
    return this.#speaker.name(name)
  }

  country(code: string): string {
    return countryName(this.reader, code)
  }

  bodyName(id: string): Passage {
    const body = this.body(id)
    // Korean ministries write official names; French ones write Séoul, not Ville spéciale de Séoul.
    return this.name(this.reader.interfaceLanguage === 'ko' ? body.name : shortNames(body))
  }

  /** The parties of a tie, the reader’s own side first. */
  tieName({ parties }: Pick<FactTie, 'parties'>): Passage {
    const side = (id: string) => this.countries.indexOf(this.body(id).country)
    const names = parties.toSorted((a, b) => side(a) - side(b)).map((id) => this.bodyName(id))
    return joined(names, ' – ')
  }

  /** A stored text with the marks of the house: its language where it is not the reader’s, and a machine’s text as such. */
  said(text: LocalizedText): Passage {
    const chosen = chooseText(text, this.reader.language)
    if (chosen === null) return this.words('–')
    const { language, state } = chosen
    const marks = [
      ...(language === this.reader.language ? [] : [languageInWords(this.reader, language)]),
      ...(state === 'machine' || state === 'stale' ? [this.t(`ui.text.${state}`)] : []),
    ]
    const mark = marks.length === 0 ? [] : this.#speaker.words(` [${marks.join(', ')}]`, 'quiet')
    return [...this.#speaker.say(text), ...mark]
  }

  list(passages: Cell[]): Passage {
    const words = passages.map((each) => this.words(each))
    return joined(words, ', ')
  }

  semicolons(passages: Passage[]): Passage {
    return joined(passages, this.semicolon)
  }

  sentence(...parts: Cell[]): Passage {
    const words = parts.map((each) => this.words(each))
    return joined(words, ' ')
  }

  heading(text: string, level: 1 | 2 = 1): ReportBlock {
    return { kind: 'heading', level, passage: this.words(text) }
  }

  section(key: SectionKey): ReportBlock {
    return this.heading(this.t(`reports.print.${key}.title`))
  }

  paragraph(...parts: Cell[]): ReportBlock {
    return { kind: 'paragraph', passage: this.sentence(...parts) }
  }

  note(...parts: Cell[]): ReportBlock {
    return { kind: 'note', passage: this.sentence(...parts) }
  }

  /** A note on the page of what follows. */
  leading(...parts: Cell[]): ReportBlock {
    return { kind: 'note', passage: this.sentence(...parts), isLeading: true }
  }

  /** A table; nothing where it has no row. Of a longer one than the most it says how many rows are in facts.json alone. */
  table(
    columns: readonly ColumnKey[],
    rows: readonly Cell[][],
    widths?: number[],
    most?: number,
  ): ReportBlock[] {
    const titles = columns.map((key) => this.t(`reports.print.column.${key}`))
    return this.titled(titles, rows, widths, most)
  }

  titled(columns: string[], rows: readonly Cell[][], widths?: number[], most = mostRows): ReportBlock[] {
    if (rows.length === 0) return []
    const shown = rows.slice(0, most).map((row) => row.map((cell) => this.words(cell)))
    const more = rows.length - shown.length
    return [
      { kind: 'table', columns, rows: shown, ...(widths ? { widths } : {}) },
      ...(more > 0 ? [this.note(this.t('reports.print.list.more', { count: more }))] : []),
    ]
  }

  /** Counted things in few rows: those that are equally many stand in one. */
  countTable(what: ColumnKey, counts: readonly [Cell, number][]): ReportBlock[] {
    const rows = [...Map.groupBy(counts, ([, count]) => count)].map(([count, same]) => [
      this.number(count),
      this.list(same.map(([label]) => label)),
    ])
    return this.table(['ties', what], rows, [1, 5])
  }

  /** A drawing; the table of its figures stands beside it. */
  chart(chart: Chart): ReportBlock {
    return chartBlock(chart, this.charts.push(chart) - 1)
  }

  get pictures(): Uint8Array[] {
    return this.charts.map(chartBytes)
  }
}

/** Who reads what is printed: in the frozen words, on the frozen day. */
export function printedReader({ words, day }: ReportFacts, language: InterfaceLanguage): Reader {
  const { fr = {}, ko = {}, en = {} } = words
  const t = createCatalogue([{ fr, ko, en }])(language)
  return { language, interfaceLanguage: language, t, today: day, now: null }
}

/** How often each key comes, the most frequent first; equal ones in the order in which they came. */
export function tally<K>(keys: Iterable<K>): [K, number][] {
  const counts = new Map<K, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return [...counts].toSorted(([, a], [, b]) => b - a)
}
