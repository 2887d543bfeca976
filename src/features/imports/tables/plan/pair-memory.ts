import type { CooperationDocument } from '../../../registry/cooperations/index.ts'
import type { ToldValue } from '../../parts/part-values.ts'
import { applyFact } from '../../parts/parts.ts'
import type { RowValue } from '../rows/told-values.ts'
import { type Told, writingContextFor } from './told.ts'

/** Two organisations in either order. */
export function pairOf(one: string, other: string): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`
}

/** What the rows of a table have said of each pair so far. Kept as one short text a pair, for tables have a hundred thousand. */
export class PairMemory {
  readonly #said = new Map<string, { row: number; told: string }>()

  /** The first row that named a pair, or null. */
  firstRow(pair: string): number | null {
    return this.#said.get(pair)?.row ?? null
  }

  /** For a pair without a record: accepts everything that the first row says of it. */
  begin(pair: string, row: number, values: readonly Pick<RowValue, 'value'>[]): void {
    const told = values.map(({ value }) => ({ value, way: 'replace' }))
    this.#said.set(pair, { row, told: JSON.stringify(told) })
  }

  /** What a row says of a pair, as far as it is written. */
  remember(pair: string, row: number, told: readonly Told[]): void {
    const written = told.flatMap(({ value, way: resolution }) =>
      resolution === null ? [] : [{ value, way: resolution }],
    )
    const before = this.#said.get(pair)
    if (!before) {
      this.#said.set(pair, { row, told: JSON.stringify(written) })
      return
    }
    if (written.length > 0) before.told = JSON.stringify([...JSON.parse(before.told), ...written])
  }

  /** A tie with what earlier rows have said of it. */
  replay(
    pair: string,
    stored: CooperationDocument,
    { today, language }: { today: string; language: string },
  ): CooperationDocument {
    const before = this.#said.get(pair)
    if (!before) return stored
    const written: Pick<Told<ToldValue>, 'value' | 'way'>[] = JSON.parse(before.told)
    return written.reduce(
      (document, { value, way: resolution }) =>
        applyFact(document, value, writingContextFor(today, language), resolution ?? 'replace').document,
      stored,
    )
  }
}
