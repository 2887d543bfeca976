import { existsSync, readFileSync } from 'node:fs'
import type { Finding } from '../finding.ts'
import { measureFolder } from './folder-size.ts'
import { reasons } from './largest.ts'
import { type Locked, listServing, nameOf, readLock } from './lock-file.ts'

/** What `npm ci --omit=dev` may install on one platform: packages, and megabytes as `du -sm` counts them. */
export const budget = { packages: 520, megabytes: 515 }

// Programs that packages run while they are installed, outside the lock file: esbuild's only looks whether its binary works.
const mayRunAtInstall = ['esbuild']
const file = 'package-lock.json'

/** What serves is hashed, runs nothing at its installation, and stays within its budget. */
export function checkPackages(root = '.'): Finding[] {
  const packages = readLock(readFileSync(`${root}/${file}`, 'utf8'))
  const installed = listServing(packages)
    .filter((folder) => existsSync(`${root}/${folder}/package.json`))
    .map((folder) => ({ name: nameOf(folder), bytes: measureFolder(`${root}/${folder}`) }))
  return [...checkLock(packages), ...checkBudget(installed)]
}

/** Findings in the lock file itself, whatever is installed. */
export function checkLock(packages: ReadonlyMap<string, Locked>): Finding[] {
  if (packages.size === 0) return [finding('the lock file names no package')]
  return [...packages].flatMap(([folder, { integrity, devOptional, hasInstallScript, dev }]) => [
    ...(integrity ? [] : [finding(`${folder} has no hash`)]),
    // npm installs for servers what tests need when something that serves could use it too.
    ...(devOptional
      ? [finding(`${folder} is for tests, and an optional peer of what serves: see record 81`)]
      : []),
    ...(hasInstallScript && !dev && !mayRunAtInstall.includes(nameOf(folder))
      ? [finding(`${folder} runs a program of its own when it is installed`)]
      : []),
  ])
}

/** Findings in the size of what is installed. */
export function checkBudget(installed: readonly { name: string; bytes: number }[]): Finding[] {
  const megabytes = Math.ceil(installed.reduce((sum, { bytes }) => sum + bytes, 0) / 2 ** 20)
  const largest = installed.toSorted((one, other) => other.bytes - one.bytes).slice(0, 10)
  return [
    ...(installed.length === 0 ? [finding('nothing of it is installed: run npm ci')] : []),
    ...(installed.length > budget.packages
      ? [finding(`${installed.length} packages serve, more than ${budget.packages}`)]
      : []),
    ...(megabytes > budget.megabytes
      ? [finding(`what serves takes ${megabytes} MB, more than ${budget.megabytes}`)]
      : []),
    ...largest
      .filter(({ name }) => !Object.hasOwn(reasons, name))
      .map(({ name }) => finding(`${name} is one of the ten largest: say in largest.ts why it is there`)),
  ]
}

function finding(message: string): Finding {
  return { file, line: 1, rule: 'packages', message }
}
