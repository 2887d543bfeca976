import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { recordChair } from '../src/features/networks/index.ts'
import { runCommand } from '../src/run-command.ts'
import { buildMeant } from './support/build-meant.ts'
import { buildNetwork } from './support/build-network.ts'
import { findReference } from './support/build-organisation.ts'
import { openTestApp, type TestApp } from './support/open-test-app.ts'
import { openProgram, type Program } from './support/program.ts'
import { recordedTerminal } from './support/recorded-terminal.ts'
import { signIn } from './support/sign-in.ts'

let testApp: TestApp
let network: { id: string; slug: string }
let program: Program
beforeAll(async () => {
  testApp = await openTestApp({ directory: 'none' })
  await buildMeant(testApp.context)
})
afterAll(() => testApp.close())
beforeEach(async () => {
  network = await buildNetwork(testApp.context)
})

async function run(...words: string[]) {
  const { terminal, out, said } = recordedTerminal()
  const exit = await runCommand(testApp.application, { words: ['network', ...words], folder: '/' }, terminal)
  return { exit, out: String(out()), said: said.join('\n') }
}
const add = (...words: string[]) => run('member', 'add', network.slug, ...words)
const remove = (...words: string[]) => run('member', 'remove', network.slug, ...words)
const list = async (...words: string[]) => (await run('member', 'list', network.slug, ...words)).out
const path = () => `/networks/${network.slug}/members`

describe('the command line', () => {
  test('adds members and other roles with a day, ends them, and lists who is there on a day', async () => {
    expect(await add('rennes', 'Lyon', '--from', '2026-03')).toEqual({
      ...{ exit: 0, said: '' },
      out: 'rennes\tmember\t2026-03\nlyon\tmember\t2026-03\n',
    })
    await add('cuf', '--role', 'secretariat')
    expect((await remove('lyon', '--on', '2026-06-30')).out).toBe('lyon\tmember\t2026-03\t2026-06-30\n')
    expect(await list()).toBe('rennes\tmember\t2026-03\ncuf\tsecretariat\n')
    expect(await list('--on', '2026-04-01', '--role', 'member')).toContain('lyon')
    const { version, members } = JSON.parse(await list('--on', 'always', '--json'))
    expect([version, members.length]).toEqual([5, 3])
    expect((await add('lyon', '--from', '2026-07-01')).exit).toBe(0)
    expect((await remove('lyon', '--mistake')).exit).toBe(0)
    expect(await list('--on', 'always')).toContain('lyon\tmember\t2026-03\t2026-06-30')
  })

  test('makes what was said on whose word a source, and the page changes', async () => {
    const page = `/fr/${network.slug}/group`
    await testApp.get(page)
    await add('cuf', '--role', 'observer', '--reason', 'Délibération du 12 mars 2026')
    const { body } = await testApp.get(page)
    expect(body).toContain('observateur')
    const [, source = ''] = /href="(\/fr\/[^"]*\/sources\/declaration-[^"#?]*)/.exec(body) ?? []
    expect((await testApp.get(source)).body).toContain('Délibération du 12 mars 2026')
  })

  test.each<[string[], number, string]>([
    [['member', 'add', 'GROUP', 'atlantis'], 1, 'no organisation "atlantis"'],
    [['member', 'add', 'GROUP', 'Saint-Denis'], 1, '93 (Saint-Denis, commune, FR); saint-denis-974'],
    [
      ['member', 'add', 'GROUP', 'paris', '--from', '2030'],
      1,
      'Paris (paris) is member since 2026 already: say from when',
    ],
    [['member', 'add', 'GROUP', 'lyon', 'lyon', '--from', '2026', '--until', '2025'], 1, 'not before 2026'],
    [['member', 'add', 'GROUP', 'lyon', '--from', '0001'], 1, 'days from 1900 to 2200'],
    [['member', 'add', 'GROUP', 'lyon', '--from', 'soon'], 2, '--from takes a day'],
    [['member', 'add', 'GROUP', 'madrid'], 1, 'FR, KR: Madrid (madrid) is of ES'],
    [['member', 'add', 'GROUP', 'cuf'], 1, 'no authority, as cuf is: secretariat, embassy'],
    [['member', 'add', 'GROUP', 'ended'], 1, 'Ancienne (ended) ended on 2020-01-01'],
    [['member', 'add', 'GROUP', 'lyon', '--role', 'chair'], 1, 'Pass the chair'],
    [['member', 'add', 'GROUP', 'lyon', '--role', 'king'], 2, '--role takes one of'],
    [['member', 'add', 'GROUP', 'Rennse'], 1, 'may be one of several, give the first word of one: rennes'],
    [['member', 'add', 'GROUP', 'lyon', '--of', 'cuf'], 1, 'of the group itself'],
    [['member', 'list', 'GROUP', '--role', 'membre'], 2, '--role takes one of'],
    [['member', 'add', 'nowhere', 'lyon'], 1, 'no network "nowhere"'],
    [['member', 'add', 'GROUP'], 2, 'Usage: entente network member add'],
    [['member', 'remove', 'GROUP', 'lyon'], 1, 'lyon is no member'],
    [['member', 'remove', 'GROUP', 'paris', '--on', '2025'], 1, 'not before 2026'],
    [['member', 'remove', 'GROUP', 'paris', '--on', '2027', '--mistake'], 2, 'exclude each other'],
    [['set', 'GROUP'], 2, 'Usage: entente network set'],
    [['set', 'GROUP', '--languages', 'fr,fr'], 2, 'each once'],
    [['set', 'GROUP', '--themes', 'culture,alchemy'], 2, '--themes takes ten codes at most'],
    [['set', 'GROUP', '--language', 'de', '--name', 'x'], 2, '--language takes one of fr, ko, en'],
    [['set', 'GROUP', '--observers', 'atlantis', '--name', 'Changed'], 1, 'no organisation "atlantis"'],
  ])('says in one line why it does nothing: %j', async (words, exit, said) => {
    await add('paris', '--from', '2026')
    const before = await list('--on', 'always', '--json')
    const answer = await run(...words.map((word) => (word === 'GROUP' ? network.slug : word)))
    expect([answer.exit, answer.out]).toEqual([exit, ''])
    expect(answer.said).toContain(said)
    expect(await list('--on', 'always', '--json')).toBe(before)
  })

  test('says what a group is in each language, and whose its secretariat is since when', async () => {
    const set = (...words: string[]) => run('set', network.slug, ...words)
    await set('--presentation', 'Deux pays.', '--objectives', 'Échanger | Accueillir', '--name', 'Groupe')
    await set('--language', 'en', '--objectives', 'Exchange', '--secretariats', 'cuf', '--from', '2020')
    const handed = await set(
      ...'--secretariats rennes --embassies Ambassade --from 2026-01-01 --themes water,culture --json'.split(
        ' ',
      ),
    )
    const { members, ...said } = JSON.parse(handed.out)
    expect(said).toMatchObject({
      name: { fr: 'Groupe' },
      themes: ['water', 'culture'],
      summary: { fr: { text: 'Deux pays.', state: 'original' } },
      objectives: [
        { fr: { text: 'Échanger', state: 'original' }, en: { text: 'Exchange', state: 'reviewed' } },
        { fr: { text: 'Accueillir', state: 'original' } },
      ],
    })
    const brief = members.map(({ id: _, of: __, ...each }: Record<string, string>) =>
      Object.values(each).join(' '),
    )
    expect(brief.sort()).toEqual([
      'ambassade embassy 2026-01-01 ',
      'cuf secretariat 2020 2025-12-31',
      'rennes secretariat 2026-01-01 ',
    ])
    expect((await testApp.get(`/fr/${network.slug}`)).body).toContain('Deux pays.')
  })

  test('corrects who holds a role, shortens none that ended before, and says from when', async () => {
    const set = (...words: string[]) => run('set', network.slug, ...words)
    const held = async () => (await list('--on', 'always', '--role', 'secretariat')).trim().split('\n')
    await set('--secretariats', 'cuf', '--from', '2026-03')
    await set('--secretariats', 'rennes', '--from', '2026-03')
    expect(await held()).toEqual(['rennes\tsecretariat\t2026-03'])
    await run('member', 'remove', network.slug, 'rennes', '--role', 'secretariat', '--on', '2026-11-30')
    await set('--secretariats', 'lyon', '--from', '2027-01-01')
    expect(await held()).toEqual([
      'rennes\tsecretariat\t2026-03\t2026-11-30',
      'lyon\tsecretariat\t2027-01-01',
    ])
    await add('ambassade', '--role', 'embassy')
    await set('--embassies', 'ambassade', '--from', '2020')
    expect(await list('--role', 'embassy')).toBe('ambassade\tembassy\t2020\n')
  })

  test('gives up a language in which texts stand only when told, and says what follows from one without words', async () => {
    const set = (...words: string[]) => run('set', network.slug, ...words)
    const added = await set('--languages', 'fr,ko,en,ar')
    expect([added.exit, added.said]).toEqual([
      0,
      expect.stringContaining('buttons and headings of its pages are in fr'),
    ])
    await set('--language', 'ar', '--presentation', 'بلدان')
    const refused = await set('--languages', 'fr,ko,en')
    expect([refused.exit, refused.said]).toEqual([1, expect.stringContaining('1 in ar')])
    expect((await testApp.get(`/ar/${network.slug}`)).statusCode).toBe(200)
    expect((await set('--languages', 'fr,ko,en', '--anyway')).exit).toBe(0)
    expect((await testApp.get(`/ar/${network.slug}`)).statusCode).toBe(404)
  })
})

describe('a program of a coordinator', () => {
  beforeEach(async () => {
    await add('rennes', 'lyon', '--from', '2020')
    const [row] = await testApp.context.database
      .selectFrom('directory_organisation')
      .select('organisation_id as id')
      .where('slug', '=', 'paris')
      .execute()
    await recordChair(testApp.context, network.id, row?.id ?? '')
    program = await openProgram(testApp, { networkId: network.id, scopes: ['write:members'] })
  })
  const reason = 'Minutes of 2 November'
  const tag = async () => String((await testApp.get(`/api/v1${path()}`)).headers.etag)
  const put = async (members: object[], ifMatch?: string) =>
    program.send('PUT', path(), { members, reason }, { 'if-match': ifMatch ?? (await tag()) })

  test('replaces the list: who is left out leaves today, the chair stays, and sending it back changes nothing', async () => {
    const before = (await testApp.get(`/api/v1${path()}`)).json()
    const written = await put([
      { organisation: 'rennes' },
      { organisation: 'cuf', role: 'observer', from: '2026' },
    ])
    expect(written.json()).toMatchObject({
      outcome: 'published',
      members: [
        { organisation: 'paris', role: 'chair', until: null },
        { organisation: 'rennes', role: 'member', from: '2020', until: null },
        { organisation: 'lyon', role: 'member', from: '2020', until: '2026-11-02' },
        { organisation: 'cuf', role: 'observer', from: '2026', until: null },
      ],
    })
    expect(written.headers.etag).toBe(await tag())
    const again = await put(written.json().members)
    expect([again.json().outcome, again.json().version]).toEqual(['unchanged', written.json().version])
    expect((await put(before.members, `"v${before.version}"`)).statusCode).toBe(412)
    expect((await program.send('PUT', path(), { members: [], reason })).statusCode).toBe(428)
  })

  test('says which of several periods it means, and hears what hangs on who leaves', async () => {
    await add('lyon', '--from', '2029').then(() => remove('lyon', '--on', '2027'))
    await add('lyon', '--from', '2029')
    const several = await put([{ organisation: 'rennes' }, { organisation: 'lyon' }])
    expect(several.json().errors).toEqual([
      { pointer: '/members/1/id', detail: 'an id: lyon has this role in several periods' },
    ])
    const { id } = await findReference(testApp.context, 'rennes')
    await signIn(testApp, { role: 'member', networkId: network.id, organisationIds: [id] })
    const { members } = (await testApp.get(`/api/v1${path()}`)).json()
    const written = await put(
      members.filter((each: { organisation: string }) => each.organisation !== 'rennes'),
    )
    expect(written.json().hanging).toEqual({ people: 1, expectations: 0 })
  })

  test('is told at each place what cannot be, and nothing is written', async () => {
    const before = (await testApp.get(`/api/v1${path()}`)).json()
    const [chair, rennes] = before.members
    const pointersOf = async (members: object[]) =>
      (await put(members)).json().errors?.map(({ pointer }: { pointer: string }) => pointer)
    expect(await pointersOf([{ organisation: 'atlantis' }, { organisation: 'lyon', of: 'nowhere' }])).toEqual(
      ['/members/0/organisation', '/members/1/of'],
    )
    expect(await pointersOf([{ ...rennes, id: chair.id }])).toEqual(['/members/0/role'])
    expect(await pointersOf([{ ...chair, until: '2027' }])).toEqual(['/members/0/role'])
    expect(await pointersOf([{ organisation: 'lyon' }, { organisation: 'lyon' }])).toEqual([
      '/members/1/organisation',
    ])
    expect(
      await pointersOf([
        { organisation: 'madrid' },
        { organisation: 'saint-denis-93', from: '2026', until: '2025' },
        { organisation: 'lyon', role: 'chair' },
        { organisation: 'cuf' },
      ]),
    ).toEqual(['/members/0/organisation', '/members/1/until', '/members/2/role', '/members/3/role'])
    expect(await pointersOf([{ organisation: 'lyon', since: '2020' }])).toEqual(['/members/0/since'])
    expect((await testApp.get(`/api/v1${path()}`)).json()).toEqual(before)
  })

  test('of whom else: members may read the list as anybody does, and change nothing', async () => {
    const other = await openProgram(testApp, { networkId: network.id, role: 'member' })
    const answer = await other.send('PUT', path(), { members: [], reason }, { 'if-match': await tag() })
    expect(answer.statusCode).toBe(403)
    expect((await testApp.get(`/api/v1${path()}`)).json().members).toHaveLength(3)
  })
})

test('of six who add the same member at once, one is first', async () => {
  const answers = await Promise.all(Array.from({ length: 6 }, () => add('rennes')))
  expect(answers.map(({ exit }) => exit).sort()).toEqual([0, 1, 1, 1, 1, 1])
  expect(await list('--on', 'always')).toBe('rennes\tmember\n')
})
