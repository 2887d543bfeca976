import type { TestApp } from '../support/open-test-app.ts'
import { browserOf } from '../support/sign-in.ts'
import { askForLetter, letterLink, oneClickOf, subscribeToLetter } from '../support/subscribe-to-letter.ts'

/** A reader of the letter who is about to move, and a person who has not confirmed that they want it: the links of both. */
export async function furnishReader(testApp: TestApp) {
  const address = 'lettre@ambassade.example'
  const letter = await subscribeToLetter(testApp, { address })
  await browserOf(testApp).post(`${letter}/address`, { address: 'ailleurs@ambassade.example' })
  await askForLetter(testApp, { address: 'bientot@ambassade.example' })
  const { subscription_id: id } = await testApp.context.database
    .selectFrom('newsletter_subscription')
    .select('subscription_id')
    .where('address', '=', address)
    .executeTakeFirstOrThrow()
  return {
    id,
    secrets: {
      letter,
      letterToConfirm: await letterLink(testApp, 'bientot@ambassade.example', 'confirm'),
      letterLeaving: await oneClickOf(testApp, address),
      letterMoving: await letterLink(testApp, 'ailleurs@ambassade.example', 'address'),
    },
  }
}
