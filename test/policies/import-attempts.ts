import { type Attempt, type Browser, group, type PolicyGround } from './policy-ground.ts'

/** Sends a text that nobody has sent before, and looks whether it is kept. */
export async function importText({ house, newWord }: PolicyGround, browser: Browser): Promise<Attempt> {
  const count = async () => {
    const rows = await house.context.database.selectFrom('imports_text').select('text_id').execute()
    return rows.length
  }
  const before = await count()
  const answer = await browser.post(`${group}/imports/new`, { text: `Compte rendu ${newWord()}` })
  return { answer, isDone: (await count()) > before }
}
