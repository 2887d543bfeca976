import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Application } from '../../../../platform/http/application.ts'
import { pagesOf, withStatus } from '../../../../platform/http/visit.ts'
import { type FieldError, type FormValues, readValues, typedValue } from '../../../../platform/input/form.ts'
import { parameterOf } from '../../../../platform/input/parameters.ts'
import { FormFields } from '../../../../ui/form/filled.tsx'
import { drawNetworkPage } from '../../../networks/index.ts'
import { cooperationDocument } from '../../../registry/cooperations/index.ts'
import { paths } from '../../paths.ts'
import { readTextRequest, type TextRequest } from '../call.ts'
import { acceptFacts } from '../decisions/commands.ts'
import { answerQuestion, showQuestion } from '../questions/page.tsx'
import { type CorrectingCall, findCompared, findForm, findQuote, findSaid, partCall } from './call.ts'
import { CorrectingPage } from './views/correcting-page.tsx'

/** A fact in the form by which people write the same, and the question that it leaves open. */
export function addCorrectingRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  const place = '/:language/:network/imports/:id/facts/:fact'
  pages.get(place, readTextRequest, async (asked) => {
    const { request, reply } = asked
    const compared = await findCompared(asked.writing, asked, parameterOf(request.params, 'fact') ?? '')
    if (compared.fact.question !== null) return showQuestion({ application, request, reply, asked, compared })
    const form = await findForm(asked, placeOf(application, asked), compared)
    return show(asked, form, {
      values: await form.part.values(form.call),
      errors: [],
    })
  })
  pages.post(place, readTextRequest, async (asked) => {
    const { request, reply } = asked
    const compared = await findCompared(asked.writing, asked, parameterOf(request.params, 'fact') ?? '')
    if (compared.fact.question !== null)
      return answerQuestion({ application, request, reply, asked, compared })
    return correct(asked, await findForm(asked, placeOf(application, asked), compared))
  })
}

function placeOf({ records }: Application, { network, text }: TextRequest) {
  return { network, text, records }
}

class WrongForm extends Error {
  readonly values: FormValues
  readonly errors: FieldError[]

  constructor({ values, errors }: { values: FormValues; errors: FieldError[] }) {
    super('The form is not right yet')
    this.values = values
    this.errors = errors
  }
}

async function correct(asked: TextRequest, form: CorrectingCall): Promise<FastifyReply> {
  const { request, application, reply, reader, network, text, writing } = asked
  const { fact, tie } = form.compared
  const isBeside = typedValue(readValues(request.body), 'ofTie.beside') !== ''
  try {
    // The form is read once more against the tie as it stands by then; what is wrong with it leaves everything as it was.
    const { taken } = await acceptFacts(writing, placeOf(application, asked), {
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
    return show(withStatus(asked, error.errors.length > 0 ? 422 : 200), form, error)
  }
}

async function show(
  asked: TextRequest,
  { compared, part, call }: CorrectingCall,
  shown: { values: FormValues; errors: FieldError[] },
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
        fields={<FormFields form={shown}>{await part.form(call, shown)}</FormFields>}
        errors={shown.errors}
      />
    ),
  })
}
