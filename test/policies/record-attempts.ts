import { sql } from 'kysely'
import { listLines, lookUpDraft } from '../../src/features/reports/drafting/queries.ts'
import { seenOf } from '../../src/features/reports/drafting/report.ts'
import { fieldsOf, readFields } from '../support/form-fields.ts'
import { browserOf, signIn } from '../support/sign-in.ts'
import { type Attempt, type Browser, group, type PolicyFixture, tie } from './policy-fixture.ts'

const limoges = `${group}/organisations/limoges`
const reason = 'Archives du service'

/** Sends the summary of the tie as a person who has the form could, whether or not its sender has it. */
async function sendSummary(fixture: PolicyFixture, browser: Browser, word: string, place = tie) {
  const form = `${place}/edit/summary`
  return browser.post(form, { ...(await fieldsOf(fixture.keeper, form)), 'summary.fr.text': word, reason })
}

async function publicly({ testApp }: PolicyFixture, address: string, word: string): Promise<boolean> {
  return (await testApp.get(address)).body.includes(word)
}

export function changeTie(fixture: PolicyFixture, browser: Browser): Promise<Attempt> {
  return changeSummary(fixture, browser, tie)
}

async function changeSummary(fixture: PolicyFixture, browser: Browser, place: string): Promise<Attempt> {
  const word = fixture.newWord()
  const answer = await sendSummary(fixture, browser, word, place)
  return { answer, isDone: await publicly(fixture, place, word) }
}

export async function changeProfile(fixture: PolicyFixture, browser: Browser): Promise<Attempt> {
  const word = fixture.newWord()
  const form = `${limoges}/edit/about`
  const fields = await fieldsOf(fixture.keeper, form)
  const answer = await browser.post(form, { ...fields, 'about.fr.text': word, reason })
  return { answer, isDone: await publicly(fixture, limoges, word) }
}

export async function askOffice({ testApp, newWord }: PolicyFixture, browser: Browser): Promise<Attempt> {
  const address = `${newWord().replaceAll(/[^\d]/g, '')}@service.example`
  const answer = await browser.post(`${group}/brief/kr/questions`, { address, language: 'ko', words: '' })
  const mails = await testApp.context.database
    .selectFrom('platform_mail')
    .select('mail_id')
    .where('to_address', '=', address)
    .execute()
  return { answer, isDone: mails.length === 1 }
}

export async function publishBriefs({ testApp, keeper }: PolicyFixture, browser: Browser): Promise<Attempt> {
  const count = async () =>
    (await testApp.context.database.selectFrom('platform_edition').select('edition_id').execute()).length
  const before = await count()
  const editions = `${group}/brief/editions`
  const answer = await browser.post(editions, await fieldsOf(keeper, editions))
  return { answer, isDone: (await count()) === before + 1 }
}

/** Presses a button of the report that is prepared, as whoever has its page open. */
async function stepOf({ testApp, networkId }: PolicyFixture, browser: Browser, step: string, more: Fields) {
  const seen = seenOf(await lookUpDraft(testApp.context, networkId))
  return browser.post(`${group}/reports/draft/${step}`, { seen, ...more })
}
type Fields = Record<string, string>

export async function prepareReport(fixture: PolicyFixture, browser: Browser): Promise<Attempt> {
  const read = () => lookUpDraft(fixture.testApp.context, fixture.networkId)
  const from = (await read())?.from === '2016-01-01' ? '2016-01-02' : '2016-01-01'
  const answer = await stepOf(fixture, browser, 'gather', { from, to: '2017-07-01' })
  return { answer, isDone: (await read())?.from === from }
}

export async function answerLines(fixture: PolicyFixture, browser: Browser): Promise<Attempt> {
  const { testApp, networkId, limogesId, keeper } = fixture
  const read = async () => {
    const report = await lookUpDraft(testApp.context, networkId)
    const lines = report ? await listLines(testApp.context, report.id) : []
    return lines.find(({ organisationId }) => organisationId === limogesId)
  }
  if ((await read()) === undefined) {
    await stepOf(fixture, keeper, 'gather', { from: '2016-01-01', to: '2017-07-01' })
    const until = testApp.clock.now().add({ hours: 240 }).toString().slice(0, 10)
    await stepOf(fixture, keeper, 'ask', { until })
  }
  const before = (await read())?.saidAt ?? null
  const answer = await browser.post(`${group}/reports/draft/lines/limoges/answer`, { stance: 'confirmed' })
  return { answer, isDone: (await read())?.saidAt?.getTime() !== before?.getTime() }
}

export async function suggest(fixture: PolicyFixture, browser: Browser): Promise<Attempt> {
  const { testApp, newWord } = fixture
  const count = async () => {
    const { rows } = await sql<{ made: number }>`select (select count(*) from contributions_suggestion)::int
      + (select count(*) from contributions_version where origin = 'edit')::int as made`.execute(
      testApp.context.database,
    )
    return rows[0]?.made ?? 0
  }
  const before = await count()
  const answer = await sendSummary(fixture, browser, newWord())
  return { answer, isDone: (await count()) === before + 1 }
}

export async function addTie(fixture: PolicyFixture, browser: Browser): Promise<Attempt> {
  const form = `${group}/cooperations/new`
  const word = fixture.newWord()
  const answer = await browser.post(form, {
    ...readFields((await fixture.keeper.get(form)).body),
    'parties.0.name': 'Limoges',
    'parties.1.name': '무주',
    'summary.fr.text': word,
    status: 'in_talks',
    action: 'anyway',
    reason,
  })
  const { rows } =
    await sql`select 1 from registry_cooperation where summary->'fr'->>'text' = ${word}`.execute(
      fixture.testApp.context.database,
    )
  return { answer, isDone: rows.length === 1 }
}

export async function addOrganisation(fixture: PolicyFixture, browser: Browser): Promise<Attempt> {
  const form = `${group}/organisations/new`
  const word = fixture.newWord()
  const answer = await browser.post(form, {
    ...readFields((await fixture.keeper.get(form)).body),
    'name.fr': word,
    country: 'FR',
    kind: 'association',
    action: 'anyway',
    reason,
  })
  const { rows } = await sql`select 1 from directory_organisation where name->>'fr' = ${word}`.execute(
    fixture.testApp.context.database,
  )
  return { answer, isDone: rows.length === 1 }
}

export function publishUnreviewed(fixture: PolicyFixture, browser: Browser): Promise<Attempt> {
  return changeSummary(fixture, browser, fixture.reviewedTie)
}

export async function decide(fixture: PolicyFixture, browser: Browser): Promise<Attempt> {
  const { testApp, networkId, newWord } = fixture
  const author = await signIn(testApp, { role: 'reader', networkId })
  const word = newWord()
  const suggested = await sendSummary(fixture, author, word)
  const answer = await browser.post(`${suggested.headers.location}/decision`, { decision: 'accepted' })
  return { answer, isDone: await publicly(fixture, tie, word) }
}

export async function release(fixture: PolicyFixture, browser: Browser): Promise<Attempt> {
  const { testApp, newWord } = fixture
  const words = `${newWord()}, ce qui est faux`
  // A sender who fills in fields that people do not see is taken for a program.
  await browserOf(testApp).post(`${tie}/correction`, {
    words,
    address: `${newWord().replaceAll(/[^\d]/g, '')}@reader.example`,
    website: 'filled in',
  })
  const held = () =>
    testApp.context.database
      .selectFrom('contributions_suggestion')
      .select(['suggestion_id as id', 'held_for as heldFor'])
      .where('words', '=', words)
      .executeTakeFirstOrThrow()
  const { id, heldFor } = await held()
  if (heldFor === null) throw new Error('Nothing was held')
  await testApp.context.database
    .updateTable('contributions_suggestion')
    .set({ confirmed_at: testApp.clock.now().toString() })
    .where('suggestion_id', '=', id)
    .execute()
  const answer = await browser.post(`${group}/contributions/${id}/decision`, { decision: 'released' })
  return { answer, isDone: (await held()).heldFor === null }
}

export async function readNames(fixture: PolicyFixture, browser: Browser): Promise<Attempt> {
  await sendSummary(fixture, fixture.keeper, fixture.newWord())
  const answer = await browser.get(`${tie}/history`)
  return { answer, isDone: answer.body.includes('Keeper of the ground') }
}
