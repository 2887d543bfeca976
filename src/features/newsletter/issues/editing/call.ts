import type { FastifyReply, FastifyRequest } from 'fastify'
import { fieldError, readValues } from '../../../../platform/input/form.ts'
import type { Shown } from '../../../../platform/records/record-part.ts'
import type { DraftRequest } from '../call.ts'
import { paths } from '../paths.ts'

export interface Came extends Shown {
  isClash?: boolean
}

/** The form again with what is wrong: a letter that was approved meanwhile keeps what was typed too. */
export function refusalOf(
  { issue }: DraftRequest,
  request: FastifyRequest,
  errors: Shown['errors'],
): Shown | null {
  const closed = issue.state === 'draft' ? [] : [fieldError('', 'newsletter.issues.error.approved')]
  const all = [...closed, ...errors]
  return all.length > 0 ? { values: readValues(request.body), errors: all } : null
}

/** What was typed, where somebody changed the same meanwhile. */
export function clashOf(request: FastifyRequest): Came {
  return { values: readValues(request.body), errors: [], isClash: true }
}

/** What a form comes back with, if it does. */
export function shownOf(came: Came | undefined): { shown?: Shown; isClash?: boolean } {
  return came ? { shown: came, isClash: came.isClash ?? false } : {}
}

/** Back to the letter, where whoever wrote goes on from. */
export function goBack(reply: FastifyReply, { reader, network }: DraftRequest, anchor: string): FastifyReply {
  return reply.redirect(`${paths.draft(reader, network.slug)}#${anchor}`, 303)
}
