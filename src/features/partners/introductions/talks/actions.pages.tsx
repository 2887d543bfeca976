import type { FastifyInstance, FastifyReply } from 'fastify'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { limits } from '../../../../platform/http/limits.ts'
import { pagesOf, type Visit } from '../../../../platform/http/visit.ts'
import type { FormState } from '../../../../platform/input/form.ts'
import { addLinkAction } from '../../../directory/picking/index.ts'
import { redirectAfterPost } from '../../../networks/index.ts'
import { acceptTalks, addMessage, declineTalks, resumeTalks, withdrawInterest } from '../commands.ts'
import { type Side, sideOf, sides, type TalksAction } from '../introduction.ts'
import { notifySides } from '../mails.ts'
import { requireAction, type TalksRequest } from '../request.ts'
import { messageForm, partnershipForm, refusalForm } from '../schema.ts'
import { confirmMade, makeOrClaim } from './actions.commands.ts'

/** A page of talks: who comes to it, and how it is drawn again with what is wrong. */
export interface TalksPlace {
  place: string
  read(visit: Visit): Promise<TalksRequest>
  render(asked: TalksRequest, typed: Typed): Promise<FastifyReply>
}

/** What was sent and is wrong, by the forms of the page. */
export type Typed = Partial<Record<'message' | 'refusal' | 'partnership', FormState>>

/** What both sides and the secretariat do in talks, with an account or by a link. */
export function addActionRoutes(
  app: FastifyInstance,
  application: Application,
  { place, read, render }: TalksPlace,
): void {
  const pages = pagesOf(app, application, limits.mail)
  const openFor = (needs: TalksAction) => async (visit: Visit) => requireAction(await read(visit), needs)
  const action = (path: string, needs: TalksAction, work: (inside: TalksRequest) => Promise<void>) =>
    pages.post(`${place}/${path}`, openFor(needs), async (visit) => {
      await within(visit, work)
      return redirectAfterPost(visit.reply, visit.address)
    })

  action('acceptance', 'accept', async (inside) => {
    const { writing, introduction, speaking } = inside
    await acceptTalks(writing, introduction)
    await notifySides(inside, introduction, { key: 'accepted', sides: othersThan(sideOf(speaking)) })
  })
  action('refusal/removal', 'resume', async (inside) => {
    const { writing, introduction, speaking } = inside
    await resumeTalks(writing, introduction)
    await notifySides(inside, introduction, { key: 'resumed', sides: othersThan(sideOf(speaking)) })
  })
  action('withdrawal', 'withdraw', async (inside) => {
    const { writing, introduction } = inside
    await withdrawInterest(writing, introduction)
    const isKnown = introduction.vouchedAt !== null
    await notifySides(inside, introduction, {
      key: 'withdrawn',
      sides: isKnown ? ['wish', 'adviser'] : ['adviser'],
    })
  })
  action('confirmation', 'confirm', confirmMade)

  addLinkAction(pages, `${place}/messages`, {
    open: openFor('write'),
    schema: messageForm,
    again: (visit, message) => render(visit, { message }),
    save: async (visit, message) => {
      await within(visit, async (inside) => {
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
      return `${visit.address}#messages`
    },
  })

  addLinkAction(pages, `${place}/refusal`, {
    open: openFor('decline'),
    schema: refusalForm,
    again: (visit, refusal) => render(visit, { refusal }),
    save: async (visit, { reason, words }) => {
      const language = visit.reader.interfaceLanguage
      await within(visit, async (inside) => {
        const { writing, introduction, speaking } = inside
        await declineTalks(writing, introduction, { reason, words, language })
        await notifySides(inside, introduction, {
          key: 'declined',
          sides: introduction.vouchedAt === null ? ['interest'] : othersThan(sideOf(speaking)),
          because: reason,
          quoted: words === '' ? [] : [{ text: words, language }],
        })
      })
      return visit.address
    },
  })

  addLinkAction(pages, `${place}/partnership`, {
    open: openFor('claim'),
    schema: partnershipForm,
    again: (visit, partnership) => render(visit, { partnership }),
    save: async (visit, typed) => {
      const wrong = await within(visit, (inside) => makeOrClaim(inside, typed))
      return wrong === null ? visit.address : [wrong]
    },
  })
}

function othersThan(side: Side): Side[] {
  return sides.filter((each) => each !== side)
}

// An action and its mails are kept or lost together.
function within<T>(visit: TalksRequest, work: (inside: TalksRequest) => Promise<T>): Promise<T> {
  return inTransaction(visit.writing, (writing) => work({ ...visit, writing }))
}
