import { afterAll, beforeAll, expect, test } from 'vitest'
import { fieldsOf } from '../../../../test/support/form-fields.ts'
import { pageWords } from '../../../../test/support/page-words.ts'
import type { SignedIn } from '../../../../test/support/sign-in.ts'
import { addWish, openWishing, type WishingFixture } from '../../../../test/support/wishes.ts'

let fixture: WishingFixture
beforeAll(async () => {
  fixture = await openWishing()
})
afterAll(() => fixture.close())

const listed = async (browser: SignedIn) =>
  pageWords((await browser.get('/fr/france-coree/translations?language=ko&q=luthiers')).body)
async function publish(page: string, visibility: string) {
  const form = `${page}/edit/validity`
  const fields = await fieldsOf(fixture.member, form)
  const answer = await fixture.member.post(form, { ...fields, visibility, reason: 'Mise à jour' })
  expect(answer.statusCode).toBe(303)
}

test('a wish waits to be translated while those who translate may read it, and is nobody’s task once withdrawn', async () => {
  const page = await addWish(fixture.member, {
    'title.fr.text': 'Échange de luthiers',
    visibility: 'network',
  })
  expect(await listed(fixture.other)).toContain('Échange de luthiers')
  await publish(page, 'withdrawn')
  expect((await fixture.other.get(page)).statusCode).toBe(404)
  for (const browser of [fixture.other, fixture.member, fixture.coordinator])
    expect(await listed(browser)).not.toContain('Échange de luthiers')
  await publish(page, 'public')
  expect(await listed(fixture.other)).toContain('Échange de luthiers')
})
