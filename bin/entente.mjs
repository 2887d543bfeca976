#!/usr/bin/env node
// Runs on the machine's own Node and hands over to the Node 26 in node_modules, after setting up what is missing.
import { spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const setup = spawnSync(process.execPath, [join(root, 'tools', 'setup.mjs')], { stdio: ['ignore', 2, 2] })
if (setup.status !== 0) process.exit(1)
const node = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
const command = spawnSync(node, [join(root, 'dist', 'cli.js'), ...process.argv.slice(2)], {
  stdio: 'inherit',
})
process.exit(command.status ?? 1)
