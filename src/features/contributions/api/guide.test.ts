import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { requirePackage, runsWith } from '../../../../test/support/needs.ts'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { openProgram } from '../../../../test/support/program.ts'
import { projectPath } from '../../../platform/settings/project-path.ts'

let testApp: TestApp
let folder: string
beforeAll(async () => {
  testApp = await openTestApp({ demonstration: true })
  folder = mkdtempSync(join(tmpdir(), 'entente-guide-'))
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await testApp.close()
})

const guide = readFileSync(projectPath('docs', 'guides', 'write-through-the-api.md'), 'utf8')
const blocks = [...guide.matchAll(/^```sh\n(.*?)^```$/gms)].map(([, block = '']) => block)
const between = '=== next ==='

test.runIf(runsWith('curl'))('the commands of the guide do what it says, one after another', async () => {
  requirePackage('curl')
  const network = await testApp.context.database
    .selectFrom('networks_network')
    .select('network_id as id')
    .where('slug', '=', 'france-coree')
    .executeTakeFirstOrThrow()
  const { secret } = await openProgram(testApp, { networkId: network.id })
  const site = await testApp.app.listen({ host: '127.0.0.1', port: 0 })
  const script = ['set -eu', ...blocks.map((block) => `${block}\necho '${between}'`)].join('\n')
  const { stdout } = await promisify(execFile)('bash', ['--norc', '-c', script], {
    cwd: folder,
    env: { PATH: process.env.PATH ?? '', SITE: site, TOKEN: secret },
  }).catch((failed) => {
    // A refused command says why.
    throw new Error(`${failed.stderr}\n${failed.stdout}`)
  })
  const outputs = stdout.split(between)
  expect(blocks.length).toBeGreaterThan(6)
  for (const [index, block] of blocks.entries())
    for (const [, said = ''] of block.matchAll(/^# → (.*)$/gm)) expect(outputs[index]).toContain(said)
})
