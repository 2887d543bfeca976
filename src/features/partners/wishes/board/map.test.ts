import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fieldsOf } from '../../../../../test/support/form-fields.ts'
import { pageWords } from '../../../../../test/support/page-words.ts'
import { addWish, board, openWishing, type WishingFixture } from '../../../../../test/support/wishes.ts'

let fixture: WishingFixture
beforeAll(async () => {
  fixture = await openWishing()
})
afterAll(() => fixture.close())

const home = '/fr/france-coree'
const page = async (address: string) => (await fixture.testApp.get(address)).body

/** Who is marked as looking for a partner on the first page and on the map, in order, and where each mark leads. */
async function marks(day = '2017-07-08'): Promise<[string, string][]> {
  const [first, alone] = [await page(`${home}?now=${day}`), await page(`${home}/map?now=${day}`)]
  const read = (html: string) => {
    const found = [...html.matchAll(/<li data-tie="seeking-([^"]+)"><a [^>]*href="([^"]+)"/g)]
    return found.map(([, slug = '', href = '']): [string, string] => [
      slug,
      href.replace(/[?&](amp;)?now=[^&]*$/, '').replaceAll('&amp;', '&'),
    ])
  }
  expect(read(alone)).toEqual(read(first))
  // What the list says is drawn too, for wide screens and once more for narrow ones.
  for (const [slug] of read(first)) expect(first.split(`data-tie="seeking-${slug}"`).length - 1).toBe(2)
  return read(first)
}
const counted = async (day = '2017-07-08') =>
  Number(
    /figure-value">(\d+)<\/span> <span class="figure-label">collectivités? cherche/.exec(
      await page(`${home}?now=${day}`),
    )?.[1],
  )
const slugs = async (day?: string) => (await marks(day)).map(([slug]) => slug)

describe('the map of a network', () => {
  it('marks those who look for a partner by their own word before those of whom sources say so, and counts both', async () => {
    const said = await marks()
    expect(said.length).toBeGreaterThan(3)
    expect(await counted()).toBe(said.length)
    const wish = await addWish(fixture.member)
    expect(await marks()).toEqual([['limoges', wish], ...said])
    expect(await counted()).toBe(said.length + 1)
    const html = await page(home)
    expect(html).toMatch(/aria-label="Limoges[^"]*, cherche un partenaire"/)
    const legend = /<ul class="status-legend"[\s\S]*?<\/ul>/.exec(html)?.[0] ?? ''
    expect(pageWords(legend)).toContain('cherche un partenaire')
  })

  it('has one mark for an authority with several wishes, which leads to its part of the board', async () => {
    const before = await marks()
    await addWish(fixture.member, { 'title.fr.text': 'Des orchestres de jeunes' })
    expect(await marks()).toEqual([
      ['limoges', `${board}?kind=search&organisation=limoges`],
      ...before.filter(([slug]) => slug !== 'limoges'),
    ])
    expect(await counted()).toBe(before.length)
  })

  it('puts a wish in the place of what a source says of its authority, whether it names the source or not', async () => {
    const before = await slugs()
    const html = (await fixture.coordinator.get(board)).body
    const [, address = ''] = html.match(/href="([^"]*\/partners\/said\/[^"]*)"(?=[\s\S]{0,200}?Tours)/) ?? []
    await fixture.coordinator.post(address)
    const fields = await fieldsOf(fixture.coordinator, `${board}/new`)
    const answer = await fixture.coordinator.post(`${board}/new`, {
      ...fields,
      'title.fr.text': 'Tours cherche une ville coréenne',
      reason: 'Demande de la ville',
    })
    const own = await addWish(fixture.coordinator, {
      'authority.name': 'Taean',
      'title.fr.text': 'Taean cherche un port',
    })
    const after = await marks()
    expect(after.slice(0, 3).map(([slug]) => slug)).toEqual(expect.arrayContaining(['tours', 'taean']))
    expect(`${new Map(after).get('tours')}?done=published`).toBe(answer.headers.location)
    expect(new Map(after).get('taean')).toBe(own)
    expect(after.map(([slug]) => slug).toSorted()).toEqual(before.toSorted())
    expect(await counted()).toBe(before.length)
    // A year on, what Tours said itself is over, and what was said of it does not come back; of Taean a source has more to say.
    const later = await slugs('2018-07-09')
    expect(later).not.toContain('tours')
    expect(later).toContain('taean')
    expect(await counted('2018-07-09')).toBe(later.length)
  })

  it('shows nobody what the network reads among itself, and no offers', async () => {
    const before = await marks()
    const nantes = await addWish(fixture.other, {
      'title.fr.text': 'Entre nous',
      visibility: 'network',
    })
    await addWish(fixture.icheon, { kind: 'offer', 'title.fr.text': 'Un atelier de potier' })
    expect(await marks()).toEqual(before)
    for (const address of [home, `${home}/map`]) {
      const figure = /<figure class="map[\s\S]*?<\/figure>/.exec(
        (await fixture.member.get(address)).body,
      )?.[0]
      expect(figure?.includes('seeking-limoges')).toBe(true)
      expect(figure?.includes(`href="${nantes}"`)).toBe(false)
    }
    expect((await fixture.member.get(board)).body).toContain(nantes)
  })

  it('takes no more statements for more of them', async () => {
    const count = async (address: string) => {
      await fixture.testApp.get(address, { cookie: 'a=b' })
      return fixture.testApp.countQueries(() => fixture.testApp.get(address, { cookie: 'a=b' }))
    }
    const before = [await count(home), await count(`${home}/map`)]
    await addWish(fixture.icheon, { 'title.fr.text': 'Premier' })
    await addWish(fixture.other, { 'title.fr.text': 'Deuxième' })
    expect([await count(home), await count(`${home}/map`)]).toEqual(before)
  })
})
