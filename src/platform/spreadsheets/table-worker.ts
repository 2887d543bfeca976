import { parentPort, workerData } from 'node:worker_threads'
import { openAnyTable } from './any-table.ts'
import type { Told, Wanted } from './open-table.ts'
import { mostRows, type TableRow, TableUnreadable } from './table.ts'

const rowsAtOnce = 1000

// A thread of its own: a million rows take seconds, in which other requests go on.
const wanted: Wanted = workerData
const port = parentPort
if (port) {
  let next: () => void = () => undefined
  port.on('message', () => next())
  const tell = (told: Told) => port.postMessage(told)
  /** Hands over some rows and waits until more are asked for. */
  const hand = (rows: TableRow[]) =>
    new Promise<void>((resolve) => {
      next = resolve
      tell({ rows })
    })
  await read(tell, hand).catch((error: unknown) => {
    const told = error instanceof TableUnreadable ? error : new TableUnreadable('damaged', String(error))
    tell({ unreadable: told.code, detail: told.detail })
  })
  port.close()
}

async function read(tell: (told: Told) => void, hand: (rows: TableRow[]) => Promise<void>): Promise<void> {
  const table = await openAnyTable(wanted)
  try {
    tell({ about: table.about })
    await hand([])
    let rows: TableRow[] = []
    for await (const row of table.rows) {
      if (row.number > mostRows) throw new TableUnreadable('tooLarge')
      rows.push(row)
      if (rows.length < rowsAtOnce) continue
      await hand(rows)
      rows = []
    }
    if (rows.length > 0) await hand(rows)
    tell({ end: true })
  } finally {
    table.close()
  }
}
