import type { Outline, Unit } from '../outline.ts'

/** 2022년 주요 실적: the year that the head of a column gives to the months in its cells, by a place in a row; null where it gives none. */
export function yearsOfColumns({ units }: Outline): (unit: Unit, at: number) => string | null {
  const heads = new Map<number, Unit>()
  for (const unit of units) {
    const { table } = unit.passage
    if (table !== null && !heads.has(table)) heads.set(table, unit)
  }
  return ({ passage }, at) => {
    const head = passage.table === null ? undefined : heads.get(passage.table)
    const column = passage.cells.findIndex(({ start, end }) => start <= at && at < end)
    return /(?<!\d)((?:19|20)\d\d)(?!\d)/u.exec(head?.passage.cells[column]?.text ?? '')?.[1] ?? null
  }
}
