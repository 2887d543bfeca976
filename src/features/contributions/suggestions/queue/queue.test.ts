import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildCooperation } from '../../../../../test/support/build-cooperation.ts'
import { buildNetwork } from '../../../../../test/support/build-network.ts'
import { fieldsOf } from '../../../../../test/support/form-fields.ts'
import { openTestApp, type TestApp } from '../../../../../test/support/open-test-app.ts'
import { type SignedIn, signIn } from '../../../../../test/support/sign-in.ts'
import { giveRole } from '../../../people/index.ts'

let testApp: TestApp
let coordinator: SignedIn
const slugs = ['first', 'second', 'third'] as const

beforeAll(async () => {
  testApp = await openTestApp()
  coordinator = await signIn(testApp, {})
  for (const slug of slugs) {
    const { id } = await buildNetwork(testApp.context, { slug })
    const tie = await buildCooperation(testApp.context, id)
    // The third belongs to another person.
    if (slug !== 'third')
      await giveRole(testApp.context, id, { personId: coordinator.personId, role: 'coordinator' })
    const reader = await signIn(testApp, { role: 'reader', networkId: id })
    const form = `/fr/${slug}/cooperations/${tie.slug}/edit/summary`
    const fields = await fieldsOf(reader, form)
    const sent = { ...fields, 'summary.fr.text': 'Une phrase.', reason: `Raison du groupe ${slug}` }
    expect((await reader.post(form, sent)).statusCode).toBe(303)
  }
})
afterAll(() => testApp.close())

it('shows what waits in one group, and leads to the other groups of the same coordinator', async () => {
  const { body } = await coordinator.get('/fr/first/contributions')
  expect(body).toContain('Raison du groupe first')
  expect(body).not.toContain('Raison du groupe second')
  expect(body).toContain('href="/fr/second/contributions"')
  expect(body).toContain('Groupe second (1)')
  expect(body).not.toContain('third')
})

it('shows what waits in every group of a coordinator at once, the oldest first, and nothing of other groups', async () => {
  const { body } = await coordinator.get('/fr/second/contributions?group=all')
  expect(body).toContain('Tous mes groupes (2)')
  expect(body).toContain('dans tous vos groupes')
  expect(body).not.toContain('contributions/publication')
  expect(body.indexOf('Raison du groupe first')).toBeGreaterThan(0)
  expect(body.indexOf('Raison du groupe second')).toBeGreaterThan(body.indexOf('Raison du groupe first'))
  expect(body).toMatch(/href="\/fr\/first\/contributions\/[0-9a-f-]{36}"/)
  expect(body).not.toContain('third')
})

it('shows a member of one group that group alone, whatever the address asks', async () => {
  const { network_id: networkId } = await testApp.context.database
    .selectFrom('networks_network')
    .select('network_id')
    .where('slug', '=', 'first')
    .executeTakeFirstOrThrow()
  const reader = await signIn(testApp, { role: 'reader', networkId })
  const { body } = await reader.get('/fr/first/contributions?group=all')
  expect(body).not.toContain('Raison du groupe second')
  expect(body).not.toContain('Tous mes groupes')
  expect(body).not.toContain('contributions/publication')
})

it('loses nothing of what waits when the choice of publication changes, and writes the change down once', async () => {
  const changes = async () =>
    (
      await testApp.context.database
        .selectFrom('platform_activity')
        .select('detail')
        .where('verb', '=', 'changed')
        .where('subject_kind', '=', 'network')
        .execute()
    ).length
  const choose = (publication: string) =>
    coordinator.post('/fr/first/contributions/publication', { publication })
  const before = await changes()
  await choose('after_review')
  await choose('after_review')
  // One line of the group, one of the list of groups.
  expect((await changes()) - before).toBe(2)
  const { body } = await coordinator.get('/fr/first/contributions?chosen=1')
  expect(body).toContain('Raison du groupe first')
  expect(body).toMatch(/value="after_review" checked/)
  await choose('at_once')
})
