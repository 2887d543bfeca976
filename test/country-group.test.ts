import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { projectPath } from '../src/platform/settings/project-path.ts'
import { runCommand } from '../src/run-command.ts'
import { fieldsOf } from './support/form-fields.ts'
import { requirePackage, runsWith } from './support/needs.ts'
import { openTestApp, type TestApp } from './support/open-test-app.ts'
import { pageWords } from './support/page-words.ts'
import { recordedTerminal } from './support/recorded-terminal.ts'
import { browserOf } from './support/sign-in.ts'

let testApp: TestApp
let folder: string
beforeAll(async () => {
  testApp = await openTestApp({ settings: { DEMO: 'none' } })
  folder = mkdtempSync(join(tmpdir(), 'entente-guide-'))
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await testApp.close()
})

const guide = readFileSync(projectPath('docs', 'guides', 'add-a-country-group.md'), 'utf8')
const blocks = [...guide.matchAll(/^```sh\n(.*?)^```$/gms)].map(([, block = '']) => block)
const group = '/fr/france-maroc'

async function entente(...words: string[]): Promise<string> {
  const { terminal, out, said } = recordedTerminal()
  const exit = await runCommand(testApp.application, { words, folder }, terminal)
  expect([words, exit, exit === 0 ? [] : said]).toEqual([words, 0, []])
  return String(out())
}

/** Each line of a block as the words that a shell makes of it. */
function commandsOf(block: string): string[][] {
  return block
    .replaceAll('\\\n', ' ')
    .split('\n')
    .filter((line) => line.startsWith('npx entente '))
    .map((line) =>
      [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '').slice(2),
    )
}

async function bash(script: string, env: Record<string, string>): Promise<string> {
  const { stdout } = await promisify(execFile)('bash', ['--norc', '-euc', script], {
    cwd: folder,
    env: { PATH: process.env.PATH ?? '', ...env },
  }).catch((failed) => {
    throw new Error(`${failed.stderr}\n${failed.stdout}`)
  })
  return stdout
}

/** The browser of a person who followed the link that the command line prints. */
async function signInByCommand(address: string) {
  const link = (await entente('sign-in-link', address)).trim()
  const answer = await browserOf(testApp).post(
    '/fr/sign-in/link',
    Object.fromEntries(new URL(link).searchParams),
  )
  expect(answer.statusCode).toBe(303)
  return browserOf(testApp, answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; '))
}

/** The token that a coordinator makes on the account page. */
async function makeToken(): Promise<string> {
  const coordinator = await signInByCommand('coordination@example.org')
  const { body } = await coordinator.post('/fr/account/tokens', {
    ...{ tokenName: 'Guide', network: 'france-maroc', days: '30' },
    scopes: ['write:organisations', 'write:cooperations', 'write:members'],
  })
  return /ent_[0-9a-f]{48}/.exec(body)?.[0] ?? ''
}

test.runIf(runsWith('curl'))(
  'the guide leads from an empty server to members, a tie, an answer, a meeting and a letter',
  async () => {
    requirePackage('curl')
    expect(pageWords((await testApp.get('/fr')).body)).toContain('npx entente network add')
    const site = await testApp.app.listen({ host: '127.0.0.1', port: 0 })
    const programs = blocks.find((block) => block.includes('export TOKEN')) ?? ''
    let token = ''
    for (const block of blocks) {
      let said = ''
      if (block.includes('npx entente'))
        for (const words of commandsOf(block)) said += await entente(...words)
      else {
        if (token === '') token = await makeToken()
        said = await bash(`${programs}\n${block}`, { SITE: site, TOKEN: token })
      }
      for (const [, expected = ''] of block.matchAll(/^# → (.*)$/gm)) expect(said).toContain(expected)
    }

    const words = async (path: string) => pageWords((await testApp.get(`${group}${path}`)).body)
    expect(await words('')).toContain('4 collectivités membres')
    expect(await words('/group')).toContain('Échanger des pratiques')
    expect(await words('/organisations')).toContain('Commune de Chefchaouen')
    expect((await testApp.get('/ar/france-maroc')).statusCode).toBe(200)
    const [commune] = (await testApp.get('/api/v1/directory?q=Chefchaouen&kind=municipality')).json().items
    expect(commune).toMatchObject({
      entered_by: 'group',
      level: 4,
      parent: { slug: 'chefchaouen-province-ma' },
    })

    const [asking, asked] = [
      await signInByCommand('maire@chefchaouen.example'),
      await signInByCommand('maire@limoges.example'),
    ]
    const form = `${group}/expectations/new`
    const page = (await asking.get(form)).body
    const [, limoges = ''] = /<option value="([0-9a-f-]{36})"[^>]*>[^<]*Limoges/.exec(page) ?? []
    const stated = await asking.post(form, {
      ...(await fieldsOf(asking, form)),
      ...{ asked: limoges, 'title.fr.text': 'Rencontrer des potiers', 'text.fr.text': 'Une semaine.' },
      ...{
        themes: 'crafts_ceramics',
        form: 'study_visit',
        confidentiality: 'network',
        language: 'fr',
        consent: 'yes',
      },
    })
    expect([stated.statusCode, pageWords(stated.body).slice(0, 600)]).toEqual([303, ''])
    const expectation = String(stated.headers.location).split('?')[0] ?? ''
    const [, request = ''] =
      /name="request" value="([0-9a-f-]{36})"/.exec((await asked.get(expectation)).body) ?? []
    expect((await asked.post(`${expectation}/answers`, { request, answer: 'yes' })).statusCode).toBe(303)
    expect(pageWords((await asking.get(expectation)).body)).toMatch(/Limoges.*peut répondre/)

    const coordinator = await signInByCommand('coordination@example.org')
    const meeting = await coordinator.post(`${group}/meetings/new`, {
      ...{
        'title.fr.text': 'Première réunion',
        kind: 'group',
        heldOn: '2026-12-10',
        start: '10:00',
        end: '12:00',
      },
      ...{ zone: 'Europe/Paris', 'conveners.0.part': '' },
    })
    const place = String(meeting.headers.location).split(/[?#]/)[0] ?? ''
    await coordinator.post(`${place}/states`, { is: 'announced' })
    expect(await words('/meetings')).toContain('Première réunion')

    const draft = `${group}/newsletter/draft`
    await coordinator.post(draft)
    await coordinator.post(`${draft}/new/text`, { 'text.fr.text': 'Première lettre du groupe.' })
    for (const action of ['approve', 'publish']) {
      const drawn = (await coordinator.get(draft)).body
      const [issue, seen] = ['issue', 'seen'].map(
        (name) => new RegExp(`name="${name}" value="([^"]+)"`).exec(drawn)?.[1] ?? '',
      )
      const answer = await coordinator.post(`${draft}/state`, {
        issue: issue ?? '',
        seen: seen ?? '',
        action,
      })
      expect([action, answer.statusCode]).toEqual([action, 303])
    }
    expect(await words('/newsletter/1')).toContain('Première lettre du groupe.')
  },
)
