import { spawnSync } from 'node:child_process'
import { canInstall, type TestPackage } from './packages.ts'

/** Installs the missing packages where that is possible; returns those that are still missing. */
export function installPackages(packages: readonly TestPackage[]): TestPackage[] {
  const wanted = packages.filter((each) => !(each.isInstalled ?? each.isThere)())
  if (wanted.length === 0 || !canInstall()) return packages.filter((each) => !each.isThere())
  const names = wanted.map(({ name }) => name)
  process.stderr.write(`Installing what the tests need: ${names.join(', ')}…\n`)
  aptGet(['update', '-qq'])
  // Each by itself: one that this release of Debian does not have must not keep the others away.
  for (const name of names) aptGet(['install', '-y', '-qq', '--no-install-recommends', name])
  return packages.filter((each) => !each.isThere())
}

function aptGet(words: string[]): void {
  spawnSync('apt-get', words, {
    stdio: ['ignore', 2, 2],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
}
