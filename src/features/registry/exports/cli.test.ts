import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildNetwork } from '../../../../test/support/build-network.ts'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { recordedTerminal } from '../../../../test/support/recorded-terminal.ts'
import { WrongUsage } from '../../../platform/cli/command.ts'
import { registryCommands } from '../cli.ts'

let testApp: TestApp
beforeAll(async () => {
  testApp = await openTestApp({ demonstration: true })
})
afterAll(() => testApp.close())

async function run(options: Record<string, string>): Promise<{ out: Buffer; said: string[] }> {
  const { terminal, out, said } = recordedTerminal()
  const command = registryCommands.find((each) => each.name === 'export cooperations')
  await command?.run({
    words: [],
    options,
    folder: '/',
    application: testApp.application,
    signal: testApp.application.stopping,
    terminal,
  })
  return { out: out(), said }
}

describe('entente export cooperations', () => {
  test.each(['csv', 'json', 'geojson'])(
    'writes as %s what the API answers, and not a word more',
    async (format) => {
      const { out, said } = await run({ format })
      const answer = await testApp.get(`/api/v1/networks/france-coree/cooperations.${format}`)
      expect(out.toString()).toBe(answer.body)
      expect(said).toEqual([])
    },
  )

  test('writes a workbook and an IATI file', async () => {
    expect((await run({ format: 'xlsx' })).out.subarray(0, 4).toString('latin1')).toBe('PK\x03\x04')
    const iati = (await run({ format: 'iati' })).out.toString()
    expect([iati.startsWith('<?xml version="1.0"'), iati.endsWith('</iati-activities>\n')]).toEqual([
      true,
      true,
    ])
  })

  test('leaves aside what the group does not list, unless it is asked for', async () => {
    const countOf = async (options: Record<string, string>) =>
      JSON.parse((await run({ format: 'json', ...options })).out.toString()).length
    expect(await countOf({})).toBe(11)
    expect(await countOf({ scope: 'all' })).toBeGreaterThan(11)
  })

  test.each([
    [{}, '--format takes csv, xlsx, json, geojson, iati'],
    [{ format: 'pdf' }, '--format takes csv, xlsx, json, geojson, iati'],
    [{ format: 'toString' }, '--format takes csv, xlsx, json, geojson, iati'],
    [{ format: 'csv', language: 'xx' }, '--language takes fr, ko or en'],
    [{ format: 'csv', scope: 'mine' }, '--scope takes listed or all'],
  ])('is wrong usage with %j', async (options, line) => {
    const failure = await run(options).catch((error: unknown) => error)
    expect([failure instanceof WrongUsage, failure instanceof Error && failure.message]).toEqual([true, line])
  })

  test('asks which network when there are several, and writes the one named', async () => {
    const { slug } = await buildNetwork(testApp.context)
    const failure = await run({ format: 'json' }).catch((error: unknown) => error)
    expect([failure instanceof WrongUsage, failure instanceof Error && failure.message]).toEqual([
      true,
      `--network takes one of: france-coree, ${slug}`,
    ])
    expect((await run({ format: 'json', network: slug })).out.toString()).toBe('[\n]\n')
  })
})
