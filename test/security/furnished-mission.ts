import { fieldsOf } from '../support/form-fields.ts'
import { type FurnishedNetwork, group } from './furnished-network.ts'

export interface FurnishedMission {
  slug: string
  /** The offer of seats, and the request of a member for one of them. */
  seats: string
  request: string
}

/** A mission of the demonstration that offers seats, with a request of a member for one. */
export async function furnishMission({
  coordinator,
  member,
}: Pick<FurnishedNetwork, 'coordinator' | 'member'>): Promise<FurnishedMission> {
  const slug = 'paris-maire-coree-2017'
  const mission = `${group}/agenda/${slug}`
  const form = `${mission}/edit/seats/new`
  const offer = { count: '2', until: '2017-12-31', reason: 'Courriel' }
  await coordinator.post(form, { ...(await fieldsOf(coordinator, form)), ...offer })
  const [, seats = ''] = /\/seats\/([0-9a-f-]{36})/.exec((await member.get(mission)).body) ?? []
  const asking = `${mission}/seats/${seats}`
  const asked = await member.post(asking, { ...(await fieldsOf(member, asking)), count: '1', words: '' })
  return { slug, seats, request: String(asked.headers.location).split('/').at(-1) ?? '' }
}
