import { sql } from 'kysely'
import { fieldsOf, readFields } from '../support/form-fields.ts'
import { browserOf, signIn } from '../support/sign-in.ts'
import { type Attempt, type Browser, group, type PolicyGround, tie } from './policy-ground.ts'

const limoges = `${group}/organisations/limoges`
const reason = 'Archives du service'

/** Sends the summary of the tie as somebody who has the form could, whether or not its sender has. */
async function sendSummary(ground: PolicyGround, browser: Browser, word: string, place = tie) {
  const form = `${place}/edit/summary`
  return browser.post(form, { ...(await fieldsOf(ground.keeper, form)), 'summary.fr.text': word, reason })
}

async function publicly({ house }: PolicyGround, address: string, word: string): Promise<boolean> {
  return (await house.get(address)).body.includes(word)
}

export function changeTie(ground: PolicyGround, browser: Browser): Promise<Attempt> {
  return changeSummary(ground, browser, tie)
}

async function changeSummary(ground: PolicyGround, browser: Browser, place: string): Promise<Attempt> {
  const word = ground.newWord()
  const answer = await sendSummary(ground, browser, word, place)
  return { answer, isDone: await publicly(ground, place, word) }
}

export async function changeProfile(ground: PolicyGround, browser: Browser): Promise<Attempt> {
  const word = ground.newWord()
  const form = `${limoges}/edit/about`
  const fields = await fieldsOf(ground.keeper, form)
  const answer = await browser.post(form, { ...fields, 'about.fr.text': word, reason })
  return { answer, isDone: await publicly(ground, limoges, word) }
}

export async function suggest(ground: PolicyGround, browser: Browser): Promise<Attempt> {
  const { house, newWord } = ground
  const count = async () => {
    const { rows } = await sql<{ made: number }>`select (select count(*) from contributions_suggestion)::int
      + (select count(*) from contributions_version where origin = 'edit')::int as made`.execute(
      house.context.database,
    )
    return rows[0]?.made ?? 0
  }
  const before = await count()
  const answer = await sendSummary(ground, browser, newWord())
  return { answer, isDone: (await count()) === before + 1 }
}

export async function addTie(ground: PolicyGround, browser: Browser): Promise<Attempt> {
  const form = `${group}/cooperations/new`
  const word = ground.newWord()
  const answer = await browser.post(form, {
    ...readFields((await ground.keeper.get(form)).body),
    'parties.0.name': 'Limoges',
    'parties.1.name': '무주',
    'summary.fr.text': word,
    status: 'in_talks',
    action: 'anyway',
    reason,
  })
  const { rows } =
    await sql`select 1 from registry_cooperation where summary->'fr'->>'text' = ${word}`.execute(
      ground.house.context.database,
    )
  return { answer, isDone: rows.length === 1 }
}

export async function addOrganisation(ground: PolicyGround, browser: Browser): Promise<Attempt> {
  const form = `${group}/organisations/new`
  const word = ground.newWord()
  const answer = await browser.post(form, {
    ...readFields((await ground.keeper.get(form)).body),
    'name.fr': word,
    country: 'FR',
    kind: 'association',
    action: 'anyway',
    reason,
  })
  const { rows } = await sql`select 1 from directory_organisation where name->>'fr' = ${word}`.execute(
    ground.house.context.database,
  )
  return { answer, isDone: rows.length === 1 }
}

export function publishUnreviewed(ground: PolicyGround, browser: Browser): Promise<Attempt> {
  return changeSummary(ground, browser, ground.reviewedTie)
}

export async function decide(ground: PolicyGround, browser: Browser): Promise<Attempt> {
  const { house, networkId, newWord } = ground
  const author = await signIn(house, { role: 'reader', networkId })
  const word = newWord()
  const suggested = await sendSummary(ground, author, word)
  const answer = await browser.post(`${suggested.headers.location}/decision`, { decision: 'accepted' })
  return { answer, isDone: await publicly(ground, tie, word) }
}

export async function release(ground: PolicyGround, browser: Browser): Promise<Attempt> {
  const { house, newWord } = ground
  const words = `${newWord()}, ce qui est faux`
  // Whoever fills in what people do not see is held for a program.
  await browserOf(house).post(`${tie}/correction`, {
    words,
    address: `${newWord().replaceAll(/[^\d]/g, '')}@reader.example`,
    website: 'filled in',
  })
  const held = () =>
    house.context.database
      .selectFrom('contributions_suggestion')
      .select(['suggestion_id as id', 'held_for as heldFor'])
      .where('words', '=', words)
      .executeTakeFirstOrThrow()
  const { id, heldFor } = await held()
  if (heldFor === null) throw new Error('Nothing was held')
  await house.context.database
    .updateTable('contributions_suggestion')
    .set({ confirmed_at: house.clock.now().toString() })
    .where('suggestion_id', '=', id)
    .execute()
  const answer = await browser.post(`${group}/contributions/${id}/decision`, { decision: 'released' })
  return { answer, isDone: (await held()).heldFor === null }
}

export async function readNames(ground: PolicyGround, browser: Browser): Promise<Attempt> {
  await sendSummary(ground, ground.keeper, ground.newWord())
  const answer = await browser.get(`${tie}/history`)
  return { answer, isDone: answer.body.includes('Keeper of the ground') }
}
