import { sql } from 'kysely'
import { hidden } from '../support/build-texts.ts'
import { type Attempt, type Browser, group, type PolicyGround } from './policy-ground.ts'

const texts = `${group}/translations`

/** The summary of a tie that no other attempt changes, in one language: its page, and what the record holds. */
async function openText({ house }: PolicyGround, language: string) {
  const { database } = house.context
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

async function write(ground: PolicyGround, browser: Browser, language: string): Promise<Attempt> {
  const { page, read } = await openText(ground, language)
  const madeFrom = hidden((await ground.keeper.get(page)).body, 'madeFrom')
  const text = ground.newWord()
  const answer = await browser.post(page, { text, madeFrom, reviewed: 'yes' })
  return { answer, isDone: (await read()) === text }
}

export function translate(ground: PolicyGround, browser: Browser): Promise<Attempt> {
  return write(ground, browser, 'ko')
}

export function changeOriginal(ground: PolicyGround, browser: Browser): Promise<Attempt> {
  return write(ground, browser, 'fr')
}

export async function translateAll({ house }: PolicyGround, browser: Browser): Promise<Attempt> {
  const { database } = house.context
  await sql`delete from translations_batch`.execute(database)
  const answer = await browser.post(`${texts}/batches`, { language: 'en' })
  const { rows } = await sql`select 1 from translations_batch`.execute(database)
  return { answer, isDone: rows.length === 1 }
}
