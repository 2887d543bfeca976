import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, inject, it } from 'vitest'
import { atOnce, countRows } from '../../../../test/support/at-once.ts'
import { buildCooperation } from '../../../../test/support/build-cooperation.ts'
import { buildNetwork } from '../../../../test/support/build-network.ts'
import { fieldsOf } from '../../../../test/support/form-fields.ts'
import { runJob } from '../../../../test/support/import-text.ts'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { pageWords } from '../../../../test/support/page-words.ts'
import { browserOf, type SignedIn, signIn } from '../../../../test/support/sign-in.ts'
import { expectKeptLines, toDoLinesOf } from '../../../../test/support/to-do-lines.ts'
import { StorageUnusable } from '../../../platform/storage/storage.ts'
import { findNetwork } from '../../networks/index.ts'
import { writeAgreement } from '../../registry/index.ts'
import { findFrozenText, lookUpDraft } from './queries.ts'
import { seenOf } from './report.ts'

let testApp: TestApp
let network: { id: string; slug: string }
let paris: SignedIn
let seoul: SignedIn
let tie: Awaited<ReturnType<typeof buildCooperation>>

beforeAll(async () => {
  testApp = await openTestApp({ directory: 'none', now: '2026-12-02T09:00:00Z' })
})
afterAll(() => testApp.close())

beforeEach(async () => {
  const { context } = testApp
  network = await buildNetwork(context)
  tie = await buildCooperation(context, network.id, { knownOn: '2026-01-05' })
  const [fr, kr] = tie.parties.map(({ id }) => id)
  const of = (role: 'coordinator' | 'chair', organisation: string | undefined, name: string) =>
    signIn(testApp, {
      role,
      networkId: network.id,
      organisationIds: organisation ? [organisation] : [],
      name,
    })
  paris = await of('coordinator', fr, 'Camille')
  seoul = await of('chair', kr, '김하늘')
})

const at = (rest = '') => `/fr/${network.slug}/reports${rest}`
const draftOf = () => lookUpDraft(testApp.context, network.id)

/** Sends the form of a step as the person sees it now. */
async function press(browser: SignedIn, step: string, more: Record<string, string> = {}) {
  const seen = seenOf(await draftOf())
  return browser.post(at(`/draft/${step}`), { seen, ...more })
}
const gather = (browser = paris) => press(browser, 'gather', { from: '2026-01-01', to: '2026-12-01' })
async function freeze() {
  await gather()
  expect((await press(paris, 'freeze')).statusCode).toBe(303)
}
const draw = () => runJob(testApp, 'reports.draw')
const countSignatures = () =>
  countRows(
    testApp,
    sql`reports_signature s join reports_report r using (report_id) where r.network_id = ${network.id}`,
  )
const words = async (browser: Pick<SignedIn, 'get'>, path: string) =>
  pageWords((await browser.get(path)).body)

it('leads from the period to a public edition that nobody changes any more', async () => {
  expect(await words(testApp, at())).toContain('Aucun rapport publié')
  expect((await paris.get(at())).body).toContain(`href="${at('/draft')}"`)
  expect((await fieldsOf(paris, at('/draft'))).to).toBe('2026-12-02')
  expect((await press(paris, 'gather', { from: '2026-12-01', to: '2026-01-01' })).statusCode).toBe(422)
  expect((await press(paris, 'gather', { from: '2026-01-01', to: '2027-01-01' })).statusCode).toBe(422)
  await freeze()
  const digest = (await draftOf())?.digest ?? ''
  expect(digest).toMatch(/^[0-9a-f]{64}$/)
  expect(await words(paris, at('/draft'))).toContain(digest)
  expect((await press(paris, 'sign')).statusCode).toBe(303)
  const early = await press(paris, 'publish')
  expect([early.statusCode, pageWords(early.body)]).toEqual([422, expect.stringContaining('Les fichiers')])
  await draw()
  // What one signs can be read first: as a page, and as each of its files.
  const { body } = await seoul.get(at('/draft'))
  const links = [...body.matchAll(/href="([^"]*\/reports\/draft\/(?:preview|[a-z-]+\.[a-z]+))"/g)].map(
    ([, to = '']) => to,
  )
  expect(links.map((to) => to.split('/').at(-1))).toHaveLength(1 + 12)
  for (const to of links) expect([to, (await seoul.get(to)).statusCode]).toEqual([to, 200])
  const alone = await press(paris, 'publish')
  expect([alone.statusCode, pageWords(alone.body)]).toEqual([
    422,
    expect.stringContaining('Il manque une signature'),
  ])
  expect((await press(seoul, 'sign')).statusCode).toBe(303)
  const published = await press(paris, 'publish')
  expect([published.statusCode, published.headers.location]).toEqual([303, at('/1')])
  const list = await words(testApp, at())
  expect(list).toContain('Édition n° 1')
  expect(list).toContain('Du 1er janvier 2026 au 1er décembre 2026')
  expect(list).toContain(digest)
  expect(await countRows(testApp, sql`reports_signature where digest = ${digest}`)).toBe(2)
  expect((await testApp.get(at('.rss'))).body).toContain(digest)
  // The next period begins on the day after.
  expect(await fieldsOf(paris, at('/draft'))).toMatchObject({ from: '2026-12-02', to: '2026-12-02' })
  await expectKeptLines(testApp)
})

it('a draft is there for nobody but those who prepare it', async () => {
  await freeze()
  const organisationIds = [tie.parties[0]?.id ?? '']
  const others = [
    browserOf(testApp),
    await signIn(testApp, { role: 'reader', networkId: network.id }),
    await signIn(testApp, { role: 'member', networkId: network.id, organisationIds }),
    await signIn(testApp, { role: 'contributor', networkId: network.id, organisationIds }),
    await signIn(testApp, { role: 'coordinator', networkId: (await buildNetwork(testApp.context)).id }),
  ]
  const digest = (await draftOf())?.digest ?? ''
  for (const other of others) {
    for (const path of [
      '/draft',
      '/draft?now=2027-01-01',
      '/draft/thaw',
      '/1',
      '/1/errata',
      '/1?now=2027-01-01',
    ])
      expect([path, (await other.get(at(path))).statusCode]).toEqual([path, 404])
    for (const path of [
      at(),
      at('.rss'),
      at('?now=2027-01-01'),
      `/fr/${network.slug}/search?q=rapport`,
      '/sitemap.xml',
    ]) {
      const { body } = await other.get(path)
      expect(body).not.toContain(digest)
      expect(body).not.toContain('/reports/draft')
    }
    const api = `/api/v1/networks/${network.slug}/reports`
    expect((await other.get(api)).body).not.toContain(digest)
    for (const path of ['/1', '/1/manifest', '/1/coverage', '/1/difference', '/1?now=2027-01-01'])
      expect([path, (await other.get(api + path)).statusCode]).toEqual([path, 404])
    for (const step of ['gather', 'ask', 'freeze', 'sign', 'unsign', 'publish', 'plan', 'thaw', 'removal'])
      expect([
        step,
        (await other.post(at(`/draft/${step}`), { seen: seenOf(await draftOf()) })).statusCode,
      ]).toEqual([step, 404])
  }
  const page = await paris.get(at('/draft'))
  expect([page.statusCode, page.headers['cache-control']]).toEqual([200, 'private, no-store'])
})

it('what a person saw is what they sign; any change undoes both signatures and the plan, and says so before', async () => {
  await freeze()
  const seen = seenOf(await draftOf())
  await press(paris, 'sign')
  await press(seoul, 'sign')
  await draw()
  await press(paris, 'plan', { on: '2026-12-20', time: '09:00', zone: 'Europe/Paris' })
  expect(await words(paris, at('/draft/thaw'))).toContain('2 signatures sont annulées')
  expect((await press(paris, 'thaw')).statusCode).toBe(303)
  expect(await draftOf()).toMatchObject({ digest: null, publishAt: null, drawn: 0, trouble: null })
  expect(await countSignatures()).toBe(0)
  const late = await seoul.post(at('/draft/sign'), { seen })
  expect([late.statusCode, pageWords(late.body)]).toEqual([422, expect.stringContaining('n’est pas figé')])
  await buildCooperation(testApp.context, network.id, { knownOn: '2026-02-01' })
  expect((await press(paris, 'freeze')).statusCode).toBe(303)
  const again = await seoul.post(at('/draft/sign'), { seen })
  expect([again.statusCode, pageWords(again.body)]).toEqual([
    422,
    expect.stringContaining('figé entre-temps'),
  ])
})

it('one side takes its signature back after the other signed: the other stays, the plan goes, nothing is published', async () => {
  await freeze()
  await draw()
  await press(paris, 'sign')
  await press(seoul, 'sign')
  await press(seoul, 'plan', { on: '2026-12-03', time: '18:00', zone: 'Asia/Seoul' })
  expect(await words(seoul, at('/draft'))).toMatch(/10:00 Paris.*18:00 Séoul/)
  expect((await press(paris, 'unsign')).statusCode).toBe(303)
  expect((await draftOf())?.publishAt).toBeNull()
  const { rows } =
    await sql`select country from reports_signature s join reports_report r using (report_id) where r.network_id = ${network.id}`.execute(
      testApp.context.database,
    )
  expect(rows).toEqual([{ country: 'KR' }])
  expect((await press(seoul, 'publish')).statusCode).toBe(422)
  expect((await press(paris, 'unsign')).statusCode).toBe(422)
})

it('a plan is kept at its hour on either clock, and not before', async () => {
  await freeze()
  await draw()
  await press(paris, 'sign')
  await press(seoul, 'sign')
  const past = await press(paris, 'plan', { on: '2026-12-01', time: '09:00', zone: 'Europe/Paris' })
  const skipped = await press(paris, 'plan', { on: '2027-03-28', time: '02:30', zone: 'Europe/Paris' })
  expect([past.statusCode, skipped.statusCode]).toEqual([422, 422])
  const now = testApp.clock.now()
  const on = now.toZonedDateTimeISO('Asia/Seoul').add({ days: 2 }).toPlainDate()
  await press(seoul, 'plan', { on: on.toString(), time: '09:00', zone: 'Asia/Seoul' })
  const due = on.toZonedDateTime({ timeZone: 'Asia/Seoul', plainTime: '09:00' }).toInstant()
  testApp.clock.advance({ seconds: Math.floor(now.until(due).total('seconds')) - 60 })
  await runJob(testApp, 'reports.publish')
  expect((await testApp.get(at())).body).not.toContain(at('/1'))
  testApp.clock.advance({ minutes: 2 })
  await runJob(testApp, 'reports.publish')
  expect((await testApp.get(at())).body).toContain(at('/1'))
})

it('nobody signs for both sides, nor for a side that is not known to be theirs', async () => {
  await freeze()
  const [fr, kr] = tie.parties.map(({ id }) => id)
  const both = [fr ?? '', kr ?? '']
  const unclear = await signIn(testApp, { role: 'chair', networkId: network.id, organisationIds: both })
  const answer = await press(unclear, 'sign')
  expect([answer.statusCode, pageWords(answer.body)]).toEqual([
    422,
    expect.stringContaining('Votre côté n’est pas connu'),
  ])
  await press(paris, 'sign')
  // Camille changes to the other side, and would sign once more.
  await sql`update people_role_organisation set organisation_id = ${kr} where role_id in (select role_id from people_role where person_id = ${paris.personId})`.execute(
    testApp.context.database,
  )
  const twice = await press(paris, 'sign')
  expect([twice.statusCode, pageWords(twice.body)]).toEqual([
    422,
    expect.stringContaining('personne ne signe pour les deux'),
  ])
  const operator = await signIn(testApp, { isOperator: true })
  expect((await press(operator, 'sign')).statusCode).toBe(422)
  expect(await countSignatures()).toBe(1)
  // Their role was moved behind the back of To do.
  await press(seoul, 'removal')
})

it('a side without anybody who may sign says whom to invite', async () => {
  await sql`update people_role set ends_at = starts_at where person_id = ${seoul.personId}`.execute(
    testApp.context.database,
  )
  await freeze()
  const page = await words(paris, at('/draft'))
  expect(page).toContain('Personne ne peut signer pour ce côté (République de Corée)')
  expect(page).toContain('Peuvent signer : Camille')
})

it('of two who press at once, one begins, freezes, signs and publishes', async () => {
  const second = await signIn(testApp, {
    role: 'coordinator',
    networkId: network.id,
    organisationIds: [tie.parties[0]?.id ?? ''],
  })
  const both = async (step: string, more: Record<string, string> = {}) => {
    const seen = seenOf(await draftOf())
    return atOnce(
      [paris, second].map((browser) => () => browser.post(at(`/draft/${step}`), { seen, ...more })),
    )
  }
  const once = { 303: 1, 422: 1 }
  expect(await both('gather', { from: '2026-01-01', to: '2026-12-01' })).toEqual(once)
  expect(await both('freeze')).toEqual(once)
  expect(await both('sign')).toEqual(once)
  await press(seoul, 'sign')
  await draw()
  expect(await both('publish')).toEqual(once)
  expect(await countRows(testApp, sql`platform_edition where network_id = ${network.id}`)).toBe(1)
})

it('a report is removed with what was made for it, and its number is free again', async () => {
  await freeze()
  await draw()
  await press(paris, 'sign')
  expect(await words(paris, at('/draft/removal'))).toContain('Une signature est annulée')
  expect((await press(paris, 'removal')).statusCode).toBe(303)
  expect(await draftOf()).toBeNull()
  await gather()
  expect((await draftOf())?.number).toBe(1)
})

it('a full disk is said on the page and tried again; publishing waits', async () => {
  await freeze()
  const { storage } = testApp.application
  const put = storage.put
  storage.put = () => Promise.reject(new StorageUnusable('Files cannot be kept in /var: no space left'))
  await draw()
  storage.put = put
  const page = await words(paris, at('/draft'))
  expect(page).toContain('no space left')
  expect(page).toContain('0 fichiers sur 12')
  await draw()
  expect(await draftOf()).toMatchObject({ trouble: null, drawn: 12 })
})

it('a byte changed in the frozen facts is never published', async () => {
  await freeze()
  await draw()
  await press(paris, 'sign')
  await press(seoul, 'sign')
  await sql`update reports_report set facts = replace(facts, 'active', 'dormant') where network_id = ${network.id}`.execute(
    testApp.context.database,
  )
  expect((await press(paris, 'publish')).statusCode).toBe(500)
  expect((await testApp.get(at())).body).not.toContain(at('/1'))
})

it.runIf(inject('databaseServer'))(
  'an import that ends while facts are read gives nothing of itself',
  async () => {
    await gather()
    const { context } = testApp
    const { id } = tie
    const locked = Promise.withResolvers<void>()
    const importing = context.database.transaction().execute(async (database) => {
      await sql`lock table registry_agreement_party in access exclusive mode`.execute(database)
      const isAwaited = async () =>
        (await sql`select 1 from pg_locks where not granted`.execute(database)).rows.length
      locked.resolve()
      await expect.poll(isAwaited).toBeGreaterThan(0)
      await sql`update registry_cooperation set since = '2001' where cooperation_id = ${id}`.execute(database)
      const told = {
        kind: 'friendship' as const,
        title: {},
        parties: [],
        steps: [],
        position: 1,
        knownOn: '2026-01-01',
      }
      await writeAgreement({ ...context, database }, { id, networkId: network.id }, told)
    })
    await locked.promise
    expect((await press(paris, 'freeze')).statusCode).toBe(303)
    await importing
    const frozen = await findFrozenText(context, (await draftOf())?.id ?? '')
    const [frozenTie] = JSON.parse(frozen?.text ?? '').ties
    expect([frozenTie.since, frozenTie.agreements]).toEqual([null, []])
  },
)

it('an erratum stands with its edition for ever, a withdrawal says why, a later edition takes its place; the bytes stay', async () => {
  const publish = async () => {
    await press(paris, 'gather', { from: '2026-12-02', to: '2026-12-02' })
    await press(paris, 'freeze')
    await draw()
    await press(paris, 'sign')
    await press(seoul, 'sign')
    return press(paris, 'publish')
  }
  await publish()
  // Whoever prepares the next one sees what the last one is about.
  expect(await words(paris, at('/draft'))).toContain('n° 1, porte sur la période du 2 décembre 2026')
  const texts = async () =>
    (
      await sql`select number, facts, digest from platform_edition where network_id = ${network.id} order by number`.execute(
        testApp.context.database,
      )
    ).rows
  const before = await texts()
  const typed = (name: string, text: string) => ({
    [`${name}.fr.text`]: text,
    [`${name}.written`]: 'fr',
    [`${name}.original`]: 'fr',
  })
  const erratum = {
    ...typed('said', 'Jumelage'),
    ...typed('right', 'Amitié'),
    word: 'service international',
    about: tie.id,
  }
  expect((await paris.post(at('/1/errata'), { ...erratum, word: '' })).statusCode).toBe(422)
  expect((await paris.post(at('/1/errata'), erratum)).statusCode).toBe(303)
  expect(
    (await paris.post(at('/1/errata'), { ...erratum, about: network.id, ...typed('right', 'Autre') }))
      .statusCode,
  ).toBe(303)
  const page = await words(testApp, at('/1/errata'))
  expect(page).toMatch(/Jumelage.*Amitié.*service international.*Erratum n° 1.*Lieu place.*Erratum n° 2/)
  const reader = await signIn(testApp, { role: 'reader', networkId: network.id })
  expect((await reader.post(at('/1/errata'), erratum)).statusCode).toBe(404)
  await publish()
  expect(await words(testApp, at())).toMatch(/Édition n° 2.*Édition n° 1.*Remplacée par l’édition n° 2/)
  const reason = typed('reason', 'Un nombre était faux')
  expect((await reader.post(at('/2/withdrawal'), reason)).statusCode).toBe(404)
  expect((await paris.post(at('/2/withdrawal'), reason)).statusCode).toBe(303)
  expect((await paris.post(at('/2/withdrawal'), reason)).statusCode).toBe(409)
  expect(await words(testApp, at('/2/errata'))).toContain('Un nombre était faux')
  const list = await words(testApp, at())
  expect(list).toContain('Édition retirée')
  expect(list).not.toContain('Remplacée')
  expect((await texts()).slice(0, 1)).toEqual(before)
})

it('a report without ties can be frozen', async () => {
  network = await buildNetwork(testApp.context)
  paris = await signIn(testApp, { role: 'coordinator', networkId: network.id })
  await freeze()
  expect((await draftOf())?.digest).toMatch(/^[0-9a-f]{64}$/)
})

it('a person erased after freezing is named nowhere, and the digest stays; the function signed stays', async () => {
  await freeze()
  await press(paris, 'sign')
  const before = await draftOf()
  const { context, application } = testApp
  const subject = { personId: paris.personId, names: ['Camille'], addresses: [paris.address] }
  const signatures = () =>
    sql`select role, person_id as person, country from reports_signature where report_id = ${before?.id}`.execute(
      context.database,
    )
  const own = await Promise.all(application.personalData.map((part) => part.collect(context, subject)))
  expect(own.flat().find(({ section }) => section === 'signatures')?.records).toHaveLength(1)
  await context.database.transaction().execute(async (database) => {
    for (const part of application.personalData) await part.erase({ ...context, database }, subject)
  })
  expect((await signatures()).rows).toEqual([{ role: 'coordinator', person: null, country: 'FR' }])
  expect(await draftOf()).toEqual(before)
  expect((await seoul.get(at('/draft'))).body).not.toContain('Camille')
})

it('a signature that waits stands in To do of that side alone', async () => {
  const lines = async (who: SignedIn) =>
    (await toDoLinesOf(who, network.slug)).filter((line) => line.startsWith('reports.'))
  await freeze()
  expect([await lines(paris), await lines(seoul)]).toEqual([['reports.sign n° 1'], ['reports.sign n° 1']])
  await press(paris, 'sign')
  expect([await lines(paris), await lines(seoul)]).toEqual([[], ['reports.sign n° 1']])
  await press(paris, 'thaw')
  expect([await lines(paris), await lines(seoul)]).toEqual([[], []])
  await expectKeptLines(testApp)
})

it('a letter tells of editions that came since the one before', async () => {
  await freeze()
  await draw()
  await press(paris, 'sign')
  await press(seoul, 'sign')
  const [source] = testApp.application.letterSources.filter(({ key }) => key === 'reports.published')
  const { application, context } = testApp
  const found = await findNetwork(context, network.slug)
  const told = async (since: Temporal.Instant) =>
    source?.gather({ context, network: found, translate: application.translate, since })
  const before = testApp.clock.now()
  expect(await told(before.subtract({ hours: 48 }))).toEqual([])
  await press(paris, 'publish')
  expect(await told(before)).toMatchObject([{ key: 'report:1', path: '/reports/1' }])
  expect(await told(testApp.clock.now())).toEqual([])
})
