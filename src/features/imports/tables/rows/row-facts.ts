import { readSaidDate, type SaidDate } from '../../../../platform/dates/index.ts'
import { fold } from '../../../../platform/search/index.ts'
import type { TableRow } from '../../../../platform/spreadsheets/table.ts'
import type { themes } from '../../../networks/index.ts'
import type { agreementKinds, Status } from '../../../registry/index.ts'
import type { AskedParty, Place } from '../../resolving/asked-party.ts'
import { readDegrees, readPair } from '../cell-kinds.ts'
import { columnOfField, type Field, type Mapping, type Side, type TableKind } from '../fields.ts'
import { readCountry } from '../words/country-words.ts'
import { readThemes, type WordLists } from '../words/word-list.ts'
import type { CellError, CellErrorCode } from './cell-error.ts'
import { type EventFacts, readEventFacts } from './event-facts.ts'

export interface PartyFacts extends AskedParty {
  /** For a new record, where the table gives it. */
  kind: string | null
  population: number | null
}

/** What a row says, as far as it could be understood. */
export interface RowFacts {
  number: number
  cells: string[]
  first: PartyFacts
  second: PartyFacts
  agreementKind: (typeof agreementKinds)[number] | null
  agreementOn: SaidDate | null
  agreementTitle: string
  since: SaidDate | null
  /** The column that gives the start. */
  sinceField: 'since' | 'agreement.on'
  themes: (typeof themes)[number][]
  status: Status | null
  summary: string
  names: { fr: string; ko: string; en: string }
  post: string
  person: string
  address: string
  telephone: string
  languages: string
  /** Null in a table of anything else. */
  event: EventFacts | null
  errors: CellError[]
}

/** Reads a row by what its columns hold; null if it is empty. */
export function readRow(row: TableRow, mapping: Mapping, lists: WordLists): RowFacts | null {
  if (!row.error && row.cells.every((cell) => cell === '')) return null
  const reading = new RowReading(row, mapping, lists)
  if (row.error) reading.refuse(null, row.error, row.cells.join(' ').slice(0, 100))
  return reading.facts()
}

// An event may have no organiser.
const namedSides: Readonly<Record<TableKind, readonly Side[]>> = {
  cooperations: ['first', 'second'],
  organisations: ['first'],
  contacts: ['first'],
  events: [],
}

class RowReading {
  readonly #row: TableRow
  readonly #mapping: Mapping
  readonly #lists: WordLists
  readonly #errors: CellError[] = []

  constructor(row: TableRow, mapping: Mapping, lists: WordLists) {
    this.#row = row
    this.#mapping = mapping
    this.#lists = lists
  }

  facts(): RowFacts {
    const { kind } = this.#mapping
    const facts = {
      number: this.#row.number,
      cells: this.#row.cells,
      first: this.#party('first'),
      second: this.#party('second'),
      agreementKind: this.#agreementKind(),
      agreementTitle: this.#text('agreement.title'),
      ...this.#since(),
      themes: this.#themes(),
      status: this.#status(),
      summary: this.#text('summary'),
      names: { fr: this.#text('name.fr'), ko: this.#text('name.ko'), en: this.#text('name.en') },
      post: this.#text('post'),
      person: this.#text('person'),
      address: this.#address(),
      telephone: this.#text('telephone'),
      languages: this.#text('languages'),
      event: kind === 'events' && !this.#row.error ? this.#event() : null,
      errors: this.#errors,
    }
    if (this.#row.error) return facts
    if (kind === 'contacts' && facts.post === '') this.refuse('post', 'postMissing', '')
    for (const side of namedSides[kind])
      if (facts[side].name === '' && facts[side].code === null) this.refuse(`${side}.name`, 'nameMissing', '')
    return facts
  }

  refuse(field: Field | null, code: CellErrorCode, text: string): void {
    this.#errors.push({ column: field === null ? null : columnOfField(this.#mapping, field), code, text })
  }

  #event(): EventFacts {
    return readEventFacts({
      text: (field) => this.#text(field),
      refuse: (field, code, text) => this.refuse(field, code, text),
      lists: this.#lists,
    })
  }

  /** A date without a named agreement is that of the tie: nothing says that anything was signed. */
  #since(): Pick<RowFacts, 'agreementOn' | 'since' | 'sinceField'> {
    const [on, since] = [this.#date('agreement.on'), this.#date('since')]
    const isNamed =
      this.#text('agreement.kind') !== '' ||
      this.#text('agreement.title') !== '' ||
      this.#mapping.defaults.agreementKind !== null
    if (isNamed || on === null) return { agreementOn: on, since, sinceField: 'since' }
    return { agreementOn: null, since: since ?? on, sinceField: since ? 'since' : 'agreement.on' }
  }

  #text(field: Field): string {
    const column = columnOfField(this.#mapping, field)
    return column === null ? '' : (this.#row.cells[column] ?? '')
  }

  #party(side: Side): PartyFacts {
    const code = this.#text(`${side}.code`)
    const region = this.#text(`${side}.region`)
    return {
      name: this.#text(`${side}.name`),
      country: this.#country(side),
      code: code === '' ? null : code,
      region: region === '' ? null : region,
      kinds: [],
      place: this.#place(side),
      kind: this.#kind(side),
      population: this.#population(side),
    }
  }

  #country(side: Side): string | null {
    const { firstCountry, secondCountry } = this.#mapping.defaults
    const usual = side === 'first' ? firstCountry : secondCountry
    const text = this.#text(`${side}.country`)
    if (text === '') return usual
    const country = readCountry(text)
    if (country === null) this.refuse(`${side}.country`, 'countryUnknown', text)
    return country
  }

  #place(side: Side): Place | null {
    const pair = this.#text(`${side}.point`)
    if (pair !== '') {
      const place = readPair(pair)
      if (!place) this.refuse(`${side}.point`, 'placeWrong', pair)
      return place
    }
    const [north, east] = [this.#text(`${side}.latitude`), this.#text(`${side}.longitude`)]
    if (north === '' || east === '') return null
    const [latitude, longitude] = [readDegrees(north), readDegrees(east)]
    if (latitude !== null && longitude !== null && Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)
      return { latitude, longitude }
    this.refuse(`${side}.latitude`, 'placeWrong', `${north} ${east}`)
    return null
  }

  #kind(side: Side): string | null {
    const text = this.#text(`${side}.kind`)
    if (text === '') return null
    const kind = this.#lists.organisationKinds.get(fold(text)) ?? null
    if (kind === null) this.refuse(`${side}.kind`, 'kindUnknown', text)
    return kind
  }

  #population(side: Side): number | null {
    const text = this.#text(`${side}.population`)
    const plain = text.replaceAll(/[\s\u00a0\u202f.,']/g, '')
    if (text === '') return null
    if (/^\d{1,9}$/.test(plain)) return Number(plain)
    this.refuse(`${side}.population`, 'numberWrong', text)
    return null
  }

  #agreementKind(): RowFacts['agreementKind'] {
    const text = this.#text('agreement.kind')
    const usual = this.#mapping.defaults.agreementKind
    if (text === '') return usual === null ? null : (this.#lists.agreementKinds.get(fold(usual)) ?? null)
    const kind = this.#lists.agreementKinds.get(fold(text)) ?? null
    if (kind === null) this.refuse('agreement.kind', 'kindUnknown', text)
    return kind
  }

  #date(field: Field): SaidDate | null {
    const text = this.#text(field)
    if (text === '') return null
    // A date in a spreadsheet may carry a time of day that nobody meant.
    const date = readSaidDate(text.replace(/T[\d:]+$/, ''), 'fr')
    if (date) return { edtf: date.edtf, words: date.words }
    this.refuse(field, 'dateUnknown', text)
    return null
  }

  #themes(): RowFacts['themes'] {
    const text = this.#text('themes')
    if (text === '') return []
    const { themes, unknown } = readThemes(this.#lists, text)
    for (const word of unknown) this.refuse('themes', 'themeUnknown', word)
    return themes
  }

  #status(): RowFacts['status'] {
    const text = this.#text('status')
    if (text === '') return null
    const status = this.#lists.statuses.get(fold(text)) ?? null
    if (status === null) this.refuse('status', 'statusUnknown', text)
    return status
  }

  #address(): string {
    const text = this.#text('address')
    if (text !== '' && !/^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/.test(text))
      this.refuse('address', 'addressWrong', text)
    return text
  }
}
