import type { Attempt, Browser, PolicyGround } from './policy-ground.ts'

const letters = '/fr/france-coree/newsletter'

export async function compose(ground: PolicyGround, browser: Browser): Promise<Attempt> {
  await ground.keeper.post(`${letters}/draft`)
  const word = ground.newWord()
  const answer = await browser.post(`${letters}/draft/new/text`, { 'text.fr.text': word })
  return { answer, isDone: (await ground.keeper.get(`${letters}/draft`)).body.includes(word) }
}
