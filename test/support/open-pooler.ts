import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { onTestFinished } from 'vitest'
import { findFreePort } from '../../tools/browser/start-site.ts'
import { poolerPath } from '../../tools/test/packages.ts'
import { requirePackage } from './needs.ts'

/** A pgbouncer before the run's PostgreSQL server that gives each transaction another connection; returns a database’s address there. */
export async function openPooler(
  server: string,
  keptStatements: number,
): Promise<(database: string) => string> {
  requirePackage('pgbouncer')
  const folder = mkdtempSync(join(tmpdir(), 'entente-pooler-'))
  chmodSync(folder, 0o755)
  const port = await findFreePort()
  const url = new URL(server)
  const file = join(folder, 'pgbouncer.ini')
  const lines = [
    '[databases]',
    `* = host=${url.searchParams.get('host') ?? url.hostname} port=${url.port || 5432} user=entente`,
    '[pgbouncer]',
    'listen_addr = 127.0.0.1',
    `listen_port = ${port}`,
    'unix_socket_dir =',
    'auth_type = any',
    'pool_mode = transaction',
    'default_pool_size = 4',
    `max_prepared_statements = ${keptStatements}`,
  ]
  writeFileSync(file, `${lines.join('\n')}\n`, { mode: 0o644 })
  // It refuses to run as root, and the socket of the server belongs to its owner alone.
  const isRoot = process.getuid?.() === 0
  const child = spawn(poolerPath() ?? 'pgbouncer', [...(isRoot ? ['-u', 'postgres'] : []), file], {
    stdio: 'ignore',
  })
  onTestFinished(async () => {
    child.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  })
  for (let tries = 0; tries < 100 && !(await answers(port)); tries++) await wait(50)
  return (database) => `postgresql://entente@127.0.0.1:${port}/${database}`
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(true) ?? socket.destroy())
    socket.once('error', () => resolve(false))
  })
}
