import { afterAll, beforeAll, expect, test } from 'vitest'
import { fieldsOf } from '../../../../test/support/form-fields.ts'
import { pageWords } from '../../../../test/support/page-words.ts'
import type { SignedIn } from '../../../../test/support/sign-in.ts'
import { addWish, openWishing, type WishingGround } from '../../../../test/support/wishes.ts'

let ground: WishingGround
beforeAll(async () => {
  ground = await openWishing()
})
afterAll(() => ground.close())

const listed = async (browser: SignedIn) =>
  pageWords((await browser.get('/fr/france-coree/translations?language=ko&q=luthiers')).body)
async function publish(page: string, visibility: string) {
  const form = `${page}/edit/validity`
  const fields = await fieldsOf(ground.member, form)
  const answer = await ground.member.post(form, { ...fields, visibility, reason: 'Mise à jour' })
  expect(answer.statusCode).toBe(303)
}

test('a wish waits to be translated while those who translate may read it, and is nobody’s task once withdrawn', async () => {
  const page = await addWish(ground.member, { 'title.fr.text': 'Échange de luthiers', visibility: 'network' })
  expect(await listed(ground.other)).toContain('Échange de luthiers')
  await publish(page, 'withdrawn')
  expect((await ground.other.get(page)).statusCode).toBe(404)
  for (const browser of [ground.other, ground.member, ground.coordinator])
    expect(await listed(browser)).not.toContain('Échange de luthiers')
  await publish(page, 'public')
  expect(await listed(ground.other)).toContain('Échange de luthiers')
})
