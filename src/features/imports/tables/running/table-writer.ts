import type { Context } from '../../../../platform/context/context.ts'
import { addOrganisations } from '../../../directory/index.ts'
import type { BatchSource } from '../../../registry/batches/index.ts'
import { writeEvidence } from '../../../registry/evidence/index.ts'
import { appendPassages } from '../../../registry/sources/index.ts'
import type { Mapping } from '../fields.ts'
import type { PlannedParty, PlannedRow, RowState } from '../plan/planned-row.ts'
import { describedOrganisation } from './added-organisation.ts'
import {
  addContact,
  amendContact,
  type ContactPlace,
  type ContactRow,
  tellContact,
} from './contacts.commands.ts'
import { addEventRows } from './events.commands.ts'
import type { Amended, Made, WrittenTogether } from './made.ts'
import { amendOrganisations, completeOrganisations } from './organisations.commands.ts'
import { type AmendingPlace, TieWriter } from './ties.commands.ts'
import { type WrittenRow, writtenRow } from './written-rows.ts'

const nothing: WrittenTogether = { made: [], amended: [], completed: [] }

export interface WriterOptions {
  importId: string
  mapping: Mapping
  titles: readonly string[]
  /** Title above the rows in the source: the sheet. */
  heading: string[]
  language: string
  source: BatchSource
  amending: AmendingPlace
  /** Of the network, in its order, which is the order of parties. */
  countries: readonly string[]
}

/** Writes planned rows, some at a time, and remembers what earlier rows have added. */
export class TableWriter {
  readonly #options: WriterOptions
  readonly #organisations = new Map<string, string>()
  readonly #contacts: ContactWriter
  readonly #ties: TieWriter

  constructor(options: WriterOptions) {
    this.#options = options
    const { importId, source, language } = options
    this.#ties = new TieWriter(options.amending)
    this.#contacts = new ContactWriter({
      importId,
      networkId: source.networkId,
      language,
      languages: options.amending.network.languages,
    })
  }

  /** Writes what some rows add and change, and returns it. Called in one transaction. */
  async write(context: Context, planned: readonly PlannedRow[]): Promise<WrittenTogether> {
    const { kind } = this.#options.mapping
    const all = planned.filter(({ state }) => writing.has(state))
    const written = all.map((row) => ({ row, written: this.#written(row) }))
    const organisations = await this.#addOrganisations(context, written)
    if (kind === 'contacts') {
      const contacts = await this.#writeContacts(context, all)
      return { ...nothing, ...contacts, made: [...organisations, ...contacts.made] }
    }
    if (kind === 'organisations')
      return { ...nothing, made: organisations, amended: await this.#tellOrganisations(context, written) }
    if (kind === 'events') {
      const { source, language } = this.#options
      const rows = written.map(({ row }) => ({
        facts: row.facts,
        organiserId: this.#idOf(row.first),
        partnerId: this.#idOf(row.second),
      }))
      return {
        ...nothing,
        made: [...organisations, ...(await addEventRows(context, { source, language }, rows))],
      }
    }
    const ties = await this.#ties.write(context, written, (row) => this.#partyIds(row))
    return { ...ties, made: [...organisations, ...ties.made] }
  }

  #written({ facts }: PlannedRow): WrittenRow {
    const { mapping, titles, heading, language } = this.#options
    return writtenRow(facts, mapping, titles, heading, language)
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
    // Sources are public, and imported events are not yet.
    const isOfEvents = this.#options.mapping.kind === 'events'
    if (!isOfEvents)
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
                locator: isOfEvents ? null : first.locator,
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

  async #writeContacts(context: Context, rows: readonly PlannedRow[]) {
    const contacts = rows.flatMap((row): ContactRow[] => {
      const organisationId = this.#idOf(row.first)
      return organisationId === null ? [] : [{ row, organisationId, residence: this.#residence(row) }]
    })
    return this.#contacts.write(context, contacts)
  }

  #residence({ first, facts }: PlannedRow): string {
    if (first.state === 'known') return first.candidate.country
    return facts.first.country ?? this.#options.countries[0] ?? 'FR'
  }

  /** Writes what rows say of existing organisations. */
  async #tellOrganisations(
    context: Context,
    rows: readonly { row: PlannedRow; written: WrittenRow }[],
  ): Promise<Amended[]> {
    const { amending } = this.#options
    const telling = rows
      .filter(({ row }) => row.state === 'adds' || row.state === 'more')
      .flatMap(({ row, written }) => {
        const organisationId = this.#idOf(row.first)
        const { number } = row.facts
        return organisationId === null ? [] : [{ row, organisationId, number, told: row.told, written }]
      })
    const place = { ...amending, kind: amending.organisationKind }
    const isOwn = ({ row }: { row: PlannedRow }) => row.known === null
    await completeOrganisations(context, place, telling.filter(isOwn))
    return amendOrganisations(
      context,
      place,
      telling.filter((each) => !isOwn(each)),
    )
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
const writing: ReadonlySet<RowState> = new Set(['new', 'more', 'adds'])

/** Writes contacts, and remembers the posts that earlier rows have added. */
class ContactWriter {
  readonly #place: ContactPlace
  /** By their keys in the plan. */
  readonly #posts = new Map<string, string>()

  constructor(place: ContactPlace) {
    this.#place = place
  }

  /** Writes the contacts of some rows: new ones, and additions to existing ones. */
  async write(
    context: Context,
    contacts: readonly ContactRow[],
  ): Promise<{ made: Made[]; amended: Amended[] }> {
    const written: { made: Made[]; amended: Amended[] } = { made: [], amended: [] }
    for (const contact of contacts) {
      const { row } = contact
      const postId = this.#posts.get(row.pair)
      if (row.state === 'new') {
        const made = await addContact(context, this.#place, contact)
        this.#posts.set(row.pair, made.id)
        written.made.push(made)
      } else if (row.known !== null)
        written.amended.push(await amendContact(context, this.#place, contact, row.known))
      // What belongs to a post that the import itself has added is removed with it.
      else if (postId !== undefined) await tellContact(context, this.#place, contact, postId)
    }
    return written
  }
}
