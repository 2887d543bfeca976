import { endWithParent } from '../../../../platform/reading/end-with-parent.ts'
import type { TextPassage } from '../../../../platform/reading/text-document.ts'
import type { NameBook } from '../names/gazetteer.ts'
import { understand } from '../understand.ts'
import type { Asked, Told, UnderstandingAnswer, UnderstandingOrder } from './understanding-order.ts'

// A process of its own, see platform/reading/limited-process.ts. It opens no database: its parent looks names up.
endWithParent()
let hear: (told: Told) => void = () => undefined
process.on('message', (order: UnderstandingOrder) => {
  if (order.of === 'text') void work(order)
  else hear(order)
})

async function work({ head }: Extract<UnderstandingOrder, { of: 'text' }>): Promise<void> {
  try {
    const passages: TextPassage[] = []
    for (;;) {
      const told = await ask({ of: 'passages' })
      if (told.of !== 'passages' || told.passages === null) break
      passages.push(...told.passages)
    }
    await answer({ of: 'reading', reading: await understand(book, { ...head, source: '', passages }) })
  } catch (error) {
    await answer({
      of: 'fault',
      words: error instanceof Error ? (error.stack ?? error.message) : String(error),
    })
  }
}

// The names of one statement: other work waits meanwhile where the database is embedded.
const namesAtOnce = 200

const book: NameBook = {
  async listNamed(folded) {
    const found: Awaited<ReturnType<NameBook['listNamed']>> = []
    for (let at = 0; at < folded.length; at += namesAtOnce) {
      const told = await ask({ of: 'named', folded: folded.slice(at, at + namesAtOnce) })
      if (told.of === 'named') found.push(...told.rows)
    }
    return found
  },
  async listAllNames() {
    const told = await ask({ of: 'names' })
    return told.of === 'names' ? told.names.split('\n') : []
  },
  async listFrenchTowns(asked, most) {
    const told = await ask({ of: 'towns', asked, most })
    return told.of === 'towns' ? told.rows : []
  },
}

function ask(visit: Asked): Promise<Told> {
  return new Promise((done) => {
    hear = done
    void answer(visit)
  })
}

function answer(message: UnderstandingAnswer): Promise<void> {
  return new Promise((done) => {
    if (!process.send) done()
    else process.send(message, undefined, undefined, () => done())
  })
}
