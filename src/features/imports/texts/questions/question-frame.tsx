import type { FastifyReply } from 'fastify'
import type { ComponentChildren, VNode } from 'preact'
import { z } from 'zod'
import type { InterfaceLanguage } from '../../../../platform/i18n/languages.ts'
import { optionalSaidDate } from '../../../../platform/input/date-input.ts'
import type { FieldError, FormState } from '../../../../platform/input/form.ts'
import { SourcePassage } from '../../../../ui/evidence/source-passage.tsx'
import { ErrorList, Form } from '../../../../ui/form/form.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { renderNetworkPage } from '../../../networks/index.ts'
import { paths } from '../../paths.ts'
import type { Compared } from '../comparison/compared.ts'
import type { QuotedSentence } from '../correcting.request.ts'
import { OpeningHeading } from '../opening-heading.tsx'
import type { ImportedText } from '../queries.ts'
import type { TextRequest } from '../request.ts'

/** The fact that a question is about, and its text. */
export interface QuestionPlace {
  network: string
  text: ImportedText
  factId: string
}

interface QuestionFrameProps extends QuestionPlace {
  title: string
  lead: ComponentChildren
  /** The sentences that leave it open. */
  quotes: readonly QuotedSentence[]
  form: FormState
  /** The label of the submit button. */
  send: string
  /** Other ways to answer, as buttons. */
  others?: ComponentChildren
  children: ComponentChildren
}

/** The page of a question: the question, the sentences that leave it open, and the form for the answer. */
export function QuestionFrame({
  network,
  text,
  factId,
  title,
  lead,
  quotes,
  form,
  send,
  others,
  children,
}: QuestionFrameProps) {
  const reader = useReader()
  const back = `${paths.text(reader, network, text.id)}#f-${factId}`
  return (
    <>
      <OpeningHeading kicker={<a href={back}>{text.title}</a>} lead={lead} hasErrors={form.errors.length > 0}>
        {title}
      </OpeningHeading>
      {quotes.map((quote) => (
        <SourcePassage
          key={quote.before.length + quote.text}
          language={text.language ?? 'fr'}
          {...quote}
          source={text.title}
          href={back}
        />
      ))}
      <Form action={paths.fact(reader, network, text.id, factId)} form={form}>
        <ErrorList form={form} />
        {children}
        <p class="form-actions">
          <button type="submit" class="button primary">
            {send}
          </button>
          {others}
          <a href={back}>{reader.t('imports.text.source.cancel')}</a>
        </p>
      </Form>
    </>
  )
}

/** A request for a fact of a text, compared with the registry. */
export interface FactRequest extends TextRequest {
  compared: Compared
}

/** The next address after an answer, or the errors in it. */
export type Answered = string | readonly FieldError[]

export const nothingTyped: FormState = { values: {}, errors: [] }

interface Drawn {
  title: string
  description: string
  children: VNode
}

/** Renders the page of a question. */
export function renderQuestion(visit: FactRequest, rendered: Drawn): FastifyReply {
  const path = `/imports/${visit.text.id}/facts/${visit.compared.fact.id}`
  return renderNetworkPage(visit, { ...rendered, path, noindex: true })
}

/** The address after an answer: the facts, which begin with the questions that are left. */
export function addressAfter({ reader, network, text }: FactRequest, answered: number): string {
  return `${paths.text(reader, network.slug, text.id, { answered: String(answered) })}#facts`
}

/** The scope in which the answer is written. */
export function placeOf({ application: { records }, network, text }: FactRequest) {
  return { network, text, records }
}

/** A body that the directory lacks, as far as a text describes it. */
export const newBodyForm = z.object({
  new: z.object({
    name: z.string().trim().min(1).max(200),
    country: z.string().regex(/^[A-Z]{2}$/),
    kind: z.string().min(1),
  }),
})

/** A date that the text gives relative to something else: one of the dates offered, or a written one; empty if it stays without. */
export function openDateForm(language: InterfaceLanguage) {
  return z.object({
    candidate: z.string().optional(),
    date: optionalSaidDate(language),
    without: z.string().optional(),
  })
}

/** Whether two names are one person: `one` or `other` says which of them is right. */
export const onePersonForm = z.object({ answer: z.enum(['one', 'other', 'two']) })
