// Plain JavaScript for any Node: `npm test` has installed Node 26 before this starts, and the rest runs on it.
import { spawn } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

if (Number(process.versions.node.split('.')[0]) >= 26) {
  const { runTests } = await import('./test/run-tests.ts')
  process.exitCode = await runTests(process.argv.slice(2))
} else {
  const root = dirname(dirname(fileURLToPath(import.meta.url)))
  const node = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  const words = [fileURLToPath(import.meta.url), ...process.argv.slice(2)]
  const child = spawn(node, words, { stdio: ['ignore', 'inherit', 'inherit'] })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => {
    process.stderr.write(`Node 26 is not installed here: run "npm test" (${error.message})\n`)
    process.exitCode = 1
  })
  child.on('close', (code) => {
    process.exitCode ??= code ?? 1
  })
}
