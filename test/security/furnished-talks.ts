import { expect } from 'vitest'
import { signRenewal } from '../../src/features/partners/wishes/renewal/renewal-link.ts'
import { browserOf } from '../support/sign-in.ts'
import { addWish, sayInterestUnknown, sendInterestUnknown, talksLink } from '../support/wishes.ts'
import type { FurnishedNetwork } from './furnished-network.ts'

/** A wish of the member’s authority, and talks about it that a visitor without an account began; another one waits to be confirmed. */
export interface FurnishedTalks {
  slug: string
  wishId: string
  /** Of the talks, of their message, and of a source’s statement on an authority. */
  id: string
  message: string
  interest: string
  secrets: Record<'talks' | 'talksToConfirm' | 'wishRenewal', string>
}

export async function furnishTalks({
  testApp,
  member,
  coordinator,
}: Pick<FurnishedNetwork, 'testApp' | 'member' | 'coordinator'>): Promise<FurnishedTalks> {
  const { database } = testApp.context
  const page = await addWish(member, { horizon: '', 'title.fr.text': 'Une ville de potiers' })
  const slug = page.split('/').at(-1) ?? ''
  const wish = await database
    .selectFrom('partners_wish')
    .select(['wish_id as id', 'expires_on as expiresOn'])
    .where('slug', '=', slug)
    .executeTakeFirstOrThrow()
  const talks = await sayInterestUnknown(testApp, page, { address: 'potiers@icheon.example' })
  const { id, message } = await database
    .selectFrom('partners_introduction as i')
    .innerJoin('partners_introduction_message as m', 'm.introduction_id', 'i.introduction_id')
    .select(['i.introduction_id as id', 'm.message_id as message'])
    .where('i.wish_id', '=', wish.id)
    .executeTakeFirstOrThrow()
  await coordinator.post(`/fr/france-coree/partners/introductions/${id}/recognition`)
  await sendInterestUnknown(testApp, page, {
    address: 'attente@busan.example',
    'authority.name': '부산광역시',
  })
  const interest = await database
    .selectFrom('registry_interest')
    .select('interest_id as id')
    .orderBy('position')
    .limit(1)
    .executeTakeFirstOrThrow()
  const token = signRenewal(testApp.application.secret, wish, member.personId)
  const wishRenewal = `/fr/france-coree/partners/renewals/${wish.id}/${token}`
  expect((await browserOf(testApp).get(wishRenewal)).statusCode).toBe(200)
  return {
    slug,
    wishId: wish.id,
    id,
    message,
    interest: interest.id,
    secrets: { talks, talksToConfirm: await talksLink(testApp, 'attente@busan.example'), wishRenewal },
  }
}
