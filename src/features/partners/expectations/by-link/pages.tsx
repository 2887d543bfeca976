import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../../platform/http/application.ts'
import { limits } from '../../../../platform/http/limits.ts'
import { pagesOf } from '../../../../platform/http/visit.ts'
import { fieldError } from '../../../../platform/input/form.ts'
import { addLinkAction } from '../../../directory/picking/index.ts'
import { addErasure, redirectAfterPost } from '../../../networks/index.ts'
import { takeAnswer } from '../answering/commands.ts'
import { answerForm } from '../answering/schema.ts'
import { takeClosing, takeReopening } from '../closing/commands.ts'
import { closingForm } from '../closing/schema.ts'
import { answerConsent, consentVerbs } from '../consent/commands.ts'
import { consentForm } from '../consent/schema.ts'
import { readableRequests } from '../involvement.ts'
import { paths } from '../paths.ts'
import { forgetContact } from '../retention.commands.ts'
import { renderFollowed } from './frame.tsx'
import { loadFollowedRequest, readFollowingAsker, readFollowingMember } from './request.ts'

const place = '/:language/:network/expected/:token'

/** What a recipient does by the link in their mail: a member answers; the asker consents, closes, reopens; both may erase their data. */
export function addFollowedRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  const sending = pages.with(limits.mail)
  pages.get(place, loadFollowedRequest, renderFollowed)
  addLinkAction(sending, `${place}/answers`, {
    open: readFollowingMember,
    schema: ({ own }) => answerForm(own.words),
    again: (visit, answer) => renderFollowed(visit, { answer }),
    save: async (visit, answer) => {
      const { expectation, own, address } = visit
      const wrong = await takeAnswer(visit, expectation, own, answer)
      return wrong ? [wrong] : `${address}?done=answered`
    },
  })
  addLinkAction(pages, `${place}/consent`, {
    open: readFollowingAsker,
    schema: consentForm,
    again: (visit, consent) => renderFollowed(visit, { consent }),
    save: async ({ writing, expectation, address }, { consent }) =>
      (await answerConsent(writing, expectation, consent))
        ? `${address}?done=${consentVerbs[consent]}`
        : [fieldError('', 'partners.error.consentLate')],
  })
  addLinkAction(sending, `${place}/closing`, {
    open: readFollowingAsker,
    schema: ({ requests }) => closingForm(readableRequests(requests, { isAdviser: false, askedIds: [] })),
    again: (visit, closing) => renderFollowed(visit, { closing }),
    save: async (visit, closing) => {
      const { expectation, address } = visit
      const wrong = await takeClosing(visit, expectation, closing)
      return wrong ? [wrong] : `${address}?done=closed`
    },
  })
  sending.post(`${place}/reopening`, readFollowingAsker, async (visit) => {
    const { reply, expectation, address } = visit
    const isReopened = await takeReopening(visit, expectation)
    return redirectAfterPost(reply, isReopened ? `${address}?done=reopened` : address)
  })
  addErasure(pages, place, {
    open: loadFollowedRequest,
    goes: 'partners.contact.erasure.goes',
    stays: 'partners.contact.erasure.stays',
    erase: ({ writing, expectation, own }) => forgetContact(writing, expectation, own),
    erased: ({ reader, network }) => ({
      title: reader.t('partners.contact.data'),
      description: reader.t('partners.expectations.lead'),
      text: reader.t('partners.contact.erased'),
      next: { href: paths.list(reader, network.slug), label: reader.t('partners.expectations.title') },
    }),
  })
}
