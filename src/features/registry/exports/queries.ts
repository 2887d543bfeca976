import type { Context } from '../../../platform/context/context.ts'
import type { CooperationFilter } from '../cooperations/cooperation-filter.ts'
import { listCooperations } from '../cooperations/queries.ts'
import type { Pointing } from '../paths.ts'
import { cooperationResponse } from '../records/cooperation-response.ts'
import { listCooperationParts } from '../records/queries.ts'
import type { CooperationAnswer } from '../records/schema.ts'

// Few enough to need little memory, many enough that seven queries each cost nothing.
const rowsASlice = 200

/** All the cooperations that match a filter, whole, in slices: ten thousand are never in memory together. */
export async function* listCooperationSlices(
  context: Context,
  networkId: string,
  filter: CooperationFilter,
  pointing: Pointing,
): AsyncGenerator<CooperationAnswer[]> {
  let after: { after?: { sort: string | null; id: string } } = {}
  for (;;) {
    const rows = await listCooperations(context, networkId, filter, { limit: rowsASlice, ...after })
    const last = rows.at(-1)
    if (!last) return
    const parts = await listCooperationParts(context, rows)
    yield parts.map((each) => cooperationResponse(pointing, each))
    if (rows.length < rowsASlice) return
    after = { after: { sort: last.sortKey, id: last.id } }
  }
}
