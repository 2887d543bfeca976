import type { Application } from '../../../../../platform/http/application.ts'
import { notFound } from '../../../../../platform/refusals/refusal.ts'
import { sayFound } from '../../../wishes/renewal/commands.ts'
import { lookUpWish } from '../../../wishes/row/queries.ts'
import type { TalksRequest } from '../../call.ts'
import { sideOf, sides } from '../../introduction.ts'
import { type Telling, tell } from '../../notices/commands.ts'
import { claimPartnership, confirmPartnership, makePartnership } from '../../partnership/commands.ts'

/**
 * Opens the cooperation for the side that says that the partnership is made; where the group reviews first, the secretariat does so
 * after the side has said it. Closes the wish where its authority says that it has found.
 */
export async function makeOrClaim(
  application: Application,
  asked: TalksRequest,
  telling: Telling,
  { status, found }: { status: 'in_talks' | 'prospective'; found?: string | undefined },
): Promise<void> {
  const { introduction, speaking, network, reader, writing } = asked
  const side = sideOf(speaking)
  const organisationId =
    side === 'wish' ? introduction.owner.id : side === 'interest' ? introduction.interested.id : null
  const others = sides.filter((each) => each !== side)
  if (network.publication === 'after_review' && !speaking.adviser) {
    await claimPartnership(writing, introduction, organisationId)
    await tell(telling, introduction, { key: 'claimed', sides: others })
  } else {
    const kind = application.records.find((each) => each.kind === 'cooperation') ?? notFound('cooperation')
    await makePartnership(writing, introduction, { network, reader, kind }, { status, organisationId })
    await tell(telling, introduction, { key: 'made', sides: others })
  }
  if (found === undefined || !(speaking.wish || speaking.adviser)) return
  const wish = await lookUpWish(writing, network.id, { id: introduction.wish.id })
  if (wish?.foundOn === null)
    await sayFound(writing, network, wish, {
      reason: reader.t('partners.wish.reason.found'),
      language: reader.interfaceLanguage,
    })
}

/** The other side confirms the cooperation. */
export async function confirmMade(asked: TalksRequest, telling: Telling): Promise<void> {
  const { introduction, speaking, reader, isByLink } = asked
  const { owner, interested, claimedBy } = introduction
  const own = [...(speaking.interest ? [interested] : []), ...(speaking.wish ? [owner] : [])]
  const speaker = own.find(({ id }) => id !== claimedBy) ?? notFound('confirmation')
  await confirmPartnership(telling.writing, introduction, {
    organisationId: speaker.id,
    language: reader.interfaceLanguage,
    saidAs: isByLink ? introduction.senderName : '',
  })
  await tell(telling, introduction, {
    key: 'confirmed',
    sides: sides.filter((each) => each !== sideOf(speaking)),
  })
}
