import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Context } from '../../../../../platform/context/context.ts'
import { inTransaction } from '../../../../../platform/database/transaction.ts'
import type { Application } from '../../../../../platform/http/application.ts'
import { pagesOf, type Visit, withStatus } from '../../../../../platform/http/visit.ts'
import { readForm } from '../../../../../platform/input/form.ts'
import type { Shown } from '../../../../../platform/records/record-part.ts'
import { goOn } from '../../../../networks/index.ts'
import { allowed, type TalksRequest } from '../../call.ts'
import { acceptTalks, addMessage, declineTalks, resumeTalks, withdrawInterest } from '../../commands.ts'
import { type Deed, type Side, sideOf, sides } from '../../introduction.ts'
import { type Telling, tell } from '../../notices/commands.ts'
import { messageForm, partnershipForm, refusalForm } from '../../schema.ts'
import { confirmMade, makeOrClaim } from './commands.ts'

/** A page of talks: who comes to it, and how it is drawn again with what is wrong. */
export interface TalksPlace {
  place: string
  read(visit: Visit): Promise<TalksRequest>
  draw(asked: TalksRequest, typed: Typed): Promise<FastifyReply>
}

export interface Typed extends Shown {
  /** Which of the forms of the page was sent. */
  form: 'message' | 'refusal' | 'partnership'
}

// Each of these writes to people.
const seldom = { rateLimit: { max: 60, timeWindow: '1 hour' } }

/** What both sides and the secretariat do in talks: the same with an account and by a link. */
export function addDeedRoutes(
  app: FastifyInstance,
  application: Application,
  { place, read, draw }: TalksPlace,
): void {
  const pages = pagesOf(app, application, { config: seldom })
  const deed = (path: string, needs: Deed, work: (asked: TalksRequest, telling: Telling) => Promise<void>) =>
    pages.post(`${place}/${path}`, read, async (opened) => {
      const { reply } = opened
      const asked = allowed(opened, needs)
      await within(application, asked, work)
      return goOn(reply, asked.address)
    })

  deed('acceptance', 'accept', async ({ introduction, speaking }, telling) => {
    await acceptTalks(telling.writing, introduction)
    await tell(telling, introduction, { key: 'accepted', sides: othersThan(sideOf(speaking)) })
  })
  deed('refusal/removal', 'resume', async ({ introduction, speaking }, telling) => {
    await resumeTalks(telling.writing, introduction)
    await tell(telling, introduction, { key: 'resumed', sides: othersThan(sideOf(speaking)) })
  })
  deed('withdrawal', 'withdraw', async ({ introduction }, telling) => {
    await withdrawInterest(telling.writing, introduction)
    const isKnown = introduction.vouchedAt !== null
    await tell(telling, introduction, {
      key: 'withdrawn',
      sides: isKnown ? ['wish', 'adviser'] : ['adviser'],
    })
  })
  deed('confirmation', 'confirm', (asked, telling) => confirmMade(asked, telling))

  pages.post(`${place}/messages`, read, async (opened) => {
    const { request, reply } = opened
    const asked = allowed(opened, 'write')
    const form = readForm(messageForm, request.body)
    if (!form.valid) return draw(withStatus(asked, 422), { ...form, form: 'message' })
    await within(application, asked, async ({ introduction, speaking }, telling) => {
      const side = sideOf(speaking)
      await addMessage(telling.writing, introduction, side, form.data)
      const listening: readonly Side[] =
        introduction.vouchedAt === null ? ['interest', 'adviser'] : othersThan(side)
      await tell(telling, introduction, {
        key: 'message',
        sides: listening.filter((each) => each !== side),
        quoted: [form.data],
      })
    })
    return goOn(reply, `${asked.address}#messages`)
  })
  pages.post(`${place}/refusal`, read, async (opened) => {
    const { request, reply } = opened
    const asked = allowed(opened, 'decline')
    const form = readForm(refusalForm, request.body)
    if (!form.valid) return draw(withStatus(asked, 422), { ...form, form: 'refusal' })
    const { reason, words } = form.data
    const language = asked.reader.interfaceLanguage
    await within(application, asked, async ({ introduction, speaking }, telling) => {
      await declineTalks(telling.writing, introduction, { reason, words, language })
      await tell(telling, introduction, {
        key: 'declined',
        sides: introduction.vouchedAt === null ? ['interest'] : othersThan(sideOf(speaking)),
        because: reason,
        quoted: words === '' ? [] : [{ text: words, language }],
      })
    })
    return goOn(reply, asked.address)
  })
  pages.post(`${place}/partnership`, read, async (opened) => {
    const { request, reply } = opened
    const asked = allowed(opened, 'claim')
    const form = readForm(partnershipForm, request.body)
    if (!form.valid) return draw(withStatus(asked, 422), { ...form, form: 'partnership' })
    const wrong = await within(application, asked, (inside, telling) =>
      makeOrClaim(application, inside, telling, form.data),
    )
    if (wrong === null) return goOn(reply, asked.address)
    const { values } = form
    return draw(withStatus(asked, 422), { values, errors: [wrong], form: 'partnership' })
  })
}

function othersThan(side: Side): Side[] {
  return sides.filter((each) => each !== side)
}

// What is done and the mails that tell of it are kept or lost together.
function within<T>(
  application: Application,
  asked: TalksRequest,
  work: (asked: TalksRequest, telling: Telling) => Promise<T>,
): Promise<T> {
  return inTransaction(asked.writing, (writing: Context) =>
    work({ ...asked, writing }, { application, writing, network: asked.network }),
  )
}
