import type { FastifyInstance, FastifyReply } from 'fastify'
import type { ComponentChildren } from 'preact'
import { z } from 'zod'
import type { Application } from '../../../platform/http/application.ts'
import { pagesOf, type Visit } from '../../../platform/http/visit.ts'
import { type FieldError, type FormState, type FormValues, typedValue } from '../../../platform/input/form.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { SourcePassage } from '../../../ui/evidence/source-passage.tsx'
import { FormFields } from '../../../ui/form/filled.tsx'
import { ErrorList } from '../../../ui/form/form.tsx'
import { UsualSubmit } from '../../../ui/form/repeated-parts.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { addNetworkAction } from '../../directory/picking/index.ts'
import { renderNetworkPage } from '../../networks/index.ts'
import { cooperationDocument } from '../../registry/cooperations/index.ts'
import { paths } from '../paths.ts'
import type { Compared } from './comparison/compared.ts'
import {
  type CorrectingCall,
  findCompared,
  findForm,
  findQuote,
  findSaid,
  partCall,
  type QuotedSentence,
} from './correcting.request.ts'
import { acceptFacts } from './decisions.commands.ts'
import { OpeningHeading } from './opening-heading.tsx'
import type { ImportedText } from './queries.ts'
import { answerQuestion, showQuestion } from './questions/frame.tsx'
import { type Answered, type FactRequest, placeOf } from './questions/question-frame.tsx'
import { loadTextRequest, type TextRequest } from './request.ts'

/** The form in which a fact is corrected, and the question that a fact leaves open. */
export function addCorrectingRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  const place = '/:language/:network/imports/:id/facts/:fact'
  pages.get(place, loadFactRequest, async (visit) => {
    const { correcting } = visit
    if (correcting === null) return showQuestion(visit)
    return show(visit, correcting, { values: await correcting.part.values(correcting.call), errors: [] })
  })
  addNetworkAction(pages, place, {
    open: loadFactRequest,
    lists: ({ correcting }) => correcting?.part.lists ?? [],
    redraw: (values, { correcting }) => correcting?.part.redraw?.(values) ?? null,
    // Each question reads its own answer, and the form of a part is read when it is written.
    schema: z.unknown(),
    again: (visit, form) =>
      visit.correcting === null ? showQuestion(visit, form) : show(visit, visit.correcting, form),
    save: (visit, _, __, values) =>
      visit.correcting === null ? answerQuestion(visit, values) : correct(visit, visit.correcting, values),
  })
}

interface CorrectingRequest extends FactRequest {
  /** The form of a fact without open questions; null for a fact with one. */
  correcting: CorrectingCall | null
}

async function loadFactRequest(visit: Visit): Promise<CorrectingRequest> {
  const within = await loadTextRequest(visit)
  const id = parameterOf(visit.request.params, 'fact') ?? ''
  const compared = await findCompared(within.writing, within, id)
  const opened = { ...within, compared }
  const isQuestion = compared.fact.question !== null
  return { ...opened, correcting: isQuestion ? null : await findForm(within, placeOf(opened), compared) }
}

class WrongPart extends Error {
  readonly errors: FieldError[]

  constructor(errors: FieldError[]) {
    super('The part is not right yet')
    this.errors = errors
  }
}

async function correct(visit: FactRequest, form: CorrectingCall, values: FormValues): Promise<Answered> {
  const { reader, network, text, writing } = visit
  const { fact, tie } = form.compared
  const isBeside = typedValue(values, 'ofTie.beside') !== ''
  try {
    // The form is checked once more against the tie as it is by now; an error leaves everything as it was.
    const { taken } = await acceptFacts(writing, placeOf(visit), {
      ids: [fact.id],
      way: 'replace',
      besides: new Set(isBeside && tie ? [tie.id] : []),
      correct: async (applied) => {
        const reading = await form.part.read(partCall(visit, applied, form.call.head), values)
        if (!reading.valid) throw new WrongPart(reading.errors)
        return cooperationDocument.parse(reading.document)
      },
    })
    const met = taken[0]?.id
    return `${paths.text(reader, network.slug, text.id, { met })}#f-${fact.id}`
  } catch (error) {
    if (error instanceof WrongPart) return error.errors
    throw error
  }
}

async function show(
  visit: TextRequest,
  { compared, part, call }: CorrectingCall,
  shown: FormState,
): Promise<FastifyReply> {
  const { reader, network, text } = visit
  return renderNetworkPage(visit, {
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
        said={await findSaid(visit, compared)}
        quote={await findQuote(visit, compared)}
        fields={await part.form(call, shown)}
        form={shown}
      />
    ),
  })
}

interface CorrectingPageProps {
  network: string
  text: ImportedText
  compared: Compared
  title: string
  /** The subject of the fact. */
  said: string
  quote: QuotedSentence
  /** The fields of the tie's own form, filled in with the fact. */
  fields: ComponentChildren
  form: FormState
}

/** A fact beside its sentence, in the form in which people write the same. */
function CorrectingPage(props: CorrectingPageProps) {
  const reader = useReader()
  const { network, text, compared, quote, form } = props
  const { t } = reader
  const { fact, tie, match } = compared
  const back = `${paths.text(reader, network, text.id)}#f-${fact.id}`
  return (
    <>
      <OpeningHeading
        kicker={<a href={back}>{text.title}</a>}
        lead={
          <p>
            <strong>{props.said}</strong>
            {' · '}
            {t('imports.text.correct.lead')}
          </p>
        }
        hasErrors={form.errors.length > 0}
      >
        {props.title}
      </OpeningHeading>
      <SourcePassage language={text.language ?? 'fr'} {...quote} source={text.title} href={back} />
      <form method="post" action={paths.fact(reader, network, text.id, fact.id)} class="form" novalidate>
        <UsualSubmit value="save" />
        <ErrorList form={form} />
        <FormFields form={form}>{props.fields}</FormFields>
        {match === null && tie?.value.part === 'tie' ? (
          <label class="tie-listing">
            <input type="checkbox" name="ofTie.beside" value="1" checked={tie.value.isBeside} />{' '}
            {t('imports.text.act.besideList')}
          </label>
        ) : null}
        <p class="form-actions">
          <button type="submit" class="button primary">
            {t('imports.text.correct.save')}
          </button>
          <a href={back}>{t('imports.text.source.cancel')}</a>
        </p>
      </form>
    </>
  )
}
