import type { Context } from '../../../../platform/context/context.ts'
import { newId } from '../../../../platform/context/identifier.ts'
import { addAgreements, addCooperations } from '../../../registry/batches/index.ts'
import type { PlannedRow } from '../plan/planned-row.ts'
import type { Made, WrittenTogether } from './made.ts'
import { type AmendingPlace, amendTies, completeTies, type TellingRow } from './ties.commands.ts'
import { textIn, type WrittenRow } from './written-rows.ts'

/** Writes cooperations, and remembers those that earlier rows have begun. */
export class TieWriter {
  readonly #place: AmendingPlace
  /** By their keys in the plan. */
  readonly #cooperations = new Map<string, { id: string; partyIds: string[] }>()

  constructor(place: AmendingPlace) {
    this.#place = place
  }

  /** Writes new ties of some rows, and additions to existing ties; `partyIds` are the parties of a row in their order. */
  async write(
    context: Context,
    rows: readonly { row: PlannedRow; written: WrittenRow }[],
    partyIds: (row: PlannedRow) => string[],
  ): Promise<WrittenTogether> {
    const made = await this.#add(context, rows, partyIds)
    return { made, ...(await this.#tellMore(context, rows)) }
  }

  async #add(
    context: Context,
    rows: readonly { row: PlannedRow; written: WrittenRow }[],
    partyIds: (row: PlannedRow) => string[],
  ): Promise<Made[]> {
    const { source, language } = this.#place
    const begun = rows
      .filter(({ row }) => row.state === 'new')
      .map(({ row, written }) => {
        const { facts } = row
        const cooperation = { id: newId(), partyIds: partyIds(row) }
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

  /** Writes additions to existing ties: to registered ones as a version, to those of the table itself as part of them. */
  async #tellMore(
    context: Context,
    rows: readonly { row: PlannedRow; written: WrittenRow }[],
  ): Promise<Pick<WrittenTogether, 'amended' | 'completed'>> {
    const amending = this.#place
    const { source } = amending
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
}

/** Tables have one row for each agreement: many of them are added at once. */
function isAgreementAlone({ row }: { row: PlannedRow }): boolean {
  return row.told.every(
    ({ value, isNewEntry, way: resolution }) =>
      resolution === null || (value.part === 'agreement' && isNewEntry),
  )
}
