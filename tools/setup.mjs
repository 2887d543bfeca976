// Plain JavaScript for any Node from 18 on: it runs before anything is installed, on whatever the machine has.
// Installs what the lock file names and builds what the sources need, each only when it is out of date.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const marker = join(root, 'node_modules', '.entente-installed')
const stamp = join(root, 'dist', '.built')

if (Number(process.versions.node.split('.')[0]) < 18) {
  fail(`Entente needs Node 18 or newer to install itself; this is Node ${process.versions.node}`)
}
install()
build()

function install() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  if (existsSync(marker) && readFileSync(marker, 'utf8') === lock) return
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
  writeFileSync(marker, lock)
}

function build() {
  const sources = ['src', 'islands', 'public', 'tools/build.mjs', 'package-lock.json'].map((path) =>
    join(root, path),
  )
  if (existsSync(stamp) && newest(sources) <= statSync(stamp).mtimeMs) return
  const node = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  const result = spawnSync(node, [join(root, 'tools', 'build.mjs')], { cwd: root, stdio: ['ignore', 2, 2] })
  if (result.status !== 0) fail('The build failed; its messages are above')
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
