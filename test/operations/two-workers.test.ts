import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { expect, inject, onTestFinished, test } from 'vitest'
import { databaseAddress } from '../../tools/test/cluster.ts'
import { startEntente } from '../support/entente-process.ts'

const server = inject('databaseServer')

async function execute(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  await client.query(statement)
  await client.end()
}

test.runIf(server)(
  'two workers that start at once on an empty database both work: one prepares it, the other waits for it and says for whom',
  async () => {
    const name = `workers_${process.pid}`
    await execute(`create database ${name} template template0 encoding 'UTF8'`)
    onTestFinished(() => execute(`drop database ${name} with (force)`))
    const start = () => {
      const DATA_DIR = mkdtempSync(join(tmpdir(), 'entente-worker-'))
      onTestFinished(() => rmSync(DATA_DIR, { recursive: true, force: true }))
      const DATABASE_URL = databaseAddress(server ?? '', name)
      return startEntente({ environment: { DATABASE_URL, DATA_DIR, DEMO: 'france-coree', ROLE: 'worker' } })
    }
    const workers = await Promise.all([start(), start()])
    const said = workers.map((worker) => worker.said())
    expect(said.filter((words) => /Waiting for .+, process \d+, which prepares/.test(words))).toHaveLength(1)
    expect(said.filter((words) => words.includes('Loading the directory'))).toHaveLength(1)
    for (const worker of workers) expect((await worker.stop('SIGTERM')).exit).toBe(0)
  },
)
