import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { buildCooperation } from '../../../../test/support/build-cooperation.ts'
import { buildMeant } from '../../../../test/support/build-meant.ts'
import { buildNetwork } from '../../../../test/support/build-network.ts'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { browserOf, type SignedIn, signIn } from '../../../../test/support/sign-in.ts'
import { listFirstSteps } from '../../../platform/http/first-step.ts'
import { findNetwork, themes } from '../../networks/index.ts'
import { findMembers } from './members/queries.ts'

let testApp: TestApp
let network: { id: string; slug: string }
let coordinator: SignedIn
beforeAll(async () => {
  testApp = await openTestApp({ directory: 'none' })
  await buildMeant(testApp.context)
})
afterAll(() => testApp.close())
beforeEach(async () => {
  network = await buildNetwork(testApp.context)
  coordinator = await signIn(testApp, { role: 'coordinator', networkId: network.id })
})

const group = (path = '') => `/en/${network.slug}/group${path}`

async function membersNow(): Promise<string[]> {
  const { members } = await findMembers(testApp.context, network.id)
  return members.map(({ organisation, role, from, until }) =>
    [organisation, role, from, until].filter(Boolean).join(' '),
  )
}

/** The values of the hidden fields of a page, by name. */
function hiddenIn(html: string): Record<string, string> {
  const found = [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)]
  return Object.fromEntries(found.map(([, name = '', value = '']) => [name, value]))
}

test('only chair and coordinators find the forms of a group; its list of members is for everybody', async () => {
  await coordinator.post(group('/members/new'), { role: 'member', 'organisation.name': 'Rennes' })
  const { members } = await findMembers(testApp.context, network.id)
  const forms = ['/edit', '/members/new', `/members/${members[0]?.id}/edit`]
  const others = [
    browserOf(testApp),
    await signIn(testApp, { role: 'member', networkId: network.id }),
    await signIn(testApp, { role: 'coordinator', networkId: (await buildNetwork(testApp.context)).id }),
  ]
  for (const form of forms) {
    expect((await coordinator.get(group(form))).statusCode).toBe(200)
    for (const browser of others) {
      expect((await browser.get(group(form))).statusCode).toBe(404)
      expect((await browser.post(group(form), {})).statusCode).toBe(404)
    }
  }
  for (const browser of [coordinator, ...others]) {
    const { body } = await browser.get(group('/members'))
    expect(body).toContain('Rennes')
    expect(body.includes('/members/new')).toBe(browser === coordinator)
  }
})

describe('what a group says of itself', () => {
  const open = async () => hiddenIn((await coordinator.get(group('/edit'))).body)
  const described = {
    'name.fr': 'Groupe-pays Corée',
    'name.en': 'Korea group',
    'summary.fr.text': 'Les collectivités des deux pays.',
    'summary.original': 'fr',
    'objectives.0.part': '',
    'objectives.0.text.fr.text': 'Échanger des pratiques',
    'objectives.1.part': '',
    'objectives.1.text.fr.text': 'Accueillir',
    countries: ['FR', 'KR'],
    languages: ['fr', 'ko', 'en'],
  }

  test('is written by a form: names, presentation, objectives, a country and a language more', async () => {
    const { seen = '' } = await open()
    const answer = await coordinator.post(group('/edit'), {
      ...described,
      seen,
      countries: ['FR', 'KR', 'MA'],
      languages: ['fr', 'ko', 'en', 'ar'],
      themes: ['tourism', '', 'culture'],
      reason: 'Charter of 12 March 2026',
    })
    expect([answer.statusCode, answer.headers.location]).toEqual([303, group()])
    expect(await findNetwork(testApp.context, network.slug)).toMatchObject({
      name: { fr: 'Groupe-pays Corée', en: 'Korea group' },
      summary: { fr: { text: 'Les collectivités des deux pays.', state: 'original' } },
      objectives: [
        { fr: { text: 'Échanger des pratiques', state: 'original' } },
        { fr: { text: 'Accueillir', state: 'original' } },
      ],
      countries: ['FR', 'KR', 'MA'],
      languages: ['fr', 'ko', 'en', 'ar'],
      themes: ['tourism', 'culture'],
    })
    const { body } = await coordinator.get(group())
    expect(body).toContain('Échanger des pratiques')
    // Arabic has no interface here: the page says so in Arabic.
    expect((await testApp.get(`/ar/${network.slug}/group`)).body).toMatch(
      /<p class="interface-note" lang="ar" dir="rtl">/,
    )
  })

  test('of two who write it at once, the second is asked again and loses nothing', async () => {
    const { seen = '' } = await open()
    await coordinator.post(group('/edit'), { ...described, seen })
    const second = await coordinator.post(group('/edit'), {
      ...described,
      seen,
      'summary.fr.text': 'Une autre présentation.',
    })
    expect(second.statusCode).toBe(409)
    expect(second.body).toContain('Une autre présentation.')
    expect((await findNetwork(testApp.context, network.slug)).summary.fr?.text).toBe(
      'Les collectivités des deux pays.',
    )
    const again = { ...described, seen: hiddenIn(second.body).seen ?? '', 'summary.fr.text': 'Une autre.' }
    expect((await coordinator.post(group('/edit'), again)).statusCode).toBe(303)
  })

  test('a country with members stays, a language with texts goes only when one says so', async () => {
    await coordinator.post(group('/members/new'), { role: 'member', 'organisation.name': 'Rennes' })
    await coordinator.post(group('/edit'), { ...described, ...(await open()) })
    const narrowed = { ...described, ...(await open()), countries: ['KR'], languages: ['ko'] }
    const refused = await coordinator.post(group('/edit'), narrowed)
    expect(refused.statusCode).toBe(422)
    expect(refused.body).toContain('One member is of a country that you remove')
    expect(refused.body).toContain('texts of the group are written in a language that you remove')
    const given = { ...described, ...(await open()), languages: ['ko', 'en'], hidesTexts: 'on' }
    expect((await coordinator.post(group('/edit'), given)).statusCode).toBe(303)
    expect((await findNetwork(testApp.context, network.slug)).languages).toEqual(['ko', 'en'])
  })

  test.each<[string, Record<string, string | string[]>, string]>([
    ['no name at all', { 'name.fr': '', 'name.en': '' }, 'must be filled in'],
    ['no country', { countries: [] }, 'must be filled in'],
    ['no language', { languages: [] }, 'must be filled in'],
    ['a country that does not exist', { countries: ['FR', 'XX'] }, 'This value cannot be used'],
    ['a language that is none', { languages: ['fr', '<b>'] }, 'This value cannot be used'],
    ['more than ten themes', { themes: themes.slice(0, 11) }, 'Ten themes at most'],
    ['a presentation that is a book', { 'summary.fr.text': 'a'.repeat(4001) }, 'too long'],
  ])('%s is said beside its field', async (_, wrong, said) => {
    const before = await findNetwork(testApp.context, network.slug)
    const answer = await coordinator.post(group('/edit'), { ...described, ...(await open()), ...wrong })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('field-invalid')
    expect(answer.body).toContain(said)
    expect(await findNetwork(testApp.context, network.slug)).toEqual(before)
  })
})

describe('members', () => {
  const add = (form: Record<string, string | string[]>) =>
    coordinator.post(group('/members/new'), { role: 'member', ...form })

  test('one is added by its name, with the day, and twice is said beside it', async () => {
    expect((await add({ 'organisation.name': 'Rennes', from: 'some day' })).statusCode).toBe(422)
    expect((await add({ 'organisation.name': 'Rennes', from: 'March 2026' })).statusCode).toBe(303)
    expect(await membersNow()).toEqual(['rennes member 2026-03'])
    const again = await add({ 'organisation.name': 'Rennes', from: 'May 2026' })
    expect(again.statusCode).toBe(422)
    expect(again.body).toContain('has this role in that time already')
    expect(await membersNow()).toEqual(['rennes member 2026-03'])
  })

  test.each([
    ['of another country', 'Madrid', 'is not of a country of the group'],
    ['that is abolished', 'Ancienne', 'has not existed since'],
    ['that is no authority', 'Cités', 'is no authority'],
    ['that nobody knows', 'Atlantis', 'field-invalid'],
  ])('one %s is refused', async (_, name, said) => {
    const answer = await add({ 'organisation.name': name })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain(said)
    expect(await membersNow()).toEqual([])
  })

  test('of a pasted list the sure names are added, the others are questions, and no name is lost', async () => {
    await add({ 'organisation.name': 'Paris' })
    const names = '1. Rennes\n- Lyon;\nparis\nSaint-Denis\nMadrid\nRennse\nAtlantis\nRENNES'
    const read = await add({ names })
    expect(read.statusCode).toBe(200)
    expect(await membersNow()).toEqual(['paris member'])
    const { body } = read
    expect(body).toContain('2 organisations recognised')
    expect(body).toContain('One is there already')
    expect(body).toContain('“Saint-Denis”: which one?')
    expect(body).toContain('“Madrid” is not an authority of the group’s countries')
    expect(body).toContain('Nothing in the directory is exactly “Rennse”')
    expect(body).toMatch(/One name was not recognised[\s\S]*Atlantis/)

    const [, which = '', meant = ''] =
      /“Saint-Denis”: which one\?[\s\S]*?name="(meant\.\d+)" value="([^"]+)"/.exec(body) ?? []
    const added = await add({ ...hiddenIn(body), names, [which]: meant, reason: 'Minutes of 12 March' })
    expect(added.statusCode).toBe(200)
    expect((await membersNow()).map((each) => each.split(' ')[0]?.replace(/-\d+$/, ''))).toEqual([
      'paris',
      'rennes',
      'lyon',
      'saint-denis',
    ])
    // What is left is there to be corrected, with the reason that was typed.
    expect(added.body).toContain('value="Minutes of 12 March"')
    expect(added.body).toContain('3 organisations added.')
    expect(added.body).toMatch(/<textarea[^>]*>Madrid\nRennse\nAtlantis<\/textarea>/)
  })

  test('a list that was changed after it was read is read again', async () => {
    const read = await add({ names: 'Rennes' })
    const changed = await add({ ...hiddenIn(read.body), names: 'Rennes\nLyon' })
    expect([changed.statusCode, await membersNow()]).toEqual([200, []])
    expect((await add({ ...hiddenIn(changed.body), names: 'Rennes\nLyon' })).statusCode).toBe(303)
    expect(await membersNow()).toEqual(['rennes member', 'lyon member'])
  })

  test('the kind that a name says is believed, and what was chosen stays where the list grows shorter', async () => {
    const region = await add({ names: 'Région de Rennes' })
    expect(region.body).toContain('Nothing in the directory is exactly “Région de Rennes”')
    expect((await add({ ...hiddenIn(region.body), names: 'Région de Rennes' })).statusCode).toBe(422)
    expect(await membersNow()).toEqual([])

    const { body } = await add({ names: 'Lyon\nSaint-Denis' })
    const [, which = '', meant = ''] = /name="(meant\.\d+)" value="([^"]+)"/.exec(body) ?? []
    const shorter = await add({ ...hiddenIn(body), [which]: meant, names: 'Saint-Denis' })
    expect(shorter.body).toMatch(new RegExp(`value="${meant}"[^>]* checked`))
    await add({ ...hiddenIn(shorter.body), 'meant.0': meant, names: 'Saint-Denis' })
    expect((await membersNow()).length).toBe(1)
  })

  test('two thousand names, half of them unknown, are read within seconds; one more is refused', async () => {
    const unknown = Array.from({ length: 1000 }, (_, index) => `Zzyzx ${index.toString(36)}q`)
    const known = Array.from({ length: 1000 }, (_, index) => (index === 0 ? 'Rennes' : `Rennes ${index}`))
    const start = performance.now()
    const answer = await add({ names: [...known, ...unknown].join('\n') })
    expect(answer.statusCode).toBe(200)
    expect(performance.now() - start).toBeLessThan(10_000)
    const more = await add({ names: [...known, ...unknown, 'One more'].join('\n') })
    expect(more.statusCode).toBe(422)
    expect(more.body).toContain('more than 2,000 names')
  })

  test('a role passes on: its last day, and who has it from the next', async () => {
    await add({ role: 'secretariat', 'organisation.name': 'Rennes', from: '2020' })
    const { members } = await findMembers(testApp.context, network.id)
    const form = group(`/members/${members[0]?.id}/edit`)
    const { seen = '' } = hiddenIn((await coordinator.get(form)).body)
    const alone = await coordinator.post(form, { seen, from: '2020', 'successor.name': 'Lyon' })
    expect([alone.statusCode, await membersNow()]).toEqual([422, ['rennes secretariat 2020']])
    await coordinator.post(form, { seen, from: '2020', until: '2026-06-30', 'successor.name': 'Lyon' })
    expect(await membersNow()).toEqual(['rennes secretariat 2020 2026-06-30', 'lyon secretariat 2026-07-01'])
  })

  test('a member leaves, is found among the past ones, and returns; a mistake goes without a trace', async () => {
    await add({ 'organisation.name': 'Rennes', from: '2020' })
    const { members } = await findMembers(testApp.context, network.id)
    const form = group(`/members/${members[0]?.id}/edit`)
    const { seen = '' } = hiddenIn((await coordinator.get(form)).body)
    expect((await coordinator.post(form, { seen, from: '2020', until: '2019' })).statusCode).toBe(422)
    await coordinator.post(form, { seen, from: '2020', until: '2026-01-31' })
    // A colleague with the form of before is asked again, and loses nothing.
    const met = await coordinator.post(form, { seen, from: '2020', until: '2025' })
    expect(met.statusCode).toBe(409)
    expect(met.body).toContain('value="2025"')
    expect((await testApp.get(group('/members'))).body).not.toContain('Rennes')
    expect((await testApp.get(group('/members?state=past'))).body).toContain('Rennes')
    await add({ 'organisation.name': 'Rennes', from: '2026-03-01' })
    expect(await membersNow()).toEqual(['rennes member 2020 2026-01-31', 'rennes member 2026-03-01'])
    const [, later] = (await findMembers(testApp.context, network.id)).members
    const second = group(`/members/${later?.id}/edit`)
    const opened = hiddenIn((await coordinator.get(second)).body)
    await coordinator.post(second, { ...opened, from: '2026-03-01', isMistake: 'on' })
    expect(await membersNow()).toEqual(['rennes member 2020 2026-01-31'])
  })

  test('the parties of the ties that are no members are offered, and added with one press', async () => {
    const { parties } = await buildCooperation(testApp.context, network.id)
    const ids = parties.map(({ id }) => id)
    const form = async () => (await coordinator.get(group('/members/new'))).body
    const offered = await form()
    for (const id of ids) expect(offered).toMatch(new RegExp(`name="parties" value="${id}"`))
    expect((await add({ parties: ids, reason: 'Minutes of 12 March 2026' })).statusCode).toBe(303)
    expect((await membersNow()).toSorted()).toEqual(parties.map(({ slug }) => `${slug} member`).toSorted())
    expect(await form()).not.toContain('name="parties"')
    // The statement is named by its words, and folded with those of the same author.
    const sources = (await testApp.get(`/en/${network.slug}/sources`)).body
    expect(sources).toMatch(/<details class="more"><summary>[^<]*one statement<\/summary>/)
    expect(sources).toContain('“Minutes of 12 March 2026”')
  })

  test('the chair is no entry of the forms: it passes on where people are', async () => {
    expect((await add({ role: 'chair', 'organisation.name': 'Rennes' })).statusCode).toBe(422)
  })

  test('inviting a person for an authority that is no member offers to make it one', async () => {
    const invited = await coordinator.post(`/en/${network.slug}/people/invitations`, {
      address: 'mairie@rennes.example',
      name: 'Claude Exemple',
      role: 'member',
      language: 'fr',
      'organisations.0.name': 'Rennes',
    })
    const next = invited.headers.location ?? ''
    const offer = `/en/${network.slug}/group/members/new?organisation=rennes`
    expect((await coordinator.get(next.split('#')[0] ?? '')).body).toContain(offer)
    expect((await coordinator.get(offer)).body).toMatch(
      /name="organisation\.name"[^>]*value="Rennes"|value="Rennes"[^>]*name="organisation\.name"/,
    )
    await add({ 'organisation.name': 'Rennes' })
    expect((await coordinator.get(next.split('#')[0] ?? '')).body).not.toContain(offer)
  })
})

describe('getting started', () => {
  const home = () => `/en/${network.slug}`
  const steps = (html: string) =>
    [...html.matchAll(/<li( class="done")?><span class="first-step-sign"/g)].map(
      ([, done]) => done !== undefined,
    )

  test('those who look after a new group see what it needs, ticked as it comes; others see none of it', async () => {
    expect(steps((await coordinator.get(home())).body)).toEqual([false, false, false, false, false, false])
    expect(steps((await testApp.get(home())).body)).toEqual([])
    const member = await signIn(testApp, { role: 'member', networkId: network.id })
    expect(steps((await member.get(home())).body)).toEqual([])
    await coordinator.post(group('/members/new'), { role: 'member', 'organisation.name': 'Rennes' })
    // The member who has just come is the second person.
    expect(steps((await coordinator.get(home())).body)).toEqual([false, true, true, false, false, false])
  })

  test('the list goes once everything is there', async () => {
    const actor = { kind: 'operator' } as const
    const step = (place: number, isDone: boolean) => ({
      place,
      label: 'registry.start.members' as const,
      action: 'registry.members.add' as const,
      path: '',
      isFor: () => true,
      isDone: () => isDone,
    })
    const { context, application } = testApp
    const asked = { context: { ...context, actor }, networkId: network.id, settings: application.settings }
    const listed = await listFirstSteps([step(2, false), step(1, true)], asked)
    expect(listed.map(({ step: { place }, isDone }) => [place, isDone])).toEqual([
      [1, true],
      [2, false],
    ])
    expect(await listFirstSteps([step(1, true), step(2, true)], asked)).toEqual([])
  })
})
