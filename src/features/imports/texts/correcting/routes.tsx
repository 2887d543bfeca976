import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import type { Application } from '../../../../platform/http/application.ts'
import { pagesOf, type Visit, withStatus } from '../../../../platform/http/visit.ts'
import { type FormState, readValues, typedValue } from '../../../../platform/input/form.ts'
import { parameterOf } from '../../../../platform/input/parameters.ts'
import { addNetworkAction } from '../../../directory/picking/index.ts'
import { drawNetworkPage } from '../../../networks/index.ts'
import { cooperationDocument } from '../../../registry/cooperations/index.ts'
import { paths } from '../../paths.ts'
import { readTextRequest, type TextRequest } from '../call.ts'
import { acceptFacts } from '../decisions/commands.ts'
import { type FactRequest, placeOf } from '../questions/call.ts'
import { answerQuestion, showQuestion } from '../questions/page.tsx'
import { type CorrectingCall, findCompared, findForm, findQuote, findSaid, partCall } from './call.ts'
import { CorrectingPage } from './views/correcting-page.tsx'

/** A fact in the form by which people write the same, and the question that it leaves open. */
export function addCorrectingRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  const place = '/:language/:network/imports/:id/facts/:fact'
  pages.get(place, readFactRequest, async (asked) => {
    if (asked.compared.fact.question !== null) return showQuestion(asked)
    const form = await findForm(asked, placeOf(asked), asked.compared)
    return show(asked, form, { values: await form.part.values(form.call), errors: [] })
  })
  addNetworkAction(pages, place, {
    open: readAnsweredRequest,
    // Each question reads the answer to it.
    schema: z.unknown(),
    again: showQuestion,
    save: (asked, _, __, values) => answerQuestion(asked, values),
  })
}

async function readFactRequest(visit: Visit): Promise<FactRequest> {
  const asked = await readTextRequest(visit)
  const id = parameterOf(visit.request.params, 'fact') ?? ''
  return { ...asked, compared: await findCompared(asked.writing, asked, id) }
}

// A fact that leaves nothing open is corrected instead.
async function readAnsweredRequest(visit: Visit): Promise<FactRequest | null> {
  const asked = await readFactRequest(visit)
  if (asked.compared.fact.question !== null) return asked
  await correct(asked, await findForm(asked, placeOf(asked), asked.compared))
  return null
}

class WrongForm extends Error {
  readonly form: FormState

  constructor(form: FormState) {
    super('The form is not right yet')
    this.form = form
  }
}

async function correct(asked: FactRequest, form: CorrectingCall): Promise<FastifyReply> {
  const { request, reply, reader, network, text, writing } = asked
  const { fact, tie } = form.compared
  const isBeside = typedValue(readValues(request.body), 'ofTie.beside') !== ''
  try {
    // The form is read once more against the tie as it stands by then; what is wrong with it leaves everything as it was.
    const { taken } = await acceptFacts(writing, placeOf(asked), {
      ids: [fact.id],
      way: 'replace',
      besides: new Set(isBeside && tie ? [tie.id] : []),
      correct: async (applied) => {
        const reading = await form.part.read(partCall(asked, applied, form.call.head), request.body)
        if (!reading.valid) throw new WrongForm(reading)
        return cooperationDocument.parse(reading.document)
      },
    })
    const met = taken[0]?.id
    return reply.redirect(`${paths.text(reader, network.slug, text.id, { met })}#f-${fact.id}`, 303)
  } catch (error) {
    if (!(error instanceof WrongForm)) throw error
    return show(withStatus(asked, error.form.errors.length > 0 ? 422 : 200), form, error.form)
  }
}

async function show(
  asked: TextRequest,
  { compared, part, call }: CorrectingCall,
  shown: FormState,
): Promise<FastifyReply> {
  const { reader, network, text } = asked
  return drawNetworkPage(asked, {
    title: reader.t(part.title),
    description: reader.t('imports.text.correct.lead'),
    path: `/imports/${text.id}/facts/${compared.fact.id}`,
    noindex: true,
    children: (
      <CorrectingPage
        network={network.slug}
        text={text}
        compared={compared}
        title={reader.t(part.title)}
        said={await findSaid(asked, compared)}
        quote={await findQuote(asked, compared)}
        fields={await part.form(call, shown)}
        form={shown}
      />
    ),
  })
}
