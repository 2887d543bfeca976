import { organisationsOf } from '../../../../platform/context/actor.ts'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import { takeTurn } from '../../../../platform/database/turns.ts'
import type { PlainMessageKey } from '../../../../platform/i18n/translate.ts'
import { type FieldError, fieldError } from '../../../../platform/input/form.ts'
import { type Holding, holdFor } from '../../../../platform/input/likely-spam.ts'
import type { OrganisationRecord } from '../../../directory/index.ts'
import type { NetworkRequest } from '../../../networks/index.ts'
import { mayAdvise } from '../../policy.ts'
import type { Wish } from '../../wishes/queries.ts'
import { addIntroduction } from '../commands.ts'
import { askToConfirm, notifySides } from '../mails.ts'
import { lookUpIntroduction } from '../queries.ts'
import type { TypedInterest } from '../schema.ts'
import { countSentLately, lookUpGoingOn } from './queries.ts'

export interface InterestRequest extends NetworkRequest {
  wish: Wish
}

export type Sent = { outcome: 'begun'; id: string } | { outcome: 'asked'; address: string }

// The most that a person without an account may send in a day, and all of them to a network.
const mostFromAddress = 10
const mostInNetwork = 100

/** The authorities for which the requester may say that they are interested; no account speaks for the others. */
export function speakersOf({ writing, network }: InterestRequest) {
  const organisationIds = organisationsOf(writing.actor, network.id, ['member'])
  const isAdviser = mayAdvise(writing.actor, network.id)
  return { organisationIds, isAdviser, hasAccount: isAdviser || organisationIds.length > 0 }
}

/** Handles a sent form: talks begin, or a mail asks whether the address is theirs; neither where something is wrong. */
export async function sendInterest(
  visit: InterestRequest,
  authority: OrganisationRecord,
  typed: TypedInterest,
): Promise<Sent | FieldError[]> {
  const { application, writing } = visit
  const wrong = await lookUpObstacle(visit, authority)
  if (wrong) return [fieldError('authority.name', wrong)]
  const { text, language } = typed
  const expressed = { organisationId: authority.id, text, language }
  if (!('sender' in typed)) return begin(visit, expressed)
  const { address, sender: name, website, begun } = typed
  return inTransaction(writing, async (inside) => {
    await takeTurn(inside, `interests ${visit.network.id}`)
    const lately = await countSentLately(inside, visit.network.id, { text, address })
    if (lately.fromAddress >= mostFromAddress)
      return [fieldError('address', 'partners.introduction.error.tooMany')]
    const heldFor = holdFor(
      {
        texts: [text, name],
        trap: website,
        begun,
        repeated: lately.repeated,
        isCrowd: lately.all >= mostInNetwork,
      },
      application.secret,
      application.clock.now().epochMilliseconds,
    )
    return ask({ ...visit, writing: inside }, expressed, { name, address, heldFor })
  })
}

/** Why an authority cannot say that it is interested; null where it can. */
async function lookUpObstacle(
  visit: InterestRequest,
  { id, validUntil }: OrganisationRecord,
): Promise<PlainMessageKey | null> {
  const { writing, network, wish } = visit
  const { organisationIds, isAdviser, hasAccount } = speakersOf(visit)
  if (id === wish.organisation.id) return 'partners.introduction.error.own'
  if (validUntil !== null && validUntil <= writing.today) return 'partners.wish.error.abolished'
  if (hasAccount && !isAdviser && !organisationIds.includes(id)) return 'partners.introduction.error.notYours'
  const isGoingOn = await lookUpGoingOn(writing, network.id, { wishId: wish.id, organisationId: id })
  return isGoingOn ? 'partners.introduction.error.goingOn' : null
}

interface Expressed {
  organisationId: string
  text: string
  language: string
}

function begin(visit: InterestRequest, expressed: Expressed): Promise<Sent> {
  const { network, wish } = visit
  return inTransaction(visit.writing, async (writing) => {
    const { text, language } = expressed
    const id = await addIntroduction(writing, {
      networkId: network.id,
      wishId: wish.id,
      ...expressed,
      sender: null,
    })
    const introduction = await lookUpIntroduction(writing, network.id, id)
    if (introduction)
      await notifySides({ ...visit, writing }, introduction, {
        key: 'expressed',
        sides: ['wish', 'adviser', 'interest'],
        quoted: [{ text, language }],
      })
    return { outcome: 'begun', id }
  })
}

async function ask(
  visit: InterestRequest,
  expressed: Expressed,
  { name, address, heldFor }: { name: string; address: string; heldFor: Holding | null },
): Promise<Sent> {
  const { writing, network, wish, reader } = visit
  const id = await addIntroduction(writing, {
    networkId: network.id,
    wishId: wish.id,
    ...expressed,
    sender: { name, address, language: reader.interfaceLanguage, heldFor },
  })
  const introduction = await lookUpIntroduction(writing, network.id, id)
  if (introduction) await askToConfirm(visit, introduction, address)
  return { outcome: 'asked', address }
}
