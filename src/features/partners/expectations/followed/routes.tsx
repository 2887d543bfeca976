import type { FastifyInstance } from 'fastify'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { pagesOf } from '../../../../platform/http/visit.ts'
import { fieldError, readForm, readValues } from '../../../../platform/input/form.ts'
import { isSure } from '../../../../platform/personal-data/sure.ts'
import { notFound } from '../../../../platform/refusals/refusal.ts'
import { drawErasureQuestion, drawSecretPage, goOn } from '../../../networks/index.ts'
import { takeAnswer } from '../answering/taking/commands.ts'
import { takeClosing, takeReopening } from '../closing/taking/commands.ts'
import { answerConsent, consentVerbs } from '../consent/commands.ts'
import { consentForm } from '../consent/schema.ts'
import { readableRequests } from '../involvement.ts'
import { forgetContact } from '../retention/commands.ts'
import { readFollowedRequest, readFollowingAsker } from './call.ts'
import { drawFollowed } from './page.tsx'
import { ErasedPage } from './views/contact-data.tsx'

const place = '/:language/:network/expected/:token'

/** What somebody does by the link in their mail: as a member, answer; as the asker, consent, close, reopen; and have their data erased. */
export function addFollowedRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  pages.get(place, readFollowedRequest, drawFollowed)
  pages.post(`${place}/answers`, readFollowedRequest, async (asked) => {
    const { request, reply, writing, network, expectation, address } = asked
    const own = asked.own ?? notFound('answers')
    const values = readValues(request.body)
    const wrong = await takeAnswer({ application, writing, network }, expectation, own, values)
    if (wrong) return drawFollowed(asked, { ...wrong, form: 'answer' })
    return goOn(reply, `${address}?done=answered`)
  })
  pages.post(`${place}/consent`, readFollowingAsker, async (asked) => {
    const { request, reply } = asked
    const form = readForm(consentForm, readValues(request.body))
    if (!form.valid) return drawFollowed(asked, { ...form, form: 'consent' })
    const { consent } = form.data
    if (await answerConsent(asked.writing, asked.expectation, consent))
      return goOn(reply, `${asked.address}?done=${consentVerbs[consent]}`)
    const errors = [fieldError('', 'partners.error.consentLate')]
    return drawFollowed(asked, { values: form.values, errors, form: 'consent' })
  })
  pages.post(`${place}/closing`, readFollowingAsker, async (asked) => {
    const { request, reply, writing, network, expectation, address } = asked
    const readable = readableRequests(asked.requests, { isAdviser: false, askedIds: [] })
    const values = readValues(request.body)
    const wrong = await takeClosing({ application, writing, network }, expectation, readable, values)
    if (wrong) return drawFollowed(asked, { ...wrong, form: 'closing' })
    return goOn(reply, `${address}?done=closed`)
  })
  pages.post(
    `${place}/reopening`,
    readFollowingAsker,
    async ({ reply, writing, network, expectation, address }) => {
      const isReopened = await takeReopening({ application, writing, network }, expectation)
      return goOn(reply, isReopened ? `${address}?done=reopened` : address)
    },
  )
  pages.post(`${place}/erasure`, readFollowedRequest, async (asked) => {
    const { request, writing, reader, expectation, own } = asked
    if (!isSure(request.body))
      return drawErasureQuestion(asked, {
        goes: reader.t('partners.contact.erasure.goes'),
        stays: reader.t('partners.contact.erasure.stays'),
      })
    await inTransaction(writing, (inside) => forgetContact(inside, expectation, own))
    return drawSecretPage(asked, {
      title: reader.t('partners.contact.data'),
      description: reader.t('partners.expectations.lead'),
      children: <ErasedPage network={asked.network.slug} />,
    })
  })
}
