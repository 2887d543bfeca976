import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chmodSync, chownSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { postgresqlFolder } from './packages.ts'

// Durability is of no use to a database that lives for one run, unless the run stops it at once and starts it again.
const isStoppedAtOnce = process.argv.includes('--stopped-at-once')
const settings = [
  'listen_addresses=',
  'fsync=off',
  `synchronous_commit=${isStoppedAtOnce ? 'on' : 'off'}`,
  'full_page_writes=off',
  'max_connections=200',
]

const programs = postgresqlFolder()
if (programs === null) {
  process.stderr.write('The Debian package postgresql-17 is missing\n')
  process.exit(1)
}
const owner = ordinaryUser()
// Not TMPDIR as it is: the name of a socket may not be longer than 107 characters.
const folder = mkdtempSync(join(tmpdir().length < 60 ? tmpdir() : '/tmp', 'entente-pg-'))
let server: ChildProcess | null = null
let isStopped = false

process.stdin.on('end', end).on('error', end)
createInterface({ input: process.stdin }).on('line', (asked) => {
  isStopped = asked === 'stop'
  // As the kernel ends it, or a power cut: nothing is written out.
  if (isStopped) server?.kill('SIGKILL')
  else run(programs)
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end)
try {
  start(programs)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
  rmSync(folder, { recursive: true, force: true })
  process.exit(1)
}

function start(bin: string): void {
  if (owner) chownSync(folder, owner.uid, owner.gid)
  chmodSync(folder, 0o700)
  const data = join(folder, 'data')
  const initdb = ['-D', data, '-U', 'entente', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync']
  execFileSync(join(bin, 'initdb'), initdb, { stdio: ['ignore', 'ignore', 'inherit'], cwd: folder, ...owner })
  run(bin)
}

/** Prints its address, a line, once it is ready; where it is stopped, an empty line. */
function run(bin: string): void {
  const data = join(folder, 'data')
  const options = [...settings, `unix_socket_directories=${folder}`].flatMap((setting) => ['-c', setting])
  server = spawn(join(bin, 'postgres'), ['-D', data, ...options], {
    stdio: ['ignore', 'ignore', 'pipe'],
    cwd: folder,
    ...owner,
  })
  let log = ''
  let announced = false
  server.stderr?.on('data', (chunk: Buffer) => {
    if (announced) return
    log += chunk
    if (!log.includes('ready to accept connections')) return
    announced = true
    process.stdout.write(`postgresql:///postgres?host=${folder}&user=entente\n`)
  })
  server.once('exit', () => {
    if (isStopped) return void process.stdout.write('\n')
    // Those who worked for the one that was killed have not all noticed yet.
    if (!announced && /shared memory|lock file/.test(log)) return void setTimeout(run, 50, bin)
    if (!announced) process.stderr.write(log)
    rmSync(folder, { recursive: true, force: true })
    process.exit(announced ? 0 : 1)
  })
}

// SIGQUIT: at once, without writing anything out.
function end(): void {
  if (isStopped) {
    rmSync(folder, { recursive: true, force: true })
    process.exit(0)
  }
  server?.kill('SIGQUIT')
}

/** PostgreSQL refuses to run as root: the user that it runs as then. */
function ordinaryUser(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null
  for (const name of ['postgres', 'nobody']) {
    try {
      const [uid, gid] = ['-u', '-g'].map((option) =>
        Number(execFileSync('id', [option, name], { stdio: ['ignore', 'pipe', 'ignore'] })),
      )
      if (uid && gid) return { uid, gid }
    } catch {}
  }
  throw new Error(
    'PostgreSQL runs as neither root nor anybody else here: there is no user postgres or nobody',
  )
}
