import { sql } from 'kysely'
import { hidden } from '../support/build-texts.ts'
import { type Attempt, type Browser, group, type PolicyFixture } from './policy-fixture.ts'

const texts = `${group}/translations`

/** The summary of a tie that no other attempt changes, in one language: its page, and what the record holds. */
async function openText({ testApp }: PolicyFixture, language: string) {
  const { database } = testApp.context
  const tie = await database
    .selectFrom('registry_cooperation')
    .select('cooperation_id as id')
    .where('slug', '=', 'lille-daegu')
    .executeTakeFirstOrThrow()
  const text = await database
    .selectFrom('translations_text')
    .select('text_id as id')
    .where('record_id', '=', tie.id)
    .where('path', '=', 'summary')
    .where('language', '=', language)
    .executeTakeFirstOrThrow()
  const read = async () => {
    const { summary } = await database
      .selectFrom('registry_cooperation')
      .select('summary')
      .where('cooperation_id', '=', tie.id)
      .executeTakeFirstOrThrow()
    return summary[language]?.text
  }
  return { page: `${texts}/${text.id}`, read }
}

async function write(fixture: PolicyFixture, browser: Browser, language: string): Promise<Attempt> {
  const { page, read } = await openText(fixture, language)
  const madeFrom = hidden((await fixture.keeper.get(page)).body, 'madeFrom')
  const text = fixture.newWord()
  const answer = await browser.post(page, { text, madeFrom, reviewed: 'yes' })
  return { answer, isDone: (await read()) === text }
}

export function translate(fixture: PolicyFixture, browser: Browser): Promise<Attempt> {
  return write(fixture, browser, 'ko')
}

export function changeOriginal(fixture: PolicyFixture, browser: Browser): Promise<Attempt> {
  return write(fixture, browser, 'fr')
}

export async function translateAll({ testApp }: PolicyFixture, browser: Browser): Promise<Attempt> {
  const { database } = testApp.context
  await sql`delete from translations_batch`.execute(database)
  const answer = await browser.post(`${texts}/batches`, { language: 'en' })
  const { rows } = await sql`select 1 from translations_batch`.execute(database)
  return { answer, isDone: rows.length === 1 }
}

export async function ask({ testApp }: PolicyFixture, browser: Browser): Promise<Attempt> {
  const { database } = testApp.context
  const { rows } = await sql<{ value: string }>`
    select o.record_kind || '/' || o.record_id || '/' || o.path || '/ko' as value from translations_text o
    where o.text = 'Deux villes se connaissent.' and o.language = 'fr'
  `.execute(database)
  const answer = await browser.post(`${texts}/requests`, { ask: rows[0]?.value ?? '', back: group })
  const asked = await database
    .selectFrom('translations_request')
    .select('person_id')
    .where('person_id', '=', browser.personId)
    .executeTakeFirst()
  return { answer, isDone: asked !== undefined }
}
