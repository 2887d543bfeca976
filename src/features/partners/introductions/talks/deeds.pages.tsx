import type { FastifyInstance, FastifyReply } from 'fastify'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { limits } from '../../../../platform/http/limits.ts'
import { pagesOf, type Visit } from '../../../../platform/http/visit.ts'
import type { FormState } from '../../../../platform/input/form.ts'
import { addLinkAction } from '../../../directory/picking/index.ts'
import { goOn } from '../../../networks/index.ts'
import { allowed, type TalksRequest } from '../call.ts'
import { acceptTalks, addMessage, declineTalks, resumeTalks, withdrawInterest } from '../commands.ts'
import { type Deed, type Side, sideOf, sides } from '../introduction.ts'
import { notifySides } from '../mails.ts'
import { messageForm, partnershipForm, refusalForm } from '../schema.ts'
import { confirmMade, makeOrClaim } from './deeds.commands.ts'

/** A page of talks: who comes to it, and how it is drawn again with what is wrong. */
export interface TalksPlace {
  place: string
  read(visit: Visit): Promise<TalksRequest>
  draw(asked: TalksRequest, typed: Typed): Promise<FastifyReply>
}

/** What was sent and is wrong, by the forms of the page. */
export type Typed = Partial<Record<'message' | 'refusal' | 'partnership', FormState>>

/** What both sides and the secretariat do in talks: the same with an account and by a link. */
export function addDeedRoutes(
  app: FastifyInstance,
  application: Application,
  { place, read, draw }: TalksPlace,
): void {
  const pages = pagesOf(app, application, limits.mail)
  const openFor = (needs: Deed) => async (visit: Visit) => allowed(await read(visit), needs)
  const deed = (path: string, needs: Deed, work: (inside: TalksRequest) => Promise<void>) =>
    pages.post(`${place}/${path}`, openFor(needs), async (asked) => {
      await within(asked, work)
      return goOn(asked.reply, asked.address)
    })

  deed('acceptance', 'accept', async (inside) => {
    const { writing, introduction, speaking } = inside
    await acceptTalks(writing, introduction)
    await notifySides(inside, introduction, { key: 'accepted', sides: othersThan(sideOf(speaking)) })
  })
  deed('refusal/removal', 'resume', async (inside) => {
    const { writing, introduction, speaking } = inside
    await resumeTalks(writing, introduction)
    await notifySides(inside, introduction, { key: 'resumed', sides: othersThan(sideOf(speaking)) })
  })
  deed('withdrawal', 'withdraw', async (inside) => {
    const { writing, introduction } = inside
    await withdrawInterest(writing, introduction)
    const isKnown = introduction.vouchedAt !== null
    await notifySides(inside, introduction, {
      key: 'withdrawn',
      sides: isKnown ? ['wish', 'adviser'] : ['adviser'],
    })
  })
  deed('confirmation', 'confirm', confirmMade)

  addLinkAction(pages, `${place}/messages`, {
    open: openFor('write'),
    schema: messageForm,
    again: (asked, message) => draw(asked, { message }),
    save: async (asked, message) => {
      await within(asked, async (inside) => {
        const { writing, introduction, speaking } = inside
        const side = sideOf(speaking)
        await addMessage(writing, introduction, side, message)
        const listening: readonly Side[] =
          introduction.vouchedAt === null ? ['interest', 'adviser'] : othersThan(side)
        await notifySides(inside, introduction, {
          key: 'message',
          sides: listening.filter((each) => each !== side),
          quoted: [message],
        })
      })
      return `${asked.address}#messages`
    },
  })

  addLinkAction(pages, `${place}/refusal`, {
    open: openFor('decline'),
    schema: refusalForm,
    again: (asked, refusal) => draw(asked, { refusal }),
    save: async (asked, { reason, words }) => {
      const language = asked.reader.interfaceLanguage
      await within(asked, async (inside) => {
        const { writing, introduction, speaking } = inside
        await declineTalks(writing, introduction, { reason, words, language })
        await notifySides(inside, introduction, {
          key: 'declined',
          sides: introduction.vouchedAt === null ? ['interest'] : othersThan(sideOf(speaking)),
          because: reason,
          quoted: words === '' ? [] : [{ text: words, language }],
        })
      })
      return asked.address
    },
  })

  addLinkAction(pages, `${place}/partnership`, {
    open: openFor('claim'),
    schema: partnershipForm,
    again: (asked, partnership) => draw(asked, { partnership }),
    save: async (asked, typed) => {
      const wrong = await within(asked, (inside) => makeOrClaim(inside, typed))
      return wrong === null ? asked.address : [wrong]
    },
  })
}

function othersThan(side: Side): Side[] {
  return sides.filter((each) => each !== side)
}

// What is done and the mails that tell of it are kept or lost together.
function within<T>(asked: TalksRequest, work: (inside: TalksRequest) => Promise<T>): Promise<T> {
  return inTransaction(asked.writing, (writing) => work({ ...asked, writing }))
}
