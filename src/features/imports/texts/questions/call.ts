import type { FastifyReply, FastifyRequest } from 'fastify'
import type { VNode } from 'preact'
import type { Application } from '../../../../platform/http/application.ts'
import type { FieldError, FormValues } from '../../../../platform/input/form.ts'
import { drawNetworkPage } from '../../../networks/index.ts'
import { paths } from '../../paths.ts'
import type { TextRequest } from '../call.ts'
import type { Compared } from '../comparison/compared.ts'

/** A request for the page of a question, with the fact that asks it. */
export interface QuestionCall {
  application: Application
  request: FastifyRequest
  reply: FastifyReply
  asked: TextRequest
  compared: Compared
}

/** What was typed as an answer, and what is wrong with it. */
export interface TypedAnswer {
  values: FormValues
  errors: FieldError[]
}

export const nothingTyped: TypedAnswer = { values: {}, errors: [] }

/** Draws the page of a question; one whose answer was wrong says so. */
export function drawQuestion(
  { asked, compared: { fact } }: QuestionCall,
  { title, description, errors, children }: Drawn,
): FastifyReply {
  return drawNetworkPage(asked, {
    status: errors.length > 0 ? 422 : 200,
    title,
    description,
    path: `/imports/${asked.text.id}/facts/${fact.id}`,
    noindex: true,
    children,
  })
}

interface Drawn extends Pick<TypedAnswer, 'errors'> {
  title: string
  description: string
  children: VNode
}

/** After an answer: back to the facts, which begin with the questions that are left. */
export function goOnAsking({ reply, asked }: QuestionCall, answered: number): FastifyReply {
  const { reader, network, text } = asked
  const address = paths.text(reader, network.slug, text.id, { answered: String(answered) })
  return reply.redirect(`${address}#facts`, 303)
}

/** Where the answer is written down. */
export function placeOf({ application: { records }, asked: { network, text } }: QuestionCall) {
  return { network, text, records }
}
