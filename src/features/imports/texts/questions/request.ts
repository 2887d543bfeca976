import type { FastifyReply } from 'fastify'
import type { VNode } from 'preact'
import type { FieldError, FormState } from '../../../../platform/input/form.ts'
import { renderNetworkPage } from '../../../networks/index.ts'
import { paths } from '../../paths.ts'
import type { Compared } from '../comparison/compared.ts'
import type { TextRequest } from '../request.ts'

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
