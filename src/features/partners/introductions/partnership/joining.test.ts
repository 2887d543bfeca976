import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fieldsOf } from '../../../../../test/support/form-fields.ts'
import { readMailbox } from '../../../../../test/support/mailbox.ts'
import { agreeToTalk, findTie, readWords } from '../../../../../test/support/partnerships.ts'
import { browserOf } from '../../../../../test/support/sign-in.ts'
import {
  addWish,
  openWishing,
  sayInterestUnknown,
  type WishingFixture,
} from '../../../../../test/support/wishes.ts'

let fixture: WishingFixture
beforeAll(async () => {
  fixture = await openWishing()
})
afterAll(() => fixture.close())

const tieOf = (slug: string) => findTie(fixture.testApp, slug)

describe('where the one who says so may not write in the tie', () => {
  it('in a group that reviews first, the secretariat adds it where the side said', async () => {
    const publication = (value: string) =>
      fixture.coordinator.post('/fr/france-coree/contributions/publication', { publication: value })
    const talks = await agreeToTalk(fixture, fixture.icheon, { themes: ['digital'] })
    await publication('after_review')
    const { id } = await tieOf('limoges-icheon')
    expect(await readWords(fixture.icheon, talks)).toContain(
      'il l’inscrira au registre sur votre déclaration',
    )
    const fields = await fieldsOf(fixture.icheon, talks)
    expect((await fixture.icheon.post(`${talks}/partnership`, { ...fields, outcome: id })).statusCode).toBe(
      303,
    )
    expect((await tieOf('limoges-icheon')).themes).not.toContain('digital')
    const before = (await readMailbox(fixture.testApp)).filter(({ to }) => to === fixture.coordinator.address)
    expect(before.at(-1)?.text.replaceAll(/\s+/g, ' ')).toContain(
      'Le secrétariat l’ajoute à une coopération qui existe déjà : Limoges – Icheon',
    )
    expect(await readWords(fixture.coordinator, talks)).toContain(
      'Le secrétariat l’ajoute à une coopération que les deux ont déjà. Limoges – Icheon (jumelage, 2015)',
    )
    const claimed = await fieldsOf(fixture.coordinator, talks)
    expect(claimed.outcome).toBe(id)
    expect((await fixture.coordinator.post(`${talks}/partnership`, claimed)).statusCode).toBe(303)
    expect((await tieOf('limoges-icheon')).themes).toContain('digital')
    await publication('at_once')
  })

  it('somebody without an account changes no tie: the secretariat does on their word', async () => {
    const wish = await addWish(fixture.member, { 'title.fr.text': 'Par lien', themes: ['youth'] })
    const link = await sayInterestUnknown(fixture.testApp, wish)
    const list = (await fixture.coordinator.get('/fr/france-coree/partners/introductions')).body
    const [, talks = ''] =
      list.match(/href="(\/fr\/france-coree\/partners\/introductions\/[0-9a-f-]{36})"/) ?? []
    await fixture.coordinator.post(`${talks}/recognition`)
    await fixture.member.post(`${talks}/acceptance`)
    const visitor = browserOf(fixture.testApp)
    const { id } = await tieOf('limoges-icheon')
    const fields = await fieldsOf(visitor, link)
    expect((await visitor.post(`${link}/partnership`, { ...fields, outcome: id })).statusCode).toBe(303)
    expect((await tieOf('limoges-icheon')).themes).not.toContain('youth')
    expect(await readWords(fixture.coordinator, talks)).toContain('Partenariat déclaré')
    const claimed = await fieldsOf(fixture.coordinator, talks)
    await fixture.coordinator.post(`${talks}/partnership`, claimed)
    expect((await tieOf('limoges-icheon')).themes).toContain('youth')
  })
})
