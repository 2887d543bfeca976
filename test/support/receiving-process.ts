// A mail server that a test kills: what it has acknowledged is in the folder FOLDER, one file a mail. It takes the port PORT.
import { randomUUID } from 'node:crypto'
import { renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { startMailServer } from './smtp-server.ts'

const { FOLDER = '', PORT = '' } = process.env
await startMailServer(
  {
    onData: async (stream, _session, answer) => {
      // Its sender was killed in the middle of it.
      const bytes = await buffer(stream).catch(() => null)
      if (bytes === null) return
      const path = join(FOLDER, randomUUID())
      // Whole, or not at all.
      writeFileSync(`${path}.part`, bytes)
      renameSync(`${path}.part`, `${path}.eml`)
      answer()
    },
  },
  Number(PORT),
)
process.on('disconnect', () => process.exit())
process.send?.('ready')
