import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type EditedRecord, openEditedRecord } from '../../../../test/support/edited-record.ts'
import { readFields } from '../../../../test/support/form-fields.ts'
import { lastMailTo } from '../../../../test/support/mailbox.ts'
import { openProgram } from '../../../../test/support/program.ts'
import { browserOf, type SignedIn, signIn } from '../../../../test/support/sign-in.ts'

const pages = '/fr/france-coree'
const form = `${pages}/cooperations/new`
const api = '/api/v1/networks/france-coree/cooperations'
let record: EditedRecord

beforeAll(async () => {
  record = await openEditedRecord('cooperations/limoges-icheon')
})
afterAll(() => record.close())

async function speaker(role: 'member' | 'contributor', ...slugs: string[]): Promise<SignedIn> {
  const organisationIds = await Promise.all(slugs.map(record.organisationId))
  return signIn(record.testApp, { role, networkId: record.networkId, organisationIds })
}

/** Adds a tie between two by its form; returns where that leads. */
async function add(browser: SignedIn, [first, second]: [string, string], typed: Record<string, string> = {}) {
  const fields = readFields((await browser.get(form)).body)
  const names = { 'parties.0.name': first, 'parties.1.name': second }
  const answer = await browser.post(form, { ...fields, reason: 'Lettre du maire', ...names, ...typed })
  expect(answer.statusCode).toBe(303)
  return String(answer.headers.location).replace('?done=added', '')
}

const slugOf = (address: string) => address.split('/').at(-1) ?? ''

async function claimOf(slug: string) {
  const { confirmation, claimed_by } = (await record.testApp.get(`${api}/${slug}`)).json()
  return [confirmation, claimed_by]
}

async function confirm(slug: string, by: SignedIn) {
  const answer = await by.post(`${pages}/cooperations/${slug}/confirmation`, { stance: 'confirmed' })
  expect(answer.statusCode).toBe(303)
  return (await claimOf(slug))[0]
}

describe('a tie that a member adds', () => {
  it('is claimed by the party they speak for, everywhere it is shown, and confirmed by the other one', async () => {
    const slug = slugOf(await add(record.member, ['Limoges', 'Muju']))
    expect(await claimOf(slug)).toEqual(['claimed', 'limoges'])
    expect((await record.testApp.get(`${pages}/cooperations/${slug}/confirmation`)).body).toMatch(
      /Déclarée par\s: Limoges/,
    )
    const marks = async (state: string) => {
      const read = async (address: string) => (await record.testApp.get(address)).body
      const csv = (await read(`${api}.csv?scope=all&confirmation=${state}`)).split('\n')
      return [
        ...(await Promise.all(
          ['limoges', 'muju'].map(async (each) => {
            const page = await read(`${pages}/organisations/${each}`)
            const entry = page.slice(page.indexOf(`/cooperations/${slug}"`)).split('</li>')[0] ?? ''
            return entry.includes(`confirmation-${state}`)
          }),
        )),
        (await read(`${pages}/cooperations?confirmation=${state}`)).includes(`/cooperations/${slug}"`),
        csv.find((line) => line.startsWith(`${slug},`))?.includes(`,${state},`),
      ]
    }
    expect(await marks('claimed')).toEqual([true, true, true, true])
    expect(await confirm(slug, record.member)).toBe('claimed')
    expect(await confirm(slug, await speaker('member', 'muju'))).toBe('confirmed')
    expect(await marks('confirmed')).toEqual([true, true, true, true])
    expect(await marks('claimed')).toEqual([false, false, false, undefined])
  })

  it('through the API and from the second country, is confirmed by the first', async () => {
    const icheon = await openProgram(record.testApp, {
      networkId: record.networkId,
      role: 'member',
      organisationIds: [await record.organisationId('icheon')],
    })
    const parties = [{ slug: 'nantes-metropole' }, { slug: 'icheon' }]
    const answer = await icheon.send('POST', '/networks/france-coree/cooperations', {
      document: { parties },
      reason: '협정서',
    })
    expect(answer.statusCode).toBe(201)
    const { slug } = answer.json()
    expect(await claimOf(slug)).toEqual(['claimed', 'icheon'])
    const page = await icheon.owner.get(`${pages}/cooperations/${slug}/confirmation`)
    // The other side is the one to ask, unless the person chooses otherwise.
    expect(readFields(page.body).organisation).toBe(await record.organisationId('nantes-metropole'))
    expect(await confirm(slug, icheon.owner)).toBe('claimed')
    expect(await confirm(slug, record.other)).toBe('confirmed')
  })

  it('for another authority of theirs is claimed by the one that is a party', async () => {
    const both = await speaker('member', 'limoges', 'rouen')
    const slug = slugOf(
      await add(both, ['Rouen', 'Icheon'], { organisation: await record.organisationId('rouen') }),
    )
    expect(await claimOf(slug)).toEqual(['claimed', 'rouen'])
  })
})

describe('a tie that somebody suggests', () => {
  async function accept(address: string) {
    const fields = readFields((await record.coordinator.get(address)).body)
    const answer = await record.coordinator.post(`${address}/decision`, { ...fields, decision: 'accepted' })
    expect(answer.statusCode).toBe(303)
    const { items } = (await record.testApp.get(`${api}?scope=all&limit=100`)).json()
    return items.map(({ slug }: { slug: string }) => slug)
  }

  it('is claimed by their authority once a coordinator accepts it', async () => {
    // Both are theirs, so that the one that is no party could be taken too.
    const contributor = await speaker('contributor', 'limoges', 'rouen')
    expect(await accept(await add(contributor, ['Rouen', 'Suncheon']))).toContain('rouen-suncheon')
    expect(await claimOf('rouen-suncheon')).toEqual(['claimed', 'rouen'])
    const other = await speaker('contributor', 'rouen', 'limoges')
    expect(await accept(await add(other, ['Limoges', 'Suncheon']))).toContain('limoges-suncheon')
    expect(await claimOf('limoges-suncheon')).toEqual(['claimed', 'limoges'])
  })

  it('between others is claimed by none of them', async () => {
    expect(await accept(await add(record.other, ['Rouen', 'Muju']))).toContain('rouen-muju')
    expect(await claimOf('rouen-muju')).toEqual(['claimed', null])
  })
})

describe('a tie that a coordinator adds', () => {
  it('is claimed by the group: each side is asked, and it takes both of them', async () => {
    const slug = slugOf(await add(record.coordinator, ['Marseille', 'Suncheon']))
    expect(await claimOf(slug)).toEqual(['claimed', null])
    const place = `${pages}/cooperations/${slug}/confirmation`
    expect((await record.testApp.get(place)).body).toMatch(/Déclarée par\s: Groupe-pays République de Corée/)
    for (const [party, expected] of [
      ['suncheon', 'claimed'],
      ['marseille', 'confirmed'],
    ] as const) {
      const asked = await record.coordinator.post(`${place}/requests`, {
        organisation: await record.organisationId(party),
        address: `${party}@ville.example`,
        language: 'fr',
      })
      expect(asked.statusCode).toBe(303)
      const link = (await lastMailTo(record.testApp, `${party}@ville.example`))?.links[0] ?? ''
      const answer = await browserOf(record.testApp).post(new URL(link).pathname, { stance: 'confirmed' })
      expect(answer.statusCode).toBe(303)
      expect((await claimOf(slug))[0], party).toBe(expected)
    }
  })
})

it('a tie that was loaded says from which country its source is', async () => {
  const page = await record.testApp.get(`${pages}/cooperations/limoges-icheon/confirmation`)
  expect(page.body).toMatch(/Source de la déclaration\s: France/)
  expect(await claimOf('limoges-icheon')).toEqual(['claimed', null])
})
