import type { Context } from '../../../../platform/context/context.ts'
import { newId } from '../../../../platform/context/identifier.ts'
import { addHolder, addPost, usualTransferBasis } from '../../../contacts/index.ts'
import { addOrganisations } from '../../../directory/index.ts'
import { addAgreements, addCooperations, type BatchSource } from '../../../registry/batches/index.ts'
import { writeEvidence } from '../../../registry/evidence/index.ts'
import { appendPassages } from '../../../registry/sources/index.ts'
import type { Mapping } from '../fields.ts'
import type { PlannedParty } from '../plan/party-book.ts'
import type { PlannedRow, RowState } from '../plan/table-plan.ts'
import { describedOrganisation } from './added-organisation.ts'
import type { Amended, Made } from './made.ts'
import { type AmendingPlace, amendTies, completeTies, type TellingRow } from './ties/commands.ts'
import { textIn, type WrittenRow, writtenRow } from './written-rows.ts'

/** What some rows have written. */
export interface WrittenTogether {
  made: Made[]
  amended: Amended[]
  /** Cooperations of the table itself of which they told more. */
  completed: string[]
}

const nothing: WrittenTogether = { made: [], amended: [], completed: [] }

export interface WriterOptions {
  mapping: Mapping
  titles: readonly string[]
  /** Title above the rows in the source: the sheet. */
  heading: string[]
  language: string
  source: BatchSource
  amending: AmendingPlace
  /** Of the network, in its order: parties stand in it. */
  countries: readonly string[]
}

/** Writes planned rows, some at a time, and remembers what the rows before have made. */
export class TableWriter {
  readonly #options: WriterOptions
  readonly #organisations = new Map<string, string>()
  readonly #cooperations = new Map<string, { id: string; partyIds: string[] }>()

  constructor(options: WriterOptions) {
    this.#options = options
  }

  /** Writes what some rows add and change; answers it. Called in one transaction. */
  async write(context: Context, planned: readonly PlannedRow[]): Promise<WrittenTogether> {
    const { kind } = this.#options.mapping
    const all = planned.filter(({ state }) => writing[kind].has(state))
    const written = all.map((row) => ({ row, written: this.#written(row) }))
    const organisations = await this.#addOrganisations(context, written)
    if (kind === 'contacts')
      return { ...nothing, made: [...organisations, ...(await this.#addPosts(context, all))] }
    if (kind === 'organisations') return { ...nothing, made: organisations }
    const made = [...organisations, ...(await this.#addCooperations(context, written))]
    return { ...nothing, made, ...(await this.#tellMore(context, written)) }
  }

  #written({ facts }: PlannedRow): WrittenRow {
    const { mapping, titles, heading, language } = this.#options
    return writtenRow(facts, mapping, titles, heading, language)
  }

  /** What rows tell of ties that are there: of registered ones as a version, of those that the table began as part of them. */
  async #tellMore(
    context: Context,
    rows: readonly { row: PlannedRow; written: WrittenRow }[],
  ): Promise<Pick<WrittenTogether, 'amended' | 'completed'>> {
    const { amending, source } = this.#options
    const own = ({ row, written }: { row: PlannedRow; written: WrittenRow }): TellingRow[] => {
      const tieId = row.known ?? this.#cooperations.get(row.pair)?.id
      return tieId === undefined ? [] : [{ tieId, number: row.facts.number, told: row.told, written }]
    }
    const later = rows.filter(({ row }) => row.state === 'more' && row.known === null)
    const [alone, others] = [later.filter(isAgreementAlone), later.filter((each) => !isAgreementAlone(each))]
    await addAgreements(
      context,
      source,
      alone.flatMap(({ row, written }) => {
        const cooperation = this.#cooperations.get(row.pair)
        if (!cooperation) return []
        const evidence = written.evidence.filter(({ agreement }) => agreement !== null)
        return [
          {
            cooperationId: cooperation.id,
            partyIds: cooperation.partyIds,
            agreements: written.agreements,
            evidence,
          },
        ]
      }),
    )
    await completeTies(context, amending, others.flatMap(own))
    const amended = await amendTies(
      context,
      amending,
      rows.filter(({ row }) => row.known !== null).flatMap(own),
    )
    return { amended, completed: later.flatMap(own).map(({ tieId }) => tieId) }
  }

  async #addOrganisations(
    context: Context,
    rows: readonly { row: PlannedRow; written: WrittenRow }[],
  ): Promise<Made[]> {
    const { language, source } = this.#options
    const added = new Map(
      rows
        .flatMap(({ row, written }) => [row.first, row.second].map((party) => ({ party, row, written })))
        .flatMap(({ party, row, written }) =>
          party.state === 'new' && !this.#organisations.has(party.id)
            ? [[party.id, { added: party.added, row: row.facts.number, written }] as const]
            : [],
        ),
    )
    const ids = await addOrganisations(
      context,
      [...added.values()].map((each) => describedOrganisation(each.added, language)),
    )
    const made: Made[] = []
    for (const [at, [provisional, { row }]] of [...added].entries()) {
      const id = ids[at]
      if (id === undefined) continue
      this.#organisations.set(provisional, id)
      made.push({ kind: 'organisation', id, row })
    }
    if (this.#options.mapping.kind === 'contacts') return made
    await appendPassages(
      context,
      source.sourceId,
      rows.map(({ written }) => written.passage),
    )
    await writeEvidence(
      context,
      source.networkId,
      [...added.values()].flatMap(({ written }, at) => {
        const [first] = written.evidence
        return first && ids[at]
          ? [
              {
                subjectKind: 'organisation',
                subjectId: ids[at],
                field: 'name',
                sourceId: source.sourceId,
                locator: first.locator,
                stance: 'supports' as const,
                extractedBy: source.extractedBy,
                knownOn: context.today,
              },
            ]
          : []
      }),
    )
    return made
  }

  async #addCooperations(
    context: Context,
    rows: readonly { row: PlannedRow; written: WrittenRow }[],
  ): Promise<Made[]> {
    const { source, language } = this.#options
    const begun = rows
      .filter(({ row }) => row.state === 'new')
      .map(({ row, written }) => {
        const { facts } = row
        const cooperation = { id: newId(), partyIds: this.#partyIds(row) }
        this.#cooperations.set(row.pair, cooperation)
        return {
          ...cooperation,
          since: facts.since?.edtf ?? null,
          sinceWords: textIn(language, facts.since?.words ?? ''),
          summary: textIn(language, facts.summary),
          themes: facts.themes,
          status: facts.status,
          agreements: written.agreements,
          evidence: written.evidence,
          row: facts.number,
        }
      })
    await addCooperations(context, source, begun)
    return begun.map(({ id, row }) => ({ kind: 'cooperation', id, row }))
  }

  async #addPosts(context: Context, rows: readonly PlannedRow[]): Promise<Made[]> {
    const { source, language } = this.#options
    const made: Made[] = []
    for (const { first, facts } of rows) {
      const organisationId = this.#idOf(first)
      if (organisationId === null) continue
      const postId = await addPost(context, source.networkId, {
        organisationId,
        function: { original: language, texts: { [language]: facts.post }, reviewed: [] },
        kind: 'other',
        themes: [],
        position: facts.number,
      })
      made.push({ kind: 'post', id: postId, row: facts.number })
      if (facts.person === '') continue
      const residence =
        first.state === 'known'
          ? first.candidate.country
          : (facts.first.country ?? this.#options.countries[0] ?? 'FR')
      const transfer = usualTransferBasis(residence)
      await addHolder(context, source.networkId, postId, {
        name: { [language]: facts.person },
        salutation: {},
        languages: [],
        email: facts.address === '' ? null : facts.address.toLowerCase(),
        telephone: facts.telephone === '' ? null : facts.telephone,
        from: null,
        residence,
        provenance: 'organisation',
        provenanceNote: '',
        legalBasis: 'public_interest',
        // Nobody can be asked for a consent without an address: such a person is read in their own country alone.
        transferBasis: transfer === 'separate_consent' && facts.address === '' ? 'no_transfer' : transfer,
        retentionUntil: null,
      })
    }
    return made
  }

  #partyIds({ first, second }: PlannedRow): string[] {
    const parties = [first, second].flatMap((party) => {
      const id = this.#idOf(party)
      const country =
        party.state === 'known' ? party.candidate.country : party.state === 'new' ? party.added.country : null
      return id === null ? [] : [{ id, place: this.#options.countries.indexOf(country ?? '') }]
    })
    const rank = ({ place }: { place: number }) => (place < 0 ? this.#options.countries.length : place)
    return parties.toSorted((a, b) => rank(a) - rank(b)).map(({ id }) => id)
  }

  #idOf(party: PlannedParty): string | null {
    if (party.state === 'known') return party.id
    return party.state === 'new' ? (this.#organisations.get(party.id) ?? null) : null
  }
}

// Rows in other states write nothing.
const writing: Readonly<Record<Mapping['kind'], ReadonlySet<RowState>>> = {
  cooperations: new Set(['new', 'more', 'adds']),
  organisations: new Set(['new']),
  contacts: new Set(['new', 'known', 'repeated']),
}

/** Tables have a row an agreement: many of them are added at once. */
function isAgreementAlone({ row }: { row: PlannedRow }): boolean {
  return row.told.every(
    ({ value, isNewEntry, way }) => way === null || (value.part === 'agreement' && isNewEntry),
  )
}
