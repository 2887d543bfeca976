import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { neverKept } from '../../../../platform/http/never-kept.ts'
import { pagesOf } from '../../../../platform/http/visit.ts'
import {
  type FieldError,
  type FormValues,
  fieldError,
  readForm,
  readValues,
  typedValue,
} from '../../../../platform/input/form.ts'
import { parameterOf } from '../../../../platform/input/parameters.ts'
import type { Shown } from '../../../../platform/records/record-part.ts'
import { type Choices, choiceErrors, chosenId, readChoices } from '../../../directory/index.ts'
import { drawNetworkPage } from '../../../networks/index.ts'
import { addExpectation } from '../commands.ts'
import { tellAsked, tellContact } from '../notices/commands.ts'
import { paths } from '../paths.ts'
import { findLinkedExpectation } from '../queries.ts'
import { listRequests } from '../requests/queries.ts'
import { readStatingRequest, type StatingRequest } from './call.ts'
import { newExpectationForm } from './schema.ts'
import { NewExpectationPage } from './views/new-expectation-page.tsx'

// Each writes to a member.
const seldom = { rateLimit: { max: 60, timeWindow: '1 hour' } }

/** The form by which somebody states what an organisation expects. */
export function addMakingRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, neverKept)
  const place = '/:language/:network/expectations/new'
  pages.get(place, readStatingRequest, (asked) => {
    const { request } = asked
    const values = firstValues(asked, request)
    return showForm(asked, { values, errors: [] }, new Map())
  })
  pages.with({ ...neverKept, config: seldom }).post(place, readStatingRequest, (asked) => {
    const { request } = asked
    return takeForm(asked, readValues(request.body))
  })
}

function firstValues({ reader, addressable }: StatingRequest, request: FastifyRequest): FormValues {
  const to = parameterOf(request.query, 'to')
  return {
    language: reader.interfaceLanguage,
    confidentiality: 'network',
    asked: addressable.find(({ slug }) => slug === to)?.id ?? '',
  }
}

function showForm(asked: StatingRequest, shown: Shown, choices: Choices): FastifyReply {
  const { reader, network, isAdviser, own, addressable } = asked
  const isWrong = shown.errors.length > 0
  return drawNetworkPage(asked, {
    status: isWrong ? 422 : 200,
    title: reader.t('partners.expectation.new'),
    description: reader.t('partners.expectation.newLead'),
    path: '/expectations/new',
    noindex: true,
    children: (
      <NewExpectationPage
        network={network}
        isAdviser={isAdviser}
        own={own}
        addressable={addressable}
        choices={choices}
        shown={shown}
      />
    ),
  })
}

async function takeForm(asked: StatingRequest, values: FormValues): Promise<FastifyReply> {
  const { application, reply, writing, reader, network, isAdviser, addressable } = asked
  const choices = isAdviser ? await readChoices(writing, values, ['asker']) : new Map()
  const form = readForm(
    newExpectationForm(
      writing.today,
      addressable.map(({ id }) => id),
    ),
    values,
  )
  const askerId = isAdviser ? chosenId(choices, 'asker') : ownId(asked, values)
  const errors = [
    ...choiceErrors(choices),
    ...(form.valid ? [] : form.errors),
    ...(isAdviser || askerId !== null ? [] : [fieldError('own', 'ui.form.missing')]),
    ...sameErrors(askerId, typedValue(values, 'asked')),
  ]
  if (!form.valid || askerId === null || errors.length > 0)
    return showForm(asked, { values, errors }, choices)
  const { asked: askedId, consent, contactName, contactAddress, ...typed } = form.data
  const { slug, isNew } = await inTransaction(writing, async (inside) => {
    const made = await addExpectation(inside, {
      ...typed,
      networkId: network.id,
      askerId,
      askedId,
      contact: isAdviser && contactAddress !== '' ? { name: contactName, address: contactAddress } : null,
      isConsentGiven: consent !== '',
    })
    // A second press: nobody is told again.
    if (!made.isNew) return made
    const standing = await findLinkedExpectation(inside, network.id, made.id)
    const telling = { application, writing: inside, network }
    await tellAsked(telling, standing, 'addressed', await listRequests(inside, made.id))
    await tellContact(telling, standing)
    return made
  })
  return reply.redirect(paths.after(reader, network.slug, slug, isNew ? 'stated' : 'same'), 303)
}

// Of several authorities one is chosen; of a single one there is no question.
function ownId({ own }: StatingRequest, values: FormValues): string | null {
  const [only] = own
  if (own.length === 1) return only?.id ?? null
  return own.find(({ id }) => id === typedValue(values, 'own'))?.id ?? null
}

function sameErrors(askerId: string | null, askedId: string): FieldError[] {
  return askerId !== null && askerId === askedId ? [fieldError('asked', 'partners.error.same')] : []
}
