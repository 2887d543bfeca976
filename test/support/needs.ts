import { allowedMissing, testPackages } from '../../tools/test/packages.ts'

/**
 * Whether the tests that need a Debian package are to run: `test.runIf(runsWith('chromium-headless-shell'))`. They do if it is installed, and if it is
 * missing without permission, so that they fail with its name; else they count as skipped.
 */
export function runsWith(name: string): boolean {
  return isThere(name) || !allowedMissing(process.env).includes(name)
}

/** Throws the name of a package that is missing. */
export function requirePackage(name: string): void {
  if (!isThere(name)) throw new Error(`The Debian package ${name} is missing`)
}

function isThere(name: string): boolean {
  const found = testPackages.find((each) => each.name === name)
  if (!found) throw new Error(`${name} is not in tools/test/packages.ts`)
  return found.isThere()
}
