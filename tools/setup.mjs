// Plain JavaScript for any Node from 18 on: it runs before anything is installed, on whatever the machine has.
// Installs what the lock file names and builds what the sources need, each only when it is out of date.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const marker = join(root, 'node_modules', '.entente-installed')
const stamp = join(root, 'dist', '.built')
const node = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')

if (Number(process.versions.node.split('.')[0]) < 18) {
  fail(`Entente needs Node 18 or newer to install itself; this is Node ${process.versions.node}`)
}
const lock = join(root, '.setup-lock')
const longestSetupMs = 15 * 60_000

if (isDue()) {
  takeLock()
  install()
  build()
}

function isDue() {
  return !isInstalled() || !isBuilt()
}

// Two first starts at once would install into each other's way: the later one waits, unless the first has died.
function takeLock() {
  for (let waited = 0; ; waited++) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' })
      process.on('exit', () => rmSync(lock, { force: true }))
      return
    } catch (error) {
      if (error.code !== 'EEXIST') return fail(`Entente cannot install itself here: ${error.message}`)
    }
    if (!holdsLock()) rmSync(lock, { force: true })
    else if (waited === 0) process.stderr.write('Another start is installing Entente; waiting for it…\n')
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300)
  }
}

function holdsLock() {
  try {
    const pid = Number(readFileSync(lock, 'utf8'))
    // In a container the same numbers come again after each start.
    if (pid === process.pid || Date.now() - statSync(lock).mtimeMs > longestSetupMs) return false
    if (pid > 0) process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

function lockHash() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
}

function isInstalled() {
  return existsSync(marker) && readFileSync(marker, 'utf8') === lockHash()
}

function isBuilt() {
  const sources = ['src', 'islands', 'public', 'tools/build.mjs', 'package-lock.json'].map((path) =>
    join(root, path),
  )
  return existsSync(stamp) && newest(sources) <= statSync(stamp).mtimeMs
}

function install() {
  if (isInstalled()) return
  process.stderr.write('Installing what Entente needs (once, about a minute)…\n')
  const npm = process.env.npm_execpath
  const [command, ...words] = npm?.endsWith('.js')
    ? [process.execPath, npm]
    : [process.platform === 'win32' ? 'npm.cmd' : 'npm']
  const result = spawnSync(command, [...words, 'ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32' && words.length === 0,
  })
  if (result.error) fail(`npm could not be run: ${result.error.message}`)
  if (result.status !== 0) fail('npm could not install the dependencies; its messages are above')
  // Missing where the developer keeps npm from running scripts.
  if (!existsSync(node)) run('after-install.mjs', 'Node 26 is not there; the message is above')
  writeFileSync(marker, lockHash())
}

function build() {
  if (isBuilt()) return
  run('build.mjs', 'The build failed; its messages are above', node)
}

function run(script, failure, program = process.execPath) {
  const result = spawnSync(program, [join(root, 'tools', script)], { cwd: root, stdio: ['ignore', 2, 2] })
  if (result.status !== 0) fail(failure)
}

function newest(paths) {
  let latest = 0
  for (const path of paths) {
    if (!existsSync(path)) continue
    const stat = statSync(path)
    latest = Math.max(latest, stat.mtimeMs)
    if (stat.isDirectory())
      latest = Math.max(latest, newest(readdirSync(path).map((name) => join(path, name))))
  }
  return latest
}

function fail(line) {
  process.stderr.write(`${line}\n`)
  process.exit(1)
}
