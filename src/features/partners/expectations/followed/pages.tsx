import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../../platform/http/application.ts'
import { limits } from '../../../../platform/http/limits.ts'
import { pagesOf } from '../../../../platform/http/visit.ts'
import { fieldError } from '../../../../platform/input/form.ts'
import { addLinkAction } from '../../../directory/picking/index.ts'
import { addErasure, goOn } from '../../../networks/index.ts'
import { takeAnswer } from '../answering/commands.ts'
import { answerForm } from '../answering/schema.ts'
import { takeClosing, takeReopening } from '../closing/commands.ts'
import { closingForm } from '../closing/schema.ts'
import { answerConsent, consentVerbs } from '../consent/commands.ts'
import { consentForm } from '../consent/schema.ts'
import { readableRequests } from '../involvement.ts'
import { paths } from '../paths.ts'
import { forgetContact } from '../retention.commands.ts'
import { readFollowedRequest, readFollowingAsker, readFollowingMember } from './call.ts'
import { drawFollowed } from './page.tsx'

const place = '/:language/:network/expected/:token'

/** What somebody does by the link in their mail: as a member, answer; as the asker, consent, close, reopen; and have their data erased. */
export function addFollowedRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  const sending = pages.with(limits.mail)
  pages.get(place, readFollowedRequest, drawFollowed)
  addLinkAction(sending, `${place}/answers`, {
    open: readFollowingMember,
    schema: ({ own }) => answerForm(own.words),
    again: (asked, answer) => drawFollowed(asked, { answer }),
    save: async (asked, answer) => {
      const { expectation, own, address } = asked
      const wrong = await takeAnswer(asked, expectation, own, answer)
      return wrong ? [wrong] : `${address}?done=answered`
    },
  })
  addLinkAction(pages, `${place}/consent`, {
    open: readFollowingAsker,
    schema: consentForm,
    again: (asked, consent) => drawFollowed(asked, { consent }),
    save: async ({ writing, expectation, address }, { consent }) =>
      (await answerConsent(writing, expectation, consent))
        ? `${address}?done=${consentVerbs[consent]}`
        : [fieldError('', 'partners.error.consentLate')],
  })
  addLinkAction(sending, `${place}/closing`, {
    open: readFollowingAsker,
    schema: ({ requests }) => closingForm(readableRequests(requests, { isAdviser: false, askedIds: [] })),
    again: (asked, closing) => drawFollowed(asked, { closing }),
    save: async (asked, closing) => {
      const { expectation, address } = asked
      const wrong = await takeClosing(asked, expectation, closing)
      return wrong ? [wrong] : `${address}?done=closed`
    },
  })
  sending.post(`${place}/reopening`, readFollowingAsker, async (asked) => {
    const { reply, expectation, address } = asked
    const isReopened = await takeReopening(asked, expectation)
    return goOn(reply, isReopened ? `${address}?done=reopened` : address)
  })
  addErasure(pages, place, {
    open: readFollowedRequest,
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
