import { endWithParent } from './end-with-parent.ts'
import { type ReadPart, readParts } from './read-parts.ts'
import type { ReadingAnswer, ReadingOrder, SentPassage } from './reading-order.ts'
import { endPrograms } from './run-program.ts'
import { asUnreadable } from './text-unreadable.ts'

// A process of its own for each file: the parser of a stranger's file may hang, or take all memory, and only this one ends.
process.on('message', async ({ file, bytes: length }: ReadingOrder) => {
  try {
    const bytes = await readInput(length)
    const parts = await readParts(bytes, file, (done, of) => void answer({ is: 'progress', done, of }))
    for (const part of parts) await sendPart(part)
    await answer({ is: 'end' })
  } catch (error) {
    const { code, detail } = asUnreadable(error)
    await answer({ is: 'unreadable', code, detail })
  }
  process.disconnect?.()
})
endWithParent(endPrograms)

async function readInput(length: number): Promise<Uint8Array> {
  const bytes = Buffer.allocUnsafe(length)
  let at = 0
  for await (const chunk of process.stdin) at += chunk.copy(bytes, at)
  return bytes.subarray(0, at)
}

const unitsAtOnce = 40_000

async function sendPart({ name, document: { passages, ...head } }: ReadPart): Promise<void> {
  await answer({ is: 'document', name, head })
  let waiting: SentPassage[] = []
  let units = 0
  for (const passage of passages) {
    waiting.push({ ...passage, at: Int32Array.from(passage.at) })
    units += passage.text.length
    if (units < unitsAtOnce) continue
    await answer({ is: 'passages', passages: waiting })
    waiting = []
    units = 0
  }
  await answer({ is: 'passages', passages: waiting })
}

function answer(message: ReadingAnswer): Promise<void> {
  return new Promise((done) => {
    if (!process.send) done()
    else process.send(message, undefined, undefined, () => done())
  })
}
