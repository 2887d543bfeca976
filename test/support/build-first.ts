import { execFileSync } from 'node:child_process'

/** Builds what the processes under test run, as `npm start` does; nothing to do after `npm test` has. */
export function setup(): void {
  execFileSync(process.execPath, ['tools/setup.mjs'], { stdio: ['ignore', 'inherit', 'inherit'] })
}
